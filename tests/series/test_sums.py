"""Sums: those that mean nothing are refused, with the call that is right."""

import pandas as pd
import pytest

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.series.relations import find_relations
from casualty_ledger.series.sums import add_increment, add_up

MONTH = {
    "conflict": "russia_ukraine",
    "claimant": "OHCHR HRMMU",
    "measure": "killed",
    "population": "civilian",
    "sex": "",
    "age_group": "",
    "party": "ukraine",
    "place": "Ukraine",
    "basis": "period",
    "is_part": False,
    "is_floor": False,
    "covers_from": "2023-01-01",
    "covers_until": "2023-01-31",
    "lower": 10,
    "value": 10,
    "upper": 10,
}
NEXT = MONTH | {
    "covers_from": "2023-02-01",
    "covers_until": "2023-02-28",
    "lower": 5,
    "value": 5,
    "upper": None,
}


def table(*rows: dict[str, object]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows))
    days = {name: pd.to_datetime(frame[name]) for name in ("covers_from", "covers_until")}
    return frame.assign(**days).astype({"lower": "Int64", "value": "Int64", "upper": "Int64"})


def test_two_months_of_one_claimant_add_up():
    """
    Periods that do not overlap add up; a bound that one of them lacks, the sum lacks.
    """
    total = add_up(table(MONTH, NEXT))

    assert (total["lower"], total["value"]) == (15, 15)
    assert pd.isna(total["upper"])


@pytest.mark.parametrize(
    ("change", "reason", "advice"),
    [
        ({"claimant": "Prosecutor"}, "rival claimants", "compare"),
        ({"measure": "losses"}, "undefined mix", "quotation marks"),
        ({"measure": "injured"}, "different measures", "side by side"),
        ({"population": "children"}, "different populations", "side by side"),
        ({"population": "medical"}, "different populations", "side by side"),
        ({"sex": "female"}, "women, men or everybody", "side by side"),
        ({"age_group": "adult"}, "children, adults or everybody", "side by side"),
        ({"measure": "died_of_hunger"}, "different measures", "side by side"),
        ({"party": "russia"}, "different parties", "side by side"),
        ({"place": "Kyiv"}, "different places", "own total"),
        ({"basis": "stock"}, "a level holds", "increments_of"),
        ({"basis": "cumulative"}, "running total", "increments_of"),
        ({"basis": "increment"}, "only to the total that it names", "add_increment"),
        ({"basis": "rate"}, "a rate is not a toll", "with its unit"),
        ({"is_part": True}, "inside its whole", "is_part"),
        ({"covers_from": "2023-01-15"}, "days overlap", "standing"),
        ({"covers_from": None}, "not known", "standing"),
    ],
)
def test_a_sum_that_means_nothing_is_refused(change: dict[str, object], reason: str, advice: str):
    """
    Each forbidden sum raises an error that says why and names the right call.
    """
    with pytest.raises(ForbiddenSum, match=reason) as raised:
        add_up(table(MONTH, NEXT | change))
    assert advice in str(raised.value)


def test_whole_recorded_ledger_cannot_be_added(ledger):
    """
    Adding everything up is the first thing that is forbidden.
    """
    with pytest.raises(ForbiddenSum):
        add_up(ledger.figures)


def test_an_increment_adds_to_the_total_that_it_names(ledger):
    """
    22 seriously wounded prisoners were returned in addition to the 175 exchanged: 197 in all.
    """
    figures = ledger.figures.set_index("figure_id", drop=False)
    relations = find_relations(ledger.figures, ledger.appearances)

    assert add_increment(figures.loc["pw-0323"], figures.loc["pw-0324"], relations)["value"] == 197


def test_an_increment_adds_to_no_other_total(ledger):
    """
    The same 22 are refused beside a total that they do not name.
    """
    figures = ledger.figures.set_index("figure_id", drop=False)
    relations = find_relations(ledger.figures, ledger.appearances)

    with pytest.raises(ForbiddenSum, match="pw-0324 does not say that it adds to pw-0333"):
        add_increment(figures.loc["pw-0333"], figures.loc["pw-0324"], relations)
