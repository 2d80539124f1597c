"""Counts: a number said as firmly as its source said it, and no number where there is none.

Rules: "at least 485" never loses its hedge, and gets no second one; a bare number that is a minimum is said
as one; equal bounds are one number; a missing number is not 0.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Caveat, Hedge, IntervalKind, Measure
from casualty_ledger.wording.language import mark, phrase, translate, write_number

HEDGE_WORDS: dict[str, str] = {
    Hedge.EXACT: mark("{value}"),
    Hedge.AT_LEAST: mark("at least {value}"),
    Hedge.MORE_THAN: mark("more than {value}"),
    Hedge.ABOUT: mark("about {value}"),
    Hedge.NEARLY: mark("nearly {value}"),
    Hedge.UP_TO: mark("up to {value}"),
    Hedge.RANGE: mark("between {lower} and {upper}"),
    Hedge.SEVERAL: mark("several"),
    Hedge.DOZENS: mark("dozens"),
    Hedge.HUNDREDS: mark("hundreds"),
    Hedge.THOUSANDS: mark("thousands"),
    Hedge.UNQUANTIFIED: mark("no number"),
}

NO_NUMBER = mark("no number")
DAYS_OF_DEATHS = 45
IN_EXCHANGES = "exchanged_in_all"
ADDED_TO_LIST = "added_to_list"
TO_BE_EXCHANGED = "to_be_exchanged"
GREW = re.compile(r"\b(?:names? (?:added|confirmed)|added to the list|growth of the list)\b", re.IGNORECASE)
# Of a rate: how many in each unit of time.
PER = {"day": mark("{count} a day"), "week": mark("{count} a week"), "month": mark("{count} a month")}


def label_number(number: Any) -> str:
    """Write a number with its thousands apart; a missing one is a dash, never 0.

    >>> label_number(209940), label_number(None)
    ('209,940', '–')
    """
    return "–" if number is None or pd.isna(number) else write_number(int(number))


def label_count(figure: ReportedFigure) -> str:
    """Say a figure's count as firmly as its source did: a minimum as one, whether its page repeats it or not.

    >>> figure = {"hedge": "exact", "value": 485, "lower": 485, "upper": 485, "is_floor": False,
    ...           "interval_kind": "logical", "basis": "cumulative", "rate_unit": ""}
    >>> label_count(figure), label_count(figure | {"is_floor": True})
    ('485', 'at least 485')
    """
    said = label_in_all(figure)
    if figure["basis"] != Basis.RATE:
        return said
    unit = figure["rate_unit"]
    return phrase(PER[unit], count=said)


def label_in_all(figure: ReportedFigure) -> str:
    """Say a figure's count without the time in which each so many are counted."""
    return _say_bounds(figure) if _has_bounds_alone(figure) else _say_value(figure)


def _has_bounds_alone(figure: ReportedFigure) -> bool:
    """Say whether the count is a range, or bounds that a source states without a number between them."""
    stated = figure["interval_kind"] != IntervalKind.LOGICAL and pd.isna(figure["value"])
    return bool(figure["hedge"] == Hedge.RANGE or stated)


def _say_value(figure: ReportedFigure) -> str:
    is_bare_minimum = figure["is_floor"] and figure["hedge"] == Hedge.EXACT
    words = HEDGE_WORDS[Hedge.AT_LEAST if is_bare_minimum else str(figure["hedge"])]
    if "{value}" in words and pd.isna(figure["value"]):
        return translate(NO_NUMBER)
    said = phrase(words, value=label_number(figure["value"]))
    bounds = _say_bounds(figure, between=mark("{lower} to {upper}"))
    stated = figure["interval_kind"] != IntervalKind.LOGICAL
    return f"{said} ({bounds})" if stated and bounds not in (said, label_number(figure["value"])) else said


def _say_bounds(figure: ReportedFigure, between: str = HEDGE_WORDS[Hedge.RANGE]) -> str:
    """Say the bounds as far as there are any; equal ones are one number."""
    lower, upper = figure["lower"], figure["upper"]
    if pd.isna(lower) and pd.isna(upper):
        return translate(NO_NUMBER) if pd.isna(figure["value"]) else label_number(figure["value"])
    if pd.isna(upper):
        return phrase(HEDGE_WORDS[Hedge.AT_LEAST], value=label_number(lower))
    if pd.isna(lower):
        return phrase(HEDGE_WORDS[Hedge.UP_TO], value=label_number(upper))
    if lower == upper:
        return label_number(lower)
    return phrase(between, lower=label_number(lower), upper=label_number(upper))


def measure_to_say(figure: ReportedFigure) -> str:
    """Return the measure under which a number is said: renamed losses stay their claimant's losses.

    By how much a list of names grew is no number of deaths of those days: it has a word of its own; a total
    of years came back in many exchanges, not in one; and of a plan or a promise nobody has come back.
    """
    renamed = str(Caveat.LOSSES_RENAMED) in str(figure.get("caveats", "")).split()
    if figure["measure"] == Measure.EXCHANGED and is_planned(figure):
        return TO_BE_EXCHANGED
    if figure["measure"] == Measure.EXCHANGED and figure["basis"] == Basis.CUMULATIVE:
        return IN_EXCHANGES
    if figure["measure"] == Measure.NAMED_DEAD and _is_growth_of_a_list(figure):
        return ADDED_TO_LIST
    return str(Measure.LOSSES) if renamed else str(figure["measure"])


def is_planned(figure: ReportedFigure) -> bool:
    """Say whether a figure was announced, promised or agreed, and is no event."""
    return str(Caveat.PLANNED) in str(figure.get("caveats", "")).split()


def _is_growth_of_a_list(figure: ReportedFigure) -> bool:
    """Say whether a figure counts the names that a list of the dead got in some days.

    Those who date deaths do so for months: of a few weeks, a list can only say what was added to it.
    """
    if figure["basis"] != Basis.PERIOD:
        return figure["basis"] == Basis.INCREMENT
    first, last = figure.get("covers_from"), figure.get("covers_until")
    known = first is not None and last is not None and not (pd.isna(first) or pd.isna(last))
    told = (str(figure.get(name, "")) for name in ("scope", "overlaps", "note"))
    return bool(known and (last - first).days < DAYS_OF_DEATHS) or any(map(GREW.search, told))
