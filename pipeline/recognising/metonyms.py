"""Capitals and seats of power that stand for a government: `Washington a annoncé`, `selon Moscou`, `le Kremlin`.

A capital is a place until the text shows that it acts, speaks or is dealt with; a seat of power is the government until
the text shows the building. Each piece of evidence is a small function with a weight; the sum decides.
"""

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, PARAGRAPH, Words
from pipeline.recognising.acting import COPULAS, TALKING, acts, in_subject_position, spoken_there, verb_of
from pipeline.recognising.countries import covered
from pipeline.recognising.dealing import ADDRESSED, dealt_with
from pipeline.recognising.found import Found
from pipeline.recognising.topic import of_markets, of_sport, of_states

CERTAIN = 1.2
"""How much it needs in a text that is not about states: more than a verb that a town may have, too."""

THRESHOLD = {"sure": 1.0, "weak": 1.1, "never": 9.0}
"""How much evidence a capital needs; `never` is for seats of international institutions (`Bruxelles`, `Genève`)."""

PLACE = frozenset("dans depuis vers pres hors jusqu chez sur sous devant derriere autour".split())

BETWEEN = frozenset("relation relations dialogue axe tension tensions accord accords negociation negociations "
                    "pourparlers guerre crise conflit rapprochement rupture cooperation partenariat alliance "
                    "contentieux differend bras escalade discussions echanges querelle querelles premiere froid gel "
                    "degel rechauffement normalisation fosse defiance mefiance malentendu pacte contacts navette "
                    "brouilles bisbille rivalite confrontation entente treve desaccord desaccords brouille duel liens "
                    "rapports sommet discussion rencontre consultations litige divorce lien bataille mediation "
                    "alliances rivalites torchon".split())

ANSWERS = frozenset("reponse reponses riposte aide soutien message messages appel appels menaces ultimatum offre "
                    "concessions avertissement".split())
"""What one government has for another: `la réponse de Prague à Moscou`."""

DISTANCES = frozenset("km kilometres route autoroute vol vols train trains ligne liaison liaisons trajet rail "
                      "ferroviaire tgv avion avions car bus bateau ferry camion camions voiture velo".split())

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
    found += _in_one_breath(words, hits, found, blocked | known)
    return found + _once_more(words, hits, found, blocked, gazetteer)


def _once_more(words: Words, hits: Hits, found: list[Found], blocked: set[int], gazetteer: Gazetteer) -> list[Found]:
    """A capital that the text has for its government elsewhere, where less says so: a headline without a verb, `Moscou
    est`, and `Doha aussi` beside others in one sentence."""
    meant = {f.iso3s for f in found}
    told = {words.sentence[f.i]: f.i for f in sorted(found, key=lambda f: -f.i)}
    taken = {k for f in found for k in range(f.i, f.j)} | blocked
    more = []
    for i, hit in sorted(hits["capital"].items()):
        if i in taken or hit.entry.strength == "never" or _dateline(words, hit) or _part_of_name(words, hits, hit):
            continue
        least = 1.0 if words.key(hit.j) in COPULAS else 0.8    # `Lima est belle` says nothing
        again = hit.entry.values[:1] in meant and (
            _heads_a_line(words, hit) or acts(words, hits, hit, gazetteer) >= least
            or words.words[i - 2].casefold() in ADDRESSED and dealt_with(words, hit, gazetteer) >= 0.8)
        said = "«" in (words.gap(hit.j), words.gap(hit.j + 1)) or words.key(hit.j + 1) in ("un", "une")
        tied = words.keys[i - 1] == "et" and words.gap(i - 1) in (" ", ",") and said
        next_to = words.gap(i).endswith((",", ";")) or tied
        beside = told.get(words.sentence[i], i) < i and next_to and (
            words.key(hit.j) in ELLIPTIC and words.joined(hit.j) or words.gap(hit.j).strip() == "«"
            or hit.j in words.firsts and any(words.gap(k) == ";" for k in range(i - 4, i))
            or words.gap(i) == ";" and words.gap(hit.j) == "," and words.key(hit.j) in OBJECTS)
        if (again or beside) and not _plays(words, hit, gazetteer) and not _quoted(words, hit):
            more.append(_metonym(hit, "capital", 0.75))
    return more


ELLIPTIC = frozenset("un une avec aussi egalement non pas de d la le les l ses son sa leur leurs a au aux".split())
"""What follows a name whose verb is that of the clause before: `Riyad un « pas attendu »`."""

OBJECTS = frozenset("un une des le la les l du".split())
"""What opens the object of a clause without its verb: `; Tokyo, des avions`."""

HEADED = frozenset("dans en face sous seul seule contre l la le entre sur veut s se".split())
"""What follows a capital in a headline without a verb: `Washington dans le flou`."""


def _heads_a_line(words: Words, hit: Hit) -> bool:
    """Does the name open a headline, a short line without a full stop, that goes on about it?"""
    def breaks(k: int) -> bool:
        return k in (0, len(words)) or "\n" in words.text[words.ends[k - 1]:words.starts[k]]

    if not breaks(hit.i) or words.key(hit.j) not in HEADED or ":" in words.gap(hit.j):
        return False
    end = next((k for k in range(hit.j, min(hit.j + 12, len(words) + 1)) if breaks(k)), hit.j)
    return end > hit.j and "." not in words.gap(end)


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
                    and (hit is after or in_subject_position(words, hit.i)):
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
    if evidence < (need if of_states(words) else max(need, CERTAIN)):
        return 0.0
    return min(0.95, 0.7 + 0.1 * evidence)


CONTESTS = ("ecras", "batt", "vainc", "domin", "elimin", "renvers", "affront", "surclass", "terrass", "devanc",
            "rencontr")
"""Beginnings of the verbs that a team does to another."""

TEAMS = frozenset("""paris madrid rome lisbonne berlin londres moscou kiev athenes belgrade zagreb bucarest vienne
varsovie prague budapest sofia copenhague stockholm oslo helsinki bruxelles amsterdam monaco luxembourg minsk ankara
washington ottawa dakar""".split())
"""Capitals whose clubs, or whose Games, the press calls by their bare names."""


DIPLOMACY = frozenset("ministere ministeres diplomatie kremlin otan ambassadeur".split())
"""Words that make more than two of sport needed for a sports page."""


def _plays(words: Words, hit: Hit, gazetteer: Gazetteer) -> bool:
    """On a sports page such a capital is a team, unless it speaks."""
    least = 1 if DIPLOMACY.isdisjoint(words.vocabulary) else 3
    return of_sport(words) > least and words.keys[hit.i] in TEAMS and (
        verb_of(words, hit.j, gazetteer) not in TALKING or any(
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
    """`TEL-AVIV, 15 mars (AFP) –`, `Paris (AFP)`, `OSLO/PARIS, 2 mai`: where the text was written."""
    i, j = hit.i - (words.gap(hit.i) == "/"), hit.j
    if i and words.gap(i) not in (LINE, PARAGRAPH) and not words.gap(i).endswith("\n") and i not in words.firsts:
        return False
    after = words.gap(j)
    if after == "(" and words.key(j) in ("afp", "reuters", "ap", "belga", "ats", "map", "aps", "xinhua"):
        return True
    return after in (",", "(") and (words.key(j).isdigit() or words.key(j) == "le" and words.key(j + 1).isdigit()
                                    or words.key(j) in ("afp", "reuters"))


def _paired(words: Words, hits: Hits, hit: Hit) -> float:
    """`entre Washington et Pékin`, `l'axe Moscou-Téhéran`, `Paris et Berlin`."""
    i, j = hit.i, hit.j
    score = 1.2 if words.words[i - 1] == "à" and _opposed(words, hits, i - 1) else 0.0
    partner_after = words.gap(j) == "-" and (j in hits["capital"] or j in hits["country"])
    partner_before = words.gap(i) == "-" and _placed(hits, i, before=True)
    if partner_after or partner_before:
        start = i if partner_after else i - 1
        score = 1.2 if any(words.key(k) in BETWEEN for k in range(start - 3, start)) else score
    for k in range(max(0, i - 6), i):
        if words.keys[k] == "entre" and words.sentence[k] == words.sentence[i]:
            about = any(words.key(b) in BETWEEN for b in range(k - 3, k)) or any(
                words.key(b) in BETWEEN for b in range(k - 8, k))
            about = about or k in words.firsts and not DISTANCES.intersection(
                words.keys[m] for m in range(k, min(k + 25, len(words))) if words.sentence[m] == words.sentence[k])
            other = any(h in hits["capital"] or h in hits["country"] for h in (*range(k + 1, i), j + 1, j + 2))
            score = max(score, (1.3 if about else 0.2) if other else 0.0)
    return score


def _opposed(words: Words, hits: Hits, j: int) -> bool:
    """Does the capital that ends before word `j` deal with the next: `oppose Athènes à Skopje`, `la réponse de Prague à
    Moscou`?"""
    start = next((b for b in range(j - 1, max(j - 4, 0), -1) if b in hits["capital"] and hits["capital"][b].j == j), 0)
    return words.key(start - 1).startswith(("oppos", "liant", "associ")) or (
        words.key(start - 1) in ("de", "d") and words.key(start - 2) in ANSWERS)


def _ni(words: Words, hit: Hit) -> float:
    """`Ni Kigali ni Kinshasa n'ont confirmé`: both, where a verb follows."""
    i, j = hit.i, hit.j
    if words.key(i - 1) != "ni":
        return 0.0
    first = words.key(j) == "ni" and any(words.key(k) in ("n", "ne") for k in range(j + 2, j + 5))
    second = words.key(j) in ("n", "ne") and "ni" in words.keys[max(0, i - 5):i - 1]
    return 1.2 if first or second else 0.0


def _located(words: Words, hit: Hit) -> float:
    """Evidence for the place: `dans Paris`, `vers Kiev`, `la capitale éthiopienne Addis-Abeba`."""
    if words.gap(hit.i) == " " and {"capitale", "ville"}.intersection(words.keys[max(0, hit.i - 3):hit.i]) \
            and words.joined(hit.i - 1):
        return -2.0
    before = words.key(hit.i - 1) if words.gap(hit.i) in (" ", "'", LINE) else ""
    return -0.5 if before in PLACE else 0.0


# -- seats of power ---------------------------------------------------------------------------------------------------

TOWNSHIPS = frozenset("hotel rue place palais commune quartier station gare".split())


def _seat(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> float:
    """0 for the building, else how sure the government is meant."""
    i = hit.i
    k = i - 1
    if words.key(k) in ("le", "la", "l") and words.gap(i) in (" ", "'"):
        k -= 1
    if words.key(k).isdigit():                                 # `au 10 Downing Street`, `devant le 10, Downing Street`
        k -= 1 + (words.key(k - 1) in ("le", "l"))
    before = words.key(k) if words.gap(k + 1) in (" ", "'", LINE) else ""
    noun = words.key(k - 1)
    if before in ("devant", "dans", "vers", "derriere", "depuis", "pres", "autour", "sous", "hors"):
        return 0.0
    if words.key(i - 1) == "les":
        return 0.0
    if before in ("a", "au") and words.words[k][-1] in "àÀuUA":
        if spoken_there(words, hit, gazetteer) or noun in WATCHED or words.words[k - 1].casefold() in ADDRESSED:
            return 0.75
        return 0.0
    if before in ("de", "du") and noun in BUILDING or words.key(i - 1) in TOWNSHIPS:
        return 0.0
    if words.key(hit.j + 1) == "ouvert" and "portes" in words.keys[hit.j:hit.j + 5]:
        return 0.0                                             # `l'Élysée a ouvert ses portes`
    active = acts(words, hits, hit, gazetteer) + dealt_with(words, hit, gazetteer)
    if before in ("de", "du") and noun == "palais" and active < 1.0:
        return 0.0
    if hit.entry.strength != "sure":
        return 0.8 if active >= 1.0 else 0.0
    return 0.95 if active >= 1.0 else 0.85
