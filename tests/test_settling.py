"""Settling: who keeps a word that two recognisers claim, and what lies in what. Words are numbers here."""

import pytest

from pipeline.recognising.found import Found
from pipeline.recognising.settling import nested, settle


def found(i, j, label, score=0.9):
    return Found(i, j, label, score=score)


def kept(ministries=(), people=(), countries=(), metonyms=()):
    """What is left, as (label, i, j)."""
    rows = settle([found(*span, "MINISTRY") for span in ministries],
                  [found(*span[:2], "PERSON", *span[2:]) for span in people],
                  [found(*span[:2], "COUNTRY", *span[2:]) for span in countries],
                  [Found(*span, "COUNTRY", "metonym") for span in metonyms])
    return [(row.form if row.form == "metonym" else row.label, row.i, row.j) for row in rows]


@pytest.mark.parametrize(("claims", "wanted"), [
    (dict(ministries=[(0, 4)], countries=[(1, 2)]), [("MINISTRY", 0, 4), ("COUNTRY", 1, 2)]),
    (dict(ministries=[(0, 4)], people=[(2, 4)]), [("MINISTRY", 0, 4)]),
    (dict(ministries=[(0, 4)], people=[(3, 6)]), [("MINISTRY", 0, 4)]),
    (dict(ministries=[(0, 4)], metonyms=[(2, 3)]), [("MINISTRY", 0, 4)]),
    (dict(people=[(0, 2)], countries=[(0, 1)]), [("PERSON", 0, 2)]),
    (dict(people=[(0, 1, 0.6)], countries=[(0, 1, 0.9)]), [("COUNTRY", 0, 1)]),
    (dict(people=[(0, 1, 0.95)], countries=[(0, 1, 0.85)]), [("PERSON", 0, 1)]),
    (dict(people=[(0, 2)], metonyms=[(1, 2)]), [("PERSON", 0, 2)]),
    (dict(countries=[(0, 2)], metonyms=[(1, 2)]), [("COUNTRY", 0, 2)]),
    (dict(people=[(4, 6)], metonyms=[(2, 3)], countries=[(0, 1)]), [("COUNTRY", 0, 1), ("metonym", 2, 3), ("PERSON",
     4, 6)]),
], ids=["nested-country", "ministry-over-person", "ministry-over-overlap", "ministry-over-metonym",
"person-over-country",
        "country-over-unsure-person", "sure-person-over-homograph", "person-over-metonym",
        "country-over-metonym", "peace"])
def test_who_keeps_a_word(claims, wanted):
    assert kept(**claims) == wanted


def test_a_person_who_is_refused_takes_nothing_away():
    assert kept(ministries=[(0, 3)], people=[(2, 5)], countries=[(4, 5)]) == [("MINISTRY", 0, 3), ("COUNTRY", 4, 5)]


def test_only_a_country_inside_a_longer_ministry_is_nested():
    rows = [found(0, 4, "MINISTRY"), found(1, 2, "COUNTRY"), found(3, 4, "COUNTRY"), found(4, 5, "COUNTRY"),
            found(6, 7, "MINISTRY"), found(6, 7, "COUNTRY")]
    assert nested(rows) == [None, "MINISTRY", "MINISTRY", None, None, None]
