"""Charts of civilian harm: by week, of one incident, verified totals, and their revisions."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.cumulative import CUMULATIVE
from casualty_ledger.charts.frame import Chart, Kind, NoChart, compose
from casualty_ledger.charts.harm_by_week import HARM_BY_WEEK, REPORTS_BY_WEEK
from casualty_ledger.charts.revision_triangle import REVISION_STEPS, ROW, TRIANGLE
from casualty_ledger.charts.running_toll import RUNNING_TOLL
from casualty_ledger.charts.tile_map import TILE, TILE_MAP
from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.conflicts.model import Region
from casualty_ledger.ledger.identity import most_of
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.captions import caption_of, credit
from casualty_ledger.publishing.week.chart_columns import WEEKS_SHOWN, first_week, in_words, said_of, since
from casualty_ledger.publishing.week.civilian.chart_tables import (
    dated_revisions,
    harm_figures,
    most_verified_at_a_place,
    tabulate_harm,
    tabulate_triangle,
    tolls_of_incident,
)
from casualty_ledger.publishing.week.civilian.tables import longest_running_toll, monitor_of, verified_totals
from casualty_ledger.publishing.week.civilian.titles import (
    UNDATED,
    of_harm,
    of_region,
    of_revisions,
    of_steps,
    of_toll,
    of_verified,
)
from casualty_ledger.publishing.week.edition import Edition, civil
from casualty_ledger.publishing.week.statement_ladder import draw_ladder
from casualty_ledger.publishing.week.titles import lead
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.totals import last_totals
from casualty_ledger.series.triangle import revision_triangle
from casualty_ledger.vocabulary import Measure
from casualty_ledger.week.incidents import Incident
from casualty_ledger.wording.conflict_words import say_place, say_text
from casualty_ledger.wording.labels import label_count, label_day, label_figure
from casualty_ledger.wording.language import SHORT_DAY, mark, phrase, translate, write_day

# Fewer regions than these make no map.
LEAST_REGIONS = 3
# The height of one row of panels beside that of two, with their titles.
ONE_ROW = 0.6
WITH_VERIFIED = mark(
    "Civilians killed and injured: verified for whole months, and as officials reported in each week"
)
REPORTED_ONLY = mark("Civilians killed and injured: as officials reported in each week")
NOT_IN_HARM = mark(
    "running totals, parts, sums by media, people not said to be civilians, "
    "a whole country or several places of it, verified numbers of single places, "
    "of each week all but its highest reports"
)
EVERY_NUMBER = mark(
    "Civilians killed, by month of death, as {monitor} verified them: every number that it stated"
)
HOW_FAR = mark(
    "Civilians killed, by month of death, as {monitor} verified them: how far each number was raised"
)
STATED_ONCE = mark("months that were stated once")
STATED_ONCE_OR_UNDATED = mark("months that were stated once; publications without a known day")


def draw_harm(edition: Edition, *, height: float = 3.1, weeks: int = WEEKS_SHOWN) -> Chart | NoChart:
    """Draw civilians killed and injured week by week: verified above, reported below, never mixed."""
    first = first_week(edition, weeks)
    figures = harm_figures(edition, first)
    if figures.empty:
        return NoChart(
            "harm_by_week",
            translate("This ledger has recorded no number of civilians killed or injured to draw here."),
        )
    has_verified = bool((figures["checked"] == "verified").any())
    caption = caption_of(
        edition,
        figures,
        translate(WITH_VERIFIED if has_verified else REPORTED_ONLY),
        excludes=translate(NOT_IN_HARM),
    )
    table, not_drawn = tabulate_harm(edition, figures, first), most_verified_at_a_place(edition, first)
    caption = lead(
        credit(caption, table), figures, of_harm(table, pd.Timestamp(edition.week.monday), not_drawn)
    )
    kind, height = (HARM_BY_WEEK, height) if has_verified else (REPORTS_BY_WEEK, height * ONE_ROW)
    return compose(kind, table, caption, name="harm_by_week", height=height)


def draw_toll(edition: Edition) -> Chart | NoChart:
    """Draw the running toll of the week that was restated most often, with rival claimants' tolls."""
    toll = tolls_of_incident(edition)
    if toll.empty:
        return NoChart("running_toll", translate("This ledger has recorded no restated toll of this week."))
    first = figures_of(toll)[0]
    what = label_figure({**first, "value": 2}, "").strip()
    where = f"{first['place']}, {label_day(first['covers_from'])}"
    caption = caption_of(
        edition,
        toll,
        phrase("{where}: {counted}, as restated", where=where, counted=what),
        excludes=translate("parts of the toll such as children; statements of which the day is not known"),
    )
    table = _slots(toll)
    caption = lead(caption, toll, of_toll(table, what, where))
    return compose(RUNNING_TOLL, table, caption, name="running_toll", height=1.3)


def _slots(toll: pd.DataFrame) -> pd.DataFrame:
    """Name each statement by its day, and by its number where its claimant gave several on that day."""
    days = toll["published_on"].map(_short_day)
    # Who spoke first of several claimants is known for some days only: each one's statements are numbered.
    own = toll.groupby([days, toll["claimant"]], sort=False)["claimant"]
    numbers = own.cumcount().map(lambda before: phrase("statement {number}", number=before + 1))
    labels = days.where(own.transform("size") == 1, days + "\n" + numbers)
    return said_of(toll, slot=range(len(toll)), slot_label=labels)


def _short_day(day: pd.Timestamp) -> str:
    return translate(UNDATED) if pd.isna(day) else write_day(day, SHORT_DAY)


def draw_regions(edition: Edition) -> Chart | NoChart:
    """Draw the deadliest report of each region in the week on the small map of the conflict's file."""
    conflict = edition.conflict
    regions = [each for each in conflict.file.regions if each.tile]
    worst: dict[str, ReportedFigure] = {}
    for incident in edition.facts.incidents:
        if incident.killed and incident.killed.size and not incident.of_captives:
            figure = incident.killed.highest
            worst.setdefault(_region_of(incident), figure)
    told = {each.name: worst.get(conflict.find_spot("", each.name).region) for each in regions}
    drawn = {name: figure for name, figure in told.items() if figure is not None}
    if not drawn or len(regions) < LEAST_REGIONS:
        none = translate("This ledger has recorded no deaths in a region of its small map.")
        return NoChart("harm_by_region", none)
    ids = [each["figure_id"] for each in drawn.values()]
    figures = edition.figures[edition.figures["figure_id"].isin(ids)]
    caption = caption_of(
        edition,
        figures,
        translate(
            "Where people were killed, by the deadliest report of each region that the week brought "
            "(also of earlier days)"
        ),
        excludes=translate(
            "all but the deadliest incident of a region; incidents of no region, or of one without a tile; "
            "numbers of the injured"
        ),
    )
    table = pd.DataFrame([_tile(conflict, each, told[each.name]) for each in regions])
    caption = lead(caption, figures, of_region(table))
    height = TILE * (int(table["down"].max()) + 1)
    return compose(TILE_MAP, table, caption, name="harm_by_region", height=height)


def _region_of(incident: Incident) -> str:
    """Return the region of an incident: that of its toll, or else the one that any source of it names.

    "A city and its region" is recorded in a region, and is none of its own.
    """
    assert incident.killed is not None
    told = (incident.killed.highest, *incident.figures)
    conflict = conflict_of(str(told[0]["conflict"]))
    names = [(str(each["place"]), str(each["admin1"])) for each in told]
    recorded = (conflict.find_spot("", region).region for _, region in names if region)
    spots = (conflict.find_spot(*each).region for each in names)
    return next((region for region in (*recorded, *spots) if region), "")


def _tile(conflict: Conflict, region: Region, figure: ReportedFigure | None) -> dict[str, object]:
    assert region.tile is not None
    said: dict[str, object] = dict.fromkeys(("value", "lower", "upper"), pd.NA)
    told = {"words": "", "figure_id": "", "claimant": ""}
    if figure is not None:
        said = {"value": figure["value"], "lower": figure["lower"], "upper": most_of(figure)}
        told = {
            "words": label_count(figure),
            "figure_id": figure["figure_id"],
            "claimant": figure["claimant"],
        }
    across, down = region.tile
    named = {"region": say_place(conflict, region.name), "short": say_text(conflict, region.short)}
    return {**named, "across": across, "down": down, **told, **said}


def draw_verified(edition: Edition) -> Chart | NoChart:
    """Draw the verified totals of civilians killed and injured, up to the vintage."""
    totals = verified_totals(edition)
    totals = totals[totals["value"].notna()].reset_index(drop=True)
    if totals.empty:
        return NoChart(
            "verified_totals", "This ledger has recorded no verified total with a number by this day."
        )
    caption = caption_of(
        edition,
        totals,
        phrase("Civilians killed and injured{since}: verified, a minimum", since=since(edition)),
        excludes=translate("cases not yet verified; totals without one number"),
        interval=translate("none above: a verified count is a minimum (open arrow)"),
    )
    table = said_of(
        totals,
        line=totals["measure"],
        day=totals["counted_until"],
        day_label=in_words(totals["counted_until"]),
    )
    caption = lead(caption, totals, of_verified(table))
    return compose(CUMULATIVE, table, caption, name="verified_totals", height=2.3)


def draw_triangle(edition: Edition) -> Chart | NoChart:
    """Draw what the monitor said of the killed of each month in each of its publications, as a heat map."""
    return _draw_revisions(edition, TRIANGLE, "revision_triangle", EVERY_NUMBER)


def draw_revision_steps(edition: Edition) -> Chart | NoChart:
    """Draw how the monitor's number of the killed of each month rose, as step lines."""
    return _draw_revisions(edition, REVISION_STEPS, "revision_steps", HOW_FAR)


def _draw_revisions(edition: Edition, kind: Kind, name: str, title: str) -> Chart | NoChart:
    monitor = monitor_of(edition)
    if monitor is None:
        none = translate("No body verifies counts of this conflict, as far as its file says.")
        return NoChart(name, none)
    found = revision_triangle(edition.figures, monitor.claimant, monitor.place, Measure.KILLED)
    if kind is REVISION_STEPS:
        found = dated_revisions(found)
    if found.empty:
        return NoChart(
            name,
            translate("This ledger has recorded no restated number killed of a month by this day."),
        )
    caption = caption_of(
        edition,
        edition.figures[edition.figures["figure_id"].isin(found["figure_id"])],
        phrase(title, monitor=monitor.short),
        excludes=translate(STATED_ONCE_OR_UNDATED if kind is REVISION_STEPS else STATED_ONCE),
        interval=translate("none above: a verified count is a minimum"),
    )
    table = tabulate_triangle(found)
    find = of_revisions if kind is TRIANGLE else of_steps
    caption = lead(caption, edition.figures, find(table, monitor.short))
    height = ROW * table["month"].nunique() if kind is TRIANGLE else 2.9
    return compose(kind, table, caption, name=name, height=height)


def draw_civilian_totals(edition: Edition) -> Chart | NoChart:
    """Draw who gives which running total of civilians or children in the week."""
    return draw_ladder(
        edition,
        last_totals(civil(edition.in_week)),
        translate("Running totals of civilian harm given for days of the week"),
        name="civilian_totals",
        empty=translate("This ledger has recorded no running total of civilian harm that ends in this week."),
    )


# A toll of so many numbers says more as a chart than as a row.
STEPS_WORTH_A_CHART = 3


def shows_toll(edition: Edition) -> bool:
    """Say whether page 1 draws a toll: that of the first incident, where it was restated often enough."""
    toll = longest_running_toll(edition)
    incidents = edition.facts.incidents
    if toll.empty or not incidents or toll["value"].nunique() < STEPS_WORTH_A_CHART:
        return False
    return str(toll["figure_id"].iloc[-1]) in {str(figure["figure_id"]) for figure in incidents[0].figures}
