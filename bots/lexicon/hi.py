"""The Hindi words the bot understands, in Devanagari and in Latin letters."""

from bots.lexicon.heard import heard_bag, heard_numbers
from bots.lexicon.hi_danger import HINDI_DANGER
from bots.lexicon.model import Lexicon, split

_OPTIONS = {
    "yes": split(
        "हाँ/हां/जी/जी हाँ/हाँ जी/ठीक है/ठीक/बिल्कुल/ज़रूर/अच्छा/ओके/haan/han/haa/haan ji/"
        "han ji/ji/ji haan/ji han/"
        "theek hai/thik hai/thik h/theek h/theek/thik/bilkul/zaroor/accha/acha/👍/✅"
    ),
    "no": split(
        "नहीं/नही/ना/न/जी नहीं/नहीं जी/बिल्कुल नहीं/नहीं चाहिए/nahi/nahin/nhi/nai/naa/nahi ji/"
        "ji nahi/"
        "nahi chahiye/👎/❌"
    ),
    "not_sure": split(
        "पता नहीं/मालूम नहीं/शायद/पक्का नहीं/पता नही/pata nahi/pata nhi/pata nai/malum nahi/"
        "maloom nahi/"
        "shayad/pakka nahi"
    ),
    "not_now": split(
        "अभी नहीं/बाद में/अभी बात नहीं हो सकती/व्यस्त/बिज़ी/फिर कभी/abhi nahi/abhi nhi/baad me/"
        "baad mein/"
        "bad me/phir kabhi/abhi busy"
    ),
    "wrong_number": split(
        "गलत नंबर/गलत नम्बर/रॉन्ग नंबर/गलत/galat number/galat no/galat/galat nambar"
    ),
    "me": split(
        "आप/मैं/मेरे बारे में/खुद/मेरा/अपने बारे में/main/mai/mere bare me/mere baare mein/"
        "khud/mera/aap"
    ),
    "other_person": split(
        "कोई और/किसी और/दोस्त/सहेली/पड़ोसी/पड़ोसन/बहन/मेरी दोस्त/मेरी बहन/koi aur/koi or/"
        "kisi aur/dost/saheli/"
        "padosi/behan/meri dost"
    ),
    "own_acts": split(
        "आपने कुछ किया/मैंने कुछ किया/मेरी गलती/मैंने किया/maine kuch kiya/meri galti/"
        "maine kiya"
    ),
    "ask": split(
        "सवाल पूछें/सवाल/पूछना है/सवाल है/कुछ पूछना है/sawal/sawaal/puchna hai/kuch puchna hai"
    ),
    "health": split("सेहत/स्वास्थ्य/डॉक्टर/अस्पताल/क्लिनिक/दवा/sehat/aspatal/dawa/dawai"),
    "place": split("रहने की जगह/जगह/घर/मकान/आश्रय/rehne ki jagah/jagah/ghar/makan"),
    "money_law": split("पैसा या कानून/पैसा/पैसे/कानून/वकील/paisa/paise/kanoon/kanun/vakil/vakeel"),
    "how": split("यह कैसे चलता है/कैसे/कैसे चलता है/कैसे काम करता है/kaise/kaise kaam karta hai"),
    "keep_writing": split("और लिखें/लिखना/जारी/और/हाँ/likhna/aur likhna/jari/haan/han"),
    "hurt": split("मारपीट या चोट/मारपीट/चोट/पिटाई/मार/maarpeet/marpeet/marpit/chot/pitai"),
    "threats": split("धमकी/धमकियां/धमकी मिली/dhamki/dhamkiyan"),
    "sexual": split("यौन/सेक्स/रेप/छेड़छाड़/बलात्कार/यौन हिंसा/yaun/chedchad/balatkar"),
    "control": split("पैसे या फ़ोन पर रोक/पैसे पर रोक/फ़ोन पर रोक/रोक/पैसे/फ़ोन/paise/rok"),
    "today": split("आज/अभी/आज रात/आज सुबह/aaj/abhi/aaj raat/aaj subah"),
    "three_days": split(
        "पिछले तीन दिन/तीन दिन/कल/परसों/कल रात/दो दिन पहले/तीन दिन पहले/kal/parso/parson/"
        "kal raat/do din pehle/"
        "2 din pehle/3 din pehle"
    ),
    "five_days": split(
        "चार-पाँच दिन पहले/चार पाँच दिन/चार दिन पहले/पाँच दिन पहले/char din pehle/"
        "paanch din pehle/4 din pehle/"
        "5 din pehle"
    ),
    "longer": split(
        "और पहले/पहले/बहुत पहले/पिछले हफ़्ते/पिछले महीने/पिछले साल/एक महीना पहले/aur pehle/"
        "pehle/bahut pehle/"
        "pichle hafte/pichle mahine/pichle saal/kaafi pehle"
    ),
    "repeated": split(
        "बार-बार होता है/बार बार/रोज़/हमेशा/हर दिन/हर रोज़/baar baar/bar bar/roz/roj/hamesha/"
        "har din"
    ),
    "women": split("महिलाओं के लिए/महिला/औरत/औरतों के लिए/mahila/aurat/mahilaon ke liye"),
    "men": split("पुरुषों के लिए/पुरुष/मर्द/आदमी/purush/mard/aadmi"),
    "anyone": split("सबके लिए/सब/कोई भी/सभी/दोनों/sab/koi bhi/sabhi/dono/sabke liye"),
    "go_on": split("आगे/आगे बढ़ें/जारी/हाँ/ठीक है/aage/aage badho/haan/han/thik hai/theek hai"),
    "person": split("पहले किसी से बात/किसी से बात/व्यक्ति/इंसान/kisi se baat/vyakti/insaan"),
    "send": split("भेजें/भेजो/भेज दो/भेजिए/हाँ/bhejo/bhej do/bhejiye/haan/han"),
    "stop_here": split("यहीं रुकें/बस/यहीं बंद/नहीं/और नहीं/bas/yahin ruko/nahi/nhi"),
    "later": split("बाद में/अभी नहीं/फिर/नहीं/baad me/abhi nahi/nahi/nhi"),
    "yes_next": split("हाँ नहीं तो अगली/नहीं तो अगली/अगली/agli/nahi to agli"),
    "tell_who": split(
        "किससे/किस से/नाम बताएं/कौन सी जगह/किस जगह/kisse/kis se/kaun si jagah/naam batao"
    ),
    "another": split("दूसरी/दूसरा/और कोई/dusri/doosri/dusra/doosra"),
    "under": split("18 से कम/नाबालिग/छोटी/छोटा/18 se kam/nabalig/chhoti/chota"),
    "adult": split("18 या ज़्यादा/18 से ज़्यादा/बालिग/बड़ी/बड़ा/18 se zyada/18 se jyada/balig/18"),
    "rather_not": split(
        "नहीं बताना/नहीं बताना चाहती/नहीं बताना चाहता/nahi batana/nahi bataungi/nahi bataunga"
    ),
    "only_questions": split("सिर्फ़ सवाल/सवाल/sirf sawal/sawal"),
    "stop": split("रुकें/बंद/बस/ruko/bas"),
    "unaware": split(
        "उन्हें पता नहीं/उसे पता नहीं/पता नहीं/unhe pata nahi/use pata nahi/pata nahi"
    ),
    "reach": split("संपर्क कैसे करें/संपर्क/कैसे/हाँ/sampark/kaise/haan/han"),
    "language": split("भाषा/भाषाएँ/दूसरी भाषा/bhasha"),
    "look": split("देखें/फिर देखें/खबर/जवाब/dekho/khabar/jawab/dikhao"),
    "very_safe": split("बहुत/बहुत सुरक्षित/bahut/bahut safe/bahut surakshit"),
    "fairly_safe": split("काफ़ी/काफ़ी सुरक्षित/सुरक्षित/kaafi/kaafi safe/surakshit"),
    "bit_unsafe": split("कुछ असुरक्षित/थोड़ा असुरक्षित/kuch asurakshit/thoda unsafe"),
    "very_unsafe": split("बहुत असुरक्षित/असुरक्षित/bahut asurakshit/asurakshit/bahut unsafe"),
    "never_out": split(
        "अकेले नहीं जाना/अकेले नहीं जाती/अकेले नहीं जाता/akele nahi jati/akele nahi jata"
    ),
    "skip": split("छोड़ें/छोड़ो"),
}  # fmt: skip

_NAMES = """
राम श्याम मोहन सोहन राजेश सुरेश रमेश महेश दिनेश मुकेश राकेश संजय विजय अजय अमित अनिल सुनील विकास
राहुल
रोहित मोहित अर्जुन करण विष्णु गणेश शिव कृष्ण हरि गोपाल सीता गीता राधा मीरा रेखा सुनीता अनीता सविता
कविता
ममता पूजा आरती ज्योति प्रिया नेहा रीना मीना टीना शीला लक्ष्मी सरस्वती पार्वती दुर्गा काजल प्रीति
अंजलि सोनिया
रानी रजनी किरण आशा उषा निशा शबाना फातिमा आयशा सलमा नसरीन रुखसाना
ramesh suresh rajesh mahesh dinesh mukesh rakesh sanjay vijay ajay amit anil sunil vikas rahul rohit
arjun ganesh krishna gopal sita geeta radha meera rekha sunita anita savita kavita mamta pooja aarti
jyoti priya neha reena meena sheela lakshmi kajal preeti anjali rani kiran asha usha nisha shabana
"""

_EVERYDAY = """
नमस्ते धन्यवाद शुक्रिया कृपया घर मकान जगह फोन पानी खाना रोटी चावल दाल चाय दूध स्कूल काम नौकरी आज
कल परसों
सुबह शाम रात दिन हफ्ता महीना साल समय नंबर संदेश शब्द नाम कहाँ कब क्या कौन क्यों कैसे यहाँ वहाँ यह
ये वह वो
मैं मुझे मेरा मेरी मेरे हम हमें हमारा आप आपका आपकी तुम तुम्हारा वे उसका उसकी उनका इस उस है हैं था
थे थी हूँ
हो होगा होता होती रहा रही रहे कर करना करता करती करो किया की का के को से में पर तक और या भी ही तो
ना नहीं हाँ
जी अच्छा ठीक बुरा बड़ा छोटा नया पुराना प्यार परिवार दोस्त लोग औरत आदमी बच्चा बच्चे बच्ची बेटा बेटी
माँ पिता भाई बहन
पति पत्नी डॉक्टर अस्पताल दवा बाज़ार सड़क मंदिर मस्जिद दुकान बस ट्रेन गाड़ी शहर गाँव देश मदद सवाल
जवाब जन्मदिन
मुबारक सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार फूल सूरज चाँद तारा लाल नीला हरा पीला
सफेद काला सेब
केला आम क्रिकेट फिल्म गाना किताब एक दो तीन चार पाँच छह सात आठ नौ दस पैसा पैसे रुपये कुछ सब कोई
बहुत थोड़ा
ज़्यादा कम पहले बाद अभी फिर हमेशा कभी चाहिए चाहती चाहता सकता सकती पता मालूम जाना जाता जाती आना आता
आती आया आई
गया गई देना दिया लेना लिया बात बोल बोलना देख सुन मिल मिला पार हार यार तार कार बार सार भार मान माल
मास मर डर भर
घर सर हर तर लगता मना जान जाग काट मत बता बचा बची बच्चों बाल बंद बंदर चाचू माफ मारुति मरीज जला जल
बचत मदर मतलब
ghar kar kare karo karna karta karti kiya aaj kal subah sham raat din hafta mahina saal
samay
kaam paisa paise khana pani naam kahan kab kya kyun kaise yahan wahan yeh woh main mujhe mera meri
mere
hum aap aapka tum hai hain tha thi hun hoon raha rahi rahe aur bhi nahi haan accha theek bura bada
chota
naya pyar pyaar parivar dost log aurat bachcha beta beti maa pita bhai behan pati patni dawa
bazaar dukan
gaadi shehar gaon madad sawal jawab sab koi bahut thoda zyada kam pehle baad abhi phir kabhi chahiye
sakta sakti pata jana jata jati aana aata aati aaya aayi gaya gayi dena diya lena liya baat bol
dekh sun
mil mila yaar haar paar maan mana maang maal maaf saaf taar bhar dar par sar har mat jaan jaao jao
batao
bacha bachat malik madam mujse marks market martha maria maths mata peeti piti
"""

HINDI = Lexicon(
    code="hi",
    name="हिन्दी",
    names=split("हिन्दी/हिंदी/हिन्दी में/hindi/in hindi/hindi me/hindi mein/hindee/हिंदी में बात"),
    options=_OPTIONS,
    numbers=heard_numbers("""
        शून्य ज़ीरो shunya
        एक पहला पहली ek pehla pehli
        दो दूसरा दूसरी
        तीन तीसरा तीसरी teesra
        चार चौथा चौथी chaar char
        पाँच पांच पाँचवाँ paanch panch
    """),
    skip=split("छोड़ें/छोड़ो/छोड़ दो/छोड़ दें/स्किप/chhodo/chodo/chhod do"),
    back=split("वापस/पीछे/वापस जाएं/wapas/vapas/peeche"),
    dont_know=split(
        "पता नहीं/पता नही/मालूम नहीं/नहीं पता/याद नहीं/मुझे नहीं पता/pata nahi/pata nhi/"
        "nahi pata/malum nahi/"
        "maloom nahi/yaad nahi/mujhe nahi pata"
    ),
    polite=heard_bag(
        "कृपया प्लीज़ प्लीज धन्यवाद शुक्रिया नमस्ते नमस्कार जी भैया दीदी सर मैडम भगवान हेलो "
        "हैलो सुनिए "
        "kripya kripaya dhanyavad shukriya namaste namaskar ji bhaiya didi sir madam bhagwan suniye"
    ),
    stop=split("बंद करें/बंद करो/संदेश बंद/संदेश बंद करें/band karo/band karein/band kro"),
    undo=split("रद्द"),
    delete=split("मिटाएँ/मिटाओ"),
    person=split(
        "व्यक्ति/असली इंसान/किसी से बात करनी है/मुझे किसी से बात करनी है/इंसान से बात/"
        "kisi se baat karni hai/"
        "mujhe kisi se baat karni hai/insaan se baat/asli insaan"
    ),
    who=split(
        "कौन/कौन है/कौन हो/आप कौन/आप कौन हैं/कौन हैं आप/तुम कौन/तुम कौन हो/कौन बोल रहा/"
        "कौन बोल रहे/यह कौन है/"
        "ये कौन है/किसका नंबर/किसका नंबर है/ये किसका नंबर है/यह क्या है/ये क्या है/"
        "यह कौन सा नंबर है/kaun/kaun hai/"
        "kon hai/kaun ho/kon ho/aap kaun/aap kon/aap kaun ho/tum kaun/tum kon/kiska number/"
        "kiska number hai/"
        "ye kya hai/yeh kya hai/kaun bol raha/kon bol raha/ye kiska number/kaun h/kon h/who ho"
    ),
    papers=heard_bag(
        "कागज़ कागज कागजात आधार वीज़ा पासपोर्ट नागरिकता दस्तावेज़ दस्तावेज पहचान-पत्र kagaz "
        "kagaj kagzat aadhar "
        "aadhaar dastavej"
    ),
    asks=heard_bag("क्या मेरे मुझे बिना कौन कैसे kya mere mujhe bina kaun kaise"),
    everyday=heard_bag(_EVERYDAY),
    first_names=heard_bag(_NAMES),
    unsafe_first=heard_bag(
        "हिंसा हिंसक पुलिस आश्रय बलात्कार रेप शोषण पीड़ित पीड़िता यौन छेड़छाड़ मारपीट अपराध "
        "शिकायत महिला महिलाओं "
        "दुर्व्यवहार काउंसलर"
    ),
    danger=HINDI_DANGER,
    child=heard_bag(
        "बच्चा बच्चे बच्ची बच्चों बच्चियों बेटी बेटा बेटे बेटियां नाबालिग बालक बालिका bachcha "
        "baccha bachche "
        "bacche bachchi bacchi bachon beti beta bete nabalig"
    ),
    of_age=heard_bag("साल उम्र वर्ष बरस saal umar umr baras"),
)  # fmt: skip
