"""Asking: a document whose questions are answered alike is linked alike, whatever else was edited."""

import csv
import random
from pathlib import Path

import pytest

from pipeline.asking import Noting, answered_otherwise, asked_table
from pipeline.gazetteer import SHIPPED, Gazetteer
from pipeline.gold import read_gold
from pipeline.normalising import normalise
from pipeline.recognising import recognise_text
from pipeline.rows import Document, Mention, Role

Rows = tuple[list[Mention], list[Role]]


@pytest.fixture(scope="module")
def unlinked(gazetteer) -> list[tuple[Document, Rows]]:
    """Gold passages with what the rules find where the model sees the marked people."""
    found = []
    for gold in list(read_gold(Path(__file__).parent / "gold"))[::4]:
        spans = sorted({(m.start, m.end, "PER") for m in gold.mentions if m.label == "PERSON" and m.nested_in is None})
        document = Document(gold.doc_id, "gold", gold.text, published=gold.published, n_chars=len(gold.text))
        found.append((document, recognise_text(document, spans, gazetteer)))
    return found


def linked(unlinked: list[tuple[Document, Rows]], gazetteer: Gazetteer) -> tuple[dict[str, Rows], dict[str, set]]:
    rows, questions = {}, {}
    for document, found in unlinked:
        noting = Noting(gazetteer)
        rows[document.doc_id] = normalise(document, *found, noting)
        questions[document.doc_id] = noting.questions
    return rows, questions


def test_noting_changes_nothing(unlinked, gazetteer):
    rows, questions = linked(unlinked, gazetteer)
    assert rows == {document.doc_id: normalise(document, *found, gazetteer) for document, found in unlinked}
    assert not answered_otherwise(asked_table(questions.items(), gazetteer), gazetteer)
    assert not any(index == "" for some in questions.values() for index, _, _ in some), "asks for more than an index"


def edits(unlinked: list[tuple[Document, Rows]], chance: random.Random) -> dict[str, list[dict[str, str]]]:
    """By table a few rows that are others: shipped rows with a name out of the texts, or with another value."""
    names = [m.text for _, (mentions, _) in unlinked for m in mentions if m.label == "PERSON"]
    made: dict[str, list[dict[str, str]]] = {}
    for table in ("people", "person_names", "offices", "ministries", "given_names", "seats", "places", "judgements"):
        with (SHIPPED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            shipped = list(reader) or [dict.fromkeys(reader.fieldnames or (), "")]
        made[table] = [dict(chance.choice(shipped)) for _ in range(3)]
        for row in made[table]:
            if table in ("people", "person_names", "places"):
                row["name"] = chance.choice(names)
            elif table == "judgements":
                row |= {"name": chance.choice(names), "label": "PERSON", "decision": "refuse"}
            else:
                column = chance.choice([name for name in row if name not in ("strength", "kind", "gender", "common")])
                row[column] = chance.choice(shipped)[column]
    return made


@pytest.mark.parametrize("seed", range(3))
def test_who_asked_nothing_that_was_edited_is_linked_alike(unlinked, gazetteer, tmp_path, seed):
    before, questions = linked(unlinked, gazetteer)
    asked, spared = asked_table(questions.items(), gazetteer), 0
    everything = edits(unlinked, random.Random(seed))
    for number, tables in enumerate([{name: rows} for name, rows in everything.items()] + [everything]):
        changed = {name: gazetteer.tables[name] + rows for name, rows in tables.items()}
        edited = Gazetteer(gazetteer.tables | changed, f"edit {number}")
        after, _ = linked(unlinked, edited)
        otherwise = answered_otherwise(asked, edited)
        assert {doc_id for doc_id in after if after[doc_id] != before[doc_id]} <= otherwise
        spared += len(after) - len(otherwise)
    assert spared > 3 * len(before)


def test_the_first_judgement_of_all_touches_only_those_who_have_the_name(unlinked, gazetteer):
    _, questions = linked(unlinked, gazetteer)
    row = {"name": "Emmanuel Macron", "label": "PERSON", "decision": "refuse", "entity_id": "", "note": ""}
    judged = Gazetteer(gazetteer.tables | {"judgements": [row]}, "judged")
    having = {document.doc_id for document, (mentions, _) in unlinked
              if any(m.label == "PERSON" and "macron" in m.text.casefold() for m in mentions)}
    touched = answered_otherwise(asked_table(questions.items(), gazetteer), judged)
    assert not gazetteer.judgements and touched and touched <= having


def test_an_index_that_is_asked_otherwise_than_by_key_is_asked_as_a_whole(gazetteer):
    noting = Noting(gazetteer)
    assert noting.find("Emmanuel Macron", "person").values == ("emmanuel-macron",)
    assert {(index, how) for index, how, _ in noting.questions} == {("phrases", "at")}
    assert len(noting.people) and list(noting.portfolios) and noting.judgements is not None
    assert not noting.judgements and noting.sha256 == gazetteer.sha256
    assert {question for question in noting.questions if question[1] != "at"} == {
        ("people", "all", None), ("portfolios", "all", None), ("judgements", "any", None), ("", "all", None)}
    other = Gazetteer(gazetteer.tables, "other")
    assert answered_otherwise(asked_table([("a", noting.questions)], gazetteer), other) == {"a"}
