"""What proposals are held against: the built ledger, where it is one of what stands in the sheets now."""

from __future__ import annotations

from casualty_ledger.intake.proposals import known
from casualty_ledger.intake.proposals.review import review
from casualty_ledger.ledger.store import hold_ledger


def test_a_built_ledger_says_what_the_sheets_say(river, bring_in, monkeypatch):
    """
    What stands beside each proposal is the same before and after a build; after it no sheet is cleaned.
    """
    batch = bring_in()
    cleaned = review(river, batch)
    hold_ledger(river)
    monkeypatch.setattr(known, "clean_conflicts", None)

    assert review(river, batch).equals(cleaned)
    assert cleaned["beside"].ne("new").any()


def test_a_built_ledger_of_other_sheets_is_not_taken(river, bring_in):
    """
    Where a sheet has lost its rows since the build, what they said stands beside nothing.
    """
    batch = bring_in()
    hold_ledger(river)
    for sheet in river.recorded.glob("*.csv"):
        sheet.write_text(sheet.read_text().splitlines()[0] + "\n")

    assert review(river, batch)["beside"].tolist() == ["new"] * 3
