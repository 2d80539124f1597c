"""Labels: a count is said as firmly as its source said it."""

import pandas as pd
import pytest

from casualty_ledger.recorded_words import RECORDED_POPULATIONS
from casualty_ledger.vocabulary import Hedge, Measure
from casualty_ledger.wording.labels import (
    label_count,
    label_counted_days,
    label_days,
    label_figure,
    label_number,
    label_until,
)

FIGURE = {
    "conflict": "russia_ukraine",
    "measure": "killed",
    "population": "children",
    "party": "ukraine",
    "sex": "",
    "age_group": "",
    "subgroup": "",
    "hedge": "exact",
    "lower": 1,
    "value": 1,
    "upper": 1,
    "interval_kind": "logical",
    "basis": "period",
    "rate_unit": "",
    "is_floor": False,
}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "1"),
        ({"hedge": "at_least", "value": 485}, "at least 485"),
        ({"value": 485, "is_floor": True}, "at least 485"),
        ({"hedge": "more_than", "value": 485, "is_floor": True}, "more than 485"),
        ({"value": 2, "basis": "rate", "rate_unit": "day", "is_floor": True}, "at least 2 a day"),
        ({"hedge": "more_than", "value": 16000}, "more than 16,000"),
        ({"hedge": "about", "value": 209940}, "about 209,940"),
        ({"hedge": "up_to", "value": 80000}, "up to 80,000"),
        ({"hedge": "range", "lower": 100, "value": None, "upper": 200}, "between 100 and 200"),
        ({"hedge": "exact", "value": 500, "basis": "rate", "rate_unit": "day"}, "500 a day"),
        ({"hedge": "unquantified", "value": None}, "no number"),
        (
            {"hedge": "about", "value": 47000, "lower": 40000, "upper": 55000, "interval_kind": "confidence"},
            "about 47,000 (40,000 to 55,000)",
        ),
    ],
)
def test_a_count_keeps_its_hedge(change, words):
    """
    The hedge, the unit of a rate and the stated bounds are said with the number.
    """
    assert label_count(FIGURE | change) == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "N child killed"),
        ({"value": 2}, "N children killed"),
        ({"hedge": "at_least"}, "N child killed"),
        ({"population": "civilian", "measure": "injured", "value": 22}, "N civilians injured"),
        ({"measure": "exchanged", "value": 9}, "N children returned in an exchange"),
        (
            {"measure": "exchanged", "value": 9, "basis": "cumulative", "place": "Kyiv", "admin1": ""},
            "N children returned in exchanges",
        ),
        ({"population": "civilian", "value": 260, "sex": "male"}, "N men killed"),
        (
            {"population": "civilian", "value": 9, "sex": "female", "subgroup": "x"},
            "N women killed (x)",
        ),
        ({"population": "armed_forces", "party": "russia", "measure": "losses"}, "N Russian “losses”"),
        ({"population": "armed_forces", "party": "wagner", "value": 5}, "N Wagner fighters killed"),
        (
            {"population": "prisoners_of_war", "party": "russia", "measure": "held", "value": 12},
            "N Russian prisoners of war held",
        ),
    ],
)
def test_people_are_named_in_the_right_number(change, words):
    """
    One is singular, hedged or not, losses stand in quotation marks and never become killed.
    """
    assert label_figure(FIGURE | change, "N") == words


@pytest.mark.parametrize(
    ("recorded", "one", "many"),
    [
        ("civilian_women", "woman", "women"),
        ("men", "man", "men"),
        ("girls", "girl", "girls"),
        ("civilian_boys", "boy", "boys"),
        ("civilian_adults", "adult", "adults"),
        ("minors", "child", "children"),
        ("medical_personnel", "medical worker", "medical workers"),
        ("humanitarian_workers", "aid worker", "aid workers"),
        ("media_workers", "journalist", "journalists"),
        ("first_responders", "rescue worker", "rescue workers"),
    ],
)
def test_sex_age_and_work_are_named_in_the_right_number(recorded, one, many):
    """
    People recorded by sex, age or work are called so, one of them in the singular.
    """
    people = RECORDED_POPULATIONS[recorded]
    named = {name: str(getattr(people, name)) for name in ("population", "sex", "age_group")}

    assert label_figure(FIGURE | named, "1") == f"1 {one} killed"
    assert label_figure(FIGURE | named | {"value": 48}, "48") == f"48 {many} killed"


def test_the_sex_of_soldiers_is_an_adjective():
    """
    A population with a noun of its own keeps it, with the sex before it.
    """
    soldiers = {"population": "armed_forces", "sex": "female", "party": "ukraine", "value": 2}

    assert label_figure(FIGURE | soldiers, "2") == "2 Ukrainian female soldiers killed"


def test_every_hedge_and_measure_has_words():
    """
    No hedge and no measure of the vocabulary lacks its words.
    """
    for hedge in Hedge:
        assert label_count(FIGURE | {"hedge": str(hedge)})
    for measure in Measure:
        assert "N" in label_figure(FIGURE | {"measure": str(measure)}, "N")


def test_missing_is_a_dash_and_never_zero():
    """
    A missing number is printed as a dash; a zero as a zero.
    """
    assert (label_number(pd.NA), label_number(0)) == ("–", "0")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-06-03", "2023-06-03", "3 June 2023"),
        ("2023-05-01", "2023-05-30", "1 to 30 May 2023"),
        ("2022-12-30", "2023-01-02", "30 December 2022 to 2 January 2023"),
        ("2022-02-24", None, "since 24 February 2022, end not stated"),
        (None, "2023-06-04", "up to 4 June 2023"),
        (None, None, "days not stated"),
    ],
)
def test_days_are_written_out(first, last, words):
    """
    Days are said as short as they can be, and an unstated end is called so.
    """
    assert label_days(pd.Timestamp(first), pd.Timestamp(last)) == words


@pytest.mark.parametrize(
    ("caveats", "words"),
    [("", "24 February 2022 to 28 February 2023"), ("end_day_vague", "24 February 2022 to February 2023")],
)
def test_a_last_day_of_which_only_the_month_is_known_is_no_day(caveats: str, words: str):
    """
    A total to February is not one to its last day.
    """
    days = {"covers_from": pd.Timestamp("2022-02-24"), "covers_until": pd.Timestamp("2023-02-28")}

    assert label_counted_days(FIGURE | days | {"caveats": caveats, "date_precision": "month"}) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2025-01-01", "2025-06-30", "month", "January to June 2025"),
        ("2024-12-01", "2025-06-30", "month", "December 2024 to June 2025"),
        ("2025-01-05", "2025-06-30", "month", "5 January 2025 to June 2025"),
        ("2022-01-01", "2024-12-31", "year", "2022 to 2024"),
        ("2022-02-24", "2024-12-31", "year", "24 February 2022 to 2024"),
    ],
)
def test_both_ends_of_a_span_are_said_as_exactly_as_they_are_known(
    first: str, last: str, precision: str, words: str
):
    """
    "1 January 2025 to June 2025" mixes a day and a month that nobody has told apart.
    """
    days = {"covers_from": pd.Timestamp(first), "covers_until": pd.Timestamp(last)}
    figure = FIGURE | days | {"caveats": "end_day_vague", "date_precision": precision}

    assert label_counted_days(figure) == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"measure": "injured", "population": "civilian"}, "6 civilians injured (subset of the 25 injured)"),
        (
            {"measure": "losses", "population": "armed_forces"},
            "6 Ukrainian “losses” (subset of the 25 injured)",
        ),
    ],
)
def test_whose_part_it_is_stands_behind_what_is_counted(change: dict[str, str], words: str):
    """
    "6 civilians (subset of the 25 injured) injured" is no sentence.
    """
    part = {"value": 6, "lower": 6, "upper": 6, "subgroup": "subset of the 25 injured"}

    assert label_figure(FIGURE | part | change, "6") == words


LATE = FIGURE | {
    "basis": "cumulative",
    "covers_from": pd.Timestamp("2022-12-01"),
    "covers_until": pd.Timestamp("2023-05-01"),
    "date_precision": "month",
    "published_on": pd.Timestamp("2023-05-02"),
    "published_precision": "day",
    "caveats": "",
}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "December 2022 to 1 May 2023"),
        ({"covers_from": pd.Timestamp("2022-12-05"), "date_precision": "day"},
         "5 December 2022 to 1 May 2023"),
        ({"covers_until": pd.NaT, "date_precision": "day"},
         "since 1 December 2022; end not stated; published 2 May 2023"),
        ({"covers_from": pd.Timestamp("2022-02-24")}, "to 1 May 2023"),
        ({"covers_from": pd.NaT}, "to 1 May 2023"),
    ],
)  # fmt: skip
def test_a_total_that_begins_later_than_its_conflict_says_when(change, words):
    """
    What was counted since December is no total of the war: "to 1 May" alone would read as one.
    """
    assert label_until(LATE | change) == words


def test_a_period_of_one_month_is_named_once():
    """
    What is known to lie in April alone is not said to last from April to April.
    """
    april = {"covers_from": pd.Timestamp("2023-04-01"), "covers_until": pd.Timestamp("2023-04-30")}

    assert label_counted_days(LATE | april | {"caveats": "end_day_vague"}) == "April 2023"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"scope": "past week"}, "the week to 1 May 2023"),
        (
            {"note": "over the past week", "covers_until": pd.NaT},
            "the week before 2 May 2023",
        ),
        ({"scope": "past week", "covers_until": pd.NaT, "published_on": pd.NaT}, "a week, days not stated"),
        ({"scope": "past week", "basis": "cumulative"}, "up to 1 May 2023"),
        ({}, "up to 1 May 2023"),
    ],
)
def test_the_past_week_is_no_total_to_its_last_day(change, words):
    """
    A week of which no first day is recorded is named as a week, by its last day or by its publication.
    """
    week = {"covers_from": pd.NaT, "date_precision": "day", "basis": "period"}

    assert label_counted_days(LATE | week | change) == words
