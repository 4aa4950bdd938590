"""Swahili expressions of danger; a verb carries who does it, when, and to whom."""

from bots.lexicon.model import DangerList, bag, joined, split

_GROUPS = {
    "he": split(
        "yeye/mume/mme/mke/mpenzi/bwana/baba/kaka/mjomba/shemeji/jamaa/mwanaume/wanaume/mtu/ex/"
        "boyfriend/mzee/wao/genge/jirani/bosi/mkwe"
    ),
    "near": split("yeye/mume/mme/mpenzi/bwana/jamaa/mwanaume/wanaume/ex/boyfriend/genge/wao"),
    "is": split("yuko/yupo/ako/wako/wapo/amefika/amekuja/amerudi/wamekuja/wamefika"),
    "here": split("hapa/nje/mlangoni/dirishani"),
    "weapon": split(
        "kisu/visu/bunduki/bastola/panga/mapanga/upanga/shoka/silaha/nyundo/rungu/mkuki/wembe/"
        "petroli/tindikali/asidi/mshale/risasi"
    ),
    "has": split(
        "ana/wana/ako/yuko/ameshika/wameshika/amebeba/wamebeba/ametoa/wametoa/amekuja/wamekuja/"
        "anakuja/wanakuja/ameshikilia/ameniwekea/ananielekezea/kashika/kabeba/amechukua/kwa"
    ),
    "will": split(
        "anataka/wanataka/anajaribu/wanajaribu/anatishia/wanatishia/amesema/anasema/ameapa/"
        "amepanga/anapanga/anakuja/wanakuja/ataka"
    ),
    "killme": (
        *joined("ku", "ni/tu", "ua/piga/baka/umiza/chinja/kaba/nyonga/shambulia/chapa/teka"),
        *split("kumuua/kumpiga/kunikeketa/kunioza"),
    ),
    "kills": (
        *joined("ata/wata", "ni/tu", "ua/umiza/piga/baka/chinja/kaba/nyonga"),
        *joined("ana/wana", "ni/tu", "ua/kaba/nyonga/chinja/shambulia/vamia/kimbiza"),
        *split("ananifuata/wananifuata/atamuua"),
    ),
    "plea": joined("usi/msi", "ni", "ue/pige/umize/bake/chinje/kabe/chome"),
    "doing": joined("ana/wana", "ni/tu/m", "piga/umiza/baka/chapa/tesa/shika/buruta/sukuma"),
    "did": (
        *joined("ali/ame/ana", "ni/tu", "piga/umiza/baka/chapa/tesa/nyanyasa/tishia/kaba"),
        *joined("wali/wame/wana", "ni", "piga/umiza/baka/chapa/tesa/nyanyasa/tishia"),
        *joined(
            "ali/ame",
            "ni",
            "tisha/nyonga/lazimisha/dhalilisha/shambulia/gonga/sukuma/lawiti/"
            "najisi/ingilia/jeruhi/kanyaga/gusa/buruta/vua",
        ),
        *joined("aki/hu", "ni", "piga/umiza/baka/tesa/nyanyasa/chapa/tishia"),
        *joined("ana/ali/ame", "m", "piga/baka/umiza/nyanyasa/tesa"),
        *split("ananilazimisha/ananitisha/ananidhalilisha/ananigusa/ananishikashika/ananifukuza"),
    ),
    "suffered": joined(
        "nime/nili/na/nina",
        "",
        "pigwa/bakwa/umizwa/nyanyaswa/teswa/chapwa/tishiwa/dhalilishwa/lawitiwa/shambuliwa/"
        "jeruhiwa/lazimishwa",
    ),
    "stab": joined("ana/ali/ame/ata/ku", "ni", "choma/dunga/kata/piga/tishia/tisha"),
    "broke": joined("ana/ali/ame", "ni", "vunja/vuta/kata/chana"),
    "body": split("mkono/mguu/pua/meno/jino/taya/mbavu/nywele/shingo/kidole"),
    "now": split("sasa/haraka/upesi/sasahivi/saahii/saahizi/saivi/harakasana/mbio"),
    "come": split("njoo/njooni/njoeni/fika/fikeni"),
    "send": split(
        "leteni/lete/tuma/tumeni/ita/iteni/waite/waiteni/piga/pigia/pigieni/nahitaji/niitie"
    ),
    "police": split("polisi/ambulensi/ambulance/askari/999/112/114/10111"),
    "helpme": split("nisaidie/nisaidieni/tusaidie/tusaidieni/msaada/mnisaidie/niokoe/niokoeni"),
    "i": split("niko/nipo/tuko/tupo"),
    "breaks": split("anavunja/wanavunja/amevunja/wamevunja/anapasua"),
    "tried": split("alijaribu/walijaribu/amejaribu/alitishia/alitaka/walitaka/wametishia"),
}

_ALONE = """
msaada/msada/nisaidie/nisaidieni/tusaidie/tusaidieni/mnisaidie/saidia/saidieni/naomba msaada
nahitaji msaada/ninahitaji msaada/naomba mnisaidie/naomba unisaidie/unisaidie/unaweza kunisaidia
mnaweza kunisaidia/mtu anisaidie/niokoe/niokoeni/tuokoe/tuokoeni/hatari/hatarini/niko hatarini
dharura/ni dharura/polisi/ita polisi/piga polisi/jamani msaada/anakuja sasa/yuko mlangoni
"""

_CALL = """
{helpme} {now}/nahitaji msaada {now}/naomba msaada {now}/{come} {now}/{send} {police}
{has} {weapon}/{weapon} shingoni/{weapon} mkononi/{stab} {weapon}/{will} {killme}/{kills}/{plea}
{doing} {now}/haachi {killme}/acha {killme}/aache {killme}
{near} {is} {here}/{is} mlangoni
amenipata/wamenipata/ametupata/wametupata/{breaks} mlango/amevamia/wamevamia/wametuvamia
amenifungia/wamenifungia/ametufungia/ananifungia/nimefungiwa/tumefungiwa/amenifungia ndani
siwezi kutoka/hatuwezi kutoka/siwezi kutoroka/siwezi kupumua/haniachi nitoke/hataki nitoke
haniruhusu kutoka/hataki niondoke/nimejificha/tumejificha/najificha/ninajificha
navuja damu/natoka damu/natokwa damu/ninatokwa damu/nimetokwa damu/damu nyingi/ninavuja damu
nakufa/ninakufa/tunakufa/nitakufa/nakaribia kufa/maisha hatarini/{i} hatarini/{i} kwenye hatari
siko salama/sipo salama/hatuko salama/hatupo salama/maisha yangu hatari/niokoe {now}
kujiua/nitajiua/najiua/ninajiua/nijiue/nimekunywa sumu/nimemeza vidonge/nimekunywa vidonge
amekunywa sumu/amejinyonga/nimetekwa/ametekwa/ameniteka/wameniteka/tumetekwa/wamemteka
amemuua/wamemuua/ameniibia mtoto/wameiba mtoto/ameiba mtoto/amelewa sana/amelewa {now}
"""

_STORY = """
{did}/{suffered}/{tried} {killme}/{broke} {body}/alinipiga sana/namuogopa/ninamuogopa
namwogopa/naogopa {he}/ninaogopa {he}/naogopa kurudi/naogopa kwenda nyumbani/naogopa ataniua
naogopa nitauawa/mume mkatili/ni mkatili/mnyanyasaji/mbakaji/ubakaji/kubakwa/unyanyasaji
ukatili wa nyumbani/ukatili wa kijinsia/ukatili wa kingono/nataka kufa/natamani kufa
sitaki kuishi/ndoa ya lazima/ndoa ya kulazimishwa/kuolewa kwa lazima/kulazimishwa kuolewa
kunilazimisha kuolewa/nalazimishwa kuolewa/kukeketwa/kunikeketa/nimekeketwa/wananioza/kuozwa
aliniuza/ameniuza/wameniuza/waliniuza/biashara ya ngono/jicho limevimba/vipigo/kipigo
sehemu za siri/alinitupia/alinirushia/alinivua nguo/matusi na vipigo/amekuwa akinipiga
"""

_HARMLESS = (
    *joined(
        "ana/ame/ali/ata/wana/wame/wali/aki/u/una/ume/uta/ina/ime/ku/nime/nili/hu",
        "ni/",
        "pigia/pigiwa/pita/pima/pinga/uliza/ulize/oa/jua/uma/uzia/tosha/gusia",
    ),
    *joined("ni/nime/nili/na/nina/tume/tuli/ni", "", "piga/pigia/pigie/choma/pigiwa/pika/pita"),
    *joined("ana/wana", "ni/tu", "piga/umiza/baka/chapa/tesa/nyanyasa/tishia"),
    *joined("hata/hawata", "ni/tu", "ua/umiza/piga/baka/chinja/kaba/nyonga"),
    *joined("nita/na/nina/tuna/tuta/u/a/ana", "ku", "ja/la/pa/ta/faa/ona"),
    *joined("na/nina/ana/una/nita/tuna/wana", "", "jua"),
    *split(
        "ulinigonga/lilinigonga/ilipigwa/walipigwa/wa/kuniona/kuja/kula/kupa/kuwa/kuta/kufua/kufaa/kuoa/kujua/kijua/kuinua/kumjua/kumuoa/amemuoa/kutoa/"
        "kubakia/kubaki/usinipigie/msinipigie/usiniulize/inanigusa/imenigusa/ameniweka/niko/nipo/"
        "sio/siyo/kitu/vitu/kiti/kila/kisha/kuishia/soka/pango/panya/hatuko/umenipata/imenipata/"
        "amepata/alinipa/wimbo/kunisaidia/nimechoka/anamjua/anampa/anampita/alimpigia/anampigia/"
        "amempigia/nyumba/misaada/wasaidie/kunipaka/kunibeba/kununua/unakuja/anakuja/habari/"
        "haraka/hana/hawana/kataa/najifunza/ninajifunza/namwomba/ninamwomba/natoa/kupita"
    ),
)

SWAHILI_DANGER = DangerList(
    groups=_GROUPS,
    alone=split(_ALONE),
    call=split(_CALL),
    story=split(_STORY),
    denials=bag("si sio siyo hapana hakuna bila kamwe hajawahi sijawahi hana hawana"),
    past=bag("alikuwa walikuwa ilikuwa zamani jana juzi kabla awali mwaka"),
    unstopped=bag("haachi hawaachi hataacha kuacha"),
    harmless=frozenset(_HARMLESS),
    matters=bag("pesa hela fedha chakula kodi karo ada kazi nauli shule mkopo simu ushauri habari"),
)  # fmt: skip
