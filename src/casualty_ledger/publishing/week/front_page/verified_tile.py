"""The tile of what a monitor verified: its last whole month, with its total since the conflict began.

Before a whole month is verified, the total stands alone: page 1 denies no verified number that there is.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.document import KeyFigure
from casualty_ledger.publishing.week.civilian.tables import latest_verified, monitor_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.front_page.tile_words import (
    NOTHING,
    compared,
    say_age,
    say_badge,
    say_none,
)
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Measure
from casualty_ledger.week.months import Month
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import label_day, label_publication
from casualty_ledger.wording.language import MONTH, MONTH_ALONE, mark, phrase, translate_counted, write_day
from casualty_ledger.wording.sentences import count_of, is_one_statement, join, since
from casualty_ledger.wording.traced_text import Sentence, fill, sentence, words

MONTHS_OF_A_TREND = 12
THAN_MONTH = (
    mark("fewer verified than in {month}: {count}"),
    mark("as many verified as in {month}: {count}"),
    mark("more verified than in {month}: {count}"),
)


def compose_verified(edition: Edition) -> KeyFigure | None:
    """Compose the tile of the last month that the monitor verified, or else of its total."""
    return _of_month(edition) or _of_total(edition)


def _of_month(edition: Edition) -> KeyFigure | None:
    """Return the civilians killed in the last month that the monitor verified."""
    months = [month for month in edition.facts.months if month.killed is not None]
    if not months:
        return None
    last = months[-1]
    killed = last.killed
    assert killed is not None
    monitor = edition.conflict.file.monitors[0]
    return KeyFigure(
        label=sentence(
            "Civilians killed in {month}, {monitor}",
            month=write_day(last.start, MONTH),
            monitor=say_text(edition.conflict, monitor.short),
        ),
        number=Sentence((count_of(killed),)),
        change=join([_month_before(months), *_total_beside(edition)]),
        age=say_age(edition, killed["covers_until"], _until(killed)),
        badge=say_badge([killed]),
        trend=_by_month(months),
    )


def _month_before(months: list[Month]) -> Sentence:
    last = months[-1].start
    before = [month for month in months if month.start == last - pd.DateOffset(months=1)]
    if not before or before[0].killed is None:
        return say_none(write_day(last - pd.DateOffset(months=1), MONTH_ALONE))
    figure, now = before[0].killed, months[-1].killed
    than = compared(size_of(now or figure) - size_of(figure), THAN_MONTH)
    month = write_day(before[0].start, MONTH_ALONE)
    return sentence(than, month=month, count=Sentence((count_of(figure),)))


def _by_month(months: list[Month]) -> tuple[float | None, ...]:
    by_start = {month.start: month.killed for month in months}
    last = months[-1].start
    starts = [last - pd.DateOffset(months=nth) for nth in range(MONTHS_OF_A_TREND - 1, -1, -1)]
    told = [by_start.get(start) for start in starts]
    return tuple(None if figure is None else float(size_of(figure)) for figure in told)


def _of_total(edition: Edition) -> KeyFigure | None:
    """Return the last verified total of the killed, where no whole month is verified yet."""
    killed, injured = (_verified_total(edition, measure) for measure in (Measure.KILLED, Measure.INJURED))
    monitor = monitor_of(edition)
    if killed is None or monitor is None:
        return None
    also = NOTHING
    if injured is not None and is_one_statement(killed, injured):
        said = translate_counted("{count} injured", "{count} injured", size_of(injured))
        also = fill(said, count=Sentence((count_of(injured),)))
    return KeyFigure(
        label=sentence(
            "Civilians killed{since}, {monitor}",
            since=since(killed),
            monitor=say_text(edition.conflict, monitor.short),
        ),
        number=Sentence((count_of(killed),)),
        change=also,
        age=say_age(edition, killed["covers_until"], _until(killed)),
        badge=say_badge([killed]),
    )


def _verified_total(edition: Edition, measure: str) -> ReportedFigure | None:
    """Return the last number that the monitor verified since the conflict began."""
    found = figures_of(latest_verified(edition, measure))
    return found[-1] if found and not pd.isna(found[-1]["value"]) else None


def _total_beside(edition: Edition) -> list[Sentence]:
    """Say the verified total beside a month, unless it ends before the month: each is dated by itself."""
    total = _verified_total(edition, Measure.KILLED)
    if total is None:
        return []
    last = total["published_on"] if pd.isna(total["covers_until"]) else total["covers_until"]
    if last < edition.facts.months[-1].start + pd.offsets.MonthEnd(0):
        return []
    return [Sentence((count_of(total),)) + words(f"{since(total)} ({_until(total)})")]


def _until(total: ReportedFigure) -> str:
    if pd.isna(total["covers_until"]):
        return phrase("reported {day}", day=label_publication(total))
    return phrase("to {day}", day=label_day(total["covers_until"]))
