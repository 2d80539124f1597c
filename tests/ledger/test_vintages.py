"""Vintages: nothing known later can appear in an earlier table."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hindsight import without_what_came_later
from rows import assert_same, make_rows
from soak import one_in

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.opening import gather_vintage, open_ledger, open_vintage
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.schema import Appearances, ReportedFigures
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import Register, read_register

DAYS = [date(2022, 3, 1) + timedelta(days=137 * n) for n in range(11)] + [date(2023, 6, 4), date(2023, 6, 5)]


@pytest.mark.parametrize("day", one_in(6, DAYS), ids=str)
def test_a_vintage_is_blind_to_what_came_later(project, ledger, day: date):
    """
    The figures as of a day are the same after everything known later is deleted from the sheets.
    """
    earlier = without_what_came_later(read_sheets(project.recorded), day)
    appearances, _ = clean_rows(earlier, read_register(project.sources))
    expected = gather_figures(as_of(appearances, Vintage(day)))[0]

    found = gather_figures(as_of(ledger.appearances, Vintage(day)))[0]

    assert_same(found, expected)


@pytest.mark.parametrize("day", DAYS[::4], ids=str)
def test_a_vintage_needs_no_validation_to_be_valid(ledger, day: date):
    """
    Appearances and figures as of a day pass the schema as they are: nothing is coerced, nothing refused.
    """
    known = ledger.as_of(Vintage(day))

    assert_same(Appearances.validate(known.appearances), known.appearances)
    assert_same(ReportedFigures.validate(known.figures), known.figures)


def test_a_vintage_gathered_ahead_is_the_same(project):
    """
    What is opened after it was gathered ahead has the figures that are gathered without; another vintage,
    asked for next, is its own.
    """
    everything, vintages = open_ledger(project), [Vintage(day) for day in DAYS[-2:]]
    [conflict] = everything.conflicts
    for vintage in vintages:
        gather_vintage(everything.stored, conflict, vintage)
        found = open_vintage(everything.stored, conflict, vintage)

        assert "figures" in vars(found)
        assert found.vintage == vintage
        assert_same(found.figures, everything.of_conflict(conflict).as_of(vintage).figures)


def test_an_undated_row_is_in_no_dated_vintage(ledger):
    """
    The 25 injured of Pidhorodne have no publication day: they are known in hindsight only.
    """
    far = as_of(ledger.appearances, Vintage(date(2100, 1, 1)))

    assert "CIV-0776" not in set(far["row_id"])
    assert "CIV-0776" in set(as_of(ledger.appearances, LATEST)["row_id"])


def test_on_4_june_nobody_knew_of_the_500_or_the_12(project, ledger):
    """
    As of 2023-06-04 neither figure, nor any note or relation that mentions them, is there.
    """
    known = as_of(ledger.appearances, Vintage(date(2023, 6, 4)))
    said = (known["note"] + " " + known["overlaps"]).str.cat(sep=" | ")

    assert not {"CIV-0835", "pw-0169", "pw-0170", "pw-0171"} & set(known["row_id"])
    assert not known["row_id"].str.startswith("art-").any()
    assert "500" not in said
    assert "the 12" not in said


def test_a_note_appears_on_its_own_day():
    """
    A note known a week after its row is blank before that day and stands from it on.
    """
    table = pd.DataFrame(
        {
            "published_on": [pd.Timestamp("2023-06-01")],
            "note": ["withdrawn"],
            "note_known_on": [pd.Timestamp("2023-06-08")],
            "overlaps": [""],
            "overlaps_known_on": [pd.NaT],
            "flag": [""],
            "flag_known_on": [pd.NaT],
        }
    )

    assert as_of(table, Vintage(date(2023, 6, 7)))["note"].tolist() == [""]
    assert as_of(table, Vintage(date(2023, 6, 8)))["note"].tolist() == ["withdrawn"]


@pytest.mark.parametrize(
    ("row", "column", "read", "unread"),
    [
        (
            {"measure": "died_in_captivity", "note": "prisoners executed"},
            "measure",
            "executed_alleged",
            "died_in_captivity",
        ),
        (
            {"measure": "executed_alleged", "note": "characters 1 to 3"},
            "measure",
            "executed_alleged",
            "executed_alleged",
        ),
        ({"hedge": "about", "value": "2000", "note": "relay: almost 2,000"}, "upper", 1999, 3000),
        ({"hedge": "about", "value": "2000", "note": "relay: almost 2,000"}, "hedge", "nearly", "about"),
        ({"value": "", "note": "only said thousands"}, "lower", 2000, pd.NA),
        ({"note": "publication day inferred from address"}, "published_precision", "inferred_day", "day"),
    ],
)
@pytest.mark.parametrize("known_on", ["2023-06-08", ""])
def test_what_a_note_tells_is_known_since_the_note_is(row, column, read, unread, known_on):
    """
    An execution, a hedge or an inferred day that stands in a note alone is not read before the note's day.
    """
    rows = make_rows(row | {"note_known_on": known_on})
    appearances, _ = clean_rows(rows, Register({}, {}))
    early, late, latest = (
        as_of(appearances, vintage)[column].iloc[0]
        for vintage in (Vintage(date(2023, 6, 7)), Vintage(date(2023, 6, 8)), LATEST)
    )

    assert str(early) == str(unread)
    assert str(late) == str(read if known_on else unread)
    assert str(latest) == str(read)


@pytest.mark.parametrize(
    ("note", "is_known"),
    [
        ("as of 16:00", True),
        ("state at 09:00 on 9 February; page time 09:30", True),
        ("12:19", True),
        ("preliminary; day of the attack not stated", True),
        ("downward correction of 34 after examinations", True),
        ("as of 09:00 on 10 July; withdrawn later the same day", True),
        ("relay says killed", True),
        ("relay says killed, other relays say lost", False),
        ("preliminary; later raised to 9", False),
        ("later withdrawn", False),
        ("as of 16:00; the mayor says 4", False),
        ("lower than the count of 16:00", False),
        ("", False),
    ],
)
def test_a_note_of_its_own_page_is_known_with_the_page(note: str, is_known: bool):
    """
    A note of what its page prints, corrects or leaves out, or of its day, needs no day of its own.
    Any other without one is known in hindsight only.
    """
    appearances, _ = clean_rows(make_rows({"note": note, "published_on": "2023-06-05"}), Register({}, {}))
    [told] = as_of(appearances, Vintage(date(2023, 6, 7)))["note"]

    assert told == (note if is_known else "")
