"""The front door: the rows of `extract` are those that `depeche run` writes, however the texts come."""

import json
import random

import pandas as pd
import pytest

from pipeline import extract, running
from pipeline.extracting import Tables
from pipeline.rows import Document, Mention, Role
from pipeline.tabulating import as_frame, read_table, to_table

TEXTS = {
    "b-accord": "Le ministère togolais de la Santé et le Pentagone se parlent, dit M. Kossi Agbo.\n\nAgbo est à Oslo.",
    "a-vide": "Il pleut sur le quai, et personne ne passe.",
    "c-deux": "Les ministères de la Justice de Lettonie et d'Estonie enquêtent. Selon Riga, un ministre letton part.",
    "d-nom": "William LePlante a reçu les Suédois. « LePlante s'en va », note l’Iranien Lund, de l’Égypte.",
    "e-congo": "À Kinshasa, Félix Tshisekedi préside ; le Congo vote.",
}
DATES = {"b-accord": "2024-01-02", "c-deux": "2022-11", "d-nom": "2023-03-15"}


def documents() -> list[Document]:
    return [Document(name, name, text, DATES.get(name), n_chars=len(text)) for name, text in TEXTS.items()]


def same(found: Tables, wanted: Tables) -> None:
    """Both tables alike, once sorted by document, as those that are written are; `doc_id` counts."""
    for name in ("mentions", "roles"):
        one, other = (getattr(tables, name).sort_values("doc_id", kind="stable",
            ignore_index=True) for tables in (found, wanted))
        pd.testing.assert_frame_equal(one, other)


@pytest.fixture(scope="module")
def jsonl(tmp_path_factory):
    path = tmp_path_factory.mktemp("in") / "texts.jsonl"
    lines = ({"doc_id": d.doc_id, "text": d.text, "date": d.published} for d in documents())
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def written(path, out, **options) -> Tables:
    """What a run writes."""
    running.run([str(path)], running.Options(out=out, id_column="doc_id", date_column="date", **options))
    return Tables(read_table(out / "mentions.parquet"), read_table(out / "roles.parquet"))


@pytest.fixture(scope="module")
def ran(jsonl, tmp_path_factory):
    return written(jsonl, tmp_path_factory.mktemp("one"), workers=1)


@pytest.fixture(scope="module")
def extracted():
    return extract(documents())


def test_the_run_found_something(ran):
    assert {"IL.defence"}.isdisjoint(ran.mentions["entity_id"])
    assert {"TG.health", "US.defence", "LV.justice", "EE.justice", "COD",
        "william-laplante"} <= set(ran.mentions["entity_id"])
    assert len(ran.roles) and "a-vide" not in set(ran.mentions["doc_id"])


def test_documents_give_the_rows_of_the_run(ran, extracted):
    same(extracted, ran)


def test_a_frame_gives_the_rows_of_the_run(ran):
    frame = pd.DataFrame({"doc_id": list(TEXTS), "text": list(TEXTS.values()),
        "date": [DATES.get(name) for name in TEXTS]})
    same(extract(frame), ran)
    same(extract(frame.rename(columns={"doc_id": "id", "date": "published"})), ran)
    assert frame.columns.tolist() == ["doc_id", "text", "date"]


def test_two_workers_and_small_parts_give_the_rows_of_one(jsonl, ran, tmp_path):
    same(written(jsonl, tmp_path, workers=2, part=60), ran)


def test_order_and_company_change_nothing(extracted):
    shuffled = documents()
    random.Random(4).shuffle(shuffled)
    same(extract(iter(shuffled)), extracted)
    same(extract(documents() + [Document("z", "z", "Oslo dément.", n_chars=12)]), _with_oslo(extracted))
    for document in documents():
        alone = extract(document)
        together = extracted.mentions[extracted.mentions["doc_id"] == document.doc_id]
        assert alone.mentions["text"].tolist() == together["text"].tolist()


def _with_oslo(tables: Tables) -> Tables:
    more = extract(Document("z", "z", "Oslo dément.", n_chars=12))
    assert more.mentions["entity_id"].tolist() == ["NOR"]
    return Tables(pd.concat([tables.mentions, more.mentions], ignore_index=True), tables.roles)


def test_batches_change_nothing(extracted, monkeypatch):
    from pipeline.recognising import model
    monkeypatch.setattr(model, "BATCH", (2, 100))
    same(extract(documents()), extracted)


def test_texts_are_named_by_their_place_or_their_index():
    texts = [TEXTS["a-vide"], TEXTS["e-congo"]]
    listed, series = extract(texts), extract(pd.Series(texts, index=["x", "y"]))
    assert set(listed.mentions["doc_id"]) == {"text-2"} and set(series.mentions["doc_id"]) == {"y"}
    pd.testing.assert_frame_equal(listed.mentions.drop(columns="doc_id"), series.mentions.drop(columns="doc_id"))
    assert set(extract(texts[1]).mentions["doc_id"]) == {"text-1"}
    assert set(extract(pd.DataFrame({"text": texts}, index=[7, 8])).mentions["doc_id"]) == {"8"}


@pytest.mark.parametrize("nothing", [[], "", pd.Series([], dtype=str), pd.DataFrame({"text": []})],
                         ids=["list", "str", "Series", "DataFrame"])
def test_nothing_gives_tables_with_their_columns(nothing):
    tables = extract(nothing)
    for frame, kind in ((tables.mentions, Mention), (tables.roles, Role)):
        assert frame.empty
        assert frame.columns.tolist() == as_frame(to_table([], kind)).columns.tolist()


@pytest.mark.parametrize("some", [["Oslo dément.", None], pd.Series(["Oslo dément.", float("nan"), None, pd.NA]),
                                  pd.DataFrame({"text": ["Oslo dément.", None]})], ids=["list", "Series", "DataFrame"])
def test_a_missing_text_has_no_rows(some):
    assert extract(some).mentions["entity_id"].tolist() == ["NOR"]


@pytest.mark.parametrize("strange", [[3], [b"Oslo"], b"Oslo", [["Oslo"]], pd.Series(["Oslo", 0.5]), 3, None],
                         ids=["number", "bytes-in-list", "bytes", "list-in-list", "numbers", "int", "nothing"])
def test_what_is_no_text_is_a_type_error(strange):
    with pytest.raises(TypeError):
        extract(strange)


def test_a_frame_without_texts_is_a_value_error():
    with pytest.raises(ValueError, match="no column `text`, only: body"):
        extract(pd.DataFrame({"body": ["Oslo"]}))


def test_a_folder_of_one_s_own_is_laid_over(tmp_path):
    names = "person_id,name,strength,source\nemmanuel-macron,Zorglub,sure,own\n"
    (tmp_path / "person_names.csv").write_text(names, encoding="utf-8")
    assert extract("Zorglub a souri.", gazetteer=tmp_path).mentions["entity_id"].tolist() == ["emmanuel-macron"]
    (tmp_path / "persons.csv").write_text("a\n", encoding="utf-8")
    with pytest.raises((ValueError, running.RunError), match="persons"):
        extract("Zorglub a souri.", gazetteer=tmp_path)
