"""The commands `depeche show` and `depeche explain`: one stored document, one place of it. `pipeline.cli` adds them."""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.rows import Document, Mention, Role

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

OUT = Path("data/processed")

STYLES = {
    "PERSON": "#1f1c18 on #f6c98f",
    "MINISTRY": "#ffffff on #4453b8",
    "COUNTRY": "#1f1c18 on #86d9c9",
    "ROLE": "underline",
}
"""How each kind is marked where there is colour; one inside another has its own."""

Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of the tables.")]
Layers = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", "-g", metavar="DIR", help="A folder of tables laid over the shipped gazetteer."),
]


def register(
    app: typer.Typer,
    said: Callable[[], AbstractContextManager[None]],
    console: Callable[[], "Console"],
    plain: Callable[[str], str],
) -> None:
    """Add the commands to `app`, with its way to say an error, its console, and its way to make a text harmless."""

    @app.command()
    def show(
        doc: Annotated[
            str, typer.Argument(metavar="DOC", help="The document's id, or a part of it that no other has.")
        ],
        as_json: Annotated[bool, typer.Option("--json", help="Print the document and its rows as JSON.")] = False,
        text_only: Annotated[bool, typer.Option("--text", help="Only the marked text, no tables.")] = False,
        out: Out = OUT,
    ) -> None:
        """Print a stored document with its mentions in colour, nested ones too, and its table.

        Where there is no colour, a mention is written [words](LABEL entity), nested as in the text.
        """
        with said():
            from pipeline.explaining import document_of, rows_of

            document = document_of(out, doc)
            mentions, roles = rows_of(out, document.doc_id)
            if as_json:
                told = {
                    "document": asdict(document),
                    "mentions": [asdict(m) for m in mentions],
                    "roles": [asdict(r) for r in roles],
                }
                typer.echo(json.dumps(told, ensure_ascii=True, indent=1))
                return
            screen = console()
            _print_head(screen, document, plain)
            print_marked(screen, document.text, mentions, roles, plain)
            if not text_only:
                screen.print()
                _print_table(
                    screen,
                    mentions,
                    ("start", "text", "label", "form", "entity_id", "name", "found_by", "score"),
                    plain,
                )
            if roles and not text_only:
                screen.print()
                _print_table(screen, roles, ("start", "text", "role", "status", "person", "ministry_id", "iso3"), plain)

    @app.command()
    def explain(
        place: Annotated[
            str,
            typer.Argument(metavar="PLACE", help="DOC:START, DOC:WORDS, or the number of a row of mentions, from 0."),
        ],
        as_json: Annotated[bool, typer.Option("--json", help="Print the reasons as JSON.")] = False,
        out: Out = OUT,
        gazetteer: Layers = None,
    ) -> None:
        """Say why a place of a document has its rows, or none: the rule, the gazetteer's entry, who lost and why."""
        with said():
            from pipeline.explaining import explain as explained
            from pipeline.explaining import place_of, rows_of
            from pipeline.gazetteer import Gazetteer
            from pipeline.parts import loaded_model
            from pipeline.recognising.model import model_spans

            document, start, end = place_of(out, place)
            spans = next(iter(model_spans(loaded_model("fast"), [document.text])))
            found = explained(
                document, start, end, *rows_of(out, document.doc_id), spans, Gazetteer.load(*(gazetteer or ()))
            )
            if as_json:
                told = {
                    "doc_id": document.doc_id,
                    "start": found.start,
                    "end": found.end,
                    "text": document.text[found.start : found.end],
                    "mentions": [asdict(m) for m in found.mentions],
                    "roles": [asdict(r) for r in found.roles],
                    "reasons": [asdict(r) for r in found.reasons],
                    "stale": found.stale,
                }
                typer.echo(json.dumps(told, ensure_ascii=True, indent=1))
                return
            _print_explanation(console(), found, plain)


def print_marked(
    screen: "Console", text: str, mentions: Sequence[Mention], roles: Sequence[Role], plain: Callable[[str], str]
) -> None:
    """The text with its mentions: in colour where there is any, else in brackets."""
    in_colour = screen.color_system and not screen.no_color
    shown = coloured(text, mentions, roles, plain) if in_colour else plain_lines(marked(text, mentions), plain)
    screen.print(shown, soft_wrap=not screen.is_terminal)


def coloured(text: str, mentions: Sequence[Mention], roles: Sequence[Role], plain: Callable[[str], str]) -> "Text":
    """The text with its mentions in colour, the outer ones first, so that those inside them show."""
    from rich.text import Text

    shown = Text(plain_lines(text, plain))
    for r in roles:
        shown.stylize(STYLES["ROLE"], r.start, r.end)
    for m in sorted(mentions, key=lambda m: m.start - m.end):
        shown.stylize(STYLES[m.label], m.start, m.end)
    return shown


def plain_lines(text: str, plain: Callable[[str], str]) -> str:
    """The text with nothing that a terminal obeys but its line breaks, character for character."""
    return "".join(c if c == "\n" else plain(c) or "\ufffd" for c in text)


def marked(text: str, mentions: Sequence[Mention]) -> str:
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


def _print_head(screen: "Console", document: Document, plain: Callable[[str], str]) -> None:
    from rich.text import Text

    told = (document.doc_id, document.published, document.source, f"{document.n_chars:,} characters")
    screen.print(Text(" · ".join(plain(value) for value in told if value), style="dim"), soft_wrap=True)
    if document.title:
        screen.print(Text(plain(document.title), style="bold"), soft_wrap=True)
    if screen.color_system and not screen.no_color:
        screen.print(
            Text.assemble(
                *(
                    (part, style)
                    for label, style in STYLES.items()
                    for part, style in ((label.lower(), style), (" ", ""))
                )
            )
        )
    screen.print()


def _print_table(screen: "Console", rows: Sequence[Any], columns: Sequence[str], plain: Callable[[str], str]) -> None:
    from rich.table import Table
    from rich.text import Text

    if not rows:
        screen.print("No mention.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(
            name,
            justify="right" if name in ("start", "score") else "left",
            no_wrap=name in ("start", "label", "form", "score"),
            overflow="fold",
        )
    for row in rows:
        values = [getattr(row, name) for name in columns]
        table.add_row(
            *(
                Text("" if value is None else f"{value:.2f}" if isinstance(value, float) else plain(str(value)))
                for value in values
            )
        )
    screen.print(table)


VERDICTS = {True: ("→", "green"), False: ("✗", "red"), None: ("·", "dim")}


def _print_explanation(screen: "Console", found: Any, plain: Callable[[str], str]) -> None:
    from rich.table import Table
    from rich.text import Text

    text, start, end = found.document.text, found.start, found.end
    before, after = text[max(0, start - 60) : start].rpartition("\n")[2], text[end : end + 60].partition("\n")[0]
    screen.print(Text(f"{plain(found.document.doc_id)} {start}:{end}", style="dim"), soft_wrap=True)
    screen.print(
        Text.assemble(
            "… ", plain_lines(before, plain), (plain(text[start:end]), "bold reverse"), plain_lines(after, plain), " …"
        ),
        soft_wrap=True,
    )
    screen.print()
    _print_table(
        screen, found.mentions, ("start", "text", "label", "form", "entity_id", "name", "found_by", "score"), plain
    )
    if found.roles:
        _print_table(screen, found.roles, ("start", "text", "role", "status", "person", "ministry_id", "iso3"), plain)
    screen.print()
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    voice = ""
    for reason in found.reasons:
        sign, style = VERDICTS[reason.chosen]
        table.add_row(
            Text("" if reason.voice == voice else reason.voice, style="bold"),
            Text(sign, style=style),
            Text(plain(reason.what)),
            Text(plain(reason.why), style="dim"),
        )
        voice = reason.voice
    screen.print(table)
    if not found.mentions:
        screen.print("No row here: nothing was kept.")
    if found.stale:
        screen.print("The tables say something else than the rules do now: run `depeche run` again.")
