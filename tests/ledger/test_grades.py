"""Interest and grades follow from rules that are the same for both sides."""

import pytest

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.grades import (
    CREDIBILITY,
    find_interest,
    find_verification,
    grade_credibility,
    grade_reliability,
)
from casualty_ledger.vocabulary import Credibility, Interest, Reliability, Verification

WAR = "russia_ukraine"


@pytest.mark.parametrize(
    ("side", "party", "interest"),
    [
        ("ukraine", "russia", Interest.ENEMY_LOSS),
        ("russia", "ukraine", Interest.ENEMY_LOSS),
        ("ukraine", "ukraine", Interest.OWN_LOSS),
        ("russia", "wagner", Interest.OWN_LOSS),
        ("third_state", "russia", Interest.THIRD_PARTY),
        ("russia", "both", Interest.THIRD_PARTY),
    ],
)
def test_interest_follows_from_side_and_party(side: str, party: str, interest: Interest):
    """
    A side speaks of its own people or of the other's; anybody else is a third party.
    """
    assert find_interest(WAR, side, "defence_ministry", party, "armed_forces", False) is interest


def test_both_sides_get_the_same_grade_for_the_same_claim():
    """
    Either side's word about the other is graded alike.
    """
    ours = find_interest(WAR, "ukraine", "military_command", "russia", "armed_forces", False)
    theirs = find_interest(WAR, "russia", "defence_ministry", "ukraine", "armed_forces", False)

    assert grade_reliability("military_command", ours) == grade_reliability("defence_ministry", theirs)


def test_officials_of_a_held_area_speak_of_their_own_people():
    """
    The head of the self-declared LPR speaks of civilians there as of his own.
    """
    in_own = conflict_of(WAR).speaks_as_own("russia", "Head of LPR | Karpaty")
    found = find_interest(WAR, "russia", "regional_administration", "ukraine", "civilian", in_own)

    assert found is Interest.OWN_LOSS


def test_a_monitor_is_a_monitor_whoever_was_harmed():
    """
    The United Nations' count is a monitor's, whatever the party.
    """
    assert find_interest(WAR, "un", "un_body", "ukraine", "civilian", False) is Interest.MONITOR


def test_nobody_checked_a_sides_word():
    """
    An official statement that nobody checked is that side's word, graded 6.
    """
    found = find_verification(None, True, Interest.ENEMY_LOSS)

    assert found is Verification.BELLIGERENT_ENEMY
    assert grade_credibility(found) is Credibility.SIX


def test_what_cannot_be_judged_is_f():
    """
    A claimant that nobody registered or named is graded F.
    """
    assert grade_reliability("unregistered", Interest.OWN_LOSS) is Reliability.F
    assert grade_reliability("unnamed", Interest.THIRD_PARTY) is Reliability.F


def test_every_verification_has_a_grade():
    """
    No verification is left without a credibility.
    """
    assert set(CREDIBILITY) == set(Verification)
