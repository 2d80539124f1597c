"""Layout: every label can be read, in thin and in crowded weeks, however long a name is."""

import pytest
from layout import boxes_of, faults_of
from matplotlib.figure import Figure
from soak import in_soak

from casualty_ledger.charts.frame import Chart
from casualty_ledger.publishing.week import charts

DRAWINGS = [getattr(charts, name) for name in charts.__all__ if name.startswith("draw_")]
EDITIONS = [("2022-W12", ""), *in_soak(("2023-W22", ""), ("2026-W30", "latest"))]


@pytest.mark.parametrize(("week", "as_of"), EDITIONS, ids=lambda part: part or "default")
def test_no_label_lies_on_another_or_is_cut_off(edition_of, week: str, as_of: str):
    """
    In three editions, thin and crowded, no text of any chart overlaps another or leaves the picture.
    """
    drawn = [drawing(edition_of(week, as_of)) for drawing in DRAWINGS]
    charts = [chart for chart in drawn if isinstance(chart, Chart)]

    assert len(charts) >= 8
    assert {c.name: faults_of(c.figure) for c in charts} == {c.name: [] for c in charts}


@pytest.mark.parametrize("week", ["2022-W12", *in_soak("2023-W22", "2025-W16", "2025-W33", "2026-W05")])
def test_no_sentence_over_or_under_a_chart_is_cut(edition_of, week: str):
    """
    Title, what is drawn, what its marks mean and who says so take the lines that they need.
    """
    drawn = [drawing(edition_of(week)) for drawing in DRAWINGS]
    said = [text.get_text() for each in drawn if isinstance(each, Chart) for text in each.figure.texts]

    assert len(said) >= 16
    assert [text for text in said if text.endswith("…")] == []


def test_the_check_sees_what_an_eye_would_see():
    """
    Two texts on one spot and one beyond the edge are found.
    """
    figure = Figure(figsize=(3, 1))
    for across, said in ((0.3, "one"), (0.3, "other"), (0.95, "far too long")):
        figure.text(across, 0.5, said)

    assert len(boxes_of(figure)) == 3
    assert faults_of(figure) == [("one", "other"), ("far too long",)]
