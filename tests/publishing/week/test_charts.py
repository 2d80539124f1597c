"""The charts of a week, from their tables to their alt text."""

import ast
import re
from pathlib import Path

import pytest
from soak import one_in

from casualty_ledger.charts.alt_text import size_of
from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.publishing.week import charts as week_charts

# Of people no total is followed here: `test_followed_people` draws one.
ELSEWHERE = "draw_increments_of_people"
NAMES = [name for name in week_charts.__all__ if name.startswith("draw_") and name != ELSEWHERE]
DRAWINGS = {name: getattr(week_charts, name) for name in NAMES}
# Charts that tell of the past as well have something to show in every week.
ALWAYS = {
    "draw_verified",
    "draw_increments",
    "draw_triangle",
    "draw_revision_steps",
    "draw_losses",
    "draw_captivity",
}
COUNTED = set(DRAWINGS) - {"draw_calendar"}


@pytest.fixture(scope="module")
def charts(edition_of):
    """Every chart of week 22 of 2023, drawn once."""
    edition = edition_of("2023-W22")
    return {name: drawing(edition) for name, drawing in DRAWINGS.items()}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_chart_of_week_22_has_its_words(charts, name: str):
    """
    Each chart has a title, a caption that names who says so and as of when, and alt text.
    """
    chart = charts[name]

    assert isinstance(chart, Chart)
    assert "as known on 5 June 2023" in chart.caption.text
    assert chart.caption.title in chart.alt
    assert chart.caption.who_says in chart.alt


def test_charts_have_names_of_their_own(charts):
    """
    No two charts would be saved under one name.
    """
    assert len({chart.name for chart in charts.values()}) == len(DRAWINGS) == 16


@pytest.mark.parametrize("name", sorted(COUNTED))
def test_alt_text_says_the_highest_number_and_how_firm_it_is(charts, name: str):
    """
    What a blind reader gets holds the highest number of the chart's own table, in its own words.
    """
    table = charts[name].table
    drawn = table[table["words"] != ""]
    if "mark" in drawn:
        drawn = drawn[drawn["mark"] == "return"]
    sizes = size_of(drawn)
    highest = drawn.loc[sizes == sizes.max(), "words"]

    assert any(f"ighest {words} (" in charts[name].alt for words in highest), charts[name].alt
    assert re.search(r"[Ff]irst .+; last .+; highest ", charts[name].alt)


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("draw_verified", "day"),
        ("draw_increments", "week_start"),
        ("draw_toll", "slot"),
        ("draw_triangle", "vintage"),
    ],
)
def test_alt_text_says_the_first_and_the_last_number(charts, name: str, order: str):
    """
    The first and the last number of the table are told, as it orders them.
    """
    ordered = charts[name].table.sort_values(order, kind="stable")["words"]

    assert f"irst {ordered.iloc[0]} (" in charts[name].alt
    assert f"last {ordered.iloc[-1]} (" in charts[name].alt


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_number_of_a_chart_leads_to_its_figures(charts, edition_of, name: str):
    """
    Whatever a chart prints names figures that the ledger holds in this vintage.
    """
    known = set(edition_of("2023-W22").figures["figure_id"])
    traced = charts[name].traced

    assert traced
    assert all(ids and set(ids) <= known for _, ids, _ in traced)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_number_written_beside_a_mark_stands_in_the_table(charts, name: str):
    """
    A text in the axes that holds a number holds the words of a row, or names a thing of the table.
    """
    chart = charts[name]
    named = {str(cell) for column in chart.table for cell in chart.table[column]}
    texts = [text.get_text() for ax in chart.figure.axes for text in ax.texts]
    numbers = {number for text in texts for number in re.findall(r"\d[\d,]*\d|\d", text)}
    stated = {number for cell in named for number in re.findall(r"\d[\d,]*\d|\d", cell)}

    assert numbers
    assert numbers <= stated


@pytest.mark.parametrize("name", sorted(set(DRAWINGS) - ALWAYS))
def test_a_chart_without_figures_is_a_sentence(edition_of, name: str):
    """
    In week 40 of 2026, of which the ledger holds nothing, each chart is replaced by a sentence.
    """
    chart = DRAWINGS[name](edition_of("2026-W40"))

    assert isinstance(chart, NoChart)
    assert chart.sentence.startswith(("This ledger has recorded no", "Among the week’s figures none"))
    assert chart.sentence in chart._repr_html_()


def test_weeks_that_cannot_be_derived_are_gaps_that_say_so(edition_of):
    """
    The last total is of 2 August 2026: of eleven weeks up to week 40 only two can be derived.
    """
    chart = week_charts.draw_increments(edition_of("2026-W40"))
    [ax] = chart.figure.axes

    assert chart.table["derived"].tolist() == [True] * 2 + [False] * 9
    assert "9 of 11 weeks cannot be derived" in chart.alt
    assert sum(text.get_text() == "not derived" for text in ax.texts) == 9


@pytest.mark.parametrize("name", one_in(4, DRAWINGS))
def test_the_same_table_gives_the_same_bytes(charts, edition_of, name: str):
    """
    A chart drawn twice is the same SVG, byte for byte, and holds no comment.
    """
    assert DRAWINGS[name](edition_of("2023-W22")).svg == charts[name].svg
    assert "<!--" not in charts[name].svg


def test_a_chart_is_saved_with_its_table(charts, tmp_path):
    """
    A chart leaves an SVG, a PNG and the table that it was drawn from.
    """
    charts["draw_toll"].save(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "running_toll.csv",
        "running_toll.png",
        "running_toll.svg",
    ]
    assert (tmp_path / "running_toll.png").read_bytes().startswith(b"\x89PNG")


def test_a_notebook_gets_the_picture_with_its_alt_text(charts):
    """
    Shown in a notebook, the SVG carries alt text and caption as metadata.
    """
    shown, metadata = charts["draw_toll"]._repr_mimebundle_()

    assert shown["image/svg+xml"].startswith("<svg")
    assert metadata["image/svg+xml"]["alt"] == charts["draw_toll"].alt == shown["text/plain"]


def test_where_no_picture_is_shown_a_chart_says_what_it_shows(charts):
    """
    Printed as text, a chart is its alt text and not the names of its parts.
    """
    assert repr(charts["draw_toll"]) == charts["draw_toll"].alt


def test_the_running_toll_draws_6_13_20_22(charts):
    """
    The toll of Pidhorodne is drawn as 6, 13, 20 and 22; another claimant's 22 is a line of its own.
    """
    told = charts["draw_toll"].table.groupby("claimant", sort=False)["words"].apply(list)

    assert told.tolist() == [["6", "13", "20", "22"], ["22"]]


def test_a_chart_draws_and_takes_nothing_but_what_it_is_given():
    """
    No chart opens the ledger or chooses figures: none imports the rooms that do.
    """
    folder = Path(week_charts.__file__).parents[2] / "charts"
    imported = {
        node.module
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module
    }

    assert not [name for name in imported if re.match(r"casualty_ledger\.(series|publishing|sources)", name)]
