"""Showing: how a selection shows itself, and how it leaves a notebook as a table, a file or code."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from casualty_ledger.explore.attribution import say_whose
from casualty_ledger.explore.display import say_what, show_figures
from casualty_ledger.ledger.distinct import tell_apart
from casualty_ledger.publishing.exported import export_figures
from casualty_ledger.publishing.figures_table import FiguresTable

if TYPE_CHECKING:
    from datetime import date

    from casualty_ledger.explore.criteria import Criteria
    from casualty_ledger.explore.source import Source
    from casualty_ledger.parsing.weeks import Vintage


class Shown:
    """What a selection looks like."""

    if TYPE_CHECKING:
        source: Source
        vintage: Vintage
        criteria: Criteria

        @property
        def figures(self) -> pd.DataFrame:
            """The chosen figures."""

        @property
        def _everyday(self) -> pd.DataFrame:
            """The figures that the criteria choose of all days."""

        def as_of(self, day: str | date) -> Shown:
            """Return the same selection in another vintage."""

        def __len__(self) -> int:
            """Return how many figures were chosen."""

    def table(self, having: str = "") -> FiguresTable:
        """Return the figures as a table with links, only those that hold the text `having` anywhere.

        >>> import casualty_ledger as cl
        >>> cl.open_ledger().select(days="2023-06-03").table(having="Pidhorodne")  # doctest: +ELLIPSIS
        Figures of the selection (...)
        """
        return FiguresTable(self.having(having), "Figures of the selection", "No figure was chosen.")

    def having(self, text: str) -> pd.DataFrame:
        """Return the chosen figures that hold a text in any column, in any case of its letters."""
        asked = text.strip().casefold()
        if not asked:
            return self.figures
        holds = np.zeros(len(self.figures), dtype=bool)
        for which, texts in self._texts:
            holds |= np.array([asked in each for each in texts])[which]
        return self.figures[holds].reset_index(drop=True)

    @cached_property
    def _texts(self) -> list[tuple[np.ndarray, list[str]]]:
        """The distinct texts of each column in small letters, and which of them stands in each row."""
        told = [tell_apart(column) for _, column in self.figures.items()]
        # What is missing is numbered -1, and so the text that stands last.
        return [
            (which, [*(str(each).casefold() for each in np.asarray(values, dtype=object).tolist()), ""])
            for which, values in told
        ]

    def to_excel(self, path: str | Path) -> None:
        """Write the chosen figures as a workbook (.xlsx), with the codebook, the sources and the vintage.

        Numbers are numbers, days are days, and no text is a formula. Errors: TooManyRows, CannotWrite.
        """
        what, whose = self._heading
        export_figures(Path(path).expanduser(), self.figures, {"Figures": what, "Whose": whose})

    @property
    def code(self) -> str:
        """The code that makes this selection, ready to copy."""
        opened = "import casualty_ledger as cl\n\nledger = cl.open_ledger()\n"
        known = "" if self.vintage.is_latest else f'.as_of("{self.vintage}")'
        given = "".join(f"    {each},\n" for each in self.criteria.arguments)
        chosen = f".select(\n{given})" if given else ""
        return f"{opened}chosen = ledger{known}{chosen}\nchosen.figures"

    def __bool__(self) -> bool:
        """A selection is there, also where it holds no figure."""
        return True

    def __repr__(self) -> str:
        """Say what was chosen, how many figures, whose, and as of when."""
        return "\n".join(self._heading)

    def _repr_html_(self) -> str:
        return show_figures(self.figures, *self._heading, stale=self.source.is_stale)

    @property
    def _heading(self) -> tuple[str, str]:
        """What was chosen, and whose word it is as of when."""
        whose = say_whose(self.figures, self.vintage)
        return say_what(len(self), self.criteria.text), whose + self._dayless() + self._later()

    def _dayless(self) -> str:
        span = self.criteria.span
        left_out = span.count_dayless(self._everyday) if span is not None else 0
        return f" {left_out:,} without days left out." if left_out else ""

    def _later(self) -> str:
        later = 0 if len(self) or self.vintage.is_latest else len(self.as_of("latest"))
        return f" {later:,} became known later: .as_of('latest')." if later else ""
