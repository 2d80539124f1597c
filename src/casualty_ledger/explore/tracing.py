"""Tracing: from a number to the figures that state it, to the rows and addresses where they stand."""

from __future__ import annotations

from typing import Any

import pandas as pd

from casualty_ledger.errors import UnreadableCount
from casualty_ledger.explore.misuse import NobodySaid
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.counts import parse_count
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.series.weekly import weekly_table
from casualty_ledger.wording.labels import label_number

COLUMNS = [
    "number",
    "how",
    "figure_id",
    "said",
    "measure",
    "measure_as_said",
    "claimant",
    "publisher",
    "published_on",
    "sheet",
    "row",
    "row_id",
    "address",
    "evidence",
]
AS_SAID, AS_BOUND, BY_NAME = "as said", "as a bound", "by its id"
NEAR = 3


def trace_number(asked: int | str, figures: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """List every row in which the figures behind a number were printed. Columns: COLUMNS.

    `asked` is a number, or the id of a figure or of a row. `how` says whether the number stands as it
    was said, as a bound of what was said, or is the difference of two totals of one claimant.
    Errors: NobodySaid, with the nearest number or id.
    """
    found = _by_id(str(asked).strip(), figures)
    if found.empty:
        found = _by_number(asked, figures)
    printed = ledger.appearances[
        ["row_id", "publisher", "published_on", "sheet", "row", "address", "evidence"]
    ]
    ids = gather_figures(ledger.appearances)[1].rename("figure_id").rename_axis("row_id").reset_index()
    known = figures[["figure_id", "said", "measure", "measure_as_said", "claimant"]]
    rows = found.merge(known, on="figure_id").merge(ids, on="figure_id").merge(printed, on="row_id")
    order = ["published_on", "sheet", "row"]
    return rows.sort_values(order, kind="stable", na_position="last", ignore_index=True)[COLUMNS]


def _by_id(asked: str, figures: pd.DataFrame) -> pd.DataFrame:
    holds = figures["row_ids"].str.split().map(lambda ids: asked in ids).astype(bool)
    return _found(figures.loc[holds, "figure_id"], BY_NAME, figures.loc[holds, "value"])


def _by_number(asked: int | str, figures: pd.DataFrame) -> pd.DataFrame:
    try:
        number = parse_count(str(asked))
    except UnreadableCount:
        hint = did_you_mean(str(asked), figures["figure_id"])
        raise NobodySaid(found=repr(asked), hint=hint) from None
    said = (figures["value"] == number).fillna(False).astype(bool)
    bound = ((figures["lower"] == number) | (figures["upper"] == number)).fillna(False).astype(bool) & ~said
    sets = [
        _found(figures.loc[said, "figure_id"], AS_SAID, number),
        _found(figures.loc[bound, "figure_id"], AS_BOUND, number),
        _by_difference(number, figures),
    ]
    found = pd.concat([each for each in sets if len(each)] or sets, ignore_index=True)
    if found.empty:
        raise NobodySaid(found=asked, hint=_nearest(number, figures))
    return found.drop_duplicates(["figure_id", "how"])


def _by_difference(number: int | None, figures: pd.DataFrame) -> pd.DataFrame:
    weeks = weekly_table(figures)
    added = weeks[(weeks["value"] == number).fillna(False).astype(bool)]
    sets = [
        _found(added[name], "difference of two totals, " + added["week"], number)
        for name in ("previous_figure_id", "figure_id")
    ]
    return pd.concat(sets, ignore_index=True)


def _found(ids: pd.Series, how: str | pd.Series, number: Any) -> pd.DataFrame:
    return pd.DataFrame({"figure_id": ids}).assign(how=how, number=number).reset_index(drop=True)


def _nearest(number: int | None, figures: pd.DataFrame) -> str:
    stated = figures["value"].dropna()
    if number is None or stated.empty:
        return ""
    near = stated.loc[(stated - number).abs().sort_values(kind="stable").index].drop_duplicates()[:NEAR]
    return f"; the nearest numbers said are {', '.join(label_number(each) for each in near)}"
