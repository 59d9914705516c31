"""Judging: what speaks for and against a run of capitals being a person, without the model and with its word."""

import pytest

from pipeline.gazetteer.hits import find_hits
from pipeline.gazetteer.words import cut
from pipeline.recognising.judging import ACCEPT, WEIGHTS, judge, probability, weight
from pipeline.recognising.runs import ModelSpan, Reader


def runs(text, gazetteer, **model):
    """The judged runs of a text by their words; `model` says what the model calls a word: `Lund="PER"`."""
    words = cut(text)
    spans = [ModelSpan(k, k + 1, model[word]) for k, word in enumerate(words.words) if word in model]
    reader = Reader(words, find_hits(words, gazetteer), spans, gazetteer)
    found = {}
    for run in reader.runs():
        judge(reader, run)
        found[words.span(run.i, run.j)] = run
    return found


@pytest.mark.parametrize(("text", "name", "evidence"), [
    ("M. Ostrander sourit.", "Ostrander", "civil"),
    ("Le colonel Ostrander sourit.", "Ostrander", "rank"),
    ("Le ministre Ostrander sourit.", "Ostrander", "function"),
    ("Nathalie Ostrander sourit.", "Nathalie Ostrander", "given"),
    ("Puis Emmanuel Macron sourit.", "Emmanuel Macron", "known"),
    ("Ensuite Poutine sourit.", "Poutine", "mononym"),
    ("Le Danois Ostrander sourit.", "Ostrander", "nationality"),
    ("Hier J. Ostrander sourit.", "J. Ostrander", "initial"),
    ("OSTRANDER Nathalie", "OSTRANDER Nathalie", "inverted"),
    ("Hier Ostrander, 42 ans, a gagné.", "Ostrander", "age"),
    ("Ici Ostrander a déclaré forfait.", "Ostrander", "speaks_surely"),
    ("La rue Ostrander est barrée.", "Ostrander", "head"),
    ("Il vit à Ostrander.", "Ostrander", "preposition"),
    ("Il vit dans Ostrander.", "Ostrander", "inside"),
    ("Les Ostrander sont là.", "Ostrander", "plural_article"),
    ("Un sommet de l'OSTRA est là.", "OSTRA", "acronym"),
    ("Le club Ostrander FC joue.", "Ostrander FC", "organisation_end"),
    ("On a vu Apollo 13 hier.", "Apollo", "model_none"),
    ("« Oui », répète Ulf Ostrander.", "Ulf Ostrander", "said_by"),
    ("Hier, a précisé Ostrander, tout allait.", "Ostrander", "said_by_comma"),
    ("Ostrander, plombier, attend.", "Ostrander", "calling_behind"),
    ("Ostrander, le maire, attend.", "Ostrander", "role_behind"),
    ("Leur fille Ostrid dort.", "Ostrid", "kin"), ("Son mari, Karim, dort.", "Karim", "kin"),
    ("La petite Inaya dort.", "Inaya", "kin"), ("La chambre de Coralie est vide.", "Coralie", "owns"),
    ("Mirlande serre les dents.", "Mirlande", "acts"), ("Nadège, elle, attend.", "Nadège", "acts"),
    ("Adelino et Nathalie Lund partent.", "Adelino", "shares"),
    ("Ulf Lund, alias Ostrander, court.", "Ostrander", "called"),
    ("On va au marché Victor-Hugo.", "Victor-Hugo", "written_as_place"),
    ("Il a lu Adieu Jamaïque.", "Adieu Jamaïque", "country_last"),
])
def test_evidence(text, name, evidence, gazetteer):
    found = runs(text, gazetteer)
    assert name in found, f"the runs are {list(found)}"
    assert evidence in found[name].evidence


@pytest.mark.parametrize(("text", "name", "evidence"), [
    ("Ostrander répète un mot.", "Ostrander", "said_by"), ("Il répète Ostrander.", "Ostrander", "said_by_comma"),
    ("À Ostrander, le maire attend.", "Ostrander", "role_behind"), ("La fille du régiment Lund.", "Lund", "kin"),
    ("Sa mère à Coralie dort.", "Coralie", "kin"), ("Le vin de Coralie est bon.", "Coralie", "owns"),
    ("À Mirlande serre la vis.", "Mirlande", "acts"), ("Macron dit Ostrander.", "Ostrander", "called"),
    ("Ma copine Lou-Anne Lund dort.", "Lou-Anne Lund", "written_as_place"),
    ("Il a lu Rose Irlande.", "Rose Irlande", "country_last"),
])
def test_what_is_no_evidence(text, name, evidence, gazetteer):
    assert evidence not in runs(text, gazetteer)[name].evidence


@pytest.mark.parametrize(("text", "person"), [
    ("M. Ostrander sourit.", True), ("Nathalie Ostrander sourit.", True),
    ("Le colonel Ostrander a déclaré forfait.", True),
    ("La rue Nathalie Ostrander est barrée.", False), ("Il vit à Ostrander.", False), ("Les Ostrander sont là.", False),
])
def test_the_sum_decides(text, person, gazetteer):
    assert any(weight(run) >= ACCEPT for run in runs(text, gazetteer).values()) is person


def test_the_model_is_one_voice(gazetteer):
    text = "Hier Ostrander était là."
    silent, person, place = (weight(runs(text, gazetteer, **said)["Ostrander"])
                             for said in ({}, {"Ostrander": "PER"}, {"Ostrander": "LOC"}))
    assert place < silent < person
    against = runs("La rue Ostrander est barrée.", gazetteer, Ostrander="PER")["Ostrander"]
    assert weight(against) < ACCEPT


def test_what_the_model_says_elsewhere_counts(gazetteer):
    words = cut("Ostrander vote. Ostrander dort.")
    reader = Reader(words, find_hits(words, gazetteer), [ModelSpan(0, 1, "PER")], gazetteer)
    found = reader.runs()
    for run in found:
        judge(reader, run)
    assert "model_per" in found[0].evidence and "per_elsewhere" in found[1].evidence


def test_a_probability_is_one_half_where_a_run_is_accepted_and_rises():
    assert probability(ACCEPT) == 0.5
    values = [probability(w) for w in range(-12, 13)]
    assert values == sorted(values) and 0 <= values[0] < 0.1 < 0.9 < values[-1] <= 1


def test_every_piece_of_evidence_has_a_weight(gazetteer):
    text = ("M. Ostrander, le Dr Nathalie Lund, les Lund, la rue Lund, à Lund, OSTRA, Apollo 13, « Lund », saint Paul, "
            "Jean-Luc Saint-Martin FC, LE PEN Marine. Rose de mai. PARIS ET BERLIN DEMENTENT LA RUMEUR")
    assert all(set(run.evidence) <= WEIGHTS.keys() for run in runs(text, gazetteer).values())
