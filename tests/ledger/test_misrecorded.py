"""Misrecorded rows: what we had printed before we corrected our record."""

from datetime import date

import pytest
import yaml

from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.opening import Ledger, open_ledger
from casualty_ledger.parsing.weeks import Vintage


def declare(day: str, **said: str) -> dict[str, str]:
    mended = {"id": "t-1", "column": "value", "expect": "209940", "action": "replace", "value": "209490"}
    return mended | {"reason": "Two digits were swapped.", "declared_on": day} | said


@pytest.fixture
def corrected(made_up):
    """Open the ledger of one row with its corrections."""

    def make(*declared: dict[str, str]) -> Ledger:
        project = made_up({})
        project.corrections.mkdir(exist_ok=True)
        (project.corrections / "ours.yml").write_text(yaml.safe_dump(list(declared)), encoding="utf-8")
        return open_ledger(project)

    return make


def values(ledger: Ledger) -> list[int]:
    return [int(value) for value in ledger.appearances["value"]]


def test_a_correction_mends_every_vintage_and_what_was_printed_is_kept(corrected):
    """
    The vintage of 5 June has the corrected number; what was printed that day is the mistaken one.
    """
    ledger = corrected(declare("2023-06-08"))

    assert values(ledger.as_of(Vintage(date(2023, 6, 5)))) == [209490]
    assert values(ledger.as_printed(Vintage(date(2023, 6, 5)))) == [209940]
    assert values(ledger.as_printed(Vintage(date(2023, 6, 8)))) == [209490]


def test_where_nothing_known_was_corrected_since_the_ledger_is_what_was_printed(corrected):
    """
    On the day of the correction, and before the row came out, nothing else had been printed.
    """
    ledger = corrected(declare("2023-06-08"))

    for day in (date(2023, 6, 3), date(2023, 6, 8)):
        known = ledger.as_of(Vintage(day))
        assert known.as_printed(Vintage(day)) is known


def test_a_refused_row_had_been_printed(corrected):
    """
    A row that was refused on 8 June stood in what was printed on 5 June.
    """
    ledger = corrected(declare("2023-06-08", action="refuse", value=""))

    assert values(ledger) == []
    assert values(ledger.as_printed(Vintage(date(2023, 6, 5)))) == [209940]


def test_a_row_that_joined_with_its_correction_was_never_printed_wrongly(corrected):
    """
    Where nothing was made of a mistake, what was printed is what is right; a later correction is told.
    """
    mended = declare("2023-06-08") | {"printed": False}
    ledger = corrected(mended)
    assert values(ledger.as_printed(Vintage(date(2023, 6, 5)))) == [209490]

    again = declare("2023-06-12", column="hedge", expect="about", value="exact")
    printed = corrected(mended, again).as_printed(Vintage(date(2023, 6, 5))).appearances
    assert (printed["value"].tolist(), printed["hedge"].tolist()) == ([209490], ["about"])


def test_two_corrections_of_a_row_are_told_apart(corrected):
    """
    Between two corrections of one row, what was printed holds the first and not the second.
    """
    hedge = declare("2023-06-20", column="hedge", expect="about", value="exact")
    ledger = corrected(declare("2023-06-08"), hedge)
    between = ledger.as_printed(Vintage(date(2023, 6, 12))).appearances
    before = ledger.as_printed(Vintage(date(2023, 6, 5))).appearances

    assert between[["value", "hedge"]].to_numpy().tolist() == [[209490, "about"]]
    assert before[["value", "hedge"]].to_numpy().tolist() == [[209940, "about"]]


def test_without_corrections_nothing_is_kept(made_up):
    """
    A ledger without corrections keeps no file of former rows, and a former one is removed.
    """
    project = made_up({})
    project.processed.mkdir(parents=True)
    (project.processed / "misrecorded.parquet").write_bytes(b"former")
    build_ledger(project)

    assert not (project.processed / "misrecorded.parquet").exists()
    assert values(open_ledger(project).as_printed(Vintage(date(2023, 6, 5)))) == [209940]
