"""The house: imports run one way, spaCy stays in its room, nothing touches the network, no module is too big."""

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "pipeline"
MODULES = sorted(PACKAGE.rglob("*.py"))

def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


LEVELS = (
    {"arrays", "rows", "rules", "storing"}, {"gazetteer", "reading", "gold"}, {"recognising"}, {"normalising"},
    {"tabulating", "counting", "evaluating", "comparing", "finding"}, {"recording", "engine", "asking"}, {"parts"},
    {"planning", "mirroring"}, {"running"},
    {"explaining", "extracting", "interchange", "reporting", "building", "doctoring"},
    {"console"}, {room(path) for path in MODULES if path.name.startswith("cli_")}, {"cli"}, {"__main__"}, {"__init__"},
)
"""The rooms from the ground up: a room imports from those below it and from its own; `__init__` is the door."""

SPACY = ("recognising", "building", "interchange/docbin")
"""Where spaCy is at home: the recognisers, what wraps them as a component of its pipelines, what writes its format."""

NETWORK = {"socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
LONGEST = 600
WIDEST = 120
"""Lines of a module, characters of a line; the second is the `line-length` of `pyproject.toml`."""


def imports(path: Path) -> set[str]:
    """The dotted names that a module imports anywhere in it, those for types alone too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a name is from"
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_every_room_has_its_level():
    assert {room(path) for path in MODULES} == set().union(*LEVELS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_keeps_to_its_house(path):
    names, height = imports(path), {name: n for n, level in enumerate(LEVELS) for name in level}
    used = {name.split(".")[1] for name in names if name.startswith("pipeline.")} & height.keys()
    above = sorted(name for name in used if height[name] > height[room(path)])
    assert not above, f"imports from above: {above}"
    at_home = path.relative_to(PACKAGE).as_posix().startswith(SPACY)
    assert at_home or not any(name.split(".")[0] in ("spacy", "thinc") for name in names), "imports spaCy"
    network = sorted(name for name in names if NETWORK & {name, name.split(".")[0]})
    assert not network, f"imports the network: {network}"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("folder", (PACKAGE, Path(__file__).parent), ids=lambda folder: folder.name)
def test_no_line_is_too_wide(folder):
    wide = [f"{path.relative_to(folder)}:{number}" for path in sorted(folder.rglob("*.py"))
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > WIDEST]
    assert not wide


def test_no_import_goes_round():
    dotted = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
              for path in MODULES}
    graph = {name: (imports(path) & dotted.keys()) - {name, "pipeline"} for name, path in dotted.items()}
    assert list(TopologicalSorter(graph).static_order())


def test_the_front_door_is_light():
    """`import pipeline` loads neither spaCy nor pandas: the command's help is quick."""
    import subprocess
    code = "import sys, pipeline; sys.exit(bool({'spacy', 'pandas', 'pyarrow', 'numpy'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, check=False).returncode == 0


def test_the_top_level_holds_what_was_agreed():
    """What a trial run leaves behind is no part of the project; hidden names are ours to choose."""
    agreed = {"pyproject.toml", "README.md", "pipeline", "models", "data", "tests", "notebooks", "LICENSE", "Makefile",
              "requirements.lock"}
    made = {"build", "dist", "depeche.egg-info", "gazetteer"}  # the last by whoever follows README, `Adding a name`
    assert {path.name for path in PACKAGE.parent.iterdir() if not path.name.startswith(".")} - made == agreed
