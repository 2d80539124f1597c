"""The charts of a week, from their tables to their alt text."""

import re

import pytest

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.charts.labels import label_number
from casualty_ledger.publishing.week import pictures

DRAWINGS = {
    "running_toll": pictures.draw_toll,
    "verified_totals": pictures.draw_verified,
    "civilian_totals": pictures.draw_civilian_totals,
    "weekly_increments": pictures.draw_increments,
    "military_statements": pictures.draw_military,
    "exchanges": pictures.draw_recent_exchanges,
    "captivity_statements": pictures.draw_captives,
    "reporting_calendar": pictures.draw_calendar,
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_chart_of_week_22_has_its_words(edition_of, name: str):
    """
    Each chart has a title, a caption that names who says so and as of when, and alt text.
    """
    chart = DRAWINGS[name](edition_of("2023-W22"))

    assert isinstance(chart, Chart)
    assert chart.name == name
    assert "as known on 5 June 2023" in chart.caption.text
    assert chart.caption.title in chart.alt
    assert chart.caption.who_says in chart.alt


@pytest.mark.parametrize("name", sorted(set(DRAWINGS) - {"reporting_calendar"}))
def test_alt_text_says_the_first_the_last_and_the_highest(edition_of, name: str):
    """
    What a blind reader gets holds the highest number of the chart's own table.
    """
    chart = DRAWINGS[name](edition_of("2023-W22"))
    highest = chart.table["value"].max()

    assert re.search(rf"highest [^;]*{label_number(highest)}", chart.alt), chart.alt
    assert "First " in chart.alt
    assert "; last " in chart.alt


@pytest.mark.parametrize("name", sorted(set(DRAWINGS) - {"verified_totals", "weekly_increments"}))
def test_a_chart_without_figures_is_a_sentence(edition_of, name: str):
    """
    In week 40 of 2026, of which the ledger holds nothing, each chart is replaced by a sentence.
    """
    chart = DRAWINGS[name](edition_of("2026-W40"))

    assert isinstance(chart, NoChart)
    assert chart.sentence.startswith("No")
    assert chart.sentence in chart._repr_html_()


def test_weeks_that_cannot_be_derived_are_gaps_that_say_so(edition_of):
    """
    The last total is of 2 August 2026: of eleven weeks up to week 40 only two can be derived.
    """
    chart = pictures.draw_increments(edition_of("2026-W40"))

    assert chart.table["derived"].tolist() == [True] * 2 + [False] * 9
    assert "9 of 11 weeks cannot be derived" in chart.alt
    [ax] = chart.figure.axes
    assert [label.get_text() for label in ax.get_xticklabels()] == chart.table["week"].tolist()
    assert sum("not derivable" in text.get_text() for text in ax.texts) == 9


def test_the_same_table_gives_the_same_bytes(edition_of):
    """
    A chart drawn twice is the same SVG, byte for byte.
    """
    assert pictures.draw_toll(edition_of("2023-W22")).svg == pictures.draw_toll(edition_of("2023-W22")).svg


def test_a_chart_is_saved_with_its_table(edition_of, tmp_path):
    """
    A chart leaves an SVG, a PNG and the table that it was drawn from.
    """
    pictures.draw_toll(edition_of("2023-W22")).save(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "running_toll.csv",
        "running_toll.png",
        "running_toll.svg",
    ]
    assert (tmp_path / "running_toll.png").read_bytes().startswith(b"\x89PNG")


def test_a_notebook_gets_the_picture_with_its_alt_text(edition_of):
    """
    Shown in a notebook, the SVG carries alt text and caption as metadata.
    """
    chart = pictures.draw_toll(edition_of("2023-W22"))
    shown, metadata = chart._repr_mimebundle_()

    assert shown["image/svg+xml"].startswith("<svg")
    assert metadata["image/svg+xml"]["alt"] == chart.alt == shown["text/plain"]


def test_the_running_toll_draws_6_13_20_22(edition_of):
    """
    The toll of Pidhorodne is drawn as 6, 13, 20 and 22, in this order.
    """
    assert pictures.draw_toll(edition_of("2023-W22")).table["words"].tolist() == ["6", "13", "20", "22"]
