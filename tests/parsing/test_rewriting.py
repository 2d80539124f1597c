"""A cell that could be mistaken is refused with the cell to write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.errors import CasualtyLedgerError, CellToRewrite, UnreadableCount, UnreadableDate
from casualty_ledger.parsing.rewriting import parse_count_cell, parse_day_cell


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("1.234", "write 1234 if that is meant"),
        ("12-15", "Write 12 in lower, 15 in upper and range in hedge."),
        ("from 40 to 55", "Write 40 in lower, 55 in upper and range in hedge."),
        ("at least 20", "Write 20 in value and at_least in hedge."),
        ("20+", "Write 20 in value and at_least in hedge."),
        ("понад 200", "Write 200 in value and more_than in hedge."),
        ("another 3", "Write 3 in value and exact in hedge and increment in basis."),
        ("dozens", "Write dozens in hedge and leave the number empty."),
    ],
)
def test_a_count_in_words_is_refused_with_the_cells_to_write(text: str, advice: str):
    """
    A hedge, a range or a mark that could be mistaken is not guessed at: the cells to write are named.
    """
    with pytest.raises(CellToRewrite) as raised:
        parse_count_cell(text)
    assert advice in str(raised.value)


@pytest.mark.parametrize("text", ["-5", "−5", "12.5", "1,5", "lots", "?", "5 killed, 3 hurt", "12:30"])
def test_what_is_no_count_gets_no_advice(text: str):
    """
    Where no count can be told, none is suggested.
    """
    with pytest.raises(UnreadableCount):
        parse_count_cell(text)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("03/06/2023", "Write 2023-06-03 or 2023-03-06."),
        ("13.06.2023", "Write 2023-06-13."),
        ("2023/6/4", "Write 2023-06-04."),
        ("4 June 2023", "Write 2023-06-04."),
        ("червень 2023", "Write 2023-06."),
    ],
)
def test_a_date_in_another_form_is_refused_with_the_cell_to_write(text: str, advice: str):
    """
    A date of another form is not guessed at: every day that it may mean is named.
    """
    with pytest.raises(CellToRewrite) as raised:
        parse_day_cell(text)
    assert advice in str(raised.value)


@pytest.mark.parametrize("text", ["31/02/2023", "2023-02-30", "yesterday", "4 June", "45081"])
def test_what_is_no_date_gets_no_advice(text: str):
    """
    Where no day can be told, none is suggested.
    """
    with pytest.raises(UnreadableDate):
        parse_day_cell(text)


@given(st.text(max_size=40))
def test_no_text_raises_anything_else(text: str):
    """
    Any text is read, is nothing, or raises a declared error.
    """
    for parse in (parse_count_cell, parse_day_cell):
        try:
            parse(text)
        except CasualtyLedgerError as error:
            assert str(error)
