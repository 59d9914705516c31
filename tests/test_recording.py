"""Recording: a hash of what the rows hang on, and of nothing less."""

import ast
from types import SimpleNamespace

import pytest

from pipeline import recording
from pipeline.engine import RunError
from pipeline.recording import LIBRARIES, PACKAGE, ROOMS, code_sha256, digest, gazetteer_sha256, model_sha256

ENTRIES = {"read": ["reading/__init__.py"], "see": ["recognising/model.py", "parts.py"],
           "recognise": ["recognising/__init__.py"], "normalise": ["normalising/__init__.py"]}
"""Where the work of a stage begins."""

NO_ROWS = {"see": {"engine", "recording", "storing", "tabulating", "rows", "reading", "gazetteer", "asking",
                   "normalising", "recognising/__init__"}}
"""What is imported there and does not shape what the model sees."""


def modules(path):
    """The modules of this package that a module imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.startswith("pipeline."):
            for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names)):
                place = PACKAGE.joinpath(*name.split(".")[1:])
                for found in (place.with_suffix(".py"), place / "__init__.py"):
                    if found.exists():
                        yield found


@pytest.mark.parametrize("stage", ENTRIES)
def test_all_code_that_a_stage_comes_by_is_hashed(stage):
    hashed = {path for pattern in ROOMS[stage] for place in [PACKAGE / pattern]
              for path in (place.rglob("*.py") if place.is_dir() else [place])}
    waiting, seen = [PACKAGE / entry for entry in ENTRIES[stage]], set()
    while waiting:
        path = waiting.pop()
        named = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if path not in seen and not named.startswith(tuple(NO_ROWS.get(stage, ("-",)))):
            seen.add(path)
            waiting += modules(path)
    assert seen and {path.relative_to(PACKAGE).as_posix() for path in seen - hashed} == set()


def test_an_edit_of_a_rule_is_none_of_the_model(monkeypatch, tmp_path):
    """Each room's code, changed, changes the hashes of its own stages and no other."""
    import shutil
    shutil.copytree(PACKAGE, tmp_path / "pipeline")
    monkeypatch.setattr(recording, "PACKAGE", tmp_path / "pipeline")
    stages = ("read", "see", "recognise", "normalise", "tabulate")

    def hashes():
        code_sha256.cache_clear()
        return {stage: code_sha256(stage) for stage in stages}

    for edited, wanted in (("recognising/roles.py", {"recognise"}), ("recognising/model.py", {"see", "recognise"}),
                           ("normalising/people.py", {"normalise"}), ("reading/pages.py", {"read"}),
                           ("parts.py", {"see", "recognise", "normalise"}), ("cli.py", set())):
        before = hashes()
        with (tmp_path / "pipeline" / edited).open("a", encoding="utf-8") as file:
            file.write("\n# edited\n")
        after = hashes()
        assert {stage for stage in stages if before[stage] != after[stage]} == wanted
    code_sha256.cache_clear()


def test_a_library_that_comes_or_goes_changes_the_hash(monkeypatch):
    before = {stage: code_sha256(stage) for stage in ROOMS}
    code_sha256.cache_clear()
    installed = recording._version
    monkeypatch.setattr(recording, "_version", lambda name: "none" if name == "trafilatura" else installed(name))
    assert {stage for stage in ROOMS if code_sha256(stage) != before[stage]} == {"read"}
    code_sha256.cache_clear()


def test_no_hash_is_that_of_nothing(monkeypatch, tmp_path):
    empty = {digest(), digest([]), digest([], ""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
    assert not {gazetteer_sha256(()), model_sha256(), *(code_sha256(stage) for stage in ROOMS)} & empty
    assert LIBRARIES.keys() == ROOMS.keys()
    monkeypatch.setattr(recording, "PACKAGE", tmp_path)
    code_sha256.cache_clear()
    for stage in ROOMS:
        with pytest.raises(RunError, match="not there to be read"):
            code_sha256(stage)
    (tmp_path / "gazetteer").mkdir()
    with pytest.raises(RunError, match="no table"):
        gazetteer_sha256(())
    monkeypatch.setattr(recording.metadata, "distribution", lambda name: SimpleNamespace(read_text=lambda name: ""))
    model_sha256.cache_clear()
    with pytest.raises(RunError, match="does not list its files"):
        model_sha256()
    model_sha256.cache_clear()
