"""Doctoring: is what a run needs there and as it should be? Each answer is one line, with what to do where it is not.

Nothing is changed, and no server is asked.
"""

import base64
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline.engine import RunError

PACKAGE = "depeche"
ROOM = 100_000_000
"""Bytes that should be free where tables go: those of some 20,000 articles."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer: what was looked at, whether it is well, and what was seen or is to be done."""

    about: str
    well: bool
    told: str


def examine(out: Path, folders: Iterable[str | Path] = ()) -> Iterator[Finding]:
    """What is found, in the order in which a person would mend it."""
    folders = list(folders)
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info >= (3, 11), f"{version}, {sys.executable}")
    yield _packages()
    yield _tried("model", _model)
    yield _tried("model works", _answer)
    yield _tried("gazetteer", lambda: _tables(folders))
    yield _writable(out)
    yield _writable(Path(tempfile.gettempdir()), "temporary files")


def _tried(about: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except (RunError, OSError, ValueError, ImportError) as error:
        return Finding(about, False, str(error))


def _packages() -> Finding:
    """Every package that is needed, and in a version that will do."""
    from packaging.requirements import Requirement
    try:
        wanted = [Requirement(line) for line in metadata.requires(PACKAGE) or ()]
    except metadata.PackageNotFoundError:
        return Finding("packages", False, f"{PACKAGE} is not installed: pip install -e .")
    wrong, seen = [], []
    for need in wanted:
        if need.marker and not need.marker.evaluate({"extra": ""}):
            continue
        try:
            have = metadata.version(need.name)
        except metadata.PackageNotFoundError:
            wrong.append(f"{need.name} is missing")
            continue
        seen.append(f"{need.name} {have}")
        if not need.specifier.contains(have, prereleases=True):
            wrong.append(f"{need.name} is {have}, wanted {need.specifier}")
    told = f"{'; '.join(wrong)}: make run, or pip install -e ." if wrong else ", ".join(seen)
    return Finding("packages", not wrong, told)


def _model() -> Finding:
    from pipeline.recording import MODEL
    return _files(MODEL)


def _files(name: str) -> Finding:
    """The model's package, its files each against the hash that the package lists."""
    from pipeline.recognising.model import PIN
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return Finding("model", False, f"{name} is not installed: make run, or pip install {PIN}")
    damaged, checked, whole = [], 0, hashlib.sha256()
    for file in sorted(files, key=str):
        if not file.hash or file.suffix == ".pyc":
            continue
        path, checked = Path(file.locate()), checked + 1
        found = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        whole.update(found)
        if base64.urlsafe_b64encode(found).rstrip(b"=").decode() != file.hash.value:
            damaged.append(file.name)
    if damaged or not checked:
        told = (f"not as it was packed: {', '.join(damaged[:3]) or 'no file'}; "
                f"pip install --force-reinstall {PIN}")
        return Finding("model", False, told)
    return Finding("model", True, f"{name} {metadata.version(name)}, {checked} files as they were packed, "
                                  f"sha256 {whole.hexdigest()[:12]}")


def _answer() -> Finding:
    """Does the model, run by the fast code, find a name?"""
    from pipeline.parts import loaded_model
    from pipeline.recognising.model import model_spans
    model = loaded_model("fast")
    found = next(iter(model_spans(model, ["Simone Veil arrive à Nice."])))
    well = (0, 11, "PER") in found
    kind = getattr(model, "kind", "stock")
    told = f"by {'our fast code' if kind == 'fast' else 'spaCy alone, slower'}"
    return Finding("model works", well and kind == "fast",
                   told if well else f"{told}, but it finds {found} in `Simone Veil arrive à Nice.`")


def _tables(folders: list[str | Path]) -> Finding:
    """The gazetteer, loaded, and the faults that its check finds."""
    from pipeline.gazetteer import Gazetteer
    from pipeline.gazetteer.checking import check
    from pipeline.recording import gazetteer_sha256
    faults = check(*folders)
    if faults:
        return Finding("gazetteer", False, f"{len(faults)} faults, the first: {faults[0]}; see depeche gazetteer check")
    loaded = Gazetteer.load(*folders)
    return Finding("gazetteer", True, f"{len(loaded.countries)} countries, {len(loaded.people)} people, no faults, "
                                      f"sha256 {gazetteer_sha256(folders)[:12]}")


def _writable(folder: Path, about: str = "tables go to") -> Finding:
    """Can files be made there, or in the nearest folder above that exists, and is there room?"""
    there = next((path for path in (folder.absolute(), *folder.absolute().parents) if path.exists()), Path("/"))
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"a" * 10_000)
    except OSError as error:
        return Finding(about, False, f"{folder}: cannot be written: {error.strerror}")
    free = shutil.disk_usage(there).free
    return Finding(about, free >= ROOM, f"{folder}, {free / 1e9:,.1f} GB free")
