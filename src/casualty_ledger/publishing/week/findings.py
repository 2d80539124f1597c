"""Titles that state the finding of a chart, from the rows that it draws.

A title prints numbers as the chart does, each with its claimant, its measure and its day. Where rows do not
single one out (two are the highest, two are the last), where one is in doubt, or where all of it would be
more than two lines, there is none, and the chart says what it draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.ledger.rows import Figure, rows_by, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.claimant_names import with_article
from casualty_ledger.publishing.week.say import listed
from casualty_ledger.vocabulary import Caveat, Measure
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.measures import MEASURES

# As many letters as two lines of a title hold.
MOST_LETTERS = 160
# What is doubtful, or has no day that a title could name.
DOUBTS = {Caveat.RELAY_ERROR, Caveat.DAYS_AHEAD, Caveat.LOSSES_RENAMED}
DOUBTS |= {Caveat.END_VAGUE, Caveat.END_UNSTATED}


class Finding(NamedTuple):
    """What a title says, and the rows whose numbers it prints."""

    text: str = ""
    rows: tuple[Figure, ...] = ()


NOTHING = Finding()


def lead(caption: Caption, figures: pd.DataFrame, finding: Finding) -> Caption:
    """Return the caption led by its finding, where that is short enough and no figure of it is in doubt."""
    behind = {figure for row in finding.rows for figure in str(row["figure_id"]).split()}
    printed = figures.loc[figures["figure_id"].isin(behind), ["measure", "caveats"]]
    doubted = any(_is_doubted(*each) for each in printed.itertuples(index=False))
    return caption if doubted or len(finding.text) > MOST_LETTERS else caption.led_by(finding.text)


def _is_doubted(measure: str, caveats: str) -> bool:
    """Say whether a number is in doubt, or stands as deaths where its claimant used another word."""
    doubts = DOUBTS | {Caveat.OTHER_WORD} if measure == Measure.KILLED else DOUBTS
    return not doubts.isdisjoint(caveats.split())


def of_highest(table: pd.DataFrame) -> Finding:
    """Say the highest of the week's statements: what it counts, and who gives it."""
    told = rows_of(table)
    highest = _highest(told)
    counted = {str(row["label"]).partition("\n")[2] for row in told}
    if len(counted) != 1 or _numbers(highest) != 1 or size_of(highest[0]) == 1:
        return NOTHING  # What counts different things is not ranked.
    said = f"{highest[0]['words']} {counted.pop()}, according to {_claimants(highest)}"
    alone = len(highest) == len(told)
    return Finding(capital(said) if alone else f"Highest of {len(told)} numbers: {said}", tuple(highest))


def of_region(table: pd.DataFrame) -> Finding:
    """Say the deadliest report on the map, where one region has it."""
    highest = _highest(row for row in rows_of(table) if row["words"])
    if len(highest) != 1:
        return NOTHING
    row = highest[0]
    said = f"{row['region']}, {row['words']} killed, according to {with_article(row['claimant'])}"
    return Finding(f"Deadliest report on the map: {said}", (row,))


def of_harm(table: pd.DataFrame) -> Finding:
    """Say the highest report of deaths in one place; without any, the last number that was verified."""
    killed = [row for row in rows_of(table) if row["measure"] == Measure.KILLED]
    highest = _highest(row for row in killed if row["checked"] == "reported")
    verified = _latest([row for row in killed if row["checked"] == "verified"], "last_day")
    told = highest or verified
    if len({(row["first_day"], row["last_day"]) for row in told}) != 1:
        return NOTHING
    # One event may stand under two spellings of its place and under two hedges: the usual ones are said.
    told = max(rows_by(told, "where", "words"), key=len)
    people = "civilian" if size_of(told[0]) == 1 else "civilians"
    said = f"{told[0]['words']} {people} killed, {told[0]['where']}"
    if highest:
        return Finding(f"Highest report: {said} ({_named(told)})", tuple(told))
    return Finding(f"{capital(said)}, verified by {_claimants(told)}", tuple(told))


def of_toll(table: pd.DataFrame, counted: str, where: str) -> Finding:
    """Say from which number to which the toll went, as told by whoever restated it most often."""
    told = max(rows_by(rows_of(table), "claimant"), key=len, default=[])
    ends = tuple(told[:: len(told) - 1]) if len(told) > 1 else ()
    if len({size_of(row) for row in ends}) < 2 or any(row["slot_label"] == "undated" for row in ends):
        return NOTHING
    first, last = ends
    said = f"from {first['words']} to {last['words']} {counted}, as restated by"
    return Finding(f"{where}: {said} {with_article(first['claimant'])}", ends)


def of_verified(table: pd.DataFrame) -> Finding:
    """Say the last verified totals, each by its last day."""
    told = rows_of(table)
    ends = [_latest([row for row in told if row["line"] == line], "day") for line in ("killed", "injured")]
    last = [each[0] for each in ends if len(each) == 1]
    if not last or len({row["claimant"] for row in told}) != 1:
        return NOTHING
    parts = []
    for same in rows_by(last, "day_label"):
        counts = " and ".join(f"{row['words']} {row['line']}" for row in same)
        parts.append(f"{counts} by {same[0]['day_label']}")
    said = f"Civilians: {', '.join(parts)}, verified by {with_article(last[0]['claimant'])}"
    return Finding(said, tuple(last))


def of_revisions(table: pd.DataFrame, monitor: str) -> Finding:
    """Say how many of the months that were stated on several days were raised."""
    raised = [steps[-1]["value"] > steps[0]["value"] for steps in _months(table)]
    if not raised:
        return NOTHING
    of_all = "every month" if all(raised) else f"{sum(raised)} of the {len(raised)} months"
    of_all = "the one month" if raised == [True] else of_all
    return Finding(f"{monitor} last gave more civilians killed than at first for {of_all} that it restated")


def of_steps(table: pd.DataFrame, monitor: str) -> Finding:
    """Say which month was raised the most, in its own share, and from which number to which."""
    steps = sorted(_months(table), key=lambda rows: float(rows[-1]["growth"]))
    highest = [rows for rows in steps if rows[-1]["growth"] == steps[-1][-1]["growth"]]
    if len(highest) != 1 or highest[0][-1]["growth"] <= 0:
        return NOTHING
    first, last = highest[0][0], highest[0][-1]
    said = f"from {first['words']} to {last['words']} civilians killed, verified by {monitor}"
    return Finding(f"Raised the most: {first['month_label']}, {said}", (first, last))


def _months(table: pd.DataFrame) -> list[list[Figure]]:
    """Return the statements of each month in the order of their known days, where there are several."""
    dated = table[table["vintage_day"].notna()].sort_values("vintage_day", kind="stable")
    return [steps for steps in rows_by(rows_of(dated), "month") if len(steps) > 1]


def of_increments(table: pd.DataFrame, counted: str) -> Finding:
    """Say what the week added, and that it is the most or the fewest of all where bounds leave no doubt."""
    derived = [row for row in rows_of(table) if row["derived"]]
    focus = next((row for row in derived if row["in_focus"]), None)
    if focus is None or focus["revised"] or focus["value"] <= 0:
        return NOTHING
    about = "about " if focus["is_soft"] else ""
    rank = _rank(focus, [row for row in derived if row is not focus])
    said = f"{about}{focus['words']} {counted} added in the week{rank}"
    return Finding(f"{capital(said)}, according to {with_article(focus['claimant'])}", (focus,))


def _rank(focus: Figure, others: list[Figure]) -> str:
    """Say that a week added most or fewest of all; of two weeks that is not worth a word."""
    most = [row["upper"] for row in others]
    least = [row["lower"] for row in others]
    if len(others) < 2 or None in (focus["lower"], focus["upper"], *most, *least):
        return ""
    if focus["lower"] > max(most):
        return f", the most of {len(others) + 1} weeks"
    return f", the fewest of {len(others) + 1} weeks" if focus["upper"] < min(least) else ""


def of_losses(table: pd.DataFrame, sides: Iterable[str]) -> Finding:
    """Say the last total of every side's forces, each with its measure, its day and by whose word it is."""
    told = rows_of(table)
    last = [_latest([row for row in told if row["whose"] == side], "day") for side in sides]
    stated = [_killed_first(rows) for rows in last if rows]
    if not stated or any(_numbers(rows, "measure") != 1 for rows in stated):
        return NOTHING
    parts = (
        f"{rows[0]['whose']} {rows[0]['words']} {MEASURES[rows[0]['measure']].name} "
        f"({_named(rows)}, {rows[0]['day_label']})"
        for rows in stated
    )
    return Finding(capital("; ".join(parts)), tuple(chain(*stated)))


def _killed_first(same_day: list[Figure]) -> list[Figure]:
    """Of one claimant's numbers of a day keep that of deaths, which its wider ones hold."""
    killed = [row for row in same_day if row["measure"] == Measure.KILLED]
    return killed if killed and len({row["claimant"] for row in same_day}) == 1 else same_day


def of_captivity(table: pd.DataFrame) -> Finding:
    """Say the last number of each side's prisoners held, its day, and according to whom."""
    held = [row for row in rows_of(table) if row["flow"] == "held"]
    last = [_latest(rows, "day") for rows in rows_by(held, "whose")]
    if not last or any(_numbers(rows) != 1 for rows in last):
        return NOTHING
    parts = (
        f"{rows[0]['words']} {rows[0]['whose']} ({_named(rows)}, {rows[0]['day_label']})" for rows in last
    )
    return Finding(f"Last number of prisoners held: {'; '.join(parts)}", tuple(chain(*last)))


def of_exchanges(table: pd.DataFrame) -> Finding:
    """Say the last exchange drawn: its day, and each direction by the word of those who counted it."""
    last = _latest([row for row in rows_of(table) if row["mark"] == "return"], "day")
    if not last:
        return NOTHING
    directions = rows_by(last, "direction")
    day = f"Last exchange drawn, {last[0]['day_label']}"
    if any(_numbers(rows) != 1 for rows in directions):
        return Finding(f"{day}: several counts in one direction")
    parts = (f"{rows[0]['words']} {rows[0]['direction']} ({_named(rows)})" for rows in directions)
    return Finding(f"{day}: {', '.join(parts)}", tuple(last))


def of_rivals(table: pd.DataFrame, contradiction: str) -> Finding:
    """Say the contradiction that is widest in its proportion, with both its ends and who gives them."""
    rivals = rows_by((row for row in rows_of(table) if row["reading"] == contradiction), "thing")
    widths = [size_of(rows[-1]) / max(size_of(rows[0]), 0.5) for rows in rivals]
    if not widths or widths.count(max(widths)) > 1:
        return NOTHING
    rows = rivals[widths.index(max(widths))]
    lowest, highest = ([row for row in rows if size_of(row) == size_of(end)] for end in (rows[0], rows[-1]))
    if _numbers(lowest) != 1 or _numbers(highest) != 1:
        return NOTHING
    widest = "" if len(rivals) == 1 else f", the widest of {len(rivals)} contradictions"
    ends = " or ".join(f"{same[0]['words']} ({_named(same)})" for same in (lowest, highest))
    return Finding(f"{rows[0]['thing']}: {ends}{widest}", (*lowest, *highest))


def of_disagreements(table: pd.DataFrame, strengths: Iterable[str]) -> Finding:
    """Say how many disagreements of each strength there are."""
    readings = [str(rows[0]["reading"]).partition("; ")[0] for rows in rows_by(rows_of(table), "group")]
    counts = {said: readings.count(said) for said in strengths}
    parts = [_counted(number, *said.partition(", ")[::2]) for said, number in counts.items() if number]
    return Finding(f"Among the week’s figures: {'; '.join(parts)}") if parts else NOTHING


def _counted(number: int, noun: str, detail: str) -> str:
    several = noun if number == 1 else f"{noun}s"
    return f"{number} {several}, {detail}" if detail else f"{number} {several}"


def of_calendar(table: pd.DataFrame) -> Finding:
    """Say how many figures were published in the week, and who published most of them."""
    summed = table.groupby("claimant", sort=False)["figures"].sum()
    counts = summed.sort_values(ascending=False, kind="stable")
    total = int(counts.sum())
    figures = _counted(total, "figure", "")
    if len(counts) < 2:
        return Finding(f"{capital(with_article(counts.index[0]))} alone published in the week: {figures}")
    first, second = counts.iloc[:2]
    most = f", most by {with_article(counts.index[0])}" if first > second else ""
    return Finding(f"{figures} published in the week by {len(counts)} claimants{most}")


def _highest(told: Iterable[Figure]) -> list[Figure]:
    """Return the rows with the highest number that any of them states."""
    sizes = [(size_of(row), row) for row in told]
    most = max((size for size, _ in sizes), default=0)
    return [row for size, row in sizes if most and size == most]


def _latest(told: list[Figure], day: str) -> list[Figure]:
    last = max((row[day] for row in told), default=None)
    return [row for row in told if row[day] == last]


def _numbers(told: list[Figure], *beside: str) -> int:
    """Count the different numbers of rows, each with what stands `beside` it."""
    return len({(row["words"], *(row[name] for name in beside)) for row in told})


def _claimants(told: list[Figure]) -> str:
    return _named(told, with_article)


def _named(told: list[Figure], name: Callable[[str], str] = str) -> str:
    return listed(list(dict.fromkeys(name(str(row["claimant"])) for row in told)), most=2)
