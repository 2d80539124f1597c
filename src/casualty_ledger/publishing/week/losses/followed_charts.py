"""Charts of totals that people follow: what each week added, of losses and of people harmed."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.tables import Increments
from casualty_ledger.charts.weekly_increments import INCREMENTS
from casualty_ledger.conflicts.model import Followed
from casualty_ledger.ledger.rows import Row, figures_of, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.chart_columns import WEEKS_SHOWN, first_week, is_provisional
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses import followed
from casualty_ledger.publishing.week.losses.titles import of_increments
from casualty_ledger.publishing.week.titles import lead
from casualty_ledger.vocabulary import Measure
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.labels import label_number
from casualty_ledger.wording.language import mark, phrase, translate

MOST, LEAST = mark("<{count}"), mark(">{count}")
OF_PEOPLE = mark("every other claimant")
OF_LOSSES = mark("every other claimant; losses are an undefined mix, not deaths")


def draw_increments(edition: Edition, *, weeks: int = WEEKS_SHOWN) -> Chart | NoChart:
    """Draw what the total of losses that people follow first added week by week."""
    return _draw_first(edition, "weekly_increments", of_losses=True, weeks=weeks)


def draw_increments_of_people(edition: Edition) -> Chart | NoChart:
    """Draw what the total of people harmed that is followed first added week by week."""
    return _draw_first(edition, "weekly_increments_of_people", of_losses=False)


def _draw_first(edition: Edition, name: str, *, of_losses: bool, weeks: int = WEEKS_SHOWN) -> Chart | NoChart:
    first = first_week(edition, weeks)
    for series in edition.conflict.file.followed:
        added, totals = followed.followed_increments(edition, series, first)
        if series.of_losses == of_losses and added["derived"].any():
            return _draw_increments(edition, series, added, totals, name)
    none = translate("No weekly increment can be derived from what this ledger has recorded.")
    return NoChart(name, none)


def _draw_increments(
    edition: Edition, series: Followed, weeks: pd.DataFrame, totals: pd.DataFrame, name: str
) -> Chart | NoChart:
    used = totals[totals["figure_id"].isin([*weeks["figure_id"], *weeks["previous_figure_id"]])]
    counted = followed.name_counted(figures_of(totals)[-1])
    caption = caption_of(
        edition,
        used,
        capital(
            phrase(
                "{counted} added week by week, according to {claimant}",
                counted=counted,
                claimant=with_article(series.claimant),
            )
        ),
        excludes=translate(OF_LOSSES if series.measure == Measure.LOSSES else OF_PEOPLE),
        interval=translate("the widest that the rounding of both totals allows (dashed)"),
    )
    table = tabulate_increments(edition, weeks)
    caption = lead(caption, used, of_increments(table, counted))
    return compose(INCREMENTS, table, caption, name=name, height=1.9)


def tabulate_increments(edition: Edition, weeks: pd.DataFrame) -> pd.DataFrame:
    """Return the chart's table: each week with its words, and whether it may change or was revised."""
    sundays = weeks["week_start"] + pd.Timedelta(days=6)
    derived = weeks["derived"]
    told = weeks.assign(
        figure_id=weeks["figure_id"].fillna(""),
        words=[_words(row) for row in rows_of(weeks)],
        how=[translate(followed.DIFFERENCE) if there else "" for there in derived],
        in_focus=weeks["week"] == str(edition.week),
        provisional=derived & is_provisional(edition, sundays, pd.Timedelta(days=8)),
        revised=weeks["is_restated"] | weeks["is_recount"],
    )
    return told[list(Increments.to_schema().columns)]


def _words(week: Row) -> str:
    """Write what a week added as short as a bar has room for: a bound, where it is one, by its sign."""
    if not week["derived"]:
        return ""
    count = label_number(week["value"])
    if not followed.is_bounded_once(week):
        return count
    is_most = bool(pd.isna(week["lower"]))
    return phrase(MOST if is_most else LEAST, count=count)
