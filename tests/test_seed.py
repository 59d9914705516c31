"""The first article, as `depeche run` writes it: these rows and no others. They were counted in the text by hand."""

import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline import running
from pipeline.rows import Document, Mention, Reject, Role
from pipeline.tabulating import read_rows

SEED = Path(__file__).parents[1] / "data" / "raw" / "000_7e7a93b77b40bd1e.txt"

BOTH = "ministères de la Défense israélien et américain"

PEOPLE = [  # in reading order: which occurrence of the word in the text, the word, who it is
    (0, "Eyal Zamir", "eyal-zamir"), (0, "William LePlante", "william-laplante"),
    (1, "Zamir", "eyal-zamir"), (1, "LePlante", "william-laplante"),
    (2, "LePlante", "william-laplante"), (2, "Zamir", "eyal-zamir"),
]
MINISTRIES = [
    (0, BOTH, "IL.defence"), (0, BOTH, "US.defence"), (0, "ministère israélien de la Défense", "IL.defence"),
    (0, "Israeli Defense Ministry", "IL.defence"),
]
COUNTRIES = [
    (0, "Ukraine", "UKR", "name"),
    (0, "israélien", "ISR", "demonym"), (0, "américain", "USA", "demonym"),
    (1, "israélien", "ISR", "demonym"), (1, "américain", "USA", "demonym"),
    (0, "Israël", "ISR", "name"), (0, "États-Unis", "USA", "name"), (1, "Ukraine", "UKR", "name"),
    (0, "Israeli", "ISR", "demonym"), (0, "israéliens", "ISR", "demonym"), (0, "américaine", "USA", "demonym"),
    (1, "Israël", "ISR", "name"),
    (2, "américain", "USA", "demonym"), (0, "Iran", "IRN", "name"), (2, "Ukraine", "UKR", "name"),
    (0, "Russie", "RUS", "name"),
    (1, "américaine", "USA", "demonym"), (0, "israéliennes", "ISR", "demonym"),
    (1, "États-Unis", "USA", "name"), (2, "Israël", "ISR", "name"), (2, "États-Unis", "USA", "name"),
    (2, "israélien", "ISR", "demonym"),
    (0, "iranienne", "IRN", "demonym"), (0, "État d'Israël", "ISR", "name"),
]
NESTED = {(0, "israélien"), (0, "américain"), (1, "israélien"), (0, "Israeli")}
ROLES = [
    (0, "directeur général du ministère israélien de la Défense", "director general",
     "eyal-zamir", "IL.defence", "ISR"),
    (0, "major général", "general", "eyal-zamir", None, "ISR"),
    (0, "sous-secrétaire d'État américain à l'approvisionnement", "deputy minister", "william-laplante", None, "USA"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    out = tmp_path_factory.mktemp("seed")
    running.run([str(SEED)], running.Options(out=out, workers=1))
    assert not list(read_rows(out / "rejects.parquet", Reject))
    (document,) = read_rows(out / "documents.parquet", Document)
    return document, list(read_rows(out / "mentions.parquet", Mention)), list(read_rows(out / "roles.parquet", Role))


def place(text: str, number: int, word: str) -> tuple[int, int]:
    """Where the word stands in the text for the time `number`, counted from 0, as a whole word."""
    found = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text))[number]
    return found.span()


def test_the_header_is_no_part_of_the_text(tables):
    document, _, _ = tables
    assert document.published == "2023-03"
    assert document.text.startswith("Cet accord doit") and document.text in SEED.read_text(encoding="utf-8")


@pytest.mark.parametrize(("label", "wanted"), [("PERSON", PEOPLE), ("MINISTRY", MINISTRIES), ("COUNTRY", COUNTRIES)])
def test_mentions(label, wanted, tables):
    document, mentions, _ = tables
    rows = [(m.start, m.end, m.text, m.entity_id, m.form) for m in mentions if m.label == label]
    assert rows == [(*place(document.text, number, word), word, entity, *(form or ["name"]))
                    for number, word, entity, *form in wanted]


def test_every_offset_is_true(tables):
    document, mentions, roles = tables
    assert all(document.text[row.start:row.end] == row.text for row in (*mentions, *roles))


def test_nothing_else_is_mentioned(tables):
    document, mentions, _ = tables
    assert Counter(m.label for m in mentions) == {"PERSON": 6, "MINISTRY": 4, "COUNTRY": 24}
    assert document.n_mentions == 34
    assert not {"Covid", "SOSA", "Moyen-Orient"} & {m.text for m in mentions}


def test_nested_countries(tables):
    document, mentions, _ = tables
    nested = {(m.start, m.end) for m in mentions if m.nested_in == "MINISTRY"}
    assert nested == {place(document.text, number, word) for number, word in NESTED}
    assert {m.nested_in for m in mentions if (m.start, m.end) not in nested} == {None}


def test_people_have_their_canonical_names(tables):
    _, mentions, _ = tables
    assert {(m.entity_id, m.name) for m in mentions if m.label == "PERSON"} == {
        ("eyal-zamir", "Eyal Zamir"), ("william-laplante", "William LaPlante")}


def test_roles(tables):
    document, mentions, roles = tables
    assert [(r.start, r.end, r.text, r.role, r.person_id, r.ministry_id, r.iso3) for r in roles] == [
        (*place(document.text, number, word), word, *rest) for number, word, *rest in ROLES]
    assert {r.status for r in roles} == {None}
    people = {(m.start, m.end): m.name for m in mentions if m.label == "PERSON"}
    assert all(people[r.person_start, r.person_end] == r.person for r in roles)
