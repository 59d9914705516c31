"""Gold is read exactly as it was marked, and a slip of the pen is refused with its place."""

import json
from pathlib import Path

import pytest

from pipeline.gold import OPEN, Zone, parse_marked, read_gold

GOLD = Path(__file__).parent / "gold"

TWO_PASSAGES = """\
# A remark.
## desk-001 | published=2023-03-15 | kind=agency

Le [ministère [péruvien](COUNTRY PER demonym) de la Santé](MINISTRY PE.health) a reçu [Ana Ruiz](PERSON ana-ruiz),
[directrice générale](ROLE director general; person=ana-ruiz; ministry=PE.health).

Une suite.

## desk-002
Rien.
"""


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_marks_leave_the_text_and_become_rows(tmp_path):
    first, second = read_gold(write(tmp_path, "desk.txt", TWO_PASSAGES))
    assert first.text == "Le ministère péruvien de la Santé a reçu Ana Ruiz,\ndirectrice générale.\n\nUne suite."
    assert (first.doc_id, first.published, first.kind) == ("desk-001", "2023-03-15", "agency")
    assert [(row.text, row.label, row.form, row.entity_id) for row in first.mentions] == [
        ("ministère péruvien de la Santé", "MINISTRY", "name", "PE.health"),
        ("péruvien", "COUNTRY", "demonym", "PER"),
        ("Ana Ruiz", "PERSON", "name", "ana-ruiz"),
    ]
    assert all(first.text[row.start:row.end] == row.text for row in (*first.mentions, *first.roles))
    (role,) = first.roles
    assert (role.role, role.person_id, role.ministry_id, role.iso3, role.status) == (
        "director general", "ana-ruiz", "PE.health", None, None)
    assert (second.text, second.published, second.mentions, second.roles) == ("Rien.", None, (), ())


def test_one_span_may_be_several_rows():
    text, mentions, roles = parse_marked("[Corées](COUNTRY KOR | COUNTRY PRK), [Tom](PERSON tom | ROLE other)")
    assert text == "Corées, Tom"
    assert [(row.start, row.end, row.entity_id) for row in mentions] == [(0, 6, "KOR"), (0, 6, "PRK"), (8, 11, "tom")]
    assert [(row.start, row.role) for row in roles] == [(8, "other")]


def test_escaped_brackets_are_text_and_round_brackets_are_free():
    text, mentions, _ = parse_marked(r"\[Vu\] (à [Oslo](COUNTRY NOR metonym) ) (bis)")
    assert text == "[Vu] (à Oslo ) (bis)"
    assert [(row.start, row.text) for row in mentions] == [(8, "Oslo")]


def test_offsets_count_code_points():
    text, mentions, _ = parse_marked("🎉 e\u0301te\u0301 au [Tchad](COUNTRY TCD)")
    assert text[mentions[0].start:mentions[0].end] == "Tchad"
    assert mentions[0].start == 11


def test_an_open_country_is_said_to_be_open():
    _, (mention,), _ = parse_marked("le [Congo](COUNTRY ??)")
    assert mention.entity_id == OPEN


@pytest.mark.parametrize(("marked", "reason"), [
    ("[Mali](COUNTRY MLI name", "annotation in round brackets is missing"),
    ("[Mali]", "annotation in round brackets is missing"),
    ("Mali](COUNTRY MLI)", "closes no mark"),
    ("le [Mali", "never closed"),
    ("[](COUNTRY MLI)", "empty"),
    ("[Mali ](COUNTRY MLI)", "space at an edge"),
    ("[Mali](PAYS MLI)", "`PAYS` is none of"),
    ("[Mali](COUNTRY ML)", "no entity of COUNTRY"),
    ("[Mali](COUNTRY MLI anaphora)", "no form of COUNTRY"),
    ("[Jean](PERSON Jean)", "no entity of PERSON"),
    ("[Bercy](MINISTRY FR.finance+economy)", "alphabetical"),
    ("[roi](ROLE king)", "no normal form"),
    ("[roi](ROLE monarch; of=ESP)", "of=ESP"),
    ("[roi](ROLE monarch; status=late)", "no status"),
    ("[Mali](COUNTRY MLI | COUNTRY MLI)", "marked twice"),
])
def test_bad_markup_names_file_line_and_reason(tmp_path, marked, reason):
    path = write(tmp_path, "bad.txt", f"## a\nBon.\n\n## b\nUne ligne.\nIci : {marked}\n")
    with pytest.raises(ValueError) as caught:
        read_gold(path)
    assert str(caught.value).startswith(f"{path}:")
    assert reason in str(caught.value)
    if "twice" not in reason:
        assert f"{path}:6:" in str(caught.value)


@pytest.mark.parametrize(("content", "line", "reason"), [
    ("Du texte.\n## a\nBon.\n", 1, "before the first heading"),
    ("## a | born=2020\nBon.\n", 1, "a heading is"),
    ("## a | published=hier\nBon.\n", 1, "no date"),
    ("## a\n\n## b\nBon.\n", 1, "has no text"),
    ("## a\nBon.\n## a\nBon.\n", 3, "second document"),
])
def test_bad_headings_are_refused(tmp_path, content, line, reason):
    path = write(tmp_path, "bad.txt", content)
    with pytest.raises(ValueError) as caught:
        read_gold(path)
    assert f"{path}:{line}:" in str(caught.value) and reason in str(caught.value)


def test_jsonl_has_mentions_zones_and_cover(tmp_path):
    record = {
        "doc_id": "a", "published": "2020", "text": "Rome et Ana.",
        "annotated": {"PERSON": ["name"]},
        "mentions": [{"start": 8, "end": 11, "text": "Ana", "label": "PERSON"},
                     {"start": 0, "end": 4, "text": "Rome", "label": "COUNTRY", "ignore": True}]}
    (document,) = read_gold(write(tmp_path, "set.jsonl", json.dumps(record) + "\n\n"))
    assert [(row.text, row.form, row.entity_id) for row in document.mentions] == [("Ana", "name", None)]
    assert document.ignore == (Zone(0, 4, "COUNTRY"),)
    assert document.covers("PERSON", "name") and not document.covers("COUNTRY", "name")
    assert not document.covers("ROLE")


def test_jsonl_without_cover_covers_all_but_roles_it_does_not_have(tmp_path):
    plain = {"doc_id": "a", "text": "Rien.", "mentions": []}
    roles = {"doc_id": "b", "text": "Le roi.", "mentions": [],
             "roles": [{"start": 3, "end": 6, "role": "monarch", "iso3": "ESP"}]}
    without, with_roles = read_gold(write(tmp_path, "set.jsonl", json.dumps(plain) + "\n" + json.dumps(roles)))
    assert without.covers("COUNTRY", "metonym") and not without.covers("ROLE")
    assert with_roles.covers("ROLE") and with_roles.roles[0].text == "roi"


@pytest.mark.parametrize(("record", "reason"), [
    ("{", "Expecting property name"),
    ("[]", "not an object"),
    ('{"doc_id": "a", "text": "x"}', "'mentions' is missing"),
    ('{"doc_id": "a", "text": "x", "mentions": [{"start": 0, "end": 9, "label": "PERSON"}]}', "outside the text"),
    ('{"doc_id": "a", "text": "x", "mentions": [{"start": 0, "end": 1, "text": "y", "label": "PERSON"}]}', "has `x`"),
    ('{"doc_id": "a", "text": "x", "mentions": [{"start": 0, "end": 1, "label": "CITY"}]}', "no mention"),
])
def test_bad_records_name_file_line_and_reason(tmp_path, record, reason):
    path = write(tmp_path, "set.jsonl", '{"doc_id": "ok", "text": "x", "mentions": []}\n' + record + "\n")
    with pytest.raises(ValueError) as caught:
        read_gold(path)
    assert f"{path}:2:" in str(caught.value) and reason in str(caught.value)


def test_a_folder_is_read_whole_and_other_files_are_left_alone(tmp_path):
    write(tmp_path, "b.txt", "## b\nBon.\n")
    write(tmp_path, "a.txt", "## a\nBon.\n")
    write(tmp_path, "README.md", "Pas de l'or.")
    assert [document.doc_id for document in read_gold(tmp_path)] == ["a", "b"]
    with pytest.raises(ValueError, match="read from .txt and .jsonl"):
        read_gold(tmp_path / "README.md")


def test_our_own_gold_is_sound():
    documents = read_gold(GOLD)
    assert len(documents) >= 30
    for document in documents:
        for row in (*document.mentions, *document.roles):
            assert document.text[row.start:row.end] == row.text
            assert row.text == row.text.strip()
            assert "](" not in document.text
        people = {row.entity_id for row in document.mentions if row.label == "PERSON"}
        held = {role.person_id for role in document.roles if role.person_id}
        assert held <= people, f"{document.doc_id}: a role is held by nobody who is marked: {held - people}"
