"""Each caveat has the day on which it became known."""

import pandas as pd
from rows import make_rows

from casualty_ledger.ledger.caveat_days import list_caveats
from casualty_ledger.ledger.caveats import find_caveats
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.sources.registry import Register


def days_of(change: dict[str, str]) -> dict[str, pd.Timestamp]:
    listed = list_caveats(clean_rows(make_rows(change), Register({}, {})).appearances)
    return dict(zip(listed["caveat"], listed["known_on"], strict=True))


def test_a_warning_of_a_later_note_is_known_from_the_notes_day():
    """
    A number withdrawn a week later is known to be so a week later; its unknown claimant, at once.
    """
    found = days_of({"note": "withdrawn by the claimant", "note_known_on": "2023-06-11"})

    assert found["withdrawn"] == pd.Timestamp("2023-06-11")
    assert found["claimant_unregistered"] == pd.Timestamp("2023-06-04")


def test_a_note_without_a_day_warns_in_hindsight_only():
    """
    Where nobody recorded when a note was known, its warning has no day.
    """
    assert pd.isna(days_of({"note": "relay error"})["relay_error_suspected"])


def test_what_scope_and_note_both_say_counts_from_the_earlier(ledger):
    """
    A caveat is listed once per row, with its first day, and the list is what the ledger shows.
    """
    listed = list_caveats(ledger.appearances)
    wide = find_caveats(ledger.appearances)

    assert not listed.duplicated(["row_id", "caveat"]).any()
    assert listed["caveat"].value_counts().to_dict() == wide.sum()[wide.sum() > 0].to_dict()
