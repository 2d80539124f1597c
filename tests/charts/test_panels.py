"""Charts of several panels: harm by week, losses, captivity."""

from itertools import combinations

import pandas as pd
import pytest
from made_up_charts import CAPTION, at_least, colour_of, draw, said

from casualty_ledger.charts.axes import SELECTED
from casualty_ledger.charts.captivity import captivity_of
from casualty_ledger.charts.frame import compose
from casualty_ledger.charts.harm_by_week import HARM_BY_WEEK
from casualty_ledger.charts.losses import losses_of

MONDAY = pd.Timestamp("2023-05-29")
DAY = {"day": MONDAY, "day_label": "29 May 2023", "labelled": True}


def harm(row, checked: str, measure="killed", **more):
    days = {"week_start": MONDAY, "first_day": MONDAY, "last_day": MONDAY + pd.Timedelta(days=6)}
    known = {
        "measure": measure,
        "checked": checked,
        "where": "Dnipro",
        "labelled": True,
        "provisional": False,
    }
    return row | days | known | more


HARM = [
    harm(at_least(174, claimant="OHCHR", claimant_side="un"), "verified", provisional=True),
    harm(said(5), "reported"),
    harm(said(pd.NA, words="", figure_id="", claimant=""), "reported", "injured", labelled=False),
]


def printed(ax):
    return {text.get_text() for text in ax.texts}


def test_verified_and_reported_never_share_axes():
    """
    A verified count stands above, a report below, on axes and scales of their own.
    """
    killed, _, reported, _ = draw(HARM_BY_WEEK, HARM).figure.axes

    assert [bar.get_height() for bar in killed.patches] == [174]
    assert reported.get_ylim()[1] < 10
    assert not killed.get_shared_y_axes().joined(killed, reported)


def test_a_verified_count_is_a_minimum_and_hatched_while_it_may_rise():
    """
    It says at least, has an open arrow and, so soon after, a hatch.
    """
    killed = draw(HARM_BY_WEEK, HARM).figure.axes[0]

    assert any(text.startswith("at least 174") for text in printed(killed))
    assert [line.get_markerfacecolor() for line in killed.lines if line.get_marker() == "^"] == ["none"]
    assert killed.patches[0].get_hatch()


def test_a_week_without_a_report_says_so():
    """
    Nobody reported injured: the week says "no record", and nothing is drawn at 0.
    """
    injured = draw(HARM_BY_WEEK, HARM).figure.axes[3]

    assert "no record" in printed(injured)
    assert [line for line in injured.lines if len(line.get_ydata())] == []


def test_the_note_and_the_key_name_only_what_is_drawn():
    """
    A verified level is keyed by a level, not by a mark that nothing has; arrows and hatches where they are.
    """
    notes = [HARM_BY_WEEK.note(pd.DataFrame(rows)) for rows in (HARM, HARM[1:])]
    keys = draw(HARM_BY_WEEK, HARM).figure.axes[1].lines
    markers = {str(line.get_marker()) for line in keys if list(line.get_xdata()) == [1]}

    assert [("Open arrow" in note, "Hatched" in note, "Verified" in note) for note in notes] == [
        (True, True, True),
        (False, False, False),
    ]
    assert any(marker.startswith("((") for marker in markers)
    assert "D" not in markers


def test_the_highest_of_the_last_week_is_labelled_and_lies_over_the_others():
    """
    However many marks of earlier weeks stand about it, the last week's highest has its number; and a mark
    with a number is drawn over those without.
    """
    before = {"week_start": MONDAY - pd.Timedelta(days=7), "last_day": MONDAY - pd.Timedelta(days=1)}
    crowd = [harm(said(n), "reported") | before for n in range(100, 130)]
    last = harm(at_least(112), "reported") | {"last_day": MONDAY}
    hidden = harm(said(90, claimant_side="russia"), "reported") | {"last_day": MONDAY, "labelled": False}
    reported = draw(HARM_BY_WEEK, [HARM[0], *crowd, last, hidden]).figure.axes[2]
    over = {float(y): line.get_zorder() for line in reported.lines for y in line.get_ydata()}

    assert "at least 112" in printed(reported)
    assert over[112] > over[90]


def test_an_open_arrow_never_ends_on_another_mark():
    """
    "At least 12" under a 15 of the same day: its arrow ends below the 15, which nobody said at least of.
    """
    rows = [harm(said(34), "reported"), harm(said(15), "reported"), harm(at_least(12), "reported")]
    rows[0] |= {"last_day": MONDAY}
    reported = draw(HARM_BY_WEEK, [HARM[0], *rows]).figure.axes[2]
    [head] = [line for line in reported.lines if line.get_marker() == "^"]

    assert 12 < head.get_ydata()[0] < 14.5


def heads_of(ax):
    """Where the heads of open arrows stand, as shares of the panel's height."""
    heads = [line for line in ax.lines if line.get_marker() == "^"]
    ends = ax.transAxes.inverted()
    return [ends.transform(ax.transData.transform(each))[1] for line in heads for each in line.get_xydata()]


@pytest.mark.parametrize("number", [34, 300, 1_250])
def test_an_open_arrow_stays_below_the_title_of_its_panel(number: int):
    """
    The highest report of all is a minimum: its arrow ends within the panel, not in the words over it.
    """
    told = [*HARM[:1], harm(said(5), "reported"), harm(at_least(number), "reported"), *HARM[2:]]
    reported = draw(HARM_BY_WEEK, told).figure.axes[2]

    assert [share < 0.97 for share in heads_of(reported)] == [True]


def test_the_highest_report_is_labelled_where_there_is_room_for_one():
    """
    Ten reports of one day leave no place for ten numbers: the highest has its own.
    """
    told = [harm(said(number), "reported") for number in (*range(110, 119), 119)]
    reported = draw(HARM_BY_WEEK, [*HARM[:1], *told, *HARM[2:]]).figure.axes[2]

    assert "119" in printed(reported)


def losses(row, whose: str, relation: str, measure="killed"):
    return row | DAY | {"whose": whose, "relation": relation, "measure": measure}


FORCES = ["Russian forces", "Ukrainian forces"]
LOST = [
    losses(said(16_000, claimant_side="russia"), "Ukrainian forces", "the other side", "losses"),
    losses(said(209_940), "Russian forces", "the other side", "losses"),
    losses(
        at_least(24_470, claimant_side="independent"),
        "Russian forces",
        "counted by name or case",
        "named_dead",
    ),
]


def test_all_panels_of_losses_share_one_scale():
    """
    Eight panels, one scale of people and one of days: the distances between them can be seen.
    """
    axes = draw(losses_of(FORCES), LOST, height=3.4).figure.axes

    assert len(axes) == 8
    assert len({ax.get_ylim() for ax in axes}) == len({ax.get_xlim() for ax in axes}) == 1
    assert axes[0].get_ylim()[1] > 209_940


def test_a_panel_without_a_statement_says_so():
    """
    Where nobody stated a total the panel says it: five of the eight here.
    """
    axes = draw(losses_of(FORCES), LOST, height=3.4).figure.axes

    assert sum("none in the ledger" in printed(ax) for ax in axes) == 5


@pytest.mark.parametrize(("panel", "side"), [(1, "ukraine"), (5, "russia")])
def test_each_side_speaks_of_the_other_in_its_own_colour(panel: int, side: str):
    """
    The enemy's number has the enemy's colour, whichever side that is, hollow as it counts a mix.
    """
    ax = draw(losses_of(FORCES), LOST, height=3.4).figure.axes[panel]
    [mark] = [line for line in ax.lines if line.get_marker() in ("o", "s")]

    assert mark.get_color() == colour_of(side)
    assert (mark.get_markerfacecolor(), mark.get_markersize()) == ("white", 3.8)


def test_a_level_and_a_running_total_never_share_axes():
    """
    Prisoners held are drawn above, soldiers taken below, each side's in a column of its own.
    """
    rows = [
        said(6_465, claimant_side="russia") | DAY | {"whose": "Ukrainian", "flow": "held"},
        at_least(10_000) | DAY | {"whose": "Russian", "flow": "taken"},
    ]
    chart = draw(captivity_of(["Ukrainian", "Russian"]), rows)
    drawn = [
        [y for line in ax.lines if line.get_marker() in "os" for y in line.get_ydata()]
        for ax in chart.figure.axes
    ]

    assert (drawn[0][:1], drawn[3][:1]) == ([6465], [10000])
    assert "no number recorded" in printed(chart.figure.axes[1])


@pytest.mark.parametrize("kept", ["verified", "reported"])
def test_a_panel_whose_rows_were_taken_away_says_that_none_was_chosen(kept: str):
    """
    What a reader's query removed may be in the ledger: no panel says "none recorded" or "none yet".
    """
    table = pd.DataFrame(HARM).query("checked == @kept")
    table.attrs[SELECTED] = True
    panels = compose(HARM_BY_WEEK, table, CAPTION, name="made_up").figure.axes
    said = [printed(ax) for ax in panels]

    assert sum("none was chosen" in texts for texts in said) == {"verified": 3, "reported": 2}[kept]
    assert not any("yet" in text for texts in said for text in texts)
    assert sum("no record" in texts for texts in said) == {"verified": 0, "reported": 1}[kept]


@pytest.mark.parametrize("weeks", [4, 26, 52, 104])
def test_days_and_gaps_are_legible_over_any_weeks(weeks: int):
    """
    No two labels of days touch, and weeks too narrow for words are counted.
    """
    mondays = [MONDAY - pd.Timedelta(weeks=n) for n in range(weeks)]
    gaps = [HARM[2] | {"week_start": day, "first_day": day, "last_day": day} for day in mondays]
    axes = draw(HARM_BY_WEEK, [*HARM[:2], *gaps]).figure.axes
    boxes = [label.get_window_extent() for label in axes[3].get_xticklabels() if label.get_text()]
    texts = [text.get_window_extent() for text in axes[3].texts]

    assert not any(one.overlaps(other) for one, other in combinations([*boxes, *texts], 2))
    assert ("no record" in printed(axes[3])) == (weeks <= 26)
    assert (f"none recorded here: {weeks} of {weeks} weeks" in printed(axes[3])) == (weeks > 26)


@pytest.mark.parametrize("whose", [["Northern", "Southern"], ["Northern", "Southern", "Coastal"]])
def test_who_speaks_stands_on_no_title_of_prisoners(whose: list[str]):
    """
    Above the panels of captivity, titles of one or two lines leave the names of who speaks their room.
    """
    day = pd.Timestamp("2024-01-31")
    row = said(100, flow="held", whose="Northern", day=day, day_label="31 January 2024", labelled=True)
    axes = draw(captivity_of(whose), [row, row | {"claimant_side": "russia"}]).figure.axes
    titles = [ax.title.get_window_extent() for ax in axes]
    keys = [text for ax in axes for text in ax.texts if text.get_position() == (1, 1)]

    assert keys
    assert not any(title.overlaps(key.get_window_extent()) for title in titles for key in keys)
