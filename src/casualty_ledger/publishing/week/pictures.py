"""The charts of a week: each takes the edition, finds its table, and returns a chart or a sentence."""

from __future__ import annotations

import textwrap
from datetime import timedelta

import pandas as pd

from casualty_ledger.charts.cumulative import describe_cumulative, draw_cumulative
from casualty_ledger.charts.exchanges import describe_exchanges, draw_exchanges
from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.labels import label_count, label_day, label_figure
from casualty_ledger.charts.reporting_calendar import (
    describe_reporting_calendar,
    draw_reporting_calendar,
)
from casualty_ledger.charts.running_toll import describe_running_toll, draw_running_toll
from casualty_ledger.charts.statements import describe_statements, draw_statements
from casualty_ledger.charts.weekly_increments import (
    describe_weekly_increments,
    draw_weekly_increments,
)
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.week import tables
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.edition import Edition, captive, civil
from casualty_ledger.series.prisoners import exchanges
from casualty_ledger.vocabulary import Population

DRAWN = ["claimant", "claimant_side", "value", "lower", "upper", "is_soft", "figure_id"]
WEEKS_SHOWN = 11


def draw_toll(edition: Edition) -> Chart | NoChart:
    """Draw the running toll of the week that was restated most often."""
    toll = tables.longest_running_toll(edition)
    empty = "No claimant restated the toll of an incident in this week."
    if toll.empty:
        return NoChart("running_toll", empty)
    first = toll.iloc[0]
    what = label_figure(first, "").strip()
    caption = caption_of(
        edition,
        toll,
        f"{first['place']}, {label_day(first['covers_from'])}: {what}, as restated",
        excludes="reports by other claimants, and parts of the toll such as children",
    )
    return compose(
        draw_running_toll,
        _slots(toll),
        caption,
        name="running_toll",
        alt=describe_running_toll,
        empty=empty,
        size=(7.2, 2.7),
    )


def _slots(toll: pd.DataFrame) -> pd.DataFrame:
    days = toll["published_on"].map(lambda day: "undated" if pd.isna(day) else f"{day.day} {day:%b}")
    nth = toll.groupby(days, sort=False).cumcount() + 1
    several = days.map(days.value_counts()) > 1
    labels = days.where(~several, days + "\nstatement " + nth.astype(str))
    table = toll[DRAWN].assign(slot=range(len(toll)), slot_label=labels)
    return table.assign(words=[label_count(row) for _, row in toll.iterrows()])


def draw_verified(edition: Edition) -> Chart | NoChart:
    """Draw the United Nations' verified totals of civilians killed and injured, up to the vintage."""
    totals = tables.verified_totals(edition)
    empty = "No verified total was published up to this day."
    if totals.empty:
        return NoChart("verified_totals", empty)
    caption = caption_of(
        edition,
        totals,
        "Civilians killed and injured since 24 February 2022: verified, a minimum",
        excludes="cases not yet verified; the true numbers are higher, says OHCHR",
        interval="none above: a verified count is a minimum (open arrow)",
    )
    table = totals[DRAWN].assign(
        line=totals["measure"],
        day=totals["counted_until"],
        day_label=totals["counted_until"].map(label_day),
        upper=pd.array([pd.NA] * len(totals), dtype="Int64"),
        words=[f"at least {row['value']:,}" for _, row in totals.iterrows()],
    )
    return compose(
        draw_cumulative,
        table,
        caption,
        name="verified_totals",
        alt=describe_cumulative,
        empty=empty,
    )


def draw_civilian_totals(edition: Edition) -> Chart | NoChart:
    """Draw who gives which running total of civilians or children in the week."""
    totals = tables.running_totals(civil(edition.in_week))
    return _draw_ladder(
        edition,
        totals,
        "Running totals of civilian harm given for days of the week",
        name="civilian_totals",
        empty="No running total of civilian harm ends in this week.",
    )


def draw_increments(edition: Edition) -> Chart | NoChart:
    """Draw what the General Staff of Ukraine's total of Russian losses added week by week."""
    first = Week(edition.week.monday - timedelta(weeks=WEEKS_SHOWN - 1))
    weeks, totals = tables.general_staff_increments(edition, first)
    if not weeks["derived"].any():
        return NoChart("weekly_increments", "No weekly increment of reported losses can be derived.")
    used = totals[totals["figure_id"].isin([*weeks["figure_id"], *weeks["previous_figure_id"]])]
    caption = caption_of(
        edition,
        used,
        "Russian “losses” added week by week, according to the General Staff of Ukraine",
        excludes="every other claimant; losses are an undefined mix, not deaths",
        interval="the widest that the rounding of both totals allows (dashed)",
    )
    return compose(
        draw_weekly_increments,
        weeks.assign(in_focus=weeks["week"] == str(edition.week)),
        caption,
        name="weekly_increments",
        alt=describe_weekly_increments,
        empty="",
        size=(7.2, 2.7),
    )


def draw_military(edition: Edition) -> Chart | NoChart:
    """Draw who says what about military losses in the week, each statement by itself."""
    return _draw_ladder(
        edition,
        tables.military_statements(edition),
        "Military losses: who says what, each measure by itself",
        name="military_statements",
        empty="No figure of military losses covers days of this week.",
    )


def draw_captives(edition: Edition) -> Chart | NoChart:
    """Draw who says how many prisoners were taken or are held in the week."""
    return _draw_ladder(
        edition,
        tables.captivity_statements(edition),
        "Prisoners of war: taken and held, according to whom",
        name="captivity_statements",
        empty="Nobody stated how many prisoners were taken or are held in this week.",
    )


def _draw_ladder(
    edition: Edition, figures: pd.DataFrame, title: str, *, name: str, empty: str
) -> Chart | NoChart:
    stated = figures[figures["value"].notna() | figures["upper"].notna()].reset_index(drop=True)
    if stated.empty:
        return NoChart(name, empty)
    caption = caption_of(edition, stated, title, excludes="statements without a number; nothing is added up")
    labels = [_wrapped(row) for _, row in stated.iterrows()]
    table = stated[DRAWN].assign(label=labels)
    table = table.assign(words=[label_count(row) for _, row in stated.iterrows()])
    height = 1.1 + 0.36 * len(table)
    return compose(
        draw_statements,
        table,
        caption,
        name=name,
        alt=describe_statements,
        empty=empty,
        size=(7.2, height),
    )


def _wrapped(figure: pd.Series) -> str:
    claimant = textwrap.shorten(str(figure["claimant"]), 46, placeholder=" …")
    counted = textwrap.shorten(label_figure(figure, "").strip(), 46, placeholder=" …")
    return f"{claimant}\n{counted}"


def draw_recent_exchanges(edition: Edition) -> Chart | NoChart:
    """Draw the exchanges of the half year up to the end of the week."""
    returns = exchanges(captive(edition.figures))
    sunday = pd.Timestamp(edition.week.sunday)
    recent = returns[returns["day"].between(sunday - pd.Timedelta(days=181), sunday)]
    recent = recent[recent["value"].notna() & ~recent["is_part"]]
    recent = recent[recent["population"] == Population.PRISONERS_OF_WAR]
    empty = "No exchange of prisoners was reported in the half year up to this week."
    if recent.empty:
        return NoChart("exchanges", empty)
    caption = caption_of(
        edition,
        recent,
        "Prisoners of war returned, by day and direction, in the half year up to the week",
        excludes="civilians, plans, running totals, and counts of both sides in one number",
    )
    table = recent[[*DRAWN, "day", "direction"]].reset_index(drop=True)
    table = table.assign(words=[label_count(row) for _, row in recent.iterrows()])
    return compose(draw_exchanges, table, caption, name="exchanges", alt=describe_exchanges, empty=empty)


def draw_calendar(edition: Edition) -> Chart | NoChart:
    """Draw who published how many figures on which day of the week."""
    published = tables.reporting_calendar(edition)
    empty = "No figure was published in this week."
    if published.empty:
        return NoChart("reporting_calendar", empty)
    sunday, monday = pd.Timestamp(edition.week.sunday), pd.Timestamp(edition.week.monday)
    drawn = edition.figures[edition.figures["published_on"].between(monday, sunday)]
    caption = caption_of(
        edition,
        drawn,
        "Who published how many figures on which day of the week",
        excludes="figures whose day of publication is not known",
        interval="none: these are numbers of figures, not of people",
    )
    height = 1.1 + 0.27 * published["claimant"].nunique()
    return compose(
        draw_reporting_calendar,
        published,
        caption,
        name="reporting_calendar",
        alt=describe_reporting_calendar,
        empty=empty,
        size=(7.2, height),
    )
