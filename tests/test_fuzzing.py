"""A thousand mutated inputs: each is read, or refused in a sentence, and no row is lost."""

import pytest
from fuzzing import Findings, _through_the_ledger, fuzz, mutate_sheet
from rows import make_rows
from soak import in_soak

FIRST = 4_000_000


def test_a_thousand_mutated_inputs_raise_nothing_undeclared_and_lose_no_row():
    """
    Sheets, registers, corrections and parameters that were mutated are read or refused as declared.

    Rows read = accepted + refused, and a row that nothing touched is always there.
    """
    found = fuzz(list(range(FIRST, FIRST + 1000)))

    assert found.kinds == {}
    assert min(found.counts[what] for what in ("rows accepted", "rows refused", "sheets refused")) > 100
    assert (
        min(found.counts[what] for what in ("register refused", "corrections refused", "week refused")) > 20
    )


def test_an_input_is_made_from_its_number():
    """
    The same number makes the same sheet, so that what is found can be looked at.
    """
    assert mutate_sheet(7) == mutate_sheet(7)
    assert len({mutate_sheet(number)[0] for number in range(50)}) > 40


@pytest.mark.parametrize(
    "column", ["publisher", "published_on", *in_soak("address", "covers_from", "covers_until", "place")]
)
def test_what_no_row_says_costs_no_brief(column: str):
    """
    A brief is composed of rows none of which says who printed them, when, or where.
    """
    changes = [{}, {"population": "civilians", "measure": "killed", "basis": "period", "value": "4"}]
    _through_the_ledger(Findings(), make_rows(*(change | {column: ""} for change in changes)), brief=True)


@pytest.mark.parametrize(
    "stated", [{"lower": "4", "upper": "9", "hedge": "range"}, *in_soak({}, {"hedge": "dozens"})]
)
def test_a_verified_total_without_a_number_costs_no_brief(stated: dict[str, str]):
    """
    A verified running total that states no number, or a range, is read and does not stop the brief.
    """
    total = {"claimant": "OHCHR HRMMU", "claimant_side": "un", "party": "", "population": "civilians"}
    total |= {"measure": "killed", "place": "Ukraine", "verification": "verified", "value": ""}
    found = Findings()
    _through_the_ledger(found, make_rows(total | stated), brief=True)

    assert found.counts["rows accepted"] == 1
