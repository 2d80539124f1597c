"""Badges: how sure a number is, and whose word it is."""

import pytest
from made_up_ledgers import INCIDENT, edition_with

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


def test_a_number_that_one_of_its_sources_verified_is_no_sides_word():
    """
    An official's 56 and a monitor's verified 59 are partly verified: not all of it, and not one side's word.
    """
    official = INCIDENT | {"value": "56"}
    monitor = INCIDENT | {"claimant": "OHCHR HRMMU", "claimant_side": "un", "verification": "verified"}

    assert badge_of(figures_of(edition_with(official, monitor).in_week)) is Badge.PARTLY_VERIFIED
