"""French expressions of danger."""

from bots.lexicon.model import DangerList, bag, split, thinned

_GROUPS = {
    "he": split(
        "il/elle/ils/mari/copain/conjoint/compagnon/ex/pere/beaupere/oncle/tonton/cousin/"
        "homme/hommes/type/gars/patron/voisin/copine/epoux/on/bandits/fiance"
    ),
    "partner": split(
        "mari/copain/conjoint/compagnon/ex/mec/exmari/epoux/beaupere/agresseur/fiance/exconjoint"
    ),
    "feared": split(
        "mari/copain/conjoint/compagnon/ex/mec/exmari/epoux/beaupere/agresseur/fiance/pere/oncle/"
        "patron/voisin/lui/frere/homme"
    ),
    "weapon": split(
        "couteau/couteaux/arme/armes/pistolet/fusil/machette/hache/marteau/flingue/revolver/lame/"
        "rasoir/tournevis/baton/gourdin/kalach/ciseaux/poignard/acide"
    ),
    "est": split("est/et/es"),
    "has": split("avec/ont/prend/pris/tient/sort/sorti/brandit/attrape/pointe/amene"),
    "will": thinned(
        "va/vont/veut/veulent/essaie/essaye/essaient/menace/cherche/tente/vient/viennent/venu/"
        "ve/veu/allait"
    ),
    "kill": thinned(
        "tuer/frapper/battre/violer/egorger/bruler/poignarder/etrangler/tabasser/massacrer/buter/"
        "agresser/attaquer/sequestrer/kidnapper/cogner/exciser/torturer/tuez/blesser"
    ),
    "murder": thinned(
        "tuer/egorger/violer/poignarder/etrangler/tabasser/massacrer/assassiner/exciser/kidnapper"
    ),
    "killm": thinned(
        "metrangler/megorger/mattaquer/magresser/menlever/mexciser/mabattre/metouffer/"
        "menfermer/mecraser/mebouillanter"
    ),
    "me": split("me/m/ma/nous/mont"),
    "hits": thinned("frappe/tape/bat/tabasse/etrangle/viole/agresse/cogne/attaque/menace/torture"),
    "did": thinned(
        "frappe/frappee/frappait/frappent/tabasse/tabassee/battu/battue/battait/gifle/giflee/"
        "giflait/etrangle/etranglee/violee/violait/agresse/agressee/menace/menacee/menacait/"
        "menacent/blessee/forcee/brulee/poignarde/poignardee/mordue/maltraite/maltraitee/"
        "maltraitait/torture/torturee/humilie/humiliee/harcele/harcelee/cogne/cognee/chicote/"
        "chicotee/fouette/fouettee/insulte/insultait/attaquee/secouee/viole/gifla"
    ),
    "mdid": thinned(
        "metrangle/mattaque/moblige/magresse/mabuse/minsulte/mhumilie/metouffe/metranglait/"
        "mobligeait/magressait"
    ),
    "been": thinned(
        "violee/viole/frappee/frappe/battue/agressee/agresse/abusee/menacee/forcee/tabassee/"
        "torturee/excisee/vendue/etranglee/sequestree/attouchee"
    ),
    "kin": split("enfants/enfant/fille/fils/filles/mere/maman/soeur/bebe/petite/petit/gosse"),
    "now": split("maintenant/vite/urgent/urgence/immediatement/rapidement/urgemment/mtn/mnt"),
    "police": split(
        "police/ambulance/gendarmes/gendarmerie/flics/samu/pompiers/secours/policiers/112"
    ),
    "send": split("appelez/envoyez/appelle/envoie/appeler/envoyer/appele/prevenez/faut"),
    "in": split(
        "enfermee/enferme/coincee/coince/cachee/piegee/piege/sequestree/sequestre/prisonniere/"
        "blessee/ligotee/enfermes/enfermees/cachees/coinces/poursuivie"
    ),
    "here": thinned("ici/dehors/devant/porte/portail/derriere"),
    "breaks": thinned("casse/defonce/enfonce/fracasse/force/casser/defoncer/enfoncer/forcer"),
    "body": split("bras/nez/jambe/dents/dent/main/doigt/cote/machoire"),
    "taken": split("enleve/enlevee/kidnappe/kidnape/arrache"),
    "stops": thinned("arrete/arretez/arreter/cesse/cessez/arrte/arette"),
}

_ALONE = """
au secours/secours/a laide/a l aide/aidez moi/aide moi/aidez nous/aide nous/aider moi/ede moi/aide
aidez/sos/urgence/danger/en danger/jai besoin daide/besoin daide/besoin d aide/une urgence
aidez moi svp/aide moi svp/sauvez moi/sauve moi/sauvez nous/police/appelez la police/il {est} la
il {est} ici/il arrive/il revient/ils arrivent/ils sont la/il {est} revenu/il {est} devant la porte
il {est} a la porte/pouvez vous maider/peux tu maider/osecours/osekour/il {est} dehors/ossekour
au secour svp/vite aidez moi/cest urgent/venez vite/bonsoir au secours
"""

_CALL = """
aidez moi {now}/aide moi {now}/aidez nous {now}/au secours {now}/besoin daide {now}
besoin d aide {now}/a laide {now}/venez {now}/viens {now}/venez maider/viens maider
venez me chercher/venez nous chercher/viens me chercher {now}/sortez moi dici/sortez moi de la
faites moi sortir/sauvez moi/sauve moi/sauvez nous/secourez moi/aidez moi il/aide moi il
{send} {police}/jai besoin {police}/appelez le 17/appelez le 18/appelez quelquun/envoyez quelquun
{has} {weapon}/a un {weapon}/a une {weapon}/{weapon} sur moi/{weapon} sous la gorge
{weapon} la main/essence sur moi/homme arme/hommes armes/{will} {me} {kill}/{will} {killm}
{will} {murder}/vais me tuer/veux me tuer/il me tue/elle me tue/mari me tue/ils me tuent
va tous nous tuer/train {me} {kill}/train {killm}/train {kill}/{me} {hits} {now}/{he} {hits} {now}
{stops} {me} {kill}/{stops} pas {me} {kill}/me tuez pas/me tue pas/me frappez pas/me faites pas mal
me fais pas mal/me fais pas de mal/mari est la/copain est la/mari est {here}/mon ex est la
mon ex est {here}/{partner} arrive/{partner} revient/homme est {here}/homme est la
il est {here} maison/il est a la porte/il est devant la porte/il est dans la maison
est entre chez moi/est entre maison/essaie dentrer/essaye dentrer/{breaks} la porte/{breaks} porte
il {me} retrouvee/il {me} retrouve/il nous a retrouves/il nous a retrouvees/ma retrouvee
{he} me suit/{he} me suivent/me poursuit/me poursuivent/nous poursuit/nous poursuivent
me suit partout/laisse pas sortir/laisse pas partir/mempeche de sortir/mempeche de partir
veut pas que je sorte/laisse plus sortir/{he} {me} enfermee/{he} {me} enferme/ma enfermee/menferme
ma sequestree/me sequestre/me retient enfermee/me retient ici/suis {in}/sommes {in}/on est {in}
suis bloquee chambre/suis bloquee maison/suis bloquee ici/je saigne/saigne beaucoup/plein sang
beaucoup sang/peux pas respirer/arrive pas respirer/peux plus respirer/jetouffe/peux pas sortir
arrive pas sortir/peux plus sortir/peux pas menfuir/vais mourir/allons mourir/je meurs
suis en danger/sommes en danger/est en danger/vie en danger/danger mort/danger {now}/grand danger
suis pas en securite/pas en securite ici/{me} kidnappee/{me} kidnappe/ma enlevee/mont enlevee
{taken} {kin}/pris mon bebe/pris enfants/a tue {kin}/ont tue {kin}/me suicider/mettre fin ma vie
mettre fin jours/en finir vie/avale cachets/avale medicaments/pris cachets/bu poison/bu javel
avale poison/est saoul {now}/est ivre {now}/il va me retrouver
"""

_STORY = """
{me} {did}/{mdid}/{he} me bat/{he} nous bat/{he} me tape/{he} ma tape/{he} me touche/{he} ma touche
{he} ma tapee/{he} ma poussee/{he} me pousse/{did} {kin}/bat {kin}/touche ma fille/touche mon fils
ete {been}/etre {been}/suis battue/suis frappee/suis menacee/femme battue/violee/viol/viol conjugal
tentative viol/violences/violence conjugale/violences conjugales/violence domestique/subi violence
victime violence/abuse de moi/abuser de moi/abusait de moi/abus sexuel/abus sexuels/attouchements
attouchement/agression sexuelle/agressee sexuellement/harcelement sexuel/ma forcee/me force a
nous force a/{he} violent/est violent/est violente/devient violent/tres violent/tres violente
{partner} dangereux/il est dangereux/essaye {me} {kill}/essaye {kill}/voulu {me} {kill}
tente {me} {kill}/voulait {me} {kill}/menace mort/menaces mort/menace {kill}/ma menacee
peur de {feared}/peur pour ma vie/peur rentrer/peur quil me/peur pour {kin}/jai peur de lui
elle me fait peur/il me fait peur/veux mourir/envie mourir/veux plus vivre/plus envie de vivre
mariage force/mariee de force/marier de force/mariage arrange/force a epouser/obligee a epouser
forcee a epouser/veulent me marier/excision/excisee/exciser/ma vendue/mont vendue/me prostituer
prostitution forcee/traite des personnes/esclave sexuelle/de force avec moi/prise de force
coucher de force/couche avec moi de force/coup poing/coups poing/coup de pied/coups de pied
coup couteau/coups ceinture/me donne des coups/donne des coups/une gifle/des gifles/des claques
roue de coups/me fait du mal/ma fait du mal/nous fait du mal/il me fait mal/mari me fait mal
{me} casse {body}/oeil au beurre noir/tire les cheveux/jetee par terre/jette par terre
crache sur moi/rendre la vie impossible
"""

FRENCH_DANGER = DangerList(
    groups=_GROUPS,
    alone=split(_ALONE),
    call=split(_CALL),
    story=split(_STORY),
    denials=bag("pas jamais sans aucun aucune"),
    past=bag("hier avant etait avait autrefois"),
    unstopped=bag("arrete arretait cesse"),
    harmless=bag(
        "laide cours course courses code date base vol vols vole volee voler violette violon viola "
        "voile aids bless suis rue due vue tape taxe nuit ferme forme larme charme bateau boton"
    ),
)
