"""The command `depeche`: reads the options, calls the function of the same name, and says what came of it.

Exit codes: 0 all went in; 3 some inputs are in `rejects`; 1 the work could not be done; 2 the command was not
understood; 130 stopped by Ctrl-C. What is slow to import is imported where it is needed, so that `--help` is quick.
"""

import json
import logging
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.evaluating import Evaluation, Score
    from pipeline.running import Options

SOME_REJECTED = 3
STOPPED = 130

app = typer.Typer(
    name="depeche", no_args_is_help=True, pretty_exceptions_show_locals=False, rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="French news in, clean tables out: the people, the ministries and the countries in it.",
    epilog="First steps: [bold]depeche run articles/[/bold] reads a folder and writes the tables; "
           "[bold]depeche extract \"Le ministère israélien de la Défense se tait.\"[/bold] shows what a text holds. "
           "Exit codes: 0 nothing rejected, 3 some inputs rejected, 1 could not be done, 2 not understood.")


class Ner(StrEnum):
    """Which code runs the model: the weights are the same."""

    fast = "fast"
    stock = "stock"


TABLES, WORK, RECORDS = "Tables", "Work", "Records (JSONL, CSV, TSV, Parquet)"

Inputs = Annotated[list[str] | None, typer.Argument(
    metavar="INPUT", show_default="data/raw",
    help="Files, folders or globs; `-` is standard input. Texts (.txt .md .html), records (.jsonl .csv .tsv .parquet), "
         "each also as .gz or .zst, and .zip of them.")]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", rich_help_panel=TABLES,
                                   help="Folder of the tables, written and read.")]
Unique = Annotated[bool, typer.Option("--unique", rich_help_panel=TABLES,
                                      help="Count in `entities` and `cooccurrences` no document that repeats another "
                                           "(`documents.duplicate_of`).")]
Csv = Annotated[bool, typer.Option("--csv", rich_help_panel=TABLES, help="Write each table as CSV, too.")]
Excel = Annotated[bool, typer.Option(
    "--excel", rich_help_panel=TABLES,
    help="CSV for spreadsheets: semicolons, a byte order mark, cells that look like formulas guarded.")]
Gazetteers = Annotated[list[Path] | None, typer.Option(
    "--gazetteer", "-g", metavar="DIR", rich_help_panel=WORK,
    help="A folder of tables laid over the shipped gazetteer; may be given several times, the later wins.")]
Workers = Annotated[int | None, typer.Option(
    "--workers", "-w", metavar="N", min=1, rich_help_panel=WORK, show_default="the cores; 1 for a small corpus",
    help="Processes that do the work.")]
Scheduler = Annotated[str | None, typer.Option(
    "--scheduler", metavar="ADDRESS", rich_help_panel=WORK,
    help="Work on a cluster: the address of a dask.distributed scheduler, `tcp://host:8786`; needs `depeche[cluster]`.")]
NerOption = Annotated[Ner, typer.Option("--ner", rich_help_panel=WORK,
                                        help="How the model is run: our fast code, or spaCy's own.")]
Seconds = Annotated[float, typer.Option("--limit", metavar="SECONDS", min=0.001, rich_help_panel=WORK,
                                        help="What one document may take, beside what its length allows it, before it "
                                             "is rejected.")]
Retry = Annotated[bool, typer.Option("--retry", rich_help_panel=WORK,
                                     help="Try documents again that failed; with a higher --limit they are, anyway.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", rich_help_panel=WORK,
                                     help="No progress, no summary: only what went wrong.")]
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

OUT = Path("data/processed")


@app.callback(invoke_without_command=True)
def main(version: Annotated[bool, typer.Option("--version", help="Say the version and end.")] = False) -> None:
    from pipeline.engine import ONE_THREAD
    for name in ONE_THREAD:  # before NumPy is loaded: a worker is a core
        os.environ.setdefault(name, "1")
    if version:
        say_version()
        raise typer.Exit


# ---- the stages


@app.command()
def run(inputs: Inputs = None, out: Out = OUT, csv: Csv = False, excel: Excel = False, unique: Unique = False,
        gazetteer: Gazetteers = None, workers: Workers = None, scheduler: Scheduler = None, ner: NerOption = Ner.fast,
        limit: Seconds = 60, retry: Retry = False,
        quiet: Quiet = False, text_column: TextColumn = None, id_column: IdColumn = None,
        title_column: TitleColumn = None, date_column: DateColumn = None, french_only: French = False) -> None:
    """Read, recognise, normalise and tabulate: everything, from the inputs to the tables.

    A second run does only what is missing or has changed; a run that was stopped goes on where it stood.
    """
    _stage("run", inputs or ["data/raw"], quiet, out=out, csv=csv, excel=excel, unique=unique, gazetteer=gazetteer,
           workers=workers, scheduler=scheduler, ner=ner, seconds=limit, retry=retry, text_column=text_column,
           id_column=id_column, title_column=title_column, date_column=date_column, french_only=french_only)


@app.command()
def read(inputs: Inputs = None, out: Out = OUT, csv: Csv = False, excel: Excel = False, quiet: Quiet = False,
         text_column: TextColumn = None, id_column: IdColumn = None, title_column: TitleColumn = None,
         date_column: DateColumn = None, french_only: French = False) -> None:
    """First stage: the inputs into `documents` and `rejects`. An input lands in one of them."""
    _stage("read", inputs or ["data/raw"], quiet, out=out, csv=csv, excel=excel, text_column=text_column,
           id_column=id_column, title_column=title_column, date_column=date_column, french_only=french_only)


@app.command()
def recognise(out: Out = OUT, csv: Csv = False, excel: Excel = False, gazetteer: Gazetteers = None,
              workers: Workers = None, scheduler: Scheduler = None, ner: NerOption = Ner.fast, limit: Seconds = 60,
              retry: Retry = False, quiet: Quiet = False) -> None:
    """Second stage: `documents` into `mentions` and `roles` that are not linked yet. Here the model works."""
    _stage("recognise", None, quiet, out=out, csv=csv, excel=excel, gazetteer=gazetteer, workers=workers,
           scheduler=scheduler, ner=ner, seconds=limit, retry=retry)


@app.command()
def normalise(out: Out = OUT, csv: Csv = False, excel: Excel = False, gazetteer: Gazetteers = None,
              workers: Workers = None, limit: Seconds = 60, retry: Retry = False, quiet: Quiet = False) -> None:
    """Third stage: `mentions` and `roles` with their entities. No model: run it after each edit of the gazetteer."""
    _stage("normalise", None, quiet, out=out, csv=csv, excel=excel, gazetteer=gazetteer, workers=workers, seconds=limit,
           retry=retry)


@app.command()
def tabulate(out: Out = OUT, csv: Csv = False, excel: Excel = False, unique: Unique = False,
             quiet: Quiet = False) -> None:
    """Fourth stage: the linked tables into `entities` and `cooccurrences`."""
    _stage("tabulate", None, quiet, out=out, csv=csv, excel=excel, unique=unique)


# ---- one text


@app.command()
def extract(text: Annotated[str, typer.Argument(metavar="TEXT", help="The text; `-` or nothing: what comes in "
                                                                            "on standard input.")] = "-",
            as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list of rows.")] = False,
            as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
            roles: Annotated[bool, typer.Option("--roles", help="Print the roles in place of the mentions.")] = False,
            gazetteer: Gazetteers = None, ner: NerOption = Ner.fast, quiet: Quiet = False) -> None:
    """Print what is found in one text, as a table; writes nothing."""
    with _said():
        from pipeline.reading import read_text
        from pipeline.rows import Mention, Reject, Role
        from pipeline.running import extracted
        if text == "-":
            text = sys.stdin.buffer.read().decode("utf-8", "replace")
        document = read_text(text)
        if isinstance(document, Reject):
            _fail(f"nothing to extract from: {document.detail}")
        (_, found, held), = extracted([document], _options(gazetteer=gazetteer, ner=ner))
        rows, row_type = (held, Role) if roles else (found, Mention)
        if as_json:
            told = json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)
            typer.echo(CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", told))
        elif as_csv:
            _print_csv(rows, row_type)
        else:
            console = _console()
            if console.is_terminal and not quiet:
                from pipeline.cli_show import print_marked
                print_marked(console, document.text, found, held, plain)
                console.print()
            _print_rows(console, rows, ("text", "label", "form", "entity_id", "name", "found_by", "score") if not roles
                        else ("text", "role", "status", "person", "ministry_id", "iso3"))
            if held and not roles and not quiet:
                _print_rows(console, held, ("text", "role", "status", "person", "ministry_id", "iso3"))


def _print_csv(rows: Sequence, row_type: type) -> None:
    import tempfile

    from pipeline.tabulating import to_table, write_csv
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        write_csv(to_table(rows, row_type), path)
        typer.echo(path.read_text("utf-8"), nl=False)


def _print_rows(console: "Console", rows: Sequence, columns: Sequence[str]) -> None:
    from rich.table import Table
    from rich.text import Text
    table = Table("start", box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, no_wrap=name not in ("name", "found_by"))
    for row in rows:
        values = [getattr(row, name) for name in columns]
        table.add_row(str(row.start), *(Text(plain("" if value is None else str(value))) for value in values))
    console.print(table if rows else "Nobody, no ministry and no country is named.")


# ---- evaluate


@app.command()
def evaluate(gold: Annotated[Path, typer.Argument(help="Gold: a `.jsonl`, a marked `.txt`, columns (`.tsv`), Label "
                                                     "Studio's `.json`, brat's `.ann`, or a folder of them.")],
             tables: Annotated[bool, typer.Option("--tables", help="Score the tables in --out, in place of what is "
                                                                   "found in the gold's texts now.")] = False,
             errors: Annotated[Path | None, typer.Option("--errors", metavar="FILE.csv",
                                                         help="Write every fault as a row.")] = None,
             as_json: Annotated[Path | None, typer.Option("--json", metavar="FILE",
                                                          help="Write the scores as JSON; `-` prints them.")] = None,
             out: Out = OUT, gazetteer: Gazetteers = None, ner: NerOption = Ner.fast, quiet: Quiet = False) -> None:
    """Precision, recall and F1 of each label and form against gold, for spans, linked rows and entities apart."""
    with _said():
        from pipeline.evaluating import by_document
        from pipeline.evaluating import evaluate as compared
        from pipeline.interchange import read_gold
        from pipeline.rows import Document, Mention, Role
        from pipeline.running import extracted
        documents = read_gold(gold)
        if tables:
            from pipeline.tabulating import read_rows
            mentions, roles = (by_document(read_rows(out / f"{name}.parquet", kind))
                               for name, kind in (("mentions", Mention), ("roles", Role)))
        else:
            texts = [Document(d.doc_id, str(gold), d.text, d.published, n_chars=len(d.text)) for d in documents]
            found = {d.doc_id: rows for d, *rows in extracted(texts, _options(gazetteer=gazetteer, ner=ner))}
            mentions, roles = ({doc_id: rows[kind] for doc_id, rows in found.items()} for kind in (0, 1))
        result = compared(documents, mentions, roles)
        if errors:
            _write_faults(errors, result)
        if as_json:
            told = json.dumps(_scores(result), ensure_ascii=False, indent=1)
            typer.echo(told) if str(as_json) == "-" else as_json.write_text(told + "\n", "utf-8")
        if not quiet and str(as_json) != "-":
            _print_scores(_console(), result)


def _scores(result: "Evaluation") -> dict:
    def told(score: "Score") -> dict:
        ratios = {name: getattr(score, name) for name in ("precision", "recall", "f1")}
        return asdict(score) | {name: None if r is None else round(r, 4) for name, r in ratios.items()}

    kinds = ("exact", "overlap", "linked", "entities")
    return {
        "n_documents": result.n_documents,
        "mentions": [{"label": row.label, "form": row.form} | {kind: told(getattr(row, kind)) for kind in kinds}
                     for row in result.mentions],
        "roles": {name: told(getattr(result.roles, name)) for name in asdict(result.roles)},
        "reliability": [asdict(tenth) | {"precision": tenth.precision} for tenth in result.reliability],
    }


def _write_faults(path: Path, result: "Evaluation") -> None:
    import csv
    with path.open("w", encoding="utf-8", newline="") as file:
        names = list(asdict(result.faults[0])) if result.faults else ["doc_id", "kind", "label", "form"]
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        for fault in result.faults:
            writer.writerow({name: " | ".join(value) if isinstance(value, tuple) else value
                             for name, value in asdict(fault).items()})


def _print_scores(console: "Console", result: "Evaluation") -> None:
    from rich.table import Table

    def percent(value: float | None) -> str:
        return "–" if value is None else f"{100 * value:.1f}"

    def cells(score: "Score") -> list[str]:
        return [str(score.gold), str(score.found), percent(score.precision), percent(score.recall), percent(score.f1)]

    table = Table("", "in gold", "found", "precision", "recall", "F1", "overlap F1", "linked F1", "entities F1",
                  title=f"{result.n_documents} documents; exact spans, then F1 of the rest", box=None, pad_edge=False,
                  header_style="bold", title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    for row in result.mentions:
        table.add_row(row.label if row.form is None else f"  {row.form}", *cells(row.exact),
                      *(percent(score.f1) for score in (row.overlap, row.linked, row.entities)),
                      style="bold" if row.form is None else None)
    console.print(table)
    if result.roles.overlap.gold or result.roles.overlap.found:
        table = Table("ROLE", "in gold", "found", "precision", "recall", "F1", box=None, pad_edge=False,
                      header_style="bold")
        for column in table.columns[1:]:
            column.justify = "right"
        for name in asdict(result.roles):
            table.add_row(f"  {name}", *cells(getattr(result.roles, name)))
        console.print()
        console.print(table)


# ---- version


@app.command()
def build(to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder of the spaCy pipeline.")] = Path("models/depeche"),
          ) -> None:
    """Write one spaCy pipeline that [bold]spacy.load[/bold] opens: the model, the rules and the gazetteer."""
    with _said(to):
        from pipeline.building import build as written
        path = written(to)
    typer.echo(f"{path}: open it with spacy.load({str(path)!r}); doc.spans['depeche'] holds the mentions")


@app.command("version")
def say_version() -> None:
    """Say the versions of Dépêche, of the model and of what they run on."""
    with _said():
        from pipeline.recording import versions
        found = versions()
        typer.echo(f"depeche {found['depeche']} ({', '.join(f'{k} {v}' for k, v in found.items() if k != 'depeche')})")


# ---- what all commands share


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey, or what would turn its lines around: never printed as it is."""


def plain(text: str) -> str:
    """One line that a terminal shows and does not obey: `'a\\x1b[2J\\nb'` -> `'a�[2J b'`."""
    return CONTROL.sub("\ufffd", " ".join(re.split("[\t\n]+", text)))


class _Plain(logging.Formatter):
    """Log lines that a terminal shows and does not obey."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(map(plain, super().format(record).split("\n")))


def _console(**options: Any) -> "Console":
    from rich.console import Console
    console = Console(highlight=False, markup=False, emoji=False, **options)
    if not console.is_terminal:  # a pipe has no width at which lines must break
        console.width = 1000
    return console


def _fail(message: str, code: int = 1) -> None:
    typer.echo(f"depeche: {plain(message)}", err=True)
    raise typer.Exit(code)


@contextmanager
def _said(about: Path | None = None) -> Iterator[None]:
    """What cannot be done is said in one line, with the exit code for it; `about`: the file or folder it is done to."""
    from pipeline.engine import RunError
    warnings = logging.StreamHandler()
    warnings.setFormatter(_Plain("depeche: %(message)s"))  # they name files, and a file's name can be anything
    logging.basicConfig(handlers=[warnings], level=logging.WARNING)
    try:
        yield
    except KeyboardInterrupt:
        _fail("stopped; what is done is kept, and the same command goes on from there", STOPPED)
    except RunError as error:
        _fail(str(error))
    except BrokenPipeError:  # whoever read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as error:
        named = error.filename or about or ""
        _fail(": ".join(filter(None, (str(named), error.strerror or str(error)))))
    except ValueError as error:  # tables, gold and columns that are not what they should be; says which and where
        if os.environ.get("DEPECHE_DEBUG"):
            raise
        _fail(str(error))


def _options(*, gazetteer: list[Path] | None = None, ner: Ner = Ner.fast, **others: Any) -> "Options":
    from pipeline.running import Options
    return Options(gazetteer=tuple(map(str, gazetteer or ())), ner=ner.value, **others)


def _stage(name: str, inputs: list[str] | None, quiet: bool, **told: Any) -> None:
    """Run a stage with a progress bar and end with its summary and exit code."""
    with _said(told["out"]):
        from pipeline import running
        options = _options(**told)
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
    if not quiet:
        _print_summary(_console(), name, record, options, stages)
    elif rejects:
        typer.echo(f"depeche: {sum(rejects.values())} inputs rejected, see {plain(str(options.out / 'rejects.parquet'))}", err=True)
    if rejects:
        raise typer.Exit(SOME_REJECTED)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int | None, int], None]]:
    """A bar for each stage on a terminal: documents done, their rate, the time left, the rejects. Nothing elsewhere."""
    console = _console(stderr=True)
    if quiet or not console.is_terminal:
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
                    TextColumn("{task.fields[rejects]}"), console=console)
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


def _print_summary(console: "Console", stage: str, record: dict, options: "Options", stages: set[str]) -> None:
    """What a person wants to know after a run; `stages` are those that had anything to do."""
    from pipeline.tabulating import TABLES as NAMES
    counts, rejects, out = record["counts"], record["rejects"], plain(str(options.out))
    worked = ", ".join(f"{name} {record['seconds'][name]:.1f} s" for name in record["seconds"] if name in stages)
    console.print(f"{counts.get('documents', 0):,} documents, {counts.get('mentions', 0):,} mentions, "
                  f"{counts.get('roles', 0):,} roles ({worked or 'nothing has changed: the tables are as they were'})")
    if "most_mentioned" in record and stage in ("run", "tabulate"):
        for label, many in (("PERSON", "people"), ("MINISTRY", "ministries"), ("COUNTRY", "countries")):
            often = ", ".join(f"{plain(entity_id if label == 'MINISTRY' else name or entity_id)} ({n})"
                              for entity_id, name, n, _ in record["most_mentioned"][label])
            console.print(f"  {record['entities'][label]:>6,} {many:<11}{often}", soft_wrap=True)
    if rejects:
        told = ", ".join(f"{n} {reason}" for reason, n in rejects.items())
        console.print(f"  rejected: {told} (each with its reason in {out}/rejects.parquet)", soft_wrap=True)
    elif stage in ("run", "read"):
        console.print("  nothing rejected")
    console.print(f"tables: {out}/ " + " ".join(f"{name}.parquet" for name in NAMES if name in counts)
                  + (" (and .csv)" if options.csv else ""), soft_wrap=True)
    further = {"read": "depeche recognise", "recognise": "depeche normalise", "normalise": "depeche tabulate"}.get(stage)
    where = "" if options.out == OUT else f" --out {out}"
    console.print(f"next: {further}{where}" if further else
                  f"next: pandas.read_parquet('{out}/mentions.parquet'), the notebooks, "
                  "or `depeche run` again after an edit of the gazetteer", soft_wrap=True)


from pipeline.cli_gazetteer import app as gazetteer_app  # noqa: E402  (it takes this module's console)
from pipeline.cli_gazetteer import diff  # noqa: E402
from pipeline.cli_interchange import register as register_interchange  # noqa: E402
from pipeline.cli_report import register as register_report  # noqa: E402
from pipeline.cli_show import register as register_show  # noqa: E402
from pipeline.doctoring import register as register_doctor  # noqa: E402

app.add_typer(gazetteer_app, name="gazetteer")
app.command()(diff)
register_report(app, _said)
register_interchange(app, _said)
register_show(app, _said, _console, plain)
register_doctor(app, plain)
