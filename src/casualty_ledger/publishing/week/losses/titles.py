"""Titles of the charts of military losses, each stating what its chart shows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import pandas as pd

from casualty_ledger.ledger.rows import Row, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.week.losses.followed import word_added
from casualty_ledger.publishing.week.titles import NOTHING, Finding, count_numbers, latest_of, list_claimants
from casualty_ledger.vocabulary import Measure
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.language import mark, phrase
from casualty_ledger.wording.measures import name_measure

ADDED = mark("{count} {counted} added in the week, according to {claimant}")
ADDED_MOST = mark("{count} {counted} added in the week, the most of {weeks} weeks, according to {claimant}")
ADDED_FEWEST = mark(
    "{count} {counted} added in the week, the fewest of {weeks} weeks, according to {claimant}"
)


def of_increments(table: pd.DataFrame, counted: str) -> Finding:
    """Say what the week added, and that it is the most or the fewest of all where bounds leave no doubt."""
    derived = [row for row in rows_of(table) if row["derived"]]
    focus = next((row for row in derived if row["in_focus"]), None)
    if focus is None or focus["revised"] or focus["value"] <= 0:
        return NOTHING
    said = phrase(
        _rank(focus, [row for row in derived if row is not focus]),
        count=word_added(focus),
        counted=counted,
        weeks=len(derived),
        claimant=with_article(focus["claimant"]),
    )
    return Finding(capital(said), (focus,))


def _rank(focus: Row, others: list[Row]) -> str:
    """Say that a week added most or fewest of all; of two weeks that is not worth a word."""
    most = [row["upper"] for row in others]
    least = [row["lower"] for row in others]
    if len(others) < 2 or None in (focus["lower"], focus["upper"], *most, *least):
        return ADDED
    if focus["lower"] > max(most):
        return ADDED_MOST
    return ADDED_FEWEST if focus["upper"] < min(least) else ADDED


def of_losses(table: pd.DataFrame, sides: Iterable[str]) -> Finding:
    """Say the last total of every side's forces, each with its measure, its day and by whose word it is."""
    told = rows_of(table)
    last = [latest_of([row for row in told if row["whose"] == side], "day") for side in sides]
    stated = [_killed_first(rows) for rows in last if rows]
    if not stated or any(count_numbers(rows, "measure") != 1 for rows in stated):
        return NOTHING
    parts = (
        phrase(
            "{forces} {count} {measure} ({claimants}, {day})",
            forces=rows[0]["whose"],
            count=rows[0]["words"],
            measure=name_measure(rows[0]["measure"]),
            claimants=list_claimants(rows),
            day=rows[0]["day_label"],
        )
        for rows in stated
    )
    return Finding(capital("; ".join(parts)), tuple(chain(*stated)))


def _killed_first(same_day: list[Row]) -> list[Row]:
    """Of one claimant's numbers of a day keep that of deaths, which its wider ones hold."""
    killed = [row for row in same_day if row["measure"] == Measure.KILLED]
    return killed if killed and len({row["claimant"] for row in same_day}) == 1 else same_day
