"""Page 1 of a brief: the finding, the key figures, the incidents, one chart, both sides, and the foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.publishing.document import FrontPage, Picture, Section
from casualty_ledger.publishing.week import pictures, tables
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.foot import compose_foot
from casualty_ledger.publishing.week.headline import compose_headline
from casualty_ledger.publishing.week.incident_rows import tabulate_incidents
from casualty_ledger.publishing.week.key_figures import compose_key_figures
from casualty_ledger.publishing.week.sides import tabulate_sides
from casualty_ledger.publishing.week.standfirst import compose_standfirst

MOST_INCIDENTS = 7
# Inches that page 1 has for the axes of its chart.
HEIGHT = 1.7
# A toll of so many numbers says more as a chart than as a row.
STEPS_WORTH_A_CHART = 3


def compose_front(edition: Edition, changes: Section | None) -> FrontPage:
    """Compose page 1 of a brief."""
    return FrontPage(
        headline=compose_headline(edition),
        standfirst=compose_standfirst(edition),
        key_figures=compose_key_figures(edition),
        sections=() if edition.is_silent else (*_sections(edition), *compose_foot(edition, changes)),
    )


def _sections(edition: Edition) -> tuple[Section, ...]:
    incidents = edition.facts.incidents
    found = []
    if incidents:
        found.append(Section("Incidents", (tabulate_incidents(incidents, most=MOST_INCIDENTS),)))
    sides = tabulate_sides(edition)
    if sides:
        found.append(Section("Both sides", (sides,)))
    picture = choose_picture(edition)
    if picture:
        found.append(Section("In one chart", (picture,)))
    return tuple(found)


def choose_picture(edition: Edition) -> Picture | None:
    """Choose the chart that says most: a toll restated often, harm by week, or what a total added by week."""
    drawn: list[Callable[[], Chart | NoChart]] = [
        partial(pictures.draw_harm, edition, height=HEIGHT),
        partial(pictures.draw_increments_of_people, edition),
        partial(pictures.draw_increments, edition),
    ]
    if shows_toll(edition):
        drawn.insert(0, partial(pictures.draw_toll, edition))
    for draw in drawn:
        chart = draw()
        if not isinstance(chart, NoChart):
            return Picture(chart)
    return None


def shows_toll(edition: Edition) -> bool:
    """Say whether page 1 draws a toll: that of the first incident, where it was restated often enough."""
    toll = tables.longest_running_toll(edition)
    incidents = edition.facts.incidents
    if toll.empty or not incidents or toll["value"].nunique() < STEPS_WORTH_A_CHART:
        return False
    return str(toll["figure_id"].iloc[-1]) in {str(figure["figure_id"]) for figure in incidents[0].figures}
