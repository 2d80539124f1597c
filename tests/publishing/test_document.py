"""The document: every number carries the figures behind it."""

import re

import pytest

from casualty_ledger.parsing.web_addresses import safe_address
from casualty_ledger.publishing.document import Bullets, Paragraph, Table, cited_in
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.wording.traced_text import Sentence, Span, words

# Numbers of a brief that are no figures: days, years and weeks.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATES = re.compile(rf"\b(?:\d{{1,2}} to )?\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?\b|\b\d{{4}}-W\d\d\b")


def test_citations_come_in_reading_order():
    """
    The figures behind a block are cited in the order in which a reader meets them.
    """
    one, two = Sentence((Span("1", ("a",)),)), Sentence((Span("2", ("b", "a")),))

    assert list(cited_in(Paragraph((two, one)))) == ["b", "a", "a"]
    assert list(cited_in(Bullets((one, two)))) == ["a", "b", "a"]
    assert list(cited_in(Table("t", ("x", "y"), ((one, two),), (1, 1)))) == ["a", "b", "a"]


@pytest.mark.parametrize("week", ["2022-W12", "2023-W22", "2023-W42", "2024-W22", "2025-W01", "2026-W40"])
def test_every_number_of_the_bottom_line_is_traced(edition_of, week: str):
    """
    A number in the bottom line that is no date carries the ids of the figures behind it.
    """
    for sentence in compose_brief(edition_of(week)).bottom_line:
        untraced = "".join(span.text for span in sentence.spans if not span.figure_ids)
        plain = DATES.sub("", untraced)
        plain = re.sub(r"between [\d,]+ and [\d,]+ by the rounding of both", "", plain)
        plain = re.sub(r"the 12 may include the 2 shown earlier", "", plain)
        assert not re.search(r"\d", plain), plain


def test_every_cited_figure_has_one_number(edition_of):
    """
    Each cited figure is in exactly one numbered source, and the numbers have no gap.
    """
    edition = edition_of("2023-W22")
    cited = compose_brief(edition).cited()
    references = References.of(edition.figures, cited)

    assert set(references.numbers) == set(cited)
    assert [entry.number for entry in references.entries] == list(range(1, len(references.entries) + 1))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""])
def test_only_web_addresses_become_links(address: str):
    """
    An address that is not on the web is no link.
    """
    assert safe_address(address) == ""


def test_sentences_join():
    """
    Joined sentences keep their spans.
    """
    assert (words("a ") + Sentence((Span("1", ("x",)),))).text == "a 1"
