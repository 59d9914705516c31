"""Hits: where the gazetteer's names stand in a text, and which capitals and accents they ask for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteer import _lengths
from pipeline.gazetteer.hits import ends, find_hits
from pipeline.gazetteer.words import cut


def hits_of(text, kind, gazetteer):
    """(words, values) of the hits of one kind, in reading order."""
    words = cut(text)
    return [(words.span(hit.i, hit.j), hit.entry.values) for _, hit in sorted(find_hits(words,
        gazetteer)[kind].items())]


@pytest.mark.parametrize(("text", "kind", "wanted"), [
    ("Le Bénin vote.", "country", [("Bénin", ("BEN",))]),
    ("Un kyste bénin.", "country", []),
    ("LE BENIN VOTE", "country", [("BENIN", ("BEN",))]),
    ("La Corée du Sud vote.", "country", [("Corée du Sud", ("KOR",))]),
    ("La Corée, du Sud au Nord.", "country", [("Corée", ("KOR", "PRK"))]),
    ("Les Etats‑Unis d’Amérique.", "country", [("Etats‑Unis d’Amérique", ("USA",))]),
    ("La Côte\u00a0d’Ivoire.", "country", [("Côte\u00a0d’Ivoire", ("CIV",))]),
    ("La Co\u0302te d'Ivoire.", "country", [("Co\u0302te d'Ivoire", ("CIV",))]),
    ("La Bo\u00adlivie.", "country", [("Bo\u00adlivie", ("BOL",))]),
    ("La Nouvelle\n\nZélande", "country", []),
    ("des élus chiliens", "demonym", [("chiliens", ("CHL",))]),
    ("À Oslo, hier.", "capital", [("Oslo", ("NOR",))]),
    ("Le Kremlin dément.", "seat", [("Kremlin", ("RUS",))]),
    ("Il est juge.", "function", [("juge", ("other",))]),
    ("Il est jugé.", "function", []),
    ("IL EST JUGE ICI", "function", [("JUGE", ("other",))]),
    ("hier Emmanuel Macron", "person", [("Emmanuel Macron", ("emmanuel-macron",)), ("Macron", ("emmanuel-macron",))]),
])
def test_hits(text, kind, wanted, gazetteer):
    found = hits_of(text, kind, gazetteer)
    assert [(span, tuple(sorted(values))) for span, values in found] == [(span, tuple(sorted(v))) for span, v in wanted]


def test_the_longest_name_wins_at_a_word_and_shorter_ones_stand_inside(gazetteer):
    found = hits_of("La République démocratique du Congo vote.", "country", gazetteer)
    assert [span for span, _ in found] == ["République démocratique du Congo", "Congo"]


def test_a_name_does_not_run_across_a_comma_or_a_sentence(gazetteer):
    assert hits_of("La Corée. Du Sud, il revient.", "country", gazetteer)[0][0] == "Corée"


def test_ends_have_the_last_word(gazetteer):
    words = cut("Le directeur général dort.")
    hits = find_hits(words, gazetteer)["function"]
    assert {j: hit.j for j, hit in ends(hits).items()} == {j: j for j in ends(hits)}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("le La République démocratique du Congo Corée Sud États Unis Mali directeur général M "
                                "Poutine ministère de Défense , . - \n".split(" ")), max_size=25).map(" ".join))
def test_hits_are_names_in_the_text(gazetteer, text):
    words = cut(text)
    for kind, some in find_hits(words, gazetteer).items():
        for i, hit in some.items():
            assert hit.i == i < hit.j <= len(words) and hit.entry.kind == kind
            assert gazetteer.find(words.span(hit.i, hit.j), kind) == hit.entry


def test_how_many_words_names_have():
    assert _lengths(["a", "d e", "a b", "a b c", "a b d", "f"]) == {
        "a": {"": (1,), "b": (3, 2, 1)}, "d": {"": (), "e": (2,)}, "f": {"": (1,)}}
