"""Charts of military losses: running totals by whose word, weekly increments, and statements."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.labels import label_figure, label_number
from casualty_ledger.charts.losses import losses_of
from casualty_ledger.charts.weekly_increments import INCREMENTS
from casualty_ledger.conflicts.model import Followed
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.claimant_names import with_article
from casualty_ledger.publishing.week import tables
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.civilian_pictures import WEEKS_SHOWN
from casualty_ledger.publishing.week.drawn import (
    THINNED,
    ends_of,
    in_words,
    is_provisional,
    said_of,
    since,
    thin,
    totals_to_week,
)
from casualty_ledger.publishing.week.edition import Edition, military
from casualty_ledger.vocabulary import Basis, Caveat, Interest, Measure, Verification

MIXES = (Measure.KILLED, Measure.LOSSES, Measure.CASUALTIES, Measure.IRRECOVERABLE, Measure.NAMED_DEAD)
RENAMED = (Caveat.OTHER_WORD, Caveat.LOSSES_RENAMED)
HOW = "the total less that of a week before"


def draw_losses(edition: Edition) -> Chart | NoChart:
    """Draw running totals of every side's losses, by whose word, on one scale."""
    totals = losses_figures(edition)
    if totals.empty:
        return NoChart("losses", "This ledger has recorded no total of military losses up to this week.")
    caption = caption_of(
        edition,
        totals,
        f"Military losses{since(edition)}, by whose word: running totals as stated",
        excludes="parts, places, formations, wounded alone, losses printed as deaths; nothing is added up; "
        + THINNED,
    )
    table = said_of(
        totals,
        whose=[edition.conflict.forces_of(party) for party in totals["party"]],
        relation=relation_of(totals),
        measure=totals["measure"],
        day=totals["day"],
        day_label=in_words(totals["day"]),
    )
    table = table.assign(labelled=ends_of(table, ["whose", "relation"]))
    sides = [edition.conflict.forces_of(side) for side in sides_shown(edition, totals)]
    return compose(losses_of(sides), table, caption, name="losses", height=1.25 * len(sides))


def sides_shown(edition: Edition, totals: pd.DataFrame) -> list[str]:
    """List the sides with a row of panels; of a conflict without a file, the parties as recorded."""
    return edition.conflict.by_losses or list(dict.fromkeys(totals["party"]))


def losses_figures(edition: Edition) -> pd.DataFrame:
    """Return running totals of deaths and of wider mixes of every side's armed forces, with `day`."""
    told = military(edition.figures)
    own = told["party"].map(lambda party: edition.conflict.side_of(party) == party).astype(bool)
    told = told[(told["basis"] == Basis.CUMULATIVE) & told["measure"].isin(MIXES) & own]
    told = told[~_is_renamed(told)]
    line = ["claimant", "measure", "party"]
    totals = totals_to_week(edition, told).drop_duplicates([*line, "day"], keep="last", ignore_index=True)
    return thin(totals, edition, line)


def _is_renamed(figures: pd.DataFrame) -> pd.Series:
    """Find numbers of deaths of which it is known that the claimant used another word than its relay."""
    warned = [figures["caveats"].str.contains(str(each), regex=False) for each in RENAMED]
    return (warned[0] & (figures["measure"] == Measure.KILLED)) | warned[1]


def relation_of(figures: pd.DataFrame) -> pd.Series:
    """Say by whose word each figure stands: a count by name goes before who made it."""
    own = figures["interest"] == Interest.OWN_LOSS
    enemy = figures["interest"] == Interest.ENEMY_LOSS
    named = (figures["verification"] == Verification.INDIVIDUALLY_VERIFIED) | (
        figures["measure"] == Measure.NAMED_DEAD
    )
    itself, other, by_name, third = tables.RELATIONS
    relation = pd.Series(third, index=figures.index)
    return relation.mask(enemy, other).mask(own, itself).mask(named, by_name)


def draw_increments(edition: Edition) -> Chart | NoChart:
    """Draw what the total of losses that people follow first added week by week."""
    return _draw_first(edition, "weekly_increments", of_losses=True)


def draw_increments_of_people(edition: Edition) -> Chart | NoChart:
    """Draw what the total of people harmed that is followed first added week by week."""
    return _draw_first(edition, "weekly_increments_of_people", of_losses=False)


def _draw_first(edition: Edition, name: str, *, of_losses: bool) -> Chart | NoChart:
    first = Week(edition.week.monday - timedelta(weeks=WEEKS_SHOWN - 1))
    for series in edition.conflict.file.followed:
        weeks, totals = tables.followed_increments(edition, series, first)
        if series.of_losses == of_losses and weeks["derived"].any():
            return _draw_increments(edition, series, weeks, totals, name)
    return NoChart(name, "No weekly increment can be derived from what this ledger has recorded.")


def _draw_increments(
    edition: Edition, series: Followed, weeks: pd.DataFrame, totals: pd.DataFrame, name: str
) -> Chart | NoChart:
    used = totals[totals["figure_id"].isin([*weeks["figure_id"], *weeks["previous_figure_id"]])]
    counted = label_figure(totals.iloc[-1].to_dict() | {"value": 2}, "").strip()
    undefined = "; losses are an undefined mix, not deaths" if series.measure == Measure.LOSSES else ""
    caption = caption_of(
        edition,
        used,
        f"{capital(counted)} added week by week, according to {with_article(series.claimant)}",
        excludes=f"every other claimant{undefined}",
        interval="the widest that the rounding of both totals allows (dashed)",
    )
    table = tabulate_increments(edition, series, weeks)
    return compose(INCREMENTS, table, caption, name=name, height=1.9)


def tabulate_increments(edition: Edition, series: Followed, weeks: pd.DataFrame) -> pd.DataFrame:
    """Return the chart's table: each week with its words, and whether it may change or was revised."""
    sundays = weeks["week_start"] + pd.Timedelta(days=6)
    again = tables.restated_days(edition, series)
    derived = weeks["derived"].astype(bool)
    recounted = (
        weeks["week_start"].map(lambda monday: tables.holds_recount(edition, series, monday)).astype(bool)
    )
    return weeks.assign(
        derived=derived,
        figure_id=weeks["figure_id"].fillna(""),
        words=[
            label_number(value) if there else "" for value, there in zip(weeks["value"], derived, strict=True)
        ],
        how=[HOW if there else "" for there in derived],
        in_focus=weeks["week"] == str(edition.week),
        provisional=derived & is_provisional(edition, sundays, pd.Timedelta(days=8)),
        revised=derived & (sundays.isin(again) | (sundays - pd.Timedelta(days=7)).isin(again) | recounted),
    )
