"""The README's commands and outputs are what a user sees: each is run here."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.tabulating import read_table

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
CONSOLES = re.findall(r"```console\n\$ depeche (.+?)\n(.*?)```", README, re.S)
PYTHONS = re.findall(r"```python\n(.*?)```", README, re.S)
COMMANDS = sorted(set(re.findall(r"`depeche ([a-z]+)", README)))


@pytest.mark.parametrize(("command", "output"), CONSOLES)
def test_a_shown_command_prints_what_is_shown(command, output):
    result = CliRunner().invoke(app, shlex.split(command), env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert result.exit_code == 0
    assert [line.split() for line in result.output.splitlines()] == [line.split() for line in output.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_named_command_exists(command):
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


def test_the_python_examples_run(tmp_path, monkeypatch):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("Le ministère israélien de la Défense se tait.", encoding="utf-8")
    out = tmp_path / "data" / "processed"
    assert CliRunner().invoke(app, ["run", str(raw), "--out", str(out), "--quiet"]).exit_code == 0
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    for code in PYTHONS:
        exec(code, names)  # noqa: S102 (the README's own code)
    assert names["mentions"].entity_id.tolist() == ["IL.defence", "ISR"]
    assert names["found"].mentions.entity_id.tolist() == ["FR.foreign-affairs", "RUS"]


def test_adding_a_name_makes_the_next_run_find_it(tmp_path, monkeypatch):
    """The four commands as they stand there, after a run of other texts than those in data/raw."""
    monkeypatch.chdir(tmp_path)
    for folder in ("data/raw", "articles"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.txt").write_text("Hier, Mère Culture a reçu les siens.", encoding="utf-8")
    assert CliRunner().invoke(app, ["run", "articles", "--quiet"]).exit_code == 0
    told = re.search(r"## Adding a name\n```\n(.*?)```", README, re.S)[1].splitlines()
    assert len(told) == 4
    for command in told:
        result = CliRunner().invoke(app, shlex.split(command)[1:])
        assert result.exit_code == 0, result.output
    documents, mentions = (read_table(f"data/processed/{name}.parquet") for name in ("documents", "mentions"))
    assert documents.source.tolist() == ["articles/a.txt"]
    assert mentions[["text", "entity_id"]].values.tolist() == [["Mère Culture", "jeanne-exemple"]]


def test_every_file_named_is_there():
    root = Path(__file__).parents[1]
    made = ("data/processed", "models/depeche")
    told = {name for name in re.findall(r"[`(]([\w./]+/[\w./]+)[`)]", README) if not name.startswith(made)}
    assert len(told) > 8 and not [name for name in told if not (root / name).exists()]


def test_every_column_is_told():
    from pipeline.tabulating import TABLES, schema_of
    for name, row_type in TABLES.items():
        told = next(line for line in README.splitlines() if line.startswith(f"| `{name}`"))
        columns = set(schema_of(row_type).names) - {"extra"}
        assert columns <= set(re.findall(r"`(\w+)`", told)), name
