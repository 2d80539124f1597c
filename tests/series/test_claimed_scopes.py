"""Claimed scopes: which rival numbers are explained by what their claimants say that they count."""

import pytest
from small_ledger import GOVERNOR, MAYOR, MONITOR, POLICE, TOTAL, disagreements

KILLED = TOTAL | {"measure": "killed"}
LEAVES_OUT = {"scope": "occupied areas not covered"}
RIVALS, SCOPE = ["rival_claimants"], ["scope"]


@pytest.mark.parametrize(
    ("low", "high", "readings"),
    [
        (LEAVES_OUT, {}, SCOPE),
        ({}, LEAVES_OUT, RIVALS),
        (LEAVES_OUT, {"scope": "cases of the police only"}, SCOPE),
        ({}, {"scope": "counts arrivals of families"}, SCOPE),
        ({"claimant": MONITOR, "verification": "verified"}, {}, SCOPE),
        ({}, {"claimant": MONITOR, "verification": "verified"}, RIVALS),
    ],
)
def test_leaving_out_explains_a_lower_number_and_no_higher_one(
    low: dict[str, str], high: dict[str, str], readings: list[str]
):
    """
    Who leaves areas or cases out, or counts verified ones only, may be lower than another, and not higher.
    """
    one = KILLED | {"value": "484", "claimant": GOVERNOR} | low
    other = KILLED | {"value": "520", "claimant": POLICE} | high

    assert list(disagreements(one, other)) == readings


def test_totals_that_scope_explains_stand_apart_from_those_that_it_does_not():
    """
    Of three totals of one day, what scope explains is a difference, what it does not is a contradiction.
    """
    rows = [
        KILLED | {"value": "484", "claimant": MAYOR},
        KILLED | {"value": "400", "claimant": POLICE} | LEAVES_OUT,
        KILLED | {"value": "520", "claimant": GOVERNOR},
    ]

    assert disagreements(*rows) == {
        "rival_claimants": {"t-1", "t-3"},
        "scope": {"t-1", "t-2", "t-3"},
    }
