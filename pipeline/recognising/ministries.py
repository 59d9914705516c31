"""Ministries by a small grammar over head noun, nationalities, portfolios and countries, and by their special names.

    head  [adjectives]  linker portfolio (separator [linker] portfolio)*  [adjectives | de country (et country)*]

`ministères de la Défense israélien et américain` is a head in the plural, one portfolio and two nationalities: two rows
with one span. The head's number tells `ministère de l'Économie et des Finances` (one) from `ministères de l'Intérieur
et de la Justice` (two).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hit, Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.found import Found
from pipeline.recognising.portfolios import (
    COUNTS,
    NOT_PORTFOLIOS,
    OF,
    adjectives,
    linker,
    nations_after,
    portfolio_list,
    split_portfolios,
)
from pipeline.recognising.posts import posts
from pipeline.recognising.special import About, canadian, foreign, special

MODIFIERS = frozenset("federal federaux federale delegue delegues provincial provinciaux regional regionaux cantonal "
                      "central tout puissant royal francophone flamand actuel nouveau ancien".split())
SINGULAR = frozenset("le ce du au son leur notre votre dudit ledit dit meme".split())
NUMERALS = frozenset({*COUNTS, "quatre", "cinq"})
PLURAL = frozenset("les ces des aux leurs".split()) | NUMERALS
GENERIC_AFTER = frozenset("public tutelle concerne concernes competent competents".split())
BARE = frozenset({"ministere", "ministeres", "departement"})
PREFECT = ("prefet", "prefect")

_STARTS = frozenset("ministere ministeres departement departements secretariat secretariats spf service min celui ceux "
                    "ministry department ministerio ministero us british".split())


@dataclass(frozen=True, slots=True)
class Head:
    """The head noun of a ministry at words `i` to `j`."""

    i: int
    j: int
    noun: str          # ministere, departement, secretariat, spf, celui
    plural: bool


def ministries(words: Words, hits: Hits, gazetteer: Gazetteer) -> list[Found]:
    """The ministries named in the text, then those that an acronym or a bare `le ministère` takes up again."""
    found: list[Found] = []
    last, bare = 0, -1
    learnt: set[str] = set()
    about = About(words, hits, gazetteer)
    closed = canadian(words, hits, gazetteer)
    nouns = not _STARTS.isdisjoint(words.vocabulary)
    heads = {i for i, key in enumerate(words.keys) if key in _STARTS} if nouns else set()
    heads |= hits["ministry"].keys() | closed.keys()
    lands = {i for kind in ("foreign", "demonym", "country") for i in hits[kind] if words.caps[i]}
    for i in sorted(heads | lands):
        if i < last or words.words[i] in learnt:
            continue
        key = words.keys[i]
        near = max(bare, found[-1].i if found else -1)
        named = max((special(words, hits, i, about), _composed(words, hits, i, about, found, near), closed.get(i)),
                    key=lambda f: f.j if f else 0) or foreign(words, hits, i)
        if named:
            found.append(named)
            last = named.j
            acronym = _acronym(words, named)
            if acronym:
                found.append(acronym)
                learnt.add(words.words[acronym.i])
                last = acronym.j
        elif key in BARE and _bare(words, i):
            bare = i
    found += _acronyms_again(words, found)
    return found + posts(words, hits, found, gazetteer)


# -- the French grammar -----------------------------------------------------------------------------------------------

def head_at(words: Words, i: int) -> Head | None:
    """The head noun at word `i`: `ministère`, `secrétariat d'État`, `service public fédéral` …"""
    key = words.keys[i]
    if key in ("ministere", "ministeres"):
        return Head(i, i + 1, "ministere", key.endswith("s"))
    if key == "min" and words.gap(i + 1) == ".":
        return Head(i, i + 1, "ministere", False)
    if key in ("departement", "departements"):
        return Head(i, i + 1, "departement", key.endswith("s"))
    if key in ("secretariat", "secretariats") and words.key(i + 1) == "d" and words.key(i + 2) == "etat":
        return Head(i, i + 3, "secretariat", key.endswith("s"))
    if key == "spf" and words.words[i].isupper():
        return Head(i, i + 1, "spf", words.key(i - 1) in PLURAL)
    if key == "service" and words.key(i + 1) == "public" and words.key(i + 2) == "federal":
        return Head(i, i + 3, "spf", False)
    if key in ("celui", "ceux"):
        return Head(i, i + 1, "celui", key == "ceux")
    return None


def _composed(words: Words, hits: Hits, i: int, about: About, before: list[Found], near: int) -> Found | None:
    head = head_at(words, i)
    if not head or head.noun == "celui" and not _near(words, near, i):
        return None
    nations, k = adjectives(words, hits, head.j)
    k = _modifiers(words, k)
    if not nations:
        nations, k = adjectives(words, hits, k)
    portfolios, end = portfolio_list(words, hits, k, bare=head.noun == "spf")
    if not portfolios:
        return _department_of_state(words, hits, head, nations, k)
    if not nations:
        nations, end = nations_after(words, hits, end)
    if head.noun == "departement":
        if set(portfolios) == {"other"} and not {"USA", "CHE"}.intersection(nations):
            return None                                        # `treize départements du nord de la France`
        if not nations and any(words.keys[k] == "federal" for k in range(head.i, end)):
            nations = ["CHE"]
        if not nations and not _capital_portfolio(words, hits, head, end) and not (
                "CHE" in about.countries and (words.caps[i] and i not in words.firsts or _bracketed(words, end))):
            return None
    if head.noun == "spf":
        nations = ["BEL"]
    if head.noun == "celui" and head.plural and not nations and before:
        nations = list(before[-1].iso3s)
    nations = list(dict.fromkeys(nations))
    joined = split_portfolios(portfolios, head.plural)
    pairs = [(n, p) for n in nations or [None] for p in joined]
    rule = {"celui": "pronoun", "departement": "department"}.get(head.noun, "grammar")
    known = any(p != "other" for p in portfolios)
    own = not nations or head.noun in ("spf", "departement")
    listed = about.gazetteer.find(words.span(head.i, end), "ministry") if own else None
    if listed and listed.strength == "sure":
        code, _, portfolio = listed.values[0].partition(".")
        pairs = [(code if "-" in code else about.gazetteer.iso3_of[code], portfolio)]
    return Found(head.i, end, "MINISTRY", "name", f"ministries.{rule}", 0.97 if known else 0.8,
                 iso3s=tuple(n for n, _ in pairs), portfolios=tuple(p for _, p in pairs))


def _near(words: Words, before: int, i: int) -> bool:
    """Does a ministry stand before `celui` in its sentence or, for a `Celui` that opens one, in the two before?"""
    return before >= 0 and words.sentence[i] - words.sentence[before] <= (3 if words.caps[i] else 0)


def _modifiers(words: Words, k: int) -> int:
    while words.joined(k) and (
            words.key(k) in MODIFIERS and not words.cap(k) or words.key(k) in ("federal", "delegue")):
        k += 1
    return k


def _department_of_state(words: Words, hits: Hits, head: Head, nations: list[str | None], k: int) -> Found | None:
    """`département d'État`, `département d'État américain`: the American foreign ministry."""
    if head.noun != "departement" or words.key(k) != "d" or words.key(k + 1) != "etat" or words.key(k + 2) == "civil":
        return None
    end = k + 2
    if not nations:
        nations, end = adjectives(words, hits, end)
    if nations not in ([], ["USA"]):
        return None
    return Found(head.i, end, "MINISTRY", "name", "ministries.department", 0.98, iso3s=("USA",),
                 portfolios=("foreign-affairs",))


def _capital_portfolio(words: Words, hits: Hits, head: Head, end: int) -> bool:
    """Is it `le département de la Défense`, a government's, and no `département de la santé` of a university?"""
    portfolio = next((k for k in range(head.j, end) if k in hits["portfolio"]), None)
    return portfolio is not None and words.caps[portfolio] and words.key(head.i - 1) not in ("un", "chaque", "notre")


# -- what the text introduced -----------------------------------------------------------------------------------------

def _acronym(words: Words, named: Found) -> Found | None:
    """`ministère des Affaires étrangères (MAE)`: the bracketed acronym is a mention of its own."""
    k = named.j
    if _bracketed(words, k):
        return _short_for(named, k, 0.95)
    return None


def _short_for(named: Found, k: int, score: float) -> Found:
    """The acronym of a ministry at word `k`."""
    return Found(k, k + 1, "MINISTRY", "name", "ministries.acronym", score, iso3s=named.iso3s,
                 portfolios=named.portfolios)


def _bracketed(words: Words, k: int) -> bool:
    """Does a bracketed acronym stand at word `k`?"""
    return words.gap(k) == "(" and words.gap(k + 1).startswith(")") and _is_acronym(words.words[k])


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or word[0].isupper() and sum(map(str.isupper, word)) > 1)


def _acronyms_again(words: Words, found: list[Found]) -> list[Found]:
    """The later uses of the acronyms that the text introduced."""
    learnt = {words.words[f.i]: f for f in found if f.found_by == "ministries.acronym"}
    if not learnt:
        return []
    taken = {k for f in found for k in range(f.i, f.j)}
    return [_short_for(learnt[w], k, 0.9) for k, w in enumerate(words.words)
            if w in learnt and k not in taken and k > learnt[w].i]


def _counted(found: list[Found]) -> Iterator[tuple[int, int]]:
    """The first word of each in order, and how many ministries are named up to it."""
    placed = sorted((f.i, len(f.iso3s)) for f in found)
    return zip((i for i, _ in placed), accumulate(count for _, count in placed))


# -- le ministère -----------------------------------------------------------------------------------------------------

def _bare(words: Words, i: int) -> bool:
    """Does a `ministère` stand alone behind a determiner that points back to one?"""
    determiner = words.key(i - 1) if words.gap(i) in (" ", "'", LINE) else ""
    if determiner not in (PLURAL if words.keys[i].endswith("s") else SINGULAR) or words.key(i + 1) in GENERIC_AFTER:
        return False
    linked = words.key(i + 1) in ("de", "d", "des", "du") and words.joined(i + 1)
    return not (linked and words.key(i + 2) in NOT_PORTFOLIOS or words.key(i - 2) == "tous")


def _lands(words: Words, hits: Hits, taken: set[int]) -> set[int]:
    """Each `département` that is a part of a country: by its name, `dans le département`, beside a prefect, or where
    the last one named is such; `taken` are the words of ministries."""
    prefects = {words.sentence[i] for i, key in enumerate(words.keys) if key.startswith(PREFECT)}
    lands, land = set(), False
    for i in (i for i, key in enumerate(words.keys) if key == "departement"):
        behind = _behind(words, hits, i)
        land = (land or behind == "land") and i not in taken
        near = words.key(i - 2) == "dans" or not prefects.isdisjoint((words.sentence[i] - 1, words.sentence[i]))
        if behind in ("land", "name") or (land or near) and not behind:
            lands.add(i)
    return lands


def _behind(words: Words, hits: Hits, i: int) -> str:
    """What stands behind the `département` at word `i`: `land` that is listed (`du Gers`), another `name` with its
    article, whose it is (`owner`: `américain`, `de Marco Rubio`), or ''."""
    nations, k = adjectives(words, hits, i + 1)
    name = linker(words, k, OF)
    if _listed(hits, i) or k < name and words.cap(name) and _listed(hits, name):
        return "land"
    if nations or k < name and name in hits["person"]:
        return "owner"
    articled = name > k + 1 or words.key(k) in ("du", "des")
    return "name" if k < name and articled and words.cap(name) else ""


def _listed(hits: Hits, k: int) -> bool:
    """Does a place or a fixed phrase begin at word `k`?"""
    return k in hits["place"] or k in hits["exception"]


def anaphora(words: Words, hits: Hits, named: list[Found], implied: bool) -> list[Found]:
    """Bare `le ministère`, `les deux ministères`, where the text named a ministry or, with `implied`, a minister."""
    if not named and not implied:
        return []
    taken = {k for f in named for k in range(f.i, f.j)}
    found = []
    first = min((f.i for f in named), default=len(words))
    department = min((f.i for f in named if words.keys[f.i] == "departement" or "CHE" in f.iso3s), default=len(words))
    several = next((i for i, count in _counted(named) if count > 1), len(words))
    lands = _lands(words, hits, taken) if department < len(words) else ()
    for i, key in enumerate(words.keys):
        if key not in BARE or i in taken or key == "departement" and (department >= i or i in lands) or not _bare(
                words, i):
            continue
        nations, end = adjectives(words, hits, i + 1)
        counted = words.key(i - 1) in NUMERALS
        generic = not (counted or nations or words.key(i - 1) == "ces")          # `cela passe par les ministères`
        if key == "ministeres" and (generic or several >= i and not (implied and counted)):
            continue
        score = 0.9 if first < i else 0.7
        found.append(Found(i, end, "MINISTRY", "anaphora", "ministries.anaphora", score,
                           iso3s=tuple(nations) or (None,), portfolios=(None,) * max(1, len(nations))))
    return found
