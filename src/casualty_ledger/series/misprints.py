"""Misprints: figures that are probably wrong in print. A flag describes; it never accuses or corrects.

What the record notes of a relay's error comes first. Three traces are looked for beside: a printed sum that
its parts do not give; a digit dropped, added or swapped beside another print of the same statement; a number
that stands under the wrong label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import COUNTED
from casualty_ledger.series.digit_slips import is_slip
from casualty_ledger.series.noted_misprints import find_called_errors, find_noted
from casualty_ledger.vocabulary import HARM_MEASURES, Basis, Measure, Party

PAGE = [
    *(column for column in COUNTED if column not in ("measure", "place", "admin1")),
    "publisher",
    "address",
    "published_on",
]
DAYS = ["covers_from", "covers_until", "basis"]
SCOPE = ["place", *DAYS]
COLUMNS = ["kind", "figure_id", "other_ids", "value", "expected", "what"]
# A number is under the wrong label where the claimant gives another, this many times smaller.
MANY_TIMES = 3
SIDED = ["figure_id", "value", "party", "address"]
SLIPPED = ["figure_id", "conflict", "claimant", "value", "appearances", "row", "published_on", *DAYS]
EVENT_DAYS, NEAR_DAYS, MONTH = 7, 7, 31
# What was counted first is not what is added up later.
EARLIER = r"\b(?:first toll|first count|earlier|before)\b"
NO_SIDE = (Party.BOTH, Party.UNSTATED)
EVENT_OF_SIDES = ["conflict", "measure", "population", "covers_from", "covers_until", "basis"]


def check_printed_sums(appearances: pd.DataFrame) -> pd.DataFrame:
    """Compare killed + injured with the total that the same page prints for the same people and days.

    Columns: killed_id, injured_id, total_id, killed, injured, total, adds_up. One row per page group.
    """
    printed = appearances[appearances["measure"].isin(HARM_MEASURES) & appearances["value"].notna()]
    keys = [*PAGE, *SCOPE]
    once = printed.drop_duplicates([*keys, "measure"])
    page = once.groupby(keys, dropna=False, sort=False).ngroup().rename("page")
    cells = once.assign(page=page).set_index(["page", "measure"])[["row_id", "value"]]
    wide = pd.DataFrame(cells.unstack("measure"))
    wide = wide.reindex(columns=[(v, str(m)) for v in ("row_id", "value") for m in HARM_MEASURES])
    wide.columns = ["killed_id", "injured_id", "total_id", "killed", "injured", "total"]
    whole = wide.dropna().reset_index(drop=True)
    return whole.assign(adds_up=whole["killed"] + whole["injured"] == whole["total"])


def _with_labels(noted: list[dict[str, Any]], labels: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Name beside what the record says of a figure also where its number stands under another measure."""
    elsewhere = {each["figure_id"]: each["other_ids"].split() for each in labels}
    others = ([*one["other_ids"].split(), *elsewhere.get(one["figure_id"], ())] for one in noted)
    return [one | {"other_ids": " ".join(dict.fromkeys(ids))} for one, ids in zip(noted, others, strict=True)]


def find_misprints(figures: pd.DataFrame, appearances: pd.DataFrame) -> pd.DataFrame:
    """List figures that are probably misprinted. Columns: COLUMNS."""
    sums = check_printed_sums(appearances)
    wrong = [
        _found("sum", row["killed_id"], f"{row['injured_id']} {row['total_id']}", row["killed"], row["total"])
        for row in sums[~sums["adds_up"] & ~_may_add_up(sums, appearances)].to_dict("records")
    ]
    noted = [
        _found("noted", one["figure_id"], others[0]["figure_id"], one["value"], others[0]["value"])
        | {"other_ids": " ".join(str(each["figure_id"]) for each in others)}
        for one, others in find_noted(figures)
    ]
    known = {each["figure_id"] for each in noted}
    labels = _label_slips(figures)
    traced = [each for each in (*_digit_slips(figures), *labels) if each["figure_id"] not in known]
    slips = [*_with_labels(noted, labels), *traced, *_swapped_sides(figures)]
    found = [*_not_told(wrong, slips), *slips]
    called = [_of_a_note(each) for each in find_called_errors(figures)]
    return pd.DataFrame([*found, *_not_told(called, found)], columns=COLUMNS)


def _of_a_note(figure: Mapping[Any, Any]) -> dict[str, object]:
    found = _found("error", figure["figure_id"], "", figure["value"], figure["value"])
    return found | {"expected": pd.NA, "what": f"{found['what']}: {figure['note']}"}


def _not_told(found: list[dict[str, object]], told: list[dict[str, object]]) -> list[dict[str, object]]:
    """Keep the misprints of which no figure is one of those told of already."""
    known = {figure_id for each in told for figure_id in _ids_of(each)}
    return [each for each in found if known.isdisjoint(_ids_of(each))]


def _ids_of(found: Mapping[str, object]) -> list[str]:
    return [str(found["figure_id"]), *str(found["other_ids"]).split()]


def _may_add_up(sums: pd.DataFrame, appearances: pd.DataFrame) -> pd.Series:
    """Say of which printed sums the bounds allow the total, or whose parts are of different hours."""
    rows = appearances.set_index("row_id")
    names = ("killed_id", "injured_id", "total_id")
    cells = [rows.reindex(sums[name]).set_axis(sums.index) for name in names]
    killed, injured, total = (each[["lower", "upper"]].astype("Float64") for each in cells)
    least, most = killed["lower"] + injured["lower"], killed["upper"] + injured["upper"]
    bounds = (least <= total["upper"]).fillna(True) & (most >= total["lower"]).fillna(True)
    earlier = [each["scope"].str.contains(EARLIER).fillna(False).astype(bool) for each in cells]
    return bounds.astype(bool) | (earlier[0] != earlier[2]) | (earlier[1] != earlier[2])


def _found(kind: str, figure: str, others: str, value: int, expected: int) -> dict[str, object]:
    what = {
        "sum": "killed and injured do not add up to the total printed beside them",
        "digit": "a digit seems dropped, added, swapped or replaced",
        "label": "the number stands under another measure elsewhere",
        "noted": "the record says that a relay garbled the number, and names another",
        "error": "the record calls the number an error of print",
        "sides": "two numbers seem to be swapped between the sides",
    }
    return dict(zip(COLUMNS, (kind, figure, others, value, expected, what[kind]), strict=True))


def _digit_slips(figures: pd.DataFrame) -> list[dict[str, object]]:
    """Find numbers of one claimant and subject that differ by one digit's slip.

    Of an event they are of one day: a toll of the next day may well be higher by one digit. The same two
    numbers of a claimant under several measures are one slip.
    """
    subject = [*COUNTED, *DAYS]
    dated = figures[["covers_until", "published_on"]].notna().any(axis=1)
    stated = figures[figures["value"].notna() & dated]
    found: dict[tuple[str, str, frozenset[int]], dict[str, object]] = {}
    for told in _with_several_numbers(stated, subject, SLIPPED):
        for one, other in combinations(told, 2):
            if (
                one["value"] != other["value"]
                and _is_of_one_time(one, other)
                and is_slip(int(one["value"]), int(other["value"]))
            ):
                odd, plain = (one, other) if _seems_odd(one, other) else (other, one)
                slip = _found("digit", odd["figure_id"], plain["figure_id"], odd["value"], plain["value"])
                numbers = frozenset((odd["value"], plain["value"]))
                first = found.setdefault((odd["conflict"], odd["claimant"], numbers), slip)
                others = dict.fromkeys([*str(first["other_ids"]).split(), *_ids_of(slip)])
                others.pop(str(first["figure_id"]), None)
                first["other_ids"] = " ".join(others)
    return [*found.values()]


def _with_several_numbers(
    stated: pd.DataFrame, about: list[str], columns: list[str]
) -> Iterable[list[dict[Hashable, Any]]]:
    """Return the rows, as records, of each thing of which more than one number is stated."""
    numbers = number_distinct(stated[name] for name in about)
    values = stated["value"].to_numpy(dtype=np.int64)
    things = pd.Series(values).groupby(numbers)
    several = (things.transform("min") != things.transform("max")).to_numpy()
    told = defaultdict[int, list[dict[Hashable, Any]]](list)
    records = stated.loc[several, columns].to_dict("records")
    for number, row in zip(numbers[several].tolist(), records, strict=True):
        told[number].append(row)
    return told.values()


def _is_of_one_time(one: dict[Hashable, Any], other: dict[Hashable, Any]) -> bool:
    days = [pd.NaT if pd.isna(each["published_on"]) else each["published_on"] for each in (one, other)]
    if pd.isna(days[0]) or pd.isna(days[1]):
        return bool(pd.isna(days[0]) and pd.isna(days[1]))
    lasts = one["covers_until"] - one["covers_from"]
    is_event = one["basis"] == Basis.PERIOD and not pd.isna(lasts) and lasts.days <= EVENT_DAYS
    return bool(abs((days[0] - days[1]).days) <= (0 if is_event else NEAR_DAYS))


def _seems_odd(one: dict[Hashable, Any], other: dict[Hashable, Any]) -> bool:
    """The one printed less often is the odd one; of two, the one printed later."""
    return bool((one["appearances"], other["row"]) < (other["appearances"], one["row"]))


def _swapped_sides(figures: pd.DataFrame) -> list[dict[str, object]]:
    """Find pages that give two parties, of one event and measure, the numbers that others give the other."""
    sided = figures[figures["value"].notna() & ~figures["is_part"] & ~figures["party"].isin(NO_SIDE)]
    found = []
    for said in _with_several_numbers(sided, EVENT_OF_SIDES, SIDED):
        if len({each["party"] for each in said}) < 2:
            continue
        for one, other in combinations(said, 2):
            page = one["address"] == other["address"] != ""
            if one["party"] != other["party"] and one["value"] != other["value"] and page:
                crossed = [_elsewhere(said, one, other), _elsewhere(said, other, one)]
                if all(crossed) and not any(_elsewhere(said, each, each) for each in (one, other)):
                    others = " ".join([str(other["figure_id"]), *map(str, crossed)])
                    found.append(_found("sides", one["figure_id"], others, one["value"], other["value"]))
    return found


def _elsewhere(said: list[dict[Hashable, Any]], whose: dict[Hashable, Any], of: dict[Hashable, Any]) -> str:
    """Return the figure of another page that gives the party of one the number of the other, or nothing."""
    return next(
        (
            str(each["figure_id"])
            for each in said
            if each["party"] == whose["party"]
            and each["value"] == of["value"]
            and each["address"] != whose["address"]
        ),
        "",
    )


def _label_slips(figures: pd.DataFrame) -> list[dict[str, object]]:
    """Find a number printed as killed that the same day's or the same count's other label has.

    For one claimant, place and days: killed that equals its own injured, while it gives another killed.
    For a running total: killed that equals a total of killed and injured given for the same people.
    """
    stated = figures[figures["value"].notna() & ~figures["is_part"]]
    killed = stated[stated["measure"] == Measure.KILLED]
    return [*_printed_as_injured(stated, killed), *_printed_as_total(stated, killed)]


def _printed_as_injured(stated: pd.DataFrame, killed: pd.DataFrame) -> list[dict[str, object]]:
    same = ["conflict", "claimant", "population", "published_on", *SCOPE]
    injured = stated[stated["measure"] == Measure.INJURED]
    pairs = killed.merge(injured, on=[*same, "value"], suffixes=("", "_other"))
    fewer = pairs.merge(killed[[*same, "value", "published_sequence"]], on=same, suffixes=("", "_then"))
    # A lower number that was said before is the toll as it rose.
    before = (fewer["published_sequence_then"] < fewer["published_sequence"]).fillna(False).astype(bool)
    lower = MANY_TIMES * fewer["value_then"].clip(lower=1) <= fewer["value"]
    contradicted = fewer[lower & ~before].drop_duplicates("figure_id")
    return [
        _found("label", row["figure_id"], row["figure_id_other"], row["value"], row["value"])
        for row in contradicted.to_dict("records")
    ]


def _printed_as_total(stated: pd.DataFrame, killed: pd.DataFrame) -> list[dict[str, object]]:
    same = ["conflict", "population", "place", "party", "value"]
    totals = stated[(stated["measure"] == Measure.CASUALTIES) & (stated["basis"] == Basis.CUMULATIVE)]
    running = killed[(killed["basis"] == Basis.CUMULATIVE) & (killed["rounded_to"] < 100)]
    running = running[running["value"] >= 1000]
    pairs = running.merge(totals, on=same, suffixes=("", "_other"))
    # Of other months the same number is chance.
    apart = (pairs["covers_until"] - pairs["covers_until_other"]).dt.days.abs() > MONTH
    return [
        _found("label", row["figure_id"], row["figure_id_other"], row["value"], row["value"])
        for row in pairs[~apart].drop_duplicates("figure_id").to_dict("records")
    ]
