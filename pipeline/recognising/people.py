"""People: the runs that are judged to be persons, and every other place of their names.

What is accepted once is found everywhere in the document: the whole name, its surname alone, a headline before it.
"""

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.hits import Hits
from pipeline.gazetteer.words import LINE, Words
from pipeline.recognising.again import BEFORE_A_COUNTRY, LISTS, again
from pipeline.recognising.company import called
from pipeline.recognising.found import Found
from pipeline.recognising.judging import ACCEPT, PRIVATE, judge, judge_things, probability, weight
from pipeline.recognising.runs import ModelSpan, Reader, Run


TEAMS = {"duo": 2, "tandem": 2, "binome": 2, "ticket": 2, "trio": 3}
"""Nouns for people who act together, and how many they are."""
TEAM_SHEET = frozenset("composition compositions equipe onze xv titulaires remplacants buts buteurs essais".split())
PLURAL = frozenset("les des aux ces ses leurs".split())
LINE_UP = 5
"""So many single names in a row make a team."""
NEAR = 8
"""Words between a person and what the person is called."""


def people(words: Words, hits: Hits, model: list[ModelSpan], gazetteer: Gazetteer,
           published: str | None = None) -> list[Found]:
    """The persons named in the text, first by their own evidence, then wherever the same name stands again."""
    reader = Reader(words, hits, model, gazetteer, published)
    runs = reader.runs()
    for run in runs:
        judge(reader, run)
    for run in runs:
        judge_things(reader, run)
    _judge_lists(reader, runs)
    _judge_line_ups(reader, runs)
    accepted = [run for run in runs if weight(run) >= ACCEPT or reader.paired(run) or _teamed(reader, run)]
    surnames = {words.keys[run.j - 1] for run in accepted if run.j - run.i > 1 and words.gap(run.j - 1) == " "}
    found = [_found(run) for one in accepted for run in _untied(one, reader, surnames)]
    found = _with_nicknames(reader, runs, found)
    found += _with_plural_title(words, hits, found, reader)
    things = {k for run in runs if "head" in run.evidence and run.j - run.i > 1 and weight(run) < ACCEPT
              for k in range(run.i, run.j)}
    found += again(words, hits, found, things, reader)
    particles = _particles(words, hits)
    return sorted((_with_particle(f, words, hits, particles) for f in found), key=lambda f: (f.i, f.j))


def _particles(words: Words, hits: Hits) -> dict[tuple[str, ...], list[int]]:
    """By two words, where a full name of the gazetteer goes on with them behind a given name: `(Charles) de Gaulle`."""
    places: dict[tuple[str, ...], list[int]] = {}
    for i, hit in hits["person"].items():
        if hit.j > i + 1 and words.caps[i] and words.gap(i + 1) == " ":
            places.setdefault(tuple(words.keys[i + 1:i + 3]), []).append(i + 1)
    return places


def _with_particle(f: Found, words: Words, hits: Hits, particles: dict[tuple[str, ...], list[int]]) -> Found:
    """`(le général) de Gaulle`: the particle that the gazetteer, an honorific or a full name gives a surname."""
    k = f.i - 1
    if words.key(k) not in ("de", "d", "du", "des") or not words.joined(f.i):
        return f
    known = k in hits["person"] and hits["person"][k].j == f.j
    honorifics = (hits["honorific"][b] for b in range(max(0, k - 3), k) if b in hits["honorific"])
    kinds = ("civil",) if words.keys[k] in ("du", "des") else ("civil", "rank", "noble")
    title = f.j - f.i == 1 and any(h.j == k and h.entry.detail in kinds for h in honorifics)
    named = any(words.keys[b:b + f.j - k] == words.keys[k:f.j]
                for b in particles.get(tuple(words.keys[k:k + 2]), ()) if b != k)
    return replace(f, i=k) if known or title or named else f


def _found(run: Run) -> Found:
    says = next((name for name in ("known", "mononym", "civil", "rank", "given", "function", "model_per", "nationality")
                 if name in run.evidence), "evidence")
    by = "model" if says == "model_per" else f"people.{says}"
    private = run.j - run.i == 1 and not PRIVATE.isdisjoint(run.evidence)
    return Found(run.i, run.j, "PERSON", "name", by, BEFORE_A_COUNTRY if private else probability(weight(run)))


# -- more than one ----------------------------------------------------------------------------------------------------

def _untied(run: Run, reader: Reader, surnames: set[str]) -> list[Run]:
    """`Trump-Zelensky`: surnames known to the gazetteer, or to the text, tied by a hyphen, are so many people."""
    two = run.j - run.i == 2 and reader.words.gap(run.j - 1) == "-"
    apart = two and surnames.issuperset(reader.words.keys[run.i:run.j]) or reader.paired(run) or _teamed(reader, run)
    return [Run(k, k + 1, ["mononym", "model_none"]) for k in range(run.i, run.j)] if apart else [run]


def _teamed(reader: Reader, run: Run) -> bool:
    """`le tandem Rousselle-Abegg`, `le trio Messi-Suarez-Neymar`: tied behind a noun for people who act together."""
    words = reader.words
    if words.gap(run.i) != " " or TEAMS.get(words.key(run.i - 1)) != run.j - run.i:
        return False
    tied = all(words.gap(k) == "-" and words.caps[k] for k in range(run.i + 1, run.j))
    return tied and not any(k in reader.hits[kind] for k in range(run.i, run.j) for kind in LISTS)


def _with_plural_title(words: Words, hits: Hits, found: list[Found], reader: Reader) -> list[Found]:
    """`MM. Scholz et Macron`, `M. et Mme Macron`: what one title introduces."""
    more: list[Found] = []
    taken = {k for f in found for k in range(f.i, f.j)}
    by_start = {f.i: f for f in found}
    for hit in list(hits["honorific"].values()):
        if hit.entry.number == "p" and hit.j in by_start:
            k = by_start[hit.j].j
            while words.gap(k) in (",", " ", LINE):
                k = k + 1 if words.key(k) == "et" else k
                if not words.cap(k) or k in taken:
                    break
                j = reader.end_of_run(k)
                more.append(Found(k, j, "PERSON", "name", "people.civil", 0.95))
                k = j
        elif words.key(hit.j) == "et" and hit.j + 1 in hits["honorific"] and hit.entry.detail == "civil":
            start = hits["honorific"][hit.j + 1].j
            if start in by_start and hits["honorific"][hit.j + 1].entry.detail == "civil":
                one = by_start[start]
                more.append(Found(one.i, one.j, "PERSON", "name", "people.couple", one.score))
    return more


def _judge_lists(reader: Reader, runs: list[Run]) -> None:
    """What a name has from its neighbours: `Louis, Esther et Léna` are people, `les tempêtes Alex et Leiv` are not."""
    pairs = [(one, other) for one, other in pairwise(runs) if _in_a_row(reader.words, one, other)]
    for one, other in (*pairs, *((other, one) for one, other in reversed(pairs))):
        other.evidence += _from_neighbour(reader, one, other)


def _judge_line_ups(reader: Reader, runs: list[Run]) -> None:
    """`Composition : Koundé, Konaté - Koné, Olise`: single names with marks alone between them, announced as a team or
    some of them people's for sure, and hardly a place among them."""
    team: list[Run] = []
    for run in [*runs, None]:
        single = run is not None and run.j - run.i == 1
        if single and (not team or _next_in_team(reader.words, team[-1], run)):
            team.append(run)
            continue
        if team and _is_line_up(reader, team):
            for one in team:
                one.evidence.append("line_up")
        team = [run] if single else []


def _next_in_team(words: Words, one: Run, other: Run) -> bool:
    """`Koundé, Konaté`, `Olise (12e), Koné (45e s.p.)`: nothing but marks between them, and minutes."""
    minutes = range(one.j, other.i)
    return words.gap(other.i) in (",", " – ", "(", "),", ".),") and len(minutes) < 7 and all(
        words.keys[k][0].isdigit() or words.keys[k] in MINUTES for k in minutes) and (
        not minutes or words.gap(one.j) == "(")


MINUTES = frozenset("e s p sp csc pen et".split())
"""What stands with the minutes of goals."""


def _is_line_up(reader: Reader, team: list[Run]) -> bool:
    timed = reader.words.gap(team[0].j) == "(" and reader.words.key(team[0].j)[:1].isdigit()
    if len(team) < LINE_UP and not (timed and reader.words.key(team[0].i - 1) in TEAM_SHEET):
        return False
    people = sum(weight(one) >= ACCEPT for one in team)
    things = sum(bool({"listed", "place_listed", "acronym"} & set(one.evidence)) for one in team)
    announced = reader.words.gap(team[0].i) == ":" and reader.words.key(team[0].i - 1) in TEAM_SHEET
    return len(team) >= 5 * things and (announced or 5 * people >= len(team))


def _in_a_row(words: Words, one: Run, other: Run) -> bool:
    """Is there no more than a comma, `et` and `de` between two runs?"""
    between = range(one.j, other.i)
    return len(between) < 3 and all(words.key(k) in ("et", "ou", "ni", "de", "d") for k in between) and all(
        words.gap(k) in (",", " ", "'", LINE) for k in range(one.j, other.i + 1)) and (
        "," in map(words.gap, range(one.j, other.i + 1)) or {"et", "ou", "ni"} & set(words.keys[one.j:other.i]))


def _from_neighbour(reader: Reader, one: Run, other: Run) -> list[str]:
    words = reader.words
    plural = words.key(one.i - 1) not in PLURAL and PLURAL & set(words.keys[max(0, one.i - 3):one.i])
    if one.i < other.i and ("beside_head" in one.evidence or "head" in one.evidence and plural):
        return ["beside_head"]
    if other.j - other.i == one.j - one.i == 1 and "portrayed" in one.evidence and "portrayed" in other.evidence \
            and weight(one) >= ACCEPT > weight(other):
        return ["beside"]
    if other.j - other.i > 1 or not reader.given(other.i) or other.title:
        return []
    if one.j - one.i == 1 and reader.is_listed(one.i, ("thing",)) and "beside_thing" not in other.evidence:
        return ["beside_thing"]
    if one.j - one.i == 1 and reader.given(one.i) and weight(one) >= ACCEPT > weight(other):
        return ["beside"]
    return []


def _with_nicknames(reader: Reader, runs: list[Run], found: list[Found]) -> list[Found]:
    """`Mbaye Gassama, dit « Tonnerre »`: the name that the text gives to somebody whom it has just named."""
    found = sorted(found, key=lambda f: f.i)
    starts = [f.i for f in found]
    named: dict[int, Found] = {}
    for run in runs:
        k = called(reader, run.i) if "called" in run.evidence else None
        at = bisect_left(starts, k) - 1 if k is not None else -1
        if at >= 0 and _is_called(reader, found[at], k):
            named[run.i] = Found(run.i, run.j, "PERSON", "name", "people.nickname", 0.9)
    return [*(f for f in found if f.i not in named), *named.values()]


def _is_called(reader: Reader, f: Found, k: int) -> bool:
    """Is it `f` who is called something at word `k`: named right there, or before a function that says who?"""
    words, relative = reader.words, reader.words.keys[k] in ("que", "qu")
    if words.sentence[f.i] == words.sentence[k]:
        between = words.keys[f.j:k]
        return not between if relative else len(between) <= NEAR and not {"un", "une"} & set(between)
    return relative and words.sentence[f.i] == words.sentence[k] - 1 and any(
        m in reader.hits["function"] and words.sentence[m] == words.sentence[k] for m in range(max(0, k - NEAR), k))
