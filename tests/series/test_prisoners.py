"""Prisoners of war: directions apart, plans left out, nothing summed."""

import pandas as pd
import pytest

from casualty_ledger.series.prisoners import (
    captures_and_stocks,
    count_prisoners,
    exchanges,
    is_event,
)


def test_the_exchange_of_31_january_2024_has_rival_counts(ledger):
    """
    Ukraine counted 207 returned to it on 31 January 2024, Russia 195; each is one direction.
    """
    found = exchanges(ledger.figures)
    day = found[found["day"].astype(str) == "2024-01-31"]
    to_ukraine = day[day["direction"] == "to Ukraine"]

    assert {207, 195} <= set(to_ukraine["value"])
    assert set(day["direction"]) == {"to Ukraine", "to Russia"}


def test_a_plan_is_not_an_exchange(ledger):
    """
    The cancelled 192 for 192 of January 2024 and the announced plans are no exchanges.
    """
    ids = set(exchanges(ledger.figures)["figure_id"])

    assert not {"pw-0079", "pw-0083", "pw-0199", "pw-0320", "pw-0372", "pw-0410"} & ids


def test_the_raiders_prisoners_are_two_then_twelve(edition_of):
    """
    2 captured and 12 held are two statements of one group; the 12 may include the 2.
    """
    said = captures_and_stocks(edition_of("2023-W22").in_week)
    raiders = said[said["claimant"] == "RDK and Freedom of Russia Legion"]

    assert raiders["value"].tolist() == [2, 12, 12]
    assert set(raiders["measure"]) == {"captured", "held"}
    assert "the 12 may include the 2 shown earlier" in set(raiders["overlaps"])


def test_events_and_plans_are_told_apart(ledger):
    """
    Most figures tell of events; those with the caveat of a plan do not.
    """
    figures = ledger.figures
    plans = figures[~is_event(figures)]

    assert 0 < len(plans) < 15
    assert plans["caveats"].str.contains("planned_not_carried_out").all()


OF_WAR, CIVILIANS, BOTH = "prisoners_of_war", "civilian_detainees", "mixed"


def kept(*rows: tuple[str, int, str, str]) -> list[tuple[str, int]]:
    """Return side and number of those that count prisoners: rows of side, number, people and part."""
    common = {
        "conflict": "russia_ukraine",
        "direction": "to Ukraine",
        "day": pd.Timestamp("2025-05-23"),
        "measure": "exchanged",
        "overlaps": "",
    }
    told = [
        common
        | {"claimant_side": side, "value": value, "population": people, "subgroup": part, "scope": part}
        for side, value, people, part in rows
    ]
    returned = pd.DataFrame(told)
    returned = returned.assign(is_part=returned["scope"] != "")
    chosen = returned[count_prisoners(returned)]
    return list(zip(chosen["claimant_side"], chosen["value"], strict=True))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [
                ("russia", 270, OF_WAR, ""),
                ("ukraine", 390, OF_WAR, ""),
                ("ukraine", 390, BOTH, ""),
                ("ukraine", 270, OF_WAR, "part of the 390"),
                ("ukraine", 7, OF_WAR, "officers; subset of the 390"),
            ],
            [("russia", 270), ("ukraine", 270)],
        ),
        (
            [
                ("russia", 270, OF_WAR, ""),
                ("ukraine", 390, OF_WAR, ""),
                ("media", 390, OF_WAR, ""),
                ("ukraine", 120, CIVILIANS, "part of the 390"),
            ],
            [("russia", 270)],
        ),
        ([("russia", 84, OF_WAR, ""), ("ukraine", 84, BOTH, "")], [("russia", 84)]),
        ([("ukraine", 45, OF_WAR, ""), ("ukraine", 12, CIVILIANS, "part of the 45")], [("ukraine", 45)]),
        ([("ukraine", 106, OF_WAR, ""), ("ukraine", 68, OF_WAR, "part of the 106")], [("ukraine", 106)]),
    ],
    ids=["the part that is all", "no such part", "the other side", "nobody alone", "a part of prisoners"],
)
def test_a_number_that_holds_civilians_is_no_rival_of_one_of_prisoners_alone(rows, said):
    """
    Like stands against like: of a number that holds civilians its part that is all the prisoners is taken.
    """
    assert kept(*rows) == said
