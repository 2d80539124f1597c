"""Page 1 of a brief: the finding, the key figures, the incidents, one chart, both sides, and the foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.publishing.document import FrontPage, Picture, Section
from casualty_ledger.publishing.week.civilian.charts import draw_harm, draw_toll, shows_toll
from casualty_ledger.publishing.week.civilian.incidents import MOST_INCIDENTS, tabulate_incidents
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.front_page.foot import compose_foot
from casualty_ledger.publishing.week.front_page.headline import compose_headline
from casualty_ledger.publishing.week.front_page.key_figures import compose_key_figures
from casualty_ledger.publishing.week.front_page.sides import tabulate_sides
from casualty_ledger.publishing.week.front_page.standfirst import compose_standfirst
from casualty_ledger.publishing.week.losses.followed_charts import draw_increments, draw_increments_of_people
from casualty_ledger.wording.language import mark, translate

# Inches that page 1 has for the axes of its chart.
HEIGHT = 1.7
BOTH, EACH = mark("Both sides"), mark("Each side")


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
        found.append(
            Section(
                translate("Incidents"),
                (tabulate_incidents(incidents, edition.facts.monday, most=MOST_INCIDENTS),),
            )
        )
    sides = tabulate_sides(edition)
    if sides:
        found.append(Section(translate(BOTH if len(edition.conflict.sides) < 3 else EACH), (sides,)))
    picture = choose_picture(edition)
    if picture:
        found.append(Section(translate("In one chart"), (picture,)))
    return tuple(found)


def choose_picture(edition: Edition) -> Picture | None:
    """Choose the chart that says most: a toll restated often, harm by week, or what a total added by week."""
    drawn: list[Callable[[], Chart | NoChart]] = [
        partial(draw_harm, edition, height=HEIGHT),
        partial(draw_increments_of_people, edition),
        partial(draw_increments, edition),
    ]
    if shows_toll(edition):
        drawn.insert(0, partial(draw_toll, edition))
    for draw in drawn:
        chart = draw()
        if not isinstance(chart, NoChart):
            return Picture(chart)
    return None
