"""Words in a language: phrases of a catalogue, numbers and days by CLDR, English where nothing is said."""

import ast
import datetime
from pathlib import Path
from string import Formatter

import pytest

import casualty_ledger
from casualty_ledger.wording.language import (
    MONTH,
    SHORT_DAY,
    counted_phrase,
    language_of,
    languages,
    phrase,
    spoken,
    translate,
    write_day,
    write_number,
)
from casualty_ledger.wording.traced_text import Span, sentence, words

DAY = datetime.date(2023, 6, 4)
# What agrees with a number in English, and in another language may not be said at all.
AGREEING = {"were", "bodies"}
PACKAGE = Path(casualty_ledger.__file__).parent
SAYS = {"phrase", "sentence", "translate", "mark", "counted_phrase", "translate_counted", "mark_counted"}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def phrases_in(source: str) -> set[str]:
    """Return the first text of every call that says a phrase."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in SAYS]
    firsts = [call.args[0] for call in named]
    return {first.value for first in firsts if isinstance(first, ast.Constant)}


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


CODES = [code for code in languages() if code != "en"]


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_keeps_every_blank_of_every_phrase(code: str):
    """
    A translation fills in what its phrase does, and nothing else; a plural has all of its forms.
    """
    catalogue = language_of(code).catalogue
    for message in catalogue:
        if message.id:
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            texts = [message.string] if isinstance(message.string, str) else list(message.string)
            assert len(texts) == (1 if len(ids) == 1 else catalogue.num_plurals), ids
            assert all(blanks(text) ^ blanks(ids[-1]) <= AGREEING for text in texts if text), ids


@pytest.mark.parametrize("code", CODES)
def test_no_phrase_of_the_code_is_missing_in_a_catalogue(code: str):
    """
    Every phrase that the code says stands in the catalogue with a translation.
    """
    said = {key for path in PACKAGE.rglob("*.py") for key in phrases_in(path.read_text())}

    assert len(said) > 100
    assert sorted(said - set(language_of(code).phrases)) == []
