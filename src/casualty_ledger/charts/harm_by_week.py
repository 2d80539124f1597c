"""Civilians killed and injured: a monitor's verified minimum above, officials' reports below, never mixed.

Above, each level spans the days that the monitor gives it for: a month is never cut up into weeks.
Below, each mark is one claimant's report of one place; the marks of a week are not added up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, highest_of, highest_open, size_of
from casualty_ledger.charts.axes import count_up, say_absent, weeks_across
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.keys import key_sides
from casualty_ledger.charts.lettering import width_of
from casualty_ledger.charts.marks import PROVISIONAL, draw_said, draw_span
from casualty_ledger.charts.notes import (
    ABOUT,
    AT_LEAST,
    MAY_CHANGE,
    has_open_arrow,
    has_soft_range,
    may_change,
    note_of,
)
from casualty_ledger.charts.palette import FAINT, GRID, colour_of
from casualty_ledger.charts.places import ABOVE, Places, size_of_row
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.wording.language import MONTH_ALONE, SHORT_DAY, mark, phrase, translate, write_day

TITLES = {
    "killed": (mark("Killed: verified, whole months"), mark("Killed: reported, each mark one report")),
    "injured": (mark("Injured: verified, whole months"), mark("Injured: reported, each mark one report")),
}
PANELS = {
    ("killed", "verified"): mark("killed, verified"),
    ("killed", "reported"): mark("killed, reported"),
    ("injured", "verified"): mark("injured, verified"),
    ("injured", "reported"): mark("injured, reported"),
}
DAY, WEEK = pd.Timedelta(days=1), pd.Timedelta(days=7)
NO_REPORT = mark("none recorded here")
# The same, so short that it stands upright in a low panel.
NO_RECORD = mark("no record")
# A week takes at least so much room, in points, where words stand upright in it.
NARROW = 8.0
BESIDE = ((1, 1), (-1, 1), (0, 2.4), (1, 2.4), (-1, 2.4), (0, 3.6), (0, 4.8))
BY_MARK = (*ABOVE, (-1, 0), (1, 0))
Days = tuple[pd.Timestamp, pd.Timestamp]


def draw_harm_by_week(axes: Sequence[Axes], table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw killed left, injured right; verified above, where there are axes for it, reported below.

    Columns: tables.HarmByWeek.
    """
    first, last = table["week_start"].min(), table["week_start"].max() + WEEK
    weeks_across(axes[0], first, last)
    begun, artists = conflict_of(caption.conflict).file.start, list[Artist]()
    for nth, measure in enumerate(TITLES):
        said = table[(table["measure"] == measure) & size_of(table).notna()]
        verified, reported = said[said["checked"] == "verified"], said[said["checked"] == "reported"]
        of_verified, of_reported = TITLES[measure]
        above, below = axes[nth : len(axes) - 2 : 2], axes[len(axes) - 2 + nth]
        for ax in above:
            ax.set_title(translate(of_verified))
            artists += _draw_verified(ax, verified, (first, last), begun)
        below.set_title(translate(of_reported))
        empty = (table["measure"] == measure) & (table["checked"] == "reported") & size_of(table).isna()
        artists += _draw_reported(below, reported, table.loc[empty, "week_start"])
    told = table[table["words"] != ""]
    levels = set(told.loc[told["checked"] == "verified", "claimant_side"])
    as_levels = levels - set(told.loc[told["checked"] == "reported", "claimant_side"])
    return [*artists, *key_sides(axes[1], told["claimant_side"], up=26, as_levels=as_levels)]


def _draw_verified(ax: Axes, said: pd.DataFrame, days: Days, begun: date | None) -> list[Artist]:
    if said.empty:
        ax.set_ylim(0, 1)
        ax.set_yticks([])
        return [_say(ax, say_absent(said, mark("no whole-month count recorded for these weeks")))]
    count_up(ax, highest_of(said), room=2.0, ticks=3)
    places = Places(ax)
    artists: list[Artist] = []
    for row in said.to_dict("records"):
        artists += _draw_level(ax, row, days, places)
    artists += _say_missing(ax, said, days, places)
    for row in said.to_dict("records"):
        artists += _label_level(row, days, places, begun)
    return artists


def _say_missing(ax: Axes, said: pd.DataFrame, days: Days, places: Places) -> list[Artist]:
    """Say where no verified count covers the days: it may come, and it is not zero."""
    ends = sorted(zip(said["first_day"], said["last_day"] + DAY, strict=True))
    bare = [(days[0], ends[0][0]), *((one[1], other[0]) for one, other in pairwise(ends))]
    bare.append((ends[-1][1], days[1]))
    style: dict[str, Any] = {"ha": "center", "va": "bottom", "fontsize": 7.5, "color": FAINT}
    none = translate("none\nyet")
    middles = [start + (end - start) / 2 for start, end in bare if end - start >= WEEK * 2]
    for middle in middles:
        places.take_text(places.at(middle, 0)[0], 3, none, 7.5)
    return [
        ax.annotate(none, (day, 0), xytext=(0, 3), textcoords="offset points", **style) for day in middles
    ]


def _span_of(row: Mapping[Any, Any], days: Days) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the days of a count that are shown."""
    return max(row["first_day"], days[0]), min(row["last_day"] + DAY, days[1])


def _draw_level(ax: Axes, row: Mapping[Any, Any], days: Days, places: Places) -> list[Artist]:
    """Draw a count as a level over its days, solid up to the number and open above."""
    start, end = _span_of(row, days)
    left, right = (float(ax.convert_xunits(day)) for day in (start, end))
    colour, height = colour_of(row["claimant_side"]), float(row["value"])
    level = Rectangle((left + 0.4, 0), right - left - 0.8, height, facecolor=colour, linewidth=0)
    if row["provisional"]:
        level.set(hatch=PROVISIONAL, edgecolor="white")
    ax.add_patch(level)
    middle = start + (end - start) / 2
    places.take_box(start, end, height)
    places.take_said(middle, row)
    return [level, *draw_span(ax, middle, row, colour)]


def _label_level(row: Mapping[Any, Any], days: Days, places: Places, begun: date | None) -> list[Artist]:
    start, end = _span_of(row, days)
    style: dict[str, Any] = {"fontsize": 7.5, "fontweight": "bold", "color": colour_of(row["claimant_side"])}
    text = f"{row['words']}\n{_days(row, begun)}"
    label = places.label(start + (end - start) / 2, row["value"], text, around=BESIDE, away=7.0, **style)
    return [] if label is None else [label]


def _days(row: Mapping[Any, Any], begun: date | None) -> str:
    """Name the days of a count short: a month by its name, that in which the conflict began too."""
    first, last = row["first_day"], row["last_day"]
    whole = (last + DAY).day == 1 and (first.day == 1 or first.date() == begun)
    if whole:
        return phrase("in {month}", month=write_day(last, MONTH_ALONE))
    return phrase("{number} to {last}", number=first.day, last=write_day(last, SHORT_DAY))


def _draw_reported(ax: Axes, said: pd.DataFrame, gaps: pd.Series) -> list[Artist]:
    count_up(ax, highest_of(said), room=1.3, ticks=3, arrow=highest_open(said))
    if said.empty:
        ax.set_yticks([])
    if said.empty and gaps.empty:
        return [_say(ax, say_absent(said, NO_REPORT))]
    places, artists = Places(ax), list[Artist]()
    # A mark with a label lies over those without, so that the label names what is seen.
    for named, drawn in ((False, {"alpha": 0.75}), (True, {"zorder": 3.5})):
        marks = said[said["labelled"] == named]
        artists += draw_said(ax, marks, "last_day", among=said, markersize=3.6, clip_on=False, **drawn)
    places.take_all(said, "last_day", reach=1.5)
    artists += _say_gaps(ax, gaps, places) + _hatch_recent(ax, said)
    # The last week is what the chart is read for, then the highest: others may leave no place.
    last = said["week_start"].max()
    told = sorted(said[said["labelled"]].to_dict("records"), key=size_of_row, reverse=True)
    for row in sorted(told, key=lambda row: bool(row["week_start"] != last)):
        set_label = places.label_anywhere if row["week_start"] == last else places.label
        style: dict[str, Any] = {"fontsize": 7.5, "color": colour_of(row["claimant_side"])}
        label = set_label(row["last_day"], size_of_row(row), row["words"], around=BY_MARK, **style)
        artists += [label] if label is not None else []
    return artists


def _hatch_recent(ax: Axes, said: pd.DataFrame) -> list[Artist]:
    """Hatch the weeks of which the reports may still be restated."""
    return [
        ax.axvspan(start, start + WEEK, facecolor="none", edgecolor=GRID, hatch=PROVISIONAL, linewidth=0)
        for start in said.loc[said["provisional"], "week_start"].unique()
    ]


def _say_gaps(ax: Axes, starts: pd.Series, places: Places) -> list[Artist]:
    """Name the weeks without a report: nothing recorded is not nothing that happened.

    Weeks too narrow for the words are counted in the corner.
    """
    weeks = [float(ax.convert_xunits(start + WEEK / 2)) for start in starts]
    style: dict[str, Any] = {"textcoords": "offset points", "fontsize": 7, "color": FAINT, "ha": "center"}
    first, last = ax.get_xlim()
    every = round((last - first) / 7)
    if weeks and every * NARROW > places.size[0]:
        said = phrase("none recorded here: {count} of {every} weeks", count=len(weeks), every=every)
        places.take_text(places.size[0] / 2, places.size[1] - NARROW, said, 7)
        return [ax.annotate(said, (0.5, 1), (0, -NARROW), xycoords="axes fraction", **style)]
    words = translate(NO_RECORD)
    size = min(7.0, 7.0 * (places.size[1] - 6) / width_of(words, 7))
    for week in weeks:
        places.take_text(places.at(week, 0)[0], 4, words, size, upright=True)
    style |= {"rotation": 90, "va": "bottom", "fontsize": size}
    return [ax.annotate(words, (week, 0), (0, 4), **style) for week in weeks]


def _has_verified(table: pd.DataFrame) -> bool:
    return bool(((table["checked"] == "verified") & size_of(table).notna()).any())


def _say(ax: Axes, text: str) -> Artist:
    return ax.text(0.5, 0.45, text, transform=ax.transAxes, ha="center", fontsize=8, color=FAINT)


def describe_harm_by_week(table: pd.DataFrame, caption: Caption) -> str:
    """Say what was verified and what was reported, killed and injured apart."""
    stated = table[size_of(table).notna()]
    panel = [PANELS[both] for both in zip(stated["measure"], stated["checked"], strict=True)]
    told = stated.assign(panel=panel, told=stated["claimant"] + ", " + stated["where"])
    return describe(mark("Four panels"), told, caption, order="last_day", where="told", by="panel")


HARM_BY_WEEK = Kind(
    draw=draw_harm_by_week,
    describe=describe_harm_by_week,
    columns=tables.HarmByWeek,
    note=note_of(
        (mark("Verified counts are minimums."), _has_verified),
        (AT_LEAST, has_open_arrow),
        (ABOUT, has_soft_range),
        (MAY_CHANGE, may_change),
        mark("Reports are not verified and are never added up."),
    ),
    panels=(2, 2),
    shared=("all", False),
    between=(0.36, 0.34),
    left=0.42,
    below=0.34,
    above=0.5,
)
# Where no month was verified in the weeks shown, empty axes would say so at the cost of half the picture.
REPORTS_BY_WEEK = replace(HARM_BY_WEEK, panels=(1, 2))
