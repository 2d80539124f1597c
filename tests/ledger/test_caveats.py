"""Caveats are read from the record and from what was said of it."""

import pytest
from rows import make_rows

from casualty_ledger.ledger.caveats import find_caveats
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import Caveat


@pytest.mark.parametrize(
    ("change", "caveat"),
    [
        ({"value": "210000"}, Caveat.ROUNDED),
        ({"published_on": ""}, Caveat.UNDATED),
        ({"published_on": "2023-06"}, Caveat.MONTH_ONLY),
        ({"note": "publication day inferred from text"}, Caveat.DAY_INFERRED),
        ({"basis": "rate", "rate_unit": "day"}, Caveat.RATE),
        ({"value": ""}, Caveat.NO_NUMBER),
        ({"scope": "subset of the 22 injured"}, Caveat.PART),
        ({"method": "announced plan"}, Caveat.PLANNED),
        ({"party": "both"}, Caveat.BOTH_SIDES),
        ({"scope": "excludes Mariupol and Volnovakha"}, Caveat.SCOPE_EXCLUDES),
        ({"measure_as_said": "killed"}, Caveat.OTHER_WORD),
        ({"covers_until": ""}, Caveat.END_UNSTATED),
        ({"note": "machine-translated page"}, Caveat.MACHINE_TRANSLATED),
        ({"note": "digits transposed: likely relay typo"}, Caveat.RELAY_ERROR),
        ({"measure": "named_dead_confirmed"}, Caveat.VERIFIED_MINIMUM),
        ({"note": "page mislabels casualties as deaths"}, Caveat.RELAY_ERROR),
        ({"note": "almost certainly injured printed as killed"}, Caveat.RELAY_ERROR),
        ({"note": "likely includes the 14 killed, as in other weeks"}, Caveat.KILLED_IN_INJURED),
        ({"note": "relay says killed daily, the ministry said killed and wounded"}, Caveat.RELAY_ERROR),
    ],
)
def test_a_row_carries_the_caveat_that_it_calls_for(change: dict[str, str], caveat: Caveat):
    """
    Each caveat is raised by the record or the note that calls for it, and by no plain row.
    """
    nobody = Register({}, {})
    said = gather_figures(clean_rows(make_rows(change), nobody).appearances)[0]["caveats"].iloc[0].split()
    plain = gather_figures(clean_rows(make_rows({}), nobody).appearances)[0]["caveats"].iloc[0].split()

    assert str(caveat) in said
    assert str(caveat) not in plain


@pytest.mark.parametrize(
    "note", ["page mislabels the official as head of the region", "relay says killed; another has injured"]
)
def test_what_a_page_gets_wrong_beside_the_number_is_no_doubt_of_it(note: str):
    """
    An official's title that a page has wrong, or another relay's word, says nothing against the number.
    """
    found = find_caveats(clean_rows(make_rows({"note": note}), Register({}, {})).appearances)

    assert not found[str(Caveat.RELAY_ERROR)].item()


@pytest.mark.parametrize(
    ("row", "note", "is_withdrawn"),
    [
        ({"measure": "killed"}, "earlier statement; the second child was later withdrawn", False),
        ({"population": "civilian_children"}, "the second child was later withdrawn", True),
        ({"measure": "wounded"}, "third death withdrawn soon after", False),
        ({"measure": "killed"}, "third death withdrawn soon after", True),
        ({"measure": "wounded"}, "10:18; withdrawn later that day", True),
    ],
)
def test_a_withdrawal_belongs_to_what_was_withdrawn(row: dict[str, str], note: str, is_withdrawn: bool):
    """
    A child that was withdrawn leaves the number of the injured as it stood.
    """
    found = find_caveats(clean_rows(make_rows(row | {"note": note}), Register({}, {})).appearances)

    assert found["withdrawn"].tolist() == [is_withdrawn]
