"""Running: the same tables however they are made, and every document in them or in the rejects, whatever happens.

The model and the rules are stood in for here: a capital letter is a person. What they find is other tests' matter.
"""

import fcntl
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline import engine, parts, running
from pipeline.engine import RunError
from pipeline.recording import SPLIT, gazetteer_sha256
from pipeline.rows import Document, Mention, Place, Role
from pipeline.running import Options
from pipeline.storing import files_of, unpacked
from pipeline.tabulating import TABLES, read_rows, to_table

NAMES = [f"{name}.parquet" for name in TABLES]


# ---- stand-ins

calls: list[str] = []
linked: list[str] = []


def fake_model(ner: str) -> str:
    calls.append("model")
    return ner


def fake_spans(model: object, texts) -> list:
    for text in texts:
        if "CRASH" in text:
            raise ZeroDivisionError("of no use")
        if "HANG" in text:
            time.sleep(30)
        yield [(found.start(), found.end(), "PER") for found in re.finditer("[A-Z][a-zà-ÿ]+", text)]


def fake_rules(document: Document, spans: list, gazetteer: object) -> tuple[list[Mention], list[Role], list[Place]]:
    calls.append(document.doc_id)
    mentions = [Mention(document.doc_id, start, end, document.text[start:end], "PERSON") for start, end, _ in spans]
    return mentions, [Role(document.doc_id, 0, 1, document.text[:1], "other")], []


class FakeGazetteer:
    """The last words of people: the name of the folder, or what `people.csv` in it says of some."""

    def __init__(self, folders: Iterable[str]):
        self.sha256 = gazetteer_sha256(folders)
        self.of_all, self.last = {"": "".join(Path(folder).name for folder in folders)}, {}
        for path in (Path(folder) / "people.csv" for folder in folders):
            self.last |= (row.split(",")[:2] for row in path.read_text("utf-8").split()) if path.exists() else ()


def fake_links(document: Document, mentions: list, roles: list, places: list, gazetteer: FakeGazetteer
               ) -> tuple[list[Mention], list[Role]]:
    linked.append(document.doc_id)
    if "KNOT" in document.text:
        raise RecursionError("round and round")
    names = (f"{row.text} {gazetteer.last.get(row.text) or gazetteer.of_all['']}".strip() for row in mentions)
    return [replace(row, entity_id=row.text.lower(), name=name) for row, name in zip(mentions, names)], roles


def stand_in(set_attribute=setattr) -> None:
    """Put the stand-ins in the rooms' places, in this process, which does the work of the others."""
    import pipeline.normalising
    import pipeline.recognising
    import pipeline.recognising.model
    set_attribute(pipeline.recognising, "recognise_text", fake_rules)
    set_attribute(pipeline.recognising.model, "model_spans", fake_spans)
    set_attribute(pipeline.normalising, "normalise", fake_links)
    set_attribute(engine, "_pool", lambda workers: engine.Here())
    for module in (parts, running):
        set_attribute(module, "loaded_model", fake_model)
        set_attribute(module, "loaded_gazetteer", lambda settings: FakeGazetteer(settings.gazetteer))


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch):
    stand_in(monkeypatch.setattr)
    calls.clear()
    linked.clear()


@pytest.fixture
def corpus(tmp_path):
    """Thirty texts in two folders, two of them of one name."""
    words = ["Adèle", "Bruno", "Chloé", "David", "Emma", "Farid", "Gaëlle", "Hugo", "Inès", "Jules"]
    chance = random.Random(7)
    for number in range(30):
        folder = tmp_path / "in" / ("one" if number % 2 else "two")
        folder.mkdir(parents=True, exist_ok=True)
        text = " ".join(f"Ici {chance.choice(words)} voit {chance.choice(words)}." for _ in range(20))
        (folder / f"{number // 2 if number < 4 else number}.txt").write_text(text, "utf-8")
    return tmp_path / "in"


def options(tmp_path, **told) -> Options:
    return Options(**{"out": tmp_path / "out", "workers": 0, "part": 2000, **told})


def tables(out: Path) -> dict[str, bytes]:
    return {name: read_whole(out / name) for name in NAMES}


def read_whole(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in files_of(path))


def rows(out: Path, name: str) -> list:
    return list(read_rows(out / f"{name}.parquet", TABLES[name]))


# ---- what comes out

def test_every_table_is_written_in_order(corpus, tmp_path):
    record = running.run([str(corpus)], options(tmp_path))
    out = tmp_path / "out"
    documents, mentions = rows(out, "documents"), rows(out, "mentions")
    assert len(documents) == record["counts"]["documents"] == 30
    assert [d.doc_id for d in documents] == sorted({d.doc_id for d in documents})
    assert all(d.n_mentions == 60 and d.status == "normalised" for d in documents)
    texts = {d.doc_id: d.text for d in documents}
    assert all(texts[m.doc_id][m.start:m.end] == m.text for m in mentions)
    order = [(m.doc_id, m.start, m.end, m.label, m.entity_id) for m in mentions]
    assert order == sorted(order)
    assert len(rows(out, "roles")) == 30
    assert rows(out, "rejects") == []
    assert rows(out, "entities")[0].entity_id == "ici"
    assert json.loads((out / "run.json").read_text("utf-8"))["most_mentioned"]["PERSON"][0][:3] == ["ici", "Ici", 600]


def test_same_bytes_whatever_the_parts_and_the_order(corpus, tmp_path):
    running.run([str(corpus)], options(tmp_path))
    once = tables(tmp_path / "out")
    folders = [str(corpus / "two"), str(corpus / "one")]
    running.run(folders, options(tmp_path, out=tmp_path / "other", part=100_000))
    assert tables(tmp_path / "other") == once
    running.run(folders[::-1], options(tmp_path, out=tmp_path / "third", part=1))
    assert tables(tmp_path / "third") == once


def test_sorted_through_files(corpus, tmp_path, monkeypatch):
    running.run([str(corpus)], options(tmp_path))
    monkeypatch.setattr(running, "HELD", 1500)
    running.run([str(corpus)], options(tmp_path, out=tmp_path / "other"))
    assert tables(tmp_path / "other") == tables(tmp_path / "out")
    assert not list((tmp_path / "other" / ".parts").glob(".*"))


def test_sorting_holds_no_more_than_it_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "HELD", 200_000)
    monkeypatch.setattr(running, "AT_ONCE", 5_000)
    texts = ((n, f"{n} " * 2_000) for n in random.Random(1).sample(range(1_000, 1_500), 500))
    documents = (Document(str(n), "s", text, n_chars=len(text)) for n, text in texts)
    tracemalloc.start()
    try:
        ids = [document.doc_id for document in running._sorted(documents, tmp_path)]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert ids == sorted(ids) and len(ids) == 500
    assert most < 1_500_000  # of 5 million characters


def test_further_columns_are_kept(tmp_path, monkeypatch):
    lines = [{"id": f"{n:02}", "text": f"Ici Zoé {n}.", **({"author": "Ana"} if n == 7 else {"page": n})}
             for n in range(20)]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    running.run([str(tmp_path / "in.jsonl")], options(tmp_path, part=1))
    table = pq.read_table(tmp_path / "out" / "documents.parquet")
    assert table.column_names[-2:] == ["author", "page"]
    assert table["author"].to_pylist()[7] == "Ana" and table["page"].to_pylist()[:2] == ["0", "1"]
    monkeypatch.setattr(running, "HELD", 20)
    running.run([str(tmp_path / "in.jsonl")], options(tmp_path, out=tmp_path / "other"))
    assert tables(tmp_path / "other") == tables(tmp_path / "out")


def test_a_repeat_is_marked_and_need_not_count(corpus, tmp_path):
    (corpus / "one" / "13 bis.txt").write_text((corpus / "one" / "13.txt").read_text("utf-8").upper().title(), "utf-8")
    told = options(tmp_path)
    running.run([str(corpus)], told)
    repeats = {d.doc_id: d.duplicate_of for d in rows(told.out, "documents") if d.duplicate_of}
    assert repeats == {"13 bis": "13"}
    counted = sum(entity.n_mentions for entity in rows(told.out, "entities"))
    running.run([str(corpus)], replace(told, unique=True))
    once = sum(entity.n_mentions for entity in rows(told.out, "entities"))
    assert counted == len(rows(told.out, "mentions")) and once == sum(
        m.doc_id not in repeats for m in rows(told.out, "mentions"))
    running.tabulate(told)
    assert sum(entity.n_mentions for entity in rows(told.out, "entities")) == counted


def test_the_repeats_of_what_failed_count(corpus, tmp_path):
    for name in ("a", "b"):
        (corpus / f"{name}.txt").write_text(f"Ici Zoé.{' CRASH' * (name == 'a')}", "utf-8")
    told = options(tmp_path, unique=True)
    running.run([str(corpus)], told)
    path = told.out / "documents.parquet"
    documents = [replace(d, duplicate_of="a" if d.doc_id == "b" else None) for d in rows(told.out, "documents")]
    pq.write_table(to_table(documents, Document), path)
    running.tabulate(told)
    assert "zoé" in {entity.entity_id for entity in rows(told.out, "entities")}


def test_a_large_table_is_a_folder_that_reads_as_the_file_does(corpus, tmp_path):
    import pandas as pd
    told, split = options(tmp_path), options(tmp_path, out=tmp_path / "split", split=10_000)
    running.run([str(corpus)], told)
    running.run([str(corpus)], split)
    assert [(split.out / name).is_dir() for name in NAMES] == [True, False, True, False, False, True]
    assert len(files_of(split.out / "mentions.parquet")) > 20
    assert [pq.read_metadata(file).num_row_groups for file in files_of(split.out / "mentions.parquet")[:-1]] == [1] * 56
    for name in TABLES:
        assert rows(split.out, name) == rows(told.out, name)
        pd.testing.assert_frame_equal(pd.read_parquet(split.out / f"{name}.parquet"),
                                      pd.read_parquet(told.out / f"{name}.parquet"))
        assert pq.read_table(split.out / f"{name}.parquet") == pq.read_table(told.out / f"{name}.parquet")
    whole, once = tables(told.out), tables(split.out)
    running.run([str(corpus)[:-1] + "?"], replace(split, out=tmp_path / "third", part=1))
    assert tables(tmp_path / "third") == once
    stages: list[str] = []
    running.run([str(corpus)], replace(split, split=None), lambda stage, *_: stages.append(stage))
    assert stages == []
    running.run([str(corpus)], replace(split, split=SPLIT))
    assert tables(split.out) == whole and not any(path.is_dir() for path in split.out.glob("*.parquet"))
    running.run([str(corpus)], replace(told, split=10_000))
    assert tables(told.out) == once and not list(told.out.glob(".*.*"))
    with pytest.raises(RunError, match="name another --out"):
        running.run([str(told.out / "mentions.parquet" / "part-00000.parquet")], told)


def test_a_file_that_someone_took_out_of_a_table_is_made_again(corpus, tmp_path):
    told = options(tmp_path, split=10_000)
    running.run([str(corpus)], told)
    once = tables(told.out)
    for name in ("documents.parquet", "mentions.parquet"):
        files_of(told.out / name)[1].unlink()
        running.run([str(corpus)], told)
        assert tables(told.out) == once


def test_no_document_at_all(tmp_path):
    (tmp_path / "blank.txt").write_text("  \n", "utf-8")
    record = running.run([str(tmp_path / "blank.txt")], options(tmp_path))
    assert record["rejects"] == {"empty": 1}
    for name, row_type in TABLES.items():
        assert pq.read_schema(tmp_path / "out" / f"{name}.parquet").equals(to_table([], row_type).schema)


def test_stages_one_by_one_make_what_run_makes(corpus, tmp_path):
    told = options(tmp_path)
    running.read([str(corpus)], told)
    running.recognise(told)
    assert {m.entity_id for m in rows(told.out, "mentions")} == {None}
    running.normalise(told)
    running.tabulate(told)
    running.run([str(corpus)], options(tmp_path, out=tmp_path / "other"))
    assert tables(told.out) == tables(tmp_path / "other")


def test_stages_in_the_wrong_order_say_what_is_missing(corpus, tmp_path):
    told = options(tmp_path)
    for stage, wanted in ((running.recognise, "depeche read"), (running.tabulate, "depeche run")):
        with pytest.raises(RunError, match=wanted):
            stage(told)
    running.read([str(corpus)], told)
    with pytest.raises(RunError, match="depeche recognise"):
        running.normalise(told)


def test_csv_follows_its_table(corpus, tmp_path):
    told = options(tmp_path, csv=True)
    running.run([str(corpus)], told)
    assert all((told.out / f"{name}.csv").exists() for name in TABLES)
    (corpus / "new.txt").write_text("Et Zoé.", "utf-8")
    running.run([str(corpus)], replace(told, csv=False))
    assert not (told.out / "mentions.csv").exists()  # it would tell of the tables before
    assert (told.out / "rejects.csv").exists()
    running.run([str(corpus)], replace(told, csv=True, excel=True))
    assert (told.out / "mentions.csv").read_bytes().startswith(b"\xef\xbb\xbf")


# ---- what is not done again

def test_second_run_does_nothing(corpus, tmp_path):
    running.run([str(corpus)], options(tmp_path))
    before = {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in NAMES}
    calls.clear()
    stages = []
    running.run([str(corpus)], options(tmp_path), lambda stage, *_: stages.append(stage))
    assert calls == stages == []
    assert before == {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in NAMES}


def test_one_more_document_redoes_its_part(corpus, tmp_path):
    running.run([str(corpus)], options(tmp_path))
    calls.clear()
    (corpus / "one" / "13b.txt").write_text("Ici Zoé.", "utf-8")
    running.run([str(corpus)], options(tmp_path))
    assert "13b" in calls and len(calls) < 16
    running.run([str(corpus)], options(tmp_path, out=tmp_path / "other"))
    assert tables(tmp_path / "out") == tables(tmp_path / "other")


def test_a_changed_gazetteer_loads_no_model(corpus, tmp_path):
    running.run([str(corpus)], options(tmp_path))
    calls.clear()
    (tmp_path / "mine").mkdir()
    told = options(tmp_path, gazetteer=(str(tmp_path / "mine"),))
    running.normalise(told)
    assert calls == []
    (tmp_path / "mine" / "people.csv").write_text("person_id,name,gender,iso3,wikidata,source\n", "utf-8")
    running.run([str(corpus)], told)
    assert calls and "model" not in calls
    assert rows(told.out, "mentions")[0].name == "Ici mine"
    running.run([str(corpus)], replace(told, out=tmp_path / "other"))
    assert tables(told.out) == tables(tmp_path / "other")


def test_after_an_edit_only_the_documents_that_asked_for_it_are_linked(corpus, tmp_path):
    (tmp_path / "mine").mkdir()
    told = options(tmp_path, gazetteer=(str(tmp_path / "mine"),), part=3000)
    (corpus / "one" / "13b.txt").write_text("Ici Zoé.", "utf-8")
    (corpus / "two" / "blank.txt").write_text("rien", "utf-8")
    running.run([str(corpus)], told)
    whole = tables(told.out)
    for name, touched in (("Zoé", ["13b"]), ("Nemo", ["13b"]), ("Nobody", []), ("Ici", None)):
        (tmp_path / "mine" / "people.csv").write_text(f"{name},known\n", "utf-8")
        linked.clear()
        running.normalise(told)
        assert linked == touched or touched is None and len(linked) == 31
        once = {table: (told.out / table).read_bytes() for table in NAMES[:4]}
        running.run([str(corpus)], replace(told, out=tmp_path / name))
        assert once == {table: data for table, data in tables(tmp_path / name).items() if table in once}
    (tmp_path / "mine" / "people.csv").unlink()
    running.run([str(corpus)], told)
    assert tables(told.out) == whole


def test_what_failed_is_linked_whole_after_an_edit(corpus, tmp_path, monkeypatch):
    (corpus / "two" / "knot.txt").write_text("Ici KNOT.", "utf-8")
    told = options(tmp_path, part=100_000)
    running.run([str(corpus)], told)
    (tmp_path / "mine").mkdir()
    monkeypatch.setattr("pipeline.normalising.normalise", lambda document, *rows_and_gazetteer: rows_and_gazetteer[:2])
    running.normalise(replace(told, gazetteer=(str(tmp_path / "mine"),), retry=True))
    assert rows(told.out, "rejects") == [] and len(rows(told.out, "documents")) == 31


def test_an_edit_while_a_document_takes_its_worker_along(tmp_path):
    documents = [Document(name, name, f"Ici {name}.", n_chars=9) for name in ("Adèle", "Bruno", "Zoé")]
    (tmp_path / "mine").mkdir()
    settings = running._settings(options(tmp_path))
    made = parts.carry(documents, settings, None, None, "normalised")
    (tmp_path / "mine" / "people.csv").write_text("Zoé,known\n", "utf-8")
    edited = running._settings(options(tmp_path, gazetteer=(str(tmp_path / "mine"),)))
    again = [parts.carry(some, edited, "recognised", made["recognised"], "normalised", made["normalised"])
             for some in ([], documents, *([document] for document in documents))]
    none, whole, *each = (unpacked(one["normalised"]) for one in again)
    assert none[0].num_rows == 0 and whole[0].num_rows == 6
    assert unpacked(parts.joined(again[2:])["normalised"])[:2] == whole[:2]


def test_a_table_that_someone_changed_is_made_again(corpus, tmp_path):
    running.run([str(corpus)], options(tmp_path))
    once = tables(tmp_path / "out")
    for name in NAMES:
        (tmp_path / "out" / name).write_bytes(b"not a table")
        running.run([str(corpus)], options(tmp_path))
        assert tables(tmp_path / "out") == once
    (tmp_path / "out" / "run.json").write_text("[]", "utf-8")
    running.run([str(corpus)], options(tmp_path))
    assert tables(tmp_path / "out") == once


def test_parts_that_nobody_needs_are_taken_away(corpus, tmp_path):
    running.run([str(corpus)], options(tmp_path))
    for path in list(corpus.rglob("*.txt"))[3:]:
        path.unlink()
    running.run([str(corpus)], options(tmp_path, part=100_000))
    assert [len(list((tmp_path / "out" / ".parts" / kind).iterdir()))
            for kind in ("seen", "recognised", "normalised")] == [1, 1, 1]


def test_the_cut_finds_its_places_again():
    documents = [Document(f"{n:04}", "a", "x" * 300, n_chars=300) for n in range(400)]
    before = {part.sha256 for part in parts.cut(documents, 3000)}
    after = {part.sha256 for part in parts.cut(documents[:100] + documents[101:], 3000)}
    assert len(before) > 25
    assert len(after - before) <= 3
    assert [d for part in parts.cut(documents, 3000) for d in part.documents] == documents


def test_the_gazetteers_hash_is_its_own():
    from pipeline.gazetteer import Gazetteer
    assert gazetteer_sha256(()) == Gazetteer.load().sha256


# ---- faults

@pytest.mark.parametrize(("word", "reason", "detail"), [
    ("CRASH", "failed", "ZeroDivisionError: of no use"), ("HANG", "timeout", "not done after"),
    ("KNOT", "failed", "RecursionError: round and round")])
def test_a_bad_document_is_rejected_and_the_others_stay(corpus, tmp_path, word, reason, detail):
    (corpus / "one" / "bad.txt").write_text(f"Ici {word}.", "utf-8")
    told = options(tmp_path, seconds=0.2, part=100_000)
    record = running.run([str(corpus)], told)
    assert record["rejects"] == {reason: 1}
    reject, = rows(told.out, "rejects")
    assert reject.reason == reason and reject.source.endswith("one/bad.txt") and detail in reject.detail
    assert len(rows(told.out, "documents")) == 30 and len(rows(told.out, "roles")) == 30
    once = tables(told.out)
    running.recognise(told)
    running.normalise(told)
    running.tabulate(told)
    assert tables(told.out) == once
    assert running.run([str(corpus)], told)["rejects"] == {reason: 1}
    assert tables(told.out) == once
    (corpus / "one" / "bad.txt").write_text("Ici Zoé.", "utf-8")
    assert running.run([str(corpus)], told)["rejects"] == {}
    assert len(rows(told.out, "documents")) == 31


def test_a_bad_document_does_not_take_along_one_of_the_same_source(tmp_path):
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("a.txt", "Ici Zoé.")
        archive.writestr("a.txt", "Ici CRASH.")
    told = options(tmp_path)
    assert running.run([str(tmp_path / "two.zip")], told)["rejects"] == {"failed": 1}
    assert [d.doc_id for d in rows(told.out, "documents")] == ["a"] and len(rows(told.out, "mentions")) == 2
    assert running.run([str(tmp_path / "two.zip")], replace(told, retry=True))["rejects"] == {"failed": 1}
    assert [d.doc_id for d in rows(told.out, "documents")] == ["a"]


def test_what_failed_is_tried_again_with_more_seconds_or_when_told(corpus, tmp_path, monkeypatch):
    (corpus / "one" / "bad.txt").write_text("Ici HANG.", "utf-8")
    (corpus / "two" / "knot.txt").write_text("Ici KNOT.", "utf-8")
    told = options(tmp_path, seconds=0.2)
    assert running.run([str(corpus)], told)["rejects"] == {"failed": 1, "timeout": 1}
    calls.clear()
    running.run([str(corpus)], replace(told, seconds=0.1))
    assert calls == []
    running.run([str(corpus)], replace(told, seconds=0.3))
    assert "knot" in calls and "0" not in calls
    calls.clear()
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    monkeypatch.setattr("pipeline.normalising.normalise", lambda document, *rows_and_gazetteer: rows_and_gazetteer[:2])
    running.run([str(corpus)], replace(told, seconds=0.3))
    assert calls == []
    running.recognise(replace(told, seconds=0.3, retry=True))
    running.normalise(replace(told, seconds=0.3, retry=True))
    assert rows(told.out, "rejects") == [] and len(rows(told.out, "documents")) == 32
    running.run([str(corpus)], replace(told, seconds=0.1))
    assert len(rows(told.out, "documents")) == 32


def test_tables_of_other_texts_do_not_stay(corpus, tmp_path):
    told = options(tmp_path, csv=True)
    running.run([str(corpus)], told)
    running.read([str(corpus)], told)
    assert rows(told.out, "documents")[0].status == "normalised"
    (corpus / "one" / "13.txt").write_text("Un autre texte.", "utf-8")
    record = running.read([str(corpus)], told)
    assert set(record["counts"]) == set(record["tables"]) == {"documents", "rejects"}
    assert sorted(path.name for path in told.out.glob("[a-z]*")) == [
        "documents.csv", "documents.parquet", "rejects.csv", "rejects.parquet", "run.json"]


def test_documents_are_read_once_for_the_work_and_once_for_the_tables(corpus, tmp_path, monkeypatch):
    passes: list[str] = []

    def noted(path, kind):
        passes.append(path.name)
        return read_rows(path, kind)

    monkeypatch.setattr("pipeline.planning.read_rows", noted)
    running.run([str(corpus)], options(tmp_path))
    assert passes == ["documents.parquet"] * 2
    passes.clear()
    running.normalise(options(tmp_path))
    assert passes == ["documents.parquet"]


def test_the_record_says_what_made_each_stage_s_rows(corpus, tmp_path):
    (tmp_path / "mine").mkdir()
    running.run([str(corpus)], options(tmp_path, text_column="text", unique=True))
    record = running.normalise(options(tmp_path, gazetteer=(str(tmp_path / "mine"),)))
    stages = record["stages"]
    assert stages["read"]["options"]["text_column"] == record["options"]["text_column"] == "text"
    assert stages["recognise"]["options"] == {"ner": "fast", "gazetteer": []}
    assert record["options"]["gazetteer"] == [str(tmp_path / "mine")]
    assert record["hashes"]["model"] == stages["recognise"]["hashes"]["model"]
    assert "tabulate" not in record["hashes"]["code"]
    hashes = [sha256 for done in stages.values() for sha256 in done["hashes"].values()]
    assert len(hashes) > 8 and all(re.fullmatch("[0-9a-f]{32,64}", sha256) for sha256 in hashes)


def test_only_recognising_needs_the_model(corpus, tmp_path, monkeypatch):
    running.run([str(corpus)], options(tmp_path))

    def missing():
        raise RunError("the French model is not installed")

    monkeypatch.setattr(running, "model_sha256", missing)
    told = options(tmp_path)
    (corpus / "blank.txt").write_text("", "utf-8")
    running.read([str(corpus)], told)
    running.normalise(told)
    running.tabulate(told)
    with pytest.raises(RunError, match="model"):
        running.recognise(told)


def test_a_second_run_into_one_folder_stops(corpus, tmp_path):
    told = options(tmp_path)
    running.run([str(corpus)], told)
    with (told.out / ".parts" / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(RunError, match="another run is writing there"):
            running.run([str(corpus)], told)


def test_nothing_to_read(tmp_path):
    with pytest.raises(RunError, match="no such file or folder"):
        running.run([str(tmp_path / "nowhere")], options(tmp_path))


def test_the_tables_do_not_go_into_what_is_read(corpus, tmp_path):
    running.run([str(corpus)], options(tmp_path, csv=True))
    for named in ("", "o*", "*/*.csv", "**", "out/documents.csv"):
        with pytest.raises(RunError, match="name another --out"):
            running.run([str(corpus), str(tmp_path / named)], options(tmp_path))
    running.run([str(corpus / "*")], options(tmp_path, out=tmp_path))


def test_a_folder_that_cannot_be_written(corpus, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(RunError, match="cannot be written"):
        running.run([str(corpus)], options(tmp_path, out=tmp_path / "file" / "out"))


def test_a_missing_input_among_others_is_a_reject(corpus, tmp_path):
    record = running.run([str(corpus), str(tmp_path / "nowhere")], options(tmp_path))
    assert record["rejects"] == {"missing": 1} and record["counts"]["documents"] == 30


DRIVER = """
import sys, time
sys.path[:0] = sys.argv[1:3]
import test_running
from pipeline import running
from pathlib import Path
test_running.stand_in()
if __name__ == "__main__":
    print("ready", flush=True)
    running.run([sys.argv[3]], running.Options(out=Path(sys.argv[4]), workers=0, part=1000, split=int(sys.argv[5])),
                lambda *_: time.sleep(0.002))
"""


@pytest.mark.parametrize("split", [SPLIT, 5000])
def test_killed_at_any_moment_it_goes_on(corpus, tmp_path, split):
    told = options(tmp_path, out=tmp_path / "undisturbed", split=split)
    running.run([str(corpus)], told)
    out, chance, killed = tmp_path / "out", random.Random(os.getpid()), 0
    folders = [str(Path(running.__file__).parents[1]), str(Path(__file__).parent)]
    for _ in range(30):
        process = subprocess.Popen([sys.executable, "-c", DRIVER, *folders, str(corpus), str(out), str(split)],
                                   stdout=subprocess.PIPE)
        process.stdout.readline()
        try:
            if killed < 8:
                process.wait(chance.random() * 0.3)
            else:
                process.wait(60)
        except subprocess.TimeoutExpired:
            process.send_signal(chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
            process.wait(10)
            killed += 1
        process.stdout.close()
        for name in NAMES:  # whatever is there can be read
            if (out / name).exists():
                pq.read_table(out / name)
        if process.returncode == 0:
            break
    assert process.returncode == 0 and killed
    assert tables(out) == tables(told.out)
    assert not [path for path in out.rglob(".*") if path.name != ".parts"]
