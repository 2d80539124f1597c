"""Civilian harm in the week: verified first, other reports beside it, never added together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from casualty_ledger.charts.frame import Chart
from casualty_ledger.ledger.identity import everybody
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.document import Block, Paragraph, Picture, Section, Table, picture_or_words
from casualty_ledger.publishing.week.civilian.charts import (
    LEAST_REGIONS,
    STEPS_WORTH_A_CHART,
    draw_regions,
    draw_toll,
    shows_toll,
)
from casualty_ledger.publishing.week.civilian.incidents import (
    HEADING,
    MOST_INCIDENTS,
    ids_of_incidents,
    tabulate_incidents,
)
from casualty_ledger.publishing.week.civilian.sentences import say_verified
from casualty_ledger.publishing.week.civilian.tables import (
    civil_in_week,
    longest_running_toll,
    told_apart,
    verified_totals,
)
from casualty_ledger.publishing.week.cutting import CIVILIAN, MOST_ROWS, cut_items, cut_table
from casualty_ledger.publishing.week.edition import Edition, mixed, totals_of_mixed
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.statements import standing
from casualty_ledger.series.totals import last_totals
from casualty_ledger.vocabulary import Basis, Measure, Population
from casualty_ledger.wording.conflict_words import where_beside
from casualty_ledger.wording.counted import label_counted
from casualty_ledger.wording.labels import label_counted_days
from casualty_ledger.wording.language import mark, translate
from casualty_ledger.wording.sentences import claims, say
from casualty_ledger.wording.traced_text import words

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

DAYS = ("covers_from", "covers_until")
FURTHER = mark("Further incidents, most people killed first")


def compose_civilian(edition: Edition) -> Section | None:
    """Compose the section on civilian harm: what page 1 has no room for."""
    blocks: list[Block] = []
    if verified_totals(edition).empty:
        blocks.append(Paragraph((say_verified(edition),)))
    if not shows_toll(edition) and longest_running_toll(edition)["value"].nunique() >= STEPS_WORTH_A_CHART:
        blocks.append(picture_or_words(draw_toll(edition)))
    regions = draw_regions(edition)
    # Fewer tiles with a number are told in rows, and all the others would look untouched.
    if isinstance(regions, Chart) and (regions.table["words"] != "").sum() >= LEAST_REGIONS:
        blocks.append(Picture(regions))
    further = edition.facts.incidents[MOST_INCIDENTS:]
    if further:
        blocks.append(tabulate_incidents(further, edition.facts.monday, most=MOST_ROWS, caption=FURTHER))
    totals = last_totals(civil_in_week(edition))
    if len(totals):
        blocks.append(cut_table(tabulate_totals(totals), CIVILIAN))
    apart = told_apart(edition)
    if len(apart):
        blocks.append(cut_items(tuple(say(row) for row in figures_of(apart)), CIVILIAN))
    return Section(translate(HEADING), tuple(blocks)) if blocks else None


def compose_mixed(edition: Edition) -> Section | None:
    """Compose what is said of people of whom civilians and fighters are not told apart, if anything."""
    said = mixed(edition.in_week)
    on_page_1 = ids_of_incidents(edition.facts.incidents)
    totals = last_totals(totals_of_mixed(edition.in_week))
    others = standing(said[said["basis"] != Basis.CUMULATIVE])
    others = others[~others["figure_id"].isin(on_page_1)]
    blocks: list[Block] = [cut_table(tabulate_totals(totals), CIVILIAN)] if len(totals) else []
    if len(others):
        blocks.append(cut_items(tuple(map(say, figures_of(others))), CIVILIAN))
    return Section(translate("Civilians and fighters not told apart"), tuple(blocks)) if blocks else None


class PlacedTotal(ReportedFigure):
    """A total with its place in words."""

    where: ReadOnly[str]


def tabulate_totals(totals: pd.DataFrame) -> Table:
    """Set running totals as a table: one row per thing counted and its days, all claimants in it.

    The whole country stands before its parts, everybody before groups, the killed before all other harm.
    """
    keys = ("party", "measure", "population", "sex", "age_group", "subgroup", "where", "incident", *DAYS)
    rows = []
    for told in rows_by(figures_of(_in_order(totals), PlacedTotal), *keys):
        first = told[0]
        thing = capital(label_counted(first)) + first["where"]
        days = label_counted_days(first)
        rows.append((words(thing), claims(told), words(days)))
    return Table(
        translate(
            "Running totals that end in this week, or came out in it without an end, each by its claimant"
        ),
        (translate("What is counted"), translate("Who says which number"), translate("Days counted")),
        tuple(rows),
        widths=(2.2, 4.2, 1.8),
    )


def _in_order(totals: pd.DataFrame) -> pd.DataFrame:
    """Return totals with their places in words, in the order in which a table tells them."""
    placed = totals.assign(
        where=[where_beside(figure) for figure in figures_of(totals)],
        is_group=~everybody(totals),
        measure_rank=totals["measure"].map(list(Measure).index),
        population_rank=totals["population"].map(list(Population).index),
    )
    order = ["where", "is_group", "measure_rank", "population_rank", "party", "claimant", "counted_until"]
    return placed.sort_values(order, kind="stable", ignore_index=True)
