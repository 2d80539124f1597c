"""The order of telling: statements of several claimants about one thing, by the hours that are known."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import rows_of
from casualty_ledger.series.moments import READ, Said, order_of, read_said


def order_by_telling(statements: pd.DataFrame) -> pd.DataFrame:
    """Move statements of a day behind those of other claimants that were told before them.

    Each claimant's own keep their order. Of two claimants whose hours are not known, nobody knows who spoke
    first: theirs stand as they stood.
    """
    # They stand on the days that they are given, so the hours of an inferred day are compared, too.
    said = [read_said(row)._replace(is_inferred=False) for row in rows_of(statements[READ])]
    left, ordered = [*range(len(said))], list[int]()
    while left:
        told = next((at for at in left if not any(_is_before(said, one, at) for one in left)), left[0])
        left.remove(told)
        ordered.append(told)
    return statements.iloc[ordered].reset_index(drop=True)


def _is_before(said: list[Said], one: int, other: int) -> bool:
    first, second = said[one], said[other]
    if first.claimant == second.claimant or first.day != second.day:
        return one < other
    return first.minute is not None and second.minute is not None and order_of(first, second) == -1
