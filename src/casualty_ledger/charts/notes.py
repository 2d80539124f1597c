"""Notes under a chart's title: what its marks mean, as far as such marks stand in it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from casualty_ledger.wording.language import mark, translate

Note = Callable[[pd.DataFrame], str]
Stands = Callable[[pd.DataFrame], bool]
AT_LEAST = mark("Open arrow: at least.")
ABOUT = mark("Dashed: about.")
MAY_CHANGE = mark("Hatched: may still change.")


def note_of(*told: str | tuple[str, Stands]) -> Note:
    """Return a note of marked phrases; one that comes with a question stands where its answer is yes."""

    def note(table: pd.DataFrame) -> str:
        said = [each if isinstance(each, str) else each[0] for each in told if _stands(each, table)]
        return " ".join(map(translate, said))

    return note


def _stands(told: str | tuple[str, Stands], table: pd.DataFrame) -> bool:
    return isinstance(told, str) or bool(told[1](table))


def has_open_arrow(table: pd.DataFrame) -> bool:
    """Say whether a mark has no upper bound."""
    return bool((table["lower"].notna() & table["upper"].isna()).any())


def has_range(table: pd.DataFrame) -> bool:
    """Say whether a mark has two bounds that differ."""
    lower, upper = (table[end].astype("Float64") for end in ("lower", "upper"))
    return bool((lower < upper).fillna(False).any())


def has_soft_range(table: pd.DataFrame) -> bool:
    """Say whether such bounds are approximate."""
    return has_range(table[table["is_soft"].astype(bool)])


def may_change(table: pd.DataFrame) -> bool:
    """Say whether a mark is of days so late that they may still be restated."""
    return bool(table["provisional"].any())
