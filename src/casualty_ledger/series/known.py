"""Known figures, as they take part in what must hold between numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from casualty_ledger.ledger.identity import most_of
from casualty_ledger.series.moments import Said, order_of, read_said
from casualty_ledger.series.scope_gaps import explains


class Known:
    """A figure as it takes part in a constraint; read as a statement only where it is asked about."""

    def __init__(self, figure: Mapping[Any, Any]) -> None:
        """Take a figure as a record."""
        self.figure = figure
        self.first, self.last = (
            None if pd.isna(day) else day.date() for day in (figure["covers_from"], figure["covers_until"])
        )

    @cached_property
    def said(self) -> Said:
        """The statement that it makes."""
        return read_said(self.figure)

    @property
    def figure_id(self) -> str:
        """Its name."""
        return str(self.figure["figure_id"])

    @cached_property
    def lower(self) -> float:
        """The least that it allows."""
        return 0.0 if pd.isna(self.figure["lower"]) else float(self.figure["lower"])

    @property
    def is_bounded(self) -> bool:
        """Whether it allows no more than some number."""
        return not pd.isna(most_of(self.figure))


def exceeds(part: Known, whole: Known) -> bool:
    """Say whether a part is more than its whole allows: anything else needs no look at the words."""
    return whole.is_bounded and part.lower > float(whole.figure["upper"])


def binds(whole: Said, part: Said) -> bool:
    """Say whether a count was told when the part was known: at once with it, or later."""
    if whole.open_upper == math.inf or part.lower <= 0 or explains(whole, part):
        return False
    order = order_of(whole, part)
    # A page that prints a whole with its parts tells them at once, whoever of one side counted which.
    return order in (0, 1) or (order is None and _are_of_one_page(whole, part))


def _are_of_one_page(whole: Said, part: Said) -> bool:
    of_a_moment = whole.is_of_a_moment or part.is_of_a_moment
    return whole.page == part.page != "" and whole.day == part.day and not of_a_moment
