"""English expressions of danger."""

from bots.lexicon.model import DangerList, bag, split

_GROUPS = {
    "he": split(
        "he/she/they/hes/shes/theyre/husband/boyfriend/partner/wife/girlfriend/father/dad/"
        "stepfather/stepdad/mother/mum/mom/brother/uncle/cousin/son/man/men/guy/ex/someone/"
        "somebody/neighbour/neighbor/boss/landlord/gang"
    ),
    "near": split(
        "he/she/they/hes/shes/theyre/husband/boyfriend/partner/ex/father/dad/stepfather/stepdad/"
        "man/men/someone/somebody/gang"
    ),
    "weapon": split(
        "knife/knives/gun/guns/machete/pistol/rifle/hammer/axe/blade/acid/petrol/gasoline/"
        "weapon/razor/screwdriver/panga"
    ),
    "has": split("has/have/got/with/holding/brought/grabbed/pulled/took/waving/carrying/w"),
    "kill": split("kill/murder/shoot/stab/burn/strangle/hurt/beat/rape/attack/behead/kil/kll"),
    "plea": split("kill/hurt/rape/strangle"),
    "will": split("will/gonna/going/wants/trying/about/gunna/wanna/threatening/coming/gon"),
    "doing": split(
        "hitting/beating/hurting/choking/strangling/raping/attacking/stabbing/kicking/punching/"
        "burning/killing/chasing/following/threatening/torturing/shooting/slapping/dragging"
    ),
    "did": split(
        "hit/hits/beat/beats/beaten/punched/punches/kicked/kicks/slapped/slaps/hurt/hurts/"
        "attacked/attacks/choked/chokes/strangled/raped/rapes/burned/burnt/stabbed/pushed/shot/"
        "threatened/threatens/abused/abuses/assaulted/molested/tortured/whipped/touched/touches/"
        "forced/forces/locked/grabbed/bit"
    ),
    "me": split("me/us/my/mom/mum/mother/sister/daughter/son/baby/kids/children/child/girl/boy"),
    "now": split("now/fast/quick/quickly/urgent/urgently/asap/immediately/rn/hurry"),
    "police": split("police/cops/ambulance/911/999/112/10111"),
    "i": split("i/im/we/were/am/are"),
}

_ALONE = """
help/help me/help us/help pls/help please/please help/pls help/sos/mayday/emergency/an emergency
danger/in danger/save me/🆘/hlp/hlp me/need help/i need help/help help/police/call police
can you help me/can anyone help me/someone help me/please help me
"""

_CALL = """
help me now/help us now/help {now}/need help {now}/help me {now}/help me please now
pls help now/help quick/come {now}/come help me/come get me/please come {now}/get me out
send {police}/call {police}/need {police}/get {police}
send help/send someone {now}/get help {now}
{he} {has} {weapon}/{weapon} at my/{weapon} to my/pointing {weapon}/{weapon} on me
dont {plea} me/do not {plea} me
{he} {will} {kill} {me}/{will} {kill} {me}/want to {kill} me/{he} killing me
{he} {doing} {me}/being {doing}/{he} {doing} her
{near} is here/{near} at door/{near} outside/{near} at house/{near} is coming
{near} coming back
{he} breaking door/{he} breaking in/{he} broke in/{he} breaking down/{he} found me/{he} found us
{he} wont let me/wont let me leave/wont let me go/wont let me out/{he} locked me/locked me in
{i} locked in/{i} trapped/i am trapped/i cant get out/cant get out/cannot get out/cant escape
{i} hiding/hiding in/{i} bleeding/bleeding a lot/wont stop bleeding/cant breathe/cannot breathe
{i} dying/{i} going to die/{i} gonna die/{i} in danger/in danger now/my life is in danger
not safe now/{i} not safe/{i} unsafe/{i} in trouble now/save me/rescue me/save my life
{he} drunk and/{he} drunk now/{he} very drunk/{he} following me/{he} chasing me
{he} killed my/{he} killed her/{he} killed him/kill myself/killing myself/end my life/suicide
stop {doing} {me}
overdose/took pills/took poison/{he} kidnapped/being kidnapped/kidnapped me/{he} took my baby
"""

_STORY = """
{he} {did} {me}/{he} {did} her/{did} me/i was {did}/i got {did}/was {did} by/been {did}
{he} tried to {kill} {me}/tried to {kill} me/{he} threatened to {kill}/threatens to {kill} me
threatened {me}/threatens {me}/{he} violent/{he} abusive/{he} dangerous
scared of {he}/afraid of {he}/fear for my life/scared for my life/afraid for my life
scared of him/afraid of him/scared he {will}/afraid he {will}/afraid to go home
scared to go home/i was raped/rape/raped/being abused/want to die/dont want to live
forced marriage/forced to marry/force me to marry/made me marry/force me to/forced me to
sold me/trafficked/domestic violence/sexual assault/sexually assaulted/threw me/threw {weapon}
he hurts me/black eye/broke my arm/broke my nose/pulled my hair/dragged me/spit on me
"""

ENGLISH_DANGER = DangerList(
    groups=_GROUPS,
    alone=split(_ALONE),
    call=split(_CALL),
    story=split(_STORY),
    denials=bag("not no never isnt arent doesnt didnt hasnt havent wasnt wont dont aint without"),
    past=bag("been was were used before once yesterday ago last"),
    unstopped=bag("stop stops stopped stopping"),
    harmless=bag("we the then there last shoot"),
    matters=bag("rent food money job work school papers fees homework"),
)
