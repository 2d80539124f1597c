"""Columns: each group of the record made of the cells as read; nothing is noted here."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.ledger import readings
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.page_notes import is_of_page
from casualty_ledger.ledger.parsed import HowMany, Parsed, What, When, Who, are_same, last_days
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.parsing.counts import granularity
from casualty_ledger.parsing.hedges import Interval, bound
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import DatePrecision, Hedge, IntervalKind, Side

INFERRED = r"\b(?:publication (?:day|date) (?:inferred|from)|reported_on (?:inferred|approximate))"
CONFIDENCE = r"\b9[05]% interval"
PRECISIONS = pd.Index(DatePrecision.words())
PLACE_OF = {word: place for place, word in enumerate(DatePrecision)}


def make_columns(parsed: Parsed, problems: Problems, register: Register) -> list[pd.DataFrame]:
    """Return the columns of the ledger that follow from the cells as read."""
    return [
        _make_what(parsed.what, problems),
        _make_when(parsed.when, problems),
        _make_how_many(parsed.how_many, problems),
        _make_who(parsed.who, problems, register, parsed.what.conflict),
    ]


def _make_what(what: What, problems: Problems) -> pd.DataFrame:
    population = what.people.each(lambda found: str(found.population))
    who = pd.DataFrame({"conflict": what.conflict, "population": population})
    return pd.DataFrame(
        {
            "conflict": what.conflict,
            "measure": readings.read_measures(problems, what.measure.each(str)),
            "population": population,
            "sex": what.people.each(lambda found: found.sex),
            "age_group": what.people.each(lambda found: found.age_group),
            "subgroup": what.people.each(lambda found: found.subgroup),
            "party": readings.read_parties(what.party.each(str), who, problems),
            "basis": what.basis.each(str),
        }
    )


def _make_when(when: When, problems: Problems) -> pd.DataFrame:
    inferred = problems.distinct("note").contains(INFERRED)
    precision = PRECISIONS.take(_precision(when.published))
    dated = pd.Series(precision == DatePrecision.DAY, index=inferred.index)
    beside = {name: last_days(days) for name, days in when.beside.items()}
    published = last_days(when.published)
    of_page = is_of_page(problems.distinct("note"))
    beside["note_known_on"] = beside["note_known_on"].fillna(published.where(of_page))
    return pd.DataFrame(
        {
            "covers_from": when.first,
            "covers_until": when.last,
            "date_precision": PRECISIONS.take(np.maximum(_precision(when.start), _precision(when.end))),
            "published_on": published,
            "published_precision": pd.Series(precision, index=inferred.index).mask(
                dated & inferred, str(DatePrecision.INFERRED_DAY)
            ),
            "published_sequence": when.sequence.each(int, "Int64"),
            **beside,
        }
    )


def _make_how_many(read: HowMany, problems: Problems) -> pd.DataFrame:
    """Make the number with its hedge and the bounds that follow, or those that the source states."""
    value, lower, upper = read.value, read.lower, read.upper
    same = are_same(lower, upper)
    hedge = readings.read_hedges(problems, read.hedge.each(str))
    hedge = hedge.mask(same & (hedge == Hedge.RANGE), str(Hedge.EXACT))
    intervals = bound_each(hedge, value)
    stated = (lower.notna() | upper.notna()) & ~same
    confident = problems.distinct("note").contains(CONFIDENCE) & stated
    kind = pd.Series(str(IntervalKind.LOGICAL), index=value.index, dtype="str")
    kind = kind.mask(stated, str(IntervalKind.STATED_RANGE))
    return pd.DataFrame(
        {
            "lower": lower.where(stated | same, intervals["lower"]),
            "value": value,
            "upper": upper.where(stated | same, intervals["upper"]),
            "hedge": hedge,
            "is_soft": intervals["is_soft"] & ~stated & ~same,
            "rounded_to": read.counted.each(granularity, "Int64"),
            "interval_kind": kind.mask(confident, str(IntervalKind.CONFIDENCE)),
        }
    )


def _make_who(who: Who, problems: Problems, register: Register, conflict: pd.Series) -> pd.DataFrame:
    """Make the claimant by its registered name, its side and kind, and the publisher."""
    publisher = problems.distinct("publisher")
    return pd.DataFrame(
        {
            "claimant": who.claimant.each(lambda source: source.name),
            "claimant_side": _make_sides(who, problems, conflict),
            "claimant_kind": who.claimant.each(lambda source: source.kind),
            "is_registered": who.claimant.each(lambda source: source.is_registered, "bool"),
            "publisher": publisher.each(lambda spelling: register.publisher(spelling).name),
            "recorded_verification": who.verification.each(str),
        }
    )


def _make_sides(who: Who, problems: Problems, conflict: pd.Series) -> pd.Series:
    """Make the side of each claimant: as recorded, or where nothing is, as the register has it."""
    told = who.side.each(str).fillna(str(Side.UNSTATED))
    empty = problems.rows["claimant_side"] == ""
    speakers = zip(conflict[empty], who.claimant.spread(np.array(who.claimant.listed))[empty], strict=True)
    known = pd.Series([readings.registered_side(*each) for each in speakers], told.index[empty], dtype="str")
    told.update(known[known != ""])
    return told


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


def _precision(dates: Distinct) -> np.ndarray:
    """Say how exactly the date of each row is known, as a place in PRECISIONS: the finest comes first."""
    places = [PLACE_OF[date.precision if date else DatePrecision.UNKNOWN] for date in dates.listed]
    return np.array(places, dtype=np.int64)[dates.which]
