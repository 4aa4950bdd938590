"""The Swahili words the bot understands."""

from bots.lexicon.model import Lexicon, bag, split
from bots.lexicon.sw_danger import SWAHILI_DANGER

_OPTIONS = {
    "yes": split(
        "ndiyo/ndio/ndyo/ndo/ndiyo kabisa/ndivyo/naam/eeh/ehe/ee/sawa/sawasawa/swa/poa/haya/ok/"
        "okay/👍/✅"
    ),
    "no": split(
        "hapana/hapna/apana/hpana/la hasha/sitaki/hakuna/hakuna haja/si lazima/siyo/sio/👎/❌"
    ),
    "not_sure": split("sina uhakika/sijui/labda/huenda/pengine/sina hakika"),
    "not_now": split(
        "si sasa/sio sasa/siyo sasa/baadaye/badaye/badae/baadae/niko busy/nina shughuli/"
        "siwezi kuongea/wakati mwingine/sio wakati mzuri/si wakati mzuri"
    ),
    "wrong_number": split(
        "namba si sahihi/nambari si sahihi/namba sio sahihi/si sahihi/umekosea namba/mmekosea/"
        "umekosea/nimekosea/nimekosea namba/umekosea nambari/sio namba"
    ),
    "me": split("wewe/mimi/mie/mimi mwenyewe/ni mimi/kuhusu mimi/linanihusu/inanihusu/yangu"),
    "other_person": split(
        "mtu mwingine/mwingine/mwengine/rafiki/rafiki yangu/dada yangu/jirani/ndugu yangu"
    ),
    "own_acts": split(
        "jambo ulilofanya/jambo nililofanya/nilifanya jambo/nilichofanya/kosa langu/nimefanya mimi"
    ),
    "ask": split("kuuliza swali/kuuliza/uliza/swali/maswali/nina swali/nataka kuuliza"),
    "health": split("afya/daktari/kliniki/hospitali/zahanati"),
    "place": split("mahali pa kukaa/mahali/makazi/nyumba/pa kukaa/pa kulala/malazi/pakukaa"),
    "money_law": split("pesa au sheria/pesa/hela/fedha/sheria/mwanasheria/wakili"),
    "how": split("jinsi hii inavyofanya kazi/jinsi/inafanyaje kazi/inavyofanya kazi"),
    "keep_writing": split("endelea kuandika/endelea/kuandika/andika/ndiyo/ndio/tuendelee"),
    "hurt": split(
        "kupigwa au kuumizwa/kupigwa/kuumizwa/kipigo/kuumia/ananipiga/alinipiga/nilipigwa"
    ),
    "threats": split("vitisho/tishio/kutishwa/kutishiwa/ananitisha/ananitishia"),
    "sexual": split("kingono/ngono/ya kingono/ukatili wa kingono"),
    "control": split("kudhibitiwa pesa au simu/kudhibitiwa/udhibiti/pesa/hela/simu"),
    "today": split("leo/sasa/sasa hivi/hivi sasa/leo asubuhi/leo usiku/usiku huu"),
    "three_days": split(
        "ndani ya siku tatu/siku tatu zilizopita/siku tatu/jana/juzi/jana usiku/"
        "siku mbili zilizopita/siku 2 zilizopita/siku 3 zilizopita"
    ),
    "five_days": split(
        "siku nne au tano/siku nne zilizopita/siku tano zilizopita/siku nne/siku tano/"
        "siku 4 zilizopita/siku 5 zilizopita"
    ),
    "longer": split(
        "zamani/zamani zaidi/zamani sana/kitambo/muda mrefu/wiki iliyopita/mwezi uliopita/"
        "mwaka uliopita/mwaka jana/wiki jana"
    ),
    "repeated": split(
        "inaendelea kutokea/inaendelea/kila siku/kila mara/mara kwa mara/kila wakati/siku zote"
    ),
    "women": split("pa wanawake/wanawake/mwanamke/wanawake tu/kina mama"),
    "men": split("pa wanaume/wanaume/mwanaume/wanaume tu"),
    "anyone": split("pa mtu yeyote/mtu yeyote/yeyote/yoyote/popote/wote/zote"),
    "go_on": split("endelea/tuendelee/kuendelea/ndiyo/ndio/sawa/ok"),
    "person": split("kuongea na mtu kwanza/kuongea na mtu/ongea na mtu/mtu kwanza/mtu"),
    "send": split("utumeni/utume/tuma/nitumie/ndiyo/ndio/sawa/ok"),
    "stop_here": split("maliza hapa/maliza/kumaliza/inatosha/basi/hapana"),
    "later": split("baadaye/badaye/badae/baadae/si sasa/sio sasa/hapana"),
    "yes_next": split(
        "ndiyo la sivyo wanaofuata/ndio la sivyo wanaofuata/la sivyo wanaofuata/wanaofuata/"
        "anayefuata"
    ),
    "tell_who": split("niambie ni nani/niambie/ni nani/nani/ni akina nani/wapi"),
    "another": split("nyingine/ingine/pengine/sehemu nyingine"),
    "under": split("chini ya miaka 18/chini ya 18/chini/mtoto/mdogo/chini ya kumi na nane"),
    "adult": split("miaka 18 au zaidi/18 au zaidi/zaidi ya 18/18/mtu mzima/mkubwa"),
    "rather_not": split("sipendi kusema/sitaki kusema/sisemi"),
    "only_questions": split("kuuliza maswali tu/maswali tu/kuuliza tu/maswali/kuuliza"),
    "stop": split("acha/maliza/simama hapa"),
    "unaware": split("hajui/hawajui/hana habari"),
    "reach": split("jinsi ya kumpata/jinsi/kumpata/ndiyo/ndio"),
    "language": split("lugha/lugha nyingine/badili lugha/badilisha lugha"),
    "look": split("angalia/angalia tena/ona/nione/nionyeshe/habari mpya"),
    "very_safe": split("salama sana/najisikia salama sana"),
    "fairly_safe": split("salama kiasi/salama/kiasi"),
    "bit_unsafe": split("si salama sana/sio salama sana/si salama/sio salama"),
    "very_unsafe": split("si salama kabisa/sio salama kabisa/hakuna usalama"),
    "never_out": split("sitoki kamwe peke yangu/sitoki peke yangu/sitoki/huwa sitoki"),
    "skip": split("ruka"),
}

_NAMES = """
juma hamisi halima mwanaisha neema upendo furaha imani rehema zawadi baraka amani tumaini asha
mwajuma zuhura zainabu fatuma mariamu hadija khadija saida salma amina rukia mwanahamisi sikudhani
mohamedi ramadhani abdallah salum saidi hassani husseini bakari athumani rashidi omari issa yusufu
ibrahimu ismaili selemani jabiri kassim hamza musa daudi yohana petro paulo yakobo samweli danieli
eliya yusuf maria ester esta rahel sara ruti debora joyce agnes beatrice stella gladys mercy
wanjiru wambui njeri nyambura akinyi atieno adhiambo awino achieng nafula nekesa naliaka wafula
wekesa barasa simiyu kiprop kipchoge chebet chepkoech jepkosgei mutua mwende kavata nduku kamau
njoroge maina kimani mwangi otieno ochieng odhiambo onyango omondi nyerere mushi massawe shayo
mollel laizer masanja magesa nyamizi bahati penda siwema tatu sakina mwanaidi
"""

_EVERYDAY = """
habari jambo mambo vipi salama asante tafadhali pole sana sawa ndiyo ndio hapana siyo sio mimi
wewe yeye sisi ninyi wao yangu yako yake yetu yenu yao wangu wako wake wetu langu lako lake changu
chako chake zangu zako zake hii hiki hili hizi hawa huyu huyo yule hapa hapo pale huko ndani nje
juu chini mbele nyuma kando karibu mbali leo kesho jana juzi asubuhi mchana jioni usiku saa siku
wiki mwezi mwaka miaka wakati sasa baadaye kabla baada bado tena tayari mara kila wote zote yote
nyumba nyumbani mji kijiji mtaa barabara soko duka shule kanisa msikiti kazi kazini shamba basi
gari baiskeli pikipiki simu namba ujumbe barua jina neno swali jibu pesa hela fedha bei deni
mshahara chakula maji chai kahawa maziwa mkate wali ugali nyama samaki kuku yai mayai matunda
ndizi nanasi embe chungwa mboga maharage viazi nyanya kitunguu sukari chumvi mafuta mtoto watoto
mama baba kaka dada ndugu rafiki jirani shangazi mjomba bibi babu mume mke mwanamke mwanaume
msichana mvulana kijana vijana wazee mzee mtu watu mgeni wageni daktari muuguzi nesi mwalimu
mwanafunzi fundi dereva afya dawa homa kichwa tumbo jino mkono mguu jicho macho sikio mdomo
nina una ana tuna mna wana nilikuwa alikuwa walikuwa ilikuwa niko uko yuko tuko mko wako nipo upo
yupo tupo kuwa kwenda kuja kula kunywa kulala kuamka kufanya kusema kuongea kuuliza kujibu kuandika
kusoma kusikia kuona kujua kutaka kupenda kuhitaji kupata kutoa kuleta kuchukua kununua kuuza
kulipa kutuma kupiga kusaidia kukaa kuishi kutoka kurudi kufika kuanza kumaliza kufungua kufunga
kusubiri kutafuta kukumbuka kusahau kufikiri kuelewa kucheza kuimba kucheka kulia kutembea kukimbia
nataka nahitaji naomba naweza siwezi najua sijui napenda sipendi natafuta nakuja nakula ninakuja
nimefika nimerudi nimeenda nilienda alikuja alienda alisema aliniambia alinipa amenipa ananipa
aliniuliza amenipigia nipigie nitakuja nitakupa nitakupigia tutaonana kitu vitu kiti meza mlango
dirisha chumba kitanda kitabu kalamu nguo viatu mwanga jua mvua upepo maua ua mti miti nyota mwezi
nyekundu kijani nyeusi nyeupe njano samawati mpira muziki filamu habarini redio sherehe harusi
krismasi idi pasaka jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili moja mbili tatu
nne tano sita saba nane tisa kumi mia elfu kwanza pili mwisho nusu zaidi kidogo kubwa ndogo nzuri
mbaya mpya zamani rahisi ngumu haraka polepole lakini kwa na au kama kwamba ili pia tu basi labda
ambayo ambaye nini nani wapi lini kwanini vipi ngapi gani je bila hadi mpaka tangu kuhusu pamoja
"""

SWAHILI = Lexicon(
    code="sw",
    name="Kiswahili",
    names=split("kiswahili/swahili/kwa kiswahili/kisw/kiswa/lugha ya kiswahili/suahili"),
    options=_OPTIONS,
    numbers={
        "sifuri": 0, "moja": 1, "mbili": 2, "tatu": 3, "nne": 4, "tano": 5, "mosi": 1, "pili": 2,
        "mbil": 2,
    },
    skip=split("ruka/iruke/ruka hii/ruka swali/pita"),
    back=split("rudi/rudi nyuma/nyuma/nirudishe/swali lililopita"),
    dont_know=split("sijui/sijuwi/cjui/mimi sijui/hata sijui/sikumbuki/sijui kabisa"),
    polite=bag(
        "tafadhali tafadhal asante ahsante asanteni shukrani habari hujambo jambo mambo vipi "
        "shikamoo salamu jamani mungu samahani pole naomba ndugu dada kaka bwana wapendwa"
    ),
    stop=split("sitisha/simamisha/jiondoe/ondoa/jitoe/acha ujumbe/usinitumie ujumbe/ondoa namba"),
    undo=split("tengua"),
    delete=split("futa"),
    person=split(
        "mtu/mtu halisi/kuongea na mtu/ongea na mtu/nataka kuongea na mtu/nataka mtu/"
        "naomba kuongea na mtu/nipe mtu niongee naye/niunganishe na mtu"
    ),
    who=split(
        "wewe ni nani/we ni nani/ww ni nani/wewe nani/we nani/ww nani/ninyi ni nani/nyinyi ni nani/"
        "ninyi nani/nyie ni nani/nyie nani/nani huyu/huyu ni nani/nani huyo/hii ni nani/"
        "hii ni nini/nani anaandika/nani ameandika/nani ananitumia/nani amenitumia/"
        "hii ni namba ya nani/hii namba ya nani/namba ya nani/nambari ya nani/naongea na nani/"
        "nazungumza na nani/nachat na nani/unaitwa nani/hii ni huduma gani/ni huduma gani/"
        "wewe ni mtu/mmetoka wapi/umetoka wapi/je nakujua/nakufahamu"
    ),
    papers=bag(
        "hati vitambulisho kitambulisho visa pasipoti paspoti uhamiaji kibali vibali nyaraka "
        "makaratasi karatasi mhamiaji"
    ),
    asks=bag("je naweza nahitaji mnahitaji mnaomba mtaomba unahitaji lazima bila sina nini kama"),
    everyday=bag(_EVERYDAY),
    first_names=bag(_NAMES),
    unsafe_first=bag(
        "ukatili unyanyasaji dhuluma ubakaji kubakwa kupigwa polisi kingono ngono mwathirika "
        "manusura uhalifu jinai ushauri wanawake kimbilio vurugu mateso"
    ),
    danger=SWAHILI_DANGER,
    child=bag(
        "mtoto watoto mwanangu wanangu binti mabinti msichana wasichana mvulana wavulana mjukuu "
        "wajukuu kichanga mchanga kitoto mwanafunzi"
    ),
    of_age=bag("miaka mwaka umri nina ana"),
)  # fmt: skip
