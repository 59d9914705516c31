"""The command `depeche report`: the tables as one HTML page."""

from typing import Annotated

import typer

from pipeline.console import OUT, Out, Quiet, counted, plain, said

MEGABYTE = 1_000_000

app = typer.Typer()


@app.command()
def report(out: Out = OUT,
           to: Annotated[str | None, typer.Option("--to", metavar="FILE_OR_DIR", show_default="report.html in --out",
                                                  help="The page to write, a folder for it, or a URL that fsspec "
                                                              "opens.")] = None,
           title: Annotated[str | None, typer.Option(metavar="TEXT", help="What the page is called.")] = None,
           size: Annotated[int | None, typer.Option(
               "--size", metavar="MB", min=1, show_default="24",
               help="How large the page may be: texts beyond it are left out, the oldest first.")] = None,
           quiet: Quiet = False) -> None:
    """Write the tables as one page to look at: who, when, with whom, in which words. It asks no server anything."""
    with said(to or out):
        from pipeline.mirroring import written
        from pipeline.reporting import LIMIT, NAME, write_report
        to = to or str(out / NAME)
        with written(to) as path:
            done = write_report(out, path, title=title, limit=size * MEGABYTE if size else LIMIT)
        if quiet:
            return
        typer.echo(f"{plain(to if '://' in to else done.path)}: {counted(done.n_listed, 'document')}, "
                   f"{counted(done.n_entities_listed, 'entity', 'entities')}, "
                   f"{done.n_bytes / MEGABYTE:.1f} MB; open it in a browser")
        for left, what, why in (
            (done.n_documents - done.n_listed, ("document",), "it lists the newest"),
            (done.n_listed - done.n_texts, ("document's text", "documents' texts"), "a larger --size would hold more"),
            (done.n_entities - done.n_entities_listed, ("entity", "entities"), "it lists the most named"),
        ):
            if left:
                typer.echo(f"  not in the page: {counted(left, *what)}; {why}")
