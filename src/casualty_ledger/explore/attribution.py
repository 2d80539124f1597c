"""Attribution: every table that leaves a selection says whose numbers it holds and where they stand."""

from __future__ import annotations

from itertools import compress
from typing import Any

import pandas as pd

from casualty_ledger.ledger.distinct import firsts_of, number_distinct
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.schema import ReportedFigures, columns_of
from casualty_ledger.wording.labels import label_count, label_day, label_figure
from casualty_ledger.wording.sentences import listed

LEAD = [
    "figure_id",
    "claimant",
    "said",
    "measure",
    "population",
    "party",
    "place",
    "covers_from",
    "covers_until",
    "basis",
    "lower",
    "value",
    "upper",
    "is_floor",
    "hedge",
    "published_on",
    "publishers",
    "verification",
    "reliability",
    "credibility",
    "caveats",
    "address",
    "sheet",
    "row",
]
# What a count is said by: rows that agree in all of it are said alike.
SAID_BY = [
    "conflict",
    "measure",
    "population",
    "sex",
    "age_group",
    "party",
    "subgroup",
    "hedge",
    "lower",
    "value",
    "upper",
    "interval_kind",
    "is_floor",
    "basis",
    "rate_unit",
    "caveats",
]
WHERE = ["figure_id", "said", "published_on", "publishers", "verification", "address"]
NOBODY = "nobody"


def known_on(vintage: Vintage) -> str:
    """Say a vintage in words.

    >>> from casualty_ledger.parsing.weeks import LATEST
    >>> known_on(LATEST)
    'as known today (hindsight)'
    """
    return "as known today (hindsight)" if vintage.day is None else f"as known on {label_day(vintage.day)}"


def lead_with_attribution(figures: pd.DataFrame, known: dict[tuple[Any, ...], str]) -> pd.DataFrame:
    """Return figures with `said`, the count as firmly as it was said; what is asked for most stands first.

    `known` keeps what is said of what: most of a vintage is said as in the one before.
    """
    alike = number_distinct(figures[column] for column in SAID_BY)
    firsts = figures.iloc[firsts_of(alike)]
    keys = list(zip(*(firsts[column].tolist() for column in SAID_BY), strict=True))
    fresh = [key not in known for key in keys]
    for key, row in zip(compress(keys, fresh), figures_of(firsts[fresh]), strict=True):
        known[key] = label_figure(row, label_count(row))
    said = pd.Series([known[key] for key in keys], dtype="str")
    named = figures.assign(said=said.take(alike).set_axis(figures.index))
    rest = [column for column in columns_of(ReportedFigures) if column not in LEAD]
    return named[[*LEAD, *rest]]


def join_attribution(table: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Add to a table of `figure_id`s who printed each figure, when, how it was said, and where it stands."""
    wanted = [column for column in WHERE if column == "figure_id" or column not in table.columns]
    return table.merge(figures[wanted], on="figure_id", how="left", validate="many_to_one")


def attribute(table: pd.DataFrame, vintage: Vintage) -> pd.DataFrame:
    """Write into `table.attrs` who reported it and as of when, so that it travels with its attribution."""
    table.attrs["attribution"] = say_whose(table, vintage)
    return table


def say_whose(table: pd.DataFrame, vintage: Vintage, most: int = 4) -> str:
    """Say who reported what a table holds, most frequent first, and as of when."""
    names = list(table["claimant"].value_counts(sort=True).index) if "claimant" in table else []
    whose = listed(names, most) if names else NOBODY
    return f"Reported by {whose}; {known_on(vintage)}."
