"""Cutting: what a brief has no room for is counted and linked, never dropped in silence."""

from __future__ import annotations

from dataclasses import replace

from casualty_ledger.publishing.document import Block, Bullets, Paragraph, Picture, Rest, Section, Table
from casualty_ledger.wording.traced_text import Sentence, counted, words

CIVILIAN, LOSSES, PRISONERS = "civilian_casualties.html", "military_losses.html", "prisoners_of_war.html"
NAMES = {
    CIVILIAN: "on the page of civilian casualties",
    LOSSES: "on the page of military losses",
    PRISONERS: "on the page of prisoners of war",
}
MOST_ROWS, MOST_ITEMS, MOST_MARKS = 16, 10, 500


def cut_table(table: Table, page: str, most: int = MOST_ROWS) -> Table:
    """Keep the first rows of a table; how many more there are stands under it."""
    if len(table.rows) <= most:
        return table
    return replace(table, rows=table.rows[:most], rest=_rest(len(table.rows) - most, "row", page))


def cut_items(items: tuple[Sentence, ...], page: str, most: int = MOST_ITEMS) -> Bullets:
    """Keep the first sentences of a list; how many more there are stands under it."""
    if len(items) <= most:
        return Bullets(items)
    return Bullets(items[:most], _rest(len(items) - most, "statement", page))


def cut_section(section: Section | None, page: str) -> Section | None:
    """Cut every table and list of a section."""
    return section and replace(section, blocks=tuple(_cut(block, page) for block in section.blocks))


def _cut(block: Block, page: str) -> Block:
    if isinstance(block, Table):
        return cut_table(block, page)
    if isinstance(block, Picture) and len(block.chart.table) > MOST_MARKS:
        marks = counted(len(block.chart.table), "rows of the chart’s table")
        said = words("A chart of ") + marks + words(f" marks has no room here: it stands {NAMES[page]}.")
        return Paragraph((said,))
    return cut_items(block.items, page) if isinstance(block, Bullets) else block


def _rest(left: int, what: str, page: str) -> Rest:
    noun = what if left == 1 else f"{what}s"
    said = words("and ") + counted(left, f"{noun} left out here") + words(f" more {noun}, {NAMES[page]}")
    return Rest(said, page)
