"""Revisions: what a claimant has said, at different times, of the same thing.

For each claimant and subject (measure, people, place, days) the vintages stand in order, each with what
changed and a reading of why. A printed-again number is no vintage; a fall is a revision, never clipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from casualty_ledger.ledger.identity import SUBJECT, lacks_days
from casualty_ledger.series.statements import has_a_place, order_statements
from casualty_ledger.vocabulary import Basis, Caveat, RevisionKind, Verification

COLUMNS = [
    "revision_of",
    "claimant",
    *SUBJECT,
    "vintage",
    "figure_id",
    "previous_figure_id",
    "published_on",
    "published_precision",
    "value",
    "previous_value",
    "size",
    "kind",
    "order_known",
]
INCIDENT_DAYS = 7
FRESH_DAYS = 14


def find_revisions(figures: pd.DataFrame) -> pd.DataFrame:
    """List the vintages of every subject of which a claimant has said more than one number.

    Columns: COLUMNS. The first vintage of a subject has no size and the kind `first`. `revision_of` is
    the first figure's id. A statement without a day of publication has no place in the order: it stands
    behind the others with the kind `undated`, and has no `vintage`, no size and nothing before it. So does a
    number that its relay seems to have garbled, with the kind `misprint`. Rates, periods without days and
    statements without a number are left out.
    """
    said = figures["value"].notna() & (figures["basis"] != Basis.RATE) & ~lacks_days(figures)
    stated = order_statements(figures[said])
    placed = has_a_place(stated)
    subject = ["claimant", *SUBJECT]
    vintages = pd.concat([_number(stated[placed], subject), _leave_apart(stated[~placed], subject)])
    groups = vintages.groupby(subject, dropna=False, sort=False)
    vintages = vintages.assign(revision_of=groups["figure_id"].transform("first"))
    vintages = vintages[groups["figure_id"].transform("size") > 1].reset_index(drop=True)
    vintages["size"] = vintages["value"] - vintages["previous_value"]
    vintages["kind"] = [str(read_kind(row)) for row in vintages.to_dict("records")]
    return vintages[COLUMNS].sort_values(["revision_of", "vintage"], kind="stable", ignore_index=True)


def _number(ordered: pd.DataFrame, subject: list[str]) -> pd.DataFrame:
    """Number the vintages of each subject, with what was said before; a number said again is none."""
    before = ordered.groupby(subject, dropna=False, sort=False)["value"].shift()
    repeated = (ordered["value"] == before).fillna(False).astype(bool)
    vintages = ordered[~repeated].reset_index(drop=True)
    groups = vintages.groupby(subject, dropna=False, sort=False)
    return vintages.assign(
        vintage=(groups.cumcount() + 1).astype("Int64"),
        previous_figure_id=groups["figure_id"].shift(),
        previous_value=groups["value"].shift(),
        previous_word=groups["measure_as_said"].shift(),
        previous_scope=groups["scope"].shift(),
        previous_lower=groups["lower"].shift(),
        previous_upper=groups["upper"].shift(),
    )


def _leave_apart(undated: pd.DataFrame, subject: list[str]) -> pd.DataFrame:
    """Give undated and garbled statements no place in the order, each number once."""
    once = undated.drop_duplicates([*subject, "value"])
    return once.assign(
        vintage=pd.array([pd.NA] * len(once), dtype="Int64"),
        previous_figure_id=pd.array([pd.NA] * len(once), dtype="str"),
        previous_value=pd.array([pd.NA] * len(once), dtype="Int64"),
        previous_word="",
        previous_scope="",
    )


def read_kind(vintage: Mapping[Any, Any]) -> RevisionKind:
    """Read why a vintage differs from the one before it, from the record alone.

    A monitor's count that rises is backlog that it has verified; an incident's toll that rises within
    days is news; one that falls is a correction. Where nothing tells, the kind is unknown.
    """
    if pd.isna(vintage["vintage"]):
        garbled = str(Caveat.RELAY_ERROR) in vintage["caveats"]
        return RevisionKind.MISPRINT if garbled else RevisionKind.UNDATED
    if vintage["vintage"] == 1:
        return RevisionKind.FIRST
    if _differs(vintage["measure_as_said"], vintage["previous_word"]):
        return RevisionKind.DEFINITION
    if _differs(vintage["scope"], vintage["previous_scope"]):
        return RevisionKind.SCOPE
    size = vintage["size"]
    if pd.isna(size) or size < 0:
        return RevisionKind.HEDGED if _bounds_meet(vintage) else RevisionKind.ERROR
    if vintage["verification"] == Verification.INDIVIDUALLY_VERIFIED:
        return RevisionKind.BACKLOG_VERIFIED
    return RevisionKind.NEW_EVENTS if _is_fresh_incident(vintage) else RevisionKind.UNKNOWN


def _bounds_meet(vintage: Mapping[Any, Any]) -> bool:
    """Say whether a lower number and the one before it can both be so; an absent bound is open."""
    upper, lower = vintage["upper"], vintage["previous_lower"]
    return bool(pd.isna(upper) or pd.isna(lower) or lower <= upper)


def _differs(said: object, before: object) -> bool:
    """Say whether both statements have a word of their own, and not the same one."""
    return bool(said) and bool(before) and said != before


def _is_fresh_incident(vintage: Mapping[Any, Any]) -> bool:
    first, last, said = (vintage[name] for name in ("covers_from", "covers_until", "published_on"))
    if vintage["basis"] != Basis.PERIOD or pd.isna(first) or pd.isna(last) or pd.isna(said):
        return False
    days, age = (last - first).days, (said - last).days
    return bool(days <= INCIDENT_DAYS and age <= FRESH_DAYS)
