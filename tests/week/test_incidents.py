"""Incidents: what several sources say of one event is one row, with its range and whether they agree."""

import pandas as pd
import pytest
from made_up_ledgers import INCIDENT, edition_with

from casualty_ledger.week.incidents import Verdict, find_incidents, size_of

MAYOR = INCIDENT | {"claimant": "Mayor of Kherson", "value": "5"}
RUSSIA = INCIDENT | {"claimant": "Russian Ministry of Defence", "claimant_side": "russia", "value": "60"}


def incidents_of(*rows: dict[str, str]):
    edition = edition_with(*rows)
    return find_incidents(pd.concat([edition.in_week, edition.published]))


def test_one_event_is_one_incident_whoever_reports_it():
    """
    Two officials, killed and injured, and a place with a part of town behind a comma: one incident, a range.
    """
    (found,) = incidents_of(
        INCIDENT, MAYOR | {"place": "Kherson, bus stop"}, INCIDENT | {"measure": "injured", "value": "9"}
    )

    assert [size_of(figure) for figure in found.killed.figures] == [4, 5]
    assert found.injured.size == 9
    assert len(found.claimants) == 2


def test_two_named_events_of_one_day_are_two_incidents():
    """
    A market and a bus stop of one town on one day are not one event.
    """
    market = INCIDENT | {"place": "Kherson (market)"}

    assert len(incidents_of(market, INCIDENT | {"place": "Kherson (bus stop)", "value": "1"})) == 2


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ((INCIDENT,), Verdict.ONE_SOURCE),
        ((INCIDENT, MAYOR | {"value": "4"}), Verdict.AGREE),
        ((INCIDENT, MAYOR), Verdict.DIFFER),
        ((INCIDENT | {"claimant_side": "ukraine"}, RUSSIA), Verdict.DISPUTED),
        ((INCIDENT | {"claimant_side": "ukraine"}, RUSSIA | {"population": "military", "party": "ukraine"}),
         Verdict.DISPUTED),
        ((INCIDENT | {"verification": "contested"},), Verdict.DISPUTED),
    ],
)  # fmt: skip
def test_a_verdict_says_whether_sources_agree(rows, verdict):
    """
    One source, the same number, several numbers of one side, and numbers of two sides that cannot both hold.
    """
    (found,) = incidents_of(*rows)

    assert found.verdict is verdict


def test_a_restated_toll_keeps_its_earlier_numbers():
    """
    Two, then four by one source: the toll is four, and two is its earlier number.
    """
    (found,) = incidents_of(INCIDENT | {"value": "2"}, INCIDENT | {"published_on": "2023-05-31"})

    assert [size_of(figure) for figure in found.killed.figures] == [4]
    assert [size_of(figure) for figure in found.killed.earlier] == [2]


def test_incidents_are_ranked_by_the_killed_and_then_by_the_injured():
    """
    Most killed come first, of as many killed the most injured.
    """
    rows = [
        INCIDENT | {"place": place, "measure": measure, "value": value}
        for place, measure, value in (
            ("Izium", "injured", "90"),
            ("Lyman", "killed", "2"),
            ("Kherson", "killed", "3"),
            ("Sumy", "killed", "2"),
            ("Sumy", "injured", "7"),
        )
    ]

    assert [each.place for each in incidents_of(*rows)] == ["Kherson", "Sumy", "Lyman", "Izium"]


@pytest.mark.parametrize(
    "change",
    [
        {"place": "Ukraine"},
        {"covers_from": "2023-05-01", "covers_until": "2023-05-31"},
        {"basis": "cumulative"},
        {"population": "military"},
        {"population": "pow", "measure": "captured"},
    ],
)
def test_what_is_no_event_at_a_place_is_no_incident(change):
    """
    A country, a month, a running total, soldiers and prisoners make no incident.
    """
    assert incidents_of(INCIDENT | change) == []
