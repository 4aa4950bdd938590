"""Hindi expressions of danger, in Devanagari and in Latin letters."""

from bots.lexicon.heard import heard_bag, heard_split
from bots.lexicon.model import DangerList

_GROUPS = {
    "he": heard_split(
        "वो/वह/पति/ससुर/सास/जेठ/देवर/बाप/आदमी/मालिक/गुंडे/बॉयफ्रेंड/ससुराल/पड़ोसी/"
        "woh/wo/vo/pati/jeth/devar/baap/aadmi/malik/gunde/husband/boyfriend/padosi"
    ),
    "from": heard_split(
        "पति/ससुर/सास/जेठ/देवर/बाप/पिता/पापा/आदमी/ससुराल/pati/baap/papa/sasural"
    ),
    "weapon": heard_split(
        "चाकू/चाकु/छुरी/छुरा/बंदूक/पिस्तौल/पिस्टल/कट्टा/तमंचा/तलवार/कुल्हाड़ी/हथियार/हथौड़ा/रॉड/"
        "दरांती/गंडासा/chaku/chaaku/chakoo/chhuri/bandook/banduk/pistol/pistaul/katta/tamancha/"
        "talwar/hathiyar/kulhadi/lathi/लाठी/डंडा/danda"
    ),
    "fuel": heard_split("तेजाब/एसिड/पेट्रोल/केरोसिन/डीजल/tezaab/tezab/acid/petrol/kerosene"),
    "pours": heard_split("छिड़क/फेंक/फेंकने/लेकर/chidak/phenk/fenk/lekar/leke"),
    "holds": heard_split(
        "है/लेकर/लेके/लिए/लिये/निकाल/निकाला/दिखा/दिखाया/पकड़े/hai/lekar/leke/liye/nikala/dikha"
    ),
    "me": heard_split(
        "मुझे/मुझको/मुझपर/हमें/हमको/mujhe/mujhko/muje/mjhe/mujhy/hame/hamein/humein/humko/hamko"
    ),
    "us": heard_split(
        "मुझे/मुझको/हमें/हमको/बच्चों/बच्चे/मां/बहन/बेटी/mujhe/mujhko/muje/humein/bacchon/beti"
    ),
    "strike": heard_split("मार/मर/पीट/मारपीट/maar/peet/maarpeet/marpeet/marpit"),
    "hit": heard_split("मार/मर/maar"),
    "harm": heard_split("मार/पीट/घसीट/धमका/maar/peet/ghaseet/dhamka"),
    "doing": heard_split("रहा/रहे/रही/raha/rahe/rahi/rha/rhe/rhi"),
    "will": heard_split(
        "डालेगा/डालेंगे/डालेगी/देगा/देंगे/देगी/लेगा/दूंगा/dalega/daalega/dalenge/dega/denge/degi"
    ),
    "help": heard_split(
        "मदद/बचाओ/बचाइए/बचालो/हेल्प/madad/maddad/bachao/bachaao/bachalo/bachaiye/bachayo"
    ),
    "aid": heard_split("मदद/हेल्प/madad/maddad/help"),
    "now": heard_split("जल्दी/अभी/तुरंत/फौरन/फ़ौरन/jaldi/jldi/abhi/turant/foran/fauran"),
    "come": heard_split("आओ/आइए/आजाओ/aao/aaiye/aajao/aayo"),
    "police": heard_split(
        "पुलिस/एम्बुलेंस/एंबुलेंस/police/pulis/polis/pulice/ambulance/ambulans"
    ),
    "send": heard_split(
        "भेजो/भेजिए/भेज/भेजें/बुलाओ/बुलाइए/बुला/बुलाएं/चाहिए/bhejo/bhejiye/bhej/bulao/bulaiye/bula/"
        "chahiye/lagao/kijiye/karo"
    ),
    "door": heard_split("दरवाज़ा/दरवाज़े/दरवाजा/गेट/darwaza/darwaja/darwaze/darvaza/kundi/कुंडी"),
    "breaks": heard_split("तोड़/पीट/खटखटा/ठोक/tod/tor/todd/peet/thok"),
    "shut": heard_split("कमरे/घर/बाथरूम/kamre/ghar/bathroom/room"),
    "not": heard_split("नहीं/नही/nahi/nahin/nhi/nai/ni/na"),
    "let": heard_split("दे/देता/देते/देती/de/deta/dete/dega"),
    "did": heard_split(
        "मारता/मारती/मारते/मारा/मारी/पीटा/पीटता/पीटते/पीटती/मारपीट/धमकाता/धमकाया/थप्पड़/घसीटा/"
        "प्रताड़ित/"
        "टॉर्चर/maarta/maarti/maarte/maara/mara/marta/marte/peeta/peetta/peette/maarpeet/"
        "marpeet/marpit/dhamkata/"
        "dhamkaya/thappad/ghaseeta/torture"
    ),
    "kin": heard_split(
        "माँ/बहन/बेटी/बेटे/बच्चे/बच्चों/भाई/बच्चा/maa/behan/beti/bete/bacche/bachche"
    ),
    "die": heard_split("मर/mar/maar"),
    "goes": heard_split("जाऊंगी/जाऊंगा/जाउंगी/जाउंगा/jaungi/jaunga/jaaungi/jaaunga/jayungi"),
    "saved": heard_split("गोली/गोलियां/goli/goliyan"),
}  # fmt: skip

_ALONE = """
{help}/{aid} करो/{aid} करें/{aid} कीजिए/{aid} चाहिए/{aid} करिए/{aid} karo/{aid} kro
{aid} karein
{aid} chahiye/{aid} kijiye/मेरी मदद करो/meri madad karo/meri help karo/कोई {help}/koi {help}
मुझे {help}/mujhe {help}/हमें {help}/help karo/help kro/help chahiye/मुझे बचा लो/bacha lo mujhe
bacha lo
खतरा/खतरे में/khatra/khatre me/पुलिस/एम्बुलेंस/इमरजेंसी/एसओएस/कोई है/mujhe bacha lo/बचा लो/हेल्प मी
"""

_CALL = """
{help} {now}/{now} {help}/{now} {come}/मुझे बचाओ/mujhe bachao/हमें बचाओ
हमको बचाओ/humein bachao
{police} भेजो/{police} {send}/किसी को भेजो/kisi ko bhejo/{weapon} {holds}/पास {weapon}
{weapon} ताने/haath {weapon}/{weapon} से {hit}/{weapon} se maar/गले पर {weapon}/{fuel} {pours}
{me} पर {fuel}/{me} par {fuel}
{strike} {doing}/{us} {harm} {doing}/मर रहा/मर रही/{strike} {will}/{us} {harm} {will}/मुझे जला
mujhe jala/मुझे काट/{me} आग/जान से मार
jaan se maar/jaan se mar
काट डालेगा
जान ले लेगा/jaan le lega/जान लेना चाह/मारने वाला/मारने वाले/maarne wala
marne wala/गला दबा {doing}/gala daba {doing}/गला घोंट/gala ghont/मत मारो/mat maaro
mat maro/मत पीटो/मत मारिए/{door} {breaks}/घर में घुस/ghar me ghus/{he} {door}/वो बाहर खड़ा
पति बाहर खड़ा
{he} bahar khada/{he} ghar ke bahar/वो घर के बाहर/पति घर के बाहर/ससुर घर के बाहर/{he} नशे में
{he} nashe me
पीकर आया/peekar aaya
/वो आरहा/पति आरहा/ससुर आरहा/गुंडे आरहे/{he} aa raha/वो आगया/pati aa gaya/मारने आया/मारने आरहा
maarne aa
सांस {not} आरही/saans {not} aa/सांस नहीं ले पा/पति आगया/
पीछा कर/पीछे पड़ा/piche pada/peeche pada/peecha kar/picha kar
मुझे ढूंढ/mujhe dhund/mujhe dhoond/मुझे ढूंढ लिया/{shut} में बंद/{shut} me band/{shut} mein band
{me} बंद कर/{me} band kar/{me} band kr
बंद करके रखा/band karke rakha/बंद कर रखा/band kar rakha/band kr rakha/band karke rkha
निकलने {not} {let}/nikalne {not} {let}
जाने {not} {let}/jane {not} {let}/jaane {not} {let}/बाहर {not} निकल/bahar {not} nikal/फंस गई/फंस गया
फंसी हूं/फंसी हुई/phas gayi/phas gaya/fas gayi/fas gaya/phasi hui/fasi hui/छुपी हूं/छिपी हूं
छुपी हुई
छुप गई/chupi hui/chhupi hui/chupi hu/खून बह/खून निकल/बहुत खून/khoon beh/khoon nikal/bahut khoon
/दम घुट/dam ghut/बेहोश
behosh/{die} {goes}/जान खतरे/जान को खतरा
जान का खतरा
jaan khatre/jaan ko khatra/jaan ka khatra/खतरे में हूं/खतरे में हैं/khatre me hu/khatre mein hu
khatre me hain/सुरक्षित {not} हूं/safe {not} hu/आत्महत्या/खुदकुशी/khudkushi/aatmhatya/atmahatya
खुद को मार/khud ko maar/जान दे दूं/jaan de du/फांसी लगा/phansi laga/fansi laga/ज़हर खा/ज़हर पी
zeher kha/zehar kha/zahar kha/jahar kha/नींद की {saved}/neend ki {saved}/अगवा कर/अपहरण कर/अपहरण हो
किडनैप
agwa kar/agwa kr
apaharan/उठा ले गए/उठा ले गया/utha le gaye/utha le gaya/बच्चे को ले गया/बच्चों को ले गया
बेटी को ले गया/{kin} को लेगया
{kin} ko le gaya/{kin} को छीन
{kin} ko maar {doing}/{kin} को {hit} डाला/{kin} ko maar dala/{hit} डाला {kin}
"""

_STORY = """
{us} {did}/{he} {did}/{did} मुझे/{did} mujhe/mujhe mara/ne mara/मारपीट कर/मारपीट हुई/maarpeet kar
marpeet kar/marpit kar/मारा पीटा
maara peeta/बहुत मारा/bahut maara/बहुत मारता/bahut maarta/पिटाई कर/pitai ki
पिटाई की/गला दबाया/gala dabaya/गला घोंटा/बलात्कार/balatkar/balaatkar/रेप/रेप किया/छेड़छाड़/chedchad
chhedchhad/यौन शोषण/यौन हिंसा/घरेलू हिंसा/gharelu hinsa/शोषण कर/shoshan/ज़बरदस्ती की/जबरदस्ती करता
zabardasti ki/jabardasti ki/jabardasti karta/zabardasti karta/zabardasti shadi/jabardasti shadi
ज़बरदस्ती शादी/जबरन शादी/jabran shadi/बाल विवाह/bal vivah/मर्ज़ी के खिलाफ शादी/दहेज के लिए/दहेज मांग
dahej ke liye/dahej maang/dahej mang/धमकी दी/धमकी देता/धमकी दे/धमकी देते/dhamki di/dhamki deta
dhamki de
dhamki dete/dhamki mil/धमकी मिल/मारने की धमकी/jaan se marne ki/जान से मारने की/मारने की कोशिश
maarne ki koshish/marne ki koshish/जलाने की कोशिश/jalane ki koshish/{from} से डर/{from} se dar
उससे डर/उनसे डर/usse dar/us se dar/unse dar/घर जाने से डर/ghar jane se dar/मरना/मरना चाहती
marna chahti/marna hai/जीना {not} चाह/जीने का मन {not}/jeena {not} chah/jina {not} chah/{me} बेच
mujhe bech/ब्लैकमेल/blackmail/वीडियो वायरल/फोटो वायरल/video viral/photo viral/गलत जगह छु
galat jagah chhu
galat tarike se chhu/गलत तरीके से छु/{he} हिंसक/{he} khatarnak/सताता है/सताते हैं/satata hai
satate hai/गाली देता/गालियां देता/gali deta/gaali deta/हाथ उठाता/हाथ उठाया/hath uthata
haath uthata
haath uthaya/hath uthaya/तेज़ाब फेंका/सिगरेट से जला/बाल पकड़कर/baal pakad kar/baal khinch/बाल खींच
"""

# One letter away from a word of danger, and never meant as one.
_HARMLESS = """
कर करना करता करती करते करो बात साथ पास घर चला चलाया चलता बताता बताती बताते सोच पक्का बारी वाली
खाली काली छोड़ छोड़ता छोड़ा सारा सारी सारे हारा हार यार चार तार कार बार सार भार पार मान मानता
मानती मानते माल मास मां मा पी जीत सीट बीत बीता पीठ हुआ मेरा मेरी मेरे मत जाता आता दो सो डर भर सर
भेज भेजो बीच बंदर बचत मदरसा मदर मरीज पुल पुलिया पिता माता kar karna karta karti karte karo mera
meri mere pata pita mata chala chal mil maan maanta manta manti mana maang yaar haar taar chaar
pee peena peeti bataya batata beech bhej bhejo bacha bachat bachpan market martha maria marks
madam maal maaf saal saath baat raat bara bada mein main kaam naam shaam aaram aaj khana khatam
dena deta dete jaana jana aana pad padh padha sara sare sari para tara hara kara
"""

HINDI_DANGER = DangerList(
    groups=_GROUPS,
    alone=heard_split(_ALONE),
    call=heard_split(_CALL),
    story=heard_split(_STORY),
    denials=heard_bag("नहीं नही मत बिना nahi nahin nhi"),
    past=heard_bag("था थे थी पहले कल परसों पिछले साल महीने pehle pichle parso"),
    harmless=heard_bag(_HARMLESS),
    matters=heard_bag(
        "पैसा पैसे पैसों किराया किराए राशन खाना दवा इलाज काम नौकरी कागज़ कागज कागजों स्कूल फीस "
        "कर्ज लोन फोन पढ़ाई "
        "paisa paise paiso kiraya kiraye rashan khana dawa ilaaj kaam naukri kagaz school fees "
        "karz loan"
    ),
    unstopped=heard_bag("रुक रुकता रुकते बंद ruk rukta rukte"),
)
