"""Words in a language: phrases of a catalogue, numbers and days by CLDR, English where nothing is said."""

import datetime

import pytest

from casualty_ledger.wording.language import (
    MONTH,
    SHORT_DAY,
    counted_phrase,
    phrase,
    spoken,
    translate,
    write_day,
    write_number,
)
from casualty_ledger.wording.traced_text import Span, sentence, words

DAY = datetime.date(2023, 6, 4)


@pytest.mark.parametrize(
    ("code", "number", "day", "month", "short"),
    [
        ("en", "209,940", "4 June 2023", "June 2023", "4 Jun"),
        ("uk", "209\xa0940", "4 червня 2023", "червень 2023", "4 черв."),
    ],
)
def test_numbers_and_days_are_written_as_the_language_does(
    code: str, number: str, day: str, month: str, short: str
):
    """
    Thousands, months and their cases are those of CLDR, not of the code.
    """
    with spoken(code):
        assert write_number(209940) == number
        assert (write_day(DAY), write_day(DAY, MONTH), write_day(DAY, SHORT_DAY)) == (day, month, short)


def test_what_is_not_translated_is_said_in_english():
    """
    A phrase that a catalogue lacks stays as the code has it, blanks filled in.
    """
    with spoken("uk"):
        assert translate("a phrase that nobody says") == "a phrase that nobody says"
        assert counted_phrase("{count} flag of no state", "{count} flags of no state", 1000) == (
            "1\xa0000 flags of no state"
        )


def test_a_language_is_spoken_within_its_block_alone():
    """
    What is said after the block is said as before, also where the block ends by an error.
    """
    with pytest.raises(ZeroDivisionError), spoken("uk"):
        raise ZeroDivisionError

    assert write_number(1000) == "1,000"


def test_a_sentence_keeps_the_figures_behind_its_numbers():
    """
    A blank filled with a traced number stays traced, whatever stands around it.
    """
    said = sentence("{who} counted {count}.", who="A", count=words("x") + sentence("{n}", n=words("7")))
    traced = sentence("({count})", count=type(said)((Span("7", ("t-1",)),)))

    assert said.text == "A counted x7."
    assert [span.figure_ids for span in traced.spans] == [(), ("t-1",), ()]
    assert phrase("since {day}", day="{braces} stay") == "since {braces} stay"
