"""The page without a browser: what is in it, that none of it becomes HTML, that it is bounded and always the same."""

import base64
import gzip
import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page.corpora import ATTACKS, hostile, written

from pipeline.reporting import embedding, gathering, report, write_report
from pipeline.reporting.embedding import SCRIPTS, packed, read
from pipeline.reporting.gathering import MENTION, OBEYED, gather, headline, shown, units
from pipeline.rows import Document, Mention, Role

TEXT = "😀 Eyal Zamir reçoit Lloyd Austin.\n\nLe ministère israélien de la Défense s'en réjouit. « Zamir » aussi."


def _mention(words: str, label: str, entity_id: str | None, **more) -> Mention:
    start = TEXT.index(words)
    return Mention(
        "a",
        start,
        start + len(words),
        words,
        label,
        entity_id=entity_id,
        name=more.pop("name", words),
        score=0.97,
        **more,
    )


MENTIONS = [
    _mention("Eyal Zamir", "PERSON", "eyal-zamir", found_by="people.known"),
    _mention("Lloyd Austin", "PERSON", "lloyd-austin"),
    _mention(
        "ministère israélien de la Défense", "MINISTRY", "IL.defence", iso3="ISR", portfolio="defence", sentence=1
    ),
    _mention(
        "israélien", "COUNTRY", "ISR", iso3="ISR", form="demonym", name="Israël", nested_in="MINISTRY", sentence=1
    ),
]
ROLES = [Role("a", 2, 6, "Eyal", "general", None, "eyal-zamir", "Eyal Zamir", 2, 12, "IL.defence", "ISR")]
DOCUMENTS = [
    Document("a", "a.txt", TEXT, published="2023-03", n_chars=len(TEXT)),
    Document("b", "b.txt", "Rien.", published="2024-01-02", title="Plus récent", n_chars=5),
    Document("c", "c.txt", "", n_chars=0),
]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return written(tmp_path / "out", DOCUMENTS, MENTIONS, ROLES)


class Elements(HTMLParser):
    """The elements of a page as a browser would see them, and what stands in its scripts of data."""

    def __init__(self, page: str):
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.data: dict[str, str] = {}
        self._inside: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = dict(attrs).get("id") if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.data[self._inside] = self.data.get(self._inside, "") + data


def unpacked(page: Path, name: str):
    return json.loads(gzip.decompress(base64.b64decode(Elements(page.read_text("utf-8")).data[name])))


def test_the_page_lies_beside_the_tables_or_where_it_is_told(out, tmp_path):
    assert report(out) == out / "report.html"
    assert report(out, tmp_path / "there" / "page.html").exists()
    assert not list(out.glob(".*"))


def test_the_core_has_documents_entities_pairs_and_roles(out):
    core = unpacked(report(out, title="Un titre"), "core")
    assert core["title"] == "Un titre"
    assert core["documents"]["id"] == ["b", "a", "c"], "the newest first, those without a date last"
    assert core["documents"]["title"][0] == "Plus récent"
    assert core["documents"]["title"][1] == "😀 Eyal Zamir reçoit Lloyd Austin."
    assert set(core["entities"]["id"]) == {"eyal-zamir", "lloyd-austin", "IL.defence", "ISR"}
    assert core["counts"] == {
        "documents": 3,
        "entities": {"PERSON": 2, "MINISTRY": 1, "COUNTRY": 1},
        "mentions": 4,
        "rejects": {},
    }
    zamir, austin = (core["entities"]["id"].index(name) for name in ("eyal-zamir", "lloyd-austin"))
    pairs = [core["pairs"][k : k + 4] for k in range(0, len(core["pairs"]), 4)]
    assert [*sorted((zamir, austin)), 1, 1] in [[*sorted(p[:2]), *p[2:]] for p in pairs]
    text, role, status, ministry, country, n = core["roles"][str(zamir)][0]
    assert (text, core["role_names"][role], status, core["strings"][ministry], core["strings"][country], n) == (
        "Eyal",
        "general",
        -1,
        "IL.defence",
        "ISR",
        1,
    )


def test_a_part_of_a_federation_has_its_name(out):
    countries = gather(out, None, 10**6).core["countries"]
    assert (countries["CA-QC"], countries["CAN"]) == ("Québec", "Canada")


def test_mentions_of_nobody_in_particular_are_counted_too(tmp_path):
    unlinked = _mention("Lloyd Austin", "PERSON", None, candidates=("lloyd-austin", "lloyd-austin-ii"))
    core = unpacked(report(written(tmp_path / "out", DOCUMENTS, [MENTIONS[0], unlinked], [])), "core")
    assert core["counts"]["mentions"] == sum(core["documents"]["mentions"]) == 2


def test_offsets_are_those_that_a_browser_counts(out):
    page = report(out)
    core, packet = unpacked(page, "core"), unpacked(page, "packet-0")
    text, sentences, flat, unlisted, _ = packet[1]
    rows = [dict(zip(MENTION, flat[k : k + len(MENTION)], strict=True)) for k in range(0, len(flat), len(MENTION))]
    wide = text.encode("utf-16-le")
    found = [wide[2 * row["start"] : 2 * (row["start"] + row["length"])].decode("utf-16-le") for row in rows]
    assert found == [m.text for m in MENTIONS]
    assert [core["entities"]["id"][row["entity"]] for row in rows] == [m.entity_id for m in MENTIONS]
    assert [core["rules"][row["rule"]] for row in rows] == [m.found_by for m in MENTIONS]
    assert wide[2 * sentences[1] :].decode("utf-16-le").startswith("Le ministère")
    assert unlisted == {}


@given(st.text())
def test_units_count_as_utf_16_does(text):
    assert [units(text)(k) for k in range(len(text) + 1)] == [
        len(text[:k].encode("utf-16-le", "surrogatepass")) // 2 for k in range(len(text) + 1)
    ]


def test_a_mention_that_is_not_linked_keeps_its_candidates(tmp_path):
    open_one = replace(MENTIONS[3], entity_id=None, iso3=None, name=None, candidates=("COD", "COG"))
    page = report(written(tmp_path, DOCUMENTS, [open_one], []))
    assert unpacked(page, "packet-0")[1][3] == {"0": [None, ["COD", "COG"]]}


@given(st.text(alphabet=st.characters()))
def test_nothing_that_a_page_obeys_is_left_and_nothing_moves(text):
    told = shown(text)
    assert len(told) == len(text) and not OBEYED.search(told)
    told.encode("utf-8")


@given(st.recursive(st.text() | st.integers(), st.lists))
def test_data_are_letters_alone_and_come_back(value):
    told = packed(json.loads(json.dumps(value).encode("utf-8", "replace")))
    assert re.fullmatch("[A-Za-z0-9+/=]+", told)


def test_hostile_texts_leave_no_trace_in_the_html(tmp_path):
    harmless, attacked = (
        Elements(report(written(tmp_path / "a", DOCUMENTS, MENTIONS, ROLES)).read_text("utf-8")),
        Elements(report(hostile(tmp_path / "b"), title=" ".join(ATTACKS)).read_text("utf-8")),
    )
    assert [tag for tag, _ in attacked.tags] == [tag for tag, _ in harmless.tags]
    page = (tmp_path / "b" / "report.html").read_text("utf-8")
    own = page.partition("<title>")[0] + page.partition("</title>")[2]
    assert not any(attack in own for attack in ATTACKS if "data" not in attack and attack not in ("__proto__",))
    assert "window.harmed" not in own


def test_the_policy_allows_our_scripts_and_nothing_else(out):
    page = report(out).read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy and "connect-src" not in policy
    for tag, attributes in Elements(page).tags:
        assert not attributes.get("src") and not any(name.startswith("on") for name in attributes), tag
        assert (attributes.get("href") or "#").startswith(("#", "data:image/svg+xml,"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_our_scripts_read_no_string_as_html_and_ask_for_nothing(name):
    code = read(f"page/{name}.js")
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttpRequest",
        "import(",
        "WebSocket",
        "sendBeacon",
        "DOMParser",
        "srcdoc",
        "createContextualFragment",
    ):
        assert word not in code, word
    assert len(code.splitlines()) < 600


def test_the_same_tables_give_the_same_bytes(out, tmp_path):
    assert report(out).read_bytes() == report(out, tmp_path / "other.html").read_bytes()


def test_texts_beyond_the_limit_are_left_out_the_oldest_first(tmp_path, monkeypatch):
    monkeypatch.setattr(embedding, "PACKET", 2_000)
    draw = random.Random(1)
    documents = [
        Document(
            f"d{k:03}",
            "s",
            f"{k} " + "".join(draw.choices("abcdefghijklmnop", k=4_000)),
            published=f"20{10 + k // 10}",
            n_chars=4_000,
        )
        for k in range(60)
    ]
    out = written(tmp_path, documents, [], [])
    whole = write_report(out)
    half = write_report(out, limit=whole.n_bytes - 40_000)
    assert whole.n_texts == 60 and 0 < half.n_texts < 60 and half.n_bytes <= whole.n_bytes - 40_000
    assert half.n_listed == 60, "the rows stay"
    assert unpacked(half.path, "packet-0")[0][0].startswith("50 "), "the newest have theirs"
    assert unpacked(half.path, "core")["n_texts"] == half.n_texts


def test_rows_beyond_what_a_page_can_hold_are_counted_and_left_out(out, monkeypatch):
    monkeypatch.setattr(gathering, "MAX_DOCUMENTS", 2)
    monkeypatch.setattr(gathering, "MAX_ENTITIES", 1)
    done = write_report(out)
    assert (done.n_documents, done.n_listed, done.n_entities, done.n_entities_listed) == (3, 2, 4, 1)


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (Document("a", "a", "\n  Une   ligne \nDeux"), "Une ligne"),
        (Document("a", "a", ""), "a"),
        (Document("a", "a", "x", title="mot " * 60), "mot " * 34 + "mot …"),
    ],
    ids=["first-line", "nothing", "long"],
)
def test_every_document_has_a_headline(document, wanted):
    assert headline(document) == wanted


def test_an_empty_corpus_makes_a_page(tmp_path):
    page = report(written(tmp_path, [], [], []))
    assert unpacked(page, "core")["documents"]["id"] == []
    assert "packet-0" not in Elements(page.read_text("utf-8")).data


def test_a_missing_table_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match="documents"):
        report(tmp_path)


def test_what_is_no_date_is_none(tmp_path):
    page = report(written(tmp_path, [replace(DOCUMENTS[0], published="hier")], [], []))
    assert unpacked(page, "core")["documents"]["published"] == [None]


@pytest.fixture
def command(out) -> Callable:
    from typer.testing import CliRunner

    from pipeline.cli import app

    return lambda *arguments: CliRunner().invoke(app, ["report", "--out", str(out), *arguments])


def test_the_command_says_what_it_wrote(command, out):
    done = command("--title", "Essai")
    assert done.exit_code == 0 and re.match(r".*report\.html: 3 documents, 4 entities, 0\.\d MB", done.output)
    assert (out / "report.html").exists()


def test_the_command_is_quiet_when_told(command):
    assert command("--quiet").output == ""


def test_the_command_says_in_a_line_what_is_missing(command, out):
    (out / "mentions.parquet").unlink()
    done = command()
    assert done.exit_code == 1 and done.output.count("\n") == 1 and "mentions" in done.output


def test_gathering_reads_csv_tables_too(out):
    from pipeline.tabulating import load, write_csv

    for name in ("documents", "mentions", "roles", "rejects", "entities", "cooccurrences"):
        write_csv(load(out / f"{name}.parquet"), out / f"{name}.csv")
        (out / f"{name}.parquet").unlink()
    assert gather(out, None, 10**6).n_documents == 3
