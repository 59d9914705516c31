"""The command: what it prints, what it writes, and its exit code for whatever may go wrong.

The model and the rules are stood in for, as in `test_running`.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from rich.console import Console
from test_running import stand_in
from typer.main import get_command
from typer.testing import CliRunner

from pipeline import cli, cli_run, cli_text
from pipeline.console import CONTROL, plain, print_table
from pipeline.engine import ONE_THREAD, RunError
from pipeline.evaluating import Fault
from pipeline.tabulating import TABLES


def commands(group, name: str = "depeche"):
    """Each command with its full name, those of groups too."""
    yield name, group
    for word, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{name} {word}")


COMMANDS = dict(commands(get_command(cli.app)))
STAGES = ("run", "read", "recognise", "normalise", "tabulate")


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch, tmp_path):
    stand_in(monkeypatch.setattr)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")


@pytest.fixture
def folder(tmp_path):
    """A good text, and every kind of bad input."""
    place = tmp_path / "data" / "raw"
    (place / "more").mkdir(parents=True)
    (place / "good.txt").write_text(" date 2023-03 Ici Adèle voit Bruno. Et Adèle.", "utf-8")
    (place / "more" / "good.txt").write_text("Ici Chloé.", "utf-8")
    (place / "latin.txt").write_bytes("Ici Hélène a été reçue à l'Élysée près de la forêt.".encode("latin-1"))
    (place / "empty.txt").write_text("", "utf-8")
    (place / "spaces.txt").write_text("   \n\n", "utf-8")
    (place / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" + bytes(range(256)))
    (place / "lines.jsonl").write_text('{"id": "j1", "text": "Ici Zoé."}\n{"id": broken\n{"id": "j2", "body": "x"}\n',
                                       "utf-8")
    return place


def called(*arguments: str, stdin: str | bytes | None = None):
    return CliRunner().invoke(cli.app, [str(a) for a in arguments], input=stdin)


# ---- help

def test_all_commands_are_there():
    wanted = {*STAGES, "extract", "show", "explain", "report", "evaluate", "export", "build", "diff", "doctor",
              "version", "gazetteer", "gazetteer check", "gazetteer find", "gazetteer review", "gazetteer add",
              "gazetteer add person", "gazetteer add ministry", "gazetteer add alias"}
    assert COMMANDS.keys() == {"depeche", *(f"depeche {name}" for name in wanted)}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_and_option_has_help_to_work_from(name):
    command = COMMANDS[name]
    assert len(command.help.split()) > 5
    poor = [option.name for option in command.params if len((getattr(option, "help", None) or "").split()) < 3]
    assert not poor
    page = called(*name.split()[1:], "--help")
    assert page.exit_code == 0
    said = re.sub(r"\W+", " ", re.sub(r"\[/?bold]", "", command.help).replace("\\[", "["))
    assert said.strip() in re.sub(r"\W+", " ", page.output), "markup took a part of it away"
    printed = re.sub(r"\W", "", page.output)
    for option in command.params:
        said = re.sub(r"\W", "", getattr(option, "help", None) or "")
        assert name == "depeche" or said in printed, "markup took a part of it away"


def test_an_option_means_the_same_everywhere():
    """A flag is one in every command, what takes a value takes the same, and those of the stages are told alike."""
    told: dict[str, set] = {}
    for command in COMMANDS.values():
        for option in command.params:
            for word in option.opts if option.param_type_name == "option" else ():
                told.setdefault(word, set()).add((option.is_flag, option.metavar, option.help[:40]))
    alike = {"--out", "--gazetteer", "--workers", "--scheduler", "--json", "--quiet", "--ner", "--seconds", "--table"}
    assert alike <= told.keys()
    assert not {word: meant for word, meant in told.items() if word in alike and len(meant) > 1}
    del told["--to"]  # a file, a folder, or either
    assert not {word: meant for word, meant in told.items() if len({one[:2] for one in meant}) > 1}
    assert all("quiet" in {option.name for option in COMMANDS[f"depeche {stage}"].params} for stage in STAGES)


def test_help_is_quick_for_it_loads_nothing_heavy():
    told = ("import sys, pipeline.cli; "
            "print([name for name in ('spacy', 'pandas', 'pyarrow', 'numpy', 'rich') if name in sys.modules])")
    root = Path(cli.__file__).parents[1]
    result = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, cwd=root, check=True)
    assert result.stdout.strip() == "[]"


def test_python_m_pipeline_is_the_command():
    root = Path(cli.__file__).parents[1]
    result = subprocess.run([sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, cwd=root,
                            check=True)
    assert result.stdout.startswith("depeche ") and "spacy 3.8" in result.stdout


# ---- the stages

def test_run_reads_data_raw_and_says_what_came_of_it(folder, tmp_path):
    result = called("run", "--csv")
    assert result.exit_code == 3, result.output
    assert "4 documents, " in result.output and "people" in result.output and "Adèle (2)" in result.output
    assert "rejected: " in result.output and "1 broken_record" in result.output
    assert "data/processed/" in result.output and "next: " in result.output
    for name in TABLES:
        assert (tmp_path / "data/processed" / f"{name}.parquet").exists()
        assert (tmp_path / "data/processed" / f"{name}.csv").exists()
    documents = pq.read_table(tmp_path / "data/processed/documents.parquet").to_pylist()
    assert {d["doc_id"] for d in documents} == {"good", "more/good", "latin", "j1"}
    assert next(d for d in documents if d["doc_id"] == "latin")["text"].startswith("Ici Hélène a été reçue")
    assert next(d for d in documents if d["doc_id"] == "good")["published"] == "2023-03"
    reasons = sorted(row["reason"] for row in pq.read_table(tmp_path / "data/processed/rejects.parquet").to_pylist())
    assert len(reasons) == 5 and reasons.count("empty") == 2


def test_the_stages_say_which_is_next(folder):
    for stage, following in (("read", "depeche recognise"), ("recognise", "depeche normalise"),
                             ("normalise", "depeche tabulate"), ("tabulate", "read_parquet")):
        result = called(stage)
        assert result.exit_code == (3 if stage == "read" else 0), result.output
        assert f"next: {following}" in result.output.replace("pandas.", "")


def test_nothing_rejected_is_exit_code_0_and_quiet_is_quiet(folder):
    result = called("run", folder / "good.txt", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    result = called("run", folder, "--quiet")
    assert (result.exit_code, result.stdout) == (3, "")
    assert f"depeche: {folder}/empty.txt: is empty\n" in result.stderr and result.stderr.count("\n") == 5


def test_what_was_rejected_is_named_the_first_of_it(folder):
    for number in range(3):
        (folder / f"void{number}.txt").touch()
    for quiet in ((), ("--quiet",)):
        told = called("run", folder, *quiet).stderr.splitlines()
        assert len(told) == 6 and told[-1] == "depeche: and 3 inputs more rejected: data/processed/rejects.parquet"
    result = called("run", folder / "empty.txt")
    assert result.exit_code == 3 and result.stderr == f"depeche: {folder}/empty.txt: is empty\n"
    assert "0 documents" in result.stdout and "next:" not in result.stdout and " people" not in result.stdout


def test_one_of_a_kind_is_no_plural(folder):
    told = called("run", folder / "more").stdout
    assert told.startswith("1 document, 2 mentions, 1 role ") and " 2 people " in told
    (folder / "more" / "good.txt").write_text("ici Chloé.", "utf-8")
    assert re.search("^ +1 person +Chloé", called("run", folder / "more").stdout, re.M)
    assert called("report").stdout.startswith("data/processed/report.html: 1 document, 1 entity, ")


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (["run", "nowhere"], 1, "nowhere: there is no such file or folder"),
    (["run", "*.xyz"], 1, "*.xyz: there is no such file or folder"),
    (["run", "data/raw", "--out", "data/raw/good.txt/out"], 1, "data/raw/good.txt/out: cannot be written"),
    (["run", "data/raw", "--gazetteer", "nowhere"], 1, "nowhere: there is no such folder of a gazetteer"),
    (["show", "t", "--out", "other"], 1, "other/documents.parquet: not there yet; run `depeche run`"),
    (["explain", "t:1", "--out", "other"], 1, "other/documents.parquet: not there yet; run `depeche run`"),
    (["recognise", "--out", "other"], 1, "other/documents.parquet: not there yet; run `depeche read`"),
    (["tabulate", "--out", "other"], 1, "other/documents.parquet: not there yet"),
    (["report", "--out", "other"], 1, "other/documents.parquet: there is no such table; `depeche run` writes it"),
    (["diff", "other", "other"], 1, "other/mentions.parquet: there is no such table; `depeche run` writes it"),
    (["evaluate", "nowhere.jsonl"], 1, "nowhere.jsonl: there is no such file or folder"),
    (["evaluate", "nowhere"], 1, "nowhere: there is no such file or folder"),
    (["gazetteer", "find", "Macron", "--date", "hier"], 2, "'hier' is no date"),
    (["gazetteer", "add", "person", "A B", "--country", "FRA", "--start", "hier"], 1, "--role is missing"),
    (["gazetteer", "add", "person", "A B", "--role", "chef"], 1, "no role is called 'chef'; they are adviser, "),
    (["gazetteer", "add", "person", "A B", "--role", "minister"], 1, "--of or --country is missing"),
    (["run", "--ner", "slow"], 2, "'--ner': 'slow' is not one of"),
    (["run", "--workers", "0"], 2, "'--workers' / '-w': it must be 1 or more"),
    (["run", "--workers", "x"], 2, "a whole number was expected"),
    (["run", "--seconds", "x"], 2, "a number was expected"),
    (["nonsense"], 2, "nonsense"),
])
def test_what_cannot_be_done_is_said_in_a_line(folder, arguments, code, said):
    result = called(*arguments)
    assert result.exit_code == code and said in result.output, result.output
    assert "Traceback" not in result.output
    if code == 1:
        assert result.output.count("\n") == 1


@pytest.mark.parametrize("command", [["run", "nowhere"], ["run", "*.xyz"], ["recognise"], ["normalise"], ["tabulate"]],
                         ids="-".join)
def test_a_run_that_cannot_begin_leaves_no_folder(tmp_path, command):
    (tmp_path / "kept").mkdir()
    for out in ("new/one", "kept"):
        assert called(*command, "--out", out).exit_code == 1
    assert [path.name for path in tmp_path.rglob("*") if path.name != ".parts"] == ["kept"]


def test_a_file_that_cannot_be_written_goes_by_its_own_name(folder):
    called("run", folder / "good.txt", "--quiet")
    assert called("report", "--to", "/proc/x.html").output == "depeche: /proc/x.html: No such file or directory\n"


def test_a_page_for_a_folder_goes_into_it(folder):
    """And takes nothing away that is there."""
    called("run", folder / "good.txt", "--quiet")
    assert called("report", "--to", folder).output.startswith(f"{folder}/report.html: 1 document, ")
    assert (folder / "good.txt").exists()


def test_a_broken_table_is_said_in_a_line(folder):
    called("run", "--quiet")
    Path("data/processed/documents.parquet").write_bytes(b"PAR1 not really")
    result = called("recognise")
    assert result.exit_code == 1 and result.output.count("\n") == 1 and "Traceback" not in result.output


def test_records_by_other_columns(tmp_path):
    (tmp_path / "news.csv").write_text('ref,body,when\n7,"Ici Adèle.",2024-05-01\n', "utf-8")
    result = called("run", "news.csv", "--text-column", "body", "--id-column", "ref", "--date-column", "when")
    assert result.exit_code == 0, result.output
    document, = pq.read_table("data/processed/documents.parquet").to_pylist()
    assert (document["doc_id"], document["text"], document["published"]) == ("7", "Ici Adèle.", "2024-05-01")


def test_a_terminal_sees_a_bar_with_rate_and_time_left(monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(cli_run, "console", lambda **_: Console(file=screen, force_terminal=True, width=140))
    with cli_run._progress(quiet=False) as told:
        told("recognise", 40, 1000, 0)
        time.sleep(0.12)
        told("recognise", 500, 1000, 2)
        time.sleep(0.12)
        told("recognise", 1000, 1000, 2)
    shown = screen.getvalue()
    assert "recognise" in shown and "1000/1000" in shown and "/s" in shown and "left" in shown and "2 rejected" in shown


def test_no_bar_where_nobody_looks(monkeypatch):
    for quiet, terminal in ((True, True), (False, False)):
        screen = io.StringIO()
        monkeypatch.setattr(cli_run, "console", lambda **_: Console(file=screen, force_terminal=terminal))  # noqa: B023
        with cli_run._progress(quiet=quiet) as told:
            told("read", 1, None, 0)
        assert screen.getvalue() == ""


def test_excel_alone_writes_csv(folder):
    called("run", folder / "good.txt", "--excel", "--quiet")
    told = Path("data/processed/mentions.csv").read_bytes()
    assert told.startswith(b"\xef\xbb\xbf") and b";" in told.splitlines()[0]


def test_a_run_without_input_is_the_last_one_again(folder, tmp_path):
    """And so are its columns and its gazetteer: data/raw is read where nothing was."""
    (tmp_path / "own").mkdir()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "note.csv").touch()
    (tmp_path / "news.csv").write_text('ref,body\n7,"Ici Adèle."\n', "utf-8")
    told = ("news.csv", "--text-column", "body", "--id-column", "ref", "--gazetteer", "own", "--out", "out dir")
    assert called("run", *told).exit_code == 0
    for stage in ("normalise", "tabulate"):
        called(stage, "--out", "out dir", *["--gazetteer", "own"] * (stage == "normalise"))
    result = called("run", "--out", "out dir", "--gazetteer", "more")
    assert result.exit_code == 0 and "again: news.csv\n" in result.output, result.output
    assert "`depeche run --out 'out dir'` after an edit" in result.output
    assert pq.read_table("out dir/documents.parquet")["doc_id"].to_pylist() == ["7"]
    assert set(pq.read_table("out dir/mentions.parquet")["name"].to_pylist()) == {"Ici ownmore", "Adèle ownmore"}
    assert json.loads(Path("out dir/run.json").read_text("utf-8"))["inputs"] == ["news.csv"]
    assert called("read", "--out", "out dir").output.startswith("again: news.csv")
    assert called("run").exit_code == 3 and "4 documents" in called("run").output


@pytest.mark.parametrize("stage", STAGES[1:])
def test_a_stage_alone_keeps_the_gazetteer_of_the_last_run(folder, tmp_path, stage):
    (tmp_path / "own").mkdir()
    called("run", folder / "good.txt", "--gazetteer", "own")
    before = pq.read_table("data/processed/mentions.parquet")
    for later in STAGES[STAGES.index(stage):]:
        assert called(later, "--quiet").exit_code == 0
    assert pq.read_table("data/processed/mentions.parquet").equals(before)
    assert json.loads(Path("data/processed/run.json").read_text("utf-8"))["gazetteer"] == ["own"]


def test_standard_input_cannot_be_read_again(folder):
    assert called("run", "-", "--quiet", stdin="Ici Adèle.").exit_code == 0
    result = called("run")
    assert result.exit_code == 1 and "name the INPUT" in result.output and result.output.count("\n") == 1


def test_what_to_type_next_need_not_name_the_gazetteer(folder, tmp_path):
    (tmp_path / "own").mkdir()
    called("read", "--quiet")
    assert "next: depeche normalise --out data/processed\n" in called("recognise", "-g", "own").output
    assert json.loads(Path("data/processed/run.json").read_text("utf-8"))["gazetteer"] == ["own"]


# ---- extract

def test_extract_prints_a_table():
    result = called("extract", "Ici Adèle voit Bruno.")
    assert result.exit_code == 0
    assert [line.split()[:3] for line in result.output.split("\n")[1:4]] == [
        ["0", "Ici", "PERSON"], ["4", "Adèle", "PERSON"], ["15", "Bruno", "PERSON"]]


def test_extract_from_standard_input_as_json_and_csv():
    rows = json.loads(called("extract", "-", "--json", stdin="Ici Adèle.").output)
    assert [(row["start"], row["end"], row["text"], row["entity_id"]) for row in rows] == [
        (0, 3, "Ici", "ici"), (4, 9, "Adèle", "adèle")]
    listed = list(csv.DictReader(io.StringIO(called("extract", "--csv", stdin="Ici Adèle.").output)))
    assert [row["text"] for row in listed] == ["Ici", "Adèle"]
    roles = json.loads(called("extract", "Ici Adèle.", "--json", "--roles").output)
    assert [row["role"] for row in roles] == ["other"]


def test_extract_decodes_what_comes_in_as_a_file_s_bytes():
    rows = json.loads(called("extract", "-", "--json", stdin="Ici Zoé et Français.".encode("latin-1")).output)
    assert [row["text"] for row in rows] == ["Ici", "Zoé", "Français"]
    result = called("extract", "-", stdin=b"\x89PNG\r\n\x1a\n\x00\x00")
    assert result.exit_code == 1 and "nothing to extract from: standard input" in result.output


def test_extract_of_the_name_of_a_file_says_that_there_is_one(folder):
    result = called("extract", "data/raw/good.txt")
    assert result.exit_code == 0 and "`depeche run data/raw/good.txt`" in result.stderr
    assert called("extract", "x" * 5000).stderr == ""


def test_extract_of_roles_says_that_there_is_none(monkeypatch):
    monkeypatch.setattr("pipeline.running.extracted", lambda documents, options: ((d, [], []) for d in documents))
    assert called("extract", "Rien.", "--roles").output == "No role is told.\n"


def test_a_table_breaks_at_words_and_fits_a_terminal():
    screen, wide = Console(file=io.StringIO(), width=80), ("ministries.grammar", "département de la Défense")
    header = cli_text.COLUMNS[cli_text.Mention]
    row = (4, "ministères de la Défense israélien et américain", "MINISTRY", "name", "US.defence", wide[1], wide[0], .9)
    print_table(screen, header, [row, (82, "Washington", "COUNTRY", "metonym", "USA", "États-Unis", "a.capital", .99)])
    told = screen.file.getvalue()
    assert max(map(len, told.splitlines())) <= 80
    assert {*" ".join(map(str, row)).replace(".", ". ").split()} <= {*told.replace(".", ". ").split()} | {"0.", "9"}


def test_extract_from_nothing():
    result = called("extract", "   ")
    assert result.exit_code == 1 and "nothing to extract from" in result.output


def test_a_text_does_not_command_the_terminal():
    assert plain("a\x1b[2J\u202eb\tc\nd") == "a\ufffd[2J\ufffdb c d"
    evil = "Ici Adèle\x1b]0;evil\x07. \u202eBruno"
    for arguments in (["extract", evil], ["extract", evil, "--json"]):
        assert not CONTROL.search(called(*arguments).output)


# ---- evaluate

@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    mentions = [{"start": 4, "end": 9, "text": "Adèle", "label": "PERSON", "form": "name", "entity_id": "adele"}]
    path.write_text(json.dumps({"doc_id": "g", "text": "Ici Adèle.", "mentions": mentions}) + "\n", "utf-8")
    return path


def test_evaluate_prints_and_writes_scores(gold, tmp_path):
    result = called("evaluate", gold, "--errors", "errors.csv")
    assert result.exit_code == 0, result.output
    assert re.search(r"PERSON +1 +2 +50.0 +100.0 +66.7", result.output)
    scores = json.loads(called("evaluate", gold, "--json").output)
    assert scores["mentions"][0]["exact"] == {"gold": 1, "met": 1, "found": 2, "right": 1, "precision": 0.5,
                                              "recall": 1.0, "f1": 0.6667}
    faults = list(csv.DictReader(io.StringIO(Path("errors.csv").read_text("utf-8"))))
    assert ("spurious", "Ici") in {(fault["kind"], fault["found_text"]) for fault in faults}


def test_the_table_of_faults_has_its_columns_where_there_is_none(gold):
    told = json.loads(gold.read_text("utf-8"))
    told |= {"text": "ici Adèle.", "annotated": {"PERSON": ["name"]}}
    told["mentions"][0]["entity_id"] = None
    gold.write_text(json.dumps(told), "utf-8")
    assert called("evaluate", gold, "--errors", "errors.csv").exit_code == 0
    assert Path("errors.csv").read_text("utf-8") == ",".join(field.name for field in fields(Fault)) + "\n"


def test_evaluate_the_tables(gold, tmp_path):
    called("run", gold, "--quiet")
    for table in (pq.read_table("data/processed/documents.parquet"),):
        assert table["doc_id"].to_pylist() == ["g"]
    result = called("evaluate", gold, "--tables")
    assert result.exit_code == 0 and re.search(r"PERSON +1 +2 +50.0 +100.0 +66.7", result.output), result.output


def test_tables_of_another_corpus_are_not_scored(gold, tmp_path):
    (tmp_path / "other.txt").write_text("Rien.", "utf-8")
    called("run", "other.txt", "--quiet")
    result = called("evaluate", gold, "--tables")
    assert result.exit_code == 1 and result.output.count("\n") == 1 and "another corpus" in result.output
    (tmp_path / "g.txt").write_text("Ici Chloé.", "utf-8")
    called("run", "g.txt", "--quiet")
    result = called("evaluate", gold, "--tables")
    assert result.exit_code == 1 and "1 of 1 documents of gold have another text there, as g" in result.output


def test_gold_that_the_tables_lack_in_part_is_told(gold, tmp_path):
    called("run", gold, "--quiet")
    more = json.loads(gold.read_text("utf-8")) | {"doc_id": "more"}
    gold.write_text(gold.read_text("utf-8") + json.dumps(more) + "\n", "utf-8")
    result = called("evaluate", gold, "--tables")
    assert result.exit_code == 0 and "1 of 2 documents of" in result.output and "as more" in result.output


def test_nothing_is_left_in_the_environment_that_slows_others():
    """Each library keeps to one thread, without being told from outside."""
    told = ("import os; from typer.testing import CliRunner; from pipeline.cli import app; "
            "CliRunner().invoke(app, ['version']); "
            f"print({{os.environ.get(name) for name in {ONE_THREAD}}})")
    bare = {name: value for name, value in os.environ.items() if name not in ONE_THREAD}
    done = subprocess.run([sys.executable, "-c", told], env=bare, cwd=Path(cli.__file__).parents[1], text=True,
                          capture_output=True, check=True)
    assert done.stdout.strip() == "{'1'}"


# ---- a table in one file or in several

def test_every_command_reads_a_table_in_several_files(folder, tmp_path, monkeypatch):
    lines = [{"id": f"d{n:03}", "text": f"Ici Adèle voit Bruno {n}. " * 9} for n in range(90)]
    Path("in.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    Path("gold.jsonl").write_text(json.dumps({"doc_id": "d042", "text": lines[42]["text"], "mentions": [
        {"start": 0, "end": 3, "text": "Ici", "label": "PERSON"}]}) + "\n", "utf-8")
    told = {}
    for name, split in (("one", 10**9), ("two", 5000)):
        monkeypatch.setattr("pipeline.recording.SPLIT", split)
        called("run", "in.jsonl", "--out", "out", "--csv")
        assert Path("out/mentions.parquet").is_dir() == (split == 5000)
        outputs = [called(*command, "--out", "out") for command in (
            ["show", "d042"], ["evaluate", "gold.jsonl", "--json"], ["export", "--to", "there", "--format", "brat"],
            ["report", "--to", "page.html"], ["gazetteer", "review", "--table", "-"], ["run", "--csv", "--quiet"])]
        outputs.append(called("diff", "out", "out"))
        assert [done.exit_code for done in outputs] == [0] * 7, [done.output for done in outputs]
        pages = [path.read_bytes() for path in sorted((Path("page.html"), *Path("out").glob("*.csv")))]
        told[name] = [done.output for done in outputs], pages, len(list(Path("there").iterdir()))
        Path("out").rename(name)
        for made in Path("there").iterdir():
            made.unlink()
    assert told["one"] == told["two"] and "90 documents" in told["one"][0][0] + told["one"][0][2]
    assert called("diff", "one", "two", "--table", "-").output.count("\n") == 1


def test_the_size_of_a_table_s_files_is_told_in_megabytes(folder):
    assert called("run", "--split", "1").exit_code == 3
    assert json.loads(Path("data/processed/run.json").read_text("utf-8"))["split"] == 1_000_000


# ---- tables at a URL

@pytest.fixture(params=["memory", "local"])
def url(request, tmp_path, monkeypatch):
    """A place for tables that is reached by a URL only, and a machine's cache."""
    import fsspec
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = f"memory://{tmp_path.name}" if request.param == "memory" else f"local://{tmp_path}/there"
    system, path = fsspec.core.url_to_fs(root)
    system.makedirs(path, exist_ok=True)
    yield f"{root}/out"
    system.rm(path, recursive=True)


def at(url: str) -> dict[str, bytes]:
    """The tables at a URL by their names."""
    import fsspec
    system, root = fsspec.core.url_to_fs(url)
    return {name[len(root) + 1:]: system.cat_file(name) for name in system.find(root)}


def here(out: Path) -> dict[str, bytes]:
    """The same of a folder."""
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*")
            if path.is_file() and ".parts" not in path.parts}


def but_the_record(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != "run.json"}


def test_tables_go_to_a_url(folder, url, tmp_path):
    import pandas as pd
    done = called("run", "data/raw", "--out", url, "--csv")
    assert done.exit_code == 3 and f"tables: {url}/ documents.parquet" in done.output
    called("run", "data/raw", "--out", "plain", "--csv")
    assert but_the_record(at(url)) == but_the_record(here(Path("plain")))
    assert len(pd.read_parquet(f"{url}/mentions.parquet")) == 11
    assert "nothing has changed" in called("run", "--out", url).output
    assert called("show", "j1", "--out", url).output == called("show", "j1", "--out", "plain").output
    assert called("report", "--out", url, "--to", "page.html").exit_code == 0
    for stage in STAGES[2:]:
        assert called(stage, "--out", url, "--quiet").exit_code == 0
    (folder / "lines.jsonl").unlink()
    called("read", "data/raw", "--out", url)
    assert sorted(at(url)) == ["documents.parquet", "rejects.parquet", "run.json"]


def test_tables_that_did_not_get_to_a_url_are_kept_here(folder, url, monkeypatch):
    from pipeline.mirroring import folder_of
    called("run", "data/raw", "--out", url)
    with monkeypatch.context() as broken:
        broken.setattr("pipeline.running.publish", lambda out: None)
        (folder / "lines.jsonl").unlink()
        called("run", "data/raw", "--out", url)
    newer = (folder_of(url) / "documents.parquet").read_bytes()
    called("show", "a", "--out", url)
    assert (folder_of(url) / "documents.parquet").read_bytes() == newer != at(url)["documents.parquet"]
    called("run", "data/raw", "--out", url)
    assert at(url)["documents.parquet"] == newer


def test_tables_that_are_gone_at_a_url_go_on_every_machine(folder, url, tmp_path, monkeypatch):
    from pipeline.mirroring import folder_of
    called("run", "data/raw", "--out", url, "--csv")
    mine = folder_of(url)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    (folder / "lines.jsonl").unlink()
    called("read", "data/raw", "--out", url)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    called("show", "a", "--out", url)
    assert sorted(path.name for path in mine.iterdir() if not path.name.startswith(".")) == sorted(at(url))


def test_another_machine_reads_and_goes_on_with_what_is_at_a_url(folder, url, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.recording.SPLIT", 500)
    called("run", "data/raw", "--out", url, "--csv")
    once = at(url)
    assert "mentions.parquet/part-00001.parquet" in once
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    assert called("show", "j1", "--out", url).exit_code == 0
    assert called("run", "--out", url, "--quiet").exit_code == 3
    assert but_the_record(at(url)) == but_the_record(once)
    (folder / "new.txt").write_text("Ici Adèle.", "utf-8")
    called("run", "--out", url, "--split", "1")
    assert "mentions.parquet" in at(url) and not any("part-" in name for name in at(url))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert "Adèle" in called("show", "new", "--out", url).output


def test_what_was_left_half_written_at_a_url_is_written_again(folder, url):
    import fsspec
    called("run", "data/raw", "--out", url)
    once, (system, root) = at(url), fsspec.core.url_to_fs(url)
    system.pipe_file(f"{root}/mentions.parquet", b"half")
    system.rm_file(f"{root}/run.json")
    assert called("run", "--out", url).exit_code == 3
    system.rm_file(f"{root}/roles.parquet")
    assert called("run", "--out", url).exit_code == 3
    assert but_the_record(at(url)) == but_the_record(once) and "run.json" in at(url)


def test_another_machine_tries_again_what_failed(folder, url, tmp_path, monkeypatch):
    (folder / "crash.txt").write_text("Ici CRASH et Zoé.", "utf-8")
    called("run", folder, "--out", url)
    with monkeypatch.context() as other:
        other.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
        other.setattr("pipeline.recognising.model.model_spans", lambda model, texts: ([(4, 9, "PER")] for _ in texts))
        assert called("run", "--out", url, "--retry").exit_code == 3
        assert "CRASH" in called("show", "crash", "--out", url).output
    assert "CRASH" in called("show", "crash", "--out", url).output
    called("run", "--out", url, "--retry")
    assert "crash" in pq.read_table(io.BytesIO(at(url)["documents.parquet"]))["doc_id"].to_pylist()


def test_tables_go_to_a_url_before_another_run_may_begin(folder, url, monkeypatch):
    from pipeline import mirroring
    from pipeline.recording import only_run
    refused = []

    def publish(system, root, out):
        with pytest.raises(RunError) as told, only_run(out):
            pass
        refused.append(str(told.value))

    monkeypatch.setattr(mirroring, "_publish", publish)
    called("run", folder, "--out", url)
    assert len(refused) == 1 and "another run is writing" in refused[0]


def test_whatever_a_store_raises_is_one_line(folder, monkeypatch):
    class NoCredentials(Exception):
        """As botocore's, which is no OSError."""

    def refuse(self, *arguments, **options):
        raise NoCredentials("Unable to locate credentials")

    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setattr("fsspec.implementations.memory.MemoryFileSystem.makedirs", refuse)
    done = called("run", folder, "--out", "memory://locked/out")
    assert done.exit_code == 1 and done.output == "depeche: memory://locked/out: Unable to locate credentials\n"
    monkeypatch.setattr("fsspec.implementations.memory.MemoryFileSystem.cat_file", refuse)
    done = called("show", "a", "--out", "memory://locked/out")
    assert done.exit_code == 2 and "Unable to locate credentials" in re.sub(r"[\s│]+", " ", done.output)


def test_a_url_may_be_longer_than_a_folder_s_name(folder, url, tmp_path):
    from pipeline.mirroring import folder_of, url_of
    long = "/".join([url, *["2026.11"] * 40])
    assert called("run", folder / "good.txt", "--out", long, "--quiet").exit_code == 0
    assert "mentions.parquet" in at(long) and url_of(folder_of(long)) == long
    assert called("show", "good", "--out", long).exit_code == 0
    for n in range(80):                    # a dot is never a folder's whole name
        dotted = url + "a" * n + "." * 300
        assert url_of(folder_of(dotted)) == dotted and not {".", ".."}.intersection(folder_of(dotted).parts)


def test_two_urls_are_compared_and_a_page_goes_to_one(folder, url):
    called("run", folder, "--out", url)
    called("run", folder / "more", "--out", f"{url}2")
    assert called("diff", url, url).output == "no mention changed\n"
    assert "removed" in called("diff", url, f"{url}2").output
    page = f"{url}/pages/report.html"
    done = called("report", "--out", url, "--to", page)
    assert done.exit_code == 0 and done.output.startswith(f"{page}: 4 documents")
    called("report", "--out", url, "--to", "page.html")
    assert at(url)["pages/report.html"] == Path("page.html").read_bytes()


def test_a_file_s_url_is_its_folder(folder, tmp_path):
    assert called("run", "data/raw", "--out", f"file://{tmp_path}/there").exit_code == 3
    assert (tmp_path / "there" / "mentions.parquet").exists()


@pytest.mark.parametrize(("arguments", "code", "told"), [
    (["run", "data/raw", "--out", "nobody://knows/it"], 2, "nobody://knows/it: Protocol not known"),
    (["show", "j1", "--out", "{url}"], 1, "documents.parquet"),
    (["run", "{url}/in", "--out", "{url}"], 1, "name another --out")])
def test_a_url_that_cannot_be(folder, url, arguments, code, told):
    import fsspec
    system, root = fsspec.core.url_to_fs(url)
    system.makedirs(f"{root}/in", exist_ok=True)
    system.pipe_file(f"{root}/in/a.txt", b"Ici Zoe.")
    done = called(*(argument.format(url=url) for argument in arguments))
    assert done.exit_code == code and told in " ".join(re.sub("[│╭╮╰╯─]", " ", done.output).split())
