"""The revision triangle of OHCHR's killed by month of death."""

from datetime import date

import pytest

from casualty_ledger.publishing.week import charts

# Published numbers of civilians killed in March 2022, in the order of their publication.
MARCH_2022 = [3190, 3298, 3326, 3333, 3378, 3951, 4094, 4118, 4154, 4163, 4168, 4289]


@pytest.fixture(scope="module")
def triangle(edition_of):
    return charts.draw_triangle(edition_of("2023-W22", "latest"))


def row_of(chart, month: str):
    return chart.table[chart.table["month_label"] == month].sort_values("vintage")


def test_march_2022_was_stated_twelve_times(triangle):
    """
    The row of March 2022 holds its twelve published numbers in order, from 3,190 to 4,289.
    """
    assert row_of(triangle, "Mar 2022")["value"].tolist() == MARCH_2022
    assert "Mar 2022 was stated 12 times: 3,190 first, 4,289 last." in triangle.alt


def test_every_number_stands_in_its_cell(triangle):
    """
    Each number of the table is written once, at its month and publication.
    """
    [ax] = triangle.figure.axes
    rows = [label.get_text() for label in ax.get_yticklabels()]
    written = {
        (rows[int(text.get_position()[1])], int(text.get_position()[0]), text.get_text()) for text in ax.texts
    }
    stated = set(
        zip(triangle.table["month_label"], triangle.table["vintage"], triangle.table["words"], strict=True)
    )

    assert written == stated


def test_what_was_not_stated_stays_empty(triangle):
    """
    A month that a publication does not give has an empty cell: no shade, no number carried forward.
    """
    [grid] = triangle.figure.axes[0].collections
    shades = grid.get_array()

    assert shades.count() == len(triangle.table) < shades.size


def test_a_triangle_knows_nothing_of_later_publications(edition_of):
    """
    As known on 5 June 2023, March 2022 ends with the number of 23 May 2023.
    """
    march = row_of(charts.draw_triangle(edition_of("2023-W22")), "Mar 2022")

    assert march["value"].tolist() == MARCH_2022[:8]
    assert march["vintage_day"].max().date() == date(2023, 5, 23)


def test_each_month_is_a_line_of_steps(edition_of):
    """
    March 2022 steps from its first number to 30.5 per cent more, 4,163 after 3,190.
    """
    chart = charts.draw_revision_steps(edition_of("2023-W22", "latest"))
    [ax] = chart.figure.axes
    heights = [line.get_ydata()[-1] for line in ax.lines]

    assert {line.get_drawstyle() for line in ax.lines} == {"steps-post"}
    assert max(heights) == pytest.approx((4163 / 3190 - 1) * 100)
    assert "Mar 2022: 3,190 → 4,163" in {text.get_text() for text in ax.texts}
    assert chart.table["vintage_day"].notna().all()
