"""The command `depeche`: reads the options, calls the function of the same name, and says what came of it.

Each `cli_*` module has some of its commands; what they share is in `console`.

Exit codes: 0 all went in; 3 some inputs are in `rejects`; 1 the work could not be done; 2 the command was not
understood; 130 stopped by Ctrl-C.
"""

import os
import re
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline import (
    cli_doctor,
    cli_evaluate,
    cli_gazetteer,
    cli_interchange,
    cli_report,
    cli_run,
    cli_text,
)

IN_PLAIN_WORDS = (
    (r"^Value error, ", ""),
    (r"^Input should be greater than or equal to (\S+)$", r"it must be \1 or more."),
    (r"^Input should be a valid integer.*", "a whole number was expected."),
    (r"^Input should be a valid number.*", "a number was expected."),
)
"""What the library that typer leaves the values to says of a wrong one, and how a person would say it."""


class Commands(TyperGroup):
    """The commands, which say in plain words what is wrong with the value of an option."""

    def invoke(self, ctx: typer.Context) -> Any:
        """Call the command that was named."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as fault:
            for said, plainly in IN_PLAIN_WORDS:
                fault.message = re.sub(said, plainly, fault.message)
            raise


app = typer.Typer(
    name="depeche", cls=Commands, no_args_is_help=True, pretty_exceptions_show_locals=False, rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="French news in, clean tables out: the people, the ministries and the countries in it.",
    epilog="First steps: [bold]depeche run articles/[/bold] reads a folder and writes the tables; "
           "[bold]depeche extract \"Le ministère israélien de la Défense se tait.\"[/bold] shows what a text holds. "
           "Exit codes: 0 nothing rejected, 3 some inputs rejected, 1 could not be done, 2 not understood.")

for module in (cli_run, cli_text, cli_report, cli_gazetteer, cli_evaluate, cli_interchange, cli_doctor):
    app.add_typer(module.app)


@app.callback(invoke_without_command=True)
def main(version: Annotated[bool, typer.Option("--version", help="Say the version and end.")] = False) -> None:
    """Look less for cycles, and keep NumPy to one thread before it is loaded: a worker is a core."""
    from pipeline.engine import ONE_THREAD, READING, look_less_for_cycles
    look_less_for_cycles(READING)
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    if version:
        cli_doctor.version()
        raise typer.Exit
