"""Titles of the charts of civilian harm, each stating what its chart shows."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import Row, rows_by, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.week.titles import (
    NOTHING,
    Finding,
    highest_of,
    latest_of,
    list_claimants,
    name_claimants,
)
from casualty_ledger.vocabulary import Measure, Population
from casualty_ledger.week.tolls import said_as_usual, size_of
from casualty_ledger.wording.claimant_names import short_claimant, with_article
from casualty_ledger.wording.language import mark, phrase, translate, translate_counted
from casualty_ledger.wording.measures import MEASURES, name_measure
from casualty_ledger.wording.people import PEOPLE
from casualty_ledger.wording.sentences import listed

UNDATED = mark("undated")
OF_WEEK = mark("Highest report: {said} ({claimants})")
OF_WEEKS = mark("Highest report of these weeks: {said} ({claimants})")
VERIFIED = mark("{said}, verified by {claimants}")
VERIFIED_MOST = mark("{said}, the most of the {months} months drawn, verified by {claimants}")
# Of fewer months one is not called the highest.
LEAST_MONTHS = 3
RAISED_ONE = mark(
    "{monitor} last gave more civilians killed than at first for the one month that it restated"
)
RAISED_ALL = mark("{monitor} last gave more civilians killed than at first for every month that it restated")
RAISED_SOME = mark(
    "{monitor} last gave more civilians killed than at first for {raised} of the {months} months "
    "that it restated"
)


def of_region(table: pd.DataFrame) -> Finding:
    """Say the deadliest report on the map, where one region has it."""
    highest = highest_of(row for row in rows_of(table) if row["words"])
    if len(highest) != 1:
        return NOTHING
    row = highest[0]
    said = phrase(
        "Deadliest report on the map: {region}, {count} killed, according to {claimant}",
        region=row["region"],
        count=row["words"],
        claimant=with_article(row["claimant"]),
    )
    return Finding(said, (row,))


def of_harm(table: pd.DataFrame, monday: pd.Timestamp, not_drawn: int = 0) -> Finding:
    """Say the highest report of deaths in one place; without any, the last number that was verified.

    Of a report from before the week, which began on `monday`, it says that it is of the weeks drawn. None
    is the highest where a verified count of a place, which is `not_drawn`, is higher.
    """
    killed = [row for row in rows_of(table) if row["measure"] == Measure.KILLED]
    highest = highest_of(row for row in killed if row["checked"] == "reported")
    if _of_one_time(highest) and size_of(highest[0]) >= not_drawn:
        earlier = max(row["last_day"] for row in highest) < monday
        return _say_harm(highest, OF_WEEKS if earlier else OF_WEEK)
    checked = [row for row in killed if row["checked"] == "verified" and row["words"]]
    verified = latest_of(checked, "last_day")
    if not _of_one_time(verified):
        return NOTHING
    others = [size_of(row) for row in checked if row["last_day"] < verified[0]["last_day"]]
    is_most = len(others) + 1 >= LEAST_MONTHS and size_of(verified[0]) > max(others)
    return _say_harm(verified, VERIFIED_MOST if is_most else VERIFIED, months=len(others) + 1)


def _of_one_time(told: list[Row]) -> bool:
    return len({(row["first_day"], row["last_day"]) for row in told}) == 1


def _say_harm(told: list[Row], text: str, **more: object) -> Finding:
    """Say a number of deaths with its place, its days and who gave it."""
    # One event may stand under two spellings of its place and under two hedges: the usual ones are said.
    usual = said_as_usual(told, size_of(told[0]))["words"]
    told = max(rows_by([row for row in told if row["words"] == usual], "where"), key=len)
    people = translate_counted(*PEOPLE[Population.CIVILIAN], size_of(told[0]))
    counted = phrase(MEASURES[Measure.KILLED].counted, count=told[0]["words"], people=people)
    is_verified = told[0]["checked"] == "verified"
    claimants = name_claimants(told) if is_verified else list_claimants(told, short_claimant)
    said = phrase(text, said=f"{counted}, {told[0]['where']}", claimants=claimants, **more)
    return Finding(capital(said), tuple(told))


def of_toll(table: pd.DataFrame, counted: str, where: str) -> Finding:
    """Say from which number to which the toll went, as told by whoever restated it most often."""
    told = max(rows_by(rows_of(table), "claimant"), key=len, default=[])
    ends = tuple(told[:: len(told) - 1]) if len(told) > 1 else ()
    undated = any(row["slot_label"] == translate(UNDATED) for row in ends)
    if undated or len({size_of(row) for row in ends}) < 2:
        return NOTHING
    first, last = ends
    said = phrase(
        "{where}: from {first} to {last} {counted}, as restated by {claimant}",
        where=where,
        first=first["words"],
        last=last["words"],
        counted=counted,
        claimant=with_article(first["claimant"]),
    )
    return Finding(said, ends)


def of_verified(table: pd.DataFrame) -> Finding:
    """Say the last verified totals, each by its last day."""
    told = rows_of(table)
    ends = [latest_of([row for row in told if row["line"] == line], "day") for line in ("killed", "injured")]
    last = [each[0] for each in ends if len(each) == 1]
    if not last or len({row["claimant"] for row in told}) != 1:
        return NOTHING
    said = phrase(
        "Civilians: {counts}, verified by {claimant}",
        counts=", ".join(_by_day(same) for same in rows_by(last, "day_label")),
        claimant=with_article(last[0]["claimant"]),
    )
    return Finding(said, tuple(last))


def _by_day(same: list[Row]) -> str:
    counts = [
        phrase("{count} {measure}", count=row["words"], measure=name_measure(row["line"])) for row in same
    ]
    return phrase("{counts} by {day}", counts=listed(counts), day=same[0]["day_label"])


def of_revisions(table: pd.DataFrame, monitor: str) -> Finding:
    """Say how many of the months that were stated on several days were raised."""
    raised = [steps[-1]["value"] > steps[0]["value"] for steps in _months(table)]
    if not raised:
        return NOTHING
    if all(raised):
        return Finding(phrase(RAISED_ONE if len(raised) == 1 else RAISED_ALL, monitor=monitor))
    return Finding(phrase(RAISED_SOME, monitor=monitor, raised=sum(raised), months=len(raised)))


def of_steps(table: pd.DataFrame, monitor: str) -> Finding:
    """Say which month was raised the most, in its own share, and from which number to which."""
    steps = sorted(_months(table), key=lambda rows: float(rows[-1]["growth"]))
    highest = [rows for rows in steps if rows[-1]["growth"] == steps[-1][-1]["growth"]]
    if len(highest) != 1 or highest[0][-1]["growth"] <= 0:
        return NOTHING
    first, last = highest[0][0], highest[0][-1]
    said = phrase(
        "Raised the most: {month}, from {first} to {last} civilians killed, minimums that {monitor} verified",
        month=first["month_label"],
        first=first["words"],
        last=last["words"],
        monitor=monitor,
    )
    return Finding(said, (first, last))


def _months(table: pd.DataFrame) -> list[list[Row]]:
    """Return the statements of each month in the order of their known days, where there are several."""
    dated = table[table["vintage_day"].notna()].sort_values("vintage_day", kind="stable")
    return [steps for steps in rows_by(rows_of(dated), "month") if len(steps) > 1]
