"""The commands `depeche gazetteer …` and `depeche diff`: look up, check, review and extend what Dépêche knows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.console import (
    OUT,
    Gazetteers,
    Out,
    TableFile,
    console,
    counted,
    fail,
    layers,
    loaded,
    plain,
    print_table,
    said,
    tables_at,
    to_type,
    write_csv,
)

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer
    from pipeline.gazetteer.adding import Added
    from pipeline.gazetteer.reviewing import OpenName

app = typer.Typer()
commands = typer.Typer(no_args_is_help=True, help="Look up, check, review and extend what is known of names.")
adding = typer.Typer(no_args_is_help=True, help="Add a person, a ministry or another name to your own tables.")
app.add_typer(commands, name="gazetteer")
commands.add_typer(adding, name="add")

OWN = Path("gazetteer")

Own = Annotated[Path, typer.Option("--gazetteer", "-g", metavar="DIR", help="A folder of tables laid over the shipped "
                                                                            "gazetteer: yours, which is written to.")]
Top = Annotated[int, typer.Option("--top", metavar="N", min=1, help="Only the N most frequent.")]
Wikidata = Annotated[str, typer.Option(metavar="Q…", help="The Wikidata id, where a source confirms it.")]
Aliases = Annotated[list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name; may be repeated.")]
Start = Annotated[str, typer.Option(metavar="DATE", help="Since when: 2023, 2023-03 or 2023-03-15.")]
End = Annotated[str, typer.Option(metavar="DATE", help="Until when: 2023, 2023-03 or 2023-03-15.")]


@commands.command()
def check(gazetteer: Gazetteers = None) -> None:
    """Print what is wrong with the tables, a line each as `file:line: message`; exit code 1 where anything is."""
    with said():
        from pipeline.gazetteer.checking import check as faults_of
        faults = faults_of(*(gazetteer or ()))
        for fault in faults:
            typer.echo(plain(str(fault)))
        if faults:
            kinds = ", ".join(f"{n} {kind}" for kind, n in Counter(f.kind for f in faults).most_common())
            typer.echo(f"depeche: {counted(len(faults), 'fault')}: {kinds}", err=True)
            raise typer.Exit(1)
        typer.echo("no faults")


@commands.command()
def find(name: Annotated[str, typer.Argument(help="A name as a text has it.")],
         date: Annotated[str | None, typer.Option(metavar="DATE", help="The document's date: who is in office then "
                                                                       "is meant.")] = None,
         gazetteer: Gazetteers = None) -> None:
    """Say where a name leads, by which rule, what else it could have been, and why that lost."""
    with said():
        from pipeline.finding import find as leads_of
        from pipeline.gazetteer.checking import is_date
        if date and not is_date(date):
            fail(f"{date!r} is no date: it is written 2023, 2023-03 or 2023-03-15", 2)
        leads = leads_of(name, loaded(gazetteer), date=date)
        if not leads:
            fail(f"{name} leads nowhere")
        rows = [("→" if lead.chosen else "", lead.kind, lead.entity_id or "", lead.name,
                 lead.rule if lead.written == name else f"{lead.rule}: {lead.written}", lead.why) for lead in leads]
        print_table(console(), ("", "kind", "entity", "name", "rule", "why"), rows)


@commands.command()
def review(out: Out = OUT, gazetteer: Own = OWN,
           listed: Annotated[bool, typer.Option("--list", help="Print the names; ask nothing.")] = False,
           table: TableFile = None,
           label: Annotated[list[str] | None, typer.Option(metavar="LABEL", help="PERSON, MINISTRY or COUNTRY; may be "
                                                           "repeated.")] = None,
           top: Top = 50,
           at_least: Annotated[int, typer.Option(metavar="N", min=1, help="Names with N mentions or more.")] = 1,
           again: Annotated[bool, typer.Option("--again", help="Those judged before, too.")] = False) -> None:
    """Decide the names that a run left unlinked, by frequency; the next `depeche run` does as you say.

    What --table writes are judgements that decide nothing yet: edit them, and put them into your folder of tables as
    `judgements.csv`.
    """
    with said():
        from pipeline.gazetteer.reviewing import open_names, suggested, with_contexts
        from pipeline.rows import LABELS, Document, Mention
        from pipeline.tabulating import read_rows
        labels = tuple(name.upper() for name in label or LABELS)
        if unknown := [name for name in labels if name not in LABELS]:
            fail(f"no label is called {unknown[0]}; they are {', '.join(LABELS)}", 2)
        known = loaded(layers(out, [gazetteer] if gazetteer.is_dir() else []))
        found = open_names(read_rows(out / "mentions.parquet", Mention), known, labels=labels, at_least=at_least,
                           limit=top, judged_too=again)
        names = suggested(with_contexts(found, read_rows(out / "documents.parquet", Document)), known)
        if table is not None:
            _draft(names, table)
        elif listed:
            rows = [(n.n_mentions, n.n_documents, n.label, n.name, ", ".join(n.forms[:4]),
                     ", ".join(f"{c.entity_id} ({c.why})" for c in n.candidates)) for n in names]
            print_table(console(), ("mentions", "documents", "label", "name", "forms", "could be"), rows)
        elif names:
            if _ask(names, known, gazetteer):
                typer.echo(f"next: {to_type('run', out, gazetteer)}")
        else:
            typer.echo("Every name is linked or judged.")


def _draft(names: Iterable["OpenName"], path: Path) -> None:
    """The names as rows of `judgements.csv` that decide nothing yet."""
    from pipeline.gazetteer.layout import LAYOUTS
    from pipeline.gazetteer.reviewing import as_judgement
    rows = [(j.name, j.label, j.decision, j.entity_id or "", note) for j, note in map(as_judgement, names)]
    write_csv(path, LAYOUTS["judgements"].columns, rows)


def _ask(names: Sequence["OpenName"], known: "Gazetteer", folder: Path) -> int:
    """Ask for each name what it is and keep the answers; how many were given."""
    from pipeline.gazetteer.adding import judge
    from pipeline.gazetteer.reviewing import decision
    typer.echo("A number or an entity's id accepts, r refuses (no mention), s skips, q ends.")
    for place, name in enumerate(names, 1):
        often = f"{counted(name.n_mentions, 'mention')} in {counted(name.n_documents, 'document')}"
        typer.echo(f"\n[{place}/{len(names)}] {plain(name.name)} · {name.label} · {often}")
        for doc_id, before, text, after in name.contexts:
            typer.echo(plain(f"    …{before}[{text}]{after}…  ({doc_id})"))
        for number, one in enumerate(name.candidates, 1):
            typer.echo(plain(f"  {number} {one.entity_id}: {one.name} ({one.why})"))
        while True:
            answer = typer.prompt("", prompt_suffix="> ", default="s", show_default=False)
            if answer.strip() in ("q", "quit"):
                return place - 1
            decided = decision(answer, name, known)
            if decided:
                path, _ = judge(folder, decided, counted(name.n_mentions, "mention"))
                typer.echo(plain(f"  {decided.decision} {decided.entity_id or ''}".rstrip() + f" → {path}"))
                break
            typer.echo("  no such candidate and no such entity; `depeche gazetteer add person` makes one")
    return len(names)


@adding.command("person")
def add_person(name: Annotated[str, typer.Argument(help="The full name in French spelling.")],
               country: Annotated[str, typer.Option(metavar="ALPHA3", help="Whose citizen, as `FRA`.")] = "",
               gender: Annotated[str, typer.Option(metavar="f|m", help="Woman or man, where known.")] = "",
               wikidata: Wikidata = "", alias: Aliases = None,
               role: Annotated[str, typer.Option(help="An office held: `minister`, `head of state` …")] = "",
               of: Annotated[str, typer.Option(metavar="ENTITY", help="Of which ministry or country, `FR.defence`; "
                                                                      "default: --country.")] = "",
               start: Start = "", end: End = "",
               person_id: Annotated[str, typer.Option("--id", help="Default: made from the name.")] = "",
               gazetteer: Own = OWN) -> None:
    """Add a person, with other names and an office where they are told."""
    with said():
        from pipeline.gazetteer.adding import add_person as add
        _tell(add(gazetteer, name, country=country, gender=gender, wikidata=wikidata, aliases=tuple(alias or ()),
                  role=role, of=of, start=start, end=end, person_id=person_id))


@adding.command("ministry")
def add_ministry(entity_id: Annotated[str, typer.Argument(metavar="ID", help="Country and portfolios: "
                                                                             "`FR.economy+finance`.")],
                 name: Annotated[str, typer.Argument(help="The official name in French.")], wikidata: Wikidata = "",
                 alias: Aliases = None, start: Start = "", end: End = "", gazetteer: Own = OWN) -> None:
    """Add a ministry under its official name, and its special names."""
    with said():
        from pipeline.gazetteer.adding import add_ministry as add
        _tell(add(gazetteer, entity_id, name, wikidata=wikidata, start=start, end=end, aliases=tuple(alias or ())))


@adding.command("alias")
def add_alias(name: Annotated[str, typer.Argument(help="The other name, as texts have it.")],
              entity_id: Annotated[str, typer.Argument(metavar="ID", help="Whose name it is: `eyal-zamir`, "
                                                                          "`IL.defence`, `ISR`.")],
              weak: Annotated[bool, typer.Option("--weak", help="Counts only with evidence.")] = False,
              gazetteer: Own = OWN) -> None:
    """Add another name of a person, a ministry or a country."""
    with said():
        from pipeline.gazetteer.adding import add_alias as add
        _tell(add(gazetteer, name, entity_id, strength="weak" if weak else "sure"))


def _tell(added: Sequence["Added"]) -> None:
    for path, row in added:
        typer.echo(plain(f"{path}: {','.join(row.values())}"))
    typer.echo(f"next: {to_type('run', OUT, added[0][0].parent)}")


@app.command()
def diff(run_a: Annotated[Path, typer.Argument(metavar="RUN_A", parser=tables_at, help="Tables before: as --out.")],
         run_b: Annotated[Path, typer.Argument(metavar="RUN_B", parser=tables_at, help="Tables after: as --out.")],
         table: TableFile = None, top: Top = 40) -> None:
    """Say which mentions changed between two runs: counts, and the changes that happened most often."""
    with said():
        from pipeline.comparing import KINDS, Change, compare, often
        from pipeline.rows import Mention
        from pipeline.tabulating import JOINT, read_rows
        changes = list(compare(*(read_rows(run / "mentions.parquet", Mention) for run in (run_a, run_b))))
        if table is not None:
            columns = [field.name for field in fields(Change)]
            write_csv(table, columns, ([JOINT.join(v) if isinstance(v, tuple) else str(v)
                                        for v in (getattr(change, name) for name in columns)] for change in changes))
            if str(table) == "-":
                return
        counts = Counter(change.kind for change in changes)
        typer.echo(", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind]) or "no mention changed")
        if changes:
            print_table(console(), ("times", "what", "label", "text", "before", "after"),
                        [(n, *what) for what, n in often(changes)[:top]])
