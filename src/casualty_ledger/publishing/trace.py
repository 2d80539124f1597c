"""The trace: every number of a brief that rests on figures, with the figures that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.publishing.document import Block, Brief, Bullets, KeyFigures, Paragraph, Picture, Table
from casualty_ledger.publishing.text_blocks import sentences_in
from casualty_ledger.wording.traced_text import Sentence

COLUMNS = [
    "nth",
    "part",
    "place",
    "number",
    "sentence",
    "how",
    "figure_id",
    "claimant",
    "sheet",
    "row_ids",
    "address",
    "evidence",
]
PLACES: dict[type[Block], str] = {Paragraph: "text", Bullets: "list", KeyFigures: "key figures"}
KNOWN = ["figure_id", "claimant", "sheet", "row_ids", "address", "evidence"]


def trace_brief(brief: Brief, figures: pd.DataFrame) -> pd.DataFrame:
    """List each traced number of `brief`, one row per figure behind it. Columns: COLUMNS.

    `nth` numbers the numbers as they are read; `place` is the list, table or chart in which one stands;
    `how` says how it was derived, and is empty where it stands as it was said. A number that counts
    figures or rows has no figure behind it. A figure that a chart draws without printing a number of it
    stands with an empty `number`.
    """
    numbers = ((part, *found) for part, block in brief.parts() for found in _numbers(block))
    rows = [
        (nth, *told, figure)
        for nth, (*told, behind) in enumerate(numbers, start=1)
        for figure in (behind or ("",))
    ]
    traced = pd.DataFrame(rows, columns=COLUMNS[:7])
    known = traced.merge(figures[KNOWN], on="figure_id", how="left", validate="many_to_one")
    return known[COLUMNS].fillna(dict.fromkeys(KNOWN, ""))


def _numbers(block: Block) -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    """Yield place, number, sentence, how and the figures behind, for each number of a block."""
    if not isinstance(block, Picture):
        place = block.caption if isinstance(block, Table) else PLACES[type(block)]
        for sentence in sentences_in(block):
            yield from _of_sentence(place, sentence)
        return
    title = block.chart.caption.title
    yield from _of_sentence(f"chart: {title}", block.labels)
    for sentence in sentences_in(block.table):
        yield from _of_sentence(block.table.caption, sentence)


def _of_sentence(place: str, sentence: Sentence) -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    for span in sentence.spans:
        if span.is_number:
            yield place, span.text, sentence.text, span.how, span.figure_ids
