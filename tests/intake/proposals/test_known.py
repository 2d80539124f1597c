"""What proposals are held against: the built ledger, where it is one of what stands in the sheets now."""

from __future__ import annotations

from casualty_ledger.intake.proposals import known
from casualty_ledger.intake.proposals.batch import read_batch
from casualty_ledger.intake.proposals.comparing import DAYS, compare
from casualty_ledger.intake.proposals.review import review
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.identity import SERIES, SUBJECT
from casualty_ledger.ledger.incidents import SAID_AT_ONCE
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.sources.recorded_sheets import list_sheets, open_each
from casualty_ledger.sources.registry import read_register


def test_a_built_ledger_says_what_the_sheets_say(river, bring_in, monkeypatch):
    """
    What stands beside each proposal is the same before and after a build; after it no sheet is cleaned.
    """
    batch = bring_in()
    cleaned = review(river, batch)
    hold_ledger(river)
    monkeypatch.setattr(known, "clean_beside", None)

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


def test_what_is_known_of_other_days_stands_beside_nothing(river, bring_in):
    """
    Rows of the days of a proposal alone are cleaned, and all that compares statements asks for those days.
    """
    told, batch = {}, bring_in()
    recorded = open_each(list_sheets(river.recorded)).rows
    register = read_register(river.sources)
    proposed = clean_rows(read_batch(river, batch).rows, register).appearances
    known_rows = known.find_known(river, register, proposed)
    for name, rows in (("all", clean_rows(recorded, register).appearances), ("known", known_rows)):
        told[name] = compare(proposed["row_id"], proposed, rows)

    assert 0 < len(known_rows) < len(recorded)
    assert told["known"].equals(told["all"])
    assert set(known.SHARED) <= set(SUBJECT) & set(SAID_AT_ONCE) & {*SERIES, *DAYS}
