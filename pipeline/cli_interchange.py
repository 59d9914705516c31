"""The command `depeche export`: a run's tables in the formats of other tools. `pipeline.cli` adds it to its app."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

OUT = Path("data/processed")


class Format(StrEnum):
    """The formats, as `pipeline.interchange.FORMATS` has them."""

    docbin = "docbin"
    conll = "conll"
    brat = "brat"
    labelstudio = "labelstudio"


NEXT = {
    Format.docbin: "next: DocBin().from_disk('{path}'); doc.spans['depeche'] holds the mentions",
    Format.conll: "next: correct it, then `depeche evaluate {path}`",
    Format.brat: "next: put the folder under brat's data/, correct it, then `depeche evaluate {path}`",
    Format.labelstudio: "next: a project with {path.parent}/{path.stem}.xml as its labelling interface, "
    "import {path.name}; export as JSON, then `depeche evaluate` it",
}


def register(app: typer.Typer, said: Callable[[], AbstractContextManager[None]]) -> None:
    """Add the command to `app`; `said` is what says an error in one line."""

    @app.command()
    def export(
        to: Annotated[
            Path,
            typer.Option(
                "--to", metavar="FILE_OR_DIR", help="What to write; in a folder the file gets a name of its own."
            ),
        ],
        form: Annotated[
            Format,
            typer.Option("--format", help="spaCy's DocBin, HIPE's columns, brat's standoff, or Label Studio's JSON."),
        ],
        out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of the tables.")] = OUT,
        force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
        quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")] = False,
    ) -> None:
        """Write a run's documents and mentions for another tool; all but DocBin are read back as gold."""
        with said():
            from pipeline.interchange import stored, write

            done = write(stored(out), to, form.value, force=force)
            if quiet:
                return
            typer.echo(
                f"{done.path}: {done.n_documents:,} documents, {done.n_mentions - done.lost_mentions:,} mentions, "
                f"{done.n_roles - done.lost_roles:,} roles"
            )
            if done.lost_mentions:
                typer.echo(f"  {done.lost_mentions:,} mentions are left out: columns hold two levels, no third")
            if done.lost_roles:
                typer.echo(f"  {done.lost_roles:,} roles are left out: columns have no place for them")
            typer.echo(NEXT[form].format(path=done.path))
