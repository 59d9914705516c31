"""Interchange: documents with their mentions to the formats of other tools, and gold back from them.

    stored tables ── stored() ─┐                      ┌─ docbin       spaCy's DocBin
    gold files ── read_gold() ─┴─ GoldDocument ──────┼─ conll        HIPE's TSV          ─┐
                                                      ├─ brat         standoff, a folder    ├─ read_gold()
                                                      └─ labelstudio  Label Studio's JSON ─┘

Offsets are code points everywhere; what does not fit its text is a `ValueError`, on the way out and on the way in.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.gold import READERS, GoldDocument, parse_marked_file, read_files
from pipeline.interchange import brat, conll, labelstudio
from pipeline.interchange.offsets import Written
from pipeline.rows import Document, Mention, Role
from pipeline.storing import replacing

__all__ = ["FORMATS", "Written", "read_gold", "stored", "write"]

FORMATS = {"docbin": "depeche.spacy", "conll": "depeche.tsv", "brat": "", "labelstudio": "depeche.json"}
"""The formats, and how the file is called where only a folder is named; brat has a folder of files."""


def read_gold(path: str | Path) -> list[GoldDocument]:
    """The gold documents of a file or folder, in any shape that we read.

    `.jsonl` and marked `.txt` as `pipeline.gold.read_gold` has them, CoNLL or HIPE columns (`.tsv`, `.conll`), Label
    Studio's `.json`, and brat's `.txt` where an `.ann` lies beside it.

    Raises ValueError with file and line for whatever is wrong in it.
    """
    parse_brat = brat.reader()

    def parse_text(text: str, source: str) -> Iterator[tuple[int, GoldDocument]]:
        standoff = Path(source).with_suffix(".ann").exists()
        return (parse_brat if standoff else parse_marked_file)(text, source)

    path = Path(path)
    if path.suffix == ".ann":
        path = path.with_suffix(".txt")
    return read_files(
        path,
        READERS
        | {
            ".txt": parse_text,
            ".json": labelstudio.parse_json,
            ".tsv": conll.parse_columns,
            ".conll": conll.parse_columns,
        },
    )


def stored(out: str | Path) -> Iterator[GoldDocument]:
    """The documents of a run with their rows, in order, some at a time: the tables themselves are never held."""
    from pipeline.tabulating import read_rows

    out = Path(out)
    for name in ("documents", "mentions", "roles"):
        if not (out / f"{name}.parquet").exists():
            raise ValueError(f"{out} has no table {name}: `depeche run` writes them all")
    mentions, roles = (
        _following(read_rows(out / f"{name}.parquet", kind)) for name, kind in (("mentions", Mention), ("roles", Role))
    )
    for document in read_rows(out / "documents.parquet", Document):
        yield GoldDocument(
            document.doc_id,
            document.text,
            document.published,
            tuple(mentions(document.doc_id)),
            tuple(roles(document.doc_id)),
        )


def _following(rows: Iterator) -> Callable[[str], list]:
    """A function that is asked for one document after the other, in the tables' order, and gives its rows."""
    held = next(rows, None)

    def of(doc_id: str) -> list:
        nonlocal held
        found = []
        while held is not None and held.doc_id <= doc_id:
            if held.doc_id == doc_id:
                found.append(held)
            held = next(rows, None)
        return found

    return of


def write(documents: Iterable[GoldDocument], to: str | Path, form: str, *, force: bool = False) -> Written:
    """Write documents in one of `FORMATS`; `to` is a file, or a folder in which it gets a name of its own.

    What is there already may hold somebody's corrections: it is a ValueError unless `force`.
    """
    if form not in FORMATS:
        raise ValueError(f"{form!r} is none of {', '.join(FORMATS)}")
    to = Path(to)
    if form == "brat":
        if to.is_file():
            raise ValueError(f"{to} is a file: brat has a folder of files")
        _refuse(to, to.is_dir() and any(to.iterdir()) and not force)
        return brat.write(documents, to)
    if to.is_dir() or not to.suffix:
        to = to / FORMATS[form]
    _refuse(to, to.exists() and not force)
    with replacing(to) as begun:
        written = _writer(form)(documents, begun)
    if form == "labelstudio":
        to.with_suffix(".xml").write_text(labelstudio.configuration(), "utf-8")
    written.path = to
    return written


def _writer(form: str) -> Callable[[Iterable[GoldDocument], Path], Written]:
    if form == "docbin":
        from pipeline.interchange import docbin  # spaCy is slow to import

        return docbin.write
    return conll.write if form == "conll" else labelstudio.write


def _refuse(to: Path, refused: bool) -> None:
    if refused:
        raise ValueError(f"{to} is there, perhaps corrected by hand: name another place, or say --force")
