"""Cleaning: every recorded row becomes one appearance, or is refused with its reason.

Columns are added beside what was said; nothing that was said is edited, dropped or guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from casualty_ledger.errors import BoundsCross
from casualty_ledger.ledger import grades, readings
from casualty_ledger.ledger.corrections import (
    Correction,
    apply_replacements,
    check_corrections,
)
from casualty_ledger.ledger.harm import note_harms
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.parsing.counts import granularity, parse_count
from casualty_ledger.parsing.dates import PartialDate, parse_date
from casualty_ledger.parsing.hedges import bound, check_order
from casualty_ledger.schema import Appearances, columns_of
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import Basis, DatePrecision, IntervalKind, Measure, Side

INFERRED = r"\b(?:publication (?:day|date) (?:inferred|from)|reported_on (?:inferred|approximate))"
FLOOR = r"real figures are considerably higher|figures are not final|identified cases only"
CONFIDENCE = r"\b9[05]% interval"
ADDRESS = r"https?://[^\s<>\"']+"
RATE_UNITS = ("", "day", "week", "month")


class Cleaned(NamedTuple):
    """What became of the recorded rows: rows read = appearances + refused."""

    appearances: pd.DataFrame
    refused: pd.DataFrame


def clean_rows(rows: pd.DataFrame, register: Register, corrections: Sequence[Correction] = ()) -> Cleaned:
    """Turn recorded rows (text, as `read_sheets` returns them) into appearances and refusals.

    Errors: CorrectionOutdated, where a correction does not find what it expects.
    """
    check_corrections(rows, corrections)
    problems = Problems(apply_replacements(rows, corrections))
    columns = _read_columns(problems, register)
    _note_declared(problems, corrections)
    kept = ~problems.refused()
    columns, recorded = columns[kept], problems.rows[kept]
    table = pd.concat([columns, _as_recorded(recorded, corrections)], axis=1)
    graded = pd.concat([table, _how_sure(table, recorded, register)], axis=1)
    ordered = graded[columns_of(Appearances)].reset_index(drop=True)
    return Cleaned(Appearances.validate(ordered), problems.table())


def find_problems(rows: pd.DataFrame, register: Register) -> Problems:
    """Return every problem of the rows, without making anything of them."""
    problems = Problems(rows)
    _read_columns(problems, register)
    return problems


def _read_columns(problems: Problems, register: Register) -> pd.DataFrame:
    parts = [_what(problems), _when(problems), _how_many(problems), _who(problems, register)]
    _note_missing(problems)
    note_harms(problems)
    return pd.concat(parts, axis=1)


def _note_declared(problems: Problems, corrections: Sequence[Correction]) -> None:
    for each in corrections:
        if each.action == "refuse":
            here = problems.rows["id"] == each.id
            problems.note(here, each.column, f"Refused by a declared correction: {each.reason}")


def _what(problems: Problems) -> pd.DataFrame:
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


def _when(problems: Problems) -> pd.DataFrame:
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
            "overlaps_known_on": _day(problems.parse("overlaps_known_on", parse_date), "last"),
            "note_known_on": _day(problems.parse("note_known_on", parse_date), "last"),
        }
    )


def _how_many(problems: Problems) -> pd.DataFrame:
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


def _who(problems: Problems, register: Register) -> pd.DataFrame:
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


def _how_sure(table: pd.DataFrame, rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    whereabouts = rows["claimant"] + " | " + rows["place"]
    asked = table[["claimant_side", "claimant_kind", "party", "population"]].assign(where=whereabouts)
    interest = [grades.find_interest(*facts) for facts in asked.itertuples(index=False)]
    verification = [
        grades.find_verification(recorded, side, said)
        for recorded, side, said in zip(
            table["recorded_verification"], table["claimant_side"], interest, strict=True
        )
    ]
    kinds = zip(table["claimant"], table["claimant_kind"], interest, strict=True)
    sure = {
        "interest": [str(word) for word in interest],
        "verification": [str(word) for word in verification],
        "reliability": [
            register.claimant(name).reliability or str(grades.grade_reliability(kind, said))
            for name, kind, said in kinds
        ],
        "credibility": [str(grades.grade_credibility(word)) for word in verification],
    }
    floor = rows["scope"].str.contains(FLOOR) | (table["measure"] == Measure.NAMED_DEAD)
    return pd.DataFrame(sure, index=table.index).assign(is_floor=floor)


def _as_recorded(rows: pd.DataFrame, corrections: Sequence[Correction]) -> pd.DataFrame:
    flags = {each.id: each for each in corrections if each.action == "flag"}
    flagged = rows["id"].map(lambda row: flags[row].reason if row in flags else "")
    since = rows["id"].map(lambda row: flags[row].declared_on if row in flags else "")
    same = ["conflict", "measure_as_said", "place", "admin1", "rate_unit", "method", "scope"]
    return rows[[*same, "address", "sheet", "row", "overlaps", "note"]].assign(
        row_id=rows["id"],
        flag=flagged,
        flag_known_on=pd.to_datetime(since.replace("", None)),
    )


def _note_missing(problems: Problems) -> None:
    rows = problems.rows
    problems.note(rows["id"] == "", "id", "A row needs an id that no other row has.")
    twice = rows["id"].duplicated(keep="first") & (rows["id"] != "")
    problems.note(twice, "id", "This id stands on an earlier row too. Give each row its own.")
    problems.note(
        rows["claimant"] == "",
        "claimant",
        "Nobody is named as the claimant. Say whose number it is.",
    )
    linked = rows["address"].str.fullmatch(ADDRESS) | (rows["address"] == "")
    problems.note(
        ~linked,
        "address",
        "An address starts with http:// or https:// and holds no blanks or quotes.",
    )
    problems.note(~rows["rate_unit"].isin(RATE_UNITS), "rate_unit", "A rate is per day, week or month.")
    unitless = (rows["basis"] == Basis.RATE) & (rows["rate_unit"] == "")
    problems.note(unitless, "rate_unit", "A rate needs its unit: day, week or month.")


def _note_crossed(problems: Problems, bounds: pd.DataFrame) -> None:
    reasons = pd.Series("", index=bounds.index, dtype=object)
    for index, lower, value, upper in bounds.dropna(how="all").itertuples():
        try:
            check_order(*(None if pd.isna(n) else int(n) for n in (lower, value, upper)))
        except BoundsCross as error:
            reasons[index] = str(error)
    problems.note(reasons != "", "value", reasons)


def _counts(problems: Problems, column: str) -> pd.Series:
    return pd.Series(problems.parse(column, parse_count), dtype="Int64")


def _bound_each(hedge: pd.Series, value: pd.Series) -> pd.DataFrame:
    pairs = pd.DataFrame({"hedge": hedge, "value": value}).drop_duplicates()
    found = {
        (said, number): bound(readings.parse_hedge(said), None if pd.isna(number) else int(number))
        for said, number in pairs.itertuples(index=False)
        if said in set(map(str, readings.Hedge))
    }
    intervals = [found.get(pair) for pair in zip(hedge, value, strict=True)]
    return pd.DataFrame(
        {
            "lower": pd.array([i.lower if i else None for i in intervals], dtype="Int64"),
            "upper": pd.array([i.upper if i else None for i in intervals], dtype="Int64"),
            "is_soft": [bool(i and i.soft) for i in intervals],
        },
        index=hedge.index,
    )


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
