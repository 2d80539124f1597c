"""Cards: what stands behind a number, and how a number leads there."""

import pytest
from bs4 import BeautifulSoup

from casualty_ledger.publishing.cards import BOUND, cards_of, mark_cards, name_card, name_figure
from casualty_ledger.wording.traced_text import Span, counted, recorded

HOW = "the total less that of a week before"


@pytest.fixture(scope="module")
def figures(ledger):
    return ledger.figures


def test_a_card_holds_what_a_reader_asks(figures):
    """
    The card of the General Staff's 209,940 names claimant, publisher, days, word, bounds, grade and row.
    """
    card = cards_of(figures, ["ml-0215"])["ml-0215"]
    facts = dict(card.facts)

    assert card.title == "about 209,940 Russian “losses”"
    assert facts["Reported by"] == "General Staff of Ukraine"
    assert facts["Days counted"] == "24 February 2022 to 4 June 2023"
    assert facts["Word used"] == "“eliminated”"
    assert "209,930 to 209,950" in facts["How firmly"]
    assert facts["Grade"].startswith("D6: not usually reliable")
    assert "ml-0215" in facts["Recorded in"]
    assert card.address.startswith("https://")


def test_cards_come_in_the_order_asked_for(figures):
    """
    Each figure has one card, however often it is asked for.
    """
    assert list(cards_of(figures, ["ml-0215", "CIV-0813", "ml-0215"])) == ["ml-0215", "CIV-0813"]


@pytest.mark.parametrize(
    ("span", "own"),
    [
        (Span("22", ("CIV-0813",)), True),
        (Span("22", ("CIV-0813",), BOUND), True),
        (Span("22", ("CIV-0813",), "half of it"), False),
        (Span("about 3,340", ("ml-0215", "ml-0194"), HOW), False),
    ],
)
def test_a_number_opens_its_figure_or_its_derivation(span: Span, own: bool):
    """
    A number as said opens its figure's card; a derived one opens a card that says how.
    """
    assert (name_card(span) == name_figure(span.figure_ids[0])) == own


@pytest.mark.parametrize("hostile", ['a" onclick="alert(1)', "a b", "", "x" * 500, "кома"])
def test_any_id_makes_a_name_that_html_can_hold(hostile: str):
    """
    A row's id that is no plain word is replaced by a digest, so that it ends no attribute.
    """
    named = name_figure(hostile)

    assert named.removeprefix("card-").isalnum()
    assert len(named) == len("card-") + 12


def test_cards_close_and_lead_on(figures):
    """
    Every card is a popover with a label and a button that closes it; a derived one opens its parents.
    """
    spans = [Span("about 3,340", ("ml-0215", "ml-0194"), HOW), *counted(3, "rows").spans]
    marked = BeautifulSoup(mark_cards(spans, cards_of(figures, ["ml-0215", "ml-0194"])), "html.parser")
    cards = marked.select(".card")

    assert len(cards) == 3
    assert all(card["popover"] == "auto" and card["aria-label"] for card in cards)
    assert all(card.select_one(".close")["popovertarget"] == card["id"] for card in cards)
    assert [b["popovertarget"] for b in cards[2].select("button.figure")] == ["card-ml-0215", "card-ml-0194"]


def test_a_number_within_recorded_words_leads_to_their_figure():
    """
    "part of 165,000" keeps its words and traces its number.
    """
    sentence = recorded("soldiers (part of 165,000) killed", "ml-9")

    assert sentence.text == "soldiers (part of 165,000) killed"
    assert [span.text for span in sentence.spans if span.figure_ids == ("ml-9",)] == ["165,000"]
