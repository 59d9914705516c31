"""Where recognisers disagree: one place that says who keeps a word, and what lies inside what."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from pipeline.recognising.found import Found


def settle(ministries: list[Found], people: list[Found], countries: list[Found], metonyms: list[Found]) -> list[Found]:
    """All that was found, without contradictions, in reading order.

    A ministry keeps its words from people and metonyms, and lets nationalities nest in it. A person of several words
    keeps a country's name (`Israël Katz`, `France Gall`); a country's name alone beats a person's of the same words
    unless the person is surer. A metonym yields to everything.
    """
    in_ministry = _words(ministries)
    people = [p for p in people if in_ministry.isdisjoint(range(p.i, p.j))]
    named = {(c.i, c.j): c for c in countries}
    people = [p for p in people if (p.i, p.j) not in named or p.score > named[p.i, p.j].score]
    in_person = _words(people)
    countries = [c for c in countries if in_person.isdisjoint(range(c.i, c.j))]
    taken = in_person | in_ministry | _words(countries)
    metonyms = [m for m in metonyms if taken.isdisjoint(range(m.i, m.j))]
    return sorted([*ministries, *people, *countries, *metonyms], key=lambda f: (f.i, f.j, f.label))


def _words(found: list[Found]) -> set[int]:
    return {k for f in found for k in range(f.i, f.j)}


def nested(found: list[Found]) -> list[str | None]:
    """For each, the label of the ministry that contains it, None where none does."""
    outer = sorted((f.i, f.j) for f in found if f.label == "MINISTRY")
    starts, reach = [i for i, _ in outer], [0, *accumulate((j for _, j in outer), max)]  # how far the first n reach
    return ["MINISTRY" if f.label == "COUNTRY" and (reach[bisect_right(starts, f.i)] > f.j
                                                    or reach[bisect_left(starts, f.i)] >= f.j) else None for f in found]
