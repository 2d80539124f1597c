"""The foot of page 1: what changed in what we printed, what to watch, and how much the ledger holds."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from casualty_ledger.publishing.document import Bullets, Section, Table, sentences_of
from casualty_ledger.publishing.week.chart_columns import known_day
from casualty_ledger.publishing.week.civilian.tables import monitor_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.followed import followed_increments
from casualty_ledger.vocabulary import Verdict
from casualty_ledger.wording.claimant_names import total_of
from casualty_ledger.wording.labels import label_day
from casualty_ledger.wording.sentences import listed
from casualty_ledger.wording.tolls import name_spot
from casualty_ledger.wording.traced_text import Sentence, counted, words

RICH_SHARE = 1.5


def compose_foot(edition: Edition, changes: Section | None) -> tuple[Section, ...]:
    """Compose what changed, what to watch, and the coverage of the week."""
    said = [*_changed(changes), *_watch(edition), _coverage(edition)]
    return (Section("Changed, to watch, covered", (Bullets(tuple(said)),)),)


def _changed(changes: Section | None) -> list[Sentence]:
    """Say how many numbers of the last brief changed; the table of them stands further on."""
    if changes is None:
        return []
    tables_of = [block for block in changes.blocks if isinstance(block, Table)]
    if not tables_of:
        return [words("Changed: ") + sentence for block in changes.blocks for sentence in sentences_of(block)]
    count = len(tables_of[0].rows)
    noun, verb = ("number", "is") if count == 1 else ("numbers", "are")
    said = words("Changed: ") + counted(count, "rows of the table of changes")
    return [said + words(f" {noun} of last week’s brief {verb} not the same now; the table below says why.")]


def _watch(edition: Edition) -> list[Sentence]:
    due = [*_due(edition)]
    disputed = [name_spot(each) for each in edition.facts.incidents if each.verdict is Verdict.DISPUTED]
    if disputed:
        due.append(f"the disputed toll of {listed([*dict.fromkeys(disputed)], most=2)}")
    return [words(f"To watch: {'; '.join(due)}.")] if due else []


def _due(edition: Edition) -> list[str]:
    """Say which totals are due: the monitor's next month, and totals that a week lacks."""
    due = []
    months, monitor = edition.facts.months, monitor_of(edition)
    if months and monitor:
        following = months[-1].start + pd.DateOffset(months=1)
        if following + pd.offsets.MonthEnd(0) < known_day(edition):
            due.append(f"{monitor.short}’s count of {following:%B %Y} (not recorded yet)")
    sunday = edition.week.sunday
    for series in edition.conflict.file.followed:
        weeks, _ = followed_increments(edition, series, edition.week)
        if not weeks.iloc[0]["derived"]:
            due.append(f"{total_of(series.claimant)} ({weeks.iloc[0]['reason']})")
        elif edition.vintage.day == edition.week.brief_day:
            due.append(f"{total_of(series.claimant)} of {label_day(sunday + timedelta(days=7))}")
    return due


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else f"{noun}s"


def _recorded(figures: int, claimants: int) -> Sentence:
    if not figures:
        return words("no figure of the days of this week")
    said = counted(figures, "figures of this week, published by the Monday after it")
    said += words(f" {_plural('figure', figures)} by ")
    return said + counted(claimants, "claimants of this week") + words(f" {_plural('source', claimants)}")


def _coverage(edition: Edition) -> Sentence:
    """Say in words how much the ledger holds of the week against what is usual."""
    coverage = edition.coverage
    said = _recorded(coverage.by_monday, edition.in_week["claimant"].nunique())
    if coverage.usual is None:
        return words("Coverage: ") + said + words("; no usual number is known yet.")
    usual = counted(round(coverage.usual), "the median of the twelve weeks before")
    much = (
        "thin"
        if coverage.is_thin
        else "full"
        if coverage.by_monday > RICH_SHARE * coverage.usual
        else "as usual"
    )
    end = ". Little recorded is not little harm." if coverage.is_thin else "."
    return words(f"Coverage: {much}: ") + said + words(", usually ") + usual + words(end)
