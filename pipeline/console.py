"""Console: what the commands share: how they print, how they fail, and the options that several of them have.

Whatever a text, a name of a file or an argument holds, it reaches the terminal through `plain`. What is slow to import
is imported where it is needed, so that `--help` is quick.
"""

import csv
import io
import json
import logging
import os
import re
import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.gazetteer import Gazetteer
    from pipeline.running import Options

STOPPED = 130
OUT = Path("data/processed")

BREAK = re.compile(r"(?<=\s)|(?<=[^\W\d][.+-])(?=[^\W\d])")
"""Where a cell may go on in the next line."""

# ---- the options that several commands have


class Ner(StrEnum):
    """Which code runs the model: the weights are the same."""

    fast = "fast"
    stock = "stock"


TABLES, WORK = "Tables", "Work"

def tables_at(named: str | Path) -> Path:
    """The folder of `--out`, or of a URL its mirror here, with the tables that are there."""
    from pipeline.engine import RunError
    from pipeline.mirroring import fetch, folder_of
    try:
        out = folder_of(named)
        fetch(out)
    except RunError as error:
        raise typer.BadParameter(plain(error)) from error
    return out


Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", rich_help_panel=TABLES, parser=tables_at,
                                   help="Folder of the tables, written and read; or a URL that fsspec opens.")]
Gazetteers = Annotated[list[Path] | None, typer.Option(
    "--gazetteer", "-g", metavar="DIR", rich_help_panel=WORK,
    help="A folder of tables laid over the shipped gazetteer; may be given several times, the later wins.")]
NerOption = Annotated[Ner, typer.Option("--ner", rich_help_panel=WORK,
                                        help="How the model is run: our fast code, or spaCy's own.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", rich_help_panel=WORK,
                                     help="No progress, no summary: only what went wrong.")]
Json = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
TableFile = Annotated[Path | None, typer.Option("--table", metavar="FILE",
                                                help="Write all of it as CSV there; `-` prints it.")]



def options_of(*, gazetteer: Iterable[Path] | None = None, ner: Ner = Ner.fast, **others: Any) -> "Options":
    """The options of a command as `running` takes them."""
    from pipeline.running import Options
    return Options(gazetteer=tuple(map(str, gazetteer or ())), ner=ner.value, **others)


# ---- what a terminal is shown

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey, or what would turn its lines around: never printed as it is."""


def plain(text: object) -> str:
    """One line that a terminal shows and does not obey: `'a\\x1b[2J\\nb'` -> `'a�[2J b'`."""
    return CONTROL.sub("\ufffd", " ".join(re.split("[\t\n]+", str(text))))


def counted(n: int, one: str, many: str = "") -> str:
    """So many of something: `(1, 'entity', 'entities') -> '1 entity'`, `(1200, 'mention') -> '1,200 mentions'`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def console(**options: Any) -> "Console":
    """The screen, or for a pipe a page that is wide enough."""
    from rich.console import Console
    screen = Console(highlight=False, markup=False, emoji=False, **options)
    if not screen.is_terminal:  # a pipe has no width at which lines must break
        screen.width = 1000
    return screen


def print_table(screen: "Console", header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows under their header: numbers to the right, None as nothing; what is too wide goes on in the next line."""
    from rich.table import Table
    from rich.text import Text
    rows = list(rows)
    cells = [[_cell(value) for value in row] for row in rows]
    columns = [[name, *(row[place] for row in cells)] for place, name in enumerate(header)]
    gap, widths = _widths(columns, screen.width)
    table = Table(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="bold")
    for place, (name, width) in enumerate(zip(header, widths, strict=True)):
        numbers = all(isinstance(row[place], int | float) for row in rows)
        table.add_column(name, justify="right" if numbers else "left", overflow="fold", width=width)
    for row in cells:
        table.add_row(*(Text("\n".join(_folded(cell, width))) for cell, width in zip(row, widths, strict=True)))
    screen.print(table)


def _widths(columns: Sequence[Sequence[str]], room: int) -> tuple[int, list[int]]:
    """How far apart the columns are, and how wide each is: as its longest word, if there is room, and what is left
    goes to those that lack most."""
    from rich.cells import cell_len
    wanted = [max(map(cell_len, column)) for column in columns]
    widths = [max(cell_len(piece.rstrip()) for cell in column for piece in BREAK.split(cell)) for column in columns]
    between = len(columns) - 1
    gap = 2 if sum(widths) + 2 * between <= room else 1
    room -= gap * between
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    for _ in range(min(room, sum(wanted)) - sum(widths)):
        lacks = [most - width for most, width in zip(wanted, widths, strict=True)]
        widths[lacks.index(max(lacks))] += 1
    return gap, widths


def _folded(cell: str, width: int) -> list[str]:
    """A cell's lines, broken at words: `('ministère de la Défense', 12) -> ['ministère de', 'la Défense']`."""
    from rich.cells import cell_len
    lines = [""]
    for piece in BREAK.split(cell):
        if lines[-1] and cell_len((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else plain(value)


def print_json(value: object) -> None:
    """A value as JSON, its letters readable and its control characters escaped."""
    told = json.dumps(value, ensure_ascii=False, indent=1)
    typer.echo(CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", told))


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows as CSV; the path `-` prints them."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([header, *rows])
    if str(path) == "-":
        typer.echo(file.getvalue(), nl=False)
    else:
        path.write_text(file.getvalue(), "utf-8", newline="")
        typer.echo(f"wrote {plain(path)}")


# ---- what cannot be done


def fail(message: str, code: int = 1) -> NoReturn:
    """Say what is wrong in one line and end the command."""
    typer.echo(f"depeche: {plain(message)}", err=True)
    raise typer.Exit(code)


class _Plain(logging.Formatter):
    """Log lines that a terminal shows and does not obey."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(map(plain, super().format(record).split("\n")))


@contextmanager
def said(about: Path | str | None = None) -> Iterator[None]:
    """What cannot be done is said in one line, with the exit code for it; `about`: the file or folder it is done to."""
    from pipeline.engine import RunError
    warnings = logging.StreamHandler()
    warnings.setFormatter(_Plain("depeche: %(message)s"))  # they name files, and a file's name can be anything
    logging.basicConfig(handlers=[warnings], level=logging.WARNING)
    try:
        yield
    except KeyboardInterrupt:
        fail("stopped; what is done is kept, and the same command goes on from there", STOPPED)
    except RunError as error:
        fail(str(error))
    except BrokenPipeError:  # whoever read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as error:
        named = error.filename or about or ""
        fail(": ".join(filter(None, (str(named), error.strerror or str(error)))))
    except ValueError as error:  # tables, gold and columns that are not what they should be; says which and where
        if os.environ.get("DEPECHE_DEBUG"):
            raise
        fail(str(error))


# ---- the gazetteer, and what the last run was told


def loaded(folders: Sequence[Path] | None) -> "Gazetteer":
    """The shipped gazetteer under these folders; OSError or ValueError, which `said` says, where one is none."""
    from pipeline.gazetteer import Gazetteer
    for folder in folders or ():
        if not folder.is_dir():
            raise FileNotFoundError(2, "there is no such folder of a gazetteer", str(folder))
    try:
        return Gazetteer.load(*(folders or ()))
    except KeyError as error:
        raise ValueError(f"the gazetteer has no column {error}; `depeche gazetteer check` says where") from error


def last_run(out: Path) -> dict:
    """What the last run into `out` wrote of itself in `run.json`; empty where there was none."""
    from pipeline.recording import read_record
    return read_record(out)


def layers(out: Path, named: Iterable[Path] | None = None) -> list[Path]:
    """The gazetteer folders of the last run into `out`, then those that are named now, each once."""
    return list(dict.fromkeys((*map(Path, last_run(out).get("gazetteer", ())), *(named or ()))))


def named(out: Path) -> str:
    """What the user calls the folder of the tables: the URL of a mirror."""
    from pipeline.mirroring import url_of
    return url_of(out) or str(out)


def to_type(command: str, out: Path, *folders: Path) -> str:
    """What to type next: `depeche run --out tables --gazetteer own`."""
    told = [word for folder in folders for word in ("--gazetteer", str(folder))]
    return plain(shlex.join(["depeche", command, "--out", named(out), *told]))
