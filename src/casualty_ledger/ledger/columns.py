"""Columns: each group of the record read from recorded rows; what cannot be read is noted as a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.conflicts.conflict import UNSTATED
from casualty_ledger.errors import BoundsCross, UnreadableCount
from casualty_ledger.ledger import readings
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.parsing.counts import granularity
from casualty_ledger.parsing.hedges import Interval, bound, check_order
from casualty_ledger.parsing.rewriting import parse_count_cell, parse_day_cell
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import DatePrecision, Hedge, IntervalKind, Side, Word

INFERRED = r"\b(?:publication (?:day|date) (?:inferred|from)|reported_on (?:inferred|approximate))"
CONFIDENCE = r"\b9[05]% interval"
PRECISIONS = pd.Index(DatePrecision.words())
PLACE_OF = {word: place for place, word in enumerate(DatePrecision)}
DAYS = "datetime64[ns]"
EVERYBODY = 10_000_000_000


def read_what(problems: Problems) -> pd.DataFrame:
    """Read conflict, measure, people, party and basis."""
    conflict = read_conflicts(problems)
    measure = _word(problems, "measure", readings.parse_measure)
    people = problems.parse("population", readings.parse_population)
    population = people.each(lambda found: str(found.population))
    party = problems.parse_in(conflict, "party", readings.parse_party).each(str)
    who = pd.DataFrame({"conflict": conflict, "population": population})
    return pd.DataFrame(
        {
            "conflict": conflict,
            "measure": readings.read_measures(problems, measure),
            "population": population,
            "sex": people.each(lambda found: found.sex),
            "age_group": people.each(lambda found: found.age_group),
            "subgroup": people.each(lambda found: found.subgroup),
            "party": readings.read_parties(party, who, problems),
            "basis": _word(problems, "basis", readings.parse_basis),
        }
    )


def read_conflicts(problems: Problems) -> pd.Series:
    """Read which conflict each row is about; one that cannot be read counts as unstated."""
    return problems.parse("conflict", readings.parse_conflict).each(str).fillna(UNSTATED)


def read_when(problems: Problems) -> pd.DataFrame:
    """Read the days counted and the days of publication, with how exactly they are known."""
    start, end = problems.parse("covers_from", parse_day_cell), problems.parse("covers_until", parse_day_cell)
    published = problems.parse("published_on", parse_day_cell)
    first, last = _first_day(start), _last_day(end)
    problems.note(first > last, "covers_until", "The last day counted lies before the first. Swap them.")
    inferred = problems.distinct("note").contains(INFERRED)
    precision = PRECISIONS.take(_precision(published))
    dated = pd.Series(precision == DatePrecision.DAY, index=published.index)
    return pd.DataFrame(
        {
            "covers_from": first,
            "covers_until": last,
            "date_precision": PRECISIONS.take(np.maximum(_precision(start), _precision(end))),
            "published_on": _last_day(published),
            "published_precision": pd.Series(precision, index=published.index).mask(
                dated & inferred, str(DatePrecision.INFERRED_DAY)
            ),
            "published_sequence": problems.parse("published_sequence", _parse_count).each(int, "Int64"),
            "retrieved_on": _last_day(problems.parse("retrieved_on", parse_day_cell)),
            "overlaps_known_on": _last_day(problems.parse("overlaps_known_on", parse_day_cell)),
            "note_known_on": _last_day(problems.parse("note_known_on", parse_day_cell)),
        }
    )


def read_how_many(problems: Problems) -> pd.DataFrame:
    """Read the number with its hedge and the bounds that follow, or those that the source states."""
    counts = [problems.parse(column, _parse_count) for column in ("value", "lower", "upper")]
    value, lower, upper = (count.each(int, "Int64") for count in counts)
    hedge = readings.read_hedges(problems, _word(problems, "hedge", readings.parse_hedge))
    # Equal bounds are no range: they say the number once more.
    same = (lower == upper).fillna(False).astype(bool)
    value, hedge = (
        value.fillna(lower.where(same)),
        hedge.mask(same & (hedge == Hedge.RANGE), str(Hedge.EXACT)),
    )
    intervals = bound_each(hedge, value)
    stated = (lower.notna() | upper.notna()) & ~same
    bounds = pd.DataFrame({"lower": lower, "value": value, "upper": upper})
    _note_crossed(problems, bounds)
    confident = problems.distinct("note").contains(CONFIDENCE) & stated
    kind = pd.Series(str(IntervalKind.LOGICAL), index=value.index, dtype="str")
    kind = kind.mask(stated, str(IntervalKind.STATED_RANGE))
    return bounds.assign(
        lower=lower.where(stated | same, intervals["lower"]),
        upper=upper.where(stated | same, intervals["upper"]),
        hedge=hedge,
        is_soft=intervals["is_soft"] & ~stated & ~same,
        rounded_to=counts[0].each(granularity, "Int64"),
        interval_kind=kind.mask(confident, str(IntervalKind.CONFIDENCE)),
    )


def read_who(problems: Problems, register: Register, conflict: pd.Series) -> pd.DataFrame:
    """Read the claimant by its registered name, its side and kind, and the publisher."""
    claimant = problems.parse("claimant", register.claimant)
    publisher = problems.distinct("publisher")
    side = problems.parse_in(conflict, "claimant_side", readings.parse_side).each(str)
    verification = problems.parse("verification", readings.parse_verification)
    return pd.DataFrame(
        {
            "claimant": claimant.each(lambda source: source.name),
            "claimant_side": side.fillna(str(Side.UNSTATED)),
            "claimant_kind": claimant.each(lambda source: source.kind),
            "is_registered": claimant.each(lambda source: source.is_registered, "bool"),
            "publisher": publisher.each(lambda spelling: register.publisher(spelling).name),
            "recorded_verification": verification.each(str),
        }
    )


def _word(problems: Problems, column: str, parser: Callable[[str], Word | None]) -> pd.Series:
    return problems.parse(column, parser).each(str)


def _note_crossed(problems: Problems, bounds: pd.DataFrame) -> None:
    lower, value, upper = (bounds[name] for name in ("lower", "value", "upper"))
    wrong = ((lower > value) | (value > upper) | (lower > upper)).fillna(False).astype(bool)
    crossed = zip(*(numbers[wrong].tolist() for numbers in (lower, value, upper)), strict=True)
    reasons = pd.Series([_say_crossed(*numbers) for numbers in crossed], index=bounds.index[wrong])
    problems.note(wrong, "value", reasons)


def _say_crossed(*numbers: int) -> str:
    try:
        check_order(*(None if number is pd.NA else number for number in numbers))
    except BoundsCross as error:
        return str(error)
    return ""


def _parse_count(text: str) -> int | None:
    """Parse a count that can be one: no more than every person alive."""
    count = parse_count_cell(text)
    if count is not None and count > EVERYBODY:
        raise UnreadableCount(found=text)
    return count


def bound_each(hedge: pd.Series, value: pd.Series) -> pd.DataFrame:
    """Return the bounds that follow from each hedge and number. Columns: lower, upper, is_soft."""
    kinds = number_distinct([hedge, value])
    first = firsts_of(kinds)
    pairs = zip(hedge.iloc[first].tolist(), value.iloc[first].tolist(), strict=True)
    found = Distinct([_bound(said, number) for said, number in pairs], kinds, hedge.index)
    return pd.DataFrame(
        {
            "lower": found.each(lambda interval: interval.lower, "Int64"),
            "upper": found.each(lambda interval: interval.upper, "Int64"),
            "is_soft": found.each(lambda interval: interval.soft, "bool"),
        }
    )


HEDGES = {str(word): word for word in Hedge}


def _bound(said: str, number: Any) -> Interval:
    """Bound a number by its hedge; an unreadable hedge is refused elsewhere and bounds nothing."""
    if said not in HEDGES:
        return Interval(None, None)
    return bound(HEDGES[said], None if number is pd.NA else number)


def _first_day(dates: Distinct) -> pd.Series:
    return dates.each(lambda date: date.first, DAYS)


def _last_day(dates: Distinct) -> pd.Series:
    return dates.each(lambda date: date.last, DAYS)


def _precision(dates: Distinct) -> np.ndarray:
    """Say how exactly the date of each row is known, as a place in PRECISIONS: the finest comes first."""
    places = [PLACE_OF[date.precision if date else DatePrecision.UNKNOWN] for date in dates.listed]
    return np.array(places, dtype=np.int64)[dates.which]
