"""Portuguese expressions of danger."""

from bots.lexicon.model import DangerList, bag, split, thinned

_GROUPS = {
    "he": split(
        "ele/ela/eles/marido/namorado/esposo/companheiro/ex/exmarido/pai/padrasto/sogro/tio/homem/"
        "homens/cara/patrao/vizinho/bandidos/irmao/primo/esposa/namorada"
    ),
    "partner": split(
        "marido/namorado/esposo/companheiro/ex/exmarido/padrasto/agressor/exnamorado/homem/homens"
    ),
    "feared": split(
        "marido/namorado/esposo/companheiro/ex/exmarido/padrasto/agressor/pai/dele/tio/patrao/"
        "vizinho/sogro/homem"
    ),
    "weapon": split(
        "faca/facas/facao/arma/armas/revolver/pistola/espingarda/machado/catana/catanas/canivete/"
        "estilete/martelo/acido/peixeira/fuzil/porrete/tesoura/navalha/punhal/armado"
    ),
    "has": split("tem/com/pegou/puxou/sacou/apontou/apontando/segurando/trouxe/tirou/comprou"),
    "will": split(
        "vai/vao/quer/querem/tenta/tentando/ameaca/ameacando/veio/vem/pretende/jurou/ia/queria"
    ),
    "kill": thinned(
        "matar/bater/espancar/estuprar/violar/queimar/esfaquear/enforcar/estrangular/agredir/"
        "machucar/sequestrar/atacar/degolar/apunhalar/violentar/esganar/balear/catanar/"
        "torturar/raptar/ferir"
    ),
    "me": split("me/nos"),
    "is": split("ta/esta/estao/continua"),
    "doing": thinned(
        "matando/batendo/espancando/estuprando/queimando/enforcando/estrangulando/ameacando/"
        "seguindo/perseguindo/machucando/agredindo/chutando/violentando/esganando/torturando/"
        "esfaqueando/atacando/abusando"
    ),
    "taken": thinned("raptou/sequestrou/roubou/raptaram/sequestraram/matou/mataram"),
    "did": thinned(
        "bate/bateu/batia/espanca/espancou/estupra/estuprou/estupraram/violou/violentou/agride/"
        "agrediu/agredia/ameaca/ameacou/ameacava/machuca/machucou/machucava/chutou/empurrou/"
        "esganou/enforcou/queimou/esfaqueou/abusou/abusava/obriga/obrigou/obrigava/forcou/"
        "humilha/humilhou/xinga/xingava/maltrata/maltratou/torturou/mordeu/arrastou/surrou/"
        "estrangulou/molestou/bateram/agrediram/ameacaram/assedia/assediou/violaram/tortura"
    ),
    "didme": thinned(
        "bateu/espancou/estuprou/violou/violentou/agrediu/ameacou/ameaca/machucou/empurrou/esganou/"
        "queimou/esfaqueou/obrigou/torturou/arrastou/violaram/bateram/ameacaram/agrediram"
    ),
    "been": split(
        "estuprada/estuprado/violada/agredida/agredido/espancada/abusada/abusado/ameacada/"
        "molestada/torturada/violentada/esfaqueada/forcada"
    ),
    "kin": split("filhos/filho/filha/filhas/mae/irma/bebe/crianca/criancas/menina/menino/irmao"),
    "now": split("agora/rapido/urgente/ja/depressa/urgentemente/imediatamente/agr/rapidamente"),
    "police": split("policia/ambulancia/viatura/bombeiros/samu/socorro/190/112/192/113"),
    "send": split("chama/chame/chamem/manda/mande/mandem/liga/ligue/liguem/envie/enviem"),
    "in": thinned(
        "trancada/trancado/escondida/escondido/ferida/ferido/amarrada/amarrado/encurralada/"
        "encurralado/sangrando/trancadas/escondidas/sequestrada/cercada"
    ),
    "here": split("aqui/fora/porta/portao/dentro/entrando/chegando/vindo/casa"),
    "breaks": thinned("arrombando/arrombou/arrombar/quebrando/quebrou/arromba/derrubando/derrubou"),
    "stops": split("para/pare/parem/parar"),
}

_ALONE = """
socorro/ajuda/me ajuda/me ajude/me ajudem/ajude me/ajuda me/ajudem me/ajudem/preciso de ajuda
preciso ajuda/ajuda por favor/me ajuda por favor/sos/emergencia/perigo/em perigo/estou em perigo
policia/chama a policia/chame a policia/me salva/me salve/salva me/salve me/me acode/acode
ele ta aqui/ele esta aqui/ele ta vindo/ele esta vindo/ele vem ai/ele voltou/ele chegou
ele ta na porta/ele esta na porta/ele ta la fora/ele esta la fora/nos ajude/nos ajudem
ajuda urgente/uma emergencia/e urgente/pode me ajudar/podem me ajudar/alguem me ajuda
socorro me ajuda/boa noite socorro/bom dia socorro/meu marido chegou/meu ex voltou
meu marido voltou
"""

_CALL = """
socorro {now}/ajuda {now}/me ajuda {now}/me ajude {now}/me ajudem {now}/preciso de ajuda {now}
preciso ajuda {now}/venham {now}/venham me buscar/vem me buscar {now}/venham me ajudar
vem me ajudar/venham ajudar/me tira daqui/me tirem daqui/tira me daqui/tirem me daqui/me salva
me salve/salvem me/me salvem/me socorre/me socorram/{send} {police}/{send} a {police}
preciso da policia {now}/preciso da policia aqui/preciso de ambulancia {now}/chama alguem {now}
mandem alguem/{has} uma {weapon}/{has} um {weapon}/{has} a {weapon}/{has} {weapon}/{weapon} na mao
{weapon} no pescoco/apontou para mim/gasolina em mim/{is} armado/{will} {me} {kill}
{will} {kill} me/{will} {kill} gente/{will} {kill} agente/{will} {kill} {kin}/{will} me mata
{will} matar ela/{will} matar todos/disse que me mata/ele me mata/ele mata me/vai acabar comigo
me {doing}/nos {doing}/{doing} mim/{is} {kill} me/{is} me {kill}/{is} {doing} {kin}
{is} {kill} {kin}/{doing} {kin}/{partner} {is} {here}/ele {is} na porta/eles {is} na porta
ele {is} entrando/ele {is} chegando/eles {is} chegando/eles {is} entrando/ele ta dentro de casa
ele esta dentro de casa/{partner} chegou {now}/{partner} voltou {now}/{partner} vem ai
{partner} vem atras de mim/{he} vem me buscar/{breaks} a porta/{breaks} porta/{partner} me achou
ele me achou/ele nos achou/ele descobriu onde/me persegue/me perseguem/{he} me segue
atras de mim {now}/correndo atras de mim/nao deixa sair/nao me deixa sair/n deixa sair
nao deixa eu sair/nao me deixa ir embora/me trancou/me tranca/me trancaram/nos trancou
me prendeu em/me prendeu no/me prendeu casa/estou {in}/tou trancada/tou escondida/tou presa em
estamos {in}/to trancada/to escondida/to ferida/to sangrando/to amarrada/estou presa em
estou presa no/estou presa casa/nao consigo sair/nao posso sair/nao consigo fugir
nao consigo respirar/nao respiro/nao posso respirar/sangrando muito/muito sangue/perdendo sangue
vou morrer/vamos morrer/estou morrendo/to morrendo/estou a morrer/estou em perigo/estamos em perigo
em perigo {now}/perigo {now}/corro perigo/corremos perigo/correndo perigo/vida em perigo
risco de vida/perigo de vida/nao estou segura/nao estou em seguranca/nao to segura/me sequestrou
me sequestraram/me raptou/me raptaram/{taken} {kin}/levou meu bebe/levou meus filhos
levou meu filho/levou minha filha/nao me mate/nao me mata/nao me machuque/nao me machuca
nao me bata/nao mate me/{stops} de me {kill}/{stops} de {doing}/nao para de me {kill}
ele ta bebado e/esta bebado {now}/esta bebado e/me suicidar/suicidio/vou me matar/quero me matar
quero matar me/tirar minha vida/tirar a minha vida/acabar com minha vida/tomei veneno
tomei comprimidos/tomei remedios muitos
"""

_STORY = """
me {did}/nos ameaca/nos bate/nos agride/nos ameacou/nos bateu/{didme} me/{he} bate me/{he} bate em
{did} mim/{did} {kin}/fui {been}/sou {been}/foi {been}/ser {been}/apanho {feared}/apanhei {feared}
apanhava {feared}/apanho dele/apanho muito/apanhei muito/levei porrada/levo porrada/levei uma surra
me deu uma surra/me deu um soco/me deu um tapa/deu tapa na cara/me deu socos/me da porrada
deu me um soco/deu me uma bofetada/me deu uma bofetada/me deu chutes/me deu pontapes
deu me pontapes/estupro/estuprada/estuprador/violencia/violencia domestica/abuso sexual
assedio sexual/molestada/relacoes forca/sexo a forca/me forca a/me obriga a/me tocou a forca
{he} me toca/{he} me tocou/{he} violento/fica violento/muito violento/e violento/{he} agressivo
fica agressivo/{he} perigoso/tentou me {kill}/tentou {kill} me/tentou {kill}/tentaram me {kill}
ameacou {kill}/ameaca de morte/ameacas de morte/me ameaca de morte/jurada de morte/medo {feared}
medo morrer/medo pela minha vida/medo voltar casa/medo que ele me/medo que me mate
morro de medo dele/com medo dele/quero morrer/vontade de morrer/nao quero mais viver
nao quero viver/casamento forcado/obrigada a casar/forcada a casar/me obrigam a casar/casar a forca
casamento prematuro/me vendeu/me venderam/trafico de pessoas/trafico humano/me prostituir
prostituicao forcada/mutilacao genital/puxou meu cabelo/puxa meu cabelo/quebrou meu braco
quebrou meu nariz/olho roxo/me jogou no chao/jogou me no chao/me cuspiu/cuspiu em mim
{he} me faz mal/{he} me fez mal/ele grita comigo/passou a mao em mim/me apalpou
"""

PORTUGUESE_DANGER = DangerList(
    groups=_GROUPS,
    alone=split(_ALONE),
    call=split(_CALL),
    story=split(_STORY),
    denials=bag("nao nunca jamais nem sem"),
    past=bag("estava era foi antes ontem tinha"),
    unstopped=bag("para parou deixa cansa"),
    harmless=bag(
        "mate mates modo medio code hate date bath base sala vaca press water later mala cama alma "
        "barata faz faco fato foto ontem item them temo abrigo artigo"
    ),
)
