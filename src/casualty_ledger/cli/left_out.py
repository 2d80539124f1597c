"""What a run had to leave out: told on the console, with exit code 1."""

from __future__ import annotations

from pathlib import Path

import typer

from casualty_ledger.cli.console import err_console
from casualty_ledger.ledger.left_out import read_left_out

LEFT_OUT = 1


def list_left_out(ledger: Path) -> list[str]:
    """Say which sheets a built ledger left out, and why."""
    found = read_left_out(ledger)
    return [f"{each['sheet']} cannot be read and is left out: {each['problem']}." for each in found]


def end_with_left_out(said: list[str]) -> None:
    """Name the sheets that could not be read, and end with code 1 where there are any."""
    for line in said:
        err_console.print(line, style="red", highlight=False, markup=False)
    if said:
        raise typer.Exit(LEFT_OUT)
