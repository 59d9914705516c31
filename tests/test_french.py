"""The model from its files alone cuts and sees as spaCy's own French does."""

import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.attrs import IS_SPACE, NORM, ORTH, PREFIX, SHAPE, SUFFIX
from spacy.lang.fr import French

from pipeline.gold import read_gold
from pipeline.recognising.french import factored, load_french, whole
from pipeline.recognising.model import MODEL

READ = [ORTH, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE]
UNUSED = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "ner"]


@pytest.fixture(scope="module")
def rule() -> str:
    return French.Defaults.token_match.__self__.pattern


@pytest.fixture(scope="module")
def true_match(rule):
    """The rule as `re` compiles it, in two seconds."""
    return re.compile(rule).match


@pytest.fixture(scope="module")
def match(rule):
    return whole(rule)


def test_every_chunk_of_gold_is_kept_or_cut_alike(true_match, match):
    chunks = {chunk for document in read_gold("tests/gold") for chunk in document.text.split()}
    chunks |= {chunk.upper() for chunk in chunks} | {f"anti-{chunk}" for chunk in chunks}
    kept = {chunk for chunk in chunks if true_match(chunk)}
    assert len(kept) > 100
    assert {chunk for chunk in chunks if match(chunk)} == kept


@given(st.sampled_from(["bouche", "États", "ETATS", "prud", "demi", "Saint", "chef", "ſaint", "anti", "La Chapelle"]),
       st.sampled_from(["-", "–", "‑", "'", "’", "", "- "]), st.text(max_size=8))
def test_made_up_chunks(true_match, match, before, joint, after):
    chunk = before + joint + after
    assert bool(match(chunk)) == bool(true_match(chunk))


def test_the_rule_is_shorter(rule):
    assert len(factored(rule)) < len(rule) / 20


@pytest.mark.parametrize("rule", ["a+", "(?iu)(?:^a-b$)|(?:^c-d$)", "(?iu)(?:^a$)|(?:^b$)", "(?iu)(?:^a-b$)"])
def test_a_rule_of_another_kind_says_the_same(rule):
    for chunk in ("a", "aa", "A-b", "c-d", "b", "-", ""):
        assert bool(whole(rule)(chunk)) == bool(re.compile(rule).match(chunk))


def test_tokens_and_what_is_read_of_them_are_spacys():
    ours, theirs = load_french(MODEL), spacy.load(MODEL, exclude=UNUSED)
    for document in read_gold("tests/gold"):
        mine, spacys = ours.tokenizer(document.text), theirs.tokenizer(document.text)
        assert (mine.to_array(READ) == spacys.to_array(READ)).all()


def test_a_model_that_is_not_installed():
    with pytest.raises(OSError, match="fr_core_news_xx is not installed"):
        load_french("fr_core_news_xx")


def test_a_word_has_spacys_vector():
    ours, theirs = load_french(MODEL).vocab, spacy.load(MODEL, exclude=UNUSED).vocab
    words = ["ministre", "Élysée", "prud'hommes", "Ouagadougou", "introuvable-ici"]
    assert all((ours[word].vector == theirs[word].vector).all() for word in words)
