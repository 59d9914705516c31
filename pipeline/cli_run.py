"""The commands of the stages: `depeche run`, `read`, `recognise`, `normalise` and `tabulate`."""

import shlex
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.console import (
    OUT,
    TABLES,
    WORK,
    Gazetteers,
    Ner,
    NerOption,
    Out,
    Quiet,
    console,
    counted,
    fail,
    last_run,
    layers,
    named,
    options_of,
    plain,
    said,
    to_type,
)

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.running import Options

SOME_REJECTED = 3
REJECTS_NAMED = 5
MEGABYTE = 1_000_000
STANDARD_INPUT = "-"
RECORDS = "Records (JSONL, CSV, TSV, Parquet)"

Inputs = Annotated[list[str] | None, typer.Argument(
    metavar="INPUT", show_default="those of the last run into --out, with its columns and its gazetteer; else data/raw",
    help="Files, folders or globs; `-` is standard input. Texts (.txt .md .html), records (.jsonl .csv .tsv .parquet), "
         "each also as .gz or .zst, and .zip of them.")]
Csv = Annotated[bool, typer.Option("--csv", rich_help_panel=TABLES, help="Write each table as CSV, too.")]
Excel = Annotated[bool, typer.Option(
    "--excel", rich_help_panel=TABLES,
    help="CSV for spreadsheets: semicolons, a byte order mark, cells that look like formulas guarded.")]
Workers = Annotated[int | None, typer.Option(
    "--workers", "-w", metavar="N", min=1, rich_help_panel=WORK, show_default="the cores; 1 for a small corpus",
    help="Processes that do the work.")]
Scheduler = Annotated[str | None, typer.Option(
    "--scheduler", metavar="ADDRESS", rich_help_panel=WORK,
    help="Work on a cluster: a dask.distributed scheduler's address, `tcp://host:8786`; needs `depeche\\[cluster]`.")]
Seconds = Annotated[float, typer.Option("--seconds", metavar="N", min=0.001, rich_help_panel=WORK,
                                        help="What one document may take, beside what its length allows it, before it "
                                             "is rejected.")]
Retry = Annotated[bool, typer.Option("--retry", rich_help_panel=WORK,
                                     help="Try documents again that failed; with more --seconds they are, anyway.")]
Unique = Annotated[bool, typer.Option("--unique", rich_help_panel=TABLES,
                                      help="Count in `entities` and `cooccurrences` no document that repeats another "
                                           "(`documents.duplicate_of`).")]
Split = Annotated[int | None, typer.Option(
    "--split", metavar="MB", min=1, rich_help_panel=TABLES, show_default="256, or as in the last run into --out",
    help="A larger table is a folder of Parquet files of that size, by its text and 320 bytes a row; pandas reads it "
         "as one.")]
TextColumn = Annotated[str | None, typer.Option(metavar="NAME", rich_help_panel=RECORDS, show_default="text",
                                                help="Column of the text.")]
IdColumn = Annotated[str | None, typer.Option(metavar="NAME", rich_help_panel=RECORDS, show_default="doc_id or id",
                                              help="Column of the document's id.")]
TitleColumn = Annotated[str | None, typer.Option(metavar="NAME", rich_help_panel=RECORDS, show_default="title",
                                                 help="Column of the title.")]
DateColumn = Annotated[str | None, typer.Option(metavar="NAME", rich_help_panel=RECORDS,
                                                show_default="published or date", help="Column of the date.")]
French = Annotated[bool, typer.Option("--french-only", rich_help_panel=WORK,
                                      help="Reject documents that are in another language.")]

app = typer.Typer()


@app.command()
def run(inputs: Inputs = None, out: Out = OUT, csv: Csv = False, excel: Excel = False, unique: Unique = False,
        split: Split = None, gazetteer: Gazetteers = None, workers: Workers = None, scheduler: Scheduler = None,
        ner: NerOption = Ner.fast, seconds: Seconds = 60, retry: Retry = False, quiet: Quiet = False,
        text_column: TextColumn = None, id_column: IdColumn = None, title_column: TitleColumn = None,
        date_column: DateColumn = None, french_only: French = False) -> None:
    """Read, recognise, normalise and tabulate: everything, from the inputs to the tables.

    A second run does only what is missing or has changed; a run that was stopped goes on where it stood.
    """
    _stage("run", inputs or [], quiet, out=out, csv=csv, excel=excel, unique=unique, split=split, gazetteer=gazetteer,
           workers=workers, scheduler=scheduler, ner=ner, seconds=seconds, retry=retry, text_column=text_column,
           id_column=id_column, title_column=title_column, date_column=date_column, french_only=french_only)


@app.command()
def read(inputs: Inputs = None, out: Out = OUT, csv: Csv = False, excel: Excel = False, quiet: Quiet = False,
         text_column: TextColumn = None, id_column: IdColumn = None, title_column: TitleColumn = None,
         date_column: DateColumn = None, french_only: French = False) -> None:
    """First stage: the inputs into `documents` and `rejects`. An input lands in one of them."""
    _stage("read", inputs or [], quiet, out=out, csv=csv, excel=excel, text_column=text_column, id_column=id_column,
           title_column=title_column, date_column=date_column, french_only=french_only)


@app.command()
def recognise(out: Out = OUT, csv: Csv = False, excel: Excel = False, gazetteer: Gazetteers = None,
              workers: Workers = None, scheduler: Scheduler = None, ner: NerOption = Ner.fast, seconds: Seconds = 60,
              retry: Retry = False, quiet: Quiet = False) -> None:
    """Second stage: `documents` into `mentions` and `roles` that are not linked yet. Here the model works."""
    _stage("recognise", None, quiet, out=out, csv=csv, excel=excel, gazetteer=gazetteer, workers=workers,
           scheduler=scheduler, ner=ner, seconds=seconds, retry=retry)


@app.command()
def normalise(out: Out = OUT, csv: Csv = False, excel: Excel = False, gazetteer: Gazetteers = None,
              workers: Workers = None, seconds: Seconds = 60, retry: Retry = False, quiet: Quiet = False) -> None:
    """Third stage: `mentions` and `roles` with their entities. No model; names that are new need `recognise` first."""
    _stage("normalise", None, quiet, out=out, csv=csv, excel=excel, gazetteer=gazetteer, workers=workers,
           seconds=seconds, retry=retry)


@app.command()
def tabulate(out: Out = OUT, csv: Csv = False, excel: Excel = False, unique: Unique = False,
             quiet: Quiet = False) -> None:
    """Fourth stage: the linked tables into `entities` and `cooccurrences`."""
    _stage("tabulate", None, quiet, out=out, csv=csv, excel=excel, unique=unique)


def _stage(name: str, inputs: list[str] | None, quiet: bool, *, out: Path, csv: bool, excel: bool,
           split: int | None = None, **told: Any) -> None:
    """Run a stage with a progress bar and end with its summary and exit code; `inputs` None: it reads tables.

    Who names no input goes on with the last run: its gazetteer lies under the one named now.
    """
    with said(out):
        from pipeline import running
        if not inputs and "gazetteer" in told:
            told["gazetteer"] = layers(out, told["gazetteer"])
        if inputs == []:
            inputs, told = _repeated(out, told, quiet)
        options = options_of(out=out, csv=csv or excel, excel=excel, split=split and split * MEGABYTE, **told)
        stages = set()
        with _progress(quiet) as show:
            def progress(stage: str, *figures: Any) -> None:
                stages.add(stage)
                show(stage, *figures)

            arguments = (options, progress) if inputs is None else (inputs, options, progress)
            record = getattr(running, name)(*arguments)
    rejects = record["rejects"]
    if name not in ("run", "read"):
        rejects = {reason: n for reason, n in rejects.items() if reason in ("failed", "timeout")}
    _name_rejects(out, rejects)
    if not quiet:
        _print_summary(console(), name, record, options, stages)
    if rejects:
        raise typer.Exit(SOME_REJECTED)


def _name_rejects(out: Path, rejects: dict[str, int]) -> None:
    """Say on standard error what was rejected for one of these reasons and why: the first, and how many more."""
    from pipeline.rows import Reject
    from pipeline.tabulating import read_rows
    rows = read_rows(out / "rejects.parquet", Reject) if rejects else ()
    for row in islice((row for row in rows if row.reason in rejects), REJECTS_NAMED):
        typer.echo(f"depeche: {plain(row.detail)}", err=True)
    if (more := sum(rejects.values()) - REJECTS_NAMED) > 0:
        typer.echo(f"depeche: and {counted(more, 'input')} more rejected: {plain(named(out))}/rejects.parquet",
                   err=True)


def _repeated(out: Path, told: dict[str, Any], quiet: bool) -> tuple[list[str], dict[str, Any]]:
    """The inputs of the last run into `out`, with its columns; data/raw where there was none."""
    record = last_run(out)
    inputs = record.get("inputs") or ["data/raw"]
    if STANDARD_INPUT in inputs:
        fail(f"the last run into {out} read standard input, which cannot be read again: name the INPUT")
    if "inputs" in record and not quiet:
        typer.echo(f"again: {plain(shlex.join(inputs))}")
    told |= {name: told[name] or value for name, value in record.get("reading", {}).items()}
    return inputs, told


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int | None, int], None]]:
    """A bar for each stage on a terminal: documents done, their rate, the time left, the rejects. Nothing elsewhere."""
    if quiet or not (screen := console(stderr=True)).is_terminal:
        yield lambda stage, done, total, rejects: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Documents a second."""

        def render(self, task: Any) -> Text:
            speed = task.finished_speed or task.speed
            return Text("" if not speed else f"{speed:,.0f}/s" if speed >= 10 else f"{speed:.1f}/s")

    bars = Progress(SpinnerColumn(), TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), Rate(),
                    TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(),
                    TextColumn("{task.fields[rejects]}"), console=screen)
    tasks: dict[str, Any] = {}
    shown = 0.0

    def told(stage: str, done: int, total: int | None, rejects: int) -> None:
        nonlocal shown
        if stage not in tasks:
            tasks[stage] = bars.add_task(stage, total=total, completed=done, rejects="")
        elif done != total and time.monotonic() - shown < 0.1:
            return
        shown = time.monotonic()
        bars.update(tasks[stage], completed=done, total=total, rejects=f"{rejects} rejected" if rejects else "")

    with bars:
        yield told


NEXT = {"read": "recognise", "recognise": "normalise", "normalise": "tabulate"}
"""The stage that follows."""


def _print_summary(screen: "Console", stage: str, record: dict, options: "Options", stages: set[str]) -> None:
    """What a person wants to know after a run; `stages` are those that had anything to do."""
    from pipeline.tabulating import TABLES as NAMES
    counts, rejects, out = record["counts"], record["rejects"], plain(named(options.out))
    worked = ", ".join(f"{name} {record['seconds'][name]:.1f} s" for name in record["seconds"] if name in stages)
    n_documents = counts.get("documents", 0)
    told = [f"{counted(n_documents, 'document')}, {counted(counts.get('mentions', 0), 'mention')}, "
            f"{counted(counts.get('roles', 0), 'role')} "
            f"({worked or 'nothing has changed: the tables are as they were'})"]
    if n_documents and "most_mentioned" in record and stage in ("run", "tabulate"):
        for label, one, many in (("PERSON", "person", "people"), ("MINISTRY", "ministry", "ministries"),
                                 ("COUNTRY", "country", "countries")):
            often = ", ".join(f"{plain(entity_id if label == 'MINISTRY' else name or entity_id)} ({n})"
                              for entity_id, name, n, _ in record["most_mentioned"][label])
            n = record["entities"][label]
            told.append(f"  {n:>6,} {one if n == 1 else many:<11}{often}".rstrip())
    if rejects:
        reasons = ", ".join(f"{n} {reason}" for reason, n in rejects.items())
        told.append(f"  rejected: {reasons} (each with its reason in {out}/rejects.parquet)")
    elif stage in ("run", "read"):
        told.append("  nothing rejected")
    told.append(f"tables: {out}/ " + " ".join(f"{name}.parquet" for name in NAMES if name in counts)
                + (" (and .csv)" if options.csv else ""))
    if n_documents:
        told.append(f"next: {to_type(NEXT[stage], options.out)}" if stage in NEXT else
                    f"next: pandas.read_parquet('{out}/mentions.parquet'), the notebooks, "
                    f"or `{to_type('run', options.out)}` after an edit of the gazetteer")
    screen.print("\n".join(told), soft_wrap=True)
