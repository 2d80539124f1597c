"""Totals that people follow week by week: what each week added to them, and the sentences that say it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.model import Followed
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.week.edition import Edition, once
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.totals import Total, totals_of
from casualty_ledger.series.weekly import days_without_total, fill_weeks, increments_of
from casualty_ledger.vocabulary import Hedge, Measure
from casualty_ledger.wording.claimant_names import begin_with, total_of
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.counts import HEDGE_WORDS
from casualty_ledger.wording.labels import label_day, label_figure, label_number, label_short_days
from casualty_ledger.wording.language import mark, now_spoken, phrase, translate
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import checked, join, listed, number, since
from casualty_ledger.wording.traced_text import Sentence, Span, sentence, words

DIFFERENCE = mark("the total less that of a week before")
LEAST, MOST = mark("the least it can be"), mark("the most it can be")
# "At least" stands for itself, and is no point at which a total is put.
PUT = mark("{claimant} put {counted}{since} at {count} on {day}{added}; {word}{checked}.")
GAVE = mark("{claimant} gave {counted}{since} as {count} on {day}{added}; {word}{checked}.")
LESS_THAN_BEFORE = mark("{count} less than a week before")
MORE_THAN_BEFORE = mark("{count} more than a week before")
# Where one of both totals is a minimum, what the week added has one bound only.
A_RISE_OF = mark("a rise of {count} in a week")
LESS_THAN, MORE_THAN = mark("less than about {count}"), mark("more than about {count}")
AT_MOST, AT_LEAST = mark("at most {count}"), mark("at least {count}")
FELL = mark("the running total fell, which is a revision")
RECOUNTED = mark("the total fell or was recounted within the week, so this is not what the week added")
RESTATED = mark("more than one total was stated for one of both days")
ONE_WAY = mark("{lower}–{upper}, allowing for rounding")
EITHER_WAY = mark("{lower} to {upper}, allowing for rounding")
# What tells a followed total from others, in the order in which `totals_of` asks for it.
SERIES = ("claimant", "measure", "party", "population", "place")


def followed_totals(edition: Edition, series: Followed) -> pd.DataFrame:
    """Return the running totals that people follow, without what a relay seems to have garbled."""
    kept = edition.__dict__.setdefault("_followed", {})
    if series not in kept:
        kept[series] = _followed_totals(edition, series)
    totals: pd.DataFrame = kept[series].copy(deep=False)
    return totals


def _followed_totals(edition: Edition, series: Followed) -> pd.DataFrame:
    figures = edition.figures[~is_doubtful(edition.figures)]
    return totals_of(figures, *(getattr(series, key) for key in SERIES))


def followed_increments(edition: Edition, series: Followed, first: Week) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the weekly increments of a total that people follow, up to the week, and the totals."""
    kept = edition.__dict__.setdefault("_increments", {})
    key = series, first, now_spoken()
    if key not in kept:
        kept[key] = _followed_increments(edition, series, first)
    weeks, totals = kept[key]
    return weeks.copy(deep=False), totals.copy(deep=False)


def _followed_increments(
    edition: Edition, series: Followed, first: Week
) -> tuple[pd.DataFrame, pd.DataFrame]:
    totals, increments = followed_totals(edition, series), _increments(edition)
    mine = increments[increments["figure_id"].isin(totals["figure_id"])]
    weeks = first.until(edition.week)
    filled = fill_weeks(mine, totals["counted_until"], weeks)
    known = set(totals["counted_until"])
    gaps = pd.Series([_say_gap(week, known) for week in weeks], index=filled.index, dtype="str")
    return filled.assign(reason=gaps.mask(filled["derived"], "")), totals


def _say_gap(week: Week, known: set[pd.Timestamp]) -> str:
    days = [label_day(day) for day in days_without_total(week, known)]
    return phrase("no total recorded for {days}", days=listed(days))


@once
def _increments(edition: Edition) -> pd.DataFrame:
    return increments_of(edition.figures)


def this_weeks_increment(edition: Edition, series: Followed) -> pd.Series | None:
    """Return the increment of the week of a total that people follow, or nothing where none is derived.

    A lower number of which one end is a minimum is none: whether the total fell is not known.
    """
    weeks, _ = followed_increments(edition, series, edition.week)
    week = weeks.iloc[0]
    unknown = not week["derived"] or (week["value"] < 0 and is_bounded_once(week))
    return None if unknown else week


def is_bounded_once(increment: Any) -> bool:
    """Say whether what a week added has one bound only: "more than" was said of one of both totals."""
    return bool(pd.isna(increment["lower"]) != pd.isna(increment["upper"]))


def say_followed(edition: Edition) -> list[Sentence]:
    """Say each total that people follow: at the end of the week, and what the week added."""
    return _say_each(edition, edition.conflict.file.followed)


def say_followed_losses(edition: Edition) -> list[Sentence]:
    """Say those of them that count losses."""
    return _say_each(edition, [each for each in edition.conflict.file.followed if each.of_losses])


def _say_each(edition: Edition, followed: Iterable[Followed]) -> list[Sentence]:
    said = [_say_followed(edition, series) for series in followed]
    return [sentence for sentence in said if sentence is not None]


def _say_followed(edition: Edition, series: Followed) -> Sentence | None:
    _, totals = followed_increments(edition, series, edition.week)
    ended = totals[totals["counted_until"] == pd.Timestamp(edition.week.sunday)]
    if ended.empty:
        return None
    total = figures_of(ended, Total)[-1]
    counted, count = name_counted(total), number(total)
    increment = this_weeks_increment(edition, series)
    return sentence(
        GAVE if count.text.startswith(phrase(HEDGE_WORDS[Hedge.AT_LEAST], value="")) else PUT,
        claimant=begin_with(series.claimant),
        counted=counted,
        since=since(total),
        count=count,
        day=label_short_days(total["counted_until"], total["counted_until"]),
        added=words("") if increment is None else words(", ") + _say_increment(increment),
        word=_own_word(edition.conflict, series, total),
        checked=checked([total]),
    )


def name_counted(total: ReportedFigure) -> str:
    """Name whom a total counts, and what of them, without its number."""
    return label_figure({**total, "value": 2, "hedge": "about"}, "").strip()


def name_total(edition: Edition, series: Followed) -> str:
    """Name a followed total by its claimant, and by its measure where that claimant gives several."""
    name = total_of(series.claimant)
    several = [each for each in edition.conflict.file.followed if each.claimant == series.claimant]
    return f"{name} ({name_measure(series.measure)})" if len(several) > 1 else name


def _own_word(conflict: Conflict, series: Followed, total: ReportedFigure) -> str:
    """Say the claimant's own word for losses, so that nobody takes them for deaths."""
    word = say_text(conflict, str(total["measure_as_said"]) or series.own_word)
    if series.measure != Measure.LOSSES or not word:
        return ""
    said = phrase("its word is “{word}”, not killed", word=word)
    return f"{said}; "


def _say_increment(increment: pd.Series) -> Sentence:
    """Say what the week added: a fall as one, and a difference that holds a recount with that word."""
    if is_bounded_once(increment):
        than = A_RISE_OF
    else:
        than = LESS_THAN_BEFORE if increment["value"] < 0 else MORE_THAN_BEFORE
    said = sentence(than, count=count_added(increment))
    ends = {increment["lower"], increment["upper"]}
    exact = len(ends) == 1 and pd.NA not in ends
    beside = [] if exact or is_bounded_once(increment) else [_bounds(increment)]
    beside += [sentence(warned) for warned in (_warn(increment),) if warned]
    return said + words(" (") + join(beside) + words(")") if beside else said


def count_added(increment: pd.Series) -> Sentence:
    """Return by how much a total rose or fell, traced to both of its numbers."""
    return Sentence((Span(word_added(increment), _parents(increment), translate(DIFFERENCE)),))


def word_added(increment: Any) -> str:
    """Say by how much a total rose or fell: about so many where either number is, or the one bound it has."""
    if is_bounded_once(increment):
        return _word_bound(increment)
    number = label_number(abs(int(increment["value"])))
    return phrase(HEDGE_WORDS[Hedge.ABOUT], value=number) if increment["is_soft"] else number


def _word_bound(increment: Any) -> str:
    """Say the one bound of what a week added: of two exact numbers it is exact itself."""
    is_most = pd.isna(increment["lower"])
    if increment["is_soft"]:
        return phrase(LESS_THAN if is_most else MORE_THAN, count=label_number(increment["value"]))
    bound = increment["upper"] if is_most else increment["lower"]
    return phrase(AT_MOST if is_most else AT_LEAST, count=label_number(bound))


def _warn(increment: pd.Series) -> str:
    """Say where a weekly difference is not what the week added."""
    if increment["value"] < 0:
        return FELL
    if increment["is_recount"]:
        return RECOUNTED
    return RESTATED if increment["is_restated"] else ""


def _parents(increment: pd.Series) -> tuple[str, str]:
    return str(increment["figure_id"]), str(increment["previous_figure_id"])


def _bounds(increment: pd.Series) -> Sentence:
    """Say between which numbers the rounding of both totals leaves the difference."""
    if pd.isna(increment["lower"]) or pd.isna(increment["upper"]):
        return sentence("the difference of two minimums has no bound")
    ends = [(int(increment["lower"]), LEAST), (int(increment["upper"]), MOST)]
    one_way = (ends[0][0] < 0) == (ends[1][0] < 0)
    if one_way and ends[0][0] < 0:
        ends.reverse()
    low, high = (_bound(increment, end, case, one_way=one_way) for end, case in ends)
    return sentence(ONE_WAY if one_way else EITHER_WAY, lower=low, upper=high)


def _bound(increment: pd.Series, end: int, case: str, *, one_way: bool) -> Sentence:
    how = f"{translate(DIFFERENCE)}, {translate(case)}"
    count = Sentence((Span(label_number(abs(end)), _parents(increment), how),))
    if one_way:
        return count
    return sentence("{count} less", count=count) if end < 0 else sentence("{count} more", count=count)
