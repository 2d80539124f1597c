"""Cutting: what a brief has no room for is counted and linked, never dropped in silence."""

from __future__ import annotations

from dataclasses import replace

from casualty_ledger.publishing.document import Block, Bullets, Rest, Section, Table
from casualty_ledger.wording.language import mark, mark_counted, translate, translate_counted
from casualty_ledger.wording.traced_text import Sentence, counted, sentence

CIVILIAN, LOSSES, PRISONERS = "civilian_casualties.html", "military_losses.html", "prisoners_of_war.html"
NAMES = {
    CIVILIAN: mark("on the page of civilian casualties"),
    LOSSES: mark("on the page of military losses"),
    PRISONERS: mark("on the page of prisoners of war"),
}
MOST_ROWS, MOST_ITEMS = 16, 10
# How many more there are, and what that number counts.
MORE_ROWS = (
    mark_counted("and {count} more row, {page}", "and {count} more rows, {page}"),
    mark_counted("row left out here", "rows left out here"),
)
MORE_STATEMENTS = (
    mark_counted("and {count} more statement, {page}", "and {count} more statements, {page}"),
    mark_counted("statement left out here", "statements left out here"),
)


def cut_table(table: Table, page: str, most: int = MOST_ROWS, *, of: int = 0) -> Table:
    """Keep the first rows of a table; how many more there are stands under it.

    `of` says how many there are, where no more than the first were made.
    """
    left = max(of, len(table.rows)) - most
    return replace(table, rows=table.rows[:most], rest=_rest(left, MORE_ROWS, page)) if left > 0 else table


def cut_items(items: tuple[Sentence, ...], page: str, most: int = MOST_ITEMS, *, of: int = 0) -> Bullets:
    """Keep the first sentences of a list in the same way."""
    left = max(of, len(items)) - most
    return Bullets(items[:most], _rest(left, MORE_STATEMENTS, page) if left > 0 else None)


def cut_section(section: Section | None, page: str) -> Section | None:
    """Cut every table and list of a section."""
    return section and replace(section, blocks=tuple(_cut(block, page) for block in section.blocks))


def _cut(block: Block, page: str) -> Block:
    if isinstance(block, Table):
        return cut_table(block, page)
    return cut_items(block.items, page) if isinstance(block, Bullets) else block


def _rest(left: int, more: tuple[tuple[str, str], tuple[str, str]], page: str) -> Rest:
    said, how = (translate_counted(*each, left) for each in more)
    return Rest(sentence(said, count=counted(left, how), page=translate(NAMES[page])), page)
