"""Forbidden verbs: what one would do to any table and must not do to what rivals said.

Each raises an error that names the right call; the few sums that mean something are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import pandas as pd

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.explore.misuse import NoSuchCall
from casualty_ledger.parsing.near_words import nearest
from casualty_ledger.series.sums import add_up
from casualty_ledger.vocabulary import Basis

SIDE_BY_SIDE = "To see what each claimant says, side by side: .compare()."
# What stands in the way of a sum, and the call that answers the question behind it.
RIGHT_CALLS = {
    "rival claimants": SIDE_BY_SIDE,
    "different populations": "Choose one: .select(population=…), or show them side by side: .compare().",
    "women, men or everybody": "Choose one by sex, or show them side by side: .compare().",
    "children, adults or everybody": "Choose one by age_group, or show them side by side: .compare().",
    "different parties": "Choose one: .select(party=…), or show them side by side: .compare().",
    "different places": "Choose one: .select(place=…); a claimant's own total is among its figures.",
    "different measures": "Choose one: .select(measure=…), or show them side by side: .compare().",
    "undefined mix": "Choose one: .select(measure=…), or show them side by side: .compare().",
    "a rate": "Quote it with its unit: .figures shows it.",
    "running total": "For what a total adds week by week: .weekly().",
    "already counted": "Leave the parts out: figures[~figures['is_part']].",
    "days": "To see which statement stands: .compare(); what was restated: .revisions().",
}


class Forbidden:
    """The verbs of a table that a selection does not have, for a reason."""

    if TYPE_CHECKING:

        @property
        def figures(self) -> pd.DataFrame:
            """The figures that must not be added."""

    def sum(self) -> pd.DataFrame:
        """Add the figures up, where that means something: periods of one claimant that do not overlap.

        One row: claimant, measure, lower, value, upper, figure_ids. A bound that one lacks, the sum lacks.
        Errors: ForbiddenSum, which names the right call.
        """
        figures = self.figures
        try:
            added: dict[str, Any] = add_up(figures)
        except ForbiddenSum as error:
            reason = str(error.facts["reason"])
            advice = next((call for mark, call in RIGHT_CALLS.items() if mark in reason), SIDE_BY_SIDE)
            raise ForbiddenSum(reason=reason, advice=advice) from None
        if figures.empty:
            raise ForbiddenSum(reason="there are none; nothing said is not zero", advice="Choose others.")
        whose = figures[["claimant", "measure", "population", "party", "place"]].head(1)
        ids: dict[str, Any] = {"figure_ids": " ".join(figures["figure_id"])}
        return whose.assign(**(added | ids)).reset_index(drop=True)

    def mean(self) -> NoReturn:
        """Raise: an average of what was said is a number that nobody said."""
        self._refuse_average()

    def median(self) -> NoReturn:
        """Raise: an average of what was said is a number that nobody said."""
        self._refuse_average()

    def cumsum(self) -> NoReturn:
        """Raise: a running total is said by its claimant; none is made up here."""
        basis = str(Basis.CUMULATIVE)
        advice = f"The claimants' own: figures[figures['basis'] == '{basis}'], or .chart('totals')."
        raise ForbiddenSum(reason="a running total is its claimant's to say", advice=advice)

    def _refuse_average(self) -> NoReturn:
        raise ForbiddenSum(reason="an average is a number that nobody said", advice=SIDE_BY_SIDE)

    def __add__(self, other: object) -> NoReturn:
        """Raise: two selections are compared, not added."""
        raise ForbiddenSum(reason="two selections may count the same people", advice=SIDE_BY_SIDE)

    def __getitem__(self, key: object) -> NoReturn:
        """Raise: rows and columns are chosen in the DataFrame."""
        raise NoSuchCall(found=key, advice=f"Its table is an ordinary DataFrame: .figures[{key!r}].")

    def __dir__(self) -> list[str]:
        """List what completion offers: the questions that can be asked."""
        return sorted(name for name in super().__dir__() if not name.startswith("_") or name.startswith("__"))

    def __getattr__(self, name: str) -> Any:
        """Raise for a name that only a DataFrame has, and say where the DataFrame is."""
        if name.startswith("_"):
            raise AttributeError(name)
        if hasattr(pd.DataFrame, name):
            advice = f"Its table is an ordinary DataFrame: .figures.{name}."
        else:
            calls = [call for call in dir(type(self)) if not call.startswith("_")]
            near = nearest(name, calls)
            advice = f"Did you mean .{near}?" if near else f"Its calls: {', '.join(calls)}."
        raise NoSuchCall(found=name, advice=advice)
