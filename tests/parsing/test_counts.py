"""Counts as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.errors import UnreadableCount
from casualty_ledger.parsing.counts import granularity, parse_count


@pytest.mark.parametrize("mark", [",", " ", "'", "’", "\u00a0", "\u2009", "\u202f"])
def test_every_thousands_mark_reads_alike(mark: str):
    """
    OHCHR's 9,083 and the General Staff's 209,470 read the same with any mark between thousands.
    """
    assert parse_count(f"9{mark}083") == 9083
    assert parse_count(f"1{mark}209{mark}470") == 1209470


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1.209.470", 1209470),
        ("8983.0", 8983),
        ("12.00", 12),
        ("209940.000", 209940),
        (" 48 ", 48),
        ("48 so far", 48),
        ("1,048 So Far", 1048),
    ],
)
def test_what_can_mean_one_count_only_is_read(text: str, count: int):
    """
    A whole number as a program writes it, and one with "so far" behind it, can mean nothing else.
    """
    assert parse_count(text) == count


def test_missing_is_never_zero():
    """
    An empty cell is no count; a written zero is one.
    """
    assert parse_count("") is None
    assert parse_count("0") == 0


@pytest.mark.parametrize(
    "text",
    [
        "about 20",
        "1,23",
        "-5",
        "12.5",
        "١٢",
        "1,234.567",
        "0x10",
        "1e3",
        "9" * 5000,
        "8.983",
        "1.000",
        "so far",
    ],
)
def test_anything_else_is_refused(text: str):
    """
    A text that is not a whole number raises the declared error and nothing is guessed.
    """
    with pytest.raises(UnreadableCount):
        parse_count(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_formatted_count_reads_back(count: int):
    """
    Whatever count is written with commas is read back as itself.
    """
    assert parse_count(f"{count:,}") == count == parse_count(str(count))


@given(st.text())
def test_no_text_raises_anything_else(text: str):
    """
    Any text gives a count, nothing, or the declared error.
    """
    try:
        count = parse_count(text)
    except UnreadableCount:
        return
    assert count is None or count >= 0


@pytest.mark.parametrize(
    ("count", "step"), [(0, 1), (7, 1), (3340, 10), (450, 50), (500, 100), (16000, 1000), (200000, 1000)]
)
def test_granularity_is_one_of_five_steps(count: int, step: int):
    """
    The step of rounding is 1, 10, 50, 100 or 1000, the largest that divides the count.
    """
    assert granularity(count) == step
