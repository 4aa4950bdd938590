"""The French words the bot understands."""

from bots.lexicon.fr_danger import FRENCH_DANGER
from bots.lexicon.model import Lexicon, bag, split

_OPTIONS = {
    "yes": split(
        "oui/o/ouais/oui oui/wi/wé/ouai/ui/d'accord/dac/daccord/ok/bien sûr/volontiers/vas-y/👍/✅"
    ),
    "no": split("non/n/nan/nn/naan/pas du tout/aucun/aucune/pas besoin/👎/❌"),
    "not_sure": split(
        "je ne sais pas/je sais pas/sais pas/jsp/j'sais pas/pas sûr/pas sûre/peut-être/ptetre/"
        "pt etre/p-e"
    ),
    "not_now": split(
        "pas maintenant/plus tard/pas mtn/pas mnt/un autre moment/une autre fois/apres/"
        "je ne peux pas parler/je peux pas parler/je suis occupée/je suis occupé/après"
    ),
    "wrong_number": split(
        "erreur de numéro/erreur/mauvais numéro/faux numéro/numéro erroné/c'est une erreur/"
        "vous vous trompez/tu te trompes"
    ),
    "me": split("moi/de moi/vous/de vous/c'est moi/pour moi/moi-même/à propos de moi/sur moi/mwa"),
    "other_person": split(
        "une autre personne/autre personne/quelqu'un d'autre/kelkun d'autre/une amie/un ami/"
        "mon amie/mon ami/ma soeur/ma sœur/ma voisine/autre/quelqu'un"
    ),
    "own_acts": split(
        "ce que vous avez fait/ce que j'ai fait/quelque chose que j'ai fait/"
        "j'ai fait quelque chose/ma faute/c'est ma faute/c'est moi qui l'ai fait/mes actes"
    ),
    "ask": split("poser une question/question/une question/des questions/questions/demander"),
    "health": split("santé/docteur/médecin/hôpital/clinique/centre de santé/dispensaire/soins"),
    "place": split(
        "un lieu où loger/lieu/un lieu/logement/maison/abri/foyer/hébergement/un toit/où dormir/"
        "un endroit/un lieu où dormir"
    ),
    "money_law": split("argent ou loi/argent/loi/lois/avocat/avocate/droit/justice/juriste"),
    "how": split(
        "comment cela marche/comment/comment ça marche/comment ça fonctionne/comment sa marche/cmt"
    ),
    "keep_writing": split(
        "continuer d'écrire/continuer à écrire/continuer/écrire/continue/oui/on continue"
    ),
    "hurt": split("coups ou blessures/coups/coup/blessures/blessure/frappée/frappé/battue/tapée"),
    "threats": split("menaces/menace/menasse/menases/menacée/menacé/il me menace/des menaces"),
    "sexual": split("sexuel/sexuelle/sexe/abus sexuel/agression sexuelle/attouchements"),
    "control": split(
        "contrôle de l'argent ou du téléphone/contrôle/argent/téléphone/contrôle de l'argent/"
        "contrôle du téléphone/il contrôle tout"
    ),
    "today": split(
        "aujourd'hui/aujourdui/ajd/auj/ce soir/ce matin/cette nuit/maintenant/à l'instant/"
        "tout à l'heure"
    ),
    "three_days": split(
        "ces trois derniers jours/trois derniers jours/hier/hier soir/avant-hier/la nuit dernière/"
        "il y a deux jours/il y a 2 jours/il y a trois jours/il y a 3 jours/trois jours"
    ),
    "five_days": split(
        "il y a quatre ou cinq jours/il y a quatre jours/il y a cinq jours/il y a 4 jours/"
        "il y a 5 jours/quatre jours/cinq jours"
    ),
    "longer": split(
        "il y a plus longtemps/il y a longtemps/plus longtemps/longtemps/la semaine dernière/"
        "le mois dernier/l'année dernière/la semaine passée/avant"
    ),
    "repeated": split(
        "cela continue/ça continue/toujours/tous les jours/tout le temps/souvent/chaque jour/"
        "ça arrive encore/tt le temps/tlj"
    ),
    "women": split("pour femmes/femmes/femme/les femmes/pour les femmes"),
    "men": split("pour hommes/hommes/homme/les hommes/pour les hommes"),
    "anyone": split(
        "pour tout le monde/tout le monde/n'importe/peu importe/tous/les deux/mixte/"
        "n'importe lequel/ça m'est égal"
    ),
    "go_on": split("continuer/continue/suivant/suite/oui/ok/d'accord/on continue/allez"),
    "person": split(
        "d'abord une personne/une personne/personne/parler à une personne/une personne d'abord"
    ),
    "send": split("envoyer le code/envoyer/envoyez/envoie/envoyez-le/oui/ok/le code"),
    "stop_here": split("finir ici/finir/c'est fini/c'est tout/terminer/non/rien d'autre"),
    "later": split("plus tard/après/pas maintenant/non/tout à l'heure"),
    "yes_next": split(
        "oui sinon au suivant/sinon au suivant/oui sinon le suivant/le suivant/suivant/au suivant"
    ),
    "tell_who": split("dites-moi qui/qui/lequel/laquelle/dis-moi qui/quel lieu/à qui/où"),
    "another": split("un autre/autre/une autre/un autre lieu/un autre centre"),
    "under": split("moins de 18 ans/moins de 18/mineur/mineure/je suis mineure/je suis mineur"),
    "adult": split("18 ans ou plus/18 ou plus/majeur/majeure/adulte/plus de 18 ans/18 ans"),
    "rather_not": split(
        "je préfère ne rien dire/je préfère ne pas dire/je préfère ne pas le dire/rien dire/"
        "je ne veux pas dire/je veux pas dire"
    ),
    "only_questions": split("juste des questions/des questions/questions/seulement des questions"),
    "stop": split("finir/terminer/arrêter/on arrête/c'est fini"),
    "unaware": split(
        "elle ne le sait pas/il ne le sait pas/elle ne sait pas/il ne sait pas/ne sait pas/"
        "elle sait pas/il sait pas"
    ),
    "reach": split("comment la joindre/la joindre/comment/joindre/oui/ok"),
    "language": split("langue/langues/autre langue/changer de langue"),
    "look": split("regarder/voir/nouvelles/voir encore/regarder encore/montrez-moi/encore"),
    "skip": split("passer"),
}

_NAMES = """
marie jean pierre michel andre philippe alain jacques bernard marcel daniel roger paul robert
claude henri christian georges nicolas francois patrick gerard christophe joseph julien maurice
laurent frederic eric david stephane pascal sebastien alexandre thierry olivier antoine kevin
guillaume jeanne francoise monique catherine nathalie isabelle jacqueline anne sylvie martine
madeleine nicole suzanne helene christine marguerite denise louise christiane valerie sophie
sandrine stephanie veronique celine chantal patricia brigitte julie caroline cecile florence
aurelie emilie laetitia camille pauline charlotte manon chloe juliette claire lucie aicha aminata
fatou fatoumata aissatou mariam mariama kadiatou awa rokia oumou binta coumba khady ramata djeneba
salimata assetou adja mamadou moussa ibrahima ousmane abdoulaye amadou boubacar souleymane seydou
issa adama bakary cheikh modou koffi kouassi kouame yao konan akissi amenan adjoua affoue grace
divine merveille espoir bijou clarisse solange josephine esperance immaculee gloire dieudonne
jeanpierre mireille odette pelagie rosalie yvette yolande
"""

_EVERYDAY = """
bonjour salut bonsoir merci svp stp argent maison chez logement lieu endroit telephone numero eau
nourriture manger ecole travail travaille aujourdhui demain hier matin soir nuit semaine mois annee
temps heure message texte appel nom ou quand qui quoi comment pourquoi combien ici cette ces celui
avec depuis jai tu vous nous elle ils elles mon ton son notre votre leur mes tes ses nos vos leurs
avoir besoin veux veut vouloir savoir sais sait pense penser venir viens vient aller vais voir vois
voit regarder dire dit parler parle faire fait fais prendre trouver trouve donner donne bon bonne
bien mal mauvais amour famille ami amie gens femme homme enfant enfants bebe mere pere maman papa
frere soeur docteur medecin clinique hopital marche eglise mosquee magasin boutique bus taxi route
rue ville village pays quartier aide question reponse joyeux noel dimanche lundi mardi mercredi
jeudi vendredi samedi fleur soleil lune etoile vert verte bleu bleue rouge blanc blanche noir noire
jaune orange pomme banane football musique suis es est sommes etes sont etait sera ete avait aura
cela tout tous toute toutes rien quelque quelquun personne toujours jamais souvent encore deja
aussi mais parce pour sans sur entre dans selon apres avant autre autres un une deux trois quatre
cinq six sept huit neuf dix me se le la les des du de au aux en et a y on il je ne pas plus moins
tres peu beaucoup trop assez si non oui ok ce ca sa ma ta jour jours vue vie mot mots carte loyer
papiers avocat centre service services bureau porte clef cle chambre lit repas riz pain lait sel
feu arbre jardin oiseau chat chien voiture velo moto avion train radio tele livre cahier stylo
classe lecon maitre fete mariage naissance anniversaire cadeau prix achat vente marchand client
banque compte credit dette impot salaire patron emploi metier vide ride tape taxe forme porter
portes tire tirer tirez tour tours tout rue nue due sue lui luit nuit suit suite violet violette
violon sang sans cent vent lent dent gens jeu feux lieu mieux vieux vieille jeune grand grande
petit petite nouveau nouvelle premier premiere dernier derniere long longue court haut bas gauche
droite facile difficile vrai faux meme seul seule ensemble loin pres devant derriere dessus dessous
dehors dedans bientot tard tot vite calme lourd leger chaud froid propre attends attendre ecrire
ecrit lire lu ouvrir ouvert fermer ferme payer paye perdre perdu garder chercher cherche rester
reste arriver arrive partir parti rentrer rentre dormir habiter habite aimer aime appeler appelle
envoyer envoie repondre demander demande comprendre compris oublier battre pousse touche menage
range mange change prepare repare compare separe seau peau beau
"""

FRENCH = Lexicon(
    code="fr",
    name="Français",
    names=split(
        "français/francais/en français/french/franse/fransè/francaise/parler français/"
        "je parle français"
    ),
    options=_OPTIONS,
    numbers={
        "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
        "premier": 1, "premiere": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4,
        "cinquieme": 5, "troi": 3, "trwa": 3, "katr": 4, "catre": 4, "sinq": 5,
    },
    skip=split("passer/passe/sauter/passer ça/je passe/sans réponse"),
    back=split("retour/revenir/en arrière/précédent/question précédente/retourner"),
    dont_know=split(
        "je ne sais pas/je sais pas/sais pas/j'sais pas/jsais pas/jsp/chais pas/chepa/chépa/"
        "aucune idée/pas d'idée/je ne me rappelle pas/je me rappelle pas/je ne me souviens pas/"
        "je me souviens plus/j'ai oublié"
    ),
    polite=bag(
        "svp stp sil plait plais merci bonjour bonsoir salut coucou madame monsieur dieu ok"
        " voila oh pardon allo"
    ),
    stop=split("arret/arrete/arrett/arrêt/arrête/stop sms/désabonner/désabonnement/me désabonner"),
    undo=split("annuler/annule"),
    delete=split("effacer/efface"),
    person=split(
        "une personne/un humain/humain/parler à une personne/parler à quelqu'un/une vraie personne/"
        "je veux parler à quelqu'un/je veux parler à une personne/je veux une personne/"
        "parler avec quelqu'un/parler avec une personne"
    ),
    who=split(
        "qui est-ce/qui êtes-vous/vous êtes qui/cestqui/cestki/c ki/ki c/quic/qui c'est/"
        "t'es qui/t ki/tu es qui/qui es-tu/qui parle/qui est à l'appareil/qui écrit/"
        "qui m'écrit/qui m'a écrit/cestquoi/c'est quoi ça/ckoi/cquoi/c'est quel numéro/"
        "quel est ce numéro/c'est quoi ce numéro/à qui est ce numéro/c'est le numéro de qui/"
        "de la part de qui/je vous connais/on se connaît/quel service est-ce/qui envoie ça/"
        "qui envoie ce message/à qui je parle/avec qui je parle/je parle à qui/c'est pour quoi/"
        "est-ce une personne/c'est un robot/ki es tu/kiètu/ki ecri/quelle organisation est-ce"
    ),
    papers=bag(
        "papiers papier visa passeport immigration sanspapiers clandestine clandestin prefecture "
        "sejour expulsion expulser expulsee expulse titre"
    ),
    asks=bag("faut dois doit besoin demandez demandent allez vais peux puis sans est sont que si"),
    everyday=bag(_EVERYDAY),
    first_names=bag(_NAMES),
    unsafe_first=bag(
        "violence violences violent violente abus police refuge viol violee agression agresseur "
        "victime survivante survivant sexuel sexuelle crime plainte conseillere femmes femme coups "
        "battue foyer hebergement danger"
    ),
    danger=FRENCH_DANGER,
    child=bag(
        "enfant enfants fille filles fillette fils bebe bebes garcon garcons gosse gosses gamin "
        "gamine petit petite niece neveu mineur mineure mineurs ado ados lyceenne collegienne"
    ),
    of_age=bag("ans an age jai elle il"),
)  # fmt: skip
