"""The command line: thin, one module per command.

Bad input is one sentence and exit code 2; a failed notebook, or a sheet left out, is exit code 1.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from casualty_ledger import __version__
from casualty_ledger.cli.backfill import backfill
from casualty_ledger.cli.between import between
from casualty_ledger.cli.build import build
from casualty_ledger.cli.check import check
from casualty_ledger.cli.conflict import conflict
from casualty_ledger.cli.console import err_console
from casualty_ledger.cli.evidence import evidence
from casualty_ledger.cli.export import export
from casualty_ledger.cli.feed import feed
from casualty_ledger.cli.fetch import fetch
from casualty_ledger.cli.importing import import_table
from casualty_ledger.cli.notebook import notebook
from casualty_ledger.cli.proposals import proposals
from casualty_ledger.cli.read import read
from casualty_ledger.cli.release_note import release_note
from casualty_ledger.cli.report import report
from casualty_ledger.cli.run import run
from casualty_ledger.cli.site import site
from casualty_ledger.errors import CasualtyLedgerError, NotebookFailed

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reported casualty and prisoner-of-war figures: who says so, and how sure it is.",
)
for command in (backfill, between, build, check, fetch, read, release_note, report, run, site):
    app.command()(command)
app.command(name="import")(import_table)
app.add_typer(conflict, name="conflict")
app.add_typer(notebook, name="notebook")
app.add_typer(proposals, name="proposals")
app.add_typer(export, name="export")
app.add_typer(feed, name="feed")
app.add_typer(evidence, name="evidence")


@app.callback(invoke_without_command=True)
def version(
    show: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Reported casualty and prisoner-of-war figures: who says so, and how sure it is."""
    if show:
        typer.echo(f"casualty-ledger {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; say what is wrong in one sentence."""
    try:
        app()
    except NotebookFailed as failure:
        err_console.print(f"casualty-ledger: {failure}", style="red", highlight=False, markup=False)
        sys.exit(1)
    except CasualtyLedgerError as error:
        err_console.print(f"casualty-ledger: {error}", style="red", highlight=False, markup=False)
        sys.exit(2)
