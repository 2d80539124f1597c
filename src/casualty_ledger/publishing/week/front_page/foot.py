"""The foot of page 1: what changed in what we printed, what to watch, and how much the ledger holds."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from casualty_ledger.publishing.document import Bullets, Section, Table, sentences_of
from casualty_ledger.publishing.week.chart_columns import known_day
from casualty_ledger.publishing.week.civilian.tables import monitor_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.front_page.headline import say_new
from casualty_ledger.publishing.week.losses.followed import followed_increments, name_total
from casualty_ledger.series.weekly import days_without_total
from casualty_ledger.vocabulary import Verdict
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import label_day
from casualty_ledger.wording.language import MONTH, mark, phrase, translate, translate_counted, write_day
from casualty_ledger.wording.sentences import join, listed
from casualty_ledger.wording.tolls import name_spot
from casualty_ledger.wording.traced_text import Sentence, counted, fill, sentence, words

# So many times as many figures as usual, or as few, are no usual number; more of them are not all.
UNUSUAL = 1.5
MOST_NEW = 9
CHANGED = mark("Changed: {said}")


def compose_foot(edition: Edition, changes: Section | None) -> tuple[Section, ...]:
    """Compose what changed, what to watch, and the coverage of the week."""
    said = [*_changed(changes), *_new(edition), *_watch(edition), _coverage(edition)]
    return (Section(translate("Changed, to watch, covered"), (Bullets(tuple(said)),)),)


def _changed(changes: Section | None) -> list[Sentence]:
    """Say how many numbers of the last brief changed; the table of them stands further on."""
    if changes is None:
        return []
    tables_of = [block for block in changes.blocks if isinstance(block, Table)]
    if not tables_of:
        return [sentence(CHANGED, said=each) for block in changes.blocks for each in sentences_of(block)]
    count = len(tables_of[0].rows)
    said = translate_counted(
        "{count} number of last week’s brief is not the same now; the table below says why.",
        "{count} numbers of last week’s brief are not the same now; the table below says why.",
        count,
    )
    numbers = fill(said, count=counted(count, translate("rows of the table of changes")))
    return [sentence(CHANGED, said=numbers)]


def _new(edition: Edition) -> list[Sentence]:
    """Say what is new beside the incidents: what changed is more than what was corrected."""
    said = say_new(edition)
    return [sentence("New: {said}.", said=join(said[:MOST_NEW]))] if said else []


def _watch(edition: Edition) -> list[Sentence]:
    due = [*_due(edition)]
    disputed = [name_spot(each) for each in edition.facts.incidents if each.verdict is Verdict.DISPUTED]
    if disputed:
        due.append(phrase("the disputed toll of {places}", places=listed([*dict.fromkeys(disputed)], most=2)))
    return [sentence("To watch: {due}.", due="; ".join(due))] if due else []


def _due(edition: Edition) -> list[str]:
    """Say which totals are due: the monitor's next month, and totals that a week lacks."""
    due = []
    months, monitor = edition.facts.months, monitor_of(edition)
    if months and monitor:
        following = months[-1].start + pd.DateOffset(months=1)
        if following + pd.offsets.MonthEnd(0) < known_day(edition):
            due.append(
                phrase(
                    "{monitor}’s count of {month} (not recorded yet)",
                    monitor=say_text(edition.conflict, monitor.short),
                    month=write_day(following, MONTH),
                )
            )
    sunday = edition.week.sunday
    for series in edition.conflict.file.followed:
        weeks, totals = followed_increments(edition, series, edition.week)
        if not weeks.iloc[0]["derived"]:
            missing = days_without_total(edition.week, set(totals["counted_until"]))
            lacks = phrase("no total recorded for {days}", days=listed([*map(label_day, missing)]))
            due.append(f"{name_total(edition, series)} ({lacks})")
        elif edition.vintage.day == edition.week.brief_day:
            day = label_day(sunday + timedelta(days=7))
            due.append(phrase("{total} of {day}", total=name_total(edition, series), day=day))
    return due


def _recorded(figures: int, claimants: int) -> Sentence:
    if not figures:
        return words(translate("no figure of the days of this week"))
    sources = fill(
        translate_counted("{count} source", "{count} sources", claimants),
        count=counted(claimants, translate("claimants of this week")),
    )
    return fill(
        translate_counted("{count} figure by {sources}", "{count} figures by {sources}", figures),
        count=counted(figures, translate("figures of this week, published by the Monday after it")),
        sources=sources,
    )


def _coverage(edition: Edition) -> Sentence:
    """Say in words how much the ledger holds of the week against what is usual."""
    coverage = edition.coverage
    said = _recorded(coverage.by_monday, edition.in_week["claimant"].nunique())
    if coverage.usual is None:
        return sentence("Recorded here: {recorded}; no usual number is known yet.", recorded=said)
    usual = fill(
        translate_counted("{count} figure", "{count} figures", round(coverage.usual)),
        count=counted(round(coverage.usual), translate("the median of the twelve weeks before")),
    )
    if coverage.is_thin:
        much = mark("Thinly recorded: {recorded}; usually {usual}. Little recorded is not little harm.")
    elif coverage.by_monday < coverage.usual / UNUSUAL:
        much = mark(
            "Recorded here: {recorded}, fewer than usual ({usual}). Little recorded is not little harm."
        )
    elif coverage.by_monday > coverage.usual * UNUSUAL:
        much = mark("Recorded here: {recorded}, more than usual ({usual}).")
    else:
        much = mark("Recorded here: {recorded}, about as many as usual ({usual}).")
    return sentence(much, recorded=said, usual=usual)
