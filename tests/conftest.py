"""What is loaded once a session: the gazetteer, and the model; and the check of a text that carries its answer."""

from collections.abc import Callable

import pytest
from markup import difference, lines_of, wanted_of

from pipeline.gazetteer import Gazetteer
from pipeline.normalising import normalise
from pipeline.recognising import Recogniser, recognise_text
from pipeline.rows import Document, Mention, Role

Check = Callable[..., None]
Recognise = Callable[[Document], tuple[list[Mention], list[Role]]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped tables."""
    return Gazetteer.load()


@pytest.fixture(scope="session")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    """The real model with the rules."""
    return Recogniser(gazetteer)


@pytest.fixture(scope="session")
def check_rules(gazetteer: Gazetteer) -> Check:
    """Do the rules, without the model, find what is marked and nothing else of these labels?"""
    return _checking(lambda document: recognise_text(document, [], gazetteer), gazetteer)


@pytest.fixture(scope="session")
def check(recogniser: Recogniser, gazetteer: Gazetteer) -> Check:
    """Does the whole walk find what is marked and nothing else of these labels?"""
    return _checking(lambda document: next(iter(recogniser([document]))), gazetteer)


def _checking(recognise: Recognise, gazetteer: Gazetteer) -> Check:

    def check(marked: str, labels: tuple[str, ...], published: str | None = None) -> None:
        text, wanted = wanted_of(marked, labels)
        document = Document("passage", "passage", text, published=published, n_chars=len(text))
        mentions, roles = normalise(document, *recognise(document), gazetteer)
        wrong = difference(text, wanted, lines_of(mentions, roles, labels))
        assert not wrong, f"{text}{wrong}"

    return check
