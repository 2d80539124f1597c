"""Titles that state the finding of a chart, from the rows that it draws.

A title prints numbers as the chart does, each with its claimant, its measure and its day. Where rows do not
single one out (two are the highest, two are the last), where one is in doubt, or where all of it would be
more than two lines, there is none, and the chart says what it draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.ledger.rows import Row, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.vocabulary import Caveat, Measure
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.language import phrase, write_number
from casualty_ledger.wording.sentences import listed

# As many letters as two lines of a title hold.
MOST_LETTERS = 160
# What is doubtful, or has no day that a title could name.
DOUBTS = {Caveat.RELAY_ERROR, Caveat.DAYS_AHEAD, Caveat.LOSSES_RENAMED}
DOUBTS |= {Caveat.END_VAGUE, Caveat.END_UNSTATED}


class Finding(NamedTuple):
    """What a title says, and the rows whose numbers it prints."""

    text: str = ""
    rows: tuple[Row, ...] = ()


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
    highest = highest_of(told)
    counted = {str(row["label"]).partition("\n")[2] for row in told}
    if len(counted) != 1 or count_numbers(highest) != 1 or size_of(highest[0]) == 1:
        return NOTHING  # What counts different things is not ranked.
    said = phrase(
        "{count} {counted}, according to {claimants}",
        count=highest[0]["words"],
        counted=counted.pop(),
        claimants=name_claimants(highest),
    )
    if len(highest) == len(told):
        return Finding(capital(said), tuple(highest))
    text = phrase("Highest of {count} numbers: {said}", count=write_number(len(told)), said=said)
    return Finding(text, tuple(highest))


def highest_of(told: Iterable[Row]) -> list[Row]:
    """Return the rows with the highest number that any of them states."""
    sizes = [(size_of(row), row) for row in told]
    most = max((size for size, _ in sizes), default=0)
    return [row for size, row in sizes if most and size == most]


def latest_of(told: list[Row], day: str) -> list[Row]:
    """Return the rows of the last day."""
    last = max((row[day] for row in told), default=None)
    return [row for row in told if row[day] == last]


def count_numbers(told: list[Row], *beside: str) -> int:
    """Count the different numbers of rows, each with what stands `beside` it."""
    return len({(row["words"], *(row[name] for name in beside)) for row in told})


def name_claimants(told: list[Row]) -> str:
    """Name the claimants of rows within a sentence, each with its article."""
    return list_claimants(told, with_article)


def list_claimants(told: list[Row], name: Callable[[str], str] = str) -> str:
    """List the claimants of rows, each once."""
    return listed(list(dict.fromkeys(name(str(row["claimant"])) for row in told)), most=2)
