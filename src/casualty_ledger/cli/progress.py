"""Progress of many notebooks: one display with the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from casualty_ledger.cli.console import err_console


class RunProgress:
    """How many of `total` notebooks have ended, and how long the rest will take."""

    def __init__(self, total: int) -> None:
        """Begin with none."""
        self.total, self.done, self.started = total, 0, time.monotonic()
        self.display = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("notebooks, time left"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=err_console,
            disable=not err_console.is_terminal,
        )
        self.bar = self.display.add_task("", total=total)

    def __enter__(self) -> RunProgress:
        """Show that work has begun."""
        self.display.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Show that work has ended."""
        self.display.stop()

    def advance(self) -> None:
        """Count a notebook that has ended."""
        self.done += 1
        self.display.advance(self.bar)

    def say(self, line: str) -> None:
        """Say a line above the display; where there is none, with the time left in it."""
        told = line if err_console.is_terminal else f"{line} {self._left()}".rstrip()
        self.display.console.print(told, highlight=False, markup=False)

    def _left(self) -> str:
        if not self.done or self.done >= self.total:
            return ""
        seconds = (time.monotonic() - self.started) / self.done * (self.total - self.done)
        return f"({self.done} of {self.total} notebooks, {say_seconds(seconds)} left)"


def say_seconds(seconds: float) -> str:
    """Say a length of time as a person would.

    >>> say_seconds(8.2), say_seconds(150)
    ('8 s', '2 min 30 s')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
