"""Rival counts of one exchange."""

import pandas as pd
import pytest

from casualty_ledger.series.rival_returns import agreed_returns, rival_returns

KYIV = {"claimant": "Kyiv", "claimant_side": "ukraine", "figure_id": "u"}
MOSCOW = {"claimant": "Moscow", "claimant_side": "russia", "figure_id": "r"}


def counts(*rows):
    common = {
        "conflict": "russia_ukraine",
        "day": pd.Timestamp("2024-01-31"),
        "direction": "to Ukraine",
        "measure": "exchanged",
    }
    table = pd.DataFrame([common | {"lower": row["value"], "upper": row["value"]} | row for row in rows])
    return table.astype({"lower": "Int64", "value": "Int64", "upper": "Int64"})


def test_the_gap_is_the_higher_count_less_the_lower():
    """
    207 against 195 are 12 apart, with both counts' ids and claimants.
    """
    [gap] = rival_returns(counts(KYIV | {"value": 207}, MOSCOW | {"value": 195})).to_dict("records")

    assert (gap["low"], gap["high"], gap["gap"]) == (195, 207, 12)
    assert (gap["low_claimant"], gap["high_claimant"]) == ("Moscow", "Kyiv")
    assert (gap["low_id"], gap["high_id"]) == ("r", "u")


@pytest.mark.parametrize(
    "rows",
    [
        (KYIV | {"value": 207}, MOSCOW | {"value": 207}),
        (KYIV | {"value": 207}, KYIV | {"value": 195}),
        (KYIV | {"value": 207}, MOSCOW | {"value": 195, "direction": "to Russia"}),
        (KYIV | {"value": 207}, MOSCOW | {"value": 195, "upper": None}),
        (
            KYIV | {"value": 277},
            MOSCOW | {"value": 246},
            MOSCOW | {"value": 31, "measure": "released_otherwise"},
        ),
    ],
    ids=["one number", "one side", "two directions", "a minimum", "a difference of scope"],
)
def test_what_is_no_disagreement_has_no_gap(rows):
    """
    Equal counts, one side alone, two directions, a minimum, or people returned beside: no gap.
    """
    assert rival_returns(counts(*rows)).empty


def test_both_sides_agree_where_their_exact_counts_are_one_number():
    """
    207 by both is agreed, with both claimants and ids; 207 against 195, a minimum, or one side's word is not.
    """
    [alike] = agreed_returns(counts(KYIV | {"value": 207}, MOSCOW | {"value": 207})).to_dict("records")

    assert alike["value"] == 207
    assert {(alike["claimant"], alike["figure_id"]), (alike["other"], alike["other_id"])} == {
        ("Kyiv", "u"),
        ("Moscow", "r"),
    }
    for other in (
        MOSCOW | {"value": 195},
        MOSCOW | {"value": 207, "upper": None},
        KYIV | {"value": 207},
        MOSCOW | {"value": 207, "direction": "to Russia"},
    ):
        assert agreed_returns(counts(KYIV | {"value": 207}, other)).empty
