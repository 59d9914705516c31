"""Named inputs to the list of files they mean: folders walked, globs spread, kinds told by the file's ending."""

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.reading.refusing import Unfit, one_line
from pipeline.reading.remote import Place, is_url, places
from pipeline.rows import Reject

STANDARD_INPUT = "-"

KINDS = {
    "": "text", ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
    ".parquet": "parquet",
    ".zip": "zip",
}
"""What a file's ending says it holds. An ending that stands nowhere here is read as text, if it is text."""

PACKINGS = {".gz": "gzip", ".zst": "zstd", ".zstd": "zstd"}

NOT_PROSE = frozenset(
    ".json .geojson .xml .rss .atom .svg .yaml .yml .toml .ini .cfg .conf .log .lock .py .ipynb .js .ts .css .sh .bat "
    ".sql .bib .tex .eml .mbox .ics .tar .tgz".split())
"""Endings whose files are text by their bytes, but not one article: refused rather than read wrongly."""


_SURROGATE = re.compile("[\ud800-\udfff]")  # how Python holds a byte of a file's name that is not UTF-8


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: a file, a member of an archive, or standard input."""

    name: str                # as the tables show it: the path as it was named, `archive.zip/member` in an archive
    kind: str                # a value of `KINDS`, or `unknown`
    stem: str                # the file's name without its endings: the document's id
    folder: str = ""         # name of the folder it is in; empty where the path names none
    packing: str | None = None  # `gzip`, `zstd`, None
    path: Path | Place | None = None  # None for standard input and members


def source_of(name: str, path: Path | Place | None = None) -> Source:
    """The source that a path or an archive member's name stands for.

    >>> source_of("2023/a.txt.gz").stem, source_of("2023/a.txt.gz").packing, source_of("2023/a.csv").kind
    ('a', 'gzip', 'csv')

    Raises `Unfit` for an ending that says it holds no article, such as `.json` or `.py`.
    """
    pure = PurePosixPath(name)
    packing = PACKINGS.get(pure.suffix.lower())
    unpacked = PurePosixPath(pure.stem) if packing else PurePosixPath(pure.name)
    ending = unpacked.suffix.lower()
    if ending in NOT_PROSE:
        raise Unfit("unreadable", f"is of a kind not read here ({ending}); what is read: "
                    + " ".join(kind for kind in KINDS if kind))
    return Source(shown(name), KINDS.get(ending, "unknown"), shown(unpacked.stem), shown(pure.parent.name), packing,
                  path)


def shown(name: str) -> str:
    r"""A file's name as a table can hold it: bytes that are not UTF-8 are written out, `caf\xe9.txt`."""
    return _SURROGATE.sub(lambda byte: f"\\x{ord(byte[0]) & 0xff:02x}", name)


def find(inputs: Iterable[str | os.PathLike]) -> list[Source | Reject]:
    """Every file that the inputs mean, in the order of their paths, standard input last; each file once.

    The order is that of the paths and not that of the inputs, so that the same files get the same ids however they
    are named. Hidden files and files named `README*` inside a folder or behind a glob are left out; named outright,
    they are read. Links are followed where they stay inside the folder.
    """
    found: dict[tuple[str, ...], Source | Reject] = {}
    piped = False
    for named in inputs:
        if os.fspath(named) == STANDARD_INPUT:
            piped = True
            continue
        for name, item in _expand(named):
            found.setdefault(tuple(name.split("/")), item)
    seen: set[str] = set()
    ordered: list[Source | Reject] = []
    for _, item in sorted(found.items()):
        if isinstance(item, Source):
            real = os.path.realpath(item.path) if isinstance(item.path, Path) else str(item.path)
            if real in seen:
                continue
            seen.add(real)
        ordered.append(item)
    if piped:
        ordered.append(Source(STANDARD_INPUT, "stream", "stdin"))
    return ordered


def skipped(name: str) -> bool:
    """Whether a file or folder of this name is left out of a walk: hidden, or a README.

    >>> [skipped(name) for name in ("README.md", ".git", "readme.txt", "reading.txt")]
    [True, True, True, False]
    """
    return name.startswith((".", "README", "__MACOSX")) or name.lower().split(".")[0] == "readme"


def rejected(name: str, fault: Unfit, record: int | None = None) -> Reject:
    """The reject that a fault makes: its detail is one line that names the input and the reason."""
    place = f"{name}#{record}" if record is not None else name
    return Reject(shown(name), record, fault.reason, one_line(f"{shown(place)}: {shown(fault.detail)}"))


Named = tuple[str, Source | Reject]
"""What is found, by its path as the system has it: two names that are not both UTF-8 may be shown alike."""


def _refused(name: str, reason: str, detail: str) -> Named:
    return name, rejected(name, Unfit(reason, detail))


def _expand(named: str | os.PathLike) -> Iterator[Named]:
    if is_url(os.fspath(named)):
        yield from _remote(os.fspath(named))
        return
    path = Path(named)
    name = path.as_posix()
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        if isinstance(fault, (FileNotFoundError, NotADirectoryError, ValueError)):
            if glob.has_magic(os.fspath(named)):
                yield from _spread(os.fspath(named))
            else:
                yield _refused(name, "missing", "no such file or folder")
        else:
            yield _refused(name, "unreadable", f"cannot be opened: {fault.strerror}")
        return
    if stat.S_ISDIR(mode):
        empty = True
        for item in _walk(path, os.path.realpath(path)):
            empty = False
            yield item
        if empty:
            yield _refused(name, "empty", "holds no file to read")
    else:
        yield from _one(path, mode, ordinary_only=False)


def _remote(url: str) -> Iterator[Named]:
    """The files that a URL means; in a folder or behind a glob, hidden ones and READMEs are left out."""
    empty = True
    try:
        for place, way in places(url):
            if way is None or not any(map(skipped, way.parts)):
                empty = False
                try:
                    yield str(place), source_of(str(place), place)
                except Unfit as fault:
                    yield str(place), rejected(str(place), fault)
        if empty:
            yield _refused(url, "empty", "holds no file to read")
    except Unfit as fault:
        yield url, rejected(url, fault)


def _one(path: Path, mode: int, ordinary_only: bool = True) -> Iterator[Named]:
    name = path.as_posix()
    if not (stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and not ordinary_only)):
        yield _refused(name, "unreadable", "is not an ordinary file")
        return
    try:
        yield name, source_of(name, path)
    except Unfit as fault:
        yield name, rejected(name, fault)


def _spread(pattern: str) -> Iterator[Named]:
    """The files behind a glob; `**` means any depth."""
    fixed = re.split(r"[*?\[]", pattern, maxsplit=1)[0]
    root = os.path.realpath(os.path.dirname(fixed) or ".")
    matches = [Path(match) for match in glob.glob(pattern, recursive=True)]
    matches = [match for match in matches if not skipped(match.name)]
    if not matches:
        yield _refused(pattern, "missing", "no file matches")
    for match in matches:
        linked = "**" in pattern and any(map(os.path.islink, list(match.parents)[:-len(Path(fixed).parents) or None]))
        if linked and os.path.commonpath((os.path.realpath(match), root)) == root:
            continue  # `**` finds it in its real place, too, and would follow a link that loops without end
        yield from _entry(match, root, set())


def _walk(folder: Path, root: str, above: frozenset[str] = frozenset()) -> Iterator[Named]:
    """Every file below `folder`, depth first; `above` are the real folders on the way, so that no link loops."""
    waiting = [(folder, above | {os.path.realpath(folder)})]
    while waiting:
        place, way = waiting.pop()
        try:
            names = sorted(os.listdir(place))
        except OSError as fault:
            yield _refused(place.as_posix(), "unreadable", f"cannot be opened: {fault.strerror}")
            continue
        for name in names:
            if not skipped(name):
                yield from _entry(place / name, root, way, waiting)


def _entry(path: Path, root: str, way: Iterable[str], waiting: list | None = None) -> Iterator[Named]:
    """One entry of a folder: a file to read, a folder to walk (put on `waiting`, or walked), or a reject."""
    try:
        real = os.path.realpath(path)
        if path.is_symlink() and not os.path.exists(real):
            yield _refused(path.as_posix(), "missing", "is a link that leads nowhere")
            return
        if os.path.commonpath((real, root)) != root:  # `**` goes through links: the folder may be one, too
            yield _refused(path.as_posix(), "unreadable", "is a link out of the input folder, not followed")
            return
        mode = path.stat().st_mode
    except OSError as fault:
        yield _refused(path.as_posix(), "unreadable", f"cannot be opened: {fault.strerror}")
        return
    if not stat.S_ISDIR(mode):
        yield from _one(path, mode)
    elif waiting is None:
        yield from _walk(path, root)
    elif real not in way:
        waiting.append((path, way | {real}))
