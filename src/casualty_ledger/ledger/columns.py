"""Columns: each group of the record read from recorded rows; what cannot be read is noted as a problem."""

from __future__ import annotations

from datetime import date

import pandas as pd

from casualty_ledger.errors import BoundsCross
from casualty_ledger.ledger import readings
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.parsing.counts import granularity, parse_count
from casualty_ledger.parsing.dates import PartialDate, parse_date
from casualty_ledger.parsing.hedges import Interval, bound, check_order
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import DatePrecision, Hedge, IntervalKind, Side

INFERRED = r"\b(?:publication (?:day|date) (?:inferred|from)|reported_on (?:inferred|approximate))"
CONFIDENCE = r"\b9[05]% interval"


def read_what(problems: Problems) -> pd.DataFrame:
    """Read measure, people, party and basis."""
    rows = problems.rows
    measure = problems.parse("measure", readings.parse_measure)
    people = problems.parse("population", readings.parse_population)
    party = problems.parse("party", readings.parse_party)
    return pd.DataFrame(
        {
            "measure": readings.read_measures(rows, measure),
            "population": people.str[0].astype(str),
            "sex": people.str[1],
            "subgroup": people.str[2],
            "party": readings.read_parties(rows, party),
            "basis": problems.parse("basis", readings.parse_basis).astype(str),
        }
    )


def read_when(problems: Problems) -> pd.DataFrame:
    """Read the days counted and the days of publication, with how exactly they are known."""
    start = problems.parse("covers_from", parse_date)
    end = problems.parse("covers_until", parse_date)
    published = problems.parse("published_on", parse_date)
    first, last = _day(start, "first"), _day(end, "last")
    problems.note(first > last, "covers_until", "The last day counted lies before the first. Swap them.")
    inferred = problems.rows["note"].str.contains(INFERRED)
    precision = _precision(published)
    dated = pd.Series(precision == DatePrecision.DAY)
    return pd.DataFrame(
        {
            "covers_from": first,
            "covers_until": last,
            "date_precision": _coarser(_precision(start), _precision(end)),
            "published_on": _day(published, "last"),
            "published_precision": precision.mask(dated & inferred, str(DatePrecision.INFERRED_DAY)),
            "published_sequence": _counts(problems, "published_sequence"),
            "retrieved_on": _day(problems.parse("retrieved_on", parse_date), "last"),
            "overlaps_known_on": _day(problems.parse("overlaps_known_on", parse_date), "last"),
            "note_known_on": _day(problems.parse("note_known_on", parse_date), "last"),
        }
    )


def read_how_many(problems: Problems) -> pd.DataFrame:
    """Read the number with its hedge and the bounds that follow, or those that the source states."""
    rows = problems.rows
    value, lower, upper = (_counts(problems, column) for column in ("value", "lower", "upper"))
    hedge = readings.read_hedges(rows, problems.parse("hedge", readings.parse_hedge))
    intervals = _bound_each(hedge, value)
    stated = lower.notna() | upper.notna()
    bounds = pd.DataFrame({"lower": lower, "value": value, "upper": upper})
    _note_crossed(problems, bounds)
    confident = rows["note"].str.contains(CONFIDENCE) & stated
    kind = pd.Series(str(IntervalKind.LOGICAL), index=rows.index)
    kind = kind.mask(stated, str(IntervalKind.STATED_RANGE))
    return bounds.assign(
        lower=lower.where(stated, intervals["lower"]),
        upper=upper.where(stated, intervals["upper"]),
        hedge=hedge,
        is_soft=intervals["is_soft"] & ~stated,
        rounded_to=value.map(granularity, na_action="ignore").astype("Int64"),
        interval_kind=kind.mask(confident, str(IntervalKind.CONFIDENCE)),
    )


def read_who(problems: Problems, register: Register) -> pd.DataFrame:
    """Read the claimant by its registered name, its side and kind, and the publisher."""
    rows = problems.rows
    recorded_side = problems.parse("claimant_side", readings.parse_side)
    names = {spelling: register.claimant(spelling) for spelling in rows["claimant"].unique()}
    claimants = rows["claimant"].map(names)
    printed = {spelling: register.publisher(spelling).name for spelling in rows["publisher"].unique()}
    return pd.DataFrame(
        {
            "claimant": [source.name for source in claimants],
            "claimant_side": recorded_side.fillna(Side.UNSTATED).astype(str),
            "claimant_kind": [source.kind for source in claimants],
            "is_registered": [source.is_registered for source in claimants],
            "publisher": rows["publisher"].map(printed),
            "recorded_verification": problems.parse("verification", readings.parse_verification),
        },
        index=rows.index,
    )


def _note_crossed(problems: Problems, bounds: pd.DataFrame) -> None:
    lower, value, upper = (bounds[name] for name in ("lower", "value", "upper"))
    wrong = ((lower > value) | (value > upper) | (lower > upper)).fillna(False).astype(bool)
    reasons = pd.Series("", index=bounds.index, dtype=object)
    for index, *numbers in bounds[wrong].itertuples():
        try:
            check_order(*(None if pd.isna(n) else int(n) for n in numbers))
        except BoundsCross as error:
            reasons[index] = str(error)
    problems.note(wrong, "value", reasons)


def _counts(problems: Problems, column: str) -> pd.Series:
    return pd.Series(problems.parse(column, parse_count), dtype="Int64")


def _bound_each(hedge: pd.Series, value: pd.Series) -> pd.DataFrame:
    pairs = pd.DataFrame({"hedge": hedge, "value": value})
    kinds = pairs.groupby(["hedge", "value"], dropna=False, sort=False).ngroup().to_numpy()
    distinct = pairs[~pd.Series(kinds, index=pairs.index).duplicated()]
    intervals = [_bound(said, number) for said, number in distinct.itertuples(index=False)]
    table = pd.DataFrame(
        {
            "lower": pd.array([interval.lower for interval in intervals], dtype="Int64"),
            "upper": pd.array([interval.upper for interval in intervals], dtype="Int64"),
            "is_soft": [interval.soft for interval in intervals],
        }
    )
    return table.take(kinds).set_axis(hedge.index)


HEDGES = {str(word): word for word in Hedge}


def _bound(said: str, number: int) -> Interval:
    """Bound a number by its hedge; an unreadable hedge is refused elsewhere and bounds nothing."""
    if said not in HEDGES:
        return Interval(None, None)
    return bound(HEDGES[said], None if pd.isna(number) else int(number))


def _day(dates: pd.Series, end: str) -> pd.Series:
    days: list[date | None] = [getattr(day, end) if day else None for day in dates]
    return pd.Series(pd.to_datetime(pd.Series(days, dtype=object)).to_numpy(), index=dates.index)


def _precision(dates: pd.Series) -> pd.Series:
    known: list[PartialDate | None] = list(dates)
    words = [str(day.precision) if day else str(DatePrecision.UNKNOWN) for day in known]
    return pd.Series(words, index=dates.index)


def _coarser(first: pd.Series, second: pd.Series) -> pd.Series:
    order = {word: rank for rank, word in enumerate(DatePrecision.words())}
    return first.where(first.map(order) >= second.map(order), second)
