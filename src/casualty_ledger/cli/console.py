"""What a person sees: the two streams, a progress display, and paths as short as they can be said."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from casualty_ledger.parsing.weeks import Week

MOST_WARNINGS = 3
UNCHANGED = "What stood before stands as it was."
out_console, err_console = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)

Raw = Annotated[str, typer.Option(help="Folder that holds recorded/*.csv; default: data/raw.")]
ConflictName = Annotated[
    str, typer.Option("--conflict", help="The conflict, as the sheets name it; default: the default one.")
]
LanguageCode = Annotated[
    str, typer.Option("--language", help="The language: en, uk, …; default: that of the settings.")
]
OwnNotebooks = Annotated[
    str, typer.Option("--notebooks", help="Folder of your own notebooks, beside those of the project.")
]
Processed = Annotated[str, typer.Option(help="Folder of the ledger; default: data/processed.")]


class Progress:
    """One progress display on a terminal, plain lines elsewhere."""

    def __init__(self, title: str) -> None:
        """Name what is being made."""
        self.title = title
        self.status = err_console.status(f"{title} …") if err_console.is_terminal else None

    def __enter__(self) -> Progress:
        """Show that work has begun."""
        if self.status:
            self.status.start()
        return self

    def __call__(self, line: str) -> None:
        """Tell of a step."""
        if self.status:
            self.status.update(f"{self.title}: {line} …")
        else:
            err_console.print(f"{self.title}: {line}", highlight=False)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Show that work has ended, and say so where somebody has ended it."""
        if self.status:
            self.status.stop()
        if kind is KeyboardInterrupt:
            err_console.print(f"{self.title}: stopped. {UNCHANGED}", highlight=False)


def say_count(number: int, noun: str) -> str:
    """Say how many there are, one as one.

    >>> say_count(1, "report"), say_count(1025, "notebook")
    ('1 report', '1,025 notebooks')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def shown(path: Path) -> str:
    """Show a path from here where it lies below, whole where it does not."""
    resolved = path.resolve()
    here = Path.cwd().resolve()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)


def warn_outside(weeks: Iterable[Week], start: date | None) -> None:
    """Say which weeks lie before the start of a conflict or are not over, the first few and how many more."""
    said = [warning for week in weeks if (warning := week.warning(date.today(), start))]
    more = [f"and {len(said) - MOST_WARNINGS} more weeks like these"] if len(said) > MOST_WARNINGS else []
    for line in [*said[:MOST_WARNINGS], *more]:
        err_console.print(line, highlight=False)


def count_rows(table: Path) -> int:
    """Count the rows of a CSV file below its header, without a table library."""
    with table.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


def print_changes(names: Iterable[str]) -> None:
    """Say what was edited while reports were made, if anything."""
    listed = ", ".join(names)
    if listed:
        said = f"Changed while this ran: {listed}. The report shows it as it was at the start; run it again."
        err_console.print(said, style="yellow", highlight=False, markup=False)
