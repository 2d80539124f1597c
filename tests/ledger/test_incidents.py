"""Two events in one place on one day are told apart by what is said of them."""

import pytest
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.incidents import name_event, name_incidents
from casualty_ledger.series.statements import running_tolls, standing
from casualty_ledger.sources.registry import Register

NOBODY = Register({}, {})
ATTACK = {
    "claimant": "Head of an oblast",
    "party": "",
    "population": "civilians",
    "measure": "killed",
    "place": "Kherson",
    "covers_from": "2023-05-30",
    "covers_until": "2023-05-30",
    "published_on": "2023-05-30",
    "basis": "period",
    "hedge": "exact",
}


def figures_of(*changes: dict[str, str]):
    rows = make_rows(*(ATTACK | {"address": f"https://example.org/{n}"} | c for n, c in enumerate(changes)))
    return gather_figures(clean_rows(rows, NOBODY).appearances)[0]


@pytest.mark.parametrize("column", ["scope", "incident"])
def test_two_events_are_no_restated_toll(column):
    """
    A market and a bus stop, named by their scope or by a column, are two tolls that both stand.
    """
    market, bus = {"value": "1", column: "market, morning"}, {"value": "4", column: "bus stop, evening"}
    figures = figures_of(market, bus)

    assert running_tolls(figures).empty
    assert sorted(standing(figures)["value"]) == [1, 4]
    assert set(figures["incident"]) == {"market, morning", "bus stop, evening"}


def test_two_events_with_one_number_on_one_page_stay_two():
    """
    One killed at the market and one at the bus stop are two figures, not one that was printed twice.
    """
    figures = figures_of({"value": "1", "scope": "market"}, {"value": "1", "scope": "bus stop"})

    assert len(figures) == 2


def test_one_number_described_in_two_ways_by_two_relays_stays_one():
    """
    Two publishers who describe one count differently print one statement.
    """
    one = {"value": "3", "scope": "market", "publisher": "One agency"}
    figures = figures_of(one, one | {"scope": "central market", "publisher": "Another agency"})

    assert figures[["appearances", "incident"]].to_numpy().tolist() == [[2, ""]]


def test_a_later_word_about_a_named_event_restates_it():
    """
    The market's toll of the next day supersedes the market's, and not that of the bus stop.
    """
    market, bus = {"value": "1", "scope": "market"}, {"value": "4", "scope": "bus stop"}
    figures = figures_of(market, bus, market | {"value": "2", "published_on": "2023-05-31"})

    assert sorted(standing(figures)["value"]) == [2, 4]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"scope": "includes 1 child"}, {"scope": "includes 2 children"}),
        ({"scope": "dormitory"}, {"scope": "dormitory; preliminary"}),
        ({"scope": "market"}, {"scope": ""}),
        ({"scope": "market", "published_sequence": "1"}, {"scope": "bus stop", "published_sequence": "2"}),
        ({"scope": "first toll"}, {"scope": "final toll; rescue work finished"}),
    ],
)
def test_who_is_counted_and_how_far_names_no_event(first, second):
    """
    Scopes about people or about the count, and statements in a recorded order, are one toll restated.
    """
    figures = figures_of({"value": "2"} | first, {"value": "5"} | second)

    assert standing(figures)["value"].tolist() == [5]


def test_few_of_the_recorded_scopes_name_an_event(ledger):
    """
    Of the recorded figures only a few are told apart, each pair by scopes that say something else.
    """
    appearances = ledger.appearances
    named = name_incidents(appearances)
    told = appearances[named != ""]

    assert 0 < len(told) < len(appearances) / 100
    assert (told["scope"].map(name_event) == named[named != ""]).all()
