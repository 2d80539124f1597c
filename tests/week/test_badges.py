"""Badges: how sure a number is, and whose word it is."""

import pytest
from made_up_ledgers import edition_with

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.week.badges import Badge, badge_of

EXCHANGE = {"party": "ukraine", "population": "pow", "measure": "exchanged_returned", "basis": "period"}
EXCHANGE |= {"covers_from": "2023-06-01", "covers_until": "2023-06-01", "value": "100", "hedge": "exact"}


@pytest.mark.parametrize("claimant", ["both sides", "Russia and Ukraine", "Ukraine and Russia"])
def test_a_statement_of_both_sides_is_both_sides_word(claimant: str):
    """
    What both sides said together is neither one side's word nor nobody's, alone or beside one side's.
    """
    joint = EXCHANGE | {"claimant": claimant, "claimant_side": "media"}
    own = EXCHANGE | {"claimant": "President of Ukraine (Zelensky)"}

    for rows in ((joint,), (joint, own)):
        assert badge_of(figures_of(edition_with(*rows).in_week)) is Badge.BOTH_SIDES
    assert badge_of(figures_of(edition_with(own).in_week)) is Badge.ONE_SIDE
