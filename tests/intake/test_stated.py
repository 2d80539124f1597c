"""What a cell states of a number, in words, signs and ranges."""

import pytest

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.stated import Stated, read_stated

STATED = {
    "20": Stated("20"),
    "1,240": Stated("1240"),
    "1 240": Stated("1240"),
    "20.0": Stated("20"),
    "at least 20": Stated("20", hedge="at_least"),
    "щонайменше 20": Stated("20", hedge="at_least"),
    "не менее 20": Stated("20", hedge="at_least"),
    "близько 30": Stated("30", hedge="about"),
    "около 30 человек": Stated("30", hedge="about"),
    "~30": Stated("30", hedge="about"),
    "≈ 30": Stated("30", hedge="about"),
    "понад 200": Stated("200", hedge="more_than"),
    ">200": Stated("200", hedge="more_than"),
    "≥200": Stated("200", hedge="at_least"),
    "≤ 5": Stated("5", hedge="up_to"),
    "до 5": Stated("5", hedge="up_to"),
    "20+": Stated("20", hedge="at_least"),
    "20 +": Stated("20", hedge="at_least"),
    "12–15": Stated("", "12", "15", "range"),
    "12-15": Stated("", "12", "15", "range"),
    "від 12 до 15": Stated("", "12", "15", "range"),
    "1,5 тис.": Stated("1500"),
    "2 тисячі": Stated("2000"),
    "<10": Stated("", "0", "9", "range"),
    "менш як 10": Stated("", "0", "9", "range"),
    "fewer than 10": Stated("", "0", "9", "range"),
    "менее 10": Stated("", "0", "9", "range"),
    "більш як 10": Stated("10", hedge="more_than"),
    "12 або більше": Stated("12", hedge="at_least"),
    "12 или более": Stated("12", hedge="at_least"),
    "десь 15": Stated("15", hedge="about"),
    "где-то 15": Stated("15", hedge="about"),
    "somewhere around 15": Stated("15", hedge="about"),
    "до 3-х": Stated("3", hedge="up_to"),
    "до 5-ти осіб": Stated("5", hedge="up_to"),
    "dozens": Stated(hedge="dozens"),
    "багато": Stated(hedge="unquantified"),
    "ще 3": Stated("3", basis="increment"),
    "485 people": Stated("485"),
    "n/a": Stated(),
    "—": Stated(),
    "немає даних": Stated(),
    "0": Stated("0"),
}


@pytest.mark.parametrize(("text", "stated"), STATED.items())
def test_a_cell_states_a_number_with_its_hedge_and_bounds(text, stated):
    """
    Words, signs and ranges say how firmly a number is put; nothing is never 0.
    """
    assert read_stated(text) == stated


@pytest.mark.parametrize(
    "text",
    ["1.240", "-5", "=1+1", "<0", "3?", "3-й", "20 (of whom 3 children)", "5 июня", "12:30", "yes", "15-12"],
)
def test_what_could_be_mistaken_is_refused(text):
    """
    A decimal or thousands, a sign, a formula, a day or a clock is no count.
    """
    with pytest.raises(CasualtyLedgerError):
        read_stated(text)
