"""Cutting: what a brief has no room for is counted and linked, never dropped in silence."""

from __future__ import annotations

from dataclasses import replace

from casualty_ledger.publishing.document import Bullets, Rest, Sentence, Table, counted, words

CIVILIAN, LOSSES, PRISONERS = "civilian_casualties.html", "military_losses.html", "prisoners_of_war.html"
NAMES = {
    CIVILIAN: "on the page of civilian casualties",
    LOSSES: "on the page of military losses",
    PRISONERS: "on the page of prisoners of war",
}
MOST_ROWS, MOST_ITEMS = 16, 10


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


def _rest(left: int, what: str, page: str) -> Rest:
    noun = what if left == 1 else f"{what}s"
    said = words("and ") + counted(left, f"{noun} left out here") + words(f" more {noun}, {NAMES[page]}")
    return Rest(said, page)
