"""Incidents: figures about one event, whoever reports it, with range, running toll, parts and verdict."""

import pandas as pd
import pytest
from small_ledger import ENEMY, MAYOR, MONITOR, POLICE, TOLL, tabulate

from casualty_ledger.series.incident_tolls import find_incidents


def incidents(*rows: dict[str, str]) -> pd.DataFrame:
    return find_incidents(tabulate(*rows)[0])


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Kherson city"},
        {"place": "Kherson (market)"},
        {"admin1": ""},
        {"covers_until": "2024-05-11"},
        {"covers_from": "2024-05-10", "covers_until": "2024-05-14"},
    ],
)
def test_one_event_is_one_incident_under_any_spelling_and_level(other: dict[str, str]):
    """
    A town's spelling, a site in it, a region that is not named and other last days make no second incident.
    """
    told = incidents(TOLL | {"value": "4"}, TOLL | {"value": "4", "claimant": POLICE} | other)

    assert told["incident_id"].nunique() == 1


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Bakhmut", "admin1": "Donetsk Oblast"},
        {"covers_from": "2024-05-12", "covers_until": "2024-05-12"},
    ],
)
def test_other_places_and_days_are_other_incidents(other: dict[str, str]):
    """
    Another town, or another day without one between, is another event.
    """
    told = incidents(TOLL | {"value": "4"}, TOLL | {"value": "4", "claimant": POLICE} | other)

    assert told["incident_id"].nunique() == 2


def test_two_named_events_of_one_day_are_two_incidents():
    """
    The column incident tells a market from a bus stop in one town on one day.
    """
    told = incidents(
        TOLL | {"value": "4", "incident": "market"}, TOLL | {"value": "2", "incident": "bus stop"}
    )

    assert told["incident_id"].nunique() == 2
    assert set(told["high"]) == {2, 4}


def test_an_incident_has_range_running_toll_parts_and_verdict():
    """
    4, then 7 by the mayor and at least 6 by a monitor: from 6 to 7 now, one child, and nobody in dispute.
    """
    [toll] = incidents(
        TOLL | {"value": "4"},
        TOLL | {"value": "7", "published_on": "2024-05-11"},
        TOLL | {"value": "7", "claimant": MAYOR, "published_on": "2024-05-12"},
        TOLL | {"value": "6", "claimant": MONITOR, "published_on": "2024-06-12", "verification": "verified"},
        TOLL | {"value": "1", "population": "civilian_children", "scope": "subset of the 7 killed"},
    ).to_dict("records")

    assert (toll["low"], toll["high"], toll["claimants"]) == (6, 7, 3)
    assert toll["figure_ids"].split() == ["t-1", "t-2", "t-3", "t-4"]
    assert (toll["part_ids"], toll["verdict"], toll["last_id"]) == ("t-5", "differ", "t-4")


def test_a_verdict_says_disputed_where_the_sides_do_not_agree():
    """
    Four by one side and nine by the other are in dispute; four by both are agreed.
    """
    disputed = incidents(TOLL | {"value": "4"}, TOLL | {"value": "9", "claimant": ENEMY})
    agreed = incidents(TOLL | {"value": "4"}, TOLL | {"value": "4", "claimant": ENEMY})

    assert disputed["verdict"].tolist() == ["disputed"]
    assert agreed["verdict"].tolist() == ["agree"]
