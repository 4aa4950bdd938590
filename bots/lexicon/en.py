"""The English words the bot understands."""

from bots.lexicon.en_danger import ENGLISH_DANGER
from bots.lexicon.model import Lexicon, bag, split

_OPTIONS = {
    "yes": split("yes/y/ya/yeah/yea/yep/yup/ye/yh/yas/ok/okay/okey/sure/k/fine/of course/👍/✅"),
    "no": split("no/n/nope/nah/na/not/no need/none/👎/❌"),
    "not_sure": split("not sure/unsure/maybe/perhaps/i dont know/dont know/dunno/idk"),
    "not_now": split("not now/later/busy/bad time/another time/not a good time/cant talk"),
    "wrong_number": split("wrong number/wrong/wrong no/wrong person"),
    "me": split("me/myself/i/its me/about me/for me"),
    "other_person": split("someone else/other/another person/a friend/my friend/friend/somebody"),
    "own_acts": split("something i did/i did something/my fault/i did it/my own behaviour"),
    "ask": split("ask/ask something/question/a question/questions"),
    "health": split("health/doctor/clinic/hospital"),
    "place": split("place/a place/shelter/a place to stay/place to stay/house/home"),
    "money_law": split("money/law/money or law/lawyer/legal"),
    "how": split("how/how this works/how does this work/how does it work"),
    "keep_writing": split("keep writing/write/go on/continue/yes/y"),
    "hurt": split("hit/hurt/hit or hurt/beaten/hitting"),
    "threats": split("threats/threat/threatened/threatens"),
    "sexual": split("sexual/sex/sexual violence"),
    "control": split("control/money/phone/control of money/control of phone"),
    "today": split("today/just now/tonight/this morning/now"),
    "three_days": split("last three days/yesterday/three days/2 days ago/last night"),
    "five_days": split("four or five days ago/four days ago/five days ago/4 days ago/5 days ago"),
    "longer": split("longer ago/long ago/last week/last month/last year/before/a long time ago"),
    "repeated": split("it keeps happening/keeps happening/always/every day/all the time/often"),
    "women": split("women/for women/woman/ladies"),
    "men": split("men/for men/man"),
    "anyone": split("anyone/for anyone/any/all/everyone/both/either"),
    "go_on": split("go on/continue/next/yes/y/ok/okay"),
    "person": split("a person first/a person/person/talk to a person"),
    "send": split("send it/send/yes/y/ok"),
    "stop_here": split("stop here/stop here please/no more/thats all/no"),
    "later": split("later/not now/no"),
    "yes_next": split("yes or else the next/or else the next/next/yes and the next"),
    "tell_who": split("tell me who/who/which one/tell me"),
    "another": split("another one/another/other/a different one"),
    "under": split("under 18/younger/under/minor"),
    "adult": split("18 or older/older/adult/over 18/18"),
    "rather_not": split("rather not say/rather not/prefer not to say/no answer"),
    "only_questions": split("only ask questions/only questions/questions/ask"),
    "stop": split("stop now/finish"),
    "unaware": split("they do not know/they dont know/dont know"),
    "reach": split("how to reach them/how/reach them/yes/y"),
    "language": split("language/languages/other language"),
    "look": split("look/look again/news/show/show me"),
    "skip": split("skip"),
}

_NAMES = """
mary john james peter paul grace ruth sarah anna anne maria jane susan linda patricia jennifer
elizabeth margaret dorothy nancy karen betty helen sandra donna carol sharon michelle laura
michael david robert william richard joseph thomas charles daniel matthew anthony steven andrew
joshua kenneth kevin brian george edward ronald timothy jason jeffrey jacob stephen jonathan
rebecca rachel esther miriam martha hannah deborah naomi judith emily jessica ashley amanda
stephanie melissa nicole samantha katherine christine victoria lauren olivia sophia isabella
charlotte abigail madison chloe natalie ella precious blessing patience mercy gloria happiness
fatima aisha amina zainab khadija mohammed muhammad ahmed ibrahim hassan hussein abdullah thandi
nomsa zanele sipho thabo lerato naledi wanjiku wambui atieno achieng otieno kamau mwangi chidi
chioma ngozi emeka kwame kofi akosua
"""

_EVERYDAY = """
hello thanks thank please money house home place phone water food school work today tomorrow
yesterday morning night evening week month year time number message text call name where when what
which who how why there here this that these those with from have had gave give get got let need
want know think come going went see look tell told said say talk make made take took find found
good bad fine nice love family friend people woman women man men child children baby mother father
sister brother doctor clinic hospital market street church shop bus road town city country help
question answer happy birthday christmas sunday monday tuesday wednesday thursday friday saturday
flower sun moon star green blue red white black yellow orange apple banana soccer football music
a i u show shows shown fit fits met shop shops lot ship shirt
was were are is it its can could would should will may might must did does do has been some any
all one two three four five six seven eight nine ten more less very much many just now then than
but because about after before again over under out off up down into onto your his her their our
my me you he she they we us them him not never always save safe hell held self hear heard hello
rate rated late date gate tape meet meat eat seat heat bear wear near year dear send sent spend
"""

ENGLISH = Lexicon(
    code="en",
    name="English",
    names=split("english/in english/inglés/ingles/speak english"),
    options=_OPTIONS,
    numbers={
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "first": 1, "second": 2,
        "third": 3, "fourth": 4, "fifth": 5, "won": 1, "tree": 3, "too": 2, "to": 2, "for": 4,
    },
    skip=split("skip/skip it/skip this/pass"),
    back=split("back/go back/before/previous"),
    dont_know=split(
        "i dont know/dont know/i do not know/idk/dunno/dont no/i dont no/do not know/no idea"
    ),
    polite=bag("please pls plz plse thanks thank you thx ty hi hello hey oh god ok now dear sir"),
    stop=split("stop/stopall/unsubscribe/end/quit/cancel/revoke/optout/stop all/opt out"),
    undo=split("undo"),
    delete=split("delete"),
    person=split(
        "h/a person/human/a human/talk to a person/talk to someone/speak to a person/"
        "i want to talk to a person/i want a person/i want to talk to someone/real person"
    ),
    who=split(
        "who is this/who are you/whos this/who this/who dis/whos dis/who is it/who r u/who are u/"
        "who is that/who is texting/who is writing/who am i talking to/whose number is this/"
        "what is this/what is this number/what number is this/who you/who sent this/who u/"
        "do i know you/what service is this/is this a person/who am i texting/who goes there/"
        "who is speaking/whos speaking/what organisation is this/what organization is this"
    ),
    papers=bag("papers visa passport immigration undocumented documents deport deported permit"),
    asks=bag("do does need ask tell will can without no have is are what must should if"),
    everyday=bag(_EVERYDAY),
    first_names=bag(_NAMES),
    unsafe_first=bag(
        "violence violent abuse abused police shelter rape assault refuge victim survivor domestic "
        "sexual attack beaten crime report counsellor women"
    ),
    danger=ENGLISH_DANGER,
    child=bag(
        "child children kid kids baby babies daughter daughters son sons niece nephew toddler "
        "schoolgirl schoolboy minor minors underage teenager"
    ),
    of_age=bag("years year yrs yr old yo aged age am im"),
)  # fmt: skip
