"""Captions: a chart cannot do without one."""

from dataclasses import fields

import pytest

from casualty_ledger.charts.caption import OPTIONAL, Caption, CaptionIncomplete

FULL = {part.name: part.name.replace("_", " ") for part in fields(Caption) if part.name not in OPTIONAL}


@pytest.mark.parametrize("part", FULL)
def test_no_part_of_a_caption_may_be_empty(part: str):
    """
    A caption that leaves any of its parts empty is refused, and the part is named.
    """
    with pytest.raises(CaptionIncomplete, match=part):
        Caption(**FULL | {part: "  "})


def test_the_printed_caption_says_every_part():
    """
    The text under a chart holds every part but the title, which stands above it.
    """
    text = Caption(**FULL).text

    assert all(words in text for part, words in FULL.items() if part not in ("title", "conflict"))
