"""The command `depeche evaluate`: how good the rows are, against gold."""

import csv
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.console import (
    OUT,
    Gazetteers,
    Json,
    Ner,
    NerOption,
    Out,
    Quiet,
    console,
    counted,
    options_of,
    plain,
    print_json,
    said,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from pipeline.evaluating import Evaluation, FoundMentions, FoundRoles, Score
    from pipeline.gold import GoldDocument

app = typer.Typer()


@app.command()
def evaluate(gold: Annotated[Path, typer.Argument(help="Gold: a `.jsonl`, a marked `.txt`, columns (`.tsv`), Label "
                                                     "Studio's `.json`, brat's `.ann`, or a folder of them.")],
             tables: Annotated[bool, typer.Option("--tables", help="Score the tables in --out, in place of what is "
                                                                   "found in the gold's texts now.")] = False,
             errors: Annotated[Path | None, typer.Option("--errors", metavar="FILE.csv",
                                                         help="Write every fault as a row.")] = None,
             as_json: Json = False, out: Out = OUT, gazetteer: Gazetteers = None, ner: NerOption = Ner.fast,
             quiet: Quiet = False) -> None:
    """Precision, recall and F1 of each label and form against gold, for spans, linked rows and entities apart."""
    with said():
        from pipeline.evaluating import evaluate as compared
        from pipeline.interchange import read_gold
        from pipeline.rows import Document
        from pipeline.running import extracted
        documents = read_gold(gold)
        if tables:
            mentions, roles = _stored(documents, gold, out)
        else:
            texts = [Document(d.doc_id, str(gold), d.text, d.published, n_chars=len(d.text)) for d in documents]
            found = {d.doc_id: rows for d, *rows in extracted(texts, options_of(gazetteer=gazetteer, ner=ner))}
            mentions, roles = ({doc_id: rows[kind] for doc_id, rows in found.items()} for kind in (0, 1))
        result = compared(documents, mentions, roles)
        if errors:
            _write_faults(errors, result)
        if as_json:
            print_json(_scores(result))
        elif not quiet:
            _print_scores(console(), result)


def _stored(documents: list["GoldDocument"], gold: Path, out: Path) -> tuple["FoundMentions", "FoundRoles"]:
    """The rows of the tables, by document; what the tables lack is said, and other texts than gold's are refused."""
    from pipeline.evaluating import by_document, not_in
    from pipeline.rows import Document, Mention, Role
    from pipeline.tabulating import read_rows
    missing = not_in(documents, {d.doc_id: d.text for d in read_rows(out / "documents.parquet", Document)})
    if missing:
        typer.echo(plain(f"depeche: {len(missing)} of {counted(len(documents), 'document')} of {gold} not in {out}, as "
                         f"{missing[0]}: what is marked there counts as missed"), err=True)
    mentions, roles = (by_document(read_rows(out / f"{name}.parquet", kind))
                       for name, kind in (("mentions", Mention), ("roles", Role)))
    return mentions, roles


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
    from pipeline.evaluating import Fault
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Fault)], lineterminator="\n")
        writer.writeheader()
        for fault in result.faults:
            writer.writerow({name: " | ".join(value) if isinstance(value, tuple) else value
                             for name, value in asdict(fault).items()})


def _print_scores(screen: "Console", result: "Evaluation") -> None:
    screen.print(f"{counted(result.n_documents, 'document')}; exact spans, then F1 of the rest")
    table = _table("", "overlap F1", "linked F1", "entities F1")
    for row in result.mentions:
        table.add_row(row.label if row.form is None else f"  {row.form}", *_cells(row.exact),
                      *(_percent(score.f1) for score in (row.overlap, row.linked, row.entities)),
                      style="bold" if row.form is None else None)
    screen.print(table)
    if result.roles.overlap.gold or result.roles.overlap.found:
        table = _table("ROLE")
        for name in asdict(result.roles):
            table.add_row(f"  {name}", *_cells(getattr(result.roles, name)))
        screen.print()
        screen.print(table)


def _table(first: str, *further: str) -> "Table":
    from rich.table import Table
    table = Table(first, box=None, pad_edge=False, header_style="bold")
    for name in ("in gold", "found", "precision", "recall", "F1", *further):
        table.add_column(name, justify="right")
    return table


def _cells(score: "Score") -> Iterator[str]:
    yield from (str(score.gold), str(score.found), *map(_percent, (score.precision, score.recall, score.f1)))


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"
