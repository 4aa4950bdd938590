"""isiZulu expressions of danger; one word carries who, when, whom and what."""

from bots.lexicon.model import DangerList, bag, joined, split

_GROUPS = {
    "he": split(
        "umyeni/indoda/isoka/umkhwenyana/amadoda/yena/ubaba/ubhuti/umalume/uex/iex/boyfriend/"
        "uboyfriend/ubf/ibhoyfrend/umuntu/abantu"
    ),
    "near": split("umyeni/indoda/isoka/umkhwenyana/amadoda/yena/uex/iex/boyfriend/uboyfriend"),
    "here": split("ulapha/ilapha/lilapha/balapha/alapha/usemnyango/basemnyango/semnyango/emnyango"),
    "weapon": split(
        "ummese/umese/imimese/isibhamu/izibhamu/inkemba/ucelemba/ipanga/imbazo/izembe/isikhali/"
        "izikhali/isando/uphethiloli/ipetroli/iasidi/inayifu/iknife/igun/isagila"
    ),
    "holds": split(
        "uphethe/baphethe/ephethe/bephethe/usephethe/ukhiphe/bakhiphe/ukhipha/uthathe/uza/usebenzise"
    ),
    "armed": (
        *joined("u/ba/o/e/be", "", "nommese/nesibhamu/nezibhamu/nezikhali/nesikhali/nenkemba"),
        *split("unocelemba/unembazo/unezembe/unepanga/unegun/uneknife/banegun"),
    ),
    "with": joined("nge/ngo/ne/no", "", "mmese/sibhamu/nkemba/zikhali/mbazo/celemba/sikhali"),
    "points": split(
        "ungikhombe/ungikhombile/uyangikhomba/bangikhombe/uyangisabisa/ungisabise/ungisongela/"
        "uyangisongela/uyeza/beza/bayeza"
    ),
    "will": split(
        "ufuna/bafuna/ifuna/ubefuna/uzama/bazama/izama/uzimisele/uthembisa/uthi/bathi/usongela/"
        "akayeki/abayeki/yeka/yekani/ayeke"
    ),
    "tokill": (
        *joined(
            "uku",
            "ngi/si/m",
            "bulala/shaya/dlwengula/gwaza/dubula/khama/klinya/limaza/shisa/hlasela/thumba",
        ),
        "ukungihlukumeza",
    ),
    "kills": (
        *joined("uzo/bazo/izo", "ngi", "bulala/shaya/dlwengula/gwaza/dubula/limaza/shisa"),
        *joined("uzo/bazo", "si/m", "bulala/shaya/gwaza/dubula"),
        *joined("uya/baya", "ngi/si", "bulala/gwaza/dubula/khama/klinya/hlasela/jaha/landela"),
    ),
    "plea": joined("ungangi/ningangi", "", "bulali/shayi/limazi/dlwenguli/gwazi/dubuli/shisi"),
    "doing": joined("uya/baya/u/ba/e", "ngi/si/m", "shaya/hlukumeza/dlwengula/limaza/khahlela"),
    "did": (
        *joined(
            "u/ba/wa",
            "ngi",
            "shaya/hlukumeza/dlwengula/limaza/gwaza/khahlela/sabisa/songela/khama/klinya/mukula/"
            "phoqa/bhaxabula",
        ),
        *joined(
            "u/ba",
            "ngi",
            "shayile/hlukumezile/dlwengulile/limazile/gwazile/khahlelile/sabisile/khamile/phoqile",
        ),
        *joined(
            "u/ba", "ngi", "shaye/hlukumeze/dlwengule/limaze/gwaze/khahlele/sabise/phoqe/mukule"
        ),
        *joined(
            "uya/baya",
            "ngi/si",
            "shaya/hlukumeza/dlwengula/limaza/khahlela/sabisa/songela/phoqa",
        ),
        *joined("wayengi/ubengi/engi/esi", "", "shaya/hlukumeza/dlwengula"),
        *joined("uya/u", "m", "shaya/hlukumeza/dlwengula"),
        *split("iyangishaya/ingishayile/lingishayile/liyangishaya/simshayile/umdlwengulile"),
    ),
    "suffered": split(
        "ngishayiwe/ngashaywa/ngishaywe/ngishaywa/ngiyashaywa/ngidlwenguliwe/ngadlwengulwa/"
        "ngidlwengulwe/ngidlwengulwa/ngihlukunyeziwe/ngahlukunyezwa/ngihlukunyezwa/"
        "ngiyahlukunyezwa/ngilinyaziwe/ngalinyazwa/ngilinyazwe/ngigwaziwe/ngagwazwa/ngigwazwe/"
        "ngisatshisiwe/ngasatshiswa/ngiyasatshiswa/ngiphoqiwe/ngaphoqwa/ngiyaphoqwa/ngiphoqwa/"
        "ngikhahlelwe/ngadutshulwa/ngidutshuliwe/ngihlaselwe/ngahlaselwa"
    ),
    "hits": split(
        "ushaya/ushaye/ushayile/ubeshaya/bashaya/uhlukumeza/uhlukumeze/udlwengule/udlwengula/"
        "udlwengulile/ulimaza/ulimaze/ubulele/babulele/ugwaze/uthumbe/bathumbe"
    ),
    "kin": split(
        "ingane/izingane/umntanami/abantwana/umntwana/umama/udadewethu/usisi/ugogo/indodakazi/"
        "indodana/intombazane/abantabami"
    ),
    "broke": split("ungiphule/wangiphula/ungidonse/wangidonsa/uyangidonsa/ungilume/ungisike"),
    "body": split("ingalo/umlenze/ikhala/amazinyo/izinwele/intamo/umunwe/izimbambo/isandla"),
    "now": split("manje/njengamanje/masinyane/ngokushesha/shesha/sheshani/olusheshayo/masisha"),
    "come": split("woza/wozani/yizani/yiza"),
    "send": split(
        "thumela/thumelani/thumeleni/biza/bizani/shayela/shayelani/fonela/ngifuna/ngidinga/"
        "ngibizele/ngibizeleni/letha/lethani/ngithumeleleni"
    ),
    "police": split("amaphoyisa/iphoyisa/ambulensi/ambulense/iambulensi/ambulance/10111/112/10177"),
    "helpme": split("usizo/ngisizeni/ngisize/sisizeni/sisize/ungisize/ningisize/ngihlenge"),
    "breaks": split("uphula/uphule/uphihliza/uphihlize/ugqekeza/bagqekeza/bagqekezile/bephula"),
    "door": split("umnyango/isicabha/ifasitela/iwindi/amafasitela"),
    "tried": split("uzame/wazama/bazame/bazama/usongele/wasongela/usabise/ucishe/wacishe"),
}

_ALONE = """
usizo/ngidinga usizo/ngicela usizo/ngifuna usizo/ngisizeni/ngisize/sisizeni/sizani/ungisize
ningisize/ungangisiza/ningangisiza/ubani ongangisiza/ngihlengeni/ngihlenge/ngisindiseni/ngisindise
ingozi/ngisengozini/isimo esiphuthumayo/kuyaphuthuma/amaphoyisa/biza amaphoyisa/angiphephile
asiphephile/uyeza manje/usemnyango/mayibabo/usizo bo
"""

_CALL = """
{helpme} {now}/{come} {now}/{send} {police}/{holds} {weapon}/{armed}/{points} {with}
{will} {tokill}/{kills}/{plea}/{doing} {now}/{near} {here}/usemnyango manje/basemnyango
usengitholile/usesitholile/bangitholile/basitholile/{breaks} {door}/ungigqekezele/bangigqekezele
ungivalele/ungikhiyele/ngivalelwe/ngikhiyelwe/sivalelwe/bangivalele/ungihluthulele
angikwazi ukuphuma/asikwazi ukuphuma/angikwazi ukubaleka/angikwazi ukuphefumula
akafuni ngiphume/akangivumeli ukuphuma/akafuni ngihambe/akangivumeli ngihambe
ngicashile/sicashile/ngiyacasha/ngicashe/ngibhacile/ngiyopha/ngopha kakhulu/igazi eliningi
ngiphuma igazi/ngiyafa/ngizofa/siyafa/sizofa/ngisengozini/sisengozini/usengozini
impilo yami isengozini/angiphephile manje/angiphephile lapha/asiphephile manje/asiphephile lapha
ngisindiseni {now}/ukuzibulala/ngizozibulala/ngizibulale/ngiyazibulala/ngiphuze ushevu/ngidle ushevu
ngiphuze amaphilisi amaningi/uziphanyekile/uphuze ushevu/ungithumbile/bangithumbile/ngithunjiwe
uthunjiwe/bathathe ingane/untshontshe ingane/umbulele/bambulele/udakiwe manje/udakiwe kakhulu
"""

_STORY = """
{did}/{suffered}/{hits} {kin}/{broke} {body}/{tried} {tokill}/ngiyamsaba/ngiyamesaba/ngimsaba
ngisaba {he}/ngesaba {he}/ngiyasaba {he}/ngesaba ukuya ekhaya/ngisaba ukuya ekhaya
ngisaba ukubuyela ekhaya/ngesaba ukubuyela ekhaya/unodlame/udlame/udlame lwasekhaya/uyingozi
ukudlwengulwa/ukudlwengula/ukuhlukunyezwa/ukuhlukumezeka/umdlwenguli/ngifuna ukufa/ngifisa ukufa
angisafuni ukuphila/angifuni ukuphila/ukuthwalwa/ngathwalwa/ngithwaliwe/bangithwalile
ukuganiswa ngenkani/ukugana ngenkani/ngiphoqwa ukugana/ngiphoqwa ukushada/bangiganisile
bangiphoqa ukushada/ungidayisile/bangidayisile/ukushushumbiswa kwabantu/izitho zangasese
ungithinte izitho/ungikhumule izingubo/ungikhumulile/ngenkani/ungijikijele/ungishise/ungishisile
"""

_HARMLESS = (
    *joined(
        "u/ba/wa/i/uya/baya/uzo/bazo/uku/aba/ngi/ungangi/e",
        "ngi/si/m/",
        "shiya/shada/shayela/shiye/shade/shayele/shiyile/shadile/shayelile/shiyi/shadi/siza/buza",
    ),
    *split(
        "ngisaba/ngiyasaba/ngesaba/ngishiywe/ngishiywa/ngashiywa/ngishiyiwe/ngiyashiywa/ngishaye/ngishayile/ngishaya/ushiya/"
        "ushada/ushiye/ushade/ushayela/ushayele/bashiya/bashada/usizi/udlala/udlale/udla/ungivulele/"
        "ngivulele/ngivulelwe/bangivulele/sivulelwe/ukuphuza/ukuphuca/ngiqashile/ngiqashe/siqashile/"
        "ngiqashiwe/ngiyaqasha/ngizoya/ngizoba/ngizoza/ngizowa/sizoya/sizoba/sizoza/ngiyaya/siyaya/"
        "ngiyafika/ngiyaza/siyaza/ukuya/ukuza/ukuba/ukuma/ukupha/ukuwa/ukula/ungithumile/"
        "bangithumile/ungithumele/ngithunyiwe/ngithunyelwe/ungidayisele/bangidayisele/ungitholele/"
        "ungiphile/ungiphe/ungisizile/uyangisiza/ungibuzile/bangisizile/ngisiza/ngisizwe/isando/"
        "isandla/umbuzo/imbuzi/umuthi/indawo/indaba/ubani/ngiyazi/ngiyakhala/ngiyahamba/amaphepha/"
        "uphethe/isikole/usuku/isizwe/ngosizo/angiphilile/ngiphephile/siphephile/niphephile/ngiphephe/ngiyaphila/"
        "ngicabange/ngicabanga/ungikhumbule/wangikhumbula/ukungisiza/ungilandele/ubulale"
    ),
)

ZULU_DANGER = DangerList(
    groups=_GROUPS,
    alone=split(_ALONE),
    call=split(_CALL),
    story=split(_STORY),
    denials=bag("cha hhayi hayi ngeke akekho akukho akana abana ngaphandle"),
    past=bag("kudala izolo kade wayekade bekuyinto nyakenye ngaphambili"),
    unstopped=bag("akayeki abayeki ukuyeka engayeki"),
    harmless=frozenset(_HARMLESS),
    matters=bag(
        "lokudla ngokudla lwemali ngemali lwezemali lwezomthetho ngomthetho lwendlu ngendlu "
        "lomsebenzi ngomsebenzi lwesikole ngesikole lwengane lwezingane ngezingane lolwazi "
        "ngolwazi lwamaphepha ngamaphepha lwefoni ngefoni irenti ngerenti yemoto yebhasi yetekisi "
        "emgwaqweni lwezempilo ngempilo lwenu lwakho"
    ),
)  # fmt: skip
