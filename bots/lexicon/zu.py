"""The isiZulu words the bot understands."""

from bots.lexicon.model import Lexicon, bag, split
from bots.lexicon.zu_danger import ZULU_DANGER

_OPTIONS = {
    "yes": split(
        "yebo/yeboo/ybo/yebho/yebo ngempela/ehe/eya/ja/kulungile/kulungle/sho/ngiyavuma/ok/okay/"
        "👍/✅"
    ),
    "no": split(
        "cha/chabo/tsha/hhayi/hayi/ayi/hhay/aykhona/hayikhona/akudingeki/angifuni/akunasidingo/👎/❌"
    ),
    "not_sure": split(
        "anginaso isiqiniseko/anginasiqiniseko/angazi/mhlawumbe/angiqinisekile/kungenzeka"
    ),
    "not_now": split(
        "hhayi manje/hayi manje/ayi manje/hhayi okwamanje/kamuva/emuva kwesikhathi/ngimatasa/"
        "ngibizi/angikwazi ukukhuluma/ngesinye isikhathi/akusona isikhathi"
    ),
    "wrong_number": split(
        "inombolo engeyona/inombolo okungeyona/inombolo engalungile/inamba engeyona/iphutha/"
        "akuyona le nombolo/inombolo eyiphutha/iwrong number"
    ),
    "me": split("nawe/wena/mina/nami/ngami/yimina/yimi/mayelana nami/mayelana nawe"),
    "other_person": split(
        "nomunye umuntu/omunye umuntu/omunye/umngane/umngani/umngane wami/udadewethu/usisi wami"
    ),
    "own_acts": split(
        "nento oyenzile/into oyenzile/into engiyenzile/ngenze into/iphutha lami/yimi okwenzile"
    ),
    "ask": split("buza okuthile/buza/ukubuza/umbuzo/imibuzo/nginombuzo/ngifuna ukubuza"),
    "health": split("ngezempilo/ezempilo/impilo/udokotela/umtholampilo/ikliniki/isibhedlela"),
    "place": split("ngendawo yokuhlala/indawo yokuhlala/indawo/ikhaya/indlu/ukuhlala"),
    "money_law": split("ngemali noma ngomthetho/imali/ngemali/umthetho/ngomthetho/ummeli"),
    "how": split("ukuthi lokhu kusebenza kanjani/kusebenza kanjani/kanjani/isebenza kanjani"),
    "keep_writing": split("qhubeka ubhale/qhubeka/ukubhala/bhala/ngiqhubeke/yebo"),
    "hurt": split(
        "ukushaywa noma ukulinyazwa/ukushaywa/ukulinyazwa/ukulimala/ngishayiwe/uyangishaya/"
        "ungishayile"
    ),
    "threats": split("ukusatshiswa/ukusongelwa/izinsongo/uyangisongela/uyangisabisa"),
    "sexual": split("okocansi/ezocansi/ucansi/ngokocansi"),
    "control": split("ukulawulwa kwemali noma kwefoni/ukulawulwa/ukulawula/imali/ifoni"),
    "today": split(
        "namuhla/namhlanje/namhla/manje/khona manje/namuhla ekuseni/ekuseni/kusihlwa/njengamanje"
    ),
    "three_days": split(
        "ezinsukwini ezintathu ezedlule/izinsuku ezintathu/ezinsukwini ezintathu/izolo/"
        "izolo ebusuku/kuthangi/izinsuku ezimbili/ezinsukwini ezimbili ezedlule"
    ),
    "five_days": split(
        "izinsuku ezine noma ezinhlanu ezedlule/izinsuku ezine/izinsuku ezinhlanu/"
        "ezinsukwini ezine ezedlule/ezinsukwini ezinhlanu ezedlule"
    ),
    "longer": split(
        "kudala kunalokho/kudala/kudala kakhulu/kade/ngesonto eledlule/ngesonto elidlule/"
        "ngenyanga edlule/ngonyaka odlule/nyakenye"
    ),
    "repeated": split(
        "kuyaqhubeka kwenzeka/kuyaqhubeka/njalo/njalonjalo/nsuku zonke/zonke izinsuku/"
        "ngaso sonke isikhathi"
    ),
    "women": split("ezabesifazane/abesifazane/owesifazane/abafazi/omama"),
    "men": split("ezabesilisa/abesilisa/owesilisa/amadoda/indoda"),
    "anyone": split("ezanoma ubani/noma ubani/wonke umuntu/zonke/bonke/noma yiziphi"),
    "go_on": split("qhubeka/siqhubeke/ngiqhubeke/yebo/kulungile/ok"),
    "person": split("ukukhuluma nomuntu kuqala/ukukhuluma nomuntu/khuluma nomuntu/umuntu"),
    "send": split("yithumeleni/yithumele/thumela/ngithumele/ngithumeleni/yebo/ok"),
    "stop_here": split("qeda lapha/qeda/sekwanele/kwanele/yilokho kuphela/cha"),
    "later": split("kamuva/emuva kwesikhathi/hhayi manje/hayi manje/ngesinye isikhathi/cha"),
    "yes_next": split(
        "yebo noma abalandelayo/noma abalandelayo/abalandelayo/nabalandelayo/olandelayo"
    ),
    "tell_who": split("ngitshele ukuthi ngobani/ngitshele/ngobani/ubani/kuphi"),
    "another": split("omunye/enye/enye indawo/kwenye indawo"),
    "under": split(
        "ungaphansi kuka 18/ngaphansi kuka 18/ngingaphansi kuka 18/ngingaphansi/ngaphansi/"
        "ngimncane/ingane"
    ),
    "adult": split(
        "une 18 noma ngaphezulu/ngine 18 noma ngaphezulu/18 noma ngaphezulu/ngaphezulu/18/"
        "ngimdala/umdala"
    ),
    "rather_not": split("awuthandi ukusho/angithandi ukusho/angifuni ukusho/ngeke ngisho"),
    "only_questions": split("buza imibuzo kuphela/imibuzo kuphela/ukubuza kuphela/imibuzo/buza"),
    "stop": split("yeka/qeda/ima lapha"),
    "unaware": split("akazi/abazi/akanalwazi"),
    "reach": split("indlela yokumthola/indlela/ukumthola/kanjani/yebo"),
    "language": split("ulimi/olunye ulimi/shintsha ulimi"),
    "look": split("bheka/bheka futhi/ngibone/ngibonise/izindaba"),
    "very_safe": split("ngiphephe kakhulu/ngiphephile kakhulu"),
    "fairly_safe": split("ngiphephe ngokwanele/ngiphephile ngokwanele/ngiphephile/ngokwanele"),
    "bit_unsafe": split("angiphephile kahle/hhayi kahle"),
    "very_unsafe": split("angiphephile nhlobo/angiphephile neze/angiphephile/nhlobo"),
    "never_out": split("angilokothi ngiphume ngedwa/angiphumi ngedwa/angiphumi"),
    "skip": split("yeqa"),
}

_NAMES = """
nokuthula sibusiso bongani themba nkosinathi thulani mandla sifiso lindiwe ntombi nomvula mduduzi
nonhlanhla nompumelelo zodwa busisiwe thembi thandeka zinhle ayanda andile lungile mthunzi gugu
dumisani jabulani sandile musa vusumuzi zandile nosipho nozipho nobuhle noluthando nqobile wandile
minenhle melokuhle amahle aphiwe luyanda lwandle mpilo mpumelelo nhlanhla sizwe senzo sanele fikile
mbali khethiwe phumzile hlengiwe sithembile bonginkosi siphesihle nondumiso nonkululeko phindile
philisiwe duduzile makhosi ncamisile nomthandazo ntokozo silindile thokozani thandiwe nomusa zama
bhekani bhekumuzi mandlenkosi nkanyiso sakhile sanelisiwe senzeni simphiwe siyanda snenhlanhla
snethemba sthembiso thabani thabile thamsanqa vukani xolani xolile zakhele zethu zibuyile zolile
zandi jabu bongiwe cebile dudu fundile khanyisile londiwe lungelo mbongeni mfundo
"""

_EVERYDAY = """
sawubona sanibona unjani ngiyaphila ngiyabonga siyabonga ngicela uxolo yebo cha hhayi mina wena
yena thina nina bona wami wakho wakhe wethu wenu wabo yami yakho yakhe yethu lami lakho lakhe
lethu zami zakho zethu lokhu lokho lapha lapho le lena lo lona laba labo leli lelo lezi lezo
manje namuhla namhlanje kusasa izolo ekuseni emini ntambama kusihlwa ebusuku isikhathi usuku
isonto inyanga unyaka iminyaka ihora umzuzu kamuva ngaphambili emuva futhi njalo kancane kakhulu
ikhaya ekhaya indlu umuzi idolobha edolobheni umgwaqo imakethe isitolo isikole esikoleni isonto
umsebenzi emsebenzini insimu ibhasi itekisi imoto ibhayisikili ifoni inombolo umyalezo incwadi
igama umbuzo impendulo imali inani umholo ukudla amanzi itiye ikhofi ubisi isinkwa ilayisi phuthu
uphuthu inyama inhlanzi inkukhu iqanda amaqanda isithelo ubhanana umango iwolintshi imifino
ubhontshisi amazambane utamatisi uanyanisi ushukela usawoti amafutha ingane izingane umama ubaba
ubhuti usisi udadewethu umfowethu umngane umakhelwane umalume umzala ugogo umkhulu umyeni umfazi
inkosikazi owesifazane owesilisa indoda intombazane umfana umuntu abantu isivakashi udokotela
umhlengikazi uthisha umfundi umshayeli impilo umuthi ikhanda isisu izinyo ingalo umlenze iso amehlo
indlebe umlomo isandla izandla nginayo nginawo ngine una unayo unawo une sine sinawo bane banawo
ngikhona ukhona sikhona bakhona ikhona zikhona angikho akekho akukho ayikho ukuya ukuza ukudla
ukuphuza ukulala ukuvuka ukwenza ukusho ukukhuluma ukubuza ukuphendula ukubhala ukufunda ukuzwa
ukubona ukwazi ukufuna ukuthanda ukudinga ukuthola ukunika ukuletha ukuthatha ukuthenga ukudayisa
ukukhokha ukuthumela ukushayela ukusiza ukuhlala ukuphila ukuphuma ukubuya ukufika ukuqala ukuqeda
ukuvula ukuvala ukulinda ukukhumbula ukukhohlwa ukucabanga ukuqonda ukudlala ukucula ukuhleka
ukukhala ukuhamba ukugijima ukubaleka ngifuna ngidinga ngiyakwazi angikwazi ngiyazi angazi
ngiyathanda angithandi ngiyafuna ngiyeza ngiyadla ngiyahamba ngifikile ngibuyile ngihambile
ngizofika ngizoya ngizoza ngizobuya uthe uthi wathi ungitshele ungiphile unginike uyangithanda
uyangisiza ungisizile ungishayele ngishayele uyangishayela uzongishayela ungibuzile uyangibuza
ushadile ungishadile ungishiyile uyangishiya into izinto isihlalo itafula umnyango iwindi ikamelo
umbhede incwadi ipeni izingubo izicathulo ilanga inyanga imvula umoya imbali izimbali utshani
umuthi izihlahla inkanyezi obomvu oluhlaza omnyama omhlophe ophuzi ibhola umculo ifilimu izindaba
umsakazo umcimbi umshado ukhisimusi iphasika umsombuluko ulwesibili ulwesithathu ulwesine
ulwesihlanu umgqibelo isonto kunye kubili kuthathu kune kuhlanu isithupha isikhombisa okokuqala
okokugcina ingxenye okwengeziwe encane enkulu enhle embi entsha endala kulula kunzima masinyane
kodwa futhi noma uma ukuthi ukuze kuphela nje mhlawumbe ini yini ubani kuphi nini kanjani kungani
ngani malini iyiphi ingabe ngaphandle kuze kusukela mayelana kanye ndawonye konke bonke zonke
"""

ZULU = Lexicon(
    code="zu",
    name="isiZulu",
    names=split("isizulu/zulu/ngesizulu/sizulu/isi zulu/lulimi lwesizulu"),
    options=_OPTIONS,
    numbers={
        "kunye": 1, "okukodwa": 1, "okokuqala": 1, "nye": 1, "wani": 1, "kubili": 2, "bili": 2,
        "okwesibili": 2, "kuthathu": 3, "thathu": 3, "okwesithathu": 3, "kune": 4, "okwesine": 4,
        "kuhlanu": 5, "hlanu": 5, "okwesihlanu": 5,
    },
    skip=split("yeqa/yeqa lokhu/yeqani/dlula/dlulisa"),
    back=split("emuva/buyela emuva/buyela/phindela emuva"),
    dont_know=split("angazi/angaz/angisazi/mina angazi/angikhumbuli/angisakhumbuli"),
    polite=bag(
        "ngicela ngiyacela siyacela ngcela ngiyabonga siyabonga sawubona sanibona saubona sawbona "
        "unjani ninjani nkosi bakithi bandla hawu yho weh bo sisi bhuti mngane ngiyaxolisa"
    ),
    stop=split(
        "misa imiyalezo/yeka imiyalezo/ngikhipheni/ngisuseni/ningangithumeleli/ungangithumeleli"
    ),
    undo=split("hoxisa"),
    delete=split("sula"),
    person=split(
        "umuntu/umuntu wangempela/ukukhuluma nomuntu/khuluma nomuntu/ngifuna ukukhuluma nomuntu/"
        "ngicela ukukhuluma nomuntu/ngifuna umuntu/ngidinga umuntu/ngicela umuntu"
    ),
    who=split(
        "ungubani/ungubani wena/ubani lo/ubani lona/ngubani lo/ngubani lona/ngubani okhulumayo/"
        "ubani okhulumayo/ngubani obhalayo/ubani obhalayo/ningobani/ningobani nina/uwubani/"
        "ungubani kanti/ngikhuluma nobani/ngibhalelana nobani/yini le/yini lena/inombolo kabani/"
        "ingeyabani le nombolo/le nombolo ingeyabani/eyabani le nombolo/ubani ongithumelele/"
        "ubani ongibhalelayo/ngubani ongibhalelayo/nivela kuphi/uvela kuphi/yiluphi lolu sizo/"
        "ungumuntu yini/ungubani igama lakho"
    ),
    papers=bag(
        "amaphepha iphasiphothi iphasipoti ipasipoti ivisa imvume umazisi omazisi immigration "
        "imigreshini ipemithi izincwadi"
    ),
    asks=bag(
        "ingabe ngingakwazi ngidinga nidinga nizocela kufanele ngaphandle angina anginawo uma yini"
    ),
    everyday=bag(_EVERYDAY),
    first_names=bag(_NAMES),
    unsafe_first=bag(
        "udlame nodlame ukuhlukumeza ukuhlukunyezwa amaphoyisa iphoyisa ukudlwengula "
        "ukudlwengulwa isisulu ucansi ubugebengu icala abesifazane umeluleki isiphephelo ukushaywa"
    ),
    danger=ZULU_DANGER,
    child=bag(
        "ingane izingane nengane nezingane umntwana abantwana umntanami mntanami indodakazi "
        "amadodakazi indodana amadodana intombazane amantombazane umfana abafana usana umzukulu "
        "abazukulu"
    ),
    of_age=bag("iminyaka unyaka neminyaka ubudala ngineminyaka uneminyaka oneminyaka"),
)  # fmt: skip
