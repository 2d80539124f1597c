"""The trace: every number of a brief that rests on figures, with the figures that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.publishing.document import Block, Brief, Bullets, Picture, Sentence, sentences_of

COLUMNS = ["part", "number", "sentence", "how", "figure_id", "claimant", "sheet", "row_ids", "address"]


def trace_brief(brief: Brief, figures: pd.DataFrame) -> pd.DataFrame:
    """List each traced number of `brief`, one row per figure behind it. Columns: COLUMNS.

    `how` says how a number was derived, and is empty where it stands as it was said. A chart's numbers
    stand in its own table; here it has one row per figure that it draws.
    """
    found = pd.DataFrame(list(_spans(brief)), columns=["part", "number", "sentence", "how", "figure_id"])
    known = figures[["figure_id", "claimant", "sheet", "row_ids", "address"]]
    return found.merge(known, on="figure_id", how="left", validate="many_to_one")[COLUMNS]


def _spans(brief: Brief) -> Iterator[tuple[str, str, str, str, str]]:
    yield from _of_block("In short", Bullets(brief.bottom_line))
    for section in brief.sections:
        for block in section.blocks:
            yield from _of_block(section.heading, block)


def _of_block(part: str, block: Block) -> Iterator[tuple[str, str, str, str, str]]:
    if isinstance(block, Picture):
        for figure_id in block.figure_ids:
            yield part, "", block.chart.caption.title, "drawn in the chart", figure_id
        return
    for sentence in sentences_of(block):
        yield from _of_sentence(part, sentence)


def _of_sentence(part: str, sentence: Sentence) -> Iterator[tuple[str, str, str, str, str]]:
    for span in sentence.spans:
        for figure_id in span.figure_ids:
            yield part, span.text, sentence.text, span.how, figure_id
