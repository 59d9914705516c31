"""What is loaded once a session: the gazetteer, and the model; and the check of a text that carries its answer."""

import os
from collections.abc import Callable

from pipeline.engine import ONE_THREAD

os.environ.update(dict.fromkeys(ONE_THREAD, "1"))  # as in a run, and before NumPy is loaded

import pytest
from markup import difference, lines_of, wanted_of

from pipeline.gazetteer import Gazetteer
from pipeline.normalising import normalise
from pipeline.parts import loaded_model
from pipeline.recognising import recognise_text
from pipeline.recognising.model import CharSpan, model_spans
from pipeline.rows import Document

Check = Callable[..., None]
Spans = Callable[[str], list[CharSpan]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped tables."""
    return Gazetteer.load()


@pytest.fixture(scope="session")
def check_rules(gazetteer: Gazetteer) -> Check:
    """Do the rules, without the model, find what is marked and nothing else of these labels?"""
    return _checking(lambda text: [], gazetteer)


@pytest.fixture(scope="session")
def check(gazetteer: Gazetteer) -> Check:
    """Does the whole walk, the real model with it, find what is marked and nothing else of these labels?"""
    return _checking(lambda text: next(model_spans(loaded_model("fast"), [text])), gazetteer)


def _checking(spans: Spans, gazetteer: Gazetteer) -> Check:

    def check(marked: str, labels: tuple[str, ...], published: str | None = None) -> None:
        text, wanted = wanted_of(marked, labels)
        document = Document("passage", "passage", text, published=published, n_chars=len(text))
        mentions, roles = normalise(document, *recognise_text(document, spans(text), gazetteer), gazetteer)
        assert all(text[row.start:row.end] == row.text for row in (*mentions, *roles))
        wrong = difference(text, wanted, lines_of(mentions, roles, labels))
        assert not wrong, f"{text}{wrong}"

    return check
