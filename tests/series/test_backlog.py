"""Backlog: totals that rose by more than their claimant gives for the month."""

import pandas as pd
import pytest

from casualty_ledger.series.backlog import find_backlog


@pytest.fixture(scope="module")
def killed(ledger) -> pd.DataFrame:
    found = find_backlog(ledger.figures).set_index("figure_id")
    return found[found["measure"] == "killed"]


@pytest.mark.parametrize(("figure", "size"), [("CIV-0482", 902), ("CIV-0471", 807), ("CIV-0475", 902)])
def test_902_in_nine_days_is_backlog(killed: pd.DataFrame, figure: str, size: int):
    """
    From 7,199 (to 13 February 2023) to 8,006 and 8,101: more than OHCHR gives for all of February.
    """
    step = killed.loc[figure]

    assert (step["previous_figure_id"], step["size"]) == ("CIV-0460", size)
    assert step["own_value"] < size


def test_a_total_that_rose_as_its_month_says_is_no_backlog(killed: pd.DataFrame):
    """
    The total from which the jump is measured, and the quiet months after it, are not marked.
    """
    assert "CIV-0460" not in killed.index
    assert not killed["to_day"].between("2023-07-01", "2024-09-30").any()
