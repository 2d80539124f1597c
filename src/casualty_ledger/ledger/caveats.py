"""Caveats: what a reader must be warned of, in words from a fixed list.

Some follow from the record itself; others are read from what the source or the recorder said of it.
Text that was not known at a vintage is already gone when caveats are read, so its warning is, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.parts import says_part
from casualty_ledger.ledger.renamed import (
    RENAMED,
    SAID_IN,
    counts_deaths_of_soldiers,
    counts_losses_only,
    has_killed_parts,
)
from casualty_ledger.ledger.withdrawn import says_withdrawn
from casualty_ledger.vocabulary import Basis, Caveat, DatePrecision, Hedge, Party

PARTIAL_DAYS = 10
TOLD = ("method", "scope", "overlaps", "note")
HARM = "(?:killed|dead|deaths|injured|wounded|casualties|losses)"

# What methods, scopes, relations and notes say, and the warning that it calls for.
SAID: dict[Caveat, str] = {
    Caveat.PLANNED: r"\b(?:planned|announced plan|not (?:yet )?carried out|promise|pledged?)\b",
    Caveat.SCOPE_EXCLUDES: r"\b(?:exclud\w+|not covered|not included|only cases|one town only)\b",
    Caveat.PARTIAL_MONTH: r"\b(?:month to date|first half of [A-Z])",
    Caveat.KILLED_IN_INJURED: (
        r"\bwho (?:later )?died, so \d+ surviv|\bcalls all (?:\d+ )?(?:injured|wounded)|"
        r"\bincludes the \d+ (?:killed|dead)\b|"
        r"\bis \d+ injured \+ \d+ killed|\binjured were removed from the rubble|\bmoved out of the injured"
    ),
    Caveat.PRELIMINARY: r"\b(?:preliminary|provisional|not (?:yet )?verified|could not verify)\b",
    Caveat.REPLACED: (
        r"\b(?:replaced|superseded) later in the text\b|"
        r"\b(?:toll|total|number|count|figure),? (?:(?:is|was) )?(?:replaced|superseded) by\b"
    ),
    Caveat.SECOND_HAND: r"\b(?:citing|quoting|quoted by|relayed by|second-hand)\b",
    Caveat.OTHER_WORD: (
        r"\b(?:says? (?:\w+ ){0,4}killed|rend(?:er|ered|ers)|definition (?:trap|drift)|called|"
        r"eliminated|liquidated|lost|calls (?:it|them|all))\b"
    ),
    Caveat.MACHINE_TRANSLATED: r"\bmachine[- ](?:translat|paraphras)\w*",
    Caveat.RELAY_ERROR: (
        r"\b(?:relay error|misprint|typo|garble\w*|misattribution|misread\w*|mislabelled|mix-up|"
        r"misplaced|(?:possible|probable|likely) mistranslation)\b|"
        r"\b(?:almost certainly|evidently|probably|likely) \w+ printed as \w+|"
        # What is wrong of a person's office or a place's name is no doubt of the number.
        rf"\bmislabels (?:the )?(?:number|figure|toll|total|{HARM})\b|"
        rf"\brelay says {HARM}[\w ]*, (?:\w+ ){{1,3}}(?:said|spoke of)\b"
    ),
    Caveat.DAY_INFERRED: (
        r"\b(?:publication (?:day|date) (?:inferred|from)|reported_on (?:inferred|approximate))\b"
    ),
}

# A number for days to come, where the days that it counts end after it was published.
FORECAST = (
    r"\b(?:forecast\w*|project(?:ed|ions?)|predict(?:s|ed|ions?)|expect(?:s|ed)|on course to|will have)\b"
)


def find_caveats(rows: pd.DataFrame) -> pd.DataFrame:
    """Say for each row (appearance) which caveats it carries: a boolean column per caveat."""
    told = _told_in(rows)
    said = list(told.values())
    found: dict[Caveat, Any] = {caveat: _any_holds(said, pattern) for caveat, pattern in SAID.items()}
    found[Caveat.PART] = _any_says_part(told)
    found[Caveat.WITHDRAWN] = np.logical_or.reduce([says_withdrawn(rows, texts) for texts in said])
    said_so = _any_holds([told[column] for column in SAID_IN], RENAMED)
    renamed = counts_deaths_of_soldiers(rows) & said_so
    found[Caveat.LOSSES_RENAMED] = (renamed & ~has_killed_parts(rows, renamed)).to_numpy()
    for caveat, holds in from_the_record(rows).items():
        found[caveat] = found[caveat] | holds.to_numpy() if caveat in found else holds
    is_ahead = (rows["covers_until"] > rows["published_on"]).fillna(False).to_numpy(dtype=bool)
    found[Caveat.PLANNED] = found[Caveat.PLANNED] | (is_ahead & _any_holds(said, FORECAST))
    return pd.DataFrame({str(word): found[word] for word in Caveat if word in found}, index=rows.index)


def find_parts(rows: pd.DataFrame) -> pd.Series:
    """Say for each row (appearance) whether it is said to be a part of a larger figure."""
    return pd.Series(_any_says_part(_told_in(rows)), index=rows.index)


def _told_in(rows: pd.DataFrame) -> dict[str, Distinct]:
    """Tell the texts apart in which a warning may stand; each is searched for many."""
    return {column: Distinct.of(rows[column]) for column in TOLD}


def _any_says_part(told: dict[str, Distinct]) -> np.ndarray:
    return np.logical_or.reduce([says_part(column, texts) for column, texts in told.items()])


def find_garbled(rows: pd.DataFrame) -> np.ndarray:
    """Say for each row (appearance) whether its relay seems to have garbled the number."""
    return _any_holds(list(_told_in(rows).values()), SAID[Caveat.RELAY_ERROR])


def is_garbled(figures: pd.DataFrame) -> pd.Series:
    """Say of which figures (with their `caveats`) a relay seems to have garbled the number."""
    return figures["caveats"].str.contains(str(Caveat.RELAY_ERROR), regex=False).astype(bool)


def is_replaced(figures: pd.DataFrame) -> pd.Series:
    """Say of which figures (with their `caveats`) their own page gives a later number."""
    return figures["caveats"].str.contains(str(Caveat.REPLACED), regex=False).astype(bool)


def is_doubtful(figures: pd.DataFrame) -> pd.Series:
    """Say of which figures the number is not what their claimant says: garbled, or replaced on its page."""
    return is_garbled(figures) | is_replaced(figures)


def _any_holds(said: Sequence[Distinct], pattern: str) -> np.ndarray:
    return np.logical_or.reduce([texts.holds(pattern, case=False) for texts in said])


def from_the_record(rows: pd.DataFrame) -> dict[Caveat, pd.Series]:
    """Say which rows carry the warnings that follow from their columns alone."""
    counted_until = rows["basis"].isin([Basis.CUMULATIVE, Basis.STOCK])
    return {
        Caveat.ROUNDED: (rows["rounded_to"] >= 100).fillna(False).astype(bool),
        Caveat.UNDATED: rows["published_on"].isna(),
        Caveat.MONTH_ONLY: rows["published_precision"].isin([DatePrecision.MONTH, DatePrecision.YEAR]),
        Caveat.DAY_INFERRED: rows["published_precision"] == DatePrecision.INFERRED_DAY,
        Caveat.OTHER_WORD: rows["measure_as_said"] != "",
        Caveat.RATE: rows["basis"] == Basis.RATE,
        Caveat.PARTIAL_MONTH: _is_partial_month(rows),
        Caveat.SECOND_HAND: rows["publisher"].str.contains("(from ", regex=False),
        Caveat.NO_NUMBER: rows["hedge"] == Hedge.UNQUANTIFIED,
        Caveat.VERIFIED_MINIMUM: rows["is_floor"],
        Caveat.BOTH_SIDES: rows["party"] == Party.BOTH,
        Caveat.END_UNSTATED: rows["covers_until"].isna() & counted_until,
        Caveat.UNREGISTERED: ~rows["is_registered"],
        Caveat.FLAGGED: rows["flag"] != "",
        Caveat.LOSSES_RENAMED: counts_losses_only(rows),
        Caveat.END_VAGUE: _is_vague(rows),
        Caveat.DAYS_AHEAD: (rows["covers_until"] > rows["published_on"]) & ~_is_vague(rows),
    }


def _is_vague(rows: pd.DataFrame) -> pd.Series:
    """Find last days of which only the month or the year is recorded."""
    last = rows["covers_until"]
    vague = rows["date_precision"].isin([DatePrecision.MONTH, DatePrecision.YEAR])
    # Where no first day is known, the precision of the last is not told apart.
    vague |= rows["covers_from"].isna() & (last > rows["published_on"])
    return vague & last.dt.is_month_end.fillna(False).astype(bool)


def _is_partial_month(rows: pd.DataFrame) -> pd.Series:
    """Find periods that begin with a month and end before it does, a third of a month and longer."""
    first, last = rows["covers_from"], rows["covers_until"]
    within = (first.dt.day == 1) & (first.dt.to_period("M") == last.dt.to_period("M"))
    open_ended = (last.dt.day >= PARTIAL_DAYS) & ~last.dt.is_month_end
    return (within & open_ended & (rows["basis"] == Basis.PERIOD)).fillna(False).astype(bool)
