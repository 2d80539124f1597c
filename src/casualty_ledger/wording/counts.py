"""Counts: a number said as firmly as its source said it, and no number where there is none.

Rules: "at least 485" never loses its hedge, and gets no second one; equal bounds are one number; a missing
number is not 0.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Caveat, Hedge, IntervalKind, Measure

HEDGE_WORDS: dict[str, str] = {
    Hedge.EXACT: "{value}",
    Hedge.AT_LEAST: "at least {value}",
    Hedge.MORE_THAN: "more than {value}",
    Hedge.ABOUT: "about {value}",
    Hedge.NEARLY: "nearly {value}",
    Hedge.UP_TO: "up to {value}",
    Hedge.RANGE: "between {lower} and {upper}",
    Hedge.SEVERAL: "several",
    Hedge.DOZENS: "dozens",
    Hedge.HUNDREDS: "hundreds",
    Hedge.THOUSANDS: "thousands",
    Hedge.UNQUANTIFIED: "no number",
}

NO_NUMBER = HEDGE_WORDS[Hedge.UNQUANTIFIED]


def label_number(number: Any) -> str:
    """Write a number with its thousands apart; a missing one is a dash, never 0.

    >>> label_number(209940), label_number(None)
    ('209,940', '–')
    """
    return "–" if number is None or pd.isna(number) else f"{int(number):,}"


def label_count(figure: ReportedFigure) -> str:
    """Say a figure's count as firmly as its source did.

    >>> figure = {"hedge": "at_least", "value": 485, "lower": 485, "upper": None,
    ...           "interval_kind": "logical", "basis": "cumulative", "rate_unit": ""}
    >>> label_count(figure)
    'at least 485'
    """
    said = _say_bounds(figure) if _has_bounds_alone(figure) else _say_value(figure)
    return f"{said} a {figure['rate_unit']}" if figure["basis"] == Basis.RATE else said


def label_minimum(figure: ReportedFigure) -> str:
    """Say a verified count as what it is, a minimum, without a second hedge beside the source's own.

    >>> label_minimum({"hedge": "exact", "value": 17, "lower": 17, "upper": 17,
    ...                "interval_kind": "logical", "basis": "period", "rate_unit": ""})
    'at least 17'
    """
    said = label_count(figure)
    return f"at least {said}" if figure["hedge"] == Hedge.EXACT and said[-1:].isdigit() else said


def _has_bounds_alone(figure: ReportedFigure) -> bool:
    """Say whether the count is a range, or bounds that a source states without a number between them."""
    stated = figure["interval_kind"] != IntervalKind.LOGICAL and pd.isna(figure["value"])
    return bool(figure["hedge"] == Hedge.RANGE or stated)


def _say_value(figure: ReportedFigure) -> str:
    words = HEDGE_WORDS[str(figure["hedge"])]
    if "{value}" in words and pd.isna(figure["value"]):
        return NO_NUMBER
    said = words.format(value=label_number(figure["value"]))
    bounds = _say_bounds(figure, between="{} to {}")
    stated = figure["interval_kind"] != IntervalKind.LOGICAL
    return f"{said} ({bounds})" if stated and bounds not in (said, label_number(figure["value"])) else said


def _say_bounds(figure: ReportedFigure, between: str = "between {} and {}") -> str:
    """Say the bounds as far as there are any; equal ones are one number."""
    lower, upper = figure["lower"], figure["upper"]
    if pd.isna(lower) and pd.isna(upper):
        return NO_NUMBER if pd.isna(figure["value"]) else label_number(figure["value"])
    if pd.isna(upper):
        return f"at least {label_number(lower)}"
    if pd.isna(lower):
        return f"up to {label_number(upper)}"
    return label_number(lower) if lower == upper else between.format(label_number(lower), label_number(upper))


def measure_to_say(figure: ReportedFigure) -> str:
    """Return the measure under which a number is said: renamed losses stay their claimant's losses."""
    renamed = str(Caveat.LOSSES_RENAMED) in str(figure.get("caveats", "")).split()
    return str(Measure.LOSSES) if renamed else str(figure["measure"])
