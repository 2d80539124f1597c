"""The dictionaries tell a name from any other word, in each of its cases."""

import pytest

from casualty_ledger.parsing.dictionaries import Entry, look_up


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("Демченком", Entry.NAME),
        ("Гавриковым", Entry.NAME),
        ("Мельника", Entry.WORD_OR_NAME),
        ("Несколько", Entry.WORD),
        ("Вірменська", Entry.WORD),
        ("Торецьку", Entry.WORD),
        ("Острбалом", Entry.MISSING),
    ],
)
def test_a_name_is_told_from_other_words_in_any_case(word: str, entry: Entry):
    """
    Surnames in their cases are names, adjectives and towns are other words, and an invented word is missing.
    """
    assert look_up(word) == entry
