"""Text for print and for the screen: no character stops the brief, no word breaks the layout."""

import pytest

from casualty_ledger.parsing.plain_text import inert, shorten
from casualty_ledger.parsing.web_addresses import safe_address
from casualty_ledger.publishing.marked_text import mark_attribute, mark_text
from casualty_ledger.publishing.printable import LONGEST_TEXT, printable, printable_text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Підгородне, Ёлкино", "Підгородне, Ёлкино"),
        ("22 \U0001f4a5\U0001f4a5 x", "22 ? x"),
        ("a\u202eb\x00c\ud800d", "abcd"),
        ("two\n\nlines", "two lines"),
        ("on 31 May", "on 31\u00a0May"),
    ],
)
def test_what_cannot_be_set_is_marked_or_dropped(text: str, printed: str):
    """
    Letters of Europe stay, other signs become one mark, controls go, and a day keeps its month.
    """
    assert printable_text(text) == printed


def test_a_long_word_breaks_and_a_long_text_ends():
    """
    A word of 10,000 letters can break anywhere and is cut, and so is a text of 10,000 words.
    """
    assert "\u200b" in printable_text("w" * 10_000)
    assert len(printable_text("w" * 10_000)) < 300
    assert len(printable_text("word " * 10_000)) <= LONGEST_TEXT


def test_addresses_are_not_rewritten():
    """
    Every text of a structure is made printable but addresses and names of places in it.
    """
    address = "https://example.org/31 May/" + "w" * 100

    assert printable([{"address": address, "said": ["31 May"]}]) == [
        {"address": address, "said": ["31\u00a0May"]}
    ]


def test_a_text_on_a_page_is_text():
    """
    Markup is escaped, in text and in attributes, and a long word may break.
    """
    assert mark_text('<i a="b">') == "&lt;i a=&quot;b&quot;&gt;"
    assert mark_text("w" * 50).count("<wbr>") == 2
    assert "<wbr>" not in mark_attribute("w" * 50)


def test_short_texts_and_letters_stay():
    """
    What can be read is not touched.
    """
    assert inert("Дніпро – 22\n\tok") == "Дніпро – 22\n\tok"
    assert shorten("short") == "short"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a b",
        'https://example.org/"x',
        "https://",
        "http://[",
        "https://e.org/" + "w" * 2000,
    ],
)
def test_an_address_that_no_page_may_link_to_is_none(address: str):
    """
    Blanks, quotes, no host, a broken host and endless addresses are not linked.
    """
    assert safe_address(address) == ""
