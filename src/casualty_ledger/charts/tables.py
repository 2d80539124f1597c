"""The tables of the charts: a chart draws a table that was checked, and nothing else.

`words` is a number as it is printed; `figure_id` names the figures behind it, parted by spaces. Where a
number is a difference, `previous_figure_id` names the other figure and `how` says what was done.
Missing numbers are <NA>, never 0.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

from casualty_ledger.declared import as_declared
from casualty_ledger.errors import CasualtyLedgerError


class TableNotAsDeclared(CasualtyLedgerError):
    """The table of a chart lacks a column, has one too many, or holds what it must not."""

    template = (
        "The table of the chart {table} is not as declared: {found}. "
        "Mend the function that makes the table; its columns stand in charts/tables.py."
    )


def check_table(table: pd.DataFrame, columns: type[pa.DataFrameModel]) -> pd.DataFrame:
    """Return the table with the declared types. Errors: TableNotAsDeclared."""
    try:
        return as_declared(table.reset_index(drop=True), columns, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases.head(3)
        found = "; ".join(f"{row.column} {row.check} {row.failure_case}" for row in cases.itertuples())
        raise TableNotAsDeclared(table=columns.__name__, found=found) from None


def _text(purpose: str) -> Any:
    return pa.Field(description=purpose)


def _number(purpose: str) -> Any:
    return pa.Field(nullable=True, description=purpose)


def _count(purpose: str) -> Any:
    return pa.Field(nullable=True, ge=0, description=purpose)


class Strict(pa.DataFrameModel):
    """What every table of a chart has in common."""

    words: Series[str] = _text("the number as it is printed, with its hedge")
    figure_id: Series[str] = _text("the figures behind it")

    class Config:
        """No column more, none less."""

        strict = True
        coerce = True


class Said(Strict):
    """One number that one claimant said, with its bounds."""

    claimant: Series[str] = _text("whose assertion it is")
    claimant_side: Series[str] = _text("on whose side it speaks")
    value: Series[pd.Int64Dtype] = _count("the number stated")
    lower: Series[pd.Int64Dtype] = _count("lower bound")
    upper: Series[pd.Int64Dtype] = _count("upper bound")
    is_soft: Series[bool] = _text("bounds are approximate")


class RunningToll(Said):
    """Statements of one toll, in their order."""

    slot: Series[int] = pa.Field(ge=0, description="place in the order of publication")
    slot_label: Series[str] = _text("day of publication, and which statement of that day")


class TileMap(Strict):
    """One region with its tile, and the deadliest report of it; without one, no number."""

    region: Series[str] = _text("the region")
    short: Series[str] = _text("its name on the tile")
    across: Series[int] = pa.Field(ge=0, description="column of its tile")
    down: Series[int] = pa.Field(ge=0, description="row of its tile")
    claimant: Series[str] = _text("whose assertion the number is")
    value: Series[pd.Int64Dtype] = _count("the number stated")
    lower: Series[pd.Int64Dtype] = _count("lower bound")
    upper: Series[pd.Int64Dtype] = _count("upper bound")


class Totals(Said):
    """Running totals by the last day that they count."""

    line: Series[str] = _text("what the line is")
    day: Series[pd.Timestamp] = _text("last day counted")
    day_label: Series[str] = _text("the day in words")


class Statements(Said):
    """One statement per row, in the order in which they stand."""

    label: Series[str] = _text("claimant and what was counted")


class Rivals(Said):
    """One count of one claimant of a thing of which others gave another count."""

    thing: Series[str] = _text("what was counted, where and when")
    reading: Series[str] = _text("why the counts may differ")


class Losses(Said):
    """One running total of military losses."""

    whose: Series[str] = _text("whose people were harmed")
    relation: Series[str] = _text("by whose word: itself, the other side, by name, third parties")
    measure: Series[str] = _text("what is counted")
    day: Series[pd.Timestamp] = _text("last day counted")
    day_label: Series[str] = _text("the day in words")
    labelled: Series[bool] = _text("its number is printed")


class HarmByWeek(Said):
    """Killed or injured civilians: verified by a monitor, or reported of one place."""

    measure: Series[str] = pa.Field(isin=["killed", "injured"], description="what is counted")
    checked: Series[str] = pa.Field(isin=["verified", "reported"], description="by a monitor, or not")
    week_start: Series[pd.Timestamp] = _text("Monday of the week that the row belongs to")
    first_day: Series[pd.Timestamp] = pa.Field(nullable=True, description="first day counted")
    last_day: Series[pd.Timestamp] = pa.Field(nullable=True, description="last day counted")
    where: Series[str] = _text("place and days in words")
    labelled: Series[bool] = _text("its number is printed")
    provisional: Series[bool] = _text("so recent that it may still change")


class Increments(Strict):
    """What one claimant's running total added, week by week."""

    week: Series[str] = _text("ISO week")
    week_start: Series[pd.Timestamp] = _text("its Monday")
    claimant: Series[str] = pa.Field(nullable=True, description="whose total it is")
    claimant_side: Series[str] = pa.Field(nullable=True, description="on whose side it speaks")
    lower: Series[pd.Int64Dtype] = _number("least that the rounding of both totals allows")
    value: Series[pd.Int64Dtype] = _number("the difference of both totals; below 0 where the total fell")
    upper: Series[pd.Int64Dtype] = _number("most that the rounding of both totals allows")
    is_soft: Series[bool] = _text("bounds are approximate")
    derived: Series[bool] = _text("a total was stated on both Sundays")
    reason: Series[str] = _text("why the week cannot be derived")
    previous_figure_id: Series[str] = pa.Field(nullable=True, description="the total of a week before")
    how: Series[str] = _text("how the number was derived")
    in_focus: Series[bool] = _text("the week of the report")
    provisional: Series[bool] = _text("so recent that it may still change")
    revised: Series[bool] = _text("more than one number was stated for one of its Sundays")


class Exchanges(Said):
    """Returns of prisoners, where both sides' counts of one agree or differ, and running totals as stated."""

    mark: Series[str] = pa.Field(isin=["return", "agreed", "gap", "total"], description="what the row is")
    day: Series[pd.Timestamp] = _text("day of the exchange, or last day counted")
    day_label: Series[str] = _text("the day in words")
    direction: Series[str] = _text("who returned where")
    previous_figure_id: Series[str] = _text("where two counts are compared: the other one")
    how: Series[str] = _text("how the number was derived")


class Captivity(Said):
    """Prisoners held (a level) or taken (a flow), according to whom."""

    whose: Series[str] = _text("whose soldiers they are")
    flow: Series[str] = pa.Field(isin=["held", "taken"], description="a level on a day, or a running total")
    day: Series[pd.Timestamp] = _text("the day, or the last day counted")
    day_label: Series[str] = _text("the day in words")
    labelled: Series[bool] = _text("its number is printed")


class Triangle(Strict):
    """What a claimant said of a month in each of its publications."""

    claimant: Series[str] = _text("whose count it is")
    month: Series[pd.Timestamp] = _text("first day of the month counted")
    month_label: Series[str] = _text("the month in words")
    vintage: Series[int] = pa.Field(ge=0, description="place of the publication in their order")
    vintage_day: Series[pd.Timestamp] = pa.Field(nullable=True, description="day of publication, if known")
    vintage_label: Series[str] = _text("the day in words")
    value: Series[pd.Int64Dtype] = _count("the number stated")
    share: Series[float] = pa.Field(ge=0, description="the number as a share of the highest of its month")
    growth: Series[float] = _number("change against the month's first dated number, in per cent")


class Calendar(Strict):
    """How many figures a claimant published on a day."""

    claimant: Series[str] = _text("who published them")
    claimant_side: Series[str] = _text("on whose side it speaks")
    day: Series[str] = _text("the day in words")
    figures: Series[int] = pa.Field(ge=0, description="how many figures")
    how: Series[str] = _text("how the number was derived")


class Rungs(Said):
    """One figure of a disagreement; the figures of one disagreement stand together, by size."""

    group: Series[str] = _text("name of the disagreement")
    thing: Series[str] = _text("what it is about")
    reading: Series[str] = _text("how strong it is, and why as far as the record tells")
    label: Series[str] = _text("claimant and what was counted")
