"""The Portuguese words the bot understands."""

from bots.lexicon.model import Lexicon, bag, split
from bots.lexicon.pt_danger import PORTUGUESE_DANGER

_OPTIONS = {
    "yes": split(
        "sim/s/ss/sin/sim obrigada/sim obrigado/"
        "sim por favor/claro/ok/okay/tá/ta/tá bom/ta bom/tá bem/está bem/pode ser/pode/isso/uhum/"
        "com certeza/certo/👍/✅"
    ),
    "no": split(
        "não/nao/n/nn/naum/ñ/nem/nenhum/nenhuma/de jeito nenhum/não preciso/não obrigada/"
        "não obrigado/👎/❌"
    ),
    "not_sure": split(
        "não sei/nao sei/n sei/nsei/talvez/não tenho certeza/não tenho a certeza/sei lá"
    ),
    "not_now": split(
        "agora não/agora nao/agora n/depois/mais tarde/outra hora/outro momento/não posso/"
        "não posso falar/não dá/não dá agora"
    ),
    "wrong_number": split(
        "número errado/errado/errada/engano/foi engano/é engano/numero errado/enganou-se"
    ),
    "me": split("você/vc/eu/mim/sobre mim/para mim/pra mim/comigo/é comigo/eu mesma/eu mesmo/voce"),
    "other_person": split(
        "outra pessoa/outra/outro/uma amiga/um amigo/minha amiga/minha irmã/minha vizinha/alguém"
    ),
    "own_acts": split(
        "algo que você fez/algo que eu fiz/algo que fiz/eu fiz algo/fiz uma coisa/minha culpa/"
        "a culpa é minha/fui eu que fiz"
    ),
    "ask": split("perguntar/perguntar algo/pergunta/uma pergunta/perguntas/tirar dúvida/dúvida"),
    "health": split("saúde/médico/médica/clínica/hospital/posto de saúde/centro de saúde/doutor"),
    "place": split(
        "um lugar para ficar/lugar/um lugar/lugar para ficar/casa/abrigo/onde ficar/onde dormir/"
        "moradia/alojamento"
    ),
    "money_law": split("dinheiro ou leis/dinheiro/leis/lei/advogado/advogada/direitos/justiça"),
    "how": split("como isto funciona/como/como funciona/como isso funciona/como é que funciona"),
    "keep_writing": split(
        "continuar a escrever/continuar escrevendo/continuar/escrever/continua/sim/seguir"
    ),
    "hurt": split(
        "bater ou machucar/bater/machucar/bateu/bateram/machucou/agressão/porrada/pancada"
    ),
    "threats": split("ameaças/ameaça/ameassa/ameassas/ameasas/ameaçou/ameaçada/ameaçado"),
    "sexual": split("sexual/sexo/abuso sexual/abuso/estupro/assédio"),
    "control": split(
        "controle do dinheiro ou do telefone/controle/dinheiro/telefone/celular/telemóvel/"
        "controle do dinheiro/controle do telefone/controlo"
    ),
    "today": split("hoje/agora/hoje de manhã/esta noite/hoje à noite/agora mesmo/há pouco/hj"),
    "three_days": split(
        "últimos três dias/três dias/ontem/ontem à noite/anteontem/há dois dias/há três dias/"
        "dois dias atrás/três dias atrás/2 dias atrás/3 dias atrás"
    ),
    "five_days": split(
        "há quatro ou cinco dias/há quatro dias/há cinco dias/quatro dias atrás/cinco dias atrás/"
        "4 dias atrás/5 dias atrás/há 4 dias/há 5 dias"
    ),
    "longer": split(
        "há mais tempo/há muito tempo/faz tempo/semana passada/mês passado/ano passado/antes/"
        "faz muito tempo/na semana passada/no mês passado/no ano passado"
    ),
    "repeated": split(
        "continua acontecendo/continua/sempre/todo dia/todos os dias/o tempo todo/toda hora/"
        "acontece sempre/direto"
    ),
    "women": split("para mulheres/mulheres/mulher/pra mulher/só mulheres"),
    "men": split("para homens/homens/homem/pra homem/só homens"),
    "anyone": split(
        "para qualquer pessoa/qualquer pessoa/qualquer um/qualquer uma/tanto faz/todos/todas/"
        "qualquer/os dois"
    ),
    "go_on": split("continuar/continua/seguir/sim/ok/próximo/próxima/vamos/pode continuar"),
    "person": split("primeiro uma pessoa/uma pessoa/pessoa/falar com uma pessoa/uma pessoa antes"),
    "send": split("enviar o código/enviar/envia/envie/mandar/manda/mande/sim/ok/o código"),
    "stop_here": split("terminar aqui/terminar/é tudo/só isso/nada mais/não/acabou"),
    "later": split("depois/mais tarde/agora não/logo/não"),
    "yes_next": split(
        "sim ou o seguinte/ou o seguinte/o seguinte/seguinte/sim e se não o seguinte/o próximo/"
        "próximo"
    ),
    "tell_who": split("diga quem é/quem/qual/quem é/diga quem/qual lugar/que lugar"),
    "another": split("outro/outra/outro lugar/um outro"),
    "under": split("menos de 18/menor/menor de idade/sou menor/menos de 18 anos"),
    "adult": split("18 ou mais/maior/maior de idade/mais de 18/18/adulta/adulto/18 anos"),
    "rather_not": split("prefiro não dizer/prefiro não/não quero dizer/não quero falar"),
    "only_questions": split("só perguntar/só perguntas/perguntar/perguntas/só pergunta"),
    "stop": split("terminar/parar aqui/vamos parar/acabar"),
    "unaware": split("ela não sabe/ele não sabe/não sabe/elas não sabem"),
    "reach": split("como falar com ela/como falar/como/contato/contacto/sim/ok"),
    "language": split("língua/idioma/idiomas/outra língua/mudar de língua"),
    "look": split("ver/ver de novo/notícias/mostrar/mostra/olhar"),
    "skip": split("pular"),
}

_NAMES = """
maria jose joao antonio francisco carlos paulo pedro lucas luiz luis marcos gabriel rafael daniel
marcelo bruno eduardo felipe raimundo rodrigo manoel manuel mateus andre fernando fabio leonardo
gustavo guilherme leandro tiago thiago anderson ricardo marcio jorge sebastiao alexandre roberto
edson diego vitor sergio claudio matheus joaquim domingos armando alberto alfredo ana francisca
antonia adriana juliana marcia fernanda patricia aline sandra camila amanda bruna jessica leticia
julia luciana vanessa mariana gabriela vera vitoria larissa claudia beatriz rita luana sonia renata
eliane josefa simone natalia cristiane carla debora rosangela jaqueline rosa daniela aparecida
marlene terezinha raimunda luciene celia graca celeste amelia delfina albertina laurinda filomena
conceicao fatima isabel lurdes lourdes teresa catarina madalena esperanca felicidade deolinda
arminda telma neusa yara iara dulce esmeralda quiteria suzana sofia ines
"""

_EVERYDAY = """
ola oi obrigado obrigada favor dinheiro casa lar lugar telefone celular numero agua comida escola
trabalho hoje amanha ontem noite tarde manha semana mes tempo hora mensagem texto chamada nome onde
quando quem que qual como porque aqui ali la esta este estes estas esse essa isso isto aquele
aquela com desde tenho tem temos ter preciso quero quer saber sei pensar penso vir vou vai vamos
ver vejo olhar dizer disse fala falar fazer faz faco tomar achar bom boa mau mal ruim amor familia
amigo amiga gente mulher homem filho filha menino menina bebe mae pai irmao irma tio tia avo primo
prima medico medica doutor clinica hospital posto mercado igreja loja onibus autocarro chapa rua
estrada cidade pais bairro aldeia ajuda pergunta resposta feliz natal domingo segunda terca quarta
quinta sexta sabado flor sol lua estrela verde azul vermelho branco preto amarelo laranja maca
banana futebol musica sou es e somos sao foi era ser estar ha mais menos muito muita pouco pouca
tudo nada algo alguem ninguem sempre nunca tambem mas ou se por para pra pelo pela sem sobre entre
ate segundo antes depois outro outra um uma uns umas dois duas tres quatro cinco seis sete oito
nove dez me te lhe nos os as o a no na nos nas do da dos das de ao aos em num numa eu tu voce vc
ele ela eles elas meu minha seu sua nosso nossa nao sim ja so ta to tou estou estamos fui cama sala
porta chave mesa cadeira roupa sapato carro moto bicicleta comboio aviao radio livro caderno caneta
aula festa casamento aniversario presente preco compra venda banco conta credito divida imposto
salario patrao emprego vaga documento carteira advogado centro servico servicos bater bate bata
barata batata late latas mato mata pata gata rata data nata fato fala falo faca fica fico tira tiro
traz tras tomo toma toca toco toque mande manda mando mundo moro mora hora pago paga pede peco pego
pega passo passa posso pode poder porque poco vida vinda vindo vejo venha velho velha novo nova
grande pequeno pequena primeiro primeira ultimo ultima longo curto alto baixo esquerda direita
facil dificil certo certa errado mesmo mesma junto juntos longe perto frente atras cima baixo fora
dentro logo cedo rapido devagar calmo quente frio limpo esperar escrever escrito ler lido abrir
aberto fechar fechado perder perdi guardar procurar procuro ficar chegar chegou partir voltar
dormir morar amar chamar enviar responder perguntar entender esquecer cozinhar arroz feijao pao
leite sal sopa fogo arvore jardim passaro gato cao cachorro leve levo leva muda mudo mudar forma
forca feira fossa forno carta corta corto corte morte sorte norte parte tarde medo cedo dedo
"""

PORTUGUESE = Lexicon(
    code="pt",
    name="Português",
    names=split(
        "português/portugues/em português/portuguese/portugais/falar português/portuges/"
        "falo português/português do brasil"
    ),
    options=_OPTIONS,
    numbers={
        "zero": 0, "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5,
        "primeiro": 1, "primeira": 1, "segundo": 2, "segunda": 2, "terceiro": 3, "terceira": 3,
        "quarto": 4, "quarta": 4, "quinto": 5, "quinta": 5, "doi": 2, "treis": 3, "sinco": 5,
    },
    skip=split("pular/pula/saltar/passar/pular isto/pular essa/passo"),
    back=split("voltar/volta/para trás/pra trás/anterior/voltar atrás"),
    dont_know=split(
        "não sei/nao sei/n sei/nsei/sei lá/não faço ideia/não faço a mínima/nem ideia/sem ideia/"
        "não lembro/não me lembro/n lembro/não recordo/num sei/naum sei"
    ),
    polite=bag(
        "favor pf pfv pfvr porfavor ola oi pelo amor deus meu senhor senhora "
        "ok moca gentileza"
    ),
    stop=split("sair/pare/parar mensagens/cancelar mensagens/descadastrar/cancelar inscrição"),
    undo=split("desfazer"),
    delete=split("apagar"),
    person=split(
        "uma pessoa/humano/humana/falar com uma pessoa/falar com alguém/uma pessoa real/"
        "uma pessoa de verdade/quero falar com uma pessoa/quero falar com alguém/"
        "quero uma pessoa/atendente"
    ),
    who=split(
        "quem é você/quem e vc/quem é tu/queme/quem fala/quem está falando/quem tá falando/"
        "quem ta ai/quem está aí/quem escreve/quem é esse/quem é essa/quem é este/de quem é/"
        "de quem é esse número/de quem é este número/que número é esse/que número é este/"
        "o que é isso/o que é isto/quem me escreve/quem mandou isso/com quem falo/"
        "com quem estou falando/eu conheço você/te conheço/que serviço é esse/que serviço é este/"
        "quem são vocês/quem és tu/quem és/kem fala/é um robô/quem está a falar/"
        "da parte de quem/quem é o senhor/quem é a senhora/que organização é essa"
    ),
    papers=bag(
        "documentos documento papeis passaporte imigracao deportar deportada deportado deportam "
        "indocumentada indocumentado clandestina ilegal residencia"
    ),
    asks=bag("preciso precisa pedem avisam vao posso pode sem nao tenho e sao que devo se ha tem"),
    everyday=bag(_EVERYDAY),
    first_names=bag(_NAMES),
    unsafe_first=bag(
        "violencia violento abuso policia abrigo estupro violacao agressao vitima sobrevivente "
        "sexual assedio crime denuncia delegacia conselheira mulheres refugio perigo"
    ),
    danger=PORTUGUESE_DANGER,
    child=bag(
        "crianca criancas menino menina meninos meninas filho filha filhos filhas bebe bebes "
        "sobrinha sobrinho enteada enteado menor menores adolescente neta neto garota garoto miuda "
        "miudo"
    ),
    of_age=bag("anos ano idade tenho tem"),
)  # fmt: skip
