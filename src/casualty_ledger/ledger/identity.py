"""Identity: what makes figures one series or one subject, and what is a whole and what a part.

Listed here and nowhere else. The conflict is in all of it, so that no two conflicts ever share a series, an
increment, a disagreement, a relation, a revision or a sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.vocabulary import Basis, Population

PEOPLE = (
    "population",
    "sex",
    "age_group",
    "subgroup",
    "party",
)
PLACE = ("place", "admin1", "incident")
# What one claimant counts: of whom, where, in which conflict.
COUNTED = ("conflict", "claimant", "measure", *PEOPLE, *PLACE)
# Figures of one claimant that may be compared in time.
SERIES = (*COUNTED, "basis", "rate_unit")
# What several claimants may speak of: one thing, in the same days.
SUBJECT = (
    "conflict",
    *PLACE,
    "covers_from",
    "covers_until",
    "measure",
    *PEOPLE,
    "basis",
    "rate_unit",
)
# What was said of it; the same words printed again are the same statement.
STATEMENT = ("covers_from", "covers_until", "lower", "value", "upper", "hedge")
# A happening, whoever was harmed in it and however it is counted.
EVENT = ("conflict", *PLACE, "covers_from", "covers_until")


def everybody(figures: pd.DataFrame) -> pd.Series:
    """Say which figures count all of their population: no sex, no age, no group of it.

    Children are a population of their own, so a count of all children is one of these.
    """
    of_all_ages = (figures["age_group"] == "") | (figures["population"] == Population.CHILDREN)
    return of_all_ages & (figures["sex"] == "") & (figures["subgroup"] == "")


def lacks_days(figures: pd.DataFrame) -> pd.Series:
    """Say which periods have no day ("over the past week"): no two of them are known to be one thing."""
    dayless = figures["covers_from"].isna() & figures["covers_until"].isna()
    return dayless & (figures["basis"] == Basis.PERIOD)


def whole(figures: pd.DataFrame) -> pd.Series:
    """Say which figures count a population as a whole: no part of another figure, no sex, no group of it."""
    return ~figures["is_part"] & everybody(figures)


def check_one_conflict(figures: pd.DataFrame) -> None:
    """Raise where figures of several conflicts stand together.

    Errors: ForbiddenSum.
    """
    if figures["conflict"].nunique() > 1:
        found = ", ".join(sorted(map(str, figures["conflict"].unique())))
        raise ForbiddenSum(reason=f"they are of different conflicts ({found})", advice="Choose one conflict.")


def open_minimums(figures: pd.DataFrame) -> pd.DataFrame:
    """Return figures with bounds of the toll, not of what was counted: above a minimum there is none."""
    return figures.assign(upper=figures["upper"].mask(figures["is_floor"]))


def most_of(figure: Mapping[Any, Any]) -> Any:
    """Return the most that the toll can be according to one figure: above a minimum there is no bound."""
    return pd.NA if figure["is_floor"] else figure["upper"]


def running_totals(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the running totals with a number, parts left out: those that may be chained in time."""
    total = (figures["basis"] == Basis.CUMULATIVE) & figures["value"].notna() & ~figures["is_part"]
    return figures[total]
