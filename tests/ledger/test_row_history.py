"""One row on its way, and what another rule would change."""

from types import SimpleNamespace
from unittest.mock import patch

import nbformat
import pandas as pd
import pytest
from paths import HOME
from rows import make_rows
from tour import run_cell

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import Correction
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.row_history import RowNotRead, compare_readings, follow_row
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing import hedges
from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.sources.registry import Register

ROWS = make_rows({"value": "20994"}, {"value": "20", "hedge": "at_least"})
MENDED = Correction(
    file="a.yml", id="t-1", column="value", expect="20994", action="replace", value="209940",
    reason="a digit was lost", declared_on="2023-06-06",
)  # fmt: skip


@pytest.fixture(scope="module")
def cleaned():
    return clean_rows(ROWS, Register({}, {}), [MENDED]).appearances


def test_a_row_is_followed_from_the_sheet_to_its_figure(cleaned):
    """
    Six steps, each with what the row held then: the sheet keeps what was recorded.
    """
    told = follow_row("t-1", ROWS, [MENDED], cleaned, gather_figures(cleaned)[0])["what it holds"]

    assert list(told.index) == ["recorded", "corrected", "read", "bounded", "graded", "merged"]
    assert "value 20994;" in told["recorded"]
    assert told["corrected"] == "value: replace, a digit was lost"
    assert "value 209940" in told["read"]
    assert told["bounded"].startswith("lower 209930; value 209940; upper 209950")
    assert "reliability" in told["graded"]
    assert "figure_id t-1; appearances 1" in told["merged"]


def test_a_row_that_was_not_read_is_told(cleaned):
    """
    A name that no appearance has is told in a sentence.
    """
    with pytest.raises(RowNotRead, match="'t-9' is no row that was read"):
        follow_row("t-9", ROWS, [], cleaned, gather_figures(cleaned)[0])


def test_another_rule_is_compared_cell_by_cell(cleaned):
    """
    Only what is read differently is listed; the same rule changes nothing.
    """
    with patch("casualty_ledger.parsing.hedges.granularity", lambda value: value // 10):
        after = clean_rows(ROWS, Register({}, {}), [MENDED]).appearances

    assert compare_readings(cleaned, after).to_numpy().tolist() == [
        ["t-1", "lower", 209_930, 188_946],
        ["t-1", "upper", 209_950, 230_934],
    ]
    assert compare_readings(cleaned, cleaned).empty


def test_the_notebook_shows_what_the_rule_alone_changes():
    """
    The cell of the notebook with the rule as it is changes nothing: neither a note of later nor a correction.
    """
    cells = nbformat.read(HOME / "notebooks" / "01_clean_figures.ipynb", as_version=4).cells
    [cell] = [cell.source for cell in cells if cell.id == "change-rule"]
    note = {"note": "relay: almost 2,000", "note_known_on": "2023-06-20", "value": "2000"}
    rows, register, corrections = make_rows({"value": "20994"}, note), Register({}, {}), [MENDED]
    edition = SimpleNamespace(
        vintage=parse_vintage("", parse_week("2023-W22")), in_week=pd.DataFrame({"row_ids": ["t-1 t-2"]})
    )
    known = as_of(clean_rows(rows, register, corrections).appearances, edition.vintage)
    named = {"known_as_of": as_of, "clean_rows": clean_rows, "compare_readings": compare_readings}
    names = named | {"patch": patch, "granularity": hedges.granularity} | locals()

    assert len(run_cell(cell, dict(names))[0]) == 4
    assert run_cell(cell.replace("lambda value: value // 10", "granularity"), dict(names))[0].empty
