"""The commands `depeche doctor` and `depeche version`: is what a run needs there, and in which version."""

import typer

from pipeline.console import OUT, Gazetteers, Out, plain, said

app = typer.Typer()


@app.command()
def doctor(out: Out = OUT, gazetteer: Gazetteers = None) -> None:
    """Say whether what a run needs is there: packages, model, gazetteer, folders. Exit code 1 where one is not."""
    from pipeline.doctoring import examine
    well = True
    for finding in examine(out, gazetteer or ()):
        well &= finding.well
        typer.echo(plain(f"{'well ' if finding.well else 'FAULT'}  {finding.about:<16}{finding.told}"))
    if not well:
        raise typer.Exit(1)


@app.command()
def version() -> None:
    """Say the versions of Dépêche, of the model and of what they run on."""
    with said():
        from pipeline.recording import versions
        found = versions()
        typer.echo(f"depeche {found['depeche']} ({', '.join(f'{k} {v}' for k, v in found.items() if k != 'depeche')})")
