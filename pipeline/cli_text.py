"""The commands on one text: `depeche extract`, `show` a stored document, `explain` a place of it."""

import os
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
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
    fail,
    layers,
    loaded,
    options_of,
    plain,
    print_json,
    print_table,
    said,
    to_type,
)
from pipeline.rows import Document, Mention, Role

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from pipeline.explaining import Explanation

STYLES = {
    "PERSON": "#1f1c18 on #f6c98f",
    "MINISTRY": "#ffffff on #4453b8",
    "COUNTRY": "#1f1c18 on #86d9c9",
    "ROLE": "underline",
}
"""How each kind is marked where there is colour; one inside another has its own."""

COLUMNS = {
    Mention: ("start", "text", "label", "form", "entity_id", "name", "found_by", "score"),
    Role: ("start", "text", "role", "status", "person", "ministry_id", "iso3"),
}
"""Of each kind of row, what is shown of it."""

NOTHING = {Mention: "Nobody, no ministry and no country is named.", Role: "No role is told."}

OTHERS_SHOWN = 5

app = typer.Typer()


@app.command()
def extract(text: Annotated[str, typer.Argument(metavar="TEXT", help="The text; `-` or nothing: what comes in "
                                                                     "on standard input.")] = "-",
            as_json: Json = False,
            as_csv: Annotated[bool, typer.Option("--csv", help="Print it as CSV.")] = False,
            roles: Annotated[bool, typer.Option("--roles", help="Print the roles in place of the mentions.")] = False,
            gazetteer: Gazetteers = None, ner: NerOption = Ner.fast, quiet: Quiet = False) -> None:
    """Print what is found in one text, as a table; writes nothing."""
    with said():
        from pipeline.engine import WORKING, look_less_for_cycles
        from pipeline.running import extracted
        look_less_for_cycles(WORKING)
        document = _document(sys.stdin.buffer.read() if text == "-" else text)
        (_, found, held), = extracted([document], options_of(gazetteer=gazetteer, ner=ner))
        rows, row_type = (held, Role) if roles else (found, Mention)
        if as_json:
            print_json([asdict(row) for row in rows])
        elif as_csv:
            _print_csv(rows, row_type)
        else:
            screen = console()
            if screen.is_terminal and not quiet:
                print_marked(screen, document.text, found, held)
                screen.print()
            _print_rows(screen, rows, row_type, NOTHING[row_type])
            if not rows and os.path.isfile(text):
                typer.echo(plain(f"depeche: this is the name of a file: `{shlex.join(['depeche', 'run', text])}` "
                                 f"reads it, and so does `depeche extract - < {shlex.quote(text)}`"), err=True)
            if held and not roles and not quiet:
                _print_rows(screen, held, Role)


def _document(text: str | bytes) -> Document:
    """The text as a document; bytes are decoded as a file's are."""
    from pipeline.reading import read_text
    from pipeline.reading.decoding import decode
    from pipeline.reading.refusing import Unfit
    from pipeline.rows import Reject
    try:
        document = read_text(text if isinstance(text, str) else decode(text))
    except Unfit as fault:
        fail(f"nothing to extract from: standard input {fault.detail}")
    if isinstance(document, Reject):
        fail(f"nothing to extract from: {document.detail}")
    return document


def _print_csv(rows: Sequence[Mention | Role], row_type: type) -> None:
    import tempfile

    from pipeline.tabulating import to_table, write_csv
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        write_csv(to_table(rows, row_type), path)
        typer.echo(path.read_text("utf-8"), nl=False)


@app.command()
def show(doc: Annotated[str, typer.Argument(metavar="DOC", help="The document's id, or a part of it that no other "
                                                               "has.")],
         as_json: Json = False,
         text_only: Annotated[bool, typer.Option("--text", help="Only the marked text, no tables.")] = False,
         out: Out = OUT) -> None:
    r"""Print a stored document with its mentions in colour, nested ones too, and its table.

    Where there is no colour, a mention is written \[words](LABEL entity), nested as in the text.
    """
    with said():
        from pipeline.explaining import document_of, rows_of
        document = document_of(out, doc)
        mentions, roles = rows_of(out, document.doc_id)
        if as_json:
            print_json({"document": asdict(document), "mentions": [asdict(m) for m in mentions],
                        "roles": [asdict(r) for r in roles]})
            return
        screen = console()
        _print_head(screen, document)
        print_marked(screen, document.text, mentions, roles)
        if not text_only:
            screen.print()
            _print_rows(screen, mentions, Mention, "No mention.")
            if roles:
                screen.print()
                _print_rows(screen, roles, Role)


@app.command()
def explain(place: Annotated[str, typer.Argument(metavar="PLACE", help="DOC:START, DOC:WORDS, or the number of a row "
                                                                       "of mentions, from 0.")],
            as_json: Json = False, out: Out = OUT, gazetteer: Gazetteers = None) -> None:
    """Say why a place of a document has its rows, or none: the rule, the gazetteer's entry, who lost and why."""
    with said():
        from pipeline.engine import WORKING, look_less_for_cycles
        from pipeline.explaining import explain as explained
        from pipeline.explaining import place_of, rows_of
        from pipeline.parts import loaded_model
        from pipeline.recognising.model import model_spans
        look_less_for_cycles(WORKING)
        document, start, end, others = place_of(out, place)
        known = loaded(layers(out, gazetteer))
        spans = next(iter(model_spans(loaded_model("fast"), [document.text])))
        found = explained(document, start, end, *rows_of(out, document.doc_id), spans, known)
        if as_json:
            print_json({"doc_id": document.doc_id, "start": found.start, "end": found.end,
                        "text": document.text[found.start:found.end], "mentions": [asdict(m) for m in found.mentions],
                        "roles": [asdict(r) for r in found.roles], "reasons": [asdict(r) for r in found.reasons],
                        "others": others, "stale": found.stale})
            return
        screen = console()
        _print_explanation(screen, found)
        if others:
            places = ", ".join(map(str, others[:OTHERS_SHOWN])) + " …" * (len(others) > OTHERS_SHOWN)
            screen.print(f"The same words stand in {counted(len(others), 'other place')} of this document: {places}")
        if found.stale:
            screen.print("The tables say something else than the rules do now: "
                         f"`{to_type('run', out, *(gazetteer or ()))}` makes them anew.", soft_wrap=True)


# ---- the text with its marks


def print_marked(screen: "Console", text: str, mentions: Sequence[Mention], roles: Sequence[Role]) -> None:
    """The text with its mentions: in colour where there is any, else in brackets."""
    shown = coloured(text, mentions, roles) if _in_colour(screen) else plain_lines(marked(text, mentions))
    screen.print(shown, soft_wrap=not screen.is_terminal)


def _in_colour(screen: "Console") -> bool:
    return bool(screen.color_system) and not screen.no_color


def coloured(text: str, mentions: Iterable[Mention], roles: Iterable[Role]) -> "Text":
    """The text with its mentions in colour, the outer ones first, so that those inside them show."""
    from rich.text import Text
    shown = Text(plain_lines(text))
    for r in roles:
        shown.stylize(STYLES["ROLE"], r.start, r.end)
    for m in sorted(mentions, key=lambda m: m.start - m.end):
        shown.stylize(STYLES[m.label], m.start, m.end)
    return shown


def plain_lines(text: str) -> str:
    """The text with nothing that a terminal obeys but its line breaks, character for character."""
    return "".join(c if c == "\n" else plain(c) or "\ufffd" for c in text)


def marked(text: str, mentions: Iterable[Mention]) -> str:
    """The text with each mention as `[words](LABEL entity)`, those inside others inside their brackets.

    `Le ministère israélien …` -> `Le [ministère [israélien](COUNTRY ISR demonym) …](MINISTRY IL.defence)`
    """
    spans: dict[tuple[int, int], list[str]] = {}
    for m in mentions:
        form = "" if m.form == "name" else f" {m.form}"
        spans.setdefault((m.start, -m.end), []).append(f"{m.label} {m.entity_id or '??'}{form}")
    pieces, at, open_ends = [], 0, []

    def close(until: int) -> None:
        nonlocal at
        while open_ends and open_ends[-1][0] <= until:
            end, told = open_ends.pop()
            pieces.append(quoted(text[at:end]) + f"]({' | '.join(told)})")
            at = end

    for (start, end), told in sorted(spans.items()):
        close(start)
        pieces.append(quoted(text[at:start]) + "[")
        at = start
        open_ends.append((-end, told))
    close(len(text))
    return "".join(pieces) + quoted(text[at:])


def quoted(text: str) -> str:
    """Brackets of the text's own, told apart from those of the marks: `'[sic]' -> '\\[sic\\]'`."""
    return text.replace("[", "\\[").replace("]", "\\]")


# ---- the tables


def _print_rows(screen: "Console", rows: Sequence[Mention | Role], row_type: type, none: str = "") -> None:
    columns = COLUMNS[row_type]
    if rows:
        print_table(screen, columns, ([getattr(row, name) for name in columns] for row in rows))
    elif none:
        screen.print(none)


def _print_head(screen: "Console", document: Document) -> None:
    from rich.text import Text
    told = (document.doc_id, document.published, document.source, counted(document.n_chars, "character"))
    screen.print(Text(" · ".join(plain(value) for value in told if value), style="dim"), soft_wrap=True)
    if document.title:
        screen.print(Text(plain(document.title), style="bold"), soft_wrap=True)
    if _in_colour(screen):
        screen.print(Text(" ").join(Text(label.lower(), style) for label, style in STYLES.items()))
    screen.print()


VERDICTS: dict[bool | None, tuple[str, str]] = {True: ("→", "green"), False: ("✗", "red"), None: ("·", "dim")}


def _print_explanation(screen: "Console", found: "Explanation") -> None:
    from rich.table import Table
    from rich.text import Text
    text, start, end = found.document.text, found.start, found.end
    before, after = text[max(0, start - 60):start].rpartition("\n")[2], text[end:end + 60].partition("\n")[0]
    screen.print(Text(f"{plain(found.document.doc_id)} {start}:{end}", style="dim"), soft_wrap=True)
    screen.print(Text.assemble("… ", plain_lines(before), (plain(text[start:end]), "bold reverse"), plain_lines(after),
                               " …"), soft_wrap=True)
    screen.print()
    _print_rows(screen, found.mentions, Mention, "" if found.roles else "No row here: nothing was kept.")
    _print_rows(screen, found.roles, Role)
    screen.print()
    table, voice = Table(*[""] * 4, box=None, pad_edge=False, show_header=False), ""
    for column in table.columns:
        column.overflow = "fold"
    for reason in found.reasons:
        sign, style = VERDICTS[reason.chosen]
        table.add_row(Text("" if reason.voice == voice else reason.voice, style="bold"), Text(sign, style=style),
                      Text(plain(reason.what)), Text(plain(reason.why), style="dim"))
        voice = reason.voice
    screen.print(table)
