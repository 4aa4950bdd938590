"""The Spanish words the bot understands."""

from bots.lexicon.es_danger import SPANISH_DANGER
from bots.lexicon.model import Lexicon, bag, split

_OPTIONS = {
    "yes": split("sí/si/s/sip/claro/dale/bueno/vale/de acuerdo/correcto/está bien/sii/ok/👍/✅"),
    "no": split("no/n/nop/para nada/ninguno/ninguna/no hace falta/👎/❌"),
    "not_sure": split("no lo sé/no sé/no estoy segura/no estoy seguro/tal vez/quizás/quizá"),
    "not_now": split("ahora no/luego/después/más tarde/no puedo/no puedo hablar/otro momento"),
    "wrong_number": split("número equivocado/equivocado/equivocada/te equivocaste"),
    "me": split("ti/mí/yo/sobre mí/para mí/a mí/conmigo/soy yo"),
    "other_person": split("otra persona/otra/otro/una amiga/un amigo/mi amiga/mi hermana/alguien"),
    "own_acts": split("algo que hice/algo que hiciste/yo hice algo/mi culpa/yo lo hice"),
    "ask": split("preguntar/preguntar algo/pregunta/una pregunta/preguntas"),
    "health": split("salud/doctor/doctora/clínica/hospital/médico"),
    "place": split("lugar/un lugar/refugio/un lugar donde quedarse/casa/albergue/dónde quedarme"),
    "money_law": split("dinero/leyes/ley/dinero o leyes/abogado/abogada"),
    "how": split("cómo/cómo funciona/cómo funciona esto"),
    "keep_writing": split("seguir escribiendo/seguir/escribir/sí/si/continuar"),
    "hurt": split("golpes/daño/golpes o daño/golpe/me pegó/me pega"),
    "threats": split("amenazas/amenaza/me amenaza"),
    "sexual": split("sexual/sexo/abuso sexual"),
    "control": split("control/dinero/teléfono/control del dinero/control del teléfono"),
    "today": split("hoy/esta noche/esta mañana/ahora/hace rato/recién"),
    "three_days": split("últimos tres días/ayer/anoche/tres días/hace dos días/antier/anteayer"),
    "five_days": split("hace cuatro o cinco días/hace cuatro días/hace cinco días/hace 4 días"),
    "longer": split(
        "hace más tiempo/hace mucho/la semana pasada/el mes pasado/el año pasado/antes"
    ),
    "repeated": split("sigue pasando/siempre/todos los días/todo el tiempo/a cada rato"),
    "women": split("mujeres/para mujeres/mujer"),
    "men": split("hombres/para hombres/hombre"),
    "anyone": split("para cualquier persona/cualquiera/cualquier persona/todos/ambos/da igual"),
    "go_on": split("seguir/seguimos/continuar/sí/si/ok/dale/siguiente"),
    "person": split("antes una persona/una persona/persona/hablar con una persona"),
    "send": split("enviarlo/enviar/envíalo/sí/si/ok/mándalo"),
    "stop_here": split("terminar aquí/terminar/eso es todo/no/nada más"),
    "later": split("después/luego/ahora no/más tarde/no"),
    "yes_next": split("sí y si no el siguiente/y si no el siguiente/el siguiente/siguiente"),
    "tell_who": split("dime en qué lugar/en qué lugar/cuál/quién/dime quién/qué lugar"),
    "another": split("otra/otro/otro lugar"),
    "under": split("menos de 18/menor/menor de edad/soy menor"),
    "adult": split("18 o más/mayor/mayor de edad/más de 18/18"),
    "rather_not": split("prefiero no decir/no quiero decir/prefiero no"),
    "only_questions": split("solo preguntar/solo preguntas/preguntar"),
    "stop": split("parar ahora/terminar"),
    "unaware": split("no lo sabe/no sabe"),
    "reach": split("cómo contactar/contactar/cómo/sí/si"),
    "language": split("idioma/idiomas/otro idioma"),
    "look": split("mirar/ver/noticias/mirar otra vez/muéstrame"),
    "skip": split("saltar"),
}

_NAMES = """
maria jose juan luis carlos jorge pedro miguel francisco antonio manuel jesus alejandro ricardo
fernando roberto eduardo javier sergio rafael daniel david alberto arturo enrique raul oscar
gabriel martin andres diego pablo santiago sebastian mateo nicolas guadalupe margarita veronica
elizabeth alejandra leticia gabriela patricia rosa martha juana silvia teresa adriana carmen laura
ana sofia valentina camila lucia isabella daniela mariana fernanda paola andrea natalia claudia
monica diana sandra lorena beatriz susana norma gloria elena cristina angelica esperanza dolores
catalina esther raquel miriam rocio araceli yolanda josefina irma blanca ximena regina renata
"""

_EVERYDAY = """
hola gracias favor dinero casa hogar lugar telefono agua comida escuela trabajo hoy manana ayer
noche tarde semana mes tiempo numero mensaje texto llamada nombre donde cuando quien como porque
aqui alla este esta estos esas con desde tengo tiene tener necesito quiero saber pensar venir voy
ver mirar decir dijo hablar hacer tomar encontrar bueno malo bien mal amor familia amigo amiga
gente mujer hombre hijo hija nino nina bebe madre padre mama papa hermano hermana doctor clinica
hospital mercado calle iglesia tienda autobus camino pueblo ciudad pais ayuda pregunta respuesta
feliz navidad domingo lunes martes miercoles jueves viernes sabado flor luna estrella verde azul
rojo blanco negro amarillo naranja manzana platano futbol musica soy eres somos son fue era ser
estar hay mas menos muy mucho poco todo nada algo alguien nadie siempre nunca tambien pero porque
para por sin sobre entre hasta segun antes despues otra otro uno dos tres cuatro cinco seis siete
ocho nueve diez me te se nos les los las la el lo en de al un su mi yo ni no si
queda quedo pago conto cuento cuenta
una unos unas del que cual mis tus sus mata masa pasa
paga pide pida vida sale sabe toca dice mete pone sigo sigue digo ropa copa boca loca poca
"""

SPANISH = Lexicon(
    code="es",
    name="Español",
    names=split("español/espanol/en español/spanish/castellano/habla español/espaniol"),
    options=_OPTIONS,
    numbers={
        "cero": 0, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "primero": 1,
        "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4,
        "quinto": 5, "doz": 2, "sinco": 5, "quatro": 4,
    },
    skip=split("saltar/salta/saltar esto/paso/omitir"),
    back=split("volver/atrás/regresar/anterior/para atrás"),
    dont_know=split("no sé/no lo sé/nose/no se/ni idea/no recuerdo/no me acuerdo"),
    polite=bag("favor porfa porfavor gracias hola oye dios ya ok muchas buenas senor senora"),
    stop=split("alto/baja/detener/darse de baja/cancelar suscripcion"),
    undo=split("deshacer"),
    delete=split("borrar"),
    person=split(
        "una persona/humano/hablar con una persona/hablar con alguien/una persona real/"
        "quiero hablar con una persona/quiero hablar con alguien"
    ),
    who=split(
        "quién es/quién eres/quién habla/quién escribe/quién sos/de parte de quién/quién es usted/"
        "de quién es este número/qué es esto/qué número es este/con quién hablo/quién me escribe/"
        "quién manda esto/qué servicio es este/te conozco/quienes son/quiénes son ustedes/kien es/"
        "kien eres/quien habla/quien es este/quién es esto/es una persona"
    ),
    papers=bag("papeles visa pasaporte migracion indocumentada indocumentado documentos deportan"),
    asks=bag("necesito piden pide avisan van puedo sin no tengo es son que debo si hay"),
    everyday=bag(_EVERYDAY),
    first_names=bag(_NAMES),
    unsafe_first=bag(
        "violencia violento abuso policia refugio violacion agresion victima sobreviviente sexual "
        "golpes delito denuncia consejera mujeres albergue"
    ),
    danger=SPANISH_DANGER,
    child=bag(
        "nino nina ninos ninas hijo hija hijos hijas bebe bebes sobrina sobrino menor menores "
        "adolescente chiquito chiquita"
    ),
    of_age=bag("anos ano anios tengo tiene edad"),
)  # fmt: skip
