"""Tabulating: rows to tables and files and back, without a loss, and the counts over a corpus."""

import csv
import itertools
import logging
import os
from collections import Counter
from dataclasses import fields, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import counting, tabulating
from pipeline.counting import cooccurrences, entities
from pipeline.rows import Cooccurrence, Document, Entity, Mention, Reject, Role, mention_order, role_order
from pipeline.tabulating import (TABLES, as_frame, check_spans, from_table, load, read_rows,
                                 read_table, schema_of, to_table, write_csv, write_table)

USUAL = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

TEXT = "Zamir et LePlante ont signé à Tel-Aviv. Israël s'en réjouit, Zamir aussi."
DOCUMENTS = [Document("a", "a.txt", TEXT, published="2023-03", n_chars=len(TEXT), n_mentions=4),
             Document("b", "r.jsonl#2", "Null, de Namibie, salue Zamir.", published="2023", n_chars=30,
                      extra=(("iso2", "NA"), ("rubrique", "Monde"))),
             Document("c", "c.txt", "Rien.")]


def mention(doc_id: str, text: str, entity_id: str | None, *, start: int | None = None, label: str = "PERSON",
            **more: object) -> Mention:
    whole = next(document.text for document in DOCUMENTS if document.doc_id == doc_id)
    start = whole.index(text) if start is None else start
    more = {"name": entity_id, "sentence": whole[:start].count(". ")} | more
    return Mention(doc_id, start, start + len(text), text, label, entity_id=entity_id, **more)


MENTIONS = [
    mention("a", "Zamir", "eyal-zamir", name="Eyal Zamir", wikidata="Q1"),
    mention("a", "LePlante", "william-laplante", name="William LaPlante"),
    mention("a", "Israël", "ISR", label="COUNTRY", name="Israël", iso3="ISR"),
    mention("a", "Zamir", "eyal-zamir", start=61, name="Eyal Zamir"),
    mention("a", "Tel-Aviv", None, label="COUNTRY", candidates=("ISR", "PSE")),
    mention("b", "Null", "null", name="Null"),
    mention("b", "Namibie", "NAM", label="COUNTRY", name="Namibie", iso3="NAM"),
    mention("b", "Zamir", "eyal-zamir", name=None),
]

# Any rows: text of every kind but what reading never lets through
words = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8)
strings = st.one_of(words, st.sampled_from(["NA", "Null", "None", "nan", "N/A", "001", "1e5", "true", "=1+1", "-", "'=",
                                            "+33", "@x", "\t", "é;è", '"', "a\nb", "–", " ", "😀"]))
names = strings.filter(lambda text: text != "")
maybe = st.one_of(st.none(), names)
counts = st.integers(0, 2**53)
tuples = st.lists(names.filter(lambda text: "|" not in text), max_size=3).map(tuple)
mentions_of_any_kind = st.builds(
    Mention, doc_id=names, start=counts, end=counts, text=names, label=names, form=names, entity_id=maybe, name=maybe,
    iso3=maybe, portfolio=maybe, wikidata=maybe, candidates=tuples, nested_in=maybe, sentence=counts, found_by=names,
    score=st.floats(0, 1))
documents_of_any_kind = st.builds(
    Document, doc_id=names, source=names, text=names, published=maybe, title=maybe, language=maybe, n_chars=counts,
    sha256=maybe, n_mentions=st.one_of(st.none(), counts), status=names,
    extra=st.dictionaries(st.sampled_from(["iso2", "été", "a b", "x"]), names).map(lambda d: tuple(sorted(d.items()))))


# The schema

def test_the_columns_are_those_of_the_rows():
    for row_type in TABLES.values():
        assert schema_of(row_type).names == [field.name for field in fields(row_type) if field.name != "extra"]
    assert str(schema_of(Mention)).split("\n") == [
        "doc_id: string", "start: int64", "end: int64", "text: string", "label: string", "form: string",
        "entity_id: string", "name: string", "iso3: string", "portfolio: string", "wikidata: string",
        "candidates: list<item: string>", "  child 0, item: string", "nested_in: string", "sentence: int64",
        "found_by: string", "score: double"]


def test_a_column_means_the_same_in_every_table():
    kinds: dict[str, set[str]] = {}
    for row_type in TABLES.values():
        for field in schema_of(row_type):
            kinds.setdefault(field.name, set()).add(str(field.type))
    assert [name for name, found in kinds.items() if len(found) > 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_has_its_columns(tmp_path, name):
    empty = to_table([], TABLES[name])
    assert empty.schema == schema_of(TABLES[name]) and list(from_table(empty, TABLES[name])) == []
    write_table(empty, tmp_path / f"{name}.parquet")
    write_csv(empty, tmp_path / f"{name}.csv")
    assert (tmp_path / f"{name}.csv").read_text() == ",".join(empty.column_names) + "\n"
    assert load(tmp_path / f"{name}.parquet").schema == load(tmp_path / f"{name}.csv").schema == empty.schema
    pd.testing.assert_frame_equal(read_table(tmp_path / f"{name}.parquet"), read_table(tmp_path / f"{name}.csv"))


def test_a_value_of_the_wrong_kind_is_an_error():
    with pytest.raises(TypeError):
        to_table([replace(MENTIONS[0], start="0")], Mention)


# Rows and back

@given(st.lists(mentions_of_any_kind, max_size=6))
@USUAL
def test_mentions_come_back(tmp_path, rows):
    table = to_table(rows, Mention)
    assert list(from_table(table, Mention)) == rows
    assert list(from_table(as_frame(table), Mention)) == rows
    write_table(table, tmp_path / "mentions.parquet")
    assert list(read_rows(tmp_path / "mentions.parquet", Mention)) == rows
    for excel in (False, True):
        write_csv(table, tmp_path / "mentions.csv", excel=excel)
        assert list(read_rows(tmp_path / "mentions.csv", Mention)) == rows
        assert list(from_table(read_table(tmp_path / "mentions.csv"), Mention)) == rows


@given(st.lists(documents_of_any_kind, max_size=6))
@USUAL
def test_documents_come_back_with_their_further_columns(tmp_path, rows):
    table = to_table(rows, Document)
    assert table.column_names[:11] == schema_of(Document).names
    assert table.column_names[11:] == sorted({name for row in rows for name, _ in row.extra})
    write_table(table, tmp_path / "documents.parquet")
    write_csv(table, tmp_path / "documents.csv")
    for path in (tmp_path / "documents.parquet", tmp_path / "documents.csv"):
        assert list(read_rows(path, Document)) == rows


@pytest.mark.parametrize("row", [
    Reject("a.txt", None, "empty", "a.txt: is empty"), Reject("r.csv", 3, "broken_record", "r.csv#3: …"),
    Role("a", 0, 8, "ministre", "minister", person_id="x", person_start=9), Role("a", 0, 8, "ministre", "minister"),
    Entity("ISR", "COUNTRY", "Israël", "ISR", None, None, 2, 1, ("Israël", "israélien"), "2023", None),
    Cooccurrence("a", "b", 1, 2)])
def test_each_kind_of_row_comes_back(tmp_path, row):
    name = next(name for name, row_type in TABLES.items() if row_type is type(row))
    write_table(to_table([row], type(row)), tmp_path / f"{name}.parquet")
    write_csv(to_table([row], type(row)), tmp_path / f"{name}.csv")
    assert list(read_rows(tmp_path / f"{name}.parquet", type(row))) == [row]
    assert list(read_rows(tmp_path / f"{name}.csv", type(row))) == [row]


def test_further_columns_are_there_on_demand():
    table = to_table(DOCUMENTS, Document, extra_columns=["auteur"])
    assert table.column_names[11:] == ["auteur", "iso2", "rubrique"]
    assert table["auteur"].to_pylist() == [None] * 3 and table["iso2"].to_pylist() == [None, "NA", None]


def test_a_further_column_never_takes_the_place_of_one_of_ours():
    table = to_table([replace(DOCUMENTS[0], extra=(("text", "faux"), ("source", "AFP")))], Document)
    assert table["text"].to_pylist() == [TEXT] and table["input_source"].to_pylist() == ["AFP"]


def test_a_table_that_lacks_a_column_is_refused():
    with pytest.raises(ValueError, match="no column doc_id, end"):
        list(from_table(to_table(MENTIONS, Mention).drop_columns(["doc_id", "end"]), Mention))


def test_a_table_that_lacks_what_may_be_missing_is_taken():
    rows = list(from_table(to_table(MENTIONS, Mention).drop_columns(["wikidata", "score"]), Mention))
    assert rows[0].wikidata is None and rows[0].score == 0.0 and rows[0].name == "Eyal Zamir"


# Files

def test_namibia_and_a_person_called_null_survive(tmp_path):
    write_table(to_table(DOCUMENTS, Document), tmp_path / "documents.parquet")
    write_csv(to_table(DOCUMENTS, Document), tmp_path / "documents.csv")
    write_csv(to_table(MENTIONS, Mention), tmp_path / "mentions.csv")
    for name in ("documents.parquet", "documents.csv"):
        frame = read_table(tmp_path / name)
        assert frame["iso2"].tolist()[1] == "NA" and frame["iso2"].isna().tolist() == [True, False, True]
    assert "Null" in read_table(tmp_path / "mentions.csv")["name"].tolist()


def test_both_kinds_of_file_give_one_frame(tmp_path):
    for name, rows in (("documents", DOCUMENTS), ("mentions", MENTIONS)):
        write_table(to_table(rows, TABLES[name]), tmp_path / f"{name}.parquet")
        write_csv(to_table(rows, TABLES[name]), tmp_path / f"{name}.csv")
        pd.testing.assert_frame_equal(read_table(tmp_path / f"{name}.parquet"), read_table(tmp_path / f"{name}.csv"))
    frame = read_table(tmp_path / "documents.csv")
    assert str(frame["n_mentions"].dtype) == "Int64" and frame["n_mentions"].tolist()[0] == 4
    assert list(read_table(tmp_path / "mentions.csv")["candidates"][4]) == ["ISR", "PSE"]


def test_an_id_of_digits_stays_text(tmp_path):
    write_csv(to_table([replace(DOCUMENTS[0], doc_id="001")], Document), tmp_path / "documents.csv")
    assert read_table(tmp_path / "documents.csv")["doc_id"].tolist() == ["001"]


def test_a_table_is_found_by_its_name(tmp_path):
    write_csv(to_table(MENTIONS[:1], Mention), tmp_path / "mentions.csv")
    assert len(read_table(tmp_path / "mentions")) == 1
    write_table(to_table(MENTIONS, Mention), tmp_path / "mentions.parquet")
    assert len(read_table(tmp_path / "mentions")) == len(MENTIONS)
    with pytest.raises(FileNotFoundError, match="roles"):
        read_table(tmp_path / "roles")


def test_a_folder_of_parts_is_one_table(tmp_path):
    for place, document in enumerate(DOCUMENTS):  # of which only one has further columns
        write_table(to_table([document], Document), tmp_path / "documents.parquet" / f"part-{place}.parquet")
    assert list(from_table(read_table(tmp_path / "documents"), Document)) == DOCUMENTS
    assert list(read_rows(tmp_path / "documents.parquet", Document)) == DOCUMENTS


@pytest.mark.parametrize("cuts", [[], [1], [3, 4], [1, 2, 3, 4, 5, 6, 7]])
def test_the_same_rows_are_the_same_bytes(tmp_path, cuts):
    """In whatever pieces they come, and whatever was done to them in between."""
    whole = to_table(MENTIONS, Mention)
    pieces = [to_table(MENTIONS[start:end], Mention) for start, end in itertools.pairwise([0, *cuts, len(MENTIONS)])]
    other = pa.concat_tables(pieces).replace_schema_metadata({"who": "knows"})
    for table, name in ((whole, "one"), (other, "two")):
        write_table(table, tmp_path / f"{name}.parquet")
        write_csv(table, tmp_path / f"{name}.csv")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_row_groups_follow_the_text_and_not_the_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr(tabulating, "GROUP", 2 * (len(TEXT) + tabulating.ROW))
    rows = [replace(DOCUMENTS[0], doc_id=str(n)) for n in range(20)]
    pieces = pa.concat_tables([to_table(rows[:7], Document), to_table(rows[7:], Document)])
    write_table(pieces, tmp_path / "two.parquet")
    write_table(to_table(rows, Document), tmp_path / "one.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    assert pq.ParquetFile(tmp_path / "one.parquet").num_row_groups == 10
    assert list(read_rows(tmp_path / "one.parquet", Document)) == rows


@pytest.mark.parametrize("write", [write_table, write_csv])
def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch, write):
    path = tmp_path / "deep" / "mentions.out"
    write(to_table(MENTIONS[:1], Mention), path)
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda number: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write(to_table(MENTIONS, Mention), path)
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == ["mentions.out"]


def test_csv_is_plain(tmp_path):
    write_csv(to_table(MENTIONS[4:6], Mention), tmp_path / "mentions.csv")
    assert (tmp_path / "mentions.csv").read_bytes().decode() == (
        "doc_id,start,end,text,label,form,entity_id,name,iso3,portfolio,wikidata,candidates,nested_in,sentence,"
        "found_by,score\na,30,38,Tel-Aviv,COUNTRY,name,,,,,,ISR | PSE,,0,model,0.0\n"
        "b,0,4,Null,PERSON,name,null,Null,,,,,,0,model,0.0\n")


def test_csv_for_a_spreadsheet(tmp_path):
    cells = ["=1+1", "+33", "-2", "@x", "\tx", "＝1", "'=1", "plain", "a;b", 'say "x"', "two\nlines"]
    rows = [replace(DOCUMENTS[2], doc_id=str(n), title=cell, n_chars=n) for n, cell in enumerate(cells)]
    write_csv(to_table(rows, Document), tmp_path / "documents.csv", excel=True)
    raw = (tmp_path / "documents.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdoc_id;source;text;") and raw.count(b"\r\n") == len(rows) + 1
    with open(tmp_path / "documents.csv", encoding="utf-8-sig", newline="") as file:
        written = [row["title"] for row in csv.DictReader(file, delimiter=";")]
    assert written == ["'=1+1", "'+33", "'-2", "'@x", "'\tx", "'＝1", "''=1", *cells[7:]]
    assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in written)
    assert read_table(tmp_path / "documents.csv")["title"].tolist() == cells


def test_a_carriage_return_stays_in_its_cell(tmp_path):
    row = replace(DOCUMENTS[2], extra=(("x", "a\rb"),))
    for excel in (False, True):
        write_csv(to_table([row, row], Document), tmp_path / "documents.csv", excel=excel)
        assert list(read_rows(tmp_path / "documents.csv", Document)) == [row, row]


def test_a_record_s_own_column_may_be_called_as_ours(tmp_path):
    """`score` is a number in mentions; in documents it is what the record says."""
    own = {"score": "A", "start": "hier", "candidates": "Dupont", "n_documents": "x", "person_start": ""}
    row = replace(DOCUMENTS[0], extra=tuple(sorted((name, value) for name, value in own.items() if value)))
    for excel in (False, True):
        write_csv(to_table([row], Document), tmp_path / "documents.csv", excel=excel)
        assert list(read_rows(tmp_path / "documents.csv", Document)) == [row]
        assert read_table(tmp_path / "documents.csv")["score"].tolist() == ["A"]


def test_csv_of_others_is_read_as_text(tmp_path):
    (tmp_path / "own.csv").write_text("code,start,note\n007,3,\nNA,,x\n")
    frame = read_table(tmp_path / "own.csv")
    assert frame["code"].tolist() == ["007", "NA"] and frame["note"].isna().tolist() == [True, False]


# Order and offsets

@given(st.lists(mentions_of_any_kind, max_size=8), st.randoms())
@USUAL
def test_the_order_of_mentions_hangs_on_nothing_but_them(rows, random):
    shuffled = rows[:]
    random.shuffle(shuffled)
    found = sorted(shuffled, key=mention_order)
    key = [(row.start, row.end, row.label, row.entity_id is None, row.entity_id or "") for row in found]
    assert key == sorted(key) and [mention_order(row) for row in found] == [
        mention_order(row) for row in sorted(rows, key=mention_order)]


def test_order_is_that_of_code_points_with_the_unlinked_last():
    rows = [replace(MENTIONS[0], entity_id=entity_id, iso3=iso3)
            for entity_id, iso3 in (("Z", None), ("a", None), ("é", None), ("😀", None), (None, "ISR"), (None, "USA"))]
    assert sorted(rows[::-1], key=mention_order) == rows


def test_roles_have_an_order():
    rows = [Role("a", 0, 8, "ministre", "minister", person_id=person) for person in ("a", "b", None)]
    assert sorted(rows[::-1], key=role_order) == rows


def test_spans_are_held_against_the_text(tmp_path):
    documents = to_table(DOCUMENTS, Document)
    write_table(to_table(MENTIONS, Mention), tmp_path / "mentions.parquet", documents=documents)
    check_spans(DOCUMENTS, MENTIONS)
    check_spans(as_frame(documents), as_frame(to_table(MENTIONS, Mention)))
    moved = replace(MENTIONS[0], start=1, end=6)
    with pytest.raises(ValueError, match="'amir ' at 1:6, not 'Zamir'"):
        write_table(to_table([moved], Mention), tmp_path / "wrong.parquet", documents=documents)
    assert not (tmp_path / "wrong.parquet").exists()
    for wrong in (replace(MENTIONS[0], doc_id="?"), replace(MENTIONS[0], start=-73, end=-68),
                  replace(MENTIONS[0], start=0, end=0, text="")):
        with pytest.raises(ValueError):
            check_spans(documents, to_table([wrong], Mention))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
@USUAL
def test_offsets_count_code_points(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document("d", "d.txt", text)
    right = Mention("d", start, end, text[start:end], "PERSON")
    check_spans([document], [right])
    with pytest.raises(ValueError):
        check_spans([document], [replace(right, text=right.text + "x")])


# Counting

def test_entities():
    rows = list(from_table(entities(DOCUMENTS, MENTIONS), Entity))
    assert rows == [
        Entity("eyal-zamir", "PERSON", "Eyal Zamir", None, None, "Q1", 3, 2, ("Zamir",), "2023", "2023-03"),
        Entity("ISR", "COUNTRY", "Israël", "ISR", None, None, 1, 1, ("Israël",), "2023-03", "2023-03"),
        Entity("NAM", "COUNTRY", "Namibie", "NAM", None, None, 1, 1, ("Namibie",), "2023", "2023"),
        Entity("null", "PERSON", "Null", None, None, None, 1, 1, ("Null",), "2023", "2023"),
        Entity("william-laplante", "PERSON", "William LaPlante", None, None, None, 1, 1, ("LePlante",), "2023-03",
               "2023-03")]


def test_variants_come_by_frequency():
    rows = [replace(MENTIONS[0], text=text) for text in ("Zamir", "Eyal Zamir", "général", "Zamir", "Abel")]
    found = entities([replace(DOCUMENTS[0], published=None)], rows)
    assert found["variants"].to_pylist() == [["Zamir", "Abel", "Eyal Zamir", "général"]]
    assert found["first_published"].to_pylist() == found["last_published"].to_pylist() == [None]


def test_the_commonest_name_wins():
    rows = [replace(MENTIONS[0], name=name) for name in ("B", None, "A", "B", None, None)]
    assert entities(DOCUMENTS, rows)["name"].to_pylist() == ["B"]
    assert entities(DOCUMENTS, rows[:3])["name"].to_pylist() == ["A"]  # of equals the first by code points


def test_one_id_under_two_labels_is_two_entities():
    rows = [MENTIONS[0], replace(MENTIONS[0], label="COUNTRY")]
    assert entities(DOCUMENTS, rows).select(["entity_id", "label"]).to_pylist() == [
        {"entity_id": "eyal-zamir", "label": "COUNTRY"}, {"entity_id": "eyal-zamir", "label": "PERSON"}]


def test_cooccurrences():
    assert list(from_table(cooccurrences(MENTIONS), Cooccurrence)) == [
        Cooccurrence("ISR", "eyal-zamir", 1, 1), Cooccurrence("ISR", "william-laplante", 0, 1),
        Cooccurrence("NAM", "eyal-zamir", 1, 1), Cooccurrence("NAM", "null", 1, 1),
        Cooccurrence("eyal-zamir", "null", 1, 1), Cooccurrence("eyal-zamir", "william-laplante", 1, 1)]


small = st.builds(Mention, doc_id=st.sampled_from("abc"), start=st.just(0), end=st.just(1), text=st.sampled_from("xyz"),
                  label=st.sampled_from(["PERSON", "COUNTRY"]),
                  entity_id=st.sampled_from(["A", "B", "c", "é", "😀", None]),
                  name=st.sampled_from(["n", None]), sentence=st.integers(0, 2))


@given(st.lists(small, max_size=30), st.integers(1, 4))
@USUAL
def test_pairs_are_those_that_counting_by_hand_gives(rows, at_once):
    def by_hand(place) -> Counter:
        groups: dict[object, set[str]] = {}
        for row in rows:
            if row.entity_id is not None:
                groups.setdefault(place(row), set()).add(row.entity_id)
        return Counter(pair for group in groups.values() for pair in itertools.combinations(sorted(group), 2))

    by_document, by_sentence = by_hand(lambda row: row.doc_id), by_hand(lambda row: (row.doc_id, row.sentence))
    expected = [Cooccurrence(*pair, by_sentence[pair], by_document[pair]) for pair in sorted(by_document)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "PAIRS_AT_ONCE", at_once)
        patch.setattr(counting, "COUNTED_ROWS", at_once)
        for form in (rows, to_table(rows, Mention), as_frame(to_table(rows, Mention))):
            assert list(from_table(cooccurrences(form), Cooccurrence)) == expected


@given(st.lists(small, max_size=30), st.randoms(), st.integers(1, 4))
@USUAL
def test_entities_are_those_that_counting_by_hand_gives(rows, random, at_once):
    days = {"a": "2023", "b": "2023-03-15", "c": None}
    documents = [Document(doc_id, "s", "x", published=day) for doc_id, day in days.items()]
    linked = [row for row in rows if row.entity_id is not None]
    expected = []
    for entity_id, label in {(row.entity_id, row.label) for row in linked}:
        own = [row for row in linked if (row.entity_id, row.label) == (entity_id, label)]
        texts = Counter(row.text for row in own)
        published = sorted(days[row.doc_id] for row in own if days[row.doc_id])
        name = next((row.name for row in own if row.name), None)  # all rows of an entity that have one have the same
        expected.append(Entity(entity_id, label, name, None, None, None, len(own), len({row.doc_id for row in own}),
                               tuple(sorted(texts, key=lambda text: (-texts[text], text))),
                               published[0] if published else None, published[-1] if published else None))
    expected.sort(key=lambda row: (-row.n_mentions, row.label, row.entity_id))
    random.shuffle(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "COUNTED_ROWS", at_once)
        assert list(from_table(entities(documents, iter(rows)), Entity)) == expected
        assert list(from_table(entities(as_frame(to_table(documents, Document)), as_frame(to_table(rows, Mention))),
                               Entity)) == expected


def test_a_list_of_names_relates_nobody(monkeypatch, caplog):
    monkeypatch.setattr(counting, "LARGEST_CAST", 3)
    crowd = [Mention("a", 0, 1, "x", "PERSON", entity_id=f"p{n}", sentence=n // 2) for n in range(4)]
    with caplog.at_level(logging.WARNING, "pipeline"):
        found = list(from_table(cooccurrences(crowd), Cooccurrence))
    assert found == [Cooccurrence("p0", "p1", 1, 0), Cooccurrence("p2", "p3", 1, 0)]
    assert "1 documents with more than 3 entities" in caplog.text


def test_counting_takes_only_the_columns_it_needs():
    mentions = to_table(MENTIONS, Mention)
    assert cooccurrences(mentions.select(["doc_id", "sentence", "entity_id"])) == cooccurrences(MENTIONS)
    documents = to_table(DOCUMENTS, Document)
    needed = ["doc_id", "text", "label", "entity_id", "name", "iso3", "portfolio", "wikidata"]
    assert entities(documents.select(["doc_id", "published"]), mentions.select(needed)) == entities(DOCUMENTS, MENTIONS)


def test_a_table_on_disk_is_counted_and_never_held(tmp_path, monkeypatch):
    monkeypatch.setattr(counting, "COUNTED_ROWS", 500)
    rows = [replace(MENTIONS[n % len(MENTIONS)], doc_id=f"{n // 7:05}", text=f"{n % 11}") for n in range(28_000)]
    mentions, path = to_table(rows, Mention), tmp_path / "mentions.parquet"
    write_table(mentions, path, split=1_000_000)
    documents = [Document(f"{n:05}", "s", "x", published=f"{1900 + n % 99}") for n in range(4_000)]
    expected = entities(documents, mentions), cooccurrences(mentions)
    usual, pool = pa.default_memory_pool(), pa.proxy_memory_pool(pa.default_memory_pool())
    pa.set_memory_pool(pool)
    try:
        assert (entities(documents, path), cooccurrences(path)) == expected
    finally:
        pa.set_memory_pool(usual)
    assert pool.max_memory() < mentions.nbytes / 4
    write_table(mentions.take(np.random.default_rng(1).permutation(len(mentions))), path)  # by no run
    assert (entities(documents, path), cooccurrences(path)) == expected


def test_a_hundred_thousand_mentions_are_counted_in_seconds():
    n = 100_000
    who = np.random.default_rng(1).integers(0, 3_000, n)
    mentions = pa.table({
        "doc_id": [f"d{place // 20}" for place in range(n)], "label": ["PERSON"] * n,
        "text": [f"v{number % 7}" for number in who],
        "entity_id": [f"e{number}" for number in who], "name": [f"E{number}" for number in who],
        **{name: pa.nulls(n, pa.string()) for name in ("iso3", "portfolio", "wikidata")},
        "sentence": np.arange(n) % 20 // 3})
    documents = pa.table({"doc_id": [f"d{place}" for place in range(n // 20)], "published": ["2023"] * (n // 20)})
    found = entities(documents, mentions)
    pairs = cooccurrences(mentions)
    assert sum(found["n_mentions"].to_pylist()) == n
    ids = np.array([f"e{number}" for number in who]).reshape(-1, 20)
    assert sum(pairs["n_documents"].to_pylist()) == sum(k * (k - 1) // 2 for k in (len(set(row)) for row in ids))
