"""The command `depeche report`: the tables as one HTML page. `pipeline.cli` adds it to its app."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import typer

OUT = Path("data/processed")
MEGABYTE = 1_000_000


def register(app: typer.Typer, said: Callable[[], AbstractContextManager[None]]) -> None:
    """Add the command to `app`; `said` is what says an error in one line."""

    @app.command()
    def report(
        out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of the tables.")] = OUT,
        to: Annotated[
            Path | None,
            typer.Option("--to", metavar="FILE", show_default="report.html in --out", help="The page to write."),
        ] = None,
        title: Annotated[str | None, typer.Option(metavar="TEXT", help="What the page is called.")] = None,
        limit: Annotated[
            int | None,
            typer.Option(
                "--limit",
                metavar="MB",
                min=1,
                show_default="24",
                help="How large the page may be: texts beyond it are left out, the oldest first.",
            ),
        ] = None,
        quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")] = False,
    ) -> None:
        """Write the tables as one page to look at: who, when, with whom, in which words. It asks no server anything."""
        with said():
            from pipeline.reporting import LIMIT, write_report

            done = write_report(out, to, title=title, limit=limit * MEGABYTE if limit else LIMIT)
            if not quiet:
                typer.echo(
                    f"{done.path}: {done.n_listed:,} documents, {done.n_entities_listed:,} entities, "
                    f"{done.n_bytes / MEGABYTE:.1f} MB; open it in a browser"
                )
                for left, what in (
                    (done.n_documents - done.n_listed, "documents are not in the page: it lists the newest"),
                    (
                        done.n_listed - done.n_texts,
                        "documents have no text in the page: a larger --limit would hold more",
                    ),
                    (done.n_entities - done.n_entities_listed, "entities are not in the page: it lists the most named"),
                ):
                    if left:
                        typer.echo(f"  {left:,} {what}")
