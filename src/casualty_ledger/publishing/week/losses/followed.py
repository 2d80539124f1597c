"""Totals that people follow week by week: what each week added to them, and the sentences that say it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from casualty_ledger.conflicts.model import Followed
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.week.edition import Edition, once
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.totals import Total, totals_of
from casualty_ledger.series.weekly import fill_weeks, increments_of
from casualty_ledger.vocabulary import Measure
from casualty_ledger.wording.claimant_names import begin_with
from casualty_ledger.wording.labels import label_figure, label_number, label_short_days
from casualty_ledger.wording.sentences import checked, number, since
from casualty_ledger.wording.traced_text import Sentence, Span, words

DIFFERENCE = "the total less that of a week before"
LEAST, MOST = "the least it can be", "the most it can be"
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
    totals, increments = followed_totals(edition, series), _increments(edition)
    mine = increments[increments["figure_id"].isin(totals["figure_id"])]
    return fill_weeks(mine, totals["counted_until"], first.until(edition.week)), totals


@once
def _increments(edition: Edition) -> pd.DataFrame:
    return increments_of(edition.figures)


def this_weeks_increment(edition: Edition, series: Followed) -> pd.Series | None:
    """Return the increment of the week of a total that people follow, or nothing where none is derived."""
    weeks, _ = followed_increments(edition, series, edition.week)
    week = weeks.iloc[0]
    return week if week["derived"] else None


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
    put, at = ("gave", "as") if count.text.startswith("at ") else ("put", "at")
    said = words(f"{begin_with(series.claimant)} {put} {counted}{since(total)} {at} ") + count
    said += words(f" on {label_short_days(total['counted_until'], total['counted_until'])}")
    increment = this_weeks_increment(edition, series)
    if increment is not None:
        said += _say_increment(increment)
    return said + words(f"; {_own_word(series, total)}{checked([total])}.")


def name_counted(total: ReportedFigure) -> str:
    """Name whom a total counts, and what of them, without its number."""
    return label_figure({**total, "value": 2, "hedge": "about"}, "").strip()


def _own_word(series: Followed, total: ReportedFigure) -> str:
    """Say the claimant's own word for losses, so that nobody takes them for deaths."""
    word = str(total["measure_as_said"]) or series.own_word
    return f"its word is “{word}”, not killed; " if series.measure == Measure.LOSSES and word else ""


def _say_increment(increment: pd.Series) -> Sentence:
    """Say what the week added: a fall as one, and a difference that holds a recount with that word."""
    added = int(increment["value"])
    about = "about " if increment["is_soft"] else ""
    count = Span(f"{about}{label_number(abs(added))}", _parents(increment), DIFFERENCE)
    than = "less" if added < 0 else "more"
    said = words(", ") + Sentence((count,)) + words(f" {than} than a week before")
    warned = _warn(increment)
    ends = {increment["lower"], increment["upper"]}
    if len(ends) == 1 and pd.NA not in ends:
        return said + words(warned and f" ({warned.removeprefix('; ')})")
    return said + words(" (") + _bounds(increment) + words(f"{warned})")


def _warn(increment: pd.Series) -> str:
    """Say where a weekly difference is not what the week added."""
    if increment["value"] < 0:
        return "; the running total fell, which is a revision"
    if increment["is_recount"]:
        return "; the total fell or was recounted within the week, so this is not what the week added"
    return "; more than one total was stated for one of both days" if increment["is_restated"] else ""


def _parents(increment: pd.Series) -> tuple[str, str]:
    return str(increment["figure_id"]), str(increment["previous_figure_id"])


def _bounds(increment: pd.Series) -> Sentence:
    """Say between which numbers the rounding of both totals leaves the difference."""
    if pd.isna(increment["lower"]) or pd.isna(increment["upper"]):
        return words("the difference of two minimums has no bound")
    ends = [(int(increment["lower"]), LEAST), (int(increment["upper"]), MOST)]
    one_way = (ends[0][0] < 0) == (ends[1][0] < 0)
    if one_way and ends[0][0] < 0:
        ends.reverse()
    low, high = (
        Sentence((Span(label_number(abs(end)), _parents(increment), f"{DIFFERENCE}, {case}"),))
        + words("" if one_way else " less" if end < 0 else " more")
        for end, case in ends
    )
    return low + words("–" if one_way else " to ") + high + words(", allowing for rounding")
