"""The foot of page 1: what the ledger lacks of the week, what changed in what we printed, what to watch."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pandas as pd

from casualty_ledger.publishing.document import Bullets, Section, Table, sentences_of
from casualty_ledger.publishing.week.absences import compose_missing
from casualty_ledger.publishing.week.chart_columns import known_day
from casualty_ledger.publishing.week.civilian.tables import monitor_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.front_page.headline import say_new
from casualty_ledger.publishing.week.front_page.new_incidents import say_told_again
from casualty_ledger.publishing.week.losses.followed import followed_increments, name_total
from casualty_ledger.series.weekly import days_without_total
from casualty_ledger.vocabulary import Verdict
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import label_day
from casualty_ledger.wording.language import MONTH, mark, phrase, translate, translate_counted, write_day
from casualty_ledger.wording.sentences import join, listed
from casualty_ledger.wording.tolls import name_spot
from casualty_ledger.wording.traced_text import Sentence, counted, fill, sentence

MOST_NEW, MOST_AGAIN = 9, 3
NOT_NEW = mark("Not new, last week’s brief had as many: {said}.")
CHANGED = mark("Changed: {said}")


def compose_foot(edition: Edition, changes: Section | None) -> tuple[Section, ...]:
    """Compose what the ledger lacks of the week, and what changed and is to be watched."""
    said = [*_changed(changes), *_new(edition), *_watch(edition)]
    foot = Section(translate("Changed, new, to watch"), (Bullets(tuple(said)),))
    return (compose_missing(edition), foot)


def _changed(changes: Section | None) -> list[Sentence]:
    """Say how many numbers of the last brief changed; the table of them stands further on."""
    if changes is None:
        return []
    tables_of = [block for block in changes.blocks if isinstance(block, Table)]
    if not tables_of:
        told = [each for block in changes.blocks for each in sentences_of(block)]
        return [sentence(CHANGED, said=_go_on(each)) for each in told]
    count = len(tables_of[0].rows)
    said = translate_counted(
        "{count} number of last week’s brief changed or has a new warning; the table below says why.",
        "{count} numbers of last week’s brief changed or have a new warning; the table below says why.",
        count,
    )
    numbers = fill(said, count=counted(count, translate("rows of the table of changes")))
    return [sentence(CHANGED, said=numbers)]


def _go_on(said: Sentence) -> Sentence:
    """Begin with a small letter what stands behind a colon."""
    first, *others = said.spans
    return Sentence((replace(first, text=first.text[:1].lower() + first.text[1:]), *others))


def _new(edition: Edition) -> list[Sentence]:
    """Say what is new beside the incidents: what changed is more than what was corrected."""
    said, again = say_new(edition), say_told_again(edition)
    new = [sentence("New: {said}.", said=join(said[:MOST_NEW]))] if said else []
    return [*new, sentence(NOT_NEW, said=join(again[:MOST_AGAIN]))] if again else new


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
        is_held = any(month.start == following for month in edition.facts.all_months)
        if not is_held and following + pd.offsets.MonthEnd(0) < known_day(edition):
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
