"""Columns headed by days: whether a table goes on from left to right in time, and by which names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casualty_ledger.intake.guessing.columns import share_of_numbers, texts_of
from casualty_ledger.intake.guessing.days import is_day
from casualty_ledger.intake.tables.table import Table

# So many columns headed by days make a table that goes on in time from left to right.
FEWEST, MOSTLY = 3, 0.7
# How such names are written; a pattern that fits no other column also fits those of the next issue.
STYLES = (
    r"(?:19|20)\d\d",
    r"\d{4}[-/.]\d{1,2}",
    r"\d{4}-\d{2}-\d{2}",
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}",
    r"\pL+[ .'’-]*\d{2,4}",
)
PYTHON_LETTER = (r"\pL", r"[^\W\d_]")


def find_across(table: Table) -> str:
    """Return a pattern of the columns headed by days, months or years; nothing where they are few.

    >>> import pandas as pd
    >>> from casualty_ledger.intake.tables.table import make_table
    >>> years = pd.DataFrame({"place": ["Ford"], "2021": ["1"], "2022": ["2"], "2023": ["3"]}, dtype="str")
    >>> find_across(make_table("a.csv", "", years))
    '(?:19|20)\\\\d\\\\d'
    """
    headed = [name for name in table.columns if is_day(name) and _counts(texts_of(table.rows[name]))]
    if len(headed) < FEWEST:
        return ""
    for style in STYLES:
        fits = [name for name in table.columns if re.fullmatch(style.replace(*PYTHON_LETTER), name)]
        if fits == headed:
            return style
    return "|".join(map(re.escape, headed))


def _counts(texts: Sequence[str]) -> bool:
    return not texts or share_of_numbers(texts) > MOSTLY
