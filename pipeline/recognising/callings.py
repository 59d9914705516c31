"""Callings that no table can have: a lawyer is a `conseil` only where the name says so, `son conseil, Me Lise Roux`."""

from pipeline.gazetteer import Entry
from pipeline.gazetteer.hits import Hit
from pipeline.gazetteer.words import Words
from pipeline.recognising.found import Found

COUNSEL = Entry("function", "", ("other",), detail="none", gender="u", number="s")
"""What stands for a function that no table has."""

OWN = frozenset("son sa leur mon notre".split())


def counsels(words: Words, people: list[Found]) -> dict[int, Hit]:
    """The words `conseil` that are lawyers, by themselves."""
    places = (person.i - 2 for person in people if person.i > 2 and words.gap(person.i - 1) == ",")
    return {k: Hit(k, k + 1, COUNSEL) for k in places
            if words.key(k) == "conseil" and words.key(k + 1) == "me" and words.key(k - 1) in OWN}
