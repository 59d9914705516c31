"""Reading: whatever comes in is a document with its right text, or a reject with its reason."""

import codecs
import doctest
import gzip
import hashlib
import importlib
import io
import json
import logging
import os
import re
import stat
import sys
import time
import tracemalloc
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pipeline.reading import iso_date, language_of, opening, read, read_records, read_text
from pipeline.reading.decoding import EIGHT_BIT, decode, guess_eight_bit, text_lines
from pipeline.reading.heading import prose_date, split_header
from pipeline.reading.records import csv_rows, further_names
from pipeline.reading.refusing import Unfit, one_line
from pipeline.reading.wording import Words
from pipeline.rows import REASONS, Document, Reject

RAW = Path(__file__).parents[1] / "data" / "raw"
SEED = RAW / "000_7e7a93b77b40bd1e.txt"

PROSE = ("L’été dernier, le ministère de l’Économie a reçu Françoise Noël à Nîmes ; « Où sont passés nos œufs ? », "
         "a-t-elle demandé.\nLe maire s’est tu, puis il a cédé : la forêt brûlait déjà près d’Évry.\n")
PLAIN = PROSE.replace("’", "'").replace("œ", "oe")  # what Latin-1 can write

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))

USUAL = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def sole(*inputs, **options) -> Document | Reject:
    rows = list(read(inputs, **options))
    assert len(rows) == 1, rows
    return rows[0]


def document(*inputs, **options) -> Document:
    row = sole(*inputs, **options)
    assert isinstance(row, Document), row
    return row


def reject(*inputs, **options) -> Reject:
    row = sole(*inputs, **options)
    assert isinstance(row, Reject), row
    assert row.reason in REASONS
    assert row.detail.startswith(one_line(row.source)) and row.detail.isprintable()
    return row


def jsonl(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


# The seed

def test_the_seed_loses_its_header_and_nothing_else():
    raw = SEED.read_text(encoding="utf-8")
    found = document(SEED)
    assert raw.startswith(" date 2023-03 Cet accord")
    assert found.text == raw.removeprefix(" date 2023-03 ")
    assert (found.doc_id, found.published, found.language) == ("000_7e7a93b77b40bd1e", "2023-03", "fr")
    assert found.n_chars == len(found.text)
    assert found.sha256 == hashlib.sha256(SEED.read_bytes()).hexdigest()
    assert found.sha256.startswith("0154c82a793c8f48")
    assert (found.title, found.n_mentions, found.status, found.extra) == (None, None, "read", ())


# Encodings

@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_a_file_is_read_in_its_encoding(tmp_path, codec):
    put(tmp_path, "a.txt", PROSE.encode(codec))
    assert document(tmp_path).text == PROSE


@pytest.mark.parametrize("codec", ["latin-1", "iso8859_15", "cp850", "cp1252", "mac_roman"])
def test_an_old_file_is_read_in_its_encoding(tmp_path, codec):
    put(tmp_path, "a.txt", PLAIN.encode(codec))
    assert document(tmp_path).text == PLAIN


@pytest.mark.parametrize("mark, codec", [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
                                         (codecs.BOM_UTF32_BE, "utf-32-be")])
def test_either_byte_order_is_read(tmp_path, mark, codec):
    put(tmp_path, "a.txt", mark + PROSE.encode(codec))
    assert document(tmp_path).text == PROSE


def test_latin_9_is_known_by_its_ligature():
    assert decode("Le cœur de la sœur".encode("iso8859_15")) == "Le cœur de la sœur"


@pytest.mark.parametrize("word", ["été", "Élysée", "l’œuvre", "« oui »", "ÉTATS-UNIS", "cœur", "naïf", "Où ?", "15 €"])
@pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
def test_one_word_beyond_ascii_is_enough(word, codec):
    text = f"Le ministre a dit : {word} hier."
    assert decode(text.encode(codec)) == text


@given(st.lists(st.sampled_from(PROSE.split() + ["DÉFENSE", "À", "où", "naïveté", "Être,", "l’Œuvre", "août"]),
                min_size=5), st.sampled_from(["cp1252", "mac_roman"]))
@USUAL
def test_french_words_are_read_rightly_in_any_old_encoding(words, codec):
    text = " ".join(words)
    assume(not is_utf8(text.encode(codec)))  # `’É` in Mac Roman is an Armenian letter in UTF-8: alone, nobody can tell
    assert decode(text.encode(codec)) == text


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
       st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
@USUAL
def test_declared_encodings_keep_every_character(text, codec):
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        assert decode(text.encode(codec)) == expected
    except Unfit as fault:
        assert fault.reason == "empty" and not expected.strip("\ufeff\u200b\u2060\u00ad").strip() \
            or fault.reason == "not_text" and codec == "utf-8-sig"


@given(st.binary(min_size=1))
@USUAL
def test_any_bytes_are_one_text_or_one_reason(raw):
    try:
        text = decode(raw)
    except Unfit as fault:
        assert fault.reason in ("empty", "not_text", "undecodable")
        return
    assert "\r" not in text and "\0" not in text
    assert text.encode("utf-8").decode("utf-8") == text  # no lone surrogate


def test_every_eight_bit_table_is_whole():
    for codec, table in EIGHT_BIT.items():
        assert len(table) == 256 and "\ufffd" not in table, codec
        assert table[:128] == bytes(range(128)).decode("ascii")


@pytest.mark.parametrize("text, codec", [("Министр обороны заявил, что соглашение подписано. ", "cp1251"),
                                         ("Ο υπουργός υπέγραψε τη συμφωνία χθες. ", "cp1253"),
                                         ("大臣は昨日、新しい合意に署名した。", "euc_jp"), ("国防部长签署协议。", "gbk")])
def test_encodings_of_other_alphabets_are_refused(tmp_path, text, codec):
    put(tmp_path, "a.txt", (text * 3).encode(codec))
    assert reject(tmp_path).reason == "undecodable"


def test_a_tie_is_cp1252():
    assert guess_eight_bit(b"plain") == "cp1252"


def test_utf8_with_one_bad_byte_stays_utf8(tmp_path, caplog):
    raw = (PROSE * 3).encode()
    put(tmp_path, "a.txt", raw[:100].rstrip(b"\xc3") + b"\xff" + raw[100:])
    with caplog.at_level(logging.WARNING, "pipeline"):
        text = document(tmp_path).text
    assert text.count("\ufffd") == 1 and "Économie" in text
    assert "a.txt" in caplog.text


def test_mojibake_is_warned_of_and_left(tmp_path, caplog):
    spoilt = PROSE.encode().decode("cp1252")
    path = put(tmp_path, "a.txt", spoilt)
    with caplog.at_level(logging.WARNING, "pipeline"):
        assert document(path).text == spoilt
    assert path.as_posix() in caplog.text


def test_good_french_is_not_called_mojibake(tmp_path, caplog):
    put(tmp_path, "a.txt", PROSE)
    with caplog.at_level(logging.WARNING, "pipeline"):
        assert document(tmp_path)
    assert caplog.text == ""


# Characters are never altered

@pytest.mark.parametrize("given_text, expected", [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ("e\u0301te\u0301", "e\u0301te\u0301"),              # NFD stays NFD
    ("😀 à \U0001f1eb\U0001f1f7", "😀 à \U0001f1eb\U0001f1f7"),
    ("\u202eabc\u202c \u2066x\u2069", "\u202eabc\u202c \u2066x\u2069"),
    ("a\u00a0; b\u2011c\u00add\u2028e\x85f\x0cg", "a\u00a0; b\u2011c\u00add\u2028e\x85f\x0cg"),
    ("  Deux espaces  \n\n", "  Deux espaces  \n\n"),
])
def test_only_line_ends_change(tmp_path, given_text, expected):
    put(tmp_path, "a.txt", given_text)
    assert document(tmp_path).text == expected


def test_lone_surrogates_are_replaced_one_for_one(tmp_path):
    put(tmp_path, "a.txt", b"un \xed\xa0\x80 deux")                                     # UTF-8 as Java writes it
    put(tmp_path, "b.txt", codecs.BOM_UTF16_LE + "un \ud800 deux".encode("utf-16-le", "surrogatepass"))
    put(tmp_path, "c.jsonl", '{"text": "un \\ud800 deux"}')
    put(tmp_path, "d.txt", b"un \xed\xa0\xbd\xed\xb8\x80 deux")                         # both halves: one emoji
    assert [row.text for row in read([tmp_path])] == ["un \ufffd deux"] * 3 + ["un 😀 deux"]


@given(st.text(alphabet=st.characters(exclude_characters="\0"), min_size=1))
@USUAL
def test_reading_is_a_fixed_point(text):
    row = read_text(text)
    if isinstance(row, Reject):
        assert row.reason == "empty"
        return
    assert row.n_chars == len(row.text)
    again = read_text(row.text)
    if not split_header(row.text)[0]:
        assert again.text == row.text


@given(st.text(alphabet=st.characters(exclude_characters="\0"), max_size=60), st.text(max_size=60),
       st.sampled_from(["Eyal Zamir", "Élysée", "nord-coréen", "名", "😀"]))
@USUAL
def test_an_offset_found_in_the_input_holds_in_the_document(before, after, name):
    """What stands between two line ends of the input stands in the document at the place that counting gives."""
    row = read_text(f"Texte {before}{name}{after}".replace("\0", ""))
    start = row.text.index(name)
    assert row.text[start:start + len(name)] == name
    text = f"Texte {before}".replace("\r\n", "\n")
    if name not in text and "\ud800" > max(text):
        assert start == len(text)


# What is no text

@pytest.mark.parametrize("raw, reason, word", [
    (b"", "empty", "is empty"),
    (b" \n\t\r\n \xc2\xa0", "empty", "white space"),
    (codecs.BOM_UTF8, "empty", "empty"),
    (codecs.BOM_UTF8 + b"\n", "empty", "white space"),
    (" date 2023-03 \n".encode(), "empty", "header"),
    (PNG, "not_text", "PNG"),
    (b"\xff\xd8\xff\xe0" + bytes(20), "not_text", "JPEG"),
    (b"%PDF-1.7\n1 0 obj", "not_text", "PDF"),
    (b"PK\x03\x04" + bytes(30), "not_text", "zip"),
    (gzip.compress(b"abc", mtime=0), "not_text", "gzip"),
    (b"{\\rtf1 Bonjour}", "not_text", "RTF"),
    (b"Bonjour\0monde", "not_text", "NUL"),
    ("Bonjour".encode("utf-16-le"), "not_text", "byte order mark"),
    (b"Bonjour " * 20_000 + b"\0", "not_text", "NUL"),           # far behind the head
    (bytes(range(1, 9)) * 30, "not_text", "control"),
])
def test_bad_files_have_their_reason(tmp_path, raw, reason, word):
    path = put(tmp_path, "a.txt", raw)
    row = reject(tmp_path)
    assert (row.source, row.record, row.reason) == (path.as_posix(), None, reason)
    assert word in row.detail


def test_words_that_look_like_magic_are_text(tmp_path):
    put(tmp_path, "a.txt", "RIFFIFI à Paris")
    put(tmp_path, "b.txt", "PAR15 contre PAR14 : la liste")
    assert [row.doc_id for row in read([tmp_path]) if isinstance(row, Document)] == ["a", "b"]


def test_a_stray_control_character_is_text(tmp_path):
    put(tmp_path, "a.txt", "Une page.\x0cUne autre, \x1b[1mgrasse\x1b[0m.")
    assert document(tmp_path).n_chars == 36


@pytest.mark.parametrize("name", ["photo.png", "photo", "clip.mp4", "x.dat"])
def test_a_picture_is_no_text_by_any_name(tmp_path, name):
    put(tmp_path, name, PNG)
    assert reject(tmp_path).reason == "not_text"


@pytest.mark.parametrize("name", ["a.json", "a.py", "a.xml", "a.tar.gz"])
def test_kinds_that_are_no_article_are_refused_by_name(tmp_path, name):
    put(tmp_path, name, "{}")
    row = reject(tmp_path)
    assert row.reason == "unreadable" and ".jsonl" in row.detail


@pytest.mark.parametrize("name, doc_id", [("article", "article"), ("a.TXT", "a"), ("note.md", "note"),
                                          ("v1.2.txt", "v1.2"), ("x.text", "x"), ("a.dat", "a")])
def test_text_of_other_names_is_read(tmp_path, name, doc_id):
    put(tmp_path, name, PROSE)
    assert document(tmp_path).doc_id == doc_id


def test_a_name_cannot_break_the_line_or_the_terminal(tmp_path):
    put(tmp_path, "a\nb\x1b[2J.txt", b"")
    assert "a?b?[2J.txt: is empty" in sole(tmp_path).detail


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_names_that_are_not_utf8_are_told_apart(tmp_path):
    for byte in (b"\xe9", b"\xe8"):
        with open(os.path.join(os.fsencode(tmp_path), b"caf" + byte + b".txt"), "wb") as file:
            file.write(b"Bonjour")
    rows = list(read([tmp_path]))
    assert [row.doc_id for row in rows] == ["caf\\xe8", "caf\\xe9"]
    assert len({row.source for row in rows}) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
@pytest.mark.parametrize(("ending", "kind"), [(".txt", Document), (".json", Reject)])
def test_two_names_that_are_shown_alike_are_two_inputs(tmp_path, ending, kind):
    for name in (b"caf\xe9", rb"caf\xe9"):
        with open(os.path.join(os.fsencode(tmp_path), name + ending.encode()), "wb") as file:
            file.write(b"Bonjour")
    rows = list(read([tmp_path]))
    assert [type(row) for row in rows] == [kind, kind]
    assert kind is Reject or len({row.doc_id for row in rows}) == 2


# Long texts, many texts

def test_twenty_megabytes_are_one_document(tmp_path):
    text = PROSE * (20_000_000 // len(PROSE.encode()) + 1)
    put(tmp_path, "a.txt", text)
    found = document(tmp_path)
    assert found.n_chars == len(text) and found.text == text and found.language == "fr"


def test_reading_is_lazy(tmp_path):
    put(tmp_path, "a.txt", "Un.")
    late = put(tmp_path, "b.txt", "Deux.")
    rows = read([tmp_path])
    assert next(rows).text == "Un."
    late.write_text("Autre chose.")
    assert next(rows).text == "Autre chose."


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.jsonl.gz", "a.parquet"])
def test_records_are_streamed(tmp_path, name):
    count, text = 500, PROSE * 25
    if name == "a.parquet":
        pq.write_table(pa.table({"id": [str(n) for n in range(count)], "text": [f"{n} {text}" for n in range(count)]}),
                       tmp_path / name, row_group_size=50)
    else:
        rows = (json.dumps({"id": n, "text": text}) + "\n" for n in range(count)) if "jsonl" in name \
            else (line for n in range(count + 1) for line in ([f'{n},"{text}"\n'] if n else ["id,text\n"]))
        with (gzip.open if name.endswith(".gz") else open)(tmp_path / name, "wt", encoding="utf-8") as file:
            file.writelines(rows)
    tracemalloc.start()
    try:
        assert sum(isinstance(row, Document) for row in read([tmp_path])) == count
        assert tracemalloc.get_traced_memory()[1] < len(text) * count / 2
    finally:
        tracemalloc.stop()


# Which files

def test_a_folder_is_read_through_in_the_order_of_its_names(tmp_path):
    for name in ("b.txt", "a.txt", "B/1.txt", "a/2.txt", "a/1.txt", "a.b/3.txt", ".hidden.txt", ".git/x.txt",
                 "README.md", "a/README", "readme.txt"):
        put(tmp_path, name, "Bonjour.")
    names = [row.source.removeprefix(f"{tmp_path.as_posix()}/") for row in read([tmp_path])]
    assert names == ["B/1.txt", "a/1.txt", "a/2.txt", "a.b/3.txt", "a.txt", "b.txt"]


def test_what_is_hidden_is_read_when_it_is_named(tmp_path):
    path = put(tmp_path, ".hidden/README.txt", "Bonjour.")
    assert document(path).doc_id == "README"


def test_order_and_repetition_of_inputs_change_nothing(tmp_path):
    for name in ("x/a.txt", "y/a.txt", "z/b.jsonl"):
        put(tmp_path, name, jsonl({"id": "a", "text": "Bonjour."}) if name.endswith("jsonl") else "Bonjour.")
    inputs = [tmp_path / "x", tmp_path / "y", tmp_path / "z"]
    assert list(read(inputs)) == list(read(inputs[::-1])) == list(read([tmp_path, *inputs, f"{tmp_path}/**/*.txt"]))


def test_one_input_need_not_be_a_list(tmp_path):
    path = put(tmp_path, "a.txt", "Bonjour.")
    assert [row.doc_id for row in read(str(path))] == [row.doc_id for row in read(path)] == ["a"]


def test_globs(tmp_path):
    for name in ("a1.txt", "a2.txt", "b.txt", "deep/er/a3.txt", "README.txt"):
        put(tmp_path, name, "Bonjour.")
    assert [row.doc_id for row in read([f"{tmp_path}/a?.txt"])] == ["a1", "a2"]
    assert [row.doc_id for row in read([f"{tmp_path}/**/*.txt"])] == ["a1", "a2", "b", "a3"]
    assert reject(f"{tmp_path}/*.csv").reason == "missing"


def test_a_name_with_a_bracket_is_a_file_first(tmp_path):
    path = put(tmp_path, "a[1].txt", "Bonjour.")
    assert document(str(path)).doc_id == "a[1]"


@pytest.mark.parametrize("name", ["nowhere", "nowhere/a.txt", "a\0b"])
def test_what_is_not_there_is_missing(tmp_path, name):
    assert reject(f"{tmp_path}/{name}").reason == "missing"


def test_a_folder_without_a_file_says_so(tmp_path):
    put(tmp_path, "README.md", "x")
    assert reject(tmp_path).reason == "empty"


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    secret = put(tmp_path, "secret.txt", "Secret.")
    put(tmp_path, "secrets/deep.txt", "Secret.")
    folder = tmp_path / "corpus"
    put(folder, "a.txt", "Bonjour.")
    (folder / "file.txt").symlink_to(secret)
    (folder / "folder").symlink_to(tmp_path / "secrets")
    (folder / "nowhere.txt").symlink_to(tmp_path / "gone")
    (folder / "loop").symlink_to(folder)
    (folder / "b.txt").symlink_to(folder / "a.txt")
    rejects = {"file.txt": "unreadable", "folder": "unreadable", "nowhere.txt": "missing"}
    for inputs, more in (([folder], {}), ([f"{folder}/**"], {"deep.txt": "unreadable"})):
        rows = list(read(inputs))
        assert [row.text for row in rows if isinstance(row, Document)] == ["Bonjour."]
        assert {Path(row.source).name: row.reason for row in rows if isinstance(row, Reject)} == rejects | more
    assert document(folder / "file.txt").text == "Secret."  # named outright


def test_links_inside_the_folder_are_followed(tmp_path):
    put(tmp_path, ".store/1", "Bonjour.")
    (tmp_path / "a.txt").symlink_to(tmp_path / ".store" / "1")
    assert document(tmp_path).doc_id == "a"


def test_a_pipe_in_a_folder_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert reject(tmp_path).reason == "unreadable"


# Ids

def test_equal_ids_are_told_apart(tmp_path):
    for name in ("x/a.txt", "y/a.md", "y/a.txt", "z/y/a.txt"):
        put(tmp_path, name, "Bonjour.")
    put(tmp_path, "r.jsonl", jsonl({"id": "a", "text": "Un."}, {"id": "a", "text": "Deux."}, {"text": "Trois."}))
    ids = [row.doc_id for row in read([tmp_path])]
    assert ids == ["a", "r/a", "r#3", "x/a", "y/a", "y/a-2", "y/a-3"]


@given(st.lists(st.sampled_from(["a", "r/a", "r/a-2", "b", None]), max_size=12))
@USUAL
def test_no_two_documents_share_an_id(ids):
    rows = list(read_records([{"id": one, "text": "Bonjour."} for one in ids], source="r"))
    assert len({row.doc_id for row in rows}) == len(rows) == len(ids)


# JSONL

def test_jsonl_keeps_every_column(tmp_path):
    put(tmp_path, "r.jsonl", jsonl(
        {"doc_id": 7, "text": "Paris réagit.\r\n", "title": "Titre", "published": "2023-03", "id": "x", "n": 1.0,
         "b": True, "tags": ["é", 2], "none": None, "source": "AFP"}))
    assert document(tmp_path) == Document(
        doc_id="7", source=f"{tmp_path.as_posix()}/r.jsonl#1", text="Paris réagit.\n", published="2023-03",
        title="Titre", n_chars=14, sha256=hashlib.sha256("Paris réagit.\r\n".encode()).hexdigest(),
        extra=(("b", "true"), ("id", "x"), ("input_source", "AFP"), ("n", "1"), ("tags", '["é", 2]')))


def test_broken_lines_leave_the_others(tmp_path):
    put(tmp_path, "r.jsonl", '{"text": "Un."}\n{"text": "Deux\n\n[1]\n{"text": 4}\n{"text": null}\n{"titre": "x"}\n'
                             '{"text": " "}\n{"text": "a\\u0000b"}\n' + "[" * 200_000 + '\n{"text": "Trois."}')
    rows = list(read([tmp_path]))
    assert [row.text for row in rows if isinstance(row, Document)] == ["Un.", "Trois."]
    assert [(row.record, row.reason) for row in rows if isinstance(row, Reject)] == [
        (2, "broken_record"), (4, "broken_record"), (5, "broken_record"), (6, "empty"), (7, "no_text_column"),
        (8, "empty"), (9, "not_text"), (10, "broken_record")]
    assert all(f"r.jsonl#{row.record}: " in row.detail for row in rows if isinstance(row, Reject))


def test_jsonl_without_the_text_is_one_reject_that_lists_the_columns(tmp_path):
    put(tmp_path, "r.jsonl", jsonl({"titre": "x", "corps": "y"}, {"titre": "x", "date": "y"}))
    row = reject(tmp_path)
    assert (row.reason, row.record) == ("no_text_column", None)
    assert row.detail.endswith("has no column `text`; it has: titre, corps, date; name one by --text-column")


def test_first_lines_without_the_text_are_rejects_where_later_ones_have_it(tmp_path):
    put(tmp_path, "r.jsonl", jsonl({"a": 1}, {"a": 2}, {"text": "Bonjour."}))
    rows = list(read([tmp_path]))
    assert [(row.record, row.reason) for row in rows[:2]] == [(1, "no_text_column"), (2, "no_text_column")]
    assert rows[2].doc_id == "r#3"


def test_options_name_other_columns(tmp_path):
    put(tmp_path, "r.jsonl", jsonl({"corps": "Bonjour.", "cle": "k", "titre": "T", "jour": "15 mars 2023",
                                    "text": "-"}))
    found = document(tmp_path, text_column="corps", id_column="cle", title_column="titre", date_column="jour")
    assert (found.text, found.doc_id, found.title, found.published) == ("Bonjour.", "k", "T", "2023-03-15")
    assert found.extra == (("input_text", "-"),)
    assert reject(tmp_path, text_column="body").reason == "no_text_column"


def test_a_date_that_is_none_is_kept_as_it_is(tmp_path):
    put(tmp_path, "r.jsonl", jsonl({"text": "Bonjour.", "date": "hier soir"}))
    found = document(tmp_path)
    assert found.published is None and found.extra == (("input_published", "hier soir"),)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_records_of_any_encoding(tmp_path, codec):
    rows = [{"id": str(n), "text": line} for n, line in enumerate(PROSE.splitlines())]
    put(tmp_path, "r.jsonl", jsonl(*rows).encode(codec))
    put(tmp_path, "s.csv", ("id,text\r\n" + "".join(f'c{r["id"]},"{r["text"]}"\r\n' for r in rows)).encode(codec))
    assert [row.text for row in read([tmp_path])] == PROSE.splitlines() * 2


@given(st.lists(st.binary(max_size=12).map(lambda raw: raw.replace(b"\r", b"").replace(b"\n", b"")), max_size=8),
       st.sampled_from([b"\n", b"\r\n", b"\r"]), st.integers(1, 9))
@USUAL
def test_lines_are_cut_the_same_in_pieces_of_any_size(lines, end, size):
    from pipeline.reading.decoding import _split
    raw = b"".join(line + end for line in lines)
    pieces = (raw[start:start + size] for start in range(0, len(raw), size))
    assert list(_split(pieces)) == lines


def test_lines_need_not_end():
    assert list(text_lines(io.BytesIO(b"a\r\nb\rc\n\nd"))) == ["a", "b", "c", "", "d"]


# CSV

@pytest.mark.parametrize("name, delimiter", [("r.csv", ","), ("r.csv", ";"), ("r.csv", "\t"), ("r.tsv", "\t")])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_dialects(tmp_path, name, delimiter, end):
    cells = [["doc_id", "text", "date", "rubrique"], ["a", '"Il a dit : ""oui, non"" ; puis"', "2023-03-15", "Monde"],
             ["b", '"Deux\nlignes"', "2023", ""], [], ["c", "Trois"]]
    put(tmp_path, name, end.join(map(delimiter.join, cells)) + end)
    rows = list(read([tmp_path]))
    assert [(row.doc_id, row.text, row.published, row.extra) for row in rows] == [
        ("a", 'Il a dit : "oui, non" ; puis', "2023-03-15", (("rubrique", "Monde"),)),
        ("b", "Deux\nlignes", "2023", (("rubrique", ""),)),
        ("c", "Trois", None, ())]
    assert [row.source.rsplit("#")[1] for row in rows] == ["2", "3", "6"]  # the line where each begins


def test_csv_of_a_spreadsheet(tmp_path):
    put(tmp_path, "r.csv", codecs.BOM_UTF8 + b"sep=;\r\nid;text\r\n1;Bonjour, Paris\r\n")
    assert (document(tmp_path).text, document(tmp_path).source[-2:]) == ("Bonjour, Paris", "#3")


def test_csv_with_one_column_takes_its_text_whole(tmp_path):
    put(tmp_path, "r.csv", "text\nParis, Londres ; Rome\n\"Berlin, Vienne\"\n")
    assert [row.text for row in read([tmp_path])] == ["Paris, Londres ; Rome", "Berlin, Vienne"]


def test_csv_without_the_text_lists_its_columns(tmp_path):
    put(tmp_path, "r.csv", "titre;corps\nx;y, z\n")
    row = reject(tmp_path)
    assert row.reason == "no_text_column" and row.detail.endswith("it has: titre, corps; name one by --text-column")


def test_csv_with_two_answers_says_what_it_saw(tmp_path):
    put(tmp_path, "r.csv", "text,a;text\n1,2;3\n")
    row = reject(tmp_path)
    assert row.reason == "unreadable"
    assert row.detail.endswith("split by comma: text, a;text; semicolon: text,a, text")


def test_broken_rows_leave_the_others(tmp_path):
    put(tmp_path, "r.csv", 'id,text\n1,Un.\n2,Deux, trop\n3,"Trois\n4,Quatre.\n5,"Cinq" hors\n6\n7,"Sept."\n')
    rows = list(read([tmp_path]))
    assert [row.doc_id for row in rows if isinstance(row, Document)] == ["1", "4", "7"]
    assert [(row.record, row.reason) for row in rows if isinstance(row, Reject)] == [
        (n, "broken_record") for n in (3, 4, 6, 7)]


@given(st.lists(st.lists(st.text(max_size=8, alphabet='a,;"\n é'), min_size=2, max_size=2), max_size=6))
@USUAL
def test_csv_rows_come_back_as_they_were_written(rows):
    import csv
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    lines = file.getvalue().split("\n")[:-1]
    assert [cells for _, cells in csv_rows(lines, ",")] == rows


def test_one_unclosed_quote_costs_one_row():
    lines = ["a,b", '1,"open'] + [f"{n},x" for n in range(50_000)]
    found = list(csv_rows(lines, ","))
    assert len(found) == 50_002 and sum(isinstance(cells, str) for _, cells in found) == 1


def test_tsv_whose_quotes_are_quotes(tmp_path):
    put(tmp_path, "r.tsv", 'id\ttext\n1\t"Oui", dit-il.\n2\tIl dit "non".\n3\t"Seul.\n4\tFin.\n')
    assert [row.text for row in read([tmp_path])] == ['"Oui", dit-il.', 'Il dit "non".', '"Seul.', "Fin."]


@pytest.mark.parametrize("header", ["," * 200_000, "a," * 200_000, '"' * 200_001, "[{" * 100_000])
@pytest.mark.parametrize("name", ["r.csv", "r.tsv", "r.jsonl", "r.txt"])
def test_hostile_first_lines_take_no_longer_than_others(tmp_path, header, name):
    put(tmp_path, name, f"{header}\n{header}\n")
    started = time.perf_counter()
    rows = list(read([tmp_path]))
    assert rows and time.perf_counter() - started < 5  # 0.3 seconds; a quadratic step would take minutes


@pytest.mark.parametrize("text", ["\n" * 2_000_000 + "fin", " date" * 400_000, "Publié le " * 200_000,
                                  "Ã©" * 1_000_000, "a" * 5_000_000, "« " * 1_000_000, "1 mars " * 300_000])
def test_hostile_texts_take_no_longer_than_others(tmp_path, text):
    put(tmp_path, "a.txt", text)
    started = time.perf_counter()
    assert document(tmp_path).text == text
    assert time.perf_counter() - started < 5


def test_columns_without_or_with_one_name(tmp_path):
    put(tmp_path, "r.csv", ",Text,x,x\n0,Bonjour.,1,2\n")
    assert document(tmp_path).extra == (("column_1", "0"), ("x", "1"), ("x_2", "2"))


@pytest.mark.parametrize("name, raw", [("r.csv", "id,text\n"), ("r.jsonl", "\n \n"), ("r.csv", "\n\n")])
def test_no_record_is_empty(tmp_path, name, raw):
    put(tmp_path, name, raw)
    assert reject(tmp_path).reason == "empty"


def test_a_long_cell_is_read(tmp_path):
    text = "mot " * 400_000
    put(tmp_path, "r.csv", f"id,text\n1,{text}fin\n")
    assert document(tmp_path).n_chars == len(text) + 3


# Parquet, and tables in memory

def test_parquet_keeps_types_as_text(tmp_path):
    import datetime
    pq.write_table(pa.table({
        "id": [1, 2], "text": ["Bonjour.", None], "date": [datetime.date(2023, 3, 15), None],
        "n": [1.5, None], "l": [["a"], []], "when": pa.array([0, None], pa.timestamp("ms"))}), tmp_path / "r.parquet")
    one, two = read([tmp_path])
    assert (one.doc_id, one.text, one.published) == ("1", "Bonjour.", "2023-03-15")
    assert dict(one.extra) == {"n": "1.5", "l": '["a"]', "when": "1970-01-01T00:00:00"}
    assert (two.record, two.reason) == (2, "empty")


@pytest.mark.parametrize("column, kind", [("corps", pa.string()), ("text", pa.int64())])
def test_parquet_without_text(tmp_path, column, kind):
    pq.write_table(pa.table({column: pa.array([None], kind)}), tmp_path / "r.parquet")
    assert reject(tmp_path).reason == "no_text_column"


@pytest.mark.parametrize("table", [pa.table({"text": pa.array([], pa.string())}), pa.table({"text": pa.nulls(0)})])
def test_parquet_without_rows(tmp_path, table):
    pq.write_table(table, tmp_path / "r.parquet")
    assert reject(tmp_path).reason == "empty"


@pytest.mark.parametrize("raw", [b"PAR1", b"PAR1" + bytes(50) + b"PAR1", b"nothing"])
def test_damaged_parquet(tmp_path, raw):
    put(tmp_path, "r.parquet", raw)
    assert reject(tmp_path).reason == "unreadable"


def test_a_dataframe_is_read_like_a_file(tmp_path):
    frame = pd.DataFrame({"id": [1, 2], "text": ["Bonjour.", None], "n": [1.0, float("nan")],
                          "date": pd.to_datetime(["2023-03-15", None])})
    frame.to_parquet(tmp_path / "r.parquet")
    in_memory = list(read_records(frame.to_dict("records"), source=f"{tmp_path.as_posix()}/r.parquet"))
    on_disk = list(read([tmp_path]))
    assert in_memory[0].published == "2023-03-15"
    assert [(row.source, getattr(row, "extra", None)) for row in in_memory] == [
        (row.source, getattr(row, "extra", None)) for row in on_disk]


def test_further_names_never_hide_a_column_of_documents():
    names = further_names(("a\n b", "", "text", "extra"))
    assert list(names.values()) == ["column", "a b", "input_extra", "input_text"]


def test_further_columns_that_would_have_one_name_are_both_kept(tmp_path):
    put(tmp_path, "r.jsonl", jsonl({"text": "Bonjour.", "a b": 1, "a  b": 2, "source": 3, "input_source": 4,
                                    "date": "hier", "input_published": 5}))
    assert dict(document(tmp_path).extra) == {"a b": "1", "a b_2": "2", "input_source": "4", "input_source_2": "3",
                                              "input_published": "5", "input_published_2": "hier"}


def test_two_columns_of_one_name_in_parquet(tmp_path):
    pq.write_table(pa.table([["Bonjour."], ["x"], ["y"]], names=["text", "n", "n"]), tmp_path / "r.parquet")
    assert document(tmp_path).extra == (("n", "x"), ("n_2", "y"))


# Compression and archives

@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.csv", "a.tsv", "a.parquet"])
@pytest.mark.parametrize("ending, pack", [(".gz", gzip.compress), (".zst", zstandard.ZstdCompressor().compress)])
def test_each_kind_packed(tmp_path, name, ending, pack):
    content = {"txt": PROSE, "md": PROSE, "jsonl": jsonl({"id": "a", "text": PROSE}),
               "csv": f'id,text\na,"{PROSE}"\n', "tsv": f'id\ttext\na\t"{PROSE}"\n'}.get(name.split(".")[1])
    if content is None:
        pq.write_table(pa.table({"id": ["a"], "text": [PROSE]}), tmp_path / "plain")
        content = (tmp_path / "plain").read_bytes()
        (tmp_path / "plain").unlink()
    packed = put(tmp_path / "packed", name + ending, pack(content if isinstance(content, bytes) else content.encode()))
    plain = put(tmp_path / "plain", name, content)
    one, other = document(packed), document(plain)
    assert (one.text, one.doc_id, one.sha256) == (other.text, other.doc_id, other.sha256) == (PROSE, "a", one.sha256)


def test_several_frames_are_one_text(tmp_path):
    put(tmp_path, "a.txt.zst", b"".join(map(zstandard.ZstdCompressor().compress, (b"Un. ", b"Deux."))))
    put(tmp_path, "b.txt.gz", gzip.compress(b"Un. ", mtime=0) + gzip.compress(b"Deux."))
    assert [row.text for row in read([tmp_path])] == ["Un. Deux."] * 2


@pytest.mark.parametrize("ending, pack", [(".gz", gzip.compress),
                                          (".zst", zstandard.ZstdCompressor(write_checksum=True).compress)])
def test_packed_data_that_is_cut_or_damaged(tmp_path, ending, pack):
    packed = pack(os.urandom(4_000).hex().encode())
    put(tmp_path, f"a.txt{ending}", packed[:-9])
    put(tmp_path, f"b.txt{ending}", packed[:200] + b"\xff\xff\xff" + packed[203:])
    put(tmp_path, f"c.txt{ending}", b"Bonjour, pas du tout")
    put(tmp_path, f"d.jsonl{ending}", pack(jsonl(*[{"text": os.urandom(400).hex()} for _ in range(400)]).encode())[:-9])
    rows = list(read([tmp_path]))
    rejects = [row for row in rows if isinstance(row, Reject)]
    assert [Path(row.source).name[0] for row in rejects] == ["a", "b", "c", "d"]
    assert {row.reason for row in rejects} == {"unreadable"}


def test_decompression_bombs_stop(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "FREE_BYTES", 2**20)
    bomb = b"bonjour " * 2**20
    put(tmp_path, "a.txt.gz", gzip.compress(bomb))
    put(tmp_path, "b.txt.zst", zstandard.ZstdCompressor(level=19).compress(bomb))
    put(tmp_path, "c.jsonl.zst", zstandard.ZstdCompressor().compress(b'{"text": "' + bomb + b'"}'))
    with zipfile.ZipFile(tmp_path / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bomb)
        archive.writestr("b.txt", bomb)
    pq.write_table(pa.table({"text": pa.array([bomb.decode()] * 50).dictionary_encode()}), tmp_path / "e.parquet",
                   compression="zstd")
    rows = list(read([tmp_path]))
    assert {row.reason for row in rows if isinstance(row, Reject)} == {"too_large"}
    assert [Path(row.source).name[0] for row in rows if isinstance(row, Reject)] == ["a", "b", "c", "a", "e"]


def test_ordinary_compression_is_no_bomb(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "FREE_BYTES", 2**10)
    put(tmp_path, "a.txt.gz", gzip.compress(SEED.read_bytes() * 20))
    assert document(tmp_path).published == "2023-03"


def test_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/b.txt", "Deux.")
        archive.writestr("a.jsonl", jsonl({"id": "r", "text": "Un."}))
        archive.writestr("README.md", "non")
        archive.writestr("__MACOSX/b.txt", "non")
        archive.writestr(".hidden/b.txt", "non")
        archive.writestr("c.csv.gz", gzip.compress(b"id,text\nc,Trois.\n", mtime=0))
        archive.writestr("d.png", PNG)
        archive.writestr("e.parquet", b"rien")
    rows = list(read([tmp_path]))
    base = f"{tmp_path.as_posix()}/z.zip"
    assert [(row.source, getattr(row, "text", None) or row.reason) for row in rows] == [
        (f"{base}/a.jsonl#1", "Un."), (f"{base}/b/b.txt", "Deux."), (f"{base}/c.csv.gz#2", "Trois."),
        (f"{base}/d.png", "not_text"), (f"{base}/e.parquet", "unreadable")]


def test_zip_members_that_lead_elsewhere(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", "Bonjour.")
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        for name in ("../up.txt", "/etc/a.txt", "C:\\a.txt", "..\\back.txt", "12:30.txt"):
            archive.writestr(name, "Bonjour.")
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", inner.getvalue())
    before = {path for path in tmp_path.parent.rglob("*") if tmp_path in path.parents}
    rows = list(read([tmp_path]))
    assert [row.doc_id for row in rows if isinstance(row, Document)] == ["12:30"]
    assert [row.reason for row in rows if isinstance(row, Reject)] == ["unreadable"] * 6
    assert {path for path in tmp_path.parent.rglob("*") if tmp_path in path.parents} == before


@pytest.mark.parametrize("raw, reason", [(b"", "empty"), (b"PK\x03\x04rien", "unreadable")])
def test_damaged_zip(tmp_path, raw, reason):
    put(tmp_path, "z.zip", raw)
    assert reject(tmp_path).reason == reason


def test_zip_with_a_damaged_member(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.txt", "Premier texte.")
        archive.writestr("b.txt", "Second texte.")
    raw = (tmp_path / "z.zip").read_bytes()
    (tmp_path / "z.zip").write_bytes(raw.replace(b"Premier texte.", b"Premier teste."))
    rows = list(read([tmp_path]))
    assert [getattr(row, "reason", None) for row in rows] == ["unreadable", None]


def test_zip_locked_by_a_password(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.txt", "Bonjour.")
    raw = bytearray((tmp_path / "z.zip").read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "z.zip").write_bytes(raw)
    assert "password" in reject(tmp_path).detail


# Standard input

def test_standard_input_is_one_text():
    found = document("-", stdin=io.BytesIO(SEED.read_bytes()))
    assert (found.doc_id, found.source, found.published) == ("stdin", "-", "2023-03")
    assert document("-", stdin=io.StringIO(PROSE)).text == PROSE
    assert reject("-", stdin=io.BytesIO(b"")).reason == "empty"


def test_standard_input_may_be_jsonl():
    long = {"id": "b", "text": PROSE * 2_000}
    rows = list(read(["-"], stdin=io.BytesIO(jsonl({"id": "a", "text": "Un."}, long).encode())))
    assert [(row.doc_id, row.source) for row in rows] == [("a", "-#1"), ("b", "-#2")]
    assert document("-", stdin=io.BytesIO(jsonl(long).encode())).doc_id == "b"  # its line is longer than the head
    assert document("-", stdin=io.BytesIO(b"{1} est une note.")).text == "{1} est une note."


def test_the_process_has_a_standard_input_too(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROSE.encode("cp1252"))))
    assert document("-").text == PROSE


# Dates

@pytest.mark.parametrize("text, date, rest", [
    (" date 2023-03 Cet accord", "2023-03", "Cet accord"),
    ("date 2023-03-15\n\nCet accord", "2023-03-15", "Cet accord"),
    ("date 2023 Cet accord", "2023", "Cet accord"),
    ("date\t2023\tCet accord", "2023", "Cet accord"),
    ("date 2023-13 Cet accord", None, None),
    ("date 2023-02-30 Cet", None, None),
    ("date 2023-3 Cet", None, None),
    ("date 20231 Cet", None, None),
    ("Une date 2023-03 Cet", None, None),
    ("dates 2023-03 Cet", None, None),
    ("update 2023-03 Cet", None, None),
])
def test_header(text, date, rest):
    assert split_header(text) == (date, text if rest is None else rest)


@pytest.mark.parametrize("head, date", [
    ("Publié le 15 mars 2023 à 18h05\nLe ministre", "2023-03-15"),
    ("Le titre\n\nPublié le 1er février 2023\n", "2023-02-01"),
    ("Publie\u0301 le 15 aou\u0302t 2022 a\u0300 9h", "2022-08-15"),
    ("PUBLIÉ LE 15 DÉC. 2022 À 9 H 30", "2022-12-15"),
    ("Par Jeanne Roux Publié le 15/03/2023 à 18:05, mis à jour le 16/03/2023", "2023-03-15"),
    ("Le Phare | Mis en ligne le jeudi 2 juin 2022 | Lecture 3 min", "2022-06-02"),
    ("Publié en mars 2023", "2023-03"), ("Publié le 15 mars ２０2³", "2023-03-15"),
    ("Mercredi 15 mars 2023\nLe ministre", "2023-03-15"),
    ("Paris, le 15 mars 2023\nLe ministre", "2023-03-15"),
    ("15 mars 2023. –\nLe ministre", "2023-03-15"),
    ("2023-03-15 18:05\nLe ministre", "2023-03-15"),
    ("PARIS, 15 mars 2023 (AFP) – Le ministre", "2023-03-15"),
    ("Le 15 mars 2023, le ministre a cédé.", None),
    ("Un rapport publié le 15 mars 2023 par un institut le dit.", None),
    ("Publié le 15 mars 2023, ce rapport affirme le contraire.", None),
    ("Mis à jour le 16 mars 2023\nLe ministre", None),
    ("Publié le 31 février 2023\nLe ministre", None),
    ("Publié le 15 mars\nLe ministre", None),
    ("Un\nDeux\nTrois\nQuatre\nCinq\nSix\nSept\n15 mars 2023", None),
])
def test_prose_date(head, date):
    assert prose_date(head) == date
    row = read_text(head)
    assert row.published == date and row.text == head  # the date stays in the text


@pytest.mark.parametrize("value, date", [
    ("2023", "2023"), ("2023-03", "2023-03"), ("2023-03-15", "2023-03-15"), (" 2023-03-15 ", "2023-03-15"),
    ("2023-03-15T18:05:00+01:00", "2023-03-15"), ("2023-03-15 18:05", "2023-03-15"), ("20230315", "2023-03-15"),
    ("Wed, 15 Mar 2023 18:05:00 GMT", "2023-03-15"), ("15/03/2023", "2023-03-15"), ("15.3.2023", "2023-03-15"),
    ("1er mars 2023", "2023-03-01"), ("mars 2023", "2023-03"), (2023, "2023"),
    ("2023-02-30", None), ("31/02/2023", None), ("", None), ("hier", None), (None, None), (True, None), ("0000", None),
])
def test_iso_date(value, date):
    assert iso_date(value) == date


@given(st.text())
@USUAL
def test_dates_are_iso_or_none(text):
    for date in (iso_date(text), prose_date(text), split_header(text)[0]):
        assert date is None or iso_date(date) == date


def test_what_was_told_goes_before_what_is_read(tmp_path):
    text = "date 2023-03 Bonjour."
    put(tmp_path, "r.jsonl", jsonl({"text": text, "date": "2024"}, {"text": text}))
    assert [(row.published, row.text) for row in read([tmp_path])] == [("2024", "Bonjour."), ("2023-03", "Bonjour.")]
    assert read_text("date 2023-03 Publié le 2 mai 2020").published == "2023-03"


# Language

FOREIGN = {
    "en": "The minister said that he would meet the president in the capital of the country.",
    "de": "Der Minister hat gesagt, dass er nicht mit der Regierung in Berlin sprechen wird.",
    "es": "El ministro dijo que no iba a hablar con la prensa sobre el acuerdo.",
    "pt": "O ministro disse que não vai falar com a imprensa sobre o acordo.",
    "it": "Il ministro ha detto che non parlerà con la stampa della crisi.",
    "nl": "De minister heeft gezegd dat hij niet met de pers over het akkoord wil spreken.",
    "ru": "Министр обороны заявил, что соглашение подписано.",
    "ar": "وقع وزير الدفاع الاتفاق أمس",
    "el": "Ο υπουργός υπέγραψε τη συμφωνία χθες.",
    "ja": "大臣は昨日、新しい合意に署名した。",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_languages(code):
    assert language_of(FOREIGN[code]) == code


@pytest.mark.parametrize("text, code", [
    (PROSE, "fr"), (PROSE.upper(), "fr"), ("Paris.", None), ("Jeanne Roux, Paul Petit, Anne Noir", None),
    ("1 2 3", None),
    (PROSE + " The minister of the interior at the opening of the fair.", "fr"),  # a caption
    ("L'accord signé à Kiev par le ministre sera présenté aux députés.", "fr"),
])
def test_french(text, code):
    assert language_of(text) == code


@pytest.mark.parametrize("kind", [r"\w", r"[^\W\d_]"])
@pytest.mark.parametrize("further", ["", "ł", "\u0301", "\u202f", "\u0081", "漢"])
def test_words_are_what_a_pattern_finds(kind, further):
    """Whatever stands alone and inside a word, and whether the quick way takes the text or not."""
    characters = map(chr, (*range(0x180), *range(0x2c0, 0x310), *range(0x2000, 0x2130), 0x6f22, 0x1d7ce, 0x1f600))
    for text in (f"{PROSE} an_2 10²m {further}", *(f"{char} a{char}b {char}1{further}" for char in characters)):
        assert [word.decode() for word in Words(kind).of(text)] == re.findall(f"{kind}+", text)


def test_french_only(tmp_path):
    put(tmp_path, "r.jsonl", jsonl({"id": "f", "text": PROSE}, {"id": "e", "text": FOREIGN["en"]},
                                   {"id": "s", "text": "Paris."}))
    assert [row.language for row in read([tmp_path])] == ["fr", "en", None]
    rows = list(read([tmp_path], french_only=True))
    assert [getattr(row, "doc_id", None) for row in rows] == ["f", None, "s"]
    assert (rows[1].reason, rows[1].record) == ("not_french", 2)


# Web pages

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="{charset}"><title>Le pont rouvre | Le Phare</title>
<meta property="article:published_time" content="2023-03-15T18:05:00+01:00"><meta name="author" content="Jeanne Roux">
</head><body><nav><a href="/">Accueil</a> <a href="/s">Sport</a></nav><article><h1>Le pont rouvre</h1>
<figure><img src="a.jpg"><figcaption>Le maire à l'été 2022, devant le pont.</figcaption></figure>
<p>Le pont de la vallée a rouvert mercredi à la circulation après deux années de travaux, a annoncé la préfète devant
les élus réunis.</p><p>« C'est un soulagement pour les habitants », a ajouté le maire, qui réclamait depuis longtemps
la fin de ce chantier.</p></article><footer>Mentions légales</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_web_page(tmp_path, charset):
    pytest.importorskip("trafilatura", reason="the extra `html` is not installed")
    put(tmp_path, "a.html", PAGE.format(charset=charset).encode(charset))
    found = document(tmp_path)
    assert (found.doc_id, found.title, found.published, found.language) == ("a", "Le pont rouvre", "2023-03-15", "fr")
    assert dict(found.extra)["author"] == "Jeanne Roux"
    assert dict(found.extra)["captions"] == "Le maire à l'été 2022, devant le pont."
    assert "a rouvert mercredi à la circulation" in found.text and "« C'est un soulagement" in found.text
    assert not any(word in found.text for word in ("Accueil", "Mentions", "été 2022"))


@pytest.mark.parametrize("raw, reason", [
    (b"<html><body></body></html>", "empty"), (b"", "empty"), (b"  ", "empty"), (PNG, "not_text"),
    (b"<?xml version='1.0' encoding='utf-16'?><html><body><p></p></body></html>", "empty")])
def test_web_page_without_article(tmp_path, raw, reason):
    pytest.importorskip("trafilatura", reason="the extra `html` is not installed")
    put(tmp_path, "a.html", raw)
    assert reject(tmp_path).reason == reason


def test_web_page_without_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    put(tmp_path, "a.html", PAGE.format(charset="utf-8"))
    put(tmp_path, "b.txt", "Bonjour.")
    rows = list(read([tmp_path]))
    assert rows[0].reason == "unreadable" and "extra `html`" in rows[0].detail and rows[1].doc_id == "b"


# Anything at all

@given(st.sampled_from(["a.txt", "a.csv", "a.tsv", "a.jsonl", "a.parquet", "a.zip", "a.txt.gz", "a.csv.zst", "a"]),
       st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
                 st.text(alphabet='text,;\t"\n{}[]:\\\r x', max_size=80).map(str.encode),
                 st.text(alphabet='a,"\n', max_size=60).map(lambda text: ("id,text\n" + text).encode())))
@USUAL
def test_every_input_is_a_document_or_a_reject(tmp_path, name, raw):
    for old in tmp_path.iterdir():
        old.unlink()
    put(tmp_path, name, raw)
    rows = list(read([tmp_path]))
    assert rows
    for row in rows:
        if isinstance(row, Reject):
            assert row.reason in REASONS and row.detail.startswith(row.source) and row.detail.isprintable()
        else:
            assert row.text.strip() and row.n_chars == len(row.text) and row.text.encode("utf-8")
    assert len({row.doc_id for row in rows if isinstance(row, Document)}) == sum(isinstance(r, Document) for r in rows)


@pytest.mark.parametrize("module", ["", ".decoding", ".finding", ".heading", ".language", ".records", ".refusing"])
def test_the_examples_in_the_docstrings_hold(module):
    found = doctest.testmod(importlib.import_module(f"pipeline.reading{module}"))
    assert found.attempted > 0 and found.failed == 0
