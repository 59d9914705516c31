"""The component in somebody's own spaCy pipeline."""

import pytest
import spacy

from pipeline.recognising.model import MODEL

TEXT = "Selon Zéphyrin Quelconque, Moscou a tort, et le ministère russe de la Défense se tait."


def found(nlp) -> list[tuple[str, str, str]]:
    doc = nlp(TEXT)
    return [(span.text, span.label_, span.kb_id_) for span in doc.spans["depeche"]]


@pytest.fixture(scope="module")
def stock() -> list[tuple[str, str, str]]:
    nlp = spacy.load(MODEL, enable=["ner"])
    nlp.add_pipe("depeche")
    return found(nlp)


def test_the_pipeline_s_own_names_are_asked_also_where_they_are_disabled(stock):
    nlp = spacy.load(MODEL, disable=["ner"])
    nlp.add_pipe("depeche", first=True)
    assert found(nlp) == stock
    assert ("Zéphyrin Quelconque", "PERSON") in [row[:2] for row in stock]


def test_a_pipeline_without_names_gets_those_of_the_model(stock):
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche")
    assert found(nlp) == stock
