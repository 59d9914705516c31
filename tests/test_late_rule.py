"""spaCy's long rule made late says what the rule itself says, and nothing else of `re` changes."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.fr import French

from pipeline.gold import read_gold
from pipeline.parts import loaded_model
from pipeline.recognising.late_rule import LateRule, late_rules


@pytest.fixture(scope="module")
def true_rule() -> re.Pattern:
    """The rule as `re` compiles it, in two seconds."""
    return re.compile(French.Defaults.token_match.__self__.pattern)


@pytest.fixture(scope="module")
def late_rule(true_rule: re.Pattern) -> LateRule:
    return LateRule(true_rule.pattern)


def test_every_chunk_of_gold_is_kept_or_cut_alike(true_rule, late_rule):
    chunks = {chunk for document in read_gold("tests/gold") for chunk in document.text.split()}
    chunks |= {chunk.upper() for chunk in chunks} | {f"anti-{chunk}" for chunk in chunks}
    kept = {chunk for chunk in chunks if true_rule.match(chunk)}
    assert len(kept) > 100
    assert {chunk for chunk in chunks if late_rule.match(chunk)} == kept


@given(st.sampled_from(["bouche", "États", "ETATS", "prud", "demi", "Saint", "chef", "ſaint", "anti", "La Chapelle"]),
       st.sampled_from(["-", "–", "‑", "'", "’", "", "- "]), st.text(max_size=8))
def test_made_up_chunks(true_rule, late_rule, before, joint, after):
    chunk = before + joint + after
    assert bool(late_rule.match(chunk)) == bool(true_rule.match(chunk))


def test_a_second_alternative_is_asked_where_the_first_says_no():
    letters = "".join(map(chr, range(0x100, 0x200)))
    assert LateRule(f"(?iu)(?:^a-[{letters}]+$)|(?:^a-b+$)").match("A-BB")


def test_it_can_be_pickled(late_rule):
    assert pickle.loads(pickle.dumps(late_rule)).match("Bouche-portée")


def test_only_the_long_rule_is_late():
    before = re.compile
    with late_rules():
        assert isinstance(re.compile("a+"), re.Pattern)
        with pytest.raises(re.error):
            re.compile("(")
    assert re.compile is before


def test_a_pipeline_with_the_late_rule_is_written_and_read(tmp_path):
    nlp = French()
    nlp.tokenizer.token_match = LateRule(French.Defaults.token_match.__self__.pattern).match
    nlp.to_disk(tmp_path / "blank")
    assert [t.text for t in French().from_disk(tmp_path / "blank")("Les États-Unis")] == ["Les", "États-Unis"]


def test_the_loaded_model_cuts_as_spacy_does():
    text = "L'ex-Premier-ministre a bouche-porté le rond-ponner d'aujourd'hui aux États-Unis."
    assert [t.text for t in loaded_model("fast").nlp.tokenizer(text)] == [t.text for t in French()(text)]
