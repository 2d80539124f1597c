"""The tables of the ledger, each a class that can be read aloud: a column, its type, its purpose.

Missing text is "", a missing number is <NA> and a missing day is NaT; none of them is ever 0.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

from casualty_ledger import vocabulary as words

SHEET_COLUMNS = (
    "id",
    "published_on",
    "published_sequence",
    "conflict",
    "claimant",
    "claimant_side",
    "publisher",
    "party",
    "population",
    "measure",
    "measure_as_said",
    "place",
    "admin1",
    "covers_from",
    "covers_until",
    "basis",
    "rate_unit",
    "value",
    "lower",
    "upper",
    "hedge",
    "verification",
    "method",
    "scope",
    "overlaps",
    "overlaps_known_on",
    "address",
    "note",
    "note_known_on",
)
# Without these no row could join the ledger; a sheet that has not the others leaves them empty.
REQUIRED_COLUMNS = ("id", "claimant", "population", "measure", "basis", "value", "hedge")
# A sheet may have these too.
OPTIONAL_COLUMNS = ("retrieved_on", "incident", "perpetrator_as_said", "evidence")


def _import_without(package: str, module: str) -> None:
    """Import a module of pandera that looks for a package, as if it were not installed."""
    if package in sys.modules:
        return
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        importlib.import_module(module)
    finally:
        del sys.modules[package]


# To import the tables of Dask takes every process a second and more, and no table of ours is one.
_import_without("dask", "pandera.typing.dask")
# Where the tests can run, it would make up tables by Hypothesis, which takes a quarter of a second.
_import_without("hypothesis", "pandera.strategies.pandas_strategies")


def _word(vocabulary: type[words.Word], purpose: str) -> Any:
    return pa.Field(isin=vocabulary.words(), description=purpose)


def _word_or_nothing(vocabulary: type[words.Word], purpose: str) -> Any:
    return pa.Field(isin=["", *vocabulary.words()], description=purpose)


def _text(purpose: str) -> Any:
    return pa.Field(description=purpose)


def _count(purpose: str) -> Any:
    return pa.Field(nullable=True, ge=0, description=purpose)


def _day(purpose: str) -> Any:
    return pa.Field(nullable=True, description=purpose)


class Statement(pa.DataFrameModel):
    """What an appearance and a reported figure have in common."""

    conflict: Series[str] = _text("the conflict")
    measure: Series[str] = _word(words.Measure, "what is counted")
    measure_as_said: Series[str] = _text("the source's or relay's own word, where it matters")
    population: Series[str] = _word(words.Population, "who is counted")
    sex: Series[str] = _word_or_nothing(words.Sex, "sex, where it is counted apart")
    age_group: Series[str] = _word_or_nothing(words.AgeGroup, "age, where it is counted apart")
    subgroup: Series[str] = _text("a named part of the population")
    party: Series[str] = _text("whose people were harmed or held: a party of the conflict, both, or unstated")
    place: Series[str] = _text("settlement or publicly named incident site")
    admin1: Series[str] = _text("oblast or region")
    incident: Series[str] = _text("which event, where a place saw several in these days")
    covers_from: Series[pd.Timestamp] = _day("first day counted")
    covers_until: Series[pd.Timestamp] = _day("last day counted")
    date_precision: Series[str] = _word(words.DatePrecision, "how exactly the days are known")
    basis: Series[str] = _word(words.Basis, "how the number relates to the days")
    rate_unit: Series[str] = pa.Field(isin=["", "day", "week", "month"], description="of a rate: per")
    lower: Series[pd.Int64Dtype] = _count("lower bound, absent where the words give none")
    value: Series[pd.Int64Dtype] = _count("the number stated")
    upper: Series[pd.Int64Dtype] = _count("upper bound, absent where the words give none")
    hedge: Series[str] = _word(words.Hedge, "how firmly it was put")
    is_soft: Series[bool] = _text("bounds are approximate")
    rounded_to: Series[pd.Int64Dtype] = _count("the step to which the number seems rounded")
    interval_kind: Series[str] = _word(words.IntervalKind, "where the bounds come from")
    is_floor: Series[bool] = _text("a minimum: cases that were not verified or identified are not in it")
    claimant: Series[str] = _text("whose assertion it is, by its registered name")
    claimant_side: Series[str] = _text("a side of the conflict, or another on which the claimant speaks")
    claimant_kind: Series[str] = _text("kind of body, from the register of sources")
    interest: Series[str] = _word(words.Interest, "what the claimant has to do with the people counted")
    verification: Series[str] = _word(words.Verification, "who has checked it")
    method: Series[str] = _text("how the number came to be, as the source tells it")
    reliability: Series[str] = _word(words.Reliability, "Admiralty code, first axis")
    credibility: Series[str] = _word(words.Credibility, "Admiralty code, second axis")
    scope: Series[str] = _text("what the source says is inside or outside the number")
    perpetrator_as_said: Series[str] = _text("who did it, in the source's own word")
    publisher: Series[str] = _text("who printed it")
    address: Series[str] = _text("web address, empty where there is none")
    evidence: Series[str] = _text("where the words stand in a page that is kept: sha256, characters, day")
    sheet: Series[str] = _text("file of recorded figures")
    row: Series[int] = pa.Field(ge=2, description="row of that file; the header is row 1")
    published_on: Series[pd.Timestamp] = _day("last day that the date of publication may mean")
    published_precision: Series[str] = _word(words.DatePrecision, "how exactly that day is known")
    published_sequence: Series[pd.Int64Dtype] = _count("order within the day, where known")
    overlaps: Series[str] = _text("relation to other figures")
    note: Series[str] = _text("the recorder's note")
    flag: Series[str] = _text("the reason of a declared correction that flags it")

    class Config:
        """No column more, none less."""

        strict = True
        coerce = True


class Appearances(Statement):
    """One row per recorded row that was kept: one figure, printed once."""

    row_id: Series[str] = pa.Field(unique=True, description="id of the recorded row")
    claimant_as_said: Series[str] = _text("the claimant as the sheet spells it")
    publisher_as_said: Series[str] = _text("the publisher as the sheet spells it, with where it had it from")
    retrieved_on: Series[pd.Timestamp] = _day("day on which the page was read, where it was recorded")
    is_registered: Series[bool] = _text("the claimant is in the register of sources")
    overlaps_known_on: Series[pd.Timestamp] = _day("day on which `overlaps` could be known")
    note_known_on: Series[pd.Timestamp] = _day("day on which `note` could be known")
    flag_known_on: Series[pd.Timestamp] = _day("day on which `flag` was declared")


class ReportedFigures(Statement):
    """One row per statement: the same claimant, measure, people, place, days, number and hedge."""

    figure_id: Series[str] = pa.Field(unique=True, description="id of the row that first printed it")
    row_ids: Series[str] = _text("every row that printed it, in order")
    publishers: Series[str] = _text("everyone who printed it, in order")
    appearances: Series[int] = pa.Field(ge=1, description="how many rows printed it")
    series_id: Series[str] = _text("figures of one claimant that may be compared in time")
    is_part: Series[bool] = _text("already counted inside another figure")
    caveats: Series[str] = _text("warnings from the fixed list, joined by spaces")


class Refusals(pa.DataFrameModel):
    """One row per recorded row that was refused, with every reason."""

    sheet: Series[str] = _text("file of recorded figures")
    row: Series[int] = pa.Field(ge=2, description="row of that file; the header is row 1")
    row_id: Series[str] = _text("id of the recorded row, where it has one")
    column: Series[str] = _text("the columns that are wrong")
    found: Series[str] = _text("what stands there")
    reason: Series[str] = _text("what is wrong, and what to do")
    published_on: Series[pd.Timestamp] = _day("day of publication, where it can be read")

    class Config:
        """No column more, none less."""

        strict = True
        coerce = True


class LeftOut(pa.DataFrameModel):
    """One row per sheet that could not be read, and so is not in the ledger."""

    sheet: Series[str] = _text("file of recorded figures")
    problem: Series[str] = _text("why it cannot be read")

    class Config:
        """No column more, none less."""

        strict = True
        coerce = True


def columns_of(table: type[pa.DataFrameModel]) -> list[str]:
    """List the columns of a table in the order in which they are written.

    They are read from the class itself: pandera's schema is made only where something is validated.
    """
    own = [kind for kind in reversed(table.__mro__) if kind.__module__ == __name__]
    return list(dict.fromkeys(name for kind in own for name in kind.__annotations__))
