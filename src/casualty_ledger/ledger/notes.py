"""Notes: what was read from a note is known since the note is, and not before.

Cleaning reads a note with its row. A vintage in which the note is not known yet reads the row without it:
an execution that only the note tells of is a death in captivity, "nearly" is "about" again.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from casualty_ledger.ledger.columns import CONFIDENCE, INFERRED, bound_each
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.readings import EXECUTED, NEARLY, NO_EXECUTION, VERIFIED_EXECUTION
from casualty_ledger.vocabulary import DatePrecision, Hedge, IntervalKind, Measure

OF_DEATHS_IN_CAPTIVITY = (Measure.DIED_IN_CAPTIVITY, Measure.EXECUTED_ALLEGED, Measure.EXECUTED_VERIFIED)
# The columns that a note changes, or is read beside.
READ = ["measure", "method", "hedge", "value", "scope", "note", "published_precision", "interval_kind"]
BOUNDS = ["lower", "upper", "is_soft"]


def forget_notes(rows: pd.DataFrame, hidden: pd.Series) -> pd.DataFrame:
    """Return appearances as they are read without the notes of the `hidden` rows; `note` still holds them."""
    if "measure" not in rows:
        return rows
    told = rows.loc[hidden & (rows["note"] != ""), READ]
    if told.empty:
        return rows
    return _put(_put(_put(_put(rows, _measures(told)), _hedges(told)), _precisions(told)), _intervals(told))


def _put(rows: pd.DataFrame, changed: pd.DataFrame) -> pd.DataFrame:
    """Put changed cells in their rows; every column keeps its kind."""
    if changed.empty:
        return rows
    put = {}
    for name in changed.columns:
        column = rows[name].copy()
        column.loc[changed.index] = changed[name].astype(column.dtype)
        put[name] = column
    return rows.assign(**put)


def _measures(told: pd.DataFrame) -> pd.DataFrame:
    """Read deaths in captivity by their method alone, where their note told of an execution."""
    by_note = told["note"].str.contains(EXECUTED, case=False)
    died = told[told["measure"].isin(OF_DEATHS_IN_CAPTIVITY) & by_note]
    method = died["method"]
    executed = method.str.contains(EXECUTED, case=False) & ~method.str.contains(NO_EXECUTION)
    verified = executed & method.str.contains(VERIFIED_EXECUTION)
    words = np.select(
        [verified, executed],
        [str(Measure.EXECUTED_VERIFIED), str(Measure.EXECUTED_ALLEGED)],
        str(Measure.DIED_IN_CAPTIVITY),
    )
    measures = pd.DataFrame({"measure": words}, index=died.index)
    return measures[measures["measure"] != died["measure"]]


def _hedges(told: pd.DataFrame) -> pd.DataFrame:
    """Let a hedge that only the note tells be the recorded one, with its bounds."""
    told = told[told["hedge"].isin((Hedge.NEARLY, Hedge.THOUSANDS))]
    scope, note = (Distinct.of(told[column]).contains(NEARLY.pattern) for column in ("scope", "note"))
    nearly = (told["hedge"] == Hedge.NEARLY) & ~scope & note
    thousands = (told["hedge"] == Hedge.THOUSANDS) & told["value"].isna()
    changed = told[nearly | thousands]
    hedge = changed["hedge"].mask(nearly, str(Hedge.ABOUT)).mask(thousands, str(Hedge.UNQUANTIFIED))
    return bound_each(hedge, changed["value"])[BOUNDS].assign(hedge=hedge)


def _precisions(told: pd.DataFrame) -> pd.DataFrame:
    """Let a day of publication be as exact as the row has it."""
    inferred = told[told["published_precision"] == DatePrecision.INFERRED_DAY]
    changed = inferred[inferred["note"].str.contains(INFERRED)]
    return pd.DataFrame({"published_precision": str(DatePrecision.DAY)}, index=changed.index)


def _intervals(told: pd.DataFrame) -> pd.DataFrame:
    confident = told[told["interval_kind"] == IntervalKind.CONFIDENCE]
    changed = confident[confident["note"].str.contains(CONFIDENCE)]
    return pd.DataFrame({"interval_kind": str(IntervalKind.STATED_RANGE)}, index=changed.index)
