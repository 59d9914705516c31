"""The commands `depeche gazetteer …` and `depeche diff`: look up, check, review and extend what Dépêche knows.

`pipeline.cli` adds them to its app; what all commands share is taken from there when a command runs.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer
    from pipeline.gazetteer.adding import Added
    from pipeline.gazetteer.reviewing import OpenName

app = typer.Typer(no_args_is_help=True, help="Look up, check, review and extend what is known of names.")
adding = typer.Typer(no_args_is_help=True, help="Add a person, a ministry or another name to your own tables.")
app.add_typer(adding, name="add")

OWN = Path("gazetteer")
OUT = Path("data/processed")

Layers = Annotated[list[Path] | None, typer.Option(
    "--gazetteer", "-g", metavar="DIR",
    help="A folder of tables laid over the shipped gazetteer; may be given several times, the later wins.")]
Own = Annotated[Path, typer.Option("--gazetteer", "-g", metavar="DIR", help="Your folder of tables, written to.")]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of the run's tables.")]
CsvFile = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the table there; `-` prints it.")]
Wikidata = Annotated[str, typer.Option(metavar="Q…", help="The Wikidata id, where a source confirms it.")]
Aliases = Annotated[list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name; may be repeated.")]
Start = Annotated[str, typer.Option(metavar="DATE", help="2023, 2023-03 or 2023-03-15.")]


@app.command()
def check(gazetteer: Layers = None) -> None:
    """Print what is wrong with the tables, a line each as `file:line: message`; exit code 1 where anything is."""
    from pipeline.cli import _said, plain
    with _said():
        from pipeline.gazetteer.checking import check as faults_of
        faults = faults_of(*(gazetteer or ()))
        for fault in faults:
            typer.echo(plain(str(fault)))
        if faults:
            kinds = ", ".join(f"{n} {kind}" for kind, n in Counter(f.kind for f in faults).most_common())
            typer.echo(f"depeche: {len(faults)} faults: {kinds}", err=True)
            raise typer.Exit(1)
        typer.echo("no faults")


@app.command()
def find(name: Annotated[str, typer.Argument(help="A name as a text has it.")],
         date: Annotated[str | None, typer.Option(metavar="DATE", help="The document's date: who is in office then "
                                                                       "is meant.")] = None,
         gazetteer: Layers = None) -> None:
    """Say where a name leads, by which rule, what else it could have been, and why that lost."""
    from pipeline.cli import _console, _fail, _said
    with _said():
        from pipeline.finding import find as leads_of
        leads = leads_of(name, _loaded(gazetteer), date=date)
        if not leads:
            _fail(f"{name} leads nowhere")
        rows = [("→" if lead.chosen else "", lead.kind, lead.entity_id or "", lead.name,
                 lead.rule if lead.written == name else f"{lead.rule}: {lead.written}", lead.why) for lead in leads]
        _print(_console(), ("", "kind", "entity", "name", "rule", "why"), rows)


@app.command()
def review(out: Out = OUT, gazetteer: Own = OWN,
           listed: Annotated[bool, typer.Option("--list", help="Print the names; ask nothing.")] = False,
           csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the names as a table of "
                                                    "judgements to edit by hand; `-` prints it.")] = None,
           label: Annotated[list[str] | None, typer.Option(metavar="LABEL", help="PERSON, MINISTRY or COUNTRY; may be "
                                                           "repeated.")] = None,
           limit: Annotated[int, typer.Option(metavar="N", min=1, help="The N most frequent names.")] = 50,
           at_least: Annotated[int, typer.Option(metavar="N", min=1, help="Names with N mentions or more.")] = 1,
           again: Annotated[bool, typer.Option("--again", help="Those judged before, too.")] = False) -> None:
    """Decide the names that a run left unlinked, by frequency; the next `depeche normalise` does as you say."""
    from pipeline.cli import _console, _fail, _said
    with _said():
        from pipeline.gazetteer.reviewing import open_names, suggested, with_contexts
        from pipeline.rows import LABELS, Document, Mention
        from pipeline.tabulating import read_rows
        labels = tuple(name.upper() for name in label or LABELS)
        if unknown := [name for name in labels if name not in LABELS]:
            _fail(f"no label is called {unknown[0]}; they are {', '.join(LABELS)}", 2)
        known = _loaded([gazetteer] if gazetteer.is_dir() else None)
        found = open_names(read_rows(out / "mentions.parquet", Mention), known, labels=labels, at_least=at_least,
                           limit=limit, judged_too=again)
        names = suggested(with_contexts(found, read_rows(out / "documents.parquet", Document)), known)
        if csv is not None:
            _draft(names, csv)
        elif listed:
            rows = [(str(n.n_mentions), str(n.n_documents), n.label, n.name, ", ".join(n.forms[:4]),
                     ", ".join(f"{c.entity_id} ({c.why})" for c in n.candidates)) for n in names]
            _print(_console(), ("mentions", "documents", "label", "name", "forms", "could be"), rows)
        elif names:
            _ask(names, known, gazetteer)
        else:
            typer.echo("Every name is linked or judged.")


def _draft(names: Iterable["OpenName"], path: Path) -> None:
    """The names as rows of `judgements.csv` that decide nothing yet."""
    from pipeline.gazetteer.layout import LAYOUTS
    from pipeline.gazetteer.reviewing import as_judgement
    rows = [(j.name, j.label, j.decision, j.entity_id or "", note) for j, note in map(as_judgement, names)]
    _write_csv(path, LAYOUTS["judgements"].columns, rows)


def _ask(names: Sequence["OpenName"], known: "Gazetteer", folder: Path) -> None:
    from pipeline.cli import plain
    from pipeline.gazetteer.adding import judge
    from pipeline.gazetteer.reviewing import decision
    typer.echo("A number or an entity's id accepts, r refuses (no mention), s skips, q ends.")
    for place, name in enumerate(names, 1):
        typer.echo(f"\n[{place}/{len(names)}] {plain(name.name)} · {name.label} · {name.n_mentions} mentions in "
                   f"{name.n_documents} documents")
        for doc_id, before, text, after in name.contexts:
            typer.echo(plain(f"    …{before}[{text}]{after}…  ({doc_id})"))
        for number, one in enumerate(name.candidates, 1):
            typer.echo(plain(f"  {number} {one.entity_id}: {one.name} ({one.why})"))
        while True:
            answer = typer.prompt("", prompt_suffix="> ", default="s", show_default=False)
            if answer.strip() in ("q", "quit"):
                return
            decided = decision(answer, name, known)
            if decided:
                path, _ = judge(folder, decided, f"{name.n_mentions} mentions")
                typer.echo(f"  {decided.decision} {decided.entity_id or ''}".rstrip() + f" → {path}")
                break
            typer.echo("  no such candidate and no such entity; `depeche gazetteer add person` makes one")


@adding.command("person")
def add_person(name: Annotated[str, typer.Argument(help="The full name in French spelling.")],
               country: Annotated[str, typer.Option(metavar="ALPHA3", help="`FRA`.")] = "",
               gender: Annotated[str, typer.Option(metavar="f|m")] = "", wikidata: Wikidata = "", alias: Aliases = None,
               role: Annotated[str, typer.Option(help="`minister`, `head of state` …")] = "",
               of: Annotated[str, typer.Option(metavar="ENTITY", help="Of which ministry or country, `FR.defence`; "
                                                                      "default: --country.")] = "",
               start: Start = "", end: Start = "",
               person_id: Annotated[str, typer.Option("--id", help="Default: made from the name.")] = "",
               gazetteer: Own = OWN) -> None:
    """Add a person, with other names and an office where they are told."""
    from pipeline.cli import _said
    with _said():
        from pipeline.gazetteer.adding import add_person as add
        _tell(add(gazetteer, name, country=country, gender=gender, wikidata=wikidata, aliases=tuple(alias or ()),
                  role=role, of=of, start=start, end=end, person_id=person_id))


@adding.command("ministry")
def add_ministry(entity_id: Annotated[str, typer.Argument(metavar="ID", help="`FR.economy+finance`.")],
                 name: Annotated[str, typer.Argument(help="The official name in French.")], wikidata: Wikidata = "",
                 alias: Aliases = None, start: Start = "", end: Start = "", gazetteer: Own = OWN) -> None:
    """Add a ministry under its official name, and its special names."""
    from pipeline.cli import _said
    with _said():
        from pipeline.gazetteer.adding import add_ministry as add
        _tell(add(gazetteer, entity_id, name, wikidata=wikidata, start=start, end=end, aliases=tuple(alias or ())))


@adding.command("alias")
def add_alias(name: Annotated[str, typer.Argument(help="The other name.")],
              entity_id: Annotated[str, typer.Argument(metavar="ID", help="`eyal-zamir`, `IL.defence`, `ISR`.")],
              weak: Annotated[bool, typer.Option("--weak", help="Counts only with evidence.")] = False,
              gazetteer: Own = OWN) -> None:
    """Add another name of a person, a ministry or a country."""
    from pipeline.cli import _said
    with _said():
        from pipeline.gazetteer.adding import add_alias as add
        _tell(add(gazetteer, name, entity_id, strength="weak" if weak else "sure"))


def _tell(added: Sequence["Added"]) -> None:
    from pipeline.cli import plain
    for path, row in added:
        typer.echo(plain(f"{path}: {','.join(row.values())}"))
    typer.echo(f"next: depeche normalise --gazetteer {added[0][0].parent}")


def diff(run_a: Annotated[Path, typer.Argument(metavar="RUN_A", help="Folder of tables, before.")],
         run_b: Annotated[Path, typer.Argument(metavar="RUN_B", help="Folder of tables, after.")],
         csv: CsvFile = None,
         limit: Annotated[int, typer.Option(metavar="N", min=1, help="Lines of the table.")] = 40) -> None:
    """Say which mentions changed between two runs: counts, and the changes that happened most often."""
    from pipeline.cli import _console, _said
    with _said():
        from dataclasses import fields

        from pipeline.comparing import KINDS, Change, compare, often
        from pipeline.rows import Mention
        from pipeline.tabulating import JOINT, read_rows
        changes = list(compare(*(read_rows(run / "mentions.parquet", Mention) for run in (run_a, run_b))))
        if csv is not None:
            columns = [field.name for field in fields(Change)]
            rows = [[JOINT.join(v) if isinstance(v, tuple) else str(v)
                     for v in (getattr(change, name) for name in columns)] for change in changes]
            _write_csv(csv, columns, rows)
            if str(csv) == "-":
                return
        counts = Counter(change.kind for change in changes)
        typer.echo(", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind]) or "no mention changed")
        if changes:
            rows = [(str(n), *what) for what, n in often(changes)[:limit]]
            _print(_console(), ("times", "what", "label", "text", "before", "after"), rows)


# ---- what these commands share


def _loaded(folders: Sequence[Path] | None) -> "Gazetteer":
    from pipeline.gazetteer import Gazetteer
    for folder in folders or ():
        if not folder.is_dir():
            raise FileNotFoundError(2, "there is no such folder of a gazetteer", str(folder))
    try:
        return Gazetteer.load(*(folders or ()))
    except KeyError as error:
        raise ValueError(f"the gazetteer has no column {error}; `depeche gazetteer check` says where") from error


def _print(console: object, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from pipeline.cli import plain
    table = Table(*header, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    console.print(table)


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    import csv
    import io
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    if str(path) == "-":
        typer.echo(file.getvalue(), nl=False)
    else:
        path.write_text(file.getvalue(), "utf-8", newline="")
        typer.echo(f"wrote {path}")
