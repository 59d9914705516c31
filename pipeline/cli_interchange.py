"""The commands `depeche export` and `depeche build`: what a run found, or the walk itself, for other tools."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.console import OUT, Out, Quiet, counted, plain, said

app = typer.Typer()


class Format(StrEnum):
    """The formats, as `pipeline.interchange.FORMATS` has them."""

    docbin = "docbin"
    conll = "conll"
    brat = "brat"
    labelstudio = "labelstudio"


NEXT = {
    Format.docbin: "DocBin().from_disk('{path}'); doc.spans['depeche'] holds the mentions",
    Format.conll: "correct it, then `depeche evaluate {path}`",
    Format.brat: "put the folder under brat's data/, correct it, then `depeche evaluate {path}`",
    Format.labelstudio: "a project with {path.parent}/{path.stem}.xml as its labelling interface, "
                        "import {path.name}; export as JSON, then `depeche evaluate` it",
}


@app.command()
def export(to: Annotated[Path, typer.Option("--to", metavar="FILE_OR_DIR", help="What to write; in a folder the file "
                                                                                "gets a name of its own.")],
           form: Annotated[Format, typer.Option("--format", help="spaCy's DocBin, HIPE's columns, brat's standoff, or "
                                                                 "Label Studio's JSON.")],
           out: Out = OUT,
           force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
           quiet: Quiet = False) -> None:
    """Write a run's documents and mentions for another tool; all but DocBin are read back as gold."""
    with said(to):
        from pipeline.interchange import stored, write
        done = write(stored(out), to, form.value, force=force)
        if quiet:
            return
        typer.echo(f"{plain(done.path)}: {counted(done.n_documents, 'document')}, "
                   f"{counted(done.n_mentions - done.lost_mentions, 'mention')}, "
                   f"{counted(done.n_roles - done.lost_roles, 'role')}")
        if done.lost_mentions:
            typer.echo(f"  left out: {counted(done.lost_mentions, 'mention')}: columns hold two levels, no third")
        if done.lost_roles:
            typer.echo(f"  left out: {counted(done.lost_roles, 'role')}: columns have no place for them")
        typer.echo(plain(f"next: {NEXT[form].format(path=done.path)}"))


@app.command()
def build(to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder of the spaCy pipeline.")]
          = Path("models/depeche")) -> None:
    """Write one spaCy pipeline that [bold]spacy.load[/bold] opens: the model, the rules and the gazetteer."""
    with said(to):
        from pipeline.building import build as written
        path = plain(written(to))
        typer.echo(f"{path}: open it with spacy.load({path!r}); doc.spans['depeche'] holds the mentions")
