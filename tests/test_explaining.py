"""`depeche show` and `depeche explain`: a stored document with its marks, and why a place has the rows it has."""

import json
import re
from pathlib import Path

import pytest
from page.corpora import written
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.cli_text import marked
from pipeline.explaining import document_of, explain, place_of
from pipeline.gazetteer import Gazetteer
from pipeline.gold import read_gold
from pipeline.normalising import normalise
from pipeline.recognising import recognise_text
from pipeline.rows import Document, Mention
from pipeline.rules import RULES

TEXT = (
    "Le ministère israélien de la Défense a reçu Eyal Zamir [sic], rentré de Kiev. "
    "Zamir a parlé du Congo ; Washington a réagi. Le ministère se tait."
)
DOCUMENT = Document("2023-03-15_zamir", "z.txt", TEXT, published="2023-03-15", n_chars=len(TEXT))


@pytest.fixture(scope="module")
def out(tmp_path_factory, gazetteer: Gazetteer) -> Path:
    """The tables of one document and a silent other, found without the model."""
    rows = normalise(DOCUMENT, *recognise_text(DOCUMENT, [], gazetteer), gazetteer)
    other = Document("2023-04-01_autre", "a.txt", "Rien.", n_chars=5)
    return written(tmp_path_factory.mktemp("tables"), [DOCUMENT, other], *rows)


@pytest.fixture
def command(out):
    return lambda *arguments, **options: CliRunner().invoke(app, [*arguments, "--out", str(out)], **options)


def reasons(gazetteer: Gazetteer, words: str) -> dict[str, list]:
    """Why those words of the text have the rows they have, by voice."""
    rows = normalise(DOCUMENT, *recognise_text(DOCUMENT, [], gazetteer), gazetteer)
    start = TEXT.rindex(words)
    found: dict[str, list] = {}
    for reason in explain(DOCUMENT, start, start + len(words), *rows, [], gazetteer).reasons:
        found.setdefault(reason.voice, []).append(reason)
    return found


def test_every_rule_of_the_gold_has_its_words(gazetteer):
    seen = set()
    for gold in read_gold(Path(__file__).parent / "gold"):
        mentions, roles, _ = recognise_text(Document(gold.doc_id, "", gold.text), [], gazetteer)
        seen |= {row.found_by for row in (*mentions, *roles)}
    assert len(seen) > 15 and not seen - RULES.keys()


def test_a_surname_is_explained_by_the_full_name_before_it(gazetteer):
    found = reasons(gazetteer, "Zamir")
    linking = found["linking"][0]
    assert linking.chosen and "'Eyal Zamir' at" in linking.why
    assert any("≥" in reason.what for reason in found["evidence"] if reason.chosen)


def test_a_ministry_says_where_its_country_is_from(gazetteer):
    assert any(
        "israélien" in reason.why for reason in reasons(gazetteer, "ministère israélien de la Défense")["linking"]
    )


def test_an_anaphora_says_what_it_takes_up(gazetteer):
    assert "takes up 'ministère israélien" in reasons(gazetteer, "ministère")["linking"][0].why


def test_a_shared_name_says_who_lost(gazetteer):
    told = [reason.what for reason in reasons(gazetteer, "Congo")["linking"]]
    assert any("COD" in what for what in told) and any("COG" in what for what in told)


def test_a_place_without_a_row_says_what_was_weighed(gazetteer):
    found = reasons(gazetteer, "Kiev")
    assert "rule" not in found and "recogniser" not in found
    assert [reason.chosen for reason in found["evidence"]] == [False, False], "no person, and no government"
    assert any(reason.what.startswith("capital 'Kiev'") for reason in found["gazetteer"])


def test_a_capital_that_acts_says_so(gazetteer):
    assert any(
        reason.what.startswith("a government 'Washington'") and reason.chosen
        for reason in reasons(gazetteer, "Washington")["evidence"]
    )


def test_tables_of_another_day_are_told(gazetteer):
    row = Mention(DOCUMENT.doc_id, TEXT.index("Kiev"), TEXT.index("Kiev") + 4, "Kiev", "COUNTRY", "metonym", "UKR")
    assert explain(DOCUMENT, row.start, row.end, [row], [], [], gazetteer).stale


@pytest.mark.parametrize("name", ["anaphora", "ministries", "roles"])
def test_tables_of_today_are_not_told_to_be_of_another_day(gazetteer, name):
    """Whether the place is a whole mention or one character of it, as where another mention lies around it."""
    for gold in read_gold(Path(__file__).parent / "gold" / f"{name}.txt"):
        document = Document(gold.doc_id, "", gold.text, gold.published, n_chars=len(gold.text))
        rows = normalise(document, *recognise_text(document, [], gazetteer), gazetteer)
        for m in rows[0]:
            for place in ((m.start, m.end), (m.start, m.start + 1)):
                assert not explain(document, *place, *rows, [], gazetteer).stale, (gold.text, place)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("zamir:48", (48, 49)),
        ("zamir:Eyal Zamir", (TEXT.index("Eyal"), TEXT.index("Eyal") + 10)),
        ("0", (TEXT.index("ministère"), TEXT.index(" a reçu"))),
    ],
    ids=["offset", "words", "row"],
)
def test_a_place_is_told_in_three_ways(out, told, wanted):
    document, *place, others = place_of(out, told)
    assert (document.doc_id, tuple(place), others) == (DOCUMENT.doc_id, wanted, [])


def test_words_are_looked_for_as_whole_ones_first(out, command):
    assert place_of(out, "zamir:a")[1:] == (TEXT.index("a reçu"), TEXT.index("a reçu") + 1,
                                            [TEXT.index("a parlé"), TEXT.index("a réagi")])
    assert "stand in 1 other place of this document" in command("explain", "zamir:Zamir").output


def test_a_title_alone_says_who_was_weighed_for_it(gazetteer):
    text = "Le ministre russe Sergueï Lavrov a reçu Rachida Dati. La ministre française se tait."
    document = Document("d", "d", text, published="2024-05-01", n_chars=len(text))
    mentions, roles = normalise(document, *recognise_text(document, [], gazetteer), gazetteer)
    start = text.index("ministre française")
    assert {r.start: r.found_by for r in roles}[start] == "roles.bearer"
    told = [r for r in explain(document, start, start + 8, mentions, roles, [], gazetteer).reasons if "borne" in r.what]
    assert [(r.what.split("'")[1], r.chosen) for r in told][0] == ("Rachida Dati", True) and "+" in told[0].why
    assert not any(r.chosen for r in told[1:])


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("nobody:3", "no document is called"),
        ("zamir:99999", "has .* characters"),
        ("zamir:xyz", "has .* characters"),
        ("zamir", "a place is"),
        ("999", "no row 999"),
    ],
)
def test_a_place_that_is_none_is_said(out, told, message):
    with pytest.raises(ValueError, match=message):
        place_of(out, told)


def test_a_part_of_an_id_is_enough_where_it_is_one_documents_alone(out):
    assert document_of(out, "zamir").doc_id == DOCUMENT.doc_id
    with pytest.raises(ValueError, match="2023-03-15_zamir, 2023-04-01_autre"):
        document_of(out, "2023")


def test_marks_are_nested_and_the_texts_own_brackets_are_quoted(gazetteer):
    mentions, _ = normalise(DOCUMENT, *recognise_text(DOCUMENT, [], gazetteer), gazetteer)
    told = marked(TEXT, mentions)
    assert told.startswith(
        "Le [ministère [israélien](COUNTRY ISR demonym) de la Défense](MINISTRY IL.defence) a reçu "
        "[Eyal Zamir](PERSON eyal-zamir) \\[sic\\], rentré"
    )


def test_several_rows_of_a_span_are_one_mark():
    rows = [Mention("d", 0, 4, "deux", "COUNTRY", "name", "KOR"), Mention("d", 0, 4, "deux", "COUNTRY", "name", "PRK")]
    assert marked("deux.", rows) == "[deux](COUNTRY KOR | COUNTRY PRK)."


def test_show_prints_the_marked_text_and_its_tables(command):
    done = command("show", "zamir")
    assert done.exit_code == 0
    assert "[ministère [israélien](COUNTRY ISR demonym) de la Défense](MINISTRY IL.defence)" in done.output
    assert "eyal-zamir" in done.output and "ministries.grammar" in done.output and "\x1b" not in done.output


def test_show_colours_nested_mentions_where_there_is_colour(monkeypatch):
    from rich.console import Console

    from pipeline.cli_text import coloured

    mentions = [Mention("d", 0, 15, "ministère russe", "MINISTRY"), Mention("d", 10, 15, "russe", "COUNTRY")]
    console = Console(force_terminal=True, color_system="standard", width=80)
    with console.capture() as captured:
        console.print(coloured("ministère russe\x1b[2J", mentions, []))
    pieces = re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)\x1b\[0m", captured.get())
    assert [text for _, text in pieces] == ["ministère ", "russe"] and len({style for style, _ in pieces}) == 2
    assert "\x1b[2J" not in captured.get()


def test_show_as_json(command):
    told = json.loads(command("show", "zamir", "--json").output)
    assert told["document"]["text"] == TEXT and {m["label"] for m in told["mentions"]} == {
        "PERSON",
        "MINISTRY",
        "COUNTRY",
    }


def test_show_of_nothing_says_what_comes_near(command):
    done = command("show", "zamri")
    assert done.exit_code == 1 and done.output.count("\n") == 1 and "2023-03-15_zamir" in done.output


def test_explain_prints_who_lost(command):
    done = command("explain", "zamir:Kiev")
    assert done.exit_code == 0 and "✗" in done.output and "nothing was kept" in done.output


def test_explain_of_a_role_does_not_say_that_there_is_no_row(gazetteer, tmp_path):
    text = "Le directeur général du ministère israélien de la Défense, Eyal Zamir, se tait."
    document = Document("zamir", "z.txt", text, published="2023-03-15", n_chars=len(text))
    written(tmp_path, [document], *normalise(document, *recognise_text(document, [], gazetteer), gazetteer))
    done = CliRunner().invoke(app, ["explain", "zamir:directeur", "--out", str(tmp_path)])
    assert "director general" in done.output and "nothing was kept" not in done.output


def test_explain_as_json(command):
    told = json.loads(command("explain", "0", "--json").output)
    assert told["mentions"][0]["entity_id"] == "IL.defence"
    assert {"rule", "gazetteer", "linking"} <= {reason["voice"] for reason in told["reasons"]}


def test_explain_knows_the_gazetteer_of_the_run(command, out, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "country_names.csv").write_text("iso3,name,kind,strength,source\nUKR,rentré,short,sure,user\n",
                                                        "utf-8")
    assert "UKR" not in command("explain", "zamir:rentré").output
    record, own = out / "run.json", str(tmp_path / "own")
    told = {"stages": {}, "tables": {}, "csv": {}, "states": {}, "gazetteer": [own]}
    record.write_text(json.dumps(told), "utf-8")
    done = command("explain", "zamir:rentré")
    assert "UKR" in done.output and f"`depeche run --out {out}` makes them anew" in done.output
    record.unlink()


def test_explain_refuses_a_gazetteer_that_is_not_there(command):
    done = command("explain", "0", "--gazetteer", "nowhere")
    assert done.exit_code == 1 and done.output == "depeche: nowhere: there is no such folder of a gazetteer\n"
