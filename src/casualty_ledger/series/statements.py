"""Statements in order: what each claimant said of one thing, and which statement stands.

Later supersedes earlier only for the same claimant, measure, people, place and days.
Within a day the recorded order decides; where none is recorded the table says so.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.identity import SUBJECT, lacks_days

SAYS_IT_IS_LATER = r"\b(?:later total|supersedes|final|new count|restored)\b"


def order_statements(figures: pd.DataFrame) -> pd.DataFrame:
    """Number the statements of each claimant about each subject.

    Adds `position` (0, 1, 2 …), `order_known` (False where two statements of one day have no recorded
    order, or where a statement is undated) and `stands` (the last one, see `_stands`).
    """
    ordered = _in_order(figures)
    subject = _number_subjects(ordered)
    dated = ordered["published_on"].notna()
    alone = ~pd.concat([subject, ordered["published_on"]], axis=1).duplicated(keep=False)
    position = ordered.groupby(subject, sort=False).cumcount()
    return ordered.assign(
        position=position,
        order_known=dated & (alone | ordered["published_sequence"].notna()),
        stands=_stands(ordered, subject, position),
    )


def _number_subjects(figures: pd.DataFrame) -> pd.Series:
    """Number what each figure is about: its claimant and its subject; a period without days is its own."""
    alone = figures["figure_id"].where(lacks_days(figures), "")
    return figures.groupby(["claimant", *SUBJECT, alone], dropna=False, sort=False).ngroup().rename("subject")


def _in_order(figures: pd.DataFrame) -> pd.DataFrame:
    """Sort by day, then by the recorded order, or by the order of the rows where that has gaps."""
    day = [figures[column] for column in ("conflict", "claimant", "place", "published_on")]
    unnumbered = figures["published_sequence"].isna()
    gaps = unnumbered.groupby(day, dropna=False, sort=False).transform("any")
    sequence = figures["published_sequence"].mask(gaps).astype("Float64").fillna(0)
    keyed = figures.assign(_sequence=sequence, _gaps=gaps)
    columns = ["published_on", "_sequence", "sheet", "row"]
    ordered = keyed.sort_values(columns, na_position="last", kind="stable", ignore_index=True)
    return ordered.drop(columns=["_sequence", "_gaps"])


def has_a_place(figures: pd.DataFrame) -> pd.Series:
    """Say which statements have a place in the order: the dated ones, and those that say they are later.

    Where an undated statement stands between others nobody knows; it is shown apart and follows none.
    """
    return figures["published_on"].notna() | figures["note"].str.contains(SAYS_IT_IS_LATER)


def _stands(ordered: pd.DataFrame, subject: pd.Series, position: pd.Series) -> pd.Series:
    """Say which statement stands: the last that has a place in the order."""
    rank = position.where(has_a_place(ordered), -1)
    # Of a subject with nothing but undated statements each one stands: none is known to be the last.
    return rank == rank.groupby(subject, sort=False).transform("max")


def standing(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the statement that stands, one per claimant and subject."""
    ordered = order_statements(figures)
    return ordered[ordered["stands"]].reset_index(drop=True)


def running_tolls(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the statements in order about subjects of which somebody said more than one number.

    Parts of a larger figure keep their own tolls: their population or subgroup names them.
    """
    ordered = order_statements(figures[has_a_place(figures)])
    subject = _number_subjects(ordered)
    numbers = ordered[["lower", "value", "upper"]].astype("string").fillna("").agg("/".join, axis=1)
    return ordered[numbers.groupby(subject).transform("nunique") > 1].reset_index(drop=True)


def rival_counts(figures: pd.DataFrame) -> pd.DataFrame:
    """Return standing statements about subjects of which claimants do not say the same number."""
    stands = standing(figures)
    stands = stands[stands["value"].notna() & ~lacks_days(stands)]
    said = stands[["lower", "value", "upper"]].astype("string").fillna("…")
    keyed = stands.assign(said=said["lower"] + "/" + said["value"] + "/" + said["upper"])
    grouped = keyed.groupby([*SUBJECT], dropna=False, sort=False)
    differ = (grouped["said"].transform("nunique") > 1) & (grouped["claimant"].transform("nunique") > 1)
    return stands[differ].reset_index(drop=True)
