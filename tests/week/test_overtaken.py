"""Overtaken: a toll read at successive hours or days is one running toll, and its range its last readings."""

import pandas as pd
import pytest
from made_up_ledgers import INCIDENT, edition_with

from casualty_ledger.vocabulary import Verdict
from casualty_ledger.week.incidents import Incident, find_incidents
from casualty_ledger.week.tolls import size_of

LOW = INCIDENT | {"value": "4", "published_on": "2023-05-30"}
HIGH = INCIDENT | {"claimant": "Mayor of Kherson", "value": "9", "published_on": "2023-05-31"}
SAME_DAY = {"published_on": "2023-05-30"}
RUSSIA = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia"}


def incident_of(*rows: dict[str, str]) -> Incident:
    edition = edition_with(*rows)
    (found,) = find_incidents(pd.concat([edition.in_week, edition.published]))
    return found


def killed_of(*rows: dict[str, str]) -> list[int]:
    return [size_of(figure) for figure in incident_of(*rows).killed.figures]


def noted(words: str) -> dict[str, str]:
    return {"note": words, "note_known_on": "2023-05-30"}


@pytest.mark.parametrize("relay", [{}, {"claimant": "A newspaper", "claimant_side": "media"}])
def test_a_lower_number_of_an_earlier_day_is_no_low_end(relay: dict[str, str]):
    """
    Four on one day and nine on the next is one toll that rose, whoever told the first: nine.
    """
    found = incident_of(LOW | relay, HIGH)

    assert [size_of(figure) for figure in found.killed.figures] == [9]
    assert found.verdict is Verdict.ONE_SOURCE


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (noted("as of 07:30"), noted("as of 10:15")),
        (noted("first figure of the ministry"), {}),
        (noted("preliminary"), {}),
        (noted("initial report"), noted("as of 10:15")),
        ({}, noted("before that 4 killed")),
    ],
)
def test_of_one_day_the_hour_or_the_words_tell_which_was_first(low: dict[str, str], high: dict[str, str]):
    """
    07:30 before 10:15, a "first figure" before one that is not called so, and "before that 4".
    """
    assert killed_of(LOW | low, HIGH | SAME_DAY | high) == [9]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ({}, SAME_DAY),
        (noted("as of 07:30"), SAME_DAY),
        (noted("preliminary"), SAME_DAY | noted("preliminary")),
        ({"published_on": "2023-05"}, {}),
    ],
)
def test_numbers_of_which_nothing_tells_the_order_stay_a_range(low: dict[str, str], high: dict[str, str]):
    """
    Two numbers of one day without two hours, or one of a month alone, are told as they are: 4 to 9.
    """
    found = incident_of(LOW | low, HIGH | high)

    assert [size_of(figure) for figure in found.killed.figures] == [4, 9]
    assert found.verdict is Verdict.DIFFER


def test_a_later_lower_number_is_never_overtaken():
    """
    Nine, and four on the next day: somebody has revised it, or disputes it.
    """
    assert killed_of(LOW | {"published_on": "2023-06-01"}, HIGH) == [4, 9]


def test_what_the_other_side_said_before_is_its_own_word():
    """
    Sides that fight read no toll together: four by one and nine by the other stand, and are in dispute.
    """
    found = incident_of(LOW | {"claimant_side": "ukraine"}, HIGH | RUSSIA)

    assert [size_of(figure) for figure in found.killed.figures] == [4, 9]
    assert found.verdict is Verdict.DISPUTED


@pytest.mark.parametrize(
    ("hedge", "day", "killed"),
    [
        ("more_than", "2023-05-31", [9]),
        ("at_least", "2023-05-31", [9]),
        ("at_least", "2023-06-01", [9]),
        ("about", "2023-05-31", [4, 9]),
    ],
)
def test_a_bound_that_holds_with_a_higher_number_is_no_low_end(hedge: str, day: str, killed: list[int]):
    """
    "More than four" is true where nine were killed, whenever it is said; "about four" is not.
    """
    assert killed_of(LOW | {"hedge": hedge, "published_on": day}, HIGH) == killed


def test_a_number_that_the_source_of_the_higher_one_gave_before_is_a_step_of_its_toll():
    """
    The mayor says four and then nine; a committee that says four on that day has read the first of them.
    """
    steps = [HIGH | SAME_DAY | {"value": value, "published_sequence": at} for at, value in ("14", "29")]

    assert killed_of(LOW, *steps) == [9]


def test_who_repeats_what_a_source_has_lowered_overtakes_nothing():
    """
    Nine, lowered to four at six: at seven the service still says nine, and both are told.
    """
    lowered = LOW | noted("as of 06:00; corrected from 9")

    assert killed_of(lowered, HIGH | SAME_DAY | noted("as of 07:00")) == [4, 9]
    assert killed_of(lowered, HIGH | {"value": "10"}) == [10]


def test_a_count_of_some_of_the_people_is_no_low_end():
    """
    Three displaced people of the four who were killed are no rival count of them.
    """
    some = LOW | SAME_DAY | {"value": "3", "scope": "people displaced from another region"}

    assert killed_of(some, HIGH | SAME_DAY) == [9]


def test_children_who_were_counted_first_make_no_range_of_the_children():
    """
    One child, and on the next day two: two.
    """
    child = {"population": "civilian_children", "scope": "subset of the killed"}
    found = incident_of(LOW, HIGH, LOW | child | {"value": "1"}, HIGH | child | {"value": "2"})

    assert [size_of(figure) for figure in found.killed.children] == [2]


def test_a_dispute_of_numbers_that_a_later_one_overtook_is_over():
    """
    Four and six on one page contradict each other; on the next day nine is all that anybody says.
    """
    page = {"address": "https://page.example/a"}
    rows = [LOW | page, LOW | page | {"claimant": "Kherson police", "value": "6"}, HIGH]

    assert incident_of(*rows).verdict is Verdict.ONE_SOURCE


@pytest.mark.parametrize(("side", "verdict"), [("ukraine", Verdict.DISPUTED), ("russia", Verdict.ONE_SOURCE)])
def test_a_side_that_counts_soldiers_and_people_disputes_neither(side: str, verdict: Verdict):
    """
    Russia tells of 70 raiders killed and of a civilian: both are its word, and nobody says otherwise.
    """
    raiders = INCIDENT | RUSSIA | {"population": "military", "party": "ukraine", "value": "70"}

    assert incident_of(LOW | {"claimant_side": side}, raiders).verdict is verdict
