"""Ladders and dumbbells: statements, disagreements, rival counts."""

import pandas as pd
from made_up_charts import at_least, draw, said

from casualty_ledger.charts.disagreement_ladder import DISAGREEMENTS
from casualty_ledger.charts.fitting import MOST_ROWS, first_groups, most_telling
from casualty_ledger.charts.rival_counts import RIVALS
from casualty_ledger.charts.statements import STATEMENTS
from casualty_ledger.publishing.week import charts


def printed(chart):
    return [text.get_text() for text in chart.figure.axes[0].texts]


def test_statements_stand_in_their_order_from_the_top():
    """
    Each statement has a row of its own; the first is the highest, and each prints its words.
    """
    chart = draw(STATEMENTS, [said(5, label="a"), at_least(9, label="b")], height=0.6)
    [ax] = chart.figure.axes

    assert [label.get_text() for label in ax.get_yticklabels()] == ["a", "b"]
    assert ax.get_ylim()[0] > ax.get_ylim()[1]
    assert printed(chart) == ["5", "at least 9"]


def test_numbers_far_apart_are_drawn_in_steps_of_ten_and_say_so():
    """
    Where the largest is more than thirty times the smallest the scale steps, and its label says it.
    """
    near = draw(STATEMENTS, [said(5, label="a"), said(100, label="b")], height=0.6).figure.axes[0]
    far = draw(STATEMENTS, [said(5, label="a"), said(200, label="b")], height=0.6).figure.axes[0]

    assert (near.get_xscale(), far.get_xscale()) == ("linear", "log")
    assert "ten times" in far.get_xlabel()
    assert near.get_xlim()[0] == 0


def test_a_range_is_drawn_without_inventing_a_number():
    """
    "Between 100 and 200" is a line from 100 to 200 with no mark on it.
    """
    row = said(pd.NA, lower=100, upper=200, words="between 100 and 200", label="a")
    [ax] = draw(STATEMENTS, [row], height=0.6).figure.axes

    assert [segment[:, 0].tolist() for lines in ax.collections for segment in lines.get_segments()] == [
        [100, 200]
    ]
    assert list(ax.lines) == []


THING = {"thing": "Returned, 31 January 2024", "reading": "rival claimants"}


def test_a_dumbbell_spans_its_counts_and_names_each_claimant():
    """
    The line runs from the lowest to the highest count; each count is printed with who says it.
    """
    rows = [said(195, claimant="Moscow", claimant_side="russia") | THING, said(207, claimant="Kyiv") | THING]
    chart = draw(RIVALS, rows)
    spans = [list(line.get_xdata()) for line in chart.figure.axes[0].lines if len(line.get_xdata()) == 2]

    assert [195.0, 207.0] in spans
    assert printed(chart) == ["Moscow: 195", "Kyiv: 207"]


def test_the_dumbbell_of_31_january_2024_holds_both_counts(edition_of):
    """
    Kyiv's 207 and Moscow's 195 stand in one dumbbell, said in the alt text with their claimants.
    """
    chart = charts.draw_rivals(edition_of("2024-W05"))

    assert sorted(set(chart.table["value"])) == [195, 207]
    assert chart.table["thing"].nunique() == 1
    assert "195 (Russian Ministry of Defence)" in chart.alt
    assert "207 (Ombudsman of Ukraine (Lubinets))" in chart.alt


def test_a_ladder_rises_within_each_disagreement(edition_of):
    """
    In week 22 each disagreement is a group, its rungs from the lowest number to the highest.
    """
    table = charts.draw_disagreements(edition_of("2023-W22")).table
    rungs = table.groupby("group", sort=False)["value"]

    assert rungs.ngroups >= 2
    assert all(values.is_monotonic_increasing for _, values in rungs)
    assert set(table["reading"].str.split(";").str[0]) == {
        "contradiction",
        "difference, bounds meet",
        "bounds not compared",
    }


def test_totals_that_a_week_tells_of_days_before_it_are_compared_in_its_brief(edition_of):
    """
    On 27 May 2025 a prosecutor counted 358 killed since August 2024, on 31 May the governor 304.
    """
    table = charts.draw_disagreements(edition_of("2025-W22")).table

    assert {304, 358} <= set(table["value"])


def test_a_disagreement_says_how_strong_it_is_and_why():
    """
    Beside the thing stands the reading, and each rung has its claimant and its words.
    """
    group = {"group": "t", "thing": "Injured in Kyiv", "reading": "contradiction; rival claimants"}
    rows = [at_least(10, label="Popko") | group, said(19, label="Officials") | group]
    chart = draw(DISAGREEMENTS, rows, height=0.7)

    assert printed(chart) == ["Injured in Kyiv", "contradiction; rival claimants", "at least 10", "19"]
    assert [label.get_text() for label in chart.figure.axes[0].get_yticklabels()] == ["Popko", "Officials"]


def test_a_ladder_draws_what_has_room_and_counts_the_rest():
    """
    Of a hundred statements the first ones are drawn, the others are counted in the caption and in the data.
    """
    chart = draw(STATEMENTS, [said(n + 1, label=f"Claimant {n}\nkilled") for n in range(100)])

    assert (len(chart.figure.axes[0].texts), len(chart.table)) == (MOST_ROWS, 100)
    assert f"{100 - MOST_ROWS} more rows, in the chart’s data" in chart.caption.text
    assert [words for words, *_ in chart.traced] == [str(n + 1) for n in range(MOST_ROWS)]


def test_what_goes_together_is_drawn_whole_or_not_at_all():
    """
    A disagreement that would be cut in two is left to the data; one that is alone too long is cut.
    """
    two = pd.DataFrame({"group": ["a"] * (MOST_ROWS - 1) + ["b"] * 3})
    one = pd.DataFrame({"group": ["a"] * (MOST_ROWS + 5)})

    assert len(first_groups(two, "group")) == MOST_ROWS - 1
    assert len(first_groups(one, "group")) == MOST_ROWS


def test_marks_that_are_labelled_are_kept_before_others():
    """
    Of too many marks the labelled ones stay, and of the others the last.
    """
    marks = pd.DataFrame({"labelled": [True, False, False, False]}, index=list("abcd"))

    assert list(most_telling(marks, most=2).index) == ["a", "d"]
