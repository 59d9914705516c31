"""The fast recogniser says what spaCy's own says, word for word, or leaves the work to it."""

import logging
import random
import re
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gold import read_gold
from pipeline.recognising import fast_ner
from pipeline.recognising import model as model_module
from pipeline.recognising.fast_ner import FastNER, UnknownModel
from pipeline.recognising.model import MODEL, Model, clean, load

GOLD = Path(__file__).parent / "gold"
OTHERS = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]

ODD = [
    "", " ", "\n", " \n\n\t ", "Paris", "paris ", ".", "…", "M.", "\nNice\n", "Nice\n\n\nLille",
    "E\u0301lyse\u0301e et É\u00adlysée", "ŁÓDŹ, Đà Nẵng, São Tomé", "Le président 习近平 et Владимир Путин à 東京",
    "L’Iran, l'Irak\u00a0; « Téhéran »\u202f!", "\u200bOslo\u200b\ufeff", "👩‍👩‍👧 à Rome 🇫🇷", "مصر تقول", "x" * 3000,
    "https://exemple.fr/a?b=c&d=Jean-Pierre#Lyon", "ex-URSS, est-ce que l'après-midi, prud'homal, dit-il, va-t-en",
    "1914-1918", "(Reuters) -- --- ----", "A\tB\tC", "Jean-Claude Juncker,Angela Merkel;Matteo Renzi",
    "Organisation des " * 60, "Jean " * 300,
]


def texts_of_gold(step: int = 2) -> list[str]:
    """Every second passage: spaCy's own takes half a minute for all. `make bench` compares whole corpora."""
    return [clean(document.text) for document in list(read_gold(GOLD))[::step]]


@pytest.fixture(scope="module")
def stock():
    """spaCy's own `ner`, with every spelling loaded and nothing of ours near it."""
    return spacy.load(MODEL, exclude=OTHERS)


@pytest.fixture(scope="module")
def fast(stock):
    return FastNER(stock)


@pytest.fixture(scope="module")
def model():
    return load("fast")


def stock_entities(nlp, texts):
    """What `nlp.pipe` finds, in words."""
    return [[(ent.start, ent.end, ent.label_) for ent in doc.ents] for doc in nlp.pipe(texts, batch_size=8)]


def fast_entities(fast, nlp, texts, size=8):
    docs = [nlp.make_doc(text) for text in texts]
    return [found for at in range(0, len(docs), size) for found in fast.predict(docs[at:at + size])]


@pytest.fixture(scope="module")
def gold_entities(stock):
    return stock_entities(stock, texts_of_gold())


@pytest.mark.parametrize("size", [1, 7, 64])
def test_every_entity_of_gold_is_spacys_in_batches_of_any_size(stock, fast, gold_entities, size):
    assert sum(map(len, gold_entities)) > 500
    assert fast_entities(fast, stock, texts_of_gold(), size) == gold_entities


def test_entities_hang_on_no_other_document(stock, fast, gold_entities):
    texts = texts_of_gold()
    order = random.Random(5).sample(range(len(texts)), len(texts))
    shuffled = fast_entities(fast, stock, [texts[i] for i in order], 13)
    assert shuffled == [gold_entities[i] for i in order]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(stock, fast, text):
    assert fast_entities(fast, stock, [text]) == stock_entities(stock, [text])


def test_odd_texts_together(stock, fast):
    assert fast_entities(fast, stock, ODD, 64) == stock_entities(stock, ODD)
    assert fast.predict([]) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Paris", "paris", "M.", "de", "l'", "Kofi", "Annan", "ONU", "\n", "-", ",", "É."])
                | st.text(max_size=8), max_size=30).map(" ".join))
def test_made_up_texts(stock, fast, text):
    assert fast_entities(fast, stock, [text]) == stock_entities(stock, [text])


def test_a_text_of_thousands_of_words(stock, fast):
    text = "\n".join(texts_of_gold(8))
    assert len(stock.make_doc(text)) > 10_000
    assert fast_entities(fast, stock, [text]) == stock_entities(stock, [text])


def test_an_entity_longer_than_the_lockstep_is_followed_to_its_end(stock, fast, gold_entities, monkeypatch):
    monkeypatch.setattr(fast_ner, "LOCKSTEP", 1)
    assert fast_entities(fast, stock, texts_of_gold()[::4]) == gold_entities[::4]


def test_a_small_cache_forgets_and_says_the_same(stock, gold_entities):
    fast = FastNER(stock)
    fast.types = fast_ner.Types(stock.get_pipe("ner").model.get_ref("tok2vec").layers[0].get_ref("embed"),
                                stock.vocab.vectors, limit=300)
    assert fast_entities(fast, stock, texts_of_gold()) == gold_entities
    assert len(fast.types.table) <= 3000                    # 300, and the types of eight passages, doubled at most


def test_types_outlive_a_memory_zone(fast, stock, gold_entities):
    texts = texts_of_gold()
    for _ in range(2):
        with stock.memory_zone():
            assert fast_entities(fast, stock, texts) == gold_entities


def test_no_entity_crosses_a_sentence_start_that_is_set(stock, fast):
    text, changed = "Le général Charles de Gaulle et Georges Pompidou sont à Colombey-les-Deux-Églises.", 0
    free = fast_entities(fast, stock, [text])[0]
    for begin in range(1, len(stock.make_doc(text))):
        docs = [stock.make_doc(text) for _ in range(2)]
        for doc in docs:
            for token in doc[1:]:
                token.is_sent_start = token.i == begin
        found = fast.predict(docs[:1])[0]
        assert found == [(ent.start, ent.end, ent.label_) for ent in stock.get_pipe("ner")(docs[1]).ents]
        assert not any(start < begin < end for start, end, _ in found)
        changed += found != free
    assert changed


def test_a_document_with_entities_is_refused(stock, fast):
    doc = stock("Simone Veil arrive à Nice.")
    assert doc.ents
    with pytest.raises(ValueError, match="entities already"):
        fast.predict([doc])


# A model that is built otherwise

def blank():
    nlp = spacy.blank("fr")
    nlp.add_pipe("ner").add_label("PER")
    nlp.initialize()
    return nlp


def test_an_unknown_model_is_left_to_spacy_with_one_line(caplog):
    nlp = blank()
    with caplog.at_level(logging.WARNING):
        model = Model(nlp)
    assert model.kind == "stock"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "chain of layers" in caplog.text
    texts = ["Simone Veil arrive à Nice.", "", "Bien."]
    assert len(list(model.spans(texts))) == 3


def test_a_pipeline_without_ner_is_unknown():
    with pytest.raises(UnknownModel, match="spaCy's own"):
        FastNER(spacy.blank("fr"))


@pytest.mark.parametrize(("change", "reason"), [
    (lambda ner: (ner.cfg, "beam_width", 4), "beam"),
    (lambda ner: (ner.model.attrs, "unseen_classes", {3}), "untrained labels"),
    (lambda ner: (ner.model.get_ref("tok2vec").layers[0].get_ref("encode").attrs, "pad", 0), "padding"),
])
def test_a_model_that_differs_in_one_thing_is_unknown(stock, monkeypatch, change, reason):
    monkeypatch.setitem(*change(stock.get_pipe("ner")))
    with pytest.raises(UnknownModel, match=reason):
        FastNER(stock)


# The model as the pipeline uses it

def test_fast_is_the_default_and_finds_what_stock_finds(model, stock):
    texts = [document.text for document in list(read_gold(GOLD))[::6]] + ODD
    expected = [[(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
                for doc in stock.pipe(map(clean, texts), batch_size=8)]
    assert load().kind == model.kind == "fast"
    assert list(model.spans(texts)) == expected
    assert list(model.spans(iter(texts))) == expected       # again, with every word known
    assert list(load("stock").spans(texts)) == expected


def test_texts_are_cut_as_spacy_cuts_them(model, stock):
    texts = texts_of_gold(6) + ODD
    list(model.spans(texts))
    for text in texts:
        with model.nlp.memory_zone():
            ours = [(token.text, token.norm, token.whitespace_) for token in model.nlp.tokenizer(text)]
        assert ours == [(token.text, token.norm, token.whitespace_) for token in stock.tokenizer(text)]


def test_every_word_of_the_long_rule_has_a_joint():
    from spacy.lang.fr.punctuation import ELISION, HYPHENS
    from spacy.lang.fr.tokenizer_exceptions import _regular_exp

    joint = re.compile(rf"(\[{re.escape(HYPHENS)}\]|\[{re.escape(ELISION)}\])(?![*?{{])")
    assert len(_regular_exp) > 250
    assert all(joint.search(re.sub(r"\(\?:.*?\)\?", "", rule)) for rule in _regular_exp)


def test_spans_are_read_as_they_are_asked_for(model):
    def texts():
        for number in range(1000):
            read.append(number)
            yield "Nice."

    read: list[int] = []
    assert next(iter(model.spans(texts()))) == [(0, 4, "LOC")]
    assert len(read) < 100


@pytest.mark.parametrize("ner", ["fast", "stock"])
def test_a_model_that_is_loaded_anew_sees_the_same(model, monkeypatch, ner):
    """Its vocabulary is small again; where the loading is interrupted, the next text begins it again."""
    monkeypatch.setattr(model_module, "NEW_WORDS", 50)
    renewing, loaded = load(ner), []
    texts = texts_of_gold()[:100]
    anew = renewing._anew

    def counted():
        loaded.append(len(renewing._known))
        if len(loaded) == 2:
            raise TimeoutError("late")
        return anew()

    renewing._anew = counted
    with pytest.raises(TimeoutError):
        list(renewing.spans(texts))
    assert list(renewing.spans(texts)) == list(model.spans(texts))
    assert len(loaded) > 2 and renewing.kind == ner and len(renewing.nlp.vocab) < 20_000


def test_another_word_for_ner_is_refused():
    with pytest.raises(ValueError, match="quick"):
        load("quick")
