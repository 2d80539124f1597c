"""The table behind a chart: what is drawn, every number traced."""

import pytest

from casualty_ledger.publishing.cards import BOUND
from casualty_ledger.publishing.chart_table import tabulate_chart
from casualty_ledger.publishing.week import charts


def spans_in(table, column: str) -> list:
    at = table.columns.index(column)
    return [span for row in table.rows for span in row[at].spans]


def test_a_toll_is_tabled_as_it_was_restated(edition_of):
    """
    The statements of Pidhorodne stand in order, a rival's last, each with its figure.
    """
    table = tabulate_chart(charts.draw_toll(edition_of("2023-W22")))

    assert [span.text for span in spans_in(table, "Number")] == ["6", "13", "20", "22", "22"]
    assert spans_in(table, "Number")[3].figure_ids == ("CIV-0813",)
    assert spans_in(table, "Lower bound")[3].how == BOUND


def test_an_increment_names_both_totals_and_says_how(edition_of):
    """
    The week's 3,340 and its bounds 3,230 and 3,450 rest on the totals of both Sundays.
    """
    table = tabulate_chart(charts.draw_increments(edition_of("2023-W22")))
    last = {column: table.rows[-1][at].spans[0] for at, column in enumerate(table.columns)}

    assert [last[name].text for name in ("Number", "Lower bound", "Upper bound")] == [
        "3,340",
        "3,230",
        "3,450",
    ]
    assert {last[name].figure_ids for name in ("Number", "Lower bound")} == {("ml-0215", "ml-0194")}
    assert "less" in last["Number"].how


def test_a_gap_stays_a_gap(edition_of):
    """
    A week that cannot be derived has a dash for its number and a reason, never 0.
    """
    table = tabulate_chart(charts.draw_increments(edition_of("2022-W12")))

    assert table.rows[0][table.columns.index("Number")].text == "–"
    assert "no total recorded for" in table.rows[0][table.columns.index("Why there is no number")].text


def test_a_calendar_counts_figures_and_says_so(edition_of):
    """
    The calendar has one row per claimant; its numbers count figures, and a day without any is a dash.
    """
    table = tabulate_chart(charts.draw_calendar(edition_of("2023-W22")))
    cells = [span for row in table.rows for cell in row[1:] for span in cell.spans]

    assert len(table.columns) == 8
    assert {span.text for span in cells if not span.how} == {"–"}
    assert {span.how for span in cells if span.how} == {"how many figures the claimant published that day"}


@pytest.mark.parametrize("draw", ["draw_verified", "draw_civilian_totals", "draw_military", "draw_captives"])
def test_no_number_of_a_chart_is_without_its_figure(edition_of, draw: str):
    """
    In the columns of numbers every digit belongs to a traced number.
    """
    table = tabulate_chart(getattr(charts, draw)(edition_of("2023-W22")))
    numbers = [span for name in ("Number", "Lower bound", "Upper bound") for span in spans_in(table, name)]

    assert len(numbers) > 10
    assert all(span.figure_ids for span in numbers if any(letter.isdigit() for letter in span.text))
