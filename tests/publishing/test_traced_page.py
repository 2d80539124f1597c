"""The finished page, read back: every number on it is traced, and its card says what was said."""

import re
from collections import Counter

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from reading_back import (
    NUMBER,
    drawn_in,
    names_with_digits,
    numbers_of,
    read_page,
    untraced,
    words_of,
)
from soak import in_soak

from casualty_ledger.charts.frame import Chart
from casualty_ledger.publishing.document import Picture, spans_of
from casualty_ledger.publishing.quotable import quote
from casualty_ledger.publishing.week import charts
from casualty_ledger.publishing.week.brief import compose_without_changes

WEEKS = ["2022-W12", "2023-W22", *in_soak("2023-W42", "2024-W22", "2025-W01")]
EMPTY = "2026-W40"


@pytest.mark.parametrize("week", [*WEEKS, EMPTY])
def test_every_number_on_the_page_is_traced_or_declared(finished, edition_of, week: str):
    """
    Outside traced numbers, cards and sources, a page holds only digits of the declared kinds.
    """
    names = names_with_digits(edition_of(week))
    texts = words_of(read_page(finished(week) / "brief.html"))

    assert len(texts) > 10
    assert [(found, text) for text in texts if (found := untraced(text, names))] == []


def test_an_untraced_number_on_the_page_is_found(finished):
    """
    A number planted in a paragraph, in a cell or in a caption without its figures is noticed.
    """
    html = (finished("2023-W22") / "brief.html").read_text(encoding="utf-8").partition("<main")[2]
    for place in ("<p>", '<td role="cell"[^>]*>', "<figcaption>"):
        spoilt = re.sub(place, r"\g<0>about 4,711 killed ", html, count=1)
        planted = BeautifulSoup(f"<main{spoilt}", "html.parser")
        assert any("4,711" in untraced(text) for text in words_of(planted)), place


@pytest.mark.parametrize("week", WEEKS)
def test_every_number_drawn_in_a_chart_is_traced(edition_of, week: str):
    """
    A number printed in a picture is one of those that the chart names figures for, or that its table holds.
    """
    names = names_with_digits(edition_of(week))
    parts = compose_without_changes(edition_of(week)).parts()
    pictures = [block for _, block in parts if isinstance(block, Picture)]
    printed = 0
    for picture in pictures:
        traced = set(NUMBER.findall(" ".join(span.text for span in spans_of(picture))))
        drawn = [found for text in drawn_in(picture.chart) for found in untraced(text, names)]
        printed += len(drawn)
        assert set(drawn) <= traced

    assert printed > 5


@pytest.mark.parametrize("week", ["2022-W46", "2023-W22"])
def test_every_number_drawn_on_a_topic_page_is_traced(edition_of, week: str):
    """
    What a chart prints, days apart, is a number that leads to its figures, in every chart there is.
    """
    edition = edition_of(week)
    names = names_with_digits(edition)
    draws = [draw for name, draw in vars(charts).items() if name.startswith("draw_")]
    found = [chart for draw in draws if isinstance(chart := draw(edition), Chart)]
    for chart in found:
        traced = set(NUMBER.findall(" ".join(span.text for span in spans_of(Picture(chart)))))
        drawn = {number for text in drawn_in(chart) for number in untraced(text, names)}
        assert drawn <= traced, chart.name

    assert {draw.__name__ for draw in draws} <= {*charts.__all__}
    assert len(found) > 8


@pytest.mark.parametrize("week", WEEKS)
def test_every_number_opens_a_card_that_says_it(finished, edition_of, week: str):
    """
    The card of a number that stands as it was said holds that number, its claimant and its sentence.
    """
    page = read_page(finished(week) / "brief.html")
    figures = edition_of(week).figures.set_index("figure_id", drop=False)
    opened = {name for _, name in numbers_of(page)}

    assert len(opened) > 10
    for name in opened:
        card = page.find(id=name)
        if not name.startswith("derived-"):
            figure = figures.loc[name.removeprefix("card-")]
            assert quote(figure) in card.get_text()
            assert figure["claimant"] in card.get_text()


def test_a_derived_number_says_how_and_leads_to_both_totals(finished):
    """
    The card of the week's increment of 3,340 says how, and opens the cards of the two Sundays' totals.
    """
    page = read_page(finished("2023-W22") / "brief.html")
    name = dict(numbers_of(page))["about 3,340"]
    card = page.find(id=name)

    assert "the total less that of a week before" in card.get_text()
    assert {b["popovertarget"] for b in card.select("button.figure")} == {"card-ml-0215", "card-ml-0194"}


@pytest.mark.parametrize("week", [*WEEKS, EMPTY])
def test_each_card_stands_once_and_every_button_finds_it(finished, week: str):
    """
    No card is repeated, and no button opens a card that is not on the page.
    """
    page = read_page(finished(week) / "brief.html")
    cards = [card["id"] for card in page.select(".card")]
    wanted = {button["popovertarget"] for button in page.find_all("button")}

    assert len(cards) == len(set(cards))
    assert wanted == set(cards)


@pytest.mark.parametrize("week", WEEKS)
def test_the_trace_lists_every_number_of_the_page(finished, week: str):
    """
    trace.csv holds each number of the page as often as it stands there, with its sheet and row.
    """
    page = read_page(finished(week) / "brief.html")
    trace = pd.read_csv(finished(week) / "trace.csv", dtype=str, keep_default_na=False)
    printed = trace[(trace["number"] != "") & ~trace["place"].str.startswith("chart: ")]
    listed = Counter(printed.drop_duplicates("nth").loc[lambda rows: rows["figure_id"] != "", "number"])

    assert Counter(text for text, _ in numbers_of(page)) == listed
    assert (printed.loc[printed["figure_id"] != "", ["sheet", "row_ids"]] != "").all(axis=None)
