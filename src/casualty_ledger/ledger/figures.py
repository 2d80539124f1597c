"""Figures: appearances of one statement become one reported figure.

The same claimant, measure, people, place, days, number and hedge are one statement, however many
printed it. The earliest appearance dates it, so a number printed again later is no later vintage,
and the figure is named after the row that first printed it.
"""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd

from casualty_ledger.ledger.caveats import PART, find_caveats
from casualty_ledger.schema import ReportedFigures, columns_of
from casualty_ledger.vocabulary import Basis, Caveat, Population

SERIES = (
    "conflict",
    "claimant",
    "measure",
    "population",
    "sex",
    "subgroup",
    "party",
    "place",
    "admin1",
    "basis",
    "rate_unit",
    "covers_from",
)
STATEMENT = (*SERIES, "covers_until", "lower", "value", "upper", "hedge")
DATING = (Caveat.UNDATED, Caveat.DAY_INFERRED, Caveat.MONTH_ONLY)
# A period is one of many in its series: only running totals share a start.
STARTED = (Basis.CUMULATIVE, Basis.INCREMENT)


def order_appearances(appearances: pd.DataFrame) -> pd.DataFrame:
    """Sort appearances as they came out: day, order within the day where known, sheet, row.

    Undated appearances come last. Of one day, those come first whose page can be opened.
    """
    columns = ["published_on", "published_sequence", "_closed", "sheet", "row"]
    keyed = appearances.assign(_closed=appearances["address"] == "")
    ordered = keyed.sort_values(columns, na_position="last", ignore_index=True)
    return ordered.drop(columns="_closed")


def gather_figures(appearances: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return the reported figures of these appearances, and each appearance's `figure_id`.

    The second is indexed by `row_id`.
    """
    ordered = order_appearances(appearances)
    caveats = find_caveats(ordered)
    is_part = caveats[str(Caveat.PART)]
    ordered["subgroup"] = _name_parts(ordered, is_part)
    statement = ordered.groupby(list(STATEMENT), dropna=False, sort=False).ngroup()
    figures = _firsts(ordered, statement)
    together = ordered.groupby(statement, sort=False)
    figures["row_ids"] = _join(ordered["row_id"], statement, between=" ")
    figures["publishers"] = _join(ordered["publisher"], statement)
    figures["overlaps"] = _first_said(ordered["overlaps"], statement)
    figures["appearances"] = together.size().to_numpy()
    figures["is_part"] = is_part.groupby(statement).any().to_numpy()
    figures["caveats"] = _join_caveats(_gather_caveats(caveats, statement)).to_numpy()
    figures["series_id"] = _series_ids(figures)
    figure_ids = pd.Series(
        figures["figure_id"].to_numpy()[statement.to_numpy()], index=ordered["row_id"].to_numpy()
    )
    return ReportedFigures.validate(figures[columns_of(ReportedFigures)]), figure_ids


def _join(texts: pd.Series, statement: pd.Series, *, between: str = "; ") -> np.ndarray:
    """Join the distinct texts of each statement, in order; most statements have only one."""
    joined = texts[~statement.duplicated()].to_numpy(dtype=object)
    several = statement[statement.duplicated(keep=False)]
    for number, told in texts[several.index].groupby(several, sort=False):
        joined[number] = between.join(dict.fromkeys(told))
    return joined


def _first_said(texts: pd.Series, statement: pd.Series) -> np.ndarray:
    """Take the first text that any appearance of a statement has."""
    said = texts.mask(texts == "").groupby(statement, sort=False).first()
    return said.fillna("").to_numpy(dtype=object)


def _firsts(ordered: pd.DataFrame, statement: pd.Series) -> pd.DataFrame:
    first = ordered[~statement.duplicated()].reset_index(drop=True)
    return first.rename(columns={"row_id": "figure_id"})


def _name_parts(ordered: pd.DataFrame, is_part: pd.Series) -> pd.Series:
    """Name a part that has no name of its own by what it is said to be a part of, so that it joins no whole.

    Children, women and men are parts with a name; a part that only a note tells of differs by its place.
    """
    named = (ordered["population"] == Population.CHILDREN) | (ordered["sex"] != "")
    unnamed = is_part & (ordered["subgroup"] == "") & ~named
    said = ordered["overlaps"].where(ordered["overlaps"].str.contains(PART), ordered["scope"])
    return ordered["subgroup"].mask(unnamed & said.str.contains(PART), said)


def _gather_caveats(caveats: pd.DataFrame, statement: pd.Series) -> pd.DataFrame:
    """Take a warning from any appearance, but a warning of the date from the one that dates the figure."""
    anywhere = caveats.groupby(statement, sort=False).any()
    of_the_date = [str(caveat) for caveat in DATING]
    anywhere[of_the_date] = caveats.loc[~statement.duplicated(), of_the_date].to_numpy()
    return anywhere


def _join_caveats(caveats: pd.DataFrame) -> pd.Series:
    joined = pd.Series("", index=caveats.index)
    for caveat, flags in caveats.items():
        joined += flags.map({True: f"{caveat} ", False: ""})
    return joined.str.rstrip()


def _series_ids(figures: pd.DataFrame) -> pd.Series:
    start = figures["covers_from"].dt.strftime("%Y-%m-%d").fillna("")
    joined = start.where(figures["basis"].isin(STARTED), "")
    for column in SERIES[:-1]:
        joined = joined + "|" + figures[column]
    return joined.map({key: hashlib.sha256(key.encode()).hexdigest()[:12] for key in joined.unique()})
