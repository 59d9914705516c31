"""What a terminal would obey never reaches it: hostile file names, texts, columns and options, in every command."""

import json
import subprocess
import sys

import pytest

from pipeline.cli import app
from pipeline.console import CONTROL

HOSTILE = "x\x1b[2J\x9b31m\x1b]0;title\x07\u202eabc\u2066"
TEXT = f"Le ministère de la Défense a reçu Emmanuel{HOSTILE} Macron à Paris. Ã©tÃ© \ufffd"


@pytest.fixture
def said(capfd):
    """All that a command prints, on both streams, as this process or one that it starts."""
    def said(*arguments: object) -> str:
        with pytest.raises(SystemExit):
            app([*map(str, arguments)])
        return "".join(capfd.readouterr())

    return said


def said_by_another(*arguments: object) -> str:
    """The same of a process of its own."""
    done = subprocess.run([sys.executable, "-m", "pipeline", *map(str, arguments)], capture_output=True,
                          encoding="utf-8", check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [
    ["extract", TEXT], ["extract", TEXT, "--json"], ["extract", TEXT, "--roles"],
    ["gazetteer", "find", f"Macron{HOSTILE}"], ["run", f"no{HOSTILE}"], ["evaluate", f"no{HOSTILE}"],
    ["doctor", "--gazetteer", f"no{HOSTILE}"],
])
def test_arguments(said, arguments):
    printed = said(*arguments)
    assert printed.strip() and not CONTROL.search(printed.replace("\r", "")), printed


def test_names_and_texts_of_a_run(said, tmp_path):
    folder, out = tmp_path / "in", tmp_path / f"out{HOSTILE}"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}{HOSTILE}.txt").write_text(TEXT, encoding="utf-8")
    (folder / f"r{HOSTILE}.jsonl").write_text(json.dumps({HOSTILE: "a"}) + "\n", encoding="utf-8")
    (folder / f"blank{HOSTILE}.txt").write_text(" ", encoding="utf-8")
    printed = said_by_another("run", folder, "--out", out)
    assert "2 documents" in printed and "rejected" in printed and not CONTROL.search(printed), printed
    assert not CONTROL.search(said("run", folder, "--out", out, "--quiet"))
    for arguments in (["report", "--out", out], ["show", f"0{HOSTILE}", "--out", out],
                      *(["export", "--to", tmp_path / f"{form}{HOSTILE}", "--format", form, "--out", out]
                        for form in ("conll", "brat", "labelstudio")),
                      ["diff", out, out, "--table", out / "changes.csv"]):
        printed = said(*arguments)
        assert "0" in printed and "depeche: " not in printed and not CONTROL.search(printed), printed


def test_what_is_built_and_added(said, tmp_path):
    own = tmp_path / f"own{HOSTILE}"
    for arguments in (["build", "--to", tmp_path / f"model{HOSTILE}"],
                      ["gazetteer", "add", "alias", "Gaule chevelue", "FRA", "--gazetteer", own]):
        printed = said(*arguments)
        assert "\ufffd" in printed and "depeche: " not in printed and not CONTROL.search(printed), printed
