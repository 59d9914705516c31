"""What goes out to another tool comes back as it was; what does not fit its text is refused with file and line."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from pipeline import gold as plain_gold
from pipeline.cli import app
from pipeline.gold import ROLE, GoldDocument, parse_marked
from pipeline.interchange import FORMATS, labelstudio, read_gold, stored, write
from pipeline.interchange.conll import COLUMNS
from pipeline.rows import Document, Mention, Role
from pipeline.tabulating import write_rows

GOLD = Path(__file__).parent / "gold"
PLACES = {"conll": "a.tsv", "brat": "a", "labelstudio": "a.json"}

MARKED = {
    "nested": "Les [ministères de la Défense [israélien](COUNTRY ISR demonym) et [américain](COUNTRY USA demonym)]"
    "(MINISTRY IL.defence | MINISTRY US.defence) cèdent.",
    "more/metonym": "[Oslo](COUNTRY NOR metonym) se tait, [le ministère](MINISTRY NO.health anaphora) aussi.",
    "spaces": "  Une ligne.\n\n\t[Ana\nRuiz](PERSON ana-ruiz)\u202f: « non\u00a0»  \r\n "
    "[Congo](COUNTRY ??) # \\[sic\\]\u2028fin\n",
    "emoji 🎉": "🎉 e\u0301te\u0301 : 👩‍🚒 l'[Égypte](COUNTRY EGY), "
    "[israélo](COUNTRY ISR demonym)-[russe](COUNTRY RUS demonym)s.",
    "../odd*:?": "[roi](ROLE monarch; country=ESP) ; [Ana Ruiz](PERSON ana-ruiz), [ex-ministre](ROLE minister; "
    "person=ana-ruiz; ministry=PE.health; status=former), reste.",
    "none": "Rien.",
}


def made() -> list[GoldDocument]:
    documents = []
    for n, (doc_id, marked) in enumerate(sorted(MARKED.items())):
        text, mentions, roles = parse_marked(marked, doc_id=doc_id)
        documents.append(GoldDocument(doc_id, text, ("2023-03-15", "2023", None)[n % 3], mentions, roles))
    return documents


@pytest.fixture
def run(tmp_path) -> Path:
    """The tables of a run."""
    out = tmp_path / "run"
    out.mkdir()
    documents = made()
    write_rows(
        out / "documents.parquet",
        [Document(d.doc_id, "x", d.text, d.published, n_chars=len(d.text)) for d in documents],
        Document,
    )
    write_rows(out / "mentions.parquet", [m for d in documents for m in d.mentions], Mention)
    write_rows(out / "roles.parquet", [r for d in documents for r in d.roles], Role)
    return out


def keys(documents, *, roles=True):
    """What must come back of each document."""
    return {
        d.doc_id: (
            d.text,
            d.published,
            sorted((m.start, m.end, m.text, m.label, m.form, m.entity_id or "") for m in d.mentions),
            [(r.start, r.end, r.text, r.role, r.status, r.person_id, r.ministry_id, r.iso3) for r in d.roles]
            if roles
            else (),
        )
        for d in documents
    }


def called(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "200"})


# ---- there and back


def test_a_run_is_what_its_tables_say(run):
    assert keys(stored(run)) == keys(made())


@pytest.mark.parametrize("form", PLACES)
def test_tables_come_back_as_gold(run, tmp_path, form):
    to = tmp_path / PLACES[form]
    result = called("export", "--to", to, "--format", form, "--out", run)
    assert result.exit_code == 0, result.output
    assert "6 documents, 12 mentions" in result.output and "next: " in result.output
    back = read_gold(to)
    assert keys(back, roles=form != "conll") == keys(made(), roles=form != "conll")
    assert all(document.covers("COUNTRY", "metonym") for document in back)
    assert all(document.covers(ROLE) == (form != "conll") for document in back)


@pytest.mark.parametrize("form", PLACES)
def test_all_our_gold_goes_there_and_comes_back(tmp_path, form):
    documents = plain_gold.read_gold(GOLD)
    done = write(documents, tmp_path / PLACES[form], form)
    wanted, back = (
        keys(documents, roles=form != "conll"),
        keys(read_gold(tmp_path / PLACES[form]), roles=form != "conll"),
    )
    assert back.keys() == wanted.keys() and {i: d[0] for i, d in back.items()} == {i: d[0] for i, d in wanted.items()}
    lost = sum(len(wanted[i][2]) - len(set(wanted[i][2]) & set(back[i][2])) for i in wanted)
    assert lost == done.lost_mentions
    assert all(set(back[i][2]) <= set(wanted[i][2]) and back[i][3] == wanted[i][3] for i in wanted)
    assert lost == 0 if form != "conll" else lost < done.n_mentions / 100


def test_docbin_has_every_span(run, tmp_path):
    import spacy
    from spacy.tokens import DocBin

    assert called("export", "--to", tmp_path / "a.spacy", "--format", "docbin", "--out", run).exit_code == 0
    docs = list(DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("fr").vocab))
    for doc, document in zip(docs, made(), strict=True):
        assert (doc.text, doc.user_data["doc_id"], doc.user_data["published"]) == (
            document.text,
            document.doc_id,
            document.published,
        )
        assert sorted(
            (s.start_char, s.end_char, s.text, s.label_, s.id_, s.kb_id_) for s in doc.spans["depeche"]
        ) == sorted((m.start, m.end, m.text, m.label, m.form, m.entity_id or "") for m in document.mentions)
        assert [(s.start_char, s.label_, s.kb_id_) for s in doc.spans["depeche_roles"]] == [
            (r.start, r.role, r.person_id or "") for r in document.roles
        ]
        assert all(not a.start < b.end <= a.end for a, b in zip(doc.ents[1:], doc.ents, strict=False))


def test_columns_hold_two_levels_and_say_what_they_do_not_hold(tmp_path):
    text, mentions, roles = parse_marked(
        "Le [conseil du [ministère [russe](COUNTRY RUS demonym) de la Santé](MINISTRY RU.health)]"
        "(MINISTRY RU.defence), "
        "[dit](ROLE other) [Oslo](COUNTRY NOR metonym | COUNTRY SWE metonym)."
    )
    done = write([GoldDocument("a", text, None, mentions, roles)], tmp_path / "a.tsv", "conll")
    assert (done.n_mentions, done.lost_mentions, done.lost_roles) == (5, 1, 1)
    (back,) = read_gold(tmp_path / "a.tsv")
    assert [m.entity_id for m in back.mentions] == ["RU.defence", "RU.health", "NOR", "SWE"]
    lines = (tmp_path / "a.tsv").read_text("utf-8").splitlines()
    assert lines[0].split("\t")[:2] == ["TOKEN", "NE-COARSE-LIT"]
    assert "Oslo\tO\tB-COUNTRY\tO\tB-COUNTRY\tO\tO\t_\tNOR\tALSO-METO=SWE|NoSpaceAfter" in lines
    assert "ministère\tI-MINISTRY\tO\tI-MINISTRY\tO\tO\tB-MINISTRY\tRU.defence\t_\tNEL-NESTED=RU.health" in lines


# ---- what other people's files look like


def test_plain_conll_counts_persons_alone(tmp_path):
    (tmp_path / "a.conll").write_text(
        "-DOCSTART- O\n\nAna NNP B-PER\nRuiz NNP I-PER\nest O\n\n# O\nLima B-LOC\n\n-DOCSTART- O\n\nBo I-PER\n", "utf-8"
    )
    first, second = read_gold(tmp_path / "a.conll")
    assert first.text == "Ana Ruiz est\n# Lima" and [m.text for m in first.mentions] == ["Ana Ruiz"]
    assert first.covers("PERSON") and not first.covers("COUNTRY") and not first.covers(ROLE)
    assert (second.doc_id, second.text, second.mentions[0].label) == ("a-2", "Bo", "PERSON")


def test_foreign_hipe_is_read(tmp_path):
    head = "\t".join(COLUMNS) + "\n"
    (tmp_path / "a.tsv").write_text(
        head + "# language = fr\n# date = 1868-01-09\n# document_id = one\n# segment_iiif_link = _\n"
        "M\tB-pers\tO\tB-pers.ind\tO\tO\tO\tQ5\t_\tNoSpaceAfter\n.\tI-pers\tO\tI-pers.ind\tO\tO\tO\tQ5\t_\t_\n"
        "# segment_iiif_link = _\nvu\tO\tB-org\tO\tB-org.adm\tO\tO\t_\tQ1\tEndOfLine\n\n"
        "# language = fr\n# date = 1869\n# document_id = two\nOui\tO\tO\tO\tO\tO\tO\t_\t_\t_\n",
        "utf-8",
    )
    one, two = read_gold(tmp_path / "a.tsv")
    assert (one.doc_id, one.text, one.published) == ("one", "M. vu", "1868-01-09")
    assert [(m.text, m.label, m.entity_id) for m in one.mentions] == [("M.", "PERSON", None)]
    assert (two.doc_id, two.text, two.published) == ("two", "Oui", "1869")


def test_brat_without_our_files_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("Ana\r\nRuiz à Lima.", "utf-8", newline="")
    (tmp_path / "a.ann").write_text(
        "#1\tAnnotatorNotes T1\tsûr ?\nA1\tForm T2 metonym\nT1\tPERSON 0 3;5 9\tAna Ruiz\n"
        "R1\tIn Arg1:T1 Arg2:T2\nT2\tCOUNTRY 12 16\tLima\nN1\tReference T2 Wiki:PER\tPérou\n"
    )
    for path in (tmp_path, tmp_path / "a.ann", tmp_path / "a.txt"):
        (document,) = read_gold(path)
        assert [(m.start, m.end, m.form, m.entity_id) for m in document.mentions] == [
            (0, 9, "name", None),
            (12, 16, "metonym", "PER"),
        ]
        assert document.doc_id == "a" and not document.covers(ROLE)


def test_label_studio_gives_what_somebody_finished(tmp_path):
    write(made(), tmp_path / "a.json", "labelstudio")
    tasks = json.loads((tmp_path / "a.json").read_text("utf-8"))
    done, cancelled, waiting, twice, *_ = tasks
    done["annotations"] = [{"result": []}]
    cancelled["annotations"] = [{"result": [], "was_cancelled": True}]
    waiting["annotations"] = []
    twice["annotations"] = [{"result": []}, {"result": twice["predictions"][0]["result"], "ground_truth": True}]
    (tmp_path / "b.json").write_text(json.dumps(tasks[:4]), "utf-8")
    first, second = read_gold(tmp_path / "b.json")
    assert (first.doc_id, first.mentions) == (done["data"]["doc_id"], ())
    assert (second.doc_id, len(second.mentions)) == (
        twice["data"]["doc_id"],
        len({d.doc_id: d for d in made()}[second.doc_id].mentions),
    )
    assert "<Labels" in (tmp_path / "a.xml").read_text("utf-8")


def test_a_folder_may_hold_all_of_them(tmp_path):
    first, second, third, *_ = made()
    write([first], tmp_path / "a.json", "labelstudio")
    write([second], tmp_path / "b.tsv", "conll")
    write([third], tmp_path / "c", "brat")
    (tmp_path / "d.txt").write_text("## d\nBon.\n", "utf-8")
    assert {d.doc_id for d in read_gold(tmp_path)} == {first.doc_id, second.doc_id, third.doc_id, "d"}


# ---- what the other tools are told, by the words of their manuals


def test_brat_is_told_of_everything_that_is_written(tmp_path):
    """Types, attributes with their values, and one reference a place, of a source that it knows: else it drops them."""
    folder = tmp_path / "a"
    write([*plain_gold.read_gold(GOLD), *made()], folder, "brat")
    told = {
        name: dict(
            line.replace(" | ", "\t", 1).split("\t", 1) if "\t" in line or " | " in line else (line, "")
            for line in block.splitlines()
            if line
        )
        for path in folder.glob("*.conf")
        for name, block in re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", path.read_text("utf-8"), re.M | re.S)
    }
    assert told["relations"] == {"<OVERLAP>": "Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"}
    assert told["drawing"].keys() == told["labels"].keys() == told["entities"].keys() and "events" in told
    for path in folder.rglob("*.ann"):
        lines = path.read_text("utf-8").splitlines()  # as brat reads them: at every character that breaks a line
        places = {name: label for name, label in re.findall(r"^(T\d+)\t(\w+) \d", "\n".join(lines), re.M)}
        referred = []
        for line in lines:
            assert re.fullmatch(
                r"T\d+\t\S+ \d+ \d+(;\d+ \d+)*\t.+|A\d+\t\w+ T\d+ \w+|N\d+\tReference T\d+ \w+:\S+\t.+"
                r"|#\d+\tAnnotatorNotes T\d+\t.+",
                line,
            )
            kind, words = line[0], line.split("\t")[1].split(" ")
            if kind == "T":
                assert words[0] in told["entities"]
            elif kind == "A":
                arguments, values = re.fullmatch(r"Arg:(\S+), Value:(\S+)", told["attributes"][words[0]]).groups()
                assert places[words[1]] in arguments.split("|") and words[2] in values.split("|")
            elif kind == "N":
                assert words[2].partition(":")[0] in told["normalization"]
                referred.append(words[1])
        assert len(referred) == len(set(referred))


def test_a_place_over_lines_of_every_kind_is_written_in_pieces(tmp_path):
    text = "Ana\u2028Ruiz\x85\r\nde Lima."
    document = GoldDocument("a", text, None, (Mention("a", 0, 17, text[:17], "PERSON", entity_id="ana"),))
    write([document], tmp_path / "a", "brat")
    assert (tmp_path / "a" / "a.ann").read_text("utf-8").splitlines()[0] == "T1\tPERSON 0 3;4 8;11 17\tAna Ruiz de Lim"
    assert read_gold(tmp_path / "a")[0].mentions[0].text == text[:17]


def test_a_role_s_entities_are_a_note_that_can_be_corrected(tmp_path):
    text, mentions, roles = parse_marked("[ministre](ROLE minister; person=ana-ruiz; ministry=PE.health) le dit.")
    write([GoldDocument("a", text, None, mentions, roles)], tmp_path / "a", "brat")
    path = tmp_path / "a" / "a.ann"
    assert path.read_text("utf-8").endswith("#1\tAnnotatorNotes T1\tperson:ana-ruiz ministry:PE.health\n")
    corrected = path.read_text("utf-8").replace("ministry:PE.health", "sûr ? ministry:PE.justice country:PER")
    path.write_text(corrected, "utf-8")
    (role,) = read_gold(tmp_path / "a")[0].roles
    assert (role.person_id, role.ministry_id, role.iso3) == ("ana-ruiz", "PE.justice", "PER")


def test_label_studio_is_told_of_everything_that_is_written(tmp_path):
    write([*plain_gold.read_gold(GOLD), *made()], tmp_path / "a.json", "labelstudio")
    view = ElementTree.parse(tmp_path / "a.xml").getroot()
    tags = {tag.get("name"): tag for tag in view.iter() if tag.get("name")}
    labels = {label.get("value") for label in view.iter("Label")}
    assert view.tag == "View" and tags["text"].attrib == {"name": "text", "value": "$text"}
    assert "white-space: pre-wrap" in view.find("Style").text, "else spaces are trimmed, and offsets count them"
    controls = {"labels": "Labels", "choices": "Choices", "textarea": "TextArea"}
    for tag in tags.values():
        if tag.tag in ("Choices", "TextArea"):
            told = [tag.get(name) for name in ("toName", "perRegion", "visibleWhen")]
            assert told == ["text", "true", "region-selected"]
            assert set(tag.get("whenLabelValue").split(",")) <= labels
    for task in json.loads((tmp_path / "a.json").read_text("utf-8")):
        labelled = {}
        for item in task["predictions"][0]["result"]:
            tag, value = tags[item["from_name"]], item["value"]
            assert tag.tag == controls[item["type"]] and item["to_name"] == "text" and item["id"]
            assert value["end"] > value["start"] >= 0
            labelled[item["id"]] = value.get("labels", labelled.get(item["id"]))
            assert tag.tag == "Labels" or set(labelled[item["id"]]) <= set(tag.get("whenLabelValue").split(","))
            if item["type"] != "textarea":
                assert set(value[item["type"]]) <= {one.get("value") for one in tag}


def test_label_studio_shows_the_fields_beside_the_text():
    """Below a long text they are out of sight, and a list of 27 roles is longer than the screen."""
    view = ElementTree.fromstring(labelstudio.configuration())
    text, (labels, *fields) = view.findall("View")
    assert [tag.tag for tag in text] == ["Text"] and labels.tag == "Labels"
    assert "position: sticky" in view.find("Style").text
    for field in fields:
        header, control = field
        assert (header.tag, header.get("value")) == ("Header", control.get("name"))
        shown = [[tag.get(name) for name in ("visibleWhen", "whenLabelValue")] for tag in (field, control)]
        assert shown[0] == shown[1] and shown[0][0] == "region-selected"
        if control.tag == "Choices":
            assert control.get("choice") == "single", "a radio button cannot be let go of, and a status may be none"
            assert control.get("layout") == ("select" if len(control) > 4 else None)
    assert [field[0].get("value") for field in fields] == ["form", "entity", "role", "status", *labelstudio.ROLE_TEXTS]


def test_label_studio_lets_go_of_a_form_where_a_label_is_corrected():
    """It keeps what the new label has a field for: a country's `demonym` stayed where its label was made PERSON."""
    view = ElementTree.fromstring(labelstudio.configuration())
    shown = {tag.get("name"): tag.get("whenLabelValue") for tag in view.iter() if tag.get("whenLabelValue")}
    assert shown["form"] == "MINISTRY,COUNTRY"


def test_white_space_that_a_tool_trimmed_is_no_fault(tmp_path):
    write(made(), tmp_path / "a.json", "labelstudio")
    told = (tmp_path / "a.json").read_text("utf-8")
    assert "Ana\\nRuiz" in told
    (tmp_path / "a.json").write_text(told.replace('"text": "Ana\\nRuiz"', '"text": "Ana Ruiz"'), "utf-8")
    assert keys(read_gold(tmp_path / "a.json")) == keys(made())


# ---- what is refused

HIPE = "TOKEN\tNE-COARSE-LIT\tNEL-LIT\tMISC\n# hipe2022:document_id = a\n"
TASK = (
    '[\n{"data": {"text": "🎉 Oslo"}, "annotations": [{"result": [{"id": "r", "type": "labels", "from_name": "label", '
    '"value": {"start": %s, "end": %s, "text": "Oslo", "labels": ["%s"]}}]}]}]'
)


@pytest.mark.parametrize(
    ("name", "content", "line", "reason"),
    [
        ("a.tsv", HIPE + "Oslo\tI-COUNTRY\tNOR\t_\n", 3, "did not begin"),
        ("a.tsv", HIPE + "Oslo\tB-COUTRY\tNOR\t_\n", 3, "`COUTRY` is none of"),
        ("a.tsv", HIPE + "Oslo\tB-COUNTRY.town\tNOR\t_\n", 3, "no form"),
        ("a.tsv", HIPE + "Oslo\tCOUNTRY\tNOR\t_\n", 3, "no tag"),
        ("a.tsv", HIPE + "Oslo\tB-COUNTRY\tNOR\n", 3, "3 columns where 4"),
        ("a.tsv", HIPE + "# depeche:n_chars = 9\nOslo\tO\t_\tNoSpaceAfter\n", 2, "has 4 code points, 9 are told"),
        ("a.json", "{}", 1, "a list of tasks"),
        ("a.json", '[{"data": 1}\n,{"x" 2}]', 1, "not a task"),
        ("a.json", "[\n{]", 2, "Expecting"),
        ("a.json", '[\n{"data": {}}]', 2, "'text' is missing"),
        ("a.json", TASK % (3, 7, "COUNTRY"), 2, "counts UTF-16 units"),
        ("a.json", TASK % (2, 9, "COUNTRY"), 2, "outside the text"),
        ("a.json", TASK % (1, 5, "COUNTRY"), 2, "not 'Oslo'"),
        ("a.json", TASK % (2, 6, "CITY"), 2, "`CITY` at 2 is none of"),
        ("a.ann", "T1\tCOUNTRY 0 3\tOslo\n", 1, "not 'Oslo'"),
        ("a.ann", "\nT1\tCOUNTRY 3 7\tOslo\n", 2, "counts UTF-16 units"),
        ("a.ann", "T1\tCOUNTRY 2 99\tOslo\n", 1, "outside the text"),
        ("a.ann", "T1\tCITY 2 6\tOslo\n", 1, "`CITY` is none of"),
        ("a.ann", "T1 COUNTRY 2 6 Oslo\n", 1, "no place"),
        ("a.ann", "T1\tCOUNTRY 2 3;5 6\tO o\n", 1, "a gap with words"),
        ("a.ann", "T1\tCOUNTRY 2 6\tOslo\nA1\tForm T2 metonym\n", 2, "T2 is nowhere"),
        ("a.ann", "T1\tCOUNTRY 2 6\tOslo\nA1\tForm T1 town\n", 1, "no form"),
        ("a.ann", "T1\tROLE 2 6\tOslo\n", 1, "no normal form"),
        ("a.ann", "T1\tPERSON 2 6\tOslo\nA1\tForm T1 demonym\n", 1, "`demonym` is no form of PERSON"),
    ],
)
def test_a_fault_names_file_line_and_reason(tmp_path, name, content, line, reason):
    (tmp_path / "a.txt").write_text("🎉 Oslo", "utf-8")
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(ValueError) as caught:
        read_gold(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}:{line}: "), caught.value
    assert reason in str(caught.value)


@pytest.mark.parametrize("form", FORMATS)
def test_rows_that_do_not_fit_their_text_are_not_written(tmp_path, form):
    bad = GoldDocument("a", "🎉 Oslo", None, (Mention("a", 3, 7, "Oslo", "COUNTRY"),))
    with pytest.raises(ValueError, match="a: at 3:7 the text has 'slo', not 'Oslo'"):
        write([bad], tmp_path / "to" / "a.x" if form != "brat" else tmp_path / "to", form)
    assert form == "brat" or not list((tmp_path / "to").iterdir())


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_there_is_written_over_only_by_force(run, tmp_path, form):
    to = tmp_path / "folder"
    arguments = ("export", "--to", to, "--format", form, "--out", run)
    assert called(*arguments).exit_code == 0
    result = called(*arguments)
    assert result.exit_code == 1 and "--force" in result.output
    result = called(*arguments, "--force", "--quiet")
    assert result.exit_code == 0 and not result.output


def test_brat_by_force_leaves_no_document_of_before(tmp_path):
    write(made(), tmp_path / "a", "brat")
    write(made()[:2], tmp_path / "a", "brat", force=True)
    assert len(read_gold(tmp_path / "a")) == 2


def test_the_command_says_what_is_missing(tmp_path):
    result = called("export", "--to", tmp_path / "a.tsv", "--format", "conll", "--out", tmp_path / "none")
    assert result.exit_code == 1 and "no table documents: `depeche run`" in result.output
    assert called("export", "--to", tmp_path / "a.tsv", "--format", "pdf").exit_code == 2


# ---- the command, from tables to scores


@pytest.mark.parametrize("form", PLACES)
def test_evaluate_takes_each_as_gold(run, tmp_path, form):
    to = tmp_path / PLACES[form]
    assert called("export", "--to", to, "--format", form, "--out", run).exit_code == 0
    result = called("evaluate", to, "--tables", "--out", run, "--json")
    assert result.exit_code == 0, result.output
    scores = json.loads(result.output)
    assert scores["n_documents"] == 6
    assert all(row["linked"]["f1"] in (1.0, None) for row in scores["mentions"])


# ---- the terminal


def test_extract_shows_the_text_in_colour_on_a_terminal_only(monkeypatch):
    import io

    from rich.console import Console

    from pipeline import cli_text, running

    text, mentions, _ = parse_marked("Le [ministère [russe](COUNTRY RUS demonym)](MINISTRY RU.health) cède.")
    monkeypatch.setattr(running, "extracted", lambda documents, options: [(documents[0], list(mentions), [])])
    piped = called("extract", text).output
    assert piped.startswith("start") and "Le ministère" not in piped
    shown = {}
    for colour in (True, False):
        screen = Console(
            file=io.StringIO(),
            force_terminal=True,
            width=120,
            no_color=not colour,
            highlight=False,
            color_system="truecolor",
            markup=False,
        )
        monkeypatch.setattr(cli_text, "console", lambda: screen)  # noqa: B023
        assert called("extract", text).exit_code == 0
        shown[colour] = screen.file.getvalue()
        assert "start" in shown[colour].split("\n\n", 1)[1]
    assert "\x1b[" in shown[True].split("\n")[0]
    assert "Le [ministère [russe](COUNTRY RUS demonym)](MINISTRY RU.health) cède." in shown[False]
    assert called("extract", text, "--json").output.startswith("[")


def test_shells_complete_the_command():
    page = called("--help").output
    assert "--install-completion" in page and len(page.splitlines()) < 60
    assert "--install-completion" not in called("export", "--help").output
