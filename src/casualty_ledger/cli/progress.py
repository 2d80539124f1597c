"""Progress of many notebooks: one display with the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from casualty_ledger.cli.console import err_console

if TYPE_CHECKING:
    from casualty_ledger.running.plan import Task


class RunProgress:
    """How many of the notebooks that run have ended, and how long the rest will take."""

    def __init__(self, to_run: list[Task]) -> None:
        """Begin with none."""
        self.running, self.total = set(to_run), len(to_run)
        self.started = time.monotonic()
        self.display = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("notebooks, time left"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=err_console,
            disable=not err_console.is_terminal,
        )
        self.bar = self.display.add_task("", total=self.total)

    def __enter__(self) -> RunProgress:
        """Show that work has begun."""
        self.display.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Show that work has ended."""
        self.display.stop()

    def advance(self, task: Task) -> None:
        """Count a notebook that has ended; one that a former run finished does not count."""
        if task in self.running:
            self.running.remove(task)
            self.display.advance(self.bar)

    def say(self, line: str) -> None:
        """Say a line above the display; where there is none, with the time left in it."""
        told = line if err_console.is_terminal else f"{line} {self._left()}".rstrip()
        self.display.console.print(told, highlight=False, markup=False)

    def _left(self) -> str:
        left = len(self.running)
        done = self.total - left
        if not done or not left:
            return ""
        seconds = (time.monotonic() - self.started) / done * left
        return f"({done:,} of {self.total:,} notebooks, {say_seconds(seconds)} left)"


def say_seconds(seconds: float) -> str:
    """Say a length of time as a person would.

    >>> say_seconds(8.2), say_seconds(150)
    ('8 s', '2 min 30 s')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
