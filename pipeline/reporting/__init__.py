"""Reporting: the tables of a run as one HTML file that asks nobody for anything.

    tables ── gathering ──> Gathered (plain numbers and strings) ── embedding ──> report.html

The page draws itself in the browser, a view at a time, from data that lie in it compressed; README.md here says how.
"""

from dataclasses import dataclass
from pathlib import Path

from pipeline.reporting.embedding import embed
from pipeline.reporting.gathering import Gathered, gather
from pipeline.storing import write_bytes

__all__ = ["Gathered", "Report", "report", "write_report"]

LIMIT = 24_000_000
"""Bytes that the page may have unless told otherwise: some 8,000 texts of 2,500 characters; a phone still opens it."""

NAME = "report.html"


@dataclass(frozen=True)
class Report:
    """What was written: `n_texts` of `n_documents` have their text in the page, the others only their row."""

    path: Path
    n_bytes: int
    n_documents: int  # in the tables
    n_listed: int  # of them in the page
    n_texts: int  # of them with their text
    n_entities: int  # in the tables
    n_entities_listed: int


def report(out: Path, path: Path | None = None, *, title: str | None = None, limit: int = LIMIT) -> Path:
    """Write the page of the tables in `out` and return where it is: `path`, or `report.html` where that is a folder.

    `path` None: beside the tables. `title` None: the page is called Dépêche. `limit` bounds the file in bytes; where it
    is too small for all texts, the newest are kept. FileNotFoundError where a table is missing; ValueError where one is
    none.
    """
    return write_report(out, path, title=title, limit=limit).path


def write_report(out: Path, path: Path | None = None, *, title: str | None = None, limit: int = LIMIT) -> Report:
    """As `report`, but returns what the page holds."""
    out = Path(out)
    path = Path(path) if path else out
    path = path / NAME if path.is_dir() else path
    gathered = gather(out, title, limit)
    page, n_texts = embed(gathered, limit)
    write_bytes(path, page)
    return Report(
        path,
        len(page),
        gathered.n_documents,
        len(gathered.core["documents"]["id"]),
        n_texts,
        gathered.n_entities,
        len(gathered.core["entities"]["id"]),
    )
