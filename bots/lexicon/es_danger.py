"""Spanish expressions of danger."""

from bots.lexicon.model import DangerList, bag, split

_GROUPS = {
    "abuser": split(
        "esposo/marido/novio/pareja/ex/exmarido/papa/padre/padrastro/suegro/tio/hombre/tipo/jefe/"
        "ellos/vecino/esposa/novia/hombres/tipos"
    ),
    "weapon": split(
        "cuchillo/pistola/arma/machete/navaja/revolver/escopeta/martillo/hacha/acido/gasolina/"
        "rifle/cuchillos/armas/tijeras/bate/palo/fierro/punal"
    ),
    "has": split("tiene/tienen/trae/traen/con/saco/agarro/lleva/llevan/apunta/apuntando/sostiene"),
    "will": split("va/van/quiere/quieren/intenta/intentan/vino/vienen/viene/trata/amenaza"),
    "kill": split(
        "matar/golpear/pegar/quemar/violar/ahorcar/apunalar/disparar/lastimar/atacar/estrangular/"
        "secuestrar/balear/acuchillar/ahogar"
    ),
    "killme": split(
        "matarme/golpearme/pegarme/quemarme/violarme/ahorcarme/apunalarme/dispararme/lastimarme/"
        "atacarme/estrangularme/secuestrarme/matarnos/golpearnos/acuchillarme/matarla"
    ),
    "plea": split("mates/pegues/golpees/lastimes"),
    "doing": split(
        "matando/pegando/golpeando/quemando/violando/ahorcando/apunalando/lastimando/atacando/"
        "estrangulando/persiguiendo/siguiendo/amenazando/pateando/ahogando/torturando/buscando"
    ),
    "did": split(
        "pega/pego/pegaba/golpea/golpeo/golpeaba/ahorco/ahorca/violo/viola/obliga/obligo/amenaza/"
        "amenazo/quemo/quema/pateo/patea/empujo/empuja/lastimo/lastima/maltrata/maltrato/abuso/"
        "abusa/ataco/estrangulo/apunalo/cacheteo/toco/forzo/fuerza/jalo/mordio/arrastro/insulta/"
        "tortura/torturo/agredio/agrede/violaron/golpearon/pegaron/amenazaron/atacaron/abofeteo"
    ),
    "me": split("me/nos"),
    "kin": split("hijos/hijo/hija/hijas/mama/madre/hermana/hermano/bebe/nino/nina/ninos"),
    "now": split("ya/ahora/rapido/urgente/pronto/urgentemente/enseguida/ahorita/ahoramismo"),
    "police": split("policia/ambulancia/patrulla/ayuda/911/112/066/alguien/doctor"),
    "send": split("manden/mande/manda/llamen/llame/llama/envien/envie/necesito/traigan/busquen"),
    "is": split("esta/estan"),
    "in": split("encerrada/encerrado/atrapada/atrapado/escondida/escondido/herida/herido"),
}

_ALONE = """
ayuda/auxilio/socorro/sos/ayudame/ayudenme/ayudanos/ayudeme/emergencia/peligro/en peligro
por favor ayuda/ayuda por favor/necesito ayuda/ayuda ayuda/me ayudan/me pueden ayudar
me puede ayudar/me puedes ayudar/salvame/policia/ya viene/esta aqui/esta afuera/esta en la puerta
esta en la casa/una emergencia/ayudame por favor
"""

_CALL = """
ayuda {now}/ayudame {now}/ayudenme {now}/ayudeme {now}/necesito ayuda {now}/auxilio {now}
vengan {now}/ven {now}/venga {now}/vengan por mi/{send} policia/{send} ambulancia/{send} patrulla
{send} la policia/{send} ayuda {now}/{send} una ambulancia/{send} al 911/llamen a alguien
{has} {weapon}/{weapon} en la mano/{weapon} en mano/me apunta/nos apunta
{me} {will} a {kill}/{me} {will} {kill}/{will} a {killme}/{will} {killme}/{me} mata/{me} matan
me puede matar/va a matar/quiere matar/dice que me mata/{me} {is} {doing}/{is} {doing} a
{is} matandome/{is} golpeandome/{is} pegandome/{is} ahorcandome/{is} violandome/{is} siguiendome
{abuser} {is} afuera/{abuser} {is} aqui/{abuser} {is} puerta/{abuser} {is} casa/{is} entrando
{abuser} viene/{is} adentro de la casa/viene por mi/vienen por mi/viene a matarme
me encontro/nos encontro/{me} sigue/{me} siguen
me persigue/me persiguen/rompio la puerta/rompiendo la puerta/tumbando la puerta
estoy {in}/estamos {in}/me encerro/me tiene {in}/me tienen {in}/no me deja salir/no me deja ir
no puedo salir/no podemos salir/no puedo respirar/estoy sangrando/sangro mucho/mucha sangre
me estoy muriendo/me voy a morir/me muero/estoy en peligro/estamos en peligro/mi vida peligra
corro peligro/peligro ahora/salvenme/salvame/saquenme/sacame de aqui/saquenme de aqui/rescatenme
me secuestro/me secuestraron/esta borracho y/mato mi/mato su/me quiero matar/quiero matarme
no me {plea}/no me hagas dano
suicidarme/quitarme la vida/me tome pastillas/tome veneno/se llevo mi {kin}/no estoy a salvo
"""

_STORY = """
{me} {did}/{did} mi {kin}/{did} mis {kin}/le {did}/les {did}/fui violada/fui violado
fui golpeada/fui golpeado/me violaron/me han violado/me ha pegado/me ha golpeado/me habia pegado
violacion/violada/abuso sexual/abuso de mi/violencia/intento {killme}/intento {kill}/{me} intento
miedo {abuser}/miedo de el/miedo a el/le tengo miedo/me da miedo/miedo por mi vida
miedo a volver/miedo de volver/miedo que me mate/quiero morir/quiero morirme/no quiero vivir
me obligan a casarme/casarme a la fuerza/me vendieron/me vendio/trata de personas/es violento
es agresivo/es peligroso/{me} tiro/{me} rompio/me jalo el pelo/manosea/manoseo/me manoseo
me hace dano/me hizo dano/nos hace dano/me lastima/ojo morado/a golpes/me corto/me grita y
"""

SPANISH_DANGER = DangerList(
    groups=_GROUPS,
    alone=split(_ALONE),
    call=split(_CALL),
    story=split(_STORY),
    denials=bag("no nunca jamas tampoco sin"),
    past=bag("estaba estuvo antes ayer hace anoche"),
    unstopped=bag("deja para dejo"),
    harmless=bag("la tiene tienen"),
    matters=bag("renta comida dinero trabajo escuela papeles tarea"),
)
