"""Asking: a document whose questions are answered alike is linked alike, whatever else was edited."""

import random
from pathlib import Path

import pytest

from pipeline.asking import Noting, answered_otherwise, asked_table
from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.layout import LAYOUTS
from pipeline.gold import read_gold
from pipeline.normalising import normalise
from pipeline.recognising import recognise_text
from pipeline.rows import Document

Rows = tuple[list, ...]


@pytest.fixture(scope="module")
def unlinked(gazetteer) -> list[tuple[Document, Rows]]:
    """Gold passages with what the rules find where the model sees the marked people."""
    found = []
    for gold in list(read_gold(Path(__file__).parent / "gold"))[::8]:
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


TABLES = ("people", "person_names", "offices", "ministries", "given_names", "seats", "places", "judgements")

def added(rows: list[dict], table: str, heard: list[dict], names: list[str], chance: random.Random) -> list[dict]:
    """And a few more rows: shipped ones with a name out of the texts, or with another value."""
    more = [dict(row) for row in chance.choices(rows or [dict.fromkeys(LAYOUTS[table].columns, "")], k=3)]
    for row in more:
        if table in ("people", "person_names", "places"):
            row["name"] = chance.choice(names)
        elif table == "judgements":
            row |= {"name": chance.choice(names), "label": "PERSON", "decision": "refuse"}
        else:
            column = chance.choice([name for name in row if name not in ("strength", "kind", "gender", "common")])
            row[column] = chance.choice(rows)[column]
    return rows + more


def changed(rows: list[dict], table: str, heard: list[dict], names: list[str], chance: random.Random) -> list[dict]:
    """Some of those that the texts speak of with another row's value; a person keeps his id, by which others know him.
    """
    others = {}
    for row in heard:
        column = chance.choice([name for name in row if table != "people" or name != "person_id"])
        others[id(row)] = row | {column: chance.choice(rows)[column]}
    return [others.get(id(row), row) for row in rows]


def removed(rows: list[dict], table: str, heard: list[dict], names: list[str], chance: random.Random) -> list[dict]:
    """Without some of those that the texts speak of; people stay, since others' rows know them by their ids."""
    gone = set() if table == "people" else set(map(id, heard))
    return [row for row in rows if id(row) not in gone]


JUDGED = [{"name": "Emmanuel Macron", "label": "PERSON", "decision": "refuse", "entity_id": "", "note": ""},
          {"name": "Vladimir Poutine", "label": "PERSON", "decision": "skip", "entity_id": "", "note": ""}]


@pytest.mark.parametrize(("edit", "seed"), [(added, 0), (changed, 0), (changed, 1), (removed, 0)])
def test_who_asked_nothing_that_was_edited_is_linked_alike(unlinked, gazetteer, edit, seed):
    chance = random.Random(seed)
    first = Gazetteer(gazetteer.tables | {"judgements": [] if edit is added else JUDGED}, "first")
    before, questions = linked(unlinked, first)
    asked, spared, touched = asked_table(questions.items(), first), 0, set()
    names = [m.text for _, (mentions, *_) in unlinked for m in mentions if m.label == "PERSON"]
    told = {value for mentions, _ in before.values() for m in mentions
            for value in (m.entity_id, m.name, m.text, *m.text.split())}
    everything = {}
    for table in TABLES:
        rows = first.tables[table]
        heard = [row for row in rows if not told.isdisjoint(row.values())]
        everything[table] = edit(rows, table, chance.sample(heard, min(60, len(heard))), names, chance)
    for number, tables in enumerate([{name: rows} for name, rows in everything.items()] + [everything]):
        edited = Gazetteer(first.tables | tables, f"edit {number}")
        after, _ = linked(unlinked, edited)
        otherwise = answered_otherwise(asked, edited)
        others = {doc_id for doc_id in after if after[doc_id] != before[doc_id]}
        assert others <= otherwise
        touched |= others
        spared += len(after) - len(otherwise)
    assert touched, "the edits change no row"
    assert spared > 2 * len(before)


def test_the_first_judgement_of_all_touches_only_those_who_have_the_name(unlinked, gazetteer):
    _, questions = linked(unlinked, gazetteer)
    judged = Gazetteer(gazetteer.tables | {"judgements": JUDGED[:1]}, "judged")
    having = {document.doc_id for document, (mentions, *_) in unlinked
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
