"""Capitals and seats of power that stand for a government: `Washington a annoncé`, `selon Moscou`, `le Kremlin`.

A capital is a place until the text shows that it acts, speaks or is dealt with; a seat of power is the government until
the text shows the building. Each piece of evidence is a small function with a weight; the sum decides.
"""

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, PARAGRAPH, Words
from pipeline.recognising.countries import covered
from pipeline.recognising.found import Found
from pipeline.recognising.topic import of_markets, of_sport

THRESHOLD = {"sure": 1.0, "weak": 1.1, "never": 9.0}
"""How much evidence a capital needs; `never` is for seats of international institutions (`Bruxelles`, `Genève`)."""

PLACE = frozenset("dans depuis vers pres hors jusqu chez sur sous devant derriere autour".split())
TALKING = frozenset({"speech", "decision", "reaction", "agreement"})
CLITICS = frozenset("ne n s se y en l le la les lui leur a nous vous me m".split())
WILLING = frozenset("veut veulent voulait souhaite souhaitent entend entendent compte comptent espere esperent".split())
ADVERBS = frozenset("aussi egalement deja ensuite toujours encore enfin alors desormais jamais pourtant bien donc "
                    "notamment aussitot pas plus d abord ailleurs rien certes toutefois cependant neanmoins guere "
                    "point longtemps tout".split())
AUXILIARIES = frozenset("a ont avait avaient aura auront aurait auraient est sont etait etaient sera serait vient "
                        "viennent venait va vont allait doit doivent devrait devra peut peuvent pourrait pourraient "
                        "pourra veut veulent voulait souhaite entend compte espere dit fait font faisait reste restait "
                        "semble n ne s se".split())
DEEDS = frozenset("""accord accords accusation accusations acte aide alliance allie allies alliee alliees ambition
ambitions appel appels appui argument attitude autorite aval autorisation avertissement avertissements avis blocage
campagne capacite changement choix client clients creancier creanciers bailleur debiteur fournisseur protecteur colere
concession concessions condamnation condition conditions confiance consentement controle cote crainte craintes critiques
dam decision decisions declaration declarations defaite defense demande demandes dependance desaccord desengagement
diplomatie discours dispositif efforts emissaire emissaires engagement engagements ennemi ennemis envoye envoyes espoirs
exigence exigences vert garantie garanties gestes hostilite influence ingerence initiative initiatives inquietude
inquietudes insistance instigation intention intentions interet interets intransigeance intervention isolement joug
mainmise maitre marionnette menace menaces mediation message messages mutisme negociateurs objectif objectifs objections
offensive offre opposition ordre ordres orbite parrain part partenaire partenaires participation partisans plan plans
politique position positions possibilite posture pression pressions pretention pretentions priorite projet projets
promesse promesses propagande proposition propositions protestation protestations protege proteges reaction reactions
refus regime relation relations reponse reponses reproches represailles representants retrait reticence reticences
revendications rhetorique rival rivale rivaux riposte role rupture sanction sanctions satellite silence solde souhait
soutien soutiens souverainete strategie souhaits tentative tentatives tutelle ultimatum veto victoire vision visees voix
volonte vote vues pouvoir positionnement implication allegations aveu aveux calculs caution
bienveillance benediction complaisance complicite courroux dementi dementis desiderata doctrine doleances
duplicite fermete giron grief griefs ire impatience indignation ingratitude irritation laxisme maladresse
manoeuvre manoeuvres mecontentement mefiance neutralite passivite patience prerogatives prudence
provocation provocations requete requetes reserves revirement satisfaction souplesse surprise sympathie tendue
tort torts""".split())
"""Nouns that a government has, makes or suffers: `la décision de Moscou`."""

MASTERS = frozenset("part patron patronne locataire maitre hote services couloirs experts fonctionnaires technocrates "
                    "conseillers diplomates entourage parole cote homme".split())
"""People and places of a seat: `le patron de Bercy`, `les couloirs du Quai d'Orsay`."""

BETWEEN = frozenset("relation relations dialogue axe tension tensions accord accords negociation negociations "
                    "pourparlers guerre crise conflit rapprochement rupture cooperation partenariat alliance "
                    "contentieux differend bras escalade discussions echanges querelle querelles premiere froid gel "
                    "degel rechauffement normalisation fosse defiance mefiance malentendu pacte contacts navette "
                    "brouilles bisbille rivalite confrontation entente treve desaccord desaccords brouille duel liens "
                    "rapports sommet discussion rencontre consultations litige divorce lien bataille mediation "
                    "alliances rivalites".split())
ADDRESSED = frozenset("""demander demande demandent demandé demandait reprocher reproche reprochent reproché imposer
impose imposé ordonner ordonné enjoindre enjoint rappeler rappelle rappelé permettre permet permis interdire interdit
refuser refuse refusé proposer propose proposé offrir offre offert livrer livré livre fournir fournit fourni accorder
accorde accordé promettre promet promis répondre répond répondu appel appelle hostile hostiles favorable favorables
fidèle opposé opposée opposés face alliée allié alliés liée lié liés proche soumis soumise signal message avertissement
ultimatum soutien aide geste gestes cadeau cadeaux concession concessions livraison livraisons vendre vend vendu envoyer
envoyé obéir obéit dicter dicte dicté""".split())
"""Verbs and nouns whose `à Moscou` is the one spoken to, not the place."""

DEPENDING = frozenset("depend dependent dependra dependait releve emane exige exigent obtenu obtient attend attendent "
                      "recu".split())
"""Verbs whose `de Moscou` is the government: `le projet dépend d'Ottawa`."""

PRESSED = frozenset("""accuse accusent accusé accusait pousse poussent poussé presse pressent pressé pressait soutenir
soutient soutiennent soutenait invite inviter exhorte exhorter exhorté somme sommé sommer convaincre convaincu menace
menacent menacer menacé sanctionner sanctionné rassurer rassuré inquiète inquiètent irrite agace écoute écoutent aider
isoler isole condamne condamner condamné avertir averti avertit prévenir prévenu prévient défier défie ménager ménage
courtiser courtise appelle appellent appelons appelé contraindre contraint accuser embarrasse embarrasser critique
critiquer critiqué consulter consulté informer informé informe provoquer provoque visant visent visait impliquant
associant opposant oppose opposent opposait liant accusant poussant pressant""".split())
"""Verbs whose direct object is a government: `accuse Kiev`, `prévenir Londres`."""

ASKED = frozenset("demande demander demandent demandait reproche reprocher reprochent impose imposer propose proposer "
                  "offre offrir promet promis refuse refuser accorde accorder interdit permet".split())
"""Those of them that may stand farther off: `demande des garanties écrites à Washington`."""

SIDES = frozenset({("aux", "yeux"), ("le", "camp"), ("du", "cote"), ("bonnes", "graces"), ("double", "jeu")})
"""Two words whose `de Moscou` is the government: `aux yeux de Moscou`, `dans le camp de Moscou`."""

APPOSED = frozenset("parrain allie alliee soutien puissance mediateur mediatrice rival rivale adversaire partenaire "
                    "fournisseur premier principal candidat candidate membre hostile favorable mediateurs mediatrices "
                    "allies alliees rivaux rivales parrains partenaires adversaires membres hostiles "
                    "favorables".split())
"""What a government is said to be right behind its name: `Ankara, parrain de …`."""

COUNTED_ON = frozenset("compte comptent compter comptait mise misent miser misait pression pressions pese pesent peser "
                       "appuie appuyer appuient aligne alignent aligner".split())
"""Verbs and nouns whose `sur Riyad` is the government."""

DISTANCES = frozenset("km kilometres route autoroute vol vols train trains ligne liaison liaisons trajet rail "
                      "ferroviaire tgv".split())

BUILDING = frozenset("rue rues pas metres kilometres facade grilles grille jardins jardin murs mur visite visiter "
                     "salons salon cour perron marches toit tours tour coupole pelouse parvis enceinte abords parc "
                     "porte portes pieds balcon salle".split())
WATCHED = frozenset("source sources parole conseiller conseillere responsable responsables locataire candidat "
                    "candidate course accession retour conquete hote ticket".split())


def metonyms(words: Words, hits: Hits, gazetteer: Gazetteer) -> list[Found]:
    """The capitals and seats of power that stand for a state in this text."""
    blocked = covered(hits["exception"]) | covered(hits["country"]) | covered(hits["ministry"])
    found: list[Found] = []
    known: set[int] = set()
    home = _at_home(words, hits)
    for kind in ("seat", "capital"):
        for i, hit in sorted(hits[kind].items()):
            taken = any(k in blocked or k in known for k in range(i, hit.j))
            if taken or _part_of_name(words, hits, hit):
                continue
            score = (_seat(words, hits, hit, gazetteer) if kind == "seat" else
                     _capital(words, hits, hit, gazetteer, home))
            if score > 0:
                known.update(range(i, hit.j))
                found.append(_metonym(hit, kind, score))
    return found + _in_one_breath(words, hits, found, blocked | known)


def _metonym(hit: Hit, kind: str, score: float) -> Found:
    return Found(hit.i, hit.j, "COUNTRY", "metonym", f"metonyms.{kind}", score, iso3s=hit.entry.values[:1])


def _in_one_breath(words: Words, hits: Hits, found: list[Found], taken: set[int]) -> list[Found]:
    """`prévenir Londres, Washington et Paris`: what is listed beside a metonym, without a preposition, is one."""
    more, edge = [], sorted((f.i, f.j) for f in found)
    queue = list(edge)
    while queue:
        i, j = queue.pop()
        k = j + (words.gap(j) == " " and words.key(j) == "et")
        after = hits["capital"].get(k) if words.gap(j) == "," or k > j else None
        before = _listed_before(words, hits, i)
        for hit in (after, before):
            if hit and hit.i not in taken and hit.entry.strength == "sure" and not _part_of_name(words, hits, hit) \
                    and (hit is after or _subject_position(words, hit.i)):
                taken.update(range(hit.i, hit.j))
                more.append(_metonym(hit, "capital", 0.8))
                queue.append((hit.i, hit.j))
    return more


def _listed_before(words: Words, hits: Hits, i: int) -> Hit | None:
    """The capital that a comma or `et` ties to word `i`: `Londres` at `Washington` of `Londres, Washington`."""
    for b in range(max(0, i - 5), i):
        hit = hits["capital"].get(b)
        if hit and (hit.j == i and words.gap(i) == ","
                    or hit.j == i - 1 and words.keys[i - 1] == "et" and words.gap(hit.j) == " "):
            return hit
    return None


NAMES_BEFORE = frozenset("george denzel kerry saint st port san hotel".split())
"""Words that at the head of a sentence make a capital a part of a name: `George Washington`."""


def _part_of_name(words: Words, hits: Hits, hit: Hit) -> bool:
    """`George Washington`, `Washington Post`, `Paris-Nice`: a part of a longer name."""
    i, j = hit.i, hit.j
    if words.loud[i]:
        return False
    if words.gap(j) == " " and words.cap(j) and not words.words[j].isdigit() and hit.entry.kind != "seat":
        return True
    if words.gap(i) == " " and words.cap(i - 1) and i - 1 not in words.firsts and words.key(i - 1) not in ("le", "la"):
        return True
    if words.gap(i) == " " and words.cap(i - 1) and i - 1 in words.firsts and words.key(i - 1) in NAMES_BEFORE:
        return True
    return (words.gap(i) == "-" and not _placed(hits, i, before=True)
            or words.gap(j) == "-" and not _placed(hits, j, before=False))


def _placed(hits: Hits, k: int, *, before: bool) -> bool:
    """Does a country or a capital stand on the other side of the hyphen?"""
    if not before:
        return k in hits["capital"] or k in hits["country"]
    return any(h.j == k for kind in ("capital", "country") for b in range(k - 3, k) for h in [hits[kind].get(b)] if h)


# -- capitals ---------------------------------------------------------------------------------------------------------

def _capital(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer, home: frozenset[str]) -> float:
    """0 for a place, else how sure the government is meant; `home` are the states that the whole text is about."""
    strength = hit.entry.strength if hit.entry.strength in THRESHOLD else "sure"
    need = THRESHOLD["weak" if strength == "never" and home.intersection(hit.entry.values[:1]) else strength]
    if _dateline(words, hit) or _plays(words, hit, gazetteer) or _quoted(words, hit):
        return 0.0
    evidence = (acts(words, hits, hit, gazetteer) + dealt_with(words, hit, gazetteer)
                + _paired(words, hits, hit) + _ni(words, hit) + _located(words, hit))
    if evidence < need:
        return 0.0
    return min(0.95, 0.7 + 0.1 * evidence)


CONTESTS = ("ecras", "batt", "vainc", "domin", "elimin", "renvers", "affront", "surclass", "terrass", "devanc",
            "rencontr")
"""Beginnings of the verbs that a team does to another."""


def _plays(words: Words, hit: Hit, gazetteer: Gazetteer) -> bool:
    """On a sports page a capital is a team, unless it speaks."""
    return of_sport(words) > 1 and (_verb(words, hit.j, gazetteer) not in TALKING or any(
        words.key(k).startswith(CONTESTS) for k in range(hit.j, hit.j + 3)))


def _quoted(words: Words, hit: Hit) -> bool:
    """`Tokyo avait perdu 1,1 %`: an exchange."""
    return of_markets(words) > 1 and any(
        words.key(k).isdigit() and "%" in words.text[words.ends[k]:words.ends[k] + 2]
        for k in range(hit.j, min(hit.j + 8, len(words))))


INSTITUTIONS = frozenset("ue commission otan onu".split())


def _at_home(words: Words, hits: Hits) -> frozenset[str]:
    """Of the states whose capital is an institution's seat, too, those that the text is about, and not about the
    institution: Belgium, where `Bruxelles` stands beside Belgians and no European."""
    seats = {h.entry.values[0] for h in hits["capital"].values() if h.entry.strength == "never"}
    if not seats or any(key.startswith("europe") or key in INSTITUTIONS for key in words.vocabulary):
        return frozenset()
    return frozenset(h.entry.values[0] for kind in ("country", "demonym") for h in hits[kind].values()
                     if h.entry.strength == "sure" and h.entry.values[0] in seats)


def _dateline(words: Words, hit: Hit) -> bool:
    """`TEL-AVIV, 15 mars (AFP) –`, `Paris (AFP)`: where the text was written."""
    i, j = hit.i, hit.j
    if i and words.gap(i) not in (LINE, PARAGRAPH) and not words.gap(i).endswith("\n") and i not in words.firsts:
        return False
    after = words.gap(j)
    if after == "(" and words.key(j) in ("afp", "reuters", "ap", "belga", "ats", "map", "aps", "xinhua"):
        return True
    return after in (",", "(") and (words.key(j).isdigit() or words.key(j) == "le" and words.key(j + 1).isdigit()
                                    or words.key(j) in ("afp", "reuters"))


def _verb(words: Words, k: int, gazetteer: Gazetteer) -> str:
    """The kind of the verb at word `k`, behind clitics and adverbs: speech, decision …; '' where there is none."""
    if words.gap(k) not in (" ", "'", LINE):
        return ""
    seen_auxiliary = False
    for _ in range(6):
        if k >= len(words):
            return "auxiliary" if seen_auxiliary else ""
        key, low = words.keys[k], words.words[k].casefold()
        if low == "à":
            return "auxiliary" if seen_auxiliary else ""
        kind = gazetteer.verbs.get(low, "")
        if key in ("la", "le", "les", "l") and words.key(k - 1) in COPULAS:
            return "auxiliary"                                 # `Washington est la capitale`
        if key == "compte" and words.key(k + 1).isdigit():
            return ""                                          # `Berlin compte 3,7 millions d'habitants`
        if kind in TALKING and key not in PLACE_VERBS and not _named(words, k) and key not in CLITICS:
            return kind
        if key in WILLING:
            return "state"
        if key in AUXILIARIES or key in CLITICS:
            seen_auxiliary |= key in AUXILIARIES and key not in ("n", "ne", "s", "se")
        elif key in PLACE_VERBS:
            return "decision" if key in STRIKES and words.key(k - 1) in ("a", "ont", "avait", "avaient") else ""
        elif kind and not _named(words, k):
            return kind
        elif key not in ADVERBS and not key.endswith("ement"):
            if words.key(k - 1) != "en" and _looks_verbal(words, k, seen_auxiliary):
                return "other"
            return "auxiliary" if seen_auxiliary else ""
        k += 1
        if words.gap(k) not in (" ", "'", LINE, "-"):
            return "auxiliary" if seen_auxiliary else ""
    return "auxiliary" if seen_auxiliary else ""


MODALS = frozenset("doivent devraient devront peuvent pourraient vont veulent entendent comptent souhaitent".split())

COPULAS = frozenset("est sont etait etaient sera serait reste restait".split())

STRIKES = frozenset("bombarde frappe libere occupe assiege".split())
"""What a government does, too: `Bakou a bombardé`, but `Kiev a été bombardée`."""


def _named(words: Words, k: int) -> bool:
    """Does word `k` begin with a capital that says something?"""
    return words.caps[k] and not words.loud[k]


PLACE_VERBS = frozenset("accueille accueillait accueillera abrite bombarde bombardee frappe frappee touche touchee "
                        "situe situee peuple paralyse paralysee vit dort brule tremble celebre brille inonde inondee "
                        "reveille bat battu jouait joue gagne perd occupe occupee libere liberee assiege "
                        "assiegee".split())
"""What happens to a city, or what its team does."""

FINITE = ("e", "ent", "ait", "aient", "a", "ont", "t", "d")
PARTICIPLE = ("e", "i", "u", "is", "it", "t")


def _looks_verbal(words: Words, k: int, after_auxiliary: bool) -> bool:
    """Could the small word at `k`, right behind a name in subject position, be its verb?"""
    key = words.keys[k]
    if _named(words, k) or key in PLACE_VERBS or key in NO_VERBS or len(key) < 3 and not after_auxiliary:
        return False
    return key.endswith(PARTICIPLE if after_auxiliary else FINITE)


NO_VERBS = frozenset("eu et est ouest sud nord apres avant contre entre notre votre autre comme meme quatre une elle "
                     "cette cent mille quand dont pendant durant avec jusqu jusque selon mais sauf hier lundi mardi "
                     "mercredi jeudi vendredi samedi dimanche pourtant grand petit ete tout toute encore ensuite "
                     "notamment souvent puis depuis ce la le qui que a".split())


def _subject_position(words: Words, i: int) -> bool:
    """Can the name be a subject here: no preposition before it?"""
    if words.key(i - 1) in ("la", "le", "l") and words.gap(i) in (" ", "'"):
        i -= 1
    before = words.key(i - 1) if i not in words.firsts and words.gap(i) in (" ", "'", LINE) else ""
    if before == "et" and "entre" in words.keys[max(0, i - 6):i - 2]:
        return False
    return before not in NO_SUBJECT


NO_SUBJECT = frozenset("a de d en au du sur vers dans depuis pour par chez sous avec contre entre jusqu rue "
                       "ville".split())
"""Words behind which a name is no subject."""


def acts(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> float:
    """How much speaks for a government that acts, 1.0 being enough for a sure capital: `Moscou a annoncé` 1.6, `Moscou
    est` 0.8; 0 where the name is no subject."""
    i, j = hit.i, hit.j
    if not _subject_position(words, i) or "-" in (words.gap(i), words.gap(j)):
        return 0.0
    k = j
    if words.gap(j) == "," and words.key(j) in ("qui", "dont"):
        k = j + 1
        if words.gap(k) != " ":
            return 0.0
        kind = _verb(words, k, gazetteer)
        weight = {"": 0.0, "auxiliary": 0.6, "motion": 0.6, "state": 0.6, "other": 0.9}.get(kind, 1.5)
        return max(weight, _behind_clause(words, i, j, gazetteer))
    if words.gap(j) == "," and words.key(j) in APPOSED:
        return 1.1
    if words.gap(j) == ",":                                   # an apposition: `Téhéran, qui …, a annoncé`
        return _behind_clause(words, i, j, gazetteer)
    quoted = words.gap(j).strip() in ("«", '"', "“")
    if words.gap(j) == " " and words.key(j) == "et":
        kind = _done_together(words, hits, hit, gazetteer)
    elif quoted and (words.key(j) in CLITICS | AUXILIARIES or _looks_verbal(words, j, False)):
        kind = "other"                                         # `Amman « ne reviendra pas en arrière »`
    else:
        kind = _verb(words, k, gazetteer)
    left = i - 1 - (words.key(i - 1) in ("la", "le", "l"))
    inverted = words.gap(i) in (" ", "'") and not words.cap(left) and gazetteer.verbs.get(
        words.words[left].casefold() if left >= 0 else "", "") in ("speech", "reaction")
    return max(DONE.get(kind, 0.0), 1.3 if inverted else 0.0)


DONE = {"speech": 1.6, "decision": 1.6, "reaction": 1.6, "agreement": 1.5, "other": 1.1, "motion": 1.0, "state": 1.0,
        "auxiliary": 0.8}
"""What a verb weighs, by its kind."""


def _done_together(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> str:
    """The kind of the verb behind two subjects: `Kiev et Moscou veulent`, `Kiev et la Russie`, `Kiev et ses alliés`."""
    j = hit.j
    kinds = ("capital", "country", "seat", "ministry")
    beside = next((hits[kind][j + 1].j for kind in kinds if j + 1 in hits[kind]), 0)
    if beside:
        return "state" if words.key(beside) in MODALS else _verb(words, beside, gazetteer)
    if words.key(j + 1) in ("la", "le", "l", "les"):
        kinds = ("country", "seat", "ministry", "capital")
        beside = next((hits[kind][j + 2].j for kind in kinds if j + 2 in hits[kind]), 0)
        if beside:
            return _verb(words, beside, gazetteer)
    if words.key(j + 1) in ("les", "la", "le", "l", "ses", "son", "sa", "plusieurs"):
        verbs = (gazetteer.verbs.get(words.words[k].casefold(), "") for k in range(j + 3, min(j + 7, len(words)))
                 if words.sentence[k] == words.sentence[hit.i])
        return next((kind for kind in verbs if kind in TALKING), "")
    return _verb(words, j, gazetteer)


def _behind_clause(words: Words, i: int, j: int, gazetteer: Gazetteer) -> float:
    """What the verb behind the next comma but one says of the name: 1 where a government does it."""
    for stop in range(j + 1, min(j + 14, len(words))):
        if words.sentence[stop] != words.sentence[i]:
            return 0.0
        if words.gap(stop) == ",":
            kind = _verb_after_comma(words, stop, gazetteer)
            return 1.0 if kind in TALKING or words.key(stop) in WILLING else 0.0
    return 0.0


def _verb_after_comma(words: Words, k: int, gazetteer: Gazetteer) -> str:
    key = words.key(k)
    if key in AUXILIARIES or key in CLITICS or words.words[k].casefold() in gazetteer.verbs:
        for step in range(k, min(k + 4, len(words))):
            kind = gazetteer.verbs.get(words.words[step].casefold(), "")
            if kind and not words.caps[step]:
                return kind
    return ""


def dealt_with(words: Words, hit: Hit, gazetteer: Gazetteer) -> float:
    """How much speaks for a government that others speak with, oppose or answer, 1.0 being enough for a sure capital:
    `selon Moscou` 1.8, `l'accord de Moscou` 1.3; 0 for a place."""
    i = hit.i
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
        return 1.2 if _done_by(words, i - 2) else 0.0          # `dit par Moscou`
    if before == "vers" and noun.startswith(TURNING):
        return 1.7
    if before == "a" and noun in ("face", "quant") or before == "de" and noun == "vis":
        return 1.4
    if before in ("de", "d"):
        if noun in DEEDS or noun in MASTERS or noun in DEPENDING or (words.key(i - 3), noun) in SIDES:
            return 1.3
        adjective = i > 2 and noun.endswith(("e", "s", "l", "x", "f", "r")) and not words.cap(i - 2)
        if adjective and words.key(i - 3) in DEEDS:
            return 1.1                                        # `la position officielle de Moscou`
        return 0.0
    if before == "a" and words.words[i - 1][-1] in "àÀA":
        if not addressed(words, i):
            return 0.0
        return 1.2 if words.key(hit.j) in ASKED_FOR else 0.9
    if before == "pour" and (i - 1 in words.firsts or words.gap(i - 1) == ",") and (
            words.gap(hit.j).startswith(",") or words.key(hit.j) == "comme" and words.key(hit.j + 1) == "pour"):
        return 1.4
    if before == "pour" and words.joined(i - 1) and GAINS.intersection(words.keys[max(0, i - 4):i - 1]):
        return 1.2
    if before == "pour" and noun == "comme" and words.gap(hit.j).startswith(","):
        return 1.1
    if before == "garde" and noun == "en" and words.key(i - 3).startswith(("mis", "met", "mettre")):
        return 1.4                                             # `a mis en garde Téhéran`
    if before == "que" and noun == "temps":
        return 1.1
    if before == "sur" and COUNTED_ON.intersection(words.keys[max(0, i - 4):i - 1]):
        return 1.6                                             # `Rabat compte aussi sur Riyad`
    if before in ("que", "qu") and _verb(words, hit.j, gazetteer):
        return 0.3
    verb = words.words[i - 1].casefold() if i else ""
    if verb in PRESSED:
        return 1.2
    done = gazetteer.verbs.get(verb) in TALKING and not words.caps[i - 1] and not words.keys[i - 1].startswith(TO_PLACES)
    return 1.1 if done else 0.0


def _done_by(words: Words, k: int) -> bool:
    """Is word `k` a participle that says what somebody did: `envoyée` of `envoyée par Kinshasa`, not `passée`?"""
    return k >= 0 and words.joined(k + 1) and not words.caps[k] and words.words[k].casefold().endswith(DONE_ENDS) \
        and not words.keys[k].startswith(BY_PLACES)


DONE_ENDS = ("é", "ée", "és", "ées", "is", "ise", "ises", "it", "ite", "its", "ites", "ie", "ies", "i", "u", "ue", "us",
             "ues", "ert", "erte", "erts", "ertes", "int", "inte", "ints", "intes")
BY_PLACES = ("pass", "transit", "achemin", "transport", "reli", "voyag", "revenu", "venu", "reparti", "parti", "entr",
             "sorti", "arriv", "travers", "evacu", "convoy", "detourn", "aussi", "puis", "lundi", "mardi", "mercredi",
             "jeudi", "vendredi", "samedi", "midi", "depuis", "ensuite", "qui")
"""Words behind which `par Paris` is the way."""

TURNING = ("tourne", "penche", "lorgne", "oriente")
"""Verbs whose `vers Moscou` is a government."""

GAINS = frozenset("""revers aubaine victoire defaite camouflet soulagement gifle humiliation defi casse-tete risque enjeu
priorite probleme occasion chance opportunite danger avancee succes echec test avertissement desastre catastrophe honte
lecon coup tournant preoccupation atout gageure sujet inacceptable acceptable embarrassant embarrassante genant genante
impensable exclu question dilemme""".split())
"""What something is for somebody: `un revers pour Moscou`."""

TO_PLACES = ("quitt", "visit", "bombard", "frapp", "attei", "rejoi", "regagn", "gagn", "travers", "reli", "survol",
             "liber", "pri", "prend", "prenn", "assieg", "encercl", "evacu", "detrui", "inond", "touch", "conqu", "occup",
             "attaqu", "envahi", "ravag", "secou", "endeuill", "represent", "choisi", "design", "elu", "nomm", "renomm",
             "baptis", "paralys", "bloqu", "boucl", "cibl", "reconstrui", "decouvr", "plac", "transform", "anim",
             "illumin", "abandonn", "perd", "defend", "nettoi", "securis", "fortifi", "bless", "equip", "desserv")
"""Beginnings of verbs whose object may be a town: `quitter Kiev`."""


ASKED_FOR = frozenset("de d que qu des une un la les son sa ses".split())
"""What follows a government that is asked for something: `demander à Moscou de …`."""


def addressed(words: Words, i: int) -> bool:
    """`demander à Moscou de …`, `une réponse à Téhéran`: is the one at word `i` spoken to?"""
    if words.words[i - 1] not in ("à", "À", "A") or i < 2:
        return False
    for k in range(i - 2, max(i - 8, -1), -1):
        if words.words[k].casefold() in ADDRESSED and (k > i - 5 or words.keys[k] in ASKED):
            return True
        if not words.joined(k):
            return False
    return False


def _paired(words: Words, hits: Hits, hit: Hit) -> float:
    """`entre Washington et Pékin`, `l'axe Moscou-Téhéran`, `Paris et Berlin`."""
    i, j = hit.i, hit.j
    score = 0.0
    partner_after = words.gap(j) == "-" and (j in hits["capital"] or j in hits["country"])
    partner_before = words.gap(i) == "-" and _placed(hits, i, before=True)
    if partner_after or partner_before:
        start = i if partner_after else i - 1
        score = 1.2 if any(words.key(k) in BETWEEN for k in range(start - 3, start)) else 0.0
    for k in range(max(0, i - 6), i):
        if words.keys[k] == "entre" and words.sentence[k] == words.sentence[i]:
            about = any(words.key(b) in BETWEEN for b in range(k - 3, k)) or any(
                words.key(b) in BETWEEN for b in range(k - 8, k))
            about = about or k in words.firsts and not DISTANCES.intersection(
                words.keys[m] for m in range(k, min(k + 25, len(words))) if words.sentence[m] == words.sentence[k])
            other = any(h in hits["capital"] or h in hits["country"] for h in (*range(k + 1, i), j + 1, j + 2))
            score = max(score, (1.3 if about else 0.2) if other else 0.0)
    return score


def _ni(words: Words, hit: Hit) -> float:
    """`Ni Kigali ni Kinshasa n'ont confirmé`: both, where a verb follows."""
    i, j = hit.i, hit.j
    if words.key(i - 1) != "ni":
        return 0.0
    first = words.key(j) == "ni" and any(words.key(k) in ("n", "ne") for k in range(j + 2, j + 5))
    second = words.key(j) in ("n", "ne") and "ni" in words.keys[max(0, i - 5):i - 1]
    return 1.2 if first or second else 0.0


def _located(words: Words, hit: Hit) -> float:
    """Evidence for the place: `à Moscou`, `de Kiev à Lviv`, `dans Paris`."""
    before = words.key(hit.i - 1) if words.gap(hit.i) in (" ", "'", LINE) else ""
    return -0.5 if before in PLACE else 0.0


# -- seats of power ---------------------------------------------------------------------------------------------------

def _seat(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> float:
    """0 for the building, else how sure the government is meant."""
    i = hit.i
    k = i - 1
    if words.key(k) in ("le", "la", "l") and words.gap(i) in (" ", "'"):
        k -= 1
    k -= words.key(k).isdigit()                                # `au 10 Downing Street`
    before = words.key(k) if words.gap(k + 1) in (" ", "'", LINE) else ""
    noun = words.key(k - 1)
    if before in ("devant", "dans", "vers", "derriere", "depuis", "pres", "autour", "sous", "hors"):
        return 0.0
    if words.key(i - 1) == "les":
        return 0.0
    if before in ("a", "au") and words.words[k][-1] in "àÀuUA":
        if noun in WATCHED or words.words[k - 1].casefold() in ADDRESSED:
            return 0.75
        return 0.0
    if before in ("de", "du") and noun in BUILDING or words.key(i - 1) in ("hotel", "rue", "place", "palais"):
        return 0.0
    active = acts(words, hits, hit, gazetteer) + dealt_with(words, hit, gazetteer)
    if hit.entry.strength != "sure":
        return 0.8 if active >= 1.0 else 0.0
    return 0.95 if active >= 1.0 else 0.85
