"""What others do with a capital as with a government: speak with it, accuse it, answer it, depend on it.

What stands before the name tells: `selon Moscou`, `la décision de Moscou`, `tourner le dos à Moscou`, `accuse Moscou`.
"""

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.acting import ADVERBS, COPULAS, HAVE, OBJECTS, TALKING, TO_PLACES, spoken_there, verb_of
from pipeline.recognising.topic import recalled_from

DEEDS = frozenset("""accord accusation accusations acte aide alliance allie allies alliee alliees ambition ambitions
appel appels appui argument attitude autorite aval autorisation avertissement avertissements avis blocage campagne
capacite changement choix client clients creancier creanciers bailleur debiteur fournisseur protecteur colere
concession concessions condamnation condition conditions confiance consentement controle crainte craintes critiques
dam decision decisions declaration declarations defaite defense demande demandes dependance desaccord desengagement
diplomatie discours dispositif efforts emissaire emissaires engagement engagements ennemi ennemis envoye envoyes
espoirs exigence exigences vert garantie garanties gestes hostilite influence ingerence initiative initiatives
inquietude inquietudes insistance instigation intention intentions interet interets intransigeance intervention
isolement invitation invitations injonction injonctions sollicitation hospitalite joug mainmise maitre marionnette
menace menaces mediation message messages mutisme negociateurs objectif objectifs objections offensive offre
opposition ordre ordres orbite parrain part partenaire partenaires participation partisans plan plans politique
position positions possibilite posture pression pressions pretention pretentions priorite projet projets promesse
promesses propagande proposition propositions protestation protestations protege proteges reaction reactions refus
regime relation relations reponse reponses reproches represailles representants retrait reticence reticences
revendications rhetorique rival rivale rivaux riposte role rupture sanction sanctions satellite silence solde souhait
soutien soutiens souverainete strategie souhaits tentative tentatives tutelle ultimatum veto victoire vision visees
voix volonte vote pouvoir positionnement implication allegations aveu aveux calculs caution bienveillance benediction
complaisance complicite courroux dementi dementis desiderata doctrine doleances forces troupes duplicite fermete giron
grief griefs ire impatience indignation ingratitude irritation laxisme maladresse manoeuvre manoeuvres mecontentement
mefiance neutralite passivite patience prerogatives prudence provocation provocations requete requetes revirement
satisfaction souplesse surprise sympathie tendue tort torts acquis renseignements ambassadeur ambassadeurs
ambassadrice dire dires egide emprise obstination mepris dedain indifference protection suzerainete bellicisme junte
instar largesses entremise surencheres surenchere atermoiements vassal vassaux desarroi embarras amertume agacement
emoi effroi soulagement deception desillusion depit rancoeur rancune ressentiment hesitation hesitations
tergiversations frilosite nervosite fureur rage stupeur stupefaction consternation gene malaise fierte orgueil
arrogance cynisme naivete hypocrisie lachete audace entetement lassitude scepticisme pessimisme optimisme enthousiasme
euphorie zele empressement tiedeur froideur insolence jalousie susceptibilite aveuglement obsession obsessions peur
peurs angoisse angoisses humiliation perplexite etonnement incomprehension exasperation courage sagesse besoin
conquete conquetes armee armees aviation marine artillerie flotte missile missiles fusees ogives drones chars blindes
bombardiers escadre responsabilite responsabilites faute fautes""".split())
"""Nouns that a government has, commands, makes, feels or suffers: `la décision de Moscou`, `l'armée de Lima`."""

HOUSES = frozenset("musee ecole academie hopital caserne stade club salon cercle maison foyer quartier forces".split())
"""What has such a noun in its name, and is a town's: `le musée de l'armée`, `les forces de l'ordre`."""

MASTERS = frozenset("part patron patronne locataire maitre hote couloirs experts technocrates "
                    "conseillers diplomates entourage parole homme".split())
"""People and places of a seat: `le patron de Bercy`, `les couloirs du Quai d'Orsay`."""

def _forms(regular: str, others: str) -> tuple[str, ...]:
    """Beginnings of the forms of verbs in -er by their stems, and of others as they are: `cess` -> `cesse`, `cessa`,
    `cesso`."""
    return tuple(f"{stem}{vowel}" for stem in regular.split() for vowel in "eao") + tuple(others.split())


GIVES = _forms(
    "demand reproch impos ordonn rappel refus propos livr accord envoy dict resist profit achet adress confi reclam "
    "emprunt arrach conseill signifi notifi ced pardonn alli",
    "permett permet permi interdi offr offer fourni promet promi repond vendra vendro vendu vendai enjoi obei suggere "
    "nuire nuisai nuise deplai plaire plait doit doivent devoir tenir tient")
"""Beginnings of verbs whose `à Moscou` is the one spoken to, or dealt with."""

ADDRESSED = frozenset("""vendre vend vendent appel appelle hostile hostiles favorable favorables fidele opposee
opposees oppose opposes face alliee allie allies liee lie lies proche soumis soumise signal message avertissement
ultimatum soutien aide geste gestes cadeau cadeaux concession concessions livraison livraisons confiance gage gages
infeode infeodee infeodes acquis""".split())
"""Nouns and adjectives whose `à Moscou` is it, too."""

DEPENDING = _forms("relev eman exig", "depend obten obtien attend recu recoi recev")
"""Verbs whose `de Moscou` is the government: `le projet dépend d'Ottawa`."""

PRESSED = _forms(
    "accus pouss press invit exhort somm menac sanctionn rassur inquiet irrit agac ecout aid isol condamn critiqu "
    "consult inform provoqu vis oppos impliqu associ li embarrass defi menag courtis appel",
    "souten soutien convain averti preven previen contrain")
"""Verbs whose direct object is a government: `accuse Kiev`, `prévenir Londres`."""

DISPUTES = frozenset("question questions dossier affaire sujet crise querelle litige guerre texte accord reforme "
                     "contentieux projet".split())

TURNED = frozenset({("dos", "tour"), ("dos", "le"), ("tete", "tenu"), ("tete", "tien"), ("tete", "teni"),
                    ("tete", "tena"), ("main", "tend"), ("main", "la"), ("raison", "donn"), ("tort", "donn"),
                    ("guerre", "la"), ("satisfaction", "donn"), ("allegeance", "fait"), ("allegeance", "fair"),
                    ("confiance", "fait"), ("barrage", "fait"), ("lecon", "la"), ("comptes", "des"),
                    ("comptes", "rend"), ("tout", "doit"), ("hommage", "rend"), ("chantage", "du")})
"""A noun and the begin of a word before it whose `à Moscou` is the government: `tenir tête à`."""

GIVEN = frozenset("jusqu heures jours mois temps delai raison tort moyens satisfaction choix occasion soin".split())
"""What is given or left to a government: `laisse à Khartoum deux jours`."""

DIRECTED = frozenset("excuses condoleances felicitations remerciements grace contrairement appartient adresse adressee "
                     "adressees adresses attribue impute".split())
"""What stands right before an `à Moscou` that is the government."""

YIELDS = ("ced", "obei", "desobei", "resister", "complai")
"""Beginnings of verbs whose `à` leads to whoever is the stronger."""

NEGATIONS = frozenset("pas plus jamais rien point".split())

CLOSE = frozenset("un une source sources parti milice milices media medias quotidien journal groupe".split())
"""Who is `proche de Moscou`: no village."""

OFFERED = frozenset("aide geste gestes soutien cadeau concession concessions garanties garantie signal message "
                    "fait".split())
"""Of what is addressed to a government, that which must have been said, asked or offered, too."""

HELD = _forms("bloqu vot financ renforc augment coup approuv gel poursuiv", "suspen redui maint accroi")
"""Beginnings of what is done to such an aid: `bloque l'aide à Kiev`."""

SIDES = frozenset({("aux", "yeux"), ("le", "camp"), ("du", "cote"), ("bonnes", "graces"), ("double", "jeu"),
                   ("le", "jeu"), ("la", "main"), ("les", "bras"), ("au", "tour"), ("au", "nom"), ("l", "oeil"),
                   ("homme", "fort")})
"""Two words whose `de Moscou` is the government: `aux yeux de Moscou`, `dans le camp de Moscou`."""

TOWED = frozenset("remorque traine merci botte solde".split())
"""What one is `à la`, behind or below a government."""

CRAFTS = frozenset("paix renseignement renseignements securite defense mediation treve retrait sanctions "
                   "desarmement guerre voisinage normalisation".split())
"""What a state's offers, plans and services are of."""

COUNTED_ON = _forms("compt mis pes align", "pression appui appuy")
"""Verbs and nouns whose `sur Riyad` is the government."""


def is_deed(words: Words, k: int) -> bool:
    """Is word `k` what a government has, and not of a house in town?"""
    return words.key(k) in DEEDS and (words.key(k - 1) not in ("l", "la") or HOUSES.isdisjoint(
        words.keys[max(0, k - 3):k - 1]))


def addresses(key: str) -> bool:
    """Is a word's `à Moscou` the one spoken to: `demandera`, `hostile`?"""
    return key in ADDRESSED or key.startswith(GIVES)


ARTICLED = frozenset("caire havane".split())
"""Capitals whose article is often written small: `le Caire`."""


def dealt_with(words: Words, hit: Hit, gazetteer: Gazetteer) -> float:
    """How much speaks for a government that others speak with, oppose or answer, 1.0 being enough for a sure capital:
    `selon Moscou` 1.8, `l'accord de Moscou` 1.3; 0 for a place."""
    i = hit.i - (words.key(hit.i - 1) in ("le", "la") and (words.cap(hit.i - 1) or words.keys[hit.i] in ARTICLED))
    if words.keys[max(0, i - 3):i] == ["dos", "a", "dos"]:
        return 1.4                                             # `renvoie dos à dos Moscou et Kiev`
    if words.gap(i) not in (" ", "'", LINE):
        return 0.0
    before, noun = words.key(i - 1), words.key(i - 2)
    if before == "selon":
        return 1.8
    if before == "apres" and noun == "d" and words.gap(i - 1) == "'":
        return 1.8
    if before in ("avec", "contre", "envers"):
        return 1.2
    if before == "par":
        return 1.2 if _done_by(words, i - 2, gazetteer) else 0.0          # `dit par Moscou`
    if before == "vers" and _turns(words, i - 2):
        return 1.7
    if before == "a" and noun in ("face", "quant") or before == "de" and noun == "vis":
        return 1.4
    if before in ("de", "d", "du"):
        return 1.4 if noun == "aupres" else _of(words, hit, i)     # `a protesté auprès de Bamako`
    if before == "derriere" and noun.startswith(("rang", "align")):
        return 1.8                                             # `se range derrière Londres`
    if before == "a" and words.words[i - 1][-1] in "àÀA":
        return _to(words, hit, i, gazetteer)
    if before == "pour" and (i - 1 in words.firsts or words.gap(i - 1) == ",") and (
            words.gap(hit.j).startswith(",") or words.key(hit.j) == "comme" and words.key(hit.j + 1) == "pour"):
        return 0.0 if words.key(hit.j).endswith("ez") else 1.4             # `Pour Lisbonne, prévoyez un pull`
    if before == "malgre" or before == "cote" and words.gap(hit.j) == ",":
        return 1.2
    joined = words.joined(i - 1) or words.gap(i - 1) == "»"
    if before == "pour" and joined and GAINS.intersection(words.keys[max(0, i - 4):i - 1]):
        return 1.2
    if before == "pour" and noun == "comme" and words.gap(hit.j).startswith(","):
        return 1.1
    if before == "garde" and noun == "en" and words.key(i - 3).startswith(("mis", "met", "mettre")):
        return 1.4                                             # `a mis en garde Téhéran`
    if before == "que" and noun == "temps":
        return 1.1
    if before == "sur" and any(key.startswith(COUNTED_ON) for key in words.keys[max(0, i - 4):i - 1]):
        return 1.6                                             # `Rabat compte aussi sur Riyad`
    if before in ("que", "qu") and verb_of(words, hit.j, gazetteer):
        return 0.3
    k = i - 1 - (before in ADVERBS)
    if words.key(k).startswith("divis") and not DISPUTES.isdisjoint(words.keys[max(0, k - 4):k]):
        return 1.2                                             # `la question divise Moscou et Oslo`
    if words.key(k).startswith(PRESSED) and not words.cap(k):
        return 1.2
    done = gazetteer.verbs.get(words.words[k].casefold() if k >= 0 else "") in TALKING and not words.caps[i - 1]
    return 1.1 if done and not words.keys[i - 1].startswith(TO_PLACES) else 0.0


def _of(words: Words, hit: Hit, i: int) -> float:
    """The same of `de Moscou`, the name being word `i`: `la décision de Moscou`, `à cause de Moscou`."""
    noun = words.key(i - 2)
    if recalled_from(words, i - 2):
        return 0.0
    if noun == "cause" and words.key(i - 3) == "a" or i - 1 in words.firsts and (
            words.keys[hit.j:hit.j + 3] == ["n", "est", "venu"]):
        return 1.2                                         # `à cause de Budapest`, `De Moscou n'est venu rien`
    planned = noun in CRAFTS and words.key(i - 3) in ("de", "d") and (
        words.key(i - 4) in DEEDS or words.key(i - 4) == "services")       # `l'offre de paix de Moscou`
    dealt = planned or is_deed(words, i - 2) or noun in MASTERS or noun.startswith(NEARING + DEPENDING)
    if noun == "appel" and words.key(i - 3) == "d":        # `la cour d'appel de Paris`
        return 0.0
    aside = noun == "cote" and words.gap(hit.j) != ","
    camp = noun == "camp" and words.key(i - 4) != "dans"
    charge = noun == "affaires" and words.key(i - 4).startswith("charge")    # `le chargé d'affaires de Pékin`
    close = noun in ("proche", "proches") and words.key(i - 3) in CLOSE
    towed = noun in TOWED and words.keys[max(0, i - 4):i - 2] == ["a", "la"]
    if dealt or charge or close or towed or (words.key(i - 3), noun) in SIDES and not aside and not camp:
        return 1.3
    adjective = i > 2 and noun.endswith(("e", "s", "l", "x", "f", "r")) and not words.cap(i - 2)
    if adjective and words.key(i - 3) in DEEDS:
        return 1.1                                        # `la position officielle de Moscou`
    return 0.0


def _to(words: Words, hit: Hit, i: int, gazetteer: Gazetteer) -> float:
    """The same of `à Moscou`: `tourner le dos à Moscou`, `À Moscou, on assure`."""
    noun = words.key(i - 2)
    opens = i - 1 in words.firsts or words.gap(i - 1) in (";", ":")
    opened = opens and words.key(hit.j) != "ou" and not _idle(words, hit.j) and spoken_there(words, hit, gazetteer)
    if opened or words.key(i - 2) == "on" and words.gap(i - 2) == "-" and not (
            words.key(hit.j) == "au" and words.sentence[hit.j] == words.sentence[i]):
        return 1.2                                         # `À Moscou, on assure`, `dit-on à Moscou`
    if noun.startswith("alli") and words.key(i - 3) in ("s", "se"):
        return 1.4                                             # `s'allier à Moscou`
    if noun in ("est", "revient", "incombe") and words.key(hit.j) in ("de", "d") and words.joined(hit.j):
        return 1.4                                             # `c'est à Moscou de trancher`
    if noun == "parler" and not words.joined(hit.j):
        return 1.2                                             # `il faut parler à Moscou`
    if noun in ("et", "ou", "ni") and words.cap(i - 3) and words.words[i - 4] == "à":
        return _to(words, hit._replace(i=i - 3, j=i - 2), i - 3, gazetteer)
    k = i - 2 - (noun in NEGATIONS)
    if words.key(k).startswith(YIELDS) and words.joined(i - 1):
        return 1.4                                             # `ne céderont pas à Moscou`
    if words.gap(hit.j) == "," and words.key(hit.j) == "ou":
        return 0.0
    if elliptic(words, i - 1, hit.j) or noun in ("prise", "prises") and not DECISIONS.isdisjoint(
            words.keys[max(0, i - FAR):i - 2]) and (words.key(hit.j) in ("des", "depuis") or hit.j in words.firsts):
        return 1.3                                             # `La décision était prise à Moscou dès l'été`
    if (noun, words.key(i - 3)[:4]) in TURNED or (noun, words.key(i - 4)[:4]) in TURNED or (
            noun in DIRECTED):
        return 1.4                                         # `tourner le dos à Moscou`
    if noun in ("donne", "laisse", "laissent", "donnent") and GIVEN.intersection(words.keys[hit.j:hit.j + 4]):
        return 1.2                                         # `laisse à Khartoum deux jours pour …`
    told = words.words[i - 2].casefold() in gazetteer.verbs and noun not in COPULAS and not {"n", "ne"}.intersection(
        words.keys[max(0, i - 5):i - 2])                       # `n'a vu à Moscou que …`
    if told and words.key(hit.j) in ("que", "qu") and words.joined(hit.j):
        return 1.2                                         # `montrer à Moscou que …`
    if words.joined(i - 1) and _traded(words, i) or words.key(i - 2) in WRITTEN and (
            words.key(i - 3) in HAVE or words.key(i - 3) == "avoir" or words.key(i - 3) in NEGATIONS) and (
            words.key(hit.j) not in OBJECTS or words.gap(hit.j) != " "):
        return 1.2
    if not addressed(words, i):
        return 0.0
    twice = noun in OFFERED and any(addresses(words.keys[k]) or words.keys[k].startswith(HELD)
                                    for k in range(max(0, i - 7), i - 2))
    return 1.2 if words.key(hit.j) in ASKED_FOR and words.joined(hit.j) or twice else 0.9


def elliptic(words: Words, k: int, j: int) -> bool:
    """`On plaide à Lima que …; à Oslo, que …`: does what begins at word `k`, up to `j`, say so, too?"""
    if words.gap(k)[-1:] not in (";", ",") or words.gap(j) != "," or words.key(j) not in ("que", "qu"):
        return False
    return any(words.keys[b] in ("que", "qu") and words.sentence[b] == words.sentence[k]
               for b in range(max(0, k - LONGEST_SAYING), k))


LONGEST_SAYING = 30
"""Words of what one of two is said to hold."""

DECISIONS = frozenset("decision decisions mesure mesures resolution".split())


def _done_by(words: Words, k: int, gazetteer: Gazetteer) -> bool:
    """Does word `k`, or one before it, say what somebody did: `envoyée par Kinshasa`, `promis en mars par Bakou`, `par
    Rome et par Oslo`, not `passée`?"""
    if words.key(k) == "et" and "par" in words.keys[max(0, k - 4):k]:
        k = next(b for b in range(k - 1, -1, -1) if words.keys[b] == "par") - 1
    if k < 0 or not words.joined(k + 1):
        return False
    low = words.words[k].casefold()
    if words.keys[k].startswith(BY_PLACES):
        return False
    done = low.endswith(("é", "ée", "és", "ées")) or low.endswith(DONE_ENDS) and low in gazetteer.verbs
    if not words.caps[k] and done and low != "été":
        return True
    for b in range(k - 1, max(-1, k - 6), -1):
        if not words.joined(b + 1):
            return False
        low = words.words[b].casefold()
        if low.endswith(DONE_ENDS) and low != "été" and gazetteer.verbs.get(low) in TALKING | {"state"}:
            return not words.keys[b].startswith(BY_PLACES)
        if low in gazetteer.verbs:
            return False
    return False

DONE_ENDS = ("é", "ée", "és", "ées", "is", "ise", "ises", "it", "ite", "its", "ites", "ie", "ies", "i", "u", "ue", "us",
             "ues", "ert", "erte", "erts", "ertes", "int", "inte", "ints", "intes")

BY_PLACES = ("pass", "transit", "achemin", "transport", "reli", "voyag", "revenu", "venu", "reparti", "parti", "entr",
             "sorti", "arriv", "travers", "evacu", "convoy", "detourn", "aussi", "puis", "lundi", "mardi", "mercredi",
             "jeudi", "vendredi", "samedi", "midi", "depuis", "ensuite", "qui")
"""Words behind which `par Paris` is the way."""

NEARING = ("rapproche", "eloigne", "distanc", "demarque", "desolidaris", "mefie", "defie")
"""Verbs whose `de Moscou` is the government: `se rapproche de Moscou`."""

IDLE = frozenset("retient savoure fete celebre".split())
"""What a town does at the news, behind `on`."""


def _idle(words: Words, k: int) -> bool:
    """`À Dublin, on retient son souffle`, `À Chisinau, on dit qu'il dort`: is it the town that waits and gossips?"""
    near = words.keys[k:k + 4]
    return not IDLE.isdisjoint(near) or "dit" in near and not {"que", "qu"}.isdisjoint(near)


def _turns(words: Words, k: int) -> bool:
    """Does word `k`, an adverb aside, turn to a government: `se tourne vers Moscou`, not `le tram tourne vers`?"""
    k -= words.key(k) in ADVERBS
    return words.key(k).startswith("regarde") or words.key(k).startswith(("tourne", "oriente")) and not {
        "s", "se", "est", "sont", "etre"}.isdisjoint(words.keys[max(0, k - 2):k])

GAINS = frozenset("""revers aubaine victoire defaite camouflet soulagement gifle humiliation defi tete risque
enjeu priorite probleme occasion chance opportunite danger avancee succes echec test avertissement desastre
catastrophe honte lecon coup tournant preoccupation atout gageure sujet inacceptable acceptable embarrassant
embarrassante genant genante impensable exclu question dilemme preference penchant tropisme sympathie faible cout
facture signal message nouvelle""".split())
"""What something is for somebody: `un revers pour Moscou`."""

WRITTEN = frozenset("ecrit repondu telephone".split())
"""What one has done to a government, and no work: `ont écrit à Téhéran`, but `a écrit à Rome un roman`."""

ASKED_FOR = frozenset("de d que qu des une un l la les son sa ses deux trois dix cent mille".split())
"""What follows a government that is asked for something: `demander à Moscou de …`."""


WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier".split())

CLAIMED = _forms("demand reclam achet pret livr accord refus emprunt command arrach propos reproch impos",
                 "vend exig fourni offr offert")
"""Beginnings of verbs whose `à Moscou` is a government's, a day between or not, and by which one has its goods."""

PLEDGED = _forms("donn", "promet promi")
"""Beginnings of those whose goods alone tell so: `promettent des chars à Moscou`."""

LETTERS = frozenset("note notes protestation protestations reponse requete avertissement ultimatum".split())
HANDED = _forms("envoy adress expedi", "remi remet transm")
"""What is handed to a government: `a remis une note verbale à Pékin`."""

GOODS = frozenset("""million millions milliard milliards argent fonds credit credits pret prets soldats
militaires troupes renforts policiers vaccins doses masques avions chars drones missiles armes armement armements
munitions obus batteries canons blindes helicopteres chasseurs rafale navires fregates ble cereales petrole gaz uranium
electricite autonomie independance sursis delai delais rallonge rabais derogation garanties excuses comptes explications
extradition asile visas sanctions moratoire""".split())
"""What one has of a state, or a state of another: `achète ses drones à Ankara`."""

SHARES = frozenset("part parts moitie tiers quart reste essentiel millions milliards argent somme enveloppe fonds aide "
                   "chars avions obus munitions missiles credits".split())
"""What goes to a government: `une part ira à Kiev`."""

REACHES = frozenset("ira iront va vont reviendra reviendront revient reviennent destine destinee destines destinees "
                    "alloue alloues allouee allouees aussi".split())

TRAVELLERS = frozenset("passagers passageres soldats militaires familles refugies etudiants touristes voyageurs eleves "
                       "rescapes volontaires equipes troupes".split())
"""Of whom a part goes there, too."""

MONEY = frozenset("million millions milliard milliards argent petrodollars dollars subsides deniers largesses "
                  "fonds credits aide pret prets".split())
"""What a government pays, or is paid: `300 millions d'euros d'Oslo`, `l'argent de Lima`."""

FAR = 8
"""Words before an `à` in which it is said what is had of a state."""


def _traded(words: Words, i: int) -> bool:
    """`réclame deux mille vaccins à Oslo`, `une part ira à Oslo`: the name being word `i`."""
    near: list[str] = []
    for k in range(i - 2, max(i - 2 - FAR, -1), -1):
        near.append(words.keys[k])
        if not words.joined(k):
            break
    if words.key(i - 2) in REACHES and not SHARES.isdisjoint(near) and TRAVELLERS.isdisjoint(near):
        return True
    if not LETTERS.isdisjoint(near) and any(key.startswith(HANDED) for key in near):
        return True
    return not GOODS.isdisjoint(near) and any(key.startswith((*CLAIMED, *PLEDGED)) for key in near) or (
        not MONEY.isdisjoint(near) and any(key.startswith(HELD) for key in near))


def addressed(words: Words, i: int) -> bool:
    """`demander à Moscou de …`, `une réponse à Téhéran`: is the one at word `i` spoken to?"""
    if words.words[i - 1] not in ("à", "À", "A") or i < 2 or not words.joined(i - 1):
        return False
    if words.key(i - 2) in WEEKDAYS and not words.key(i - 3).startswith(CLAIMED):
        return False                                           # `ont promis vendredi à Oslo de …`: they met there
    for k in range(i - 2, max(i - 8, -1), -1):
        if addresses(words.keys[k]) and (k > i - 5 or words.keys[k].startswith(CLAIMED)):
            return True
        if not words.joined(k):
            return False
    return False
