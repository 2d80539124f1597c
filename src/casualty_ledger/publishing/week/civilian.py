"""Civilian harm in the week: verified first, other reports beside it, never added together."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.frame import Chart
from casualty_ledger.charts.labels import (
    label_days,
    label_figure,
    label_publication,
)
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.rows import Figure, rows_by, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.claimant_names import begin_with, with_article
from casualty_ledger.publishing.document import (
    Block,
    Paragraph,
    Picture,
    Section,
    Sentence,
    Table,
    picture_or_words,
    words,
)
from casualty_ledger.publishing.week import pictures, tables
from casualty_ledger.publishing.week.cutting import CIVILIAN, MOST_ROWS, cut_items, cut_table
from casualty_ledger.publishing.week.edition import Edition, mixed
from casualty_ledger.publishing.week.front import MOST_INCIDENTS, STEPS_WORTH_A_CHART, shows_toll
from casualty_ledger.publishing.week.incident_rows import ids_of_incidents, tabulate_incidents
from casualty_ledger.publishing.week.say import (
    claims,
    enumerated,
    is_one_statement,
    join,
    minimum,
    number,
    say,
)
from casualty_ledger.series.statements import standing
from casualty_ledger.series.totals import last_totals
from casualty_ledger.vocabulary import Basis, Measure

DAYS = ("covers_from", "covers_until")
HARM = (Measure.KILLED, Measure.INJURED)
FURTHER = "Further incidents of the week, most people killed first"
# The words with which a monitor says so; no other claimant's count is called too low in its name.
CALLED_HIGHER = "considerably higher"


def compose_civilian(edition: Edition) -> Section | None:
    """Compose the section on civilian harm: what page 1 has no room for."""
    blocks: list[Block] = []
    if tables.verified_totals(edition).empty:
        blocks.append(Paragraph((say_verified(edition),)))
    if (
        not shows_toll(edition)
        and tables.longest_running_toll(edition)["value"].nunique() >= STEPS_WORTH_A_CHART
    ):
        blocks.append(picture_or_words(pictures.draw_toll(edition)))
    regions = pictures.draw_regions(edition)
    if isinstance(regions, Chart):
        blocks.append(Picture(regions))
    further = edition.facts.incidents[MOST_INCIDENTS:]
    if further:
        blocks.append(tabulate_incidents(further, most=MOST_ROWS, caption=FURTHER))
    totals = last_totals(tables.civil_in_week(edition))
    if len(totals):
        blocks.append(cut_table(tabulate_totals(totals), CIVILIAN))
    apart = tables.told_apart(edition)
    if len(apart):
        blocks.append(cut_items(tuple(say(row) for row in rows_of(apart)), CIVILIAN))
    return Section("Civilian harm", tuple(blocks)) if blocks else None


def compose_mixed(edition: Edition) -> Section | None:
    """Compose what is said of people of whom civilians and fighters are not told apart, if anything."""
    said = mixed(edition.in_week)
    on_page_1 = ids_of_incidents(edition.facts.incidents)
    totals, others = last_totals(said), standing(said[said["basis"] != Basis.CUMULATIVE])
    others = others[~others["figure_id"].isin(on_page_1)]
    blocks: list[Block] = [cut_table(tabulate_totals(totals), CIVILIAN)] if len(totals) else []
    if len(others):
        blocks.append(cut_items(tuple(map(say, rows_of(others))), CIVILIAN))
    return Section("Civilians and fighters not told apart", tuple(blocks)) if blocks else None


def say_verified(edition: Edition) -> Sentence:
    """Say the last verified totals, as a minimum: those of one statement together, others each by itself."""
    killed, injured = (tables.latest_verified(edition, measure) for measure in HARM)
    last = [rows_of(found)[-1] for found in (killed, injured) if len(found)]
    if not last:
        return words("This ledger has recorded no verified total of civilian harm by this day.")
    claimant = with_article(str(last[0]["claimant"]))
    verb = "had counted" if any(not pd.isna(each["value"]) for each in last) else "stated"
    said = words(f"Verified: {claimant} {verb} ") + enumerated(_minimums(last))
    falls = [_fall(found) for found in (killed, injured) if len(found) > 1]
    return said + words(".") + join([*falls, *_say_higher(last)], "")


def _minimums(last: list[Figure]) -> list[Sentence]:
    """Say each total; the days and the publication stand once behind totals of one statement."""
    said = [minimum(figure) for figure in last]
    if len(last) > 1 and is_one_statement(*last):
        return [enumerated(said) + words(f" ({_dated(last[0])})")]
    return [each + words(f" ({_dated(figure)})") for each, figure in zip(said, last, strict=True)]


def _dated(figure: Figure) -> str:
    days = label_days(figure["covers_from"], figure["covers_until"])
    return f"{days}; published {label_publication(figure)}"


def _fall(found: pd.DataFrame) -> Sentence:
    """Say from what a running total fell."""
    before, now = rows_of(found)
    said = words(" The running total of the ") + words(f"{now['measure']} fell, from ") + number(before)
    return said + words(f" ({_dated(before)}) to ") + number(now) + words(": a revision.")


def _say_higher(last: list[Figure]) -> list[Sentence]:
    """Say that the claimant calls the true numbers higher, where the rows of all of them say so."""
    told = all(CALLED_HIGHER in str(figure["scope"]) for figure in last)
    return (
        [words(f" {begin_with(str(last[0]['claimant']))} says the true toll is considerably higher.")]
        if told
        else []
    )


def tabulate_totals(totals: pd.DataFrame) -> Table:
    """Set running totals as a table: one row per thing counted and its days, all claimants in it."""
    keys = ("party", "measure", "population", "sex", "age_group", "subgroup", "place", "incident", *DAYS)
    rows = []
    for told in rows_by(rows_of(totals), *keys):
        first = told[0]
        thing = capital(label_figure(first, "").strip()) + _place(first)
        days = label_days(first["covers_from"], first["covers_until"])
        rows.append((words(thing), claims(told), words(days)))
    return Table(
        "Running totals given in the week, each by its claimant",
        ("What is counted", "Who says which number", "Days counted"),
        tuple(rows),
        widths=(2.2, 4.2, 1.8),
    )


def _place(figure: Figure) -> str:
    everywhere = conflict_of(figure["conflict"]).is_everywhere(figure["place"])
    return "" if everywhere else f", {figure['place']}"
