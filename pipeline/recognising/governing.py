"""Which capitals of a text stand for their government: every sign of what stands around each, weighed and summed.

What stands before a name and behind it, whether it acts or is dealt with, and what the same text means by the capital
elsewhere and by the others are signs; how much each counts was fitted to gold.

    Oslo a protesté ; Quito, non. Il neige à Lima.  ->  Oslo, which acts, and Quito beside it, but not Lima
"""

from collections.abc import Iterable
from heapq import nlargest
from math import exp, fsum
from operator import itemgetter

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.acting import (
    COPULAS,
    HAVE,
    MODALS,
    TO_PLACES,
    acts,
    in_subject_position,
    lives,
    spoken_there,
    verb_of,
)
from pipeline.recognising.dealing import DEEDS, MASTERS, MONEY, addressed, dealt_with, is_deed
from pipeline.recognising.scene import of_clause, of_text
from pipeline.recognising.topic import of_sport, of_states, recalled_from, tells_of_states

SMALL = frozenset("""a de d en au du sur vers dans depuis pour par chez sous avec contre entre selon apres avant que qu
et ou ni mais si quand comme lorsque car donc or puis dont jusqu hors sauf malgre envers parce alors aussi meme sans oui
non est etait le la l les des devant derriere pres plutot cote voila qui on un une ses son sa lui elle deja encore il
ils ce cette toujours tout pas lundi mardi mercredi jeudi vendredi samedi dimanche hier ne n seul
seule""".split())
"""Words that say by themselves how a name stands beside them: `vers Lima`, `Lima aussi`."""

PLACING = frozenset("a au en dans vers depuis pres chez sur sous devant derriere hors jusqu".split())
"""Those of them behind which things happen: `près de Lima`."""

Signs = set[str]
"""What the words say of one name; each counts once."""

BETWEEN = frozenset("relation relations dialogue axe tension tensions accord accords negociation negociations "
                    "pourparlers guerre crise conflit rapprochement rupture cooperation partenariat alliance "
                    "contentieux differend bras escalade discussions echanges querelle querelles premiere froid gel "
                    "degel rechauffement normalisation fosse defiance mefiance malentendu pacte contacts navette "
                    "brouilles bisbille rivalite confrontation entente treve desaccord desaccords brouille duel liens "
                    "rapports sommet discussion rencontre consultations litige divorce lien bataille mediation "
                    "alliances rivalites torchon depart page passe dispute tractations facteur facteurs messager "
                    "intermediaire intermediaires arbitre arbitres mediateur mediateurs mediatrice tampon".split())
"""What two governments have: `les relations entre Oslo et Lima`."""

DISTANCES = frozenset("km kilometres route autoroute vol vols train trains ligne liaison liaisons trajet rail "
                      "ferroviaire tgv avion avions car bus bateau ferry camion camions voiture velo traversee "
                      "passagers".split())
"""What two towns have."""

TOWNSCAPE = frozenset("""pluie neige grele vent soleil orage tempete canicule chaleur brume brouillard poussiere rafale
averse rue quartier habitant metro plage trottoir bouchon touriste tournoi marathon carnaval festival patinoire musee
calicot banderole lampion guirlande fanion confetti cathedrale restaurant jardin eau lumiere courant aube torrent noir
ville""".split())
"""What is told of a town behind its name, but for a last -s."""

ABSTRACT = tuple("tion tions sion sions ment ments ance ances ence ences ite ites isme age ages ure ie ise eur".split())
"""Ends of nouns that say what somebody does: `hésitations`."""

SPACES = (" ", "'", LINE)
"""Gaps that a phrase runs across."""

LEAVING = ("quitt", "repart", "embarqu", "decoll", "envol")
"""Beginnings of verbs whose `pour Lima` is where one goes."""

MARKS = frozenset(",;:«(/-?)")
HELPERS = {"may": MODALS, "is": COPULAS, "has": HAVE}
"""Names of the auxiliaries."""

KINDS = frozenset({"speech", "decision", "reaction", "agreement", "state", "motion", "other", "auxiliary", *HELPERS})
"""What `verb_of` says of a verb, the auxiliaries told apart."""

FIRST = (["d", "abord"], ["pour", "commencer"], ["pour", "finir"])
"""Two words that count off one town or government after another: `Lima pour commencer :`."""

CONJUNCTIONS = frozenset("et ou ni comme".split())
STATES = ("capital", "country", "seat", "ministry")
"""Kinds of names that may act as a state."""

OPENINGS = frozenset("nothing , ; : « mark entre".split())
"""What stands before a name, where it is told apart for what stands behind."""

WEIGHTS: dict[str, float] = {
    ", subject: ,": 0.21, ", subject: end": -0.25, ", subject: verb": -0.19, ", subject: word": 1.03,
    ": subject: ,": 0.20, ": subject: end": 0.36, ": subject: verb": 0.12, ": subject: word": -0.28,
    "; subject: ,": -0.10, "; subject: end": 0.26, "; subject: verb": 0.53, "acts clearly": 2.79,
    "acts likely": 3.36, "acts perhaps": 0.30, "again a place": -0.55, "again meant": -0.87, "any": -1.31,
    "asked": 0.57, "before: ,": 0.79, "before: -": 0.54, "before: /": -0.28, "before: :": 0.39, "before: ;": 0.73,
    "before: a": -1.49, "before: apres": -0.42, "before: au": 1.07, "before: avec": -0.19, "before: d": 0.11,
    "before: dans": -0.28, "before: de": -1.04, "before: depuis": -0.58, "before: est": 0.46, "before: et": 1.56,
    "before: les": -0.33, "before: lundi": -0.24, "before: mais": 0.75, "before: mark": 0.66, "before: name": -0.32,
    "before: ni": 0.31, "before: nothing": -0.34, "before: par": -0.19, "before: pas": 0.30, "before: pour": -0.50,
    "before: puis": 0.37, "before: qu": -0.17, "before: quand": 0.18, "before: que": -0.29, "before: une": 0.26,
    "before: verb of agreement": -0.20, "before: verb of decision": -0.70, "before: verb of motion": -1.48,
    "before: verb of reaction": 0.12, "before: verb of speech": 0.32, "before: verb of state": 0.56,
    "before: vers": -0.76, "before: word": -1.48, "before: «": 0.33, "beside a name": 0.13,
    "between, a distance": -1.57, "between, a relation": 1.39, "between, first": 2.02, "dated": -0.61,
    "dealt with clearly": 5.89, "dealt with likely": 1.72, "dealt with perhaps": 0.33, "deeds behind": 1.18,
    "entre object: ,": 0.18, "entre object: word": -0.46, "entre subject: word": 0.26, "facing a place": -0.22,
    "facing meant": 2.07, "for, behind motion": -0.85, "for, behind speech": 1.39, "headline: ,": -1.20,
    "headline: -": 0.59, "headline: verb": -1.29, "headline: word": 1.19, "hyphen": -0.63,
    "hyphen of a relation": 1.48, "life before": -1.09, "mark subject: ,": -0.46, "mark subject: mark": -0.23,
    "mark subject: verb": 0.64, "mark subject: word": 0.69, "never": -1.12, "no states": -1.64,
    "nothing object: -": 0.59, "nothing subject: (": -0.66, "nothing subject: ,": 1.06, "nothing subject: /": -1.14,
    "nothing subject: :": 0.70, "nothing subject: end": -2.20, "nothing subject: mark": -2.29,
    "nothing subject: verb": 1.89, "nothing subject: word": 1.42, "nothing subject: «": 0.20, "object: , a": -1.24,
    "object: , apres": 0.59, "object: , au": -0.67, "object: , dans": -0.13, "object: , de": -0.48,
    "object: , des": -0.56, "object: , dont": 0.16, "object: , en": -0.53, "object: , est": 0.87,
    "object: , et": -0.68, "object: , l": 0.67, "object: , la": -0.28, "object: , le": -0.48,
    "object: , les": -0.34, "object: , ne": 1.43, "object: , non": -0.14, "object: , on": 0.27,
    "object: , ou": -0.22, "object: , pas": 0.18, "object: , pres": -0.13, "object: , puis": -0.29,
    "object: , qui": 1.39, "object: , sans": -0.28, "object: , sauf": 1.64, "object: , son": 1.16,
    "object: , tout": -0.18, "object: , un": 0.57, "object: , une": -0.20, "object: , where": -0.45,
    "object: , word": -1.13, "object: -": 0.32, "object: ;": 0.49, "object: ?": -0.51, "object: au": 0.46,
    "object: aussi": 0.20, "object: avant": -0.14, "object: avec": -0.34, "object: comme": 0.72,
    "object: dans": -0.22, "object: decision": -1.06, "object: depuis": -0.12, "object: en": -0.91,
    "object: end": -0.56, "object: et": 0.28, "object: has": -0.21, "object: is": 0.18, "object: le": -0.68,
    "object: mark": -0.15, "object: ne": -0.24, "object: ordered": -0.47, "object: other": 0.69,
    "object: par": 0.44, "object: pour": 0.59, "object: reaction": -0.18, "object: sans": -0.24,
    "object: ses": -0.15, "object: sous": -0.12, "object: speech": -0.23, "object: state": -0.40,
    "object: town verb": -0.17, "object: word": -0.11, "of a deed": 3.17, "of a name": -1.21, "of a town's": -2.59,
    "of a verb": -0.66, "of abstract": -0.24, "of adjective": 1.34, "of money": 2.78, "of nothing": -0.89,
    "of noun": -1.29, "other object: ,": -0.11, "other object: -": -0.27, "other object: ;": 0.49,
    "other object: ?": -0.53, "other object: end": -0.58, "other object: mark": -0.15,
    "other object: ordered": -0.47, "other object: verb": -1.08, "other object: word": -0.97,
    "other subject: ,": -0.54, "other subject: :": -0.22, "other subject: ?": 0.30, "other subject: end": 0.80,
    "other subject: verb": -0.18, "other subject: word": -0.38, "others a place": -1.46, "others meant": 1.22,
    "placed": -2.08, "scene: either": 0.28, "scene: neither": -0.96, "scene: states": 0.61, "scene: town": -0.63,
    "spoken there": 0.47, "sport": -1.00, "subject: (": -0.66, "subject: , a": 0.65, "subject: , avec": 0.20,
    "subject: , comme": 0.41, "subject: , d": 0.28, "subject: , de": 0.23, "subject: , des": -0.31,
    "subject: , en": -0.28, "subject: , encore": 0.35, "subject: , hier": -0.79, "subject: , l": 0.93,
    "subject: , le": -2.10, "subject: , non": 0.77, "subject: , par": -0.37, "subject: , puis": 0.25,
    "subject: , qu": 0.27, "subject: , qui": -0.24, "subject: , un": -0.44, "subject: , une": 0.19,
    "subject: , vendredi": -0.43, "subject: , where": 0.34, "subject: , word": 0.19, "subject: /": -1.14,
    "subject: :": 0.49, "subject: ?": 0.30, "subject: agreement": 0.56, "subject: aussi": 0.46,
    "subject: auxiliary": 0.26, "subject: avant": -0.20, "subject: avec": 0.11, "subject: ce": -1.24,
    "subject: d": 0.85, "subject: dans": 0.58, "subject: de": 0.62, "subject: decision": 0.42, "subject: en": -0.14,
    "subject: end": -1.03, "subject: et": 0.25, "subject: has": 0.34, "subject: is": -2.08, "subject: l": 0.28,
    "subject: mark": -2.50, "subject: may": 0.65, "subject: motion": -0.83, "subject: name": -0.32,
    "subject: ni": 1.47, "subject: non": 0.15, "subject: number": -0.59, "subject: other": 1.15,
    "subject: qui": 0.11, "subject: reaction": 0.89, "subject: sans": -0.42, "subject: ses": 0.11,
    "subject: son": 0.49, "subject: sous": -0.19, "subject: speech": 1.16, "subject: state": 0.71,
    "subject: sur": 0.21, "subject: town verb": 0.51, "subject: un": 0.15, "subject: une": 0.15,
    "subject: word": -0.75, "subject: «": 0.17, "sure": 0.93, "tells of states": 0.36, "tied a place": -0.77,
    "tied meant": 3.34, "to name": 0.74, "to nothing": -1.26, "to word": -0.10, "to, addressed": 1.56,
    "to, behind agreement": 0.43, "to, behind decision": 0.99, "to, behind motion": -0.35,
    "to, behind reaction": 0.94, "to, behind speech": 0.24, "to, behind state": 0.88,
    "to, right behind agreement": -0.52, "to, right behind decision": -0.31, "to, right behind reaction": -0.45,
    "to, right behind speech": 0.45, "to, right behind state": 1.13, "to, then que": -0.15, "town acts": -1.64,
    "town reached": -1.98, "town undergoes": -1.78, "townscape": -2.63, "weak": -1.12, "« subject: verb": 0.33,
}
"""What each sign counts: the log of the odds that it lends the government, fitted to gold by `tests/weigh_capitals.py`.
"""


def weighed(words: Words, own: dict[Hit, Signs], seats: Iterable[Hit]) -> dict[Hit, Signs]:
    """The capitals' own signs, and what they say of each other beside `seats` that are governments."""
    sums = {hit: summed(told) for hit, told in own.items()} | dict.fromkeys(seats, 1.0)
    order = sorted(sums, key=itemgetter(0))
    most = _most(sums)
    found = {}
    for n, hit in enumerate(order):
        if hit in own:
            near = [*order[max(0, n - NEAR):n], *order[n + 1:n + 1 + NEAR]]
            found[hit] = own[hit] | _of_others(words, hit, near, sums, most)
    for n, hit in enumerate(order):
        told = found.get(hit, set())
        if not {"between", "tied a place"} <= told:
            continue
        pair = (other for other in order[max(0, n - 1):n + 2] if other != hit and "between" in found.get(other, ()))
        if any(_kinship(words, hit, other) == "tied" and summed(found[other]) > 0 for other in pair):
            found[hit] = told - {"tied a place"} | {"tied meant"}          # `entre Lima et Oslo`: both, or neither
    return {hit: found[hit] for hit in own}


def summed(told: Signs) -> float:
    """What the signs of one name count together, in any order: above 0 the government is likelier than the place."""
    return fsum(WEIGHTS.get(sign, 0.0) for sign in told)


def chance(total: float) -> float:
    """How likely the government is by that sum: `0.0 -> 0.5`."""
    return 1 / (1 + exp(-total))


NEAR = 2
"""Capitals before and behind one that a list can tie to it."""


def _most(sums: dict[Hit, float]) -> dict[str, list[tuple[float, Hit]]]:
    """By state, the capitals that most speaks for: more than can be near to one of them."""
    most: dict[str, list[tuple[float, Hit]]] = {}
    for hit, total in sums.items():
        most.setdefault(hit.entry.values[0], []).append((total, hit))
    return {iso3: nlargest(2 * NEAR + 2, some, key=itemgetter(0)) for iso3, some in most.items()}


def _of_others(words: Words, hit: Hit, near: list[Hit], sums: dict[Hit, float],
               most: dict[str, list[tuple[float, Hit]]]) -> Signs:
    """`again meant`: what the text means by the same capital elsewhere, by one tied to it, by any other."""
    groups: dict[str, list[float]] = {}
    for other in near:
        groups.setdefault(_kinship(words, hit, other), []).append(sums[other])
    for iso3, some in most.items():
        totals = [total for total, other in some if other != hit and other not in near][:1]
        if totals:
            groups.setdefault("again" if iso3 == hit.entry.values[0] else "others", []).extend(totals)
    return {f"{name} {'meant' if max(totals) > 0 else 'a place'}" for name, totals in groups.items()}


def _kinship(words: Words, hit: Hit, other: Hit) -> str:
    """How another capital stands to one: in a list with it, before `à`, the same capital again, or any other."""
    if _tied(words, hit, other) or _tied(words, other, hit):
        return "tied"
    if other.j == hit.i - 1 and words.words[other.j] == "à":
        return "facing"
    return "again" if other.entry.values[:1] == hit.entry.values[:1] else "others"


def _tied(words: Words, first: Hit, then: Hit) -> bool:
    """Does a comma or a conjunction tie the two: `Londres, Rome et Paris`, `par Rome et par Paris`?"""
    j, i = first.j, _start(words, then)
    k = j + (words.key(j) in CONJUNCTIONS and words.gap(j) in (" ", ","))
    again = words.key(k) == words.key(_start(words, first) - 1) and k > j
    return i == k + again and words.gap(i) == ("," if k == j else " ")


def _start(words: Words, hit: Hit) -> int:
    """Where the name begins, its article with it: `Le Caire`."""
    return hit.i - (words.key(hit.i - 1) in ("le", "la") and words.cap(hit.i - 1) and words.gap(hit.i) == " ")


def signs(words: Words, hits: Hits, hit: Hit, gazetteer: Gazetteer) -> Signs:
    """What the words around a name say of it: of `Moscou a annoncé` that it `opens`, that the `subject speaks`, …"""
    i, j = _start(words, hit), hit.j
    head = _head(words, i)
    pair = _paired(words, i, j)
    before = "entre" if "between" in pair else _before(words, head, gazetteer)
    behind = _behind(words, j, gazetteer)
    hyphen = "-" in (words.gap(i), words.gap(j))
    stands = "subject" if not hyphen and in_subject_position(words, head) else "object"
    kind = "verb" if behind in KINDS else behind if behind == "ordered" else (
        "word" if words.gap(j) in SPACES else behind.partition(" ")[0])
    found = {"any", hit.entry.strength, f"before: {before}", f"{stands}: {behind}",
             f"{before if before in OPENINGS else 'other'} {stands}: {kind}", *pair}
    if before in PLACING:
        found.add("placed")
    for name, value in (("acts", acts(words, hits, hit, gazetteer)), ("dealt with", dealt_with(words, hit, gazetteer))):
        if value:
            found.add(f"{name} {'clearly' if value > 1.1 else 'likely' if value >= 1 else 'perhaps'}")
    if before in ("de", "d", "du"):
        found |= _of(words, i, gazetteer)
    elif before in ("a", "au"):
        found |= _to(words, hit, i, gazetteer)
    elif before.startswith("verb") and words.key(i - 1).startswith(TO_PLACES) or any(
            key.startswith(("relie", "desser")) for key in words.keys[max(0, i - 4):i - 1]):
        found.add("town reached")
    elif before == "pour" and any(words.keys[k].startswith(LEAVING) for k in range(max(0, i - 5), i - 2)):
        found.add("for, behind motion")
    elif before == "pour" and words.words[i - 2].casefold() in gazetteer.verbs:
        found.add(f"for, behind {gazetteer.verbs[words.words[i - 2].casefold()]}")
    if "between, a relation" not in pair:
        found |= _town(words, j)
    if _beside_a_name(words, hits, i, j):
        found.add("beside a name")
    if _headline(words, i, j):
        found.add(f"headline: {kind}")
    if words.gap(j + 1) == "-" and words.key(j + 1) in ("il", "elle", "t"):
        found.add("asked")
    if words.gap(j) == "," and (words.key(j)[:1].isdigit() or words.key(j + 1).isdigit()):
        found.add("dated")
    found.add("tells of states" if tells_of_states(words) else "tells of no state" if of_states(words) else "no states")
    if of_sport(words) > 1:
        found.add("sport")
    if stands == "subject" and "acts clearly" not in found:
        found |= {"scene: " + of_text(words)} | of_clause(words, hit)
    return found


LONGEST_LIST = 40
"""Words of a list of names that is read back to what stands before it."""


def _head(words: Words, i: int) -> int:
    """Where the list of names begins in which word `i` stands behind a comma: `Rome` of `à Rome, Lima et Oslo`."""
    first = i - LONGEST_LIST
    while i > first and i not in words.firsts and words.gap(i) == "," and words.cap(i - 1):
        i -= 1
        while i > first and words.cap(i - 1) and words.joined(i):
            i -= 1
    return i


def _before(words: Words, i: int, gazetteer: Gazetteer) -> str:
    """What stands before word `i`: nothing, a mark, a small word, a verb of some kind, a name, a number, any word."""
    gap = words.gap(i)
    if i in words.firsts or i == 0:
        return "nothing"
    if gap not in SPACES:
        return gap if gap in MARKS else "mark"
    key, low = words.keys[i - 1], words.words[i - 1].casefold()
    if key in SMALL:
        return key
    if words.caps[i - 1]:
        return "name"
    if low in gazetteer.verbs:
        return f"verb of {gazetteer.verbs[low]}"
    return "number" if key.isdigit() else "word"


def _behind(words: Words, j: int, gazetteer: Gazetteer) -> str:
    """What stands behind a name, at word `j`: a kind of verb, a mark, a small word, a name, a number, any word."""
    gap, key = words.gap(j), words.key(j)
    if gap not in SPACES:
        if j in words.firsts or j >= len(words):
            return "?" if "?" in gap else "end"
        small = key if key in SMALL else "word"
        gap = ":" if gap[:1] == ":" else gap                   # `Lima : « Non »`
        return f", {'where' if words.words[j] == 'où' else small}" if gap == "," else gap if gap in MARKS else "mark"
    if kind := verb_of(words, j, gazetteer):
        return kind if kind != "auxiliary" else next(
            (name for key in words.keys[j:j + 3] for name, forms in HELPERS.items() if key in forms), kind)
    if words.words[j] == "où":
        return "where"
    if words.keys[j:j + 2] in FIRST:
        return "ordered"
    if key in SMALL:
        return key
    return "town verb" if lives(words, j) else "name" if words.caps[j] else "number" if key.isdigit() else "word"


def _town(words: Words, j: int) -> Signs:
    """What the words from word `j` on tell of a town: `grelotte sous la neige`, `a été durement touchée`."""
    stop = min(j + 8, len(words))
    listed = next((k for k in range(j, stop) if words.gap(k) == "," and words.key(k) in ("un", "une", "des")), stop)
    near = [words.keys[k] for k in range(j, listed) if words.sentence[k] == words.sentence[j - 1]]
    found = set()
    if any(lives(words, k) for k in range(j, j + min(len(near), 4))):
        found.add("town acts")
    if not TOWNSCAPE.isdisjoint(key.rstrip("s") for key in near):
        found.add("townscape")
    done = next((n for n, key in enumerate(near) if key in COPULAS or words.words[j + n] == "été"), stop)
    if any(key.startswith(TO_PLACES) or lives(words, j + n) for n, key in enumerate(near[done + 1:done + 4], done + 1)):
        found.add("town undergoes")
    return found


def _beside_a_name(words: Words, hits: Hits, i: int, j: int) -> bool:
    """Does a comma or a conjunction tie a name to it that is no state's: `Marseille et Lima`, `Alep, Lima`?"""
    k = j + (words.key(j) in CONJUNCTIONS and words.gap(j) == " ")
    behind = words.gap(k) == ("," if k == j else " ") and words.cap(k) and k not in words.firsts and not any(
        b in hits[kind] for kind in STATES for b in (k, k + 1))
    k = i - (words.key(i - 1) in CONJUNCTIONS and words.gap(i) == " ")
    before = i not in words.firsts and words.gap(k) == ("," if k == i else " ") and words.cap(k - 1) and not any(
        hit.j == k for kind in STATES for b in range(max(0, k - 4), k) if (hit := hits[kind].get(b)))
    return behind or before


def _of(words: Words, i: int, gazetteer: Gazetteer) -> Signs:
    """Whose what: `la colère de Lima`, `la gare de Lima`."""
    noun = words.key(i - 2)
    if recalled_from(words, i - 2):
        return {"of a town's"}
    found = {"of adjective"} if words.key(i - 3) in DEEDS else set()
    if i - 1 in words.firsts:
        return {"of nothing"}
    if noun in MONEY or words.key(i - 4) in MONEY and words.key(i - 3) in ("de", "d"):
        return found | {"of money"}
    if is_deed(words, i - 2) or noun in MASTERS:
        return found | {"of a deed"}
    if words.cap(i - 2):
        return found | {"of a name"}
    if words.words[i - 2].casefold() in gazetteer.verbs:
        return found | {"of a verb"}
    return found | {"of abstract" if noun.endswith(ABSTRACT) else "of noun"}


def _to(words: Words, hit: Hit, i: int, gazetteer: Gazetteer) -> Signs:
    """To whom, or where: `le dit à Lima`, `réunis à Lima`."""
    found = {f"to, then {words.key(hit.j)}"} if words.key(hit.j) in ("de", "d", "que", "qu") else set()
    if spoken_there(words, hit, gazetteer):
        found.add("spoken there")
    if i - 1 in words.firsts or not words.joined(i - 1):
        return found | {"to nothing"}
    if addressed(words, i):
        found.add("to, addressed")
    low = words.words[i - 2].casefold()
    found.add(f"to, right behind {gazetteer.verbs[low]}" if low in gazetteer.verbs else "to name" if words.cap(i - 2)
              else "to number" if low.isdigit() else "to word")
    for k in range(i - 2, max(i - 7, -1), -1):
        low = words.words[k].casefold()
        if low in gazetteer.verbs and not words.caps[k]:
            return found | {f"to, behind {gazetteer.verbs[low]}"}
        if not words.joined(k):
            return found
    return found


def _paired(words: Words, i: int, j: int) -> Signs:
    """`l'axe Oslo-Lima`, `le froid entre Oslo et Lima`, `le vol entre Oslo et Lima`."""
    if "-" in (words.gap(i), words.gap(j)):
        k, found = i - (words.gap(i) == "-"), {"hyphen"}
        return found if BETWEEN.isdisjoint(words.keys[max(0, k - 3):k]) else {"hyphen of a relation"}
    k = next((k for k in range(i - 1, max(i - 7, -1), -1) if words.keys[k] == "entre"), None)
    if k is None or words.sentence[k] != words.sentence[i]:
        return set()
    before = words.keys[max(0, k - 8):k]
    if not DISTANCES.isdisjoint(before) or not DISTANCES.isdisjoint(words.keys[k:k + 16]):
        return {"between", "between, a distance"}
    return {"between", *(["between, first"] if k in words.firsts else []), *(
        [] if BETWEEN.isdisjoint(before) else ["between, a relation"])}


def _headline(words: Words, i: int, j: int) -> bool:
    """Does the name open a short line without a full stop: `Lima dans l'impasse`?"""
    def breaks(k: int) -> bool:
        return k in (0, len(words)) or "\n" in words.text[words.ends[k - 1]:words.starts[k]]

    end = next((k for k in range(j, min(j + 12, len(words) + 1)) if breaks(k)), None) if breaks(i) else None
    return end is not None and end < len(words) and "." not in words.gap(end)
