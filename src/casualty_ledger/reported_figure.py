"""One reported figure, as sentences, cards and labels take it: every column by its name and type.

It is a record that is read and never written to; a table of figures gives them by `ledger.rows.figures_of`.
Missing text is "", a missing number is None and a missing day is NaT; none of them is ever 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import pandas as pd

if TYPE_CHECKING:
    from typing_extensions import ReadOnly


class ReportedFigure(TypedDict):
    """What one claimant said, in one statement: the columns of `ReportedFigures`."""

    conflict: ReadOnly[str]
    measure: ReadOnly[str]
    measure_as_said: ReadOnly[str]
    population: ReadOnly[str]
    sex: ReadOnly[str]
    age_group: ReadOnly[str]
    subgroup: ReadOnly[str]
    party: ReadOnly[str]
    place: ReadOnly[str]
    admin1: ReadOnly[str]
    incident: ReadOnly[str]
    covers_from: ReadOnly[pd.Timestamp]
    covers_until: ReadOnly[pd.Timestamp]
    date_precision: ReadOnly[str]
    basis: ReadOnly[str]
    rate_unit: ReadOnly[str]
    lower: ReadOnly[int | None]
    value: ReadOnly[int | None]
    upper: ReadOnly[int | None]
    hedge: ReadOnly[str]
    is_soft: ReadOnly[bool]
    rounded_to: ReadOnly[int | None]
    interval_kind: ReadOnly[str]
    is_floor: ReadOnly[bool]
    claimant: ReadOnly[str]
    claimant_side: ReadOnly[str]
    claimant_kind: ReadOnly[str]
    interest: ReadOnly[str]
    verification: ReadOnly[str]
    method: ReadOnly[str]
    reliability: ReadOnly[str]
    credibility: ReadOnly[str]
    scope: ReadOnly[str]
    perpetrator_as_said: ReadOnly[str]
    publisher: ReadOnly[str]
    address: ReadOnly[str]
    evidence: ReadOnly[str]
    sheet: ReadOnly[str]
    row: ReadOnly[int]
    published_on: ReadOnly[pd.Timestamp]
    published_precision: ReadOnly[str]
    published_sequence: ReadOnly[int | None]
    overlaps: ReadOnly[str]
    note: ReadOnly[str]
    flag: ReadOnly[str]
    figure_id: ReadOnly[str]
    row_ids: ReadOnly[str]
    publishers: ReadOnly[str]
    appearances: ReadOnly[int]
    series_id: ReadOnly[str]
    is_part: ReadOnly[bool]
    caveats: ReadOnly[str]
