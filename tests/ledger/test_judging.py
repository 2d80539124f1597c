"""Rows judged while they are typed, against the check of whole rows."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import HONEST

from casualty_ledger.ledger.judging import RowJudge
from casualty_ledger.ledger.recording import TYPED_RULES, check_recorded, make_row
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.ledger.rules import RULES, Rule
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import Register, read_register

# Words that some rule of some column refuses, and some that none does.
WRONG = [
    "=1+1",
    "about ten",
    "12 March",
    "2023-06-31",
    "Petro Petrenko, killed",
    "x\ny",
    "captured",
    "rate",
    "7",
]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(SHEET_COLUMNS), st.one_of(st.just(""), st.sampled_from(WRONG), st.text(max_size=9))
    )
)


@pytest.fixture(scope="module")
def register(project) -> Register:
    return read_register(project.sources)


@pytest.fixture(scope="module")
def recorded(project) -> pd.DataFrame:
    return read_sheets(project.recorded)


@pytest.fixture(scope="module")
def judge(register, recorded) -> RowJudge:
    """Keep one judge for all rows, which remembers those before."""
    return RowJudge(register, recorded)


def assert_judged_whole(judge: RowJudge, cells: dict[str, str]) -> None:
    row = make_row("made_up.csv", cells)
    whole = check_recorded(row, judge.register, judge.recorded)

    pd.testing.assert_frame_equal(judge.find(row), whole, check_dtype=False)


@settings(max_examples=25, deadline=None)
@given(edits=EDITS)
def test_a_typed_row_is_judged_as_a_whole_one(judge, edits):
    """
    After every edit of any cell the problems are those of `check_recorded`, in its order and its words.
    """
    cells = dict(HONEST)
    for column, text in edits:
        cells[column] = text
        assert_judged_whole(judge, cells)


@pytest.mark.parametrize(
    "change", [{}, {"id": "t-9"}, {"value": "1"}], ids=["same", "other_id", "other_number"]
)
def test_a_row_that_is_recorded_already_is_told(judge, recorded, change):
    """
    A row of a sheet that is typed once more is refused for its id, its figure, or neither, as a check would.
    """
    row = recorded[recorded["address"] != ""].iloc[0]

    assert_judged_whole(judge, row[list(SHEET_COLUMNS)].to_dict() | change)


def test_a_key_asks_the_rules_that_read_its_cell(judge):
    """
    A number that grows by a digit is looked at by the rules of numbers and of that cell, and by no others.
    """
    judge.find(make_row("made_up.csv", HONEST | {"value": "20"}))
    before = dict(judge.looked)
    judge.find(make_row("made_up.csv", HONEST | {"value": "209"}))
    asked = [rule.columns for rule, looked in judge.looked.items() if looked is not before[rule]]

    assert asked == [("value", "lower", "upper", "hedge"), ("value",)]


def test_every_cell_is_read_by_a_rule():
    """
    No column of a sheet is without a rule that reads it.
    """
    assert {column for rule in (*RULES, *TYPED_RULES) for column in rule.columns} >= set(SHEET_COLUMNS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: "_".join(rule.columns))
def test_a_rule_reads_no_other_column(rule: Rule, register):
    """
    A rule that is given its own columns alone can look at every row of them.
    """
    row = make_row("made_up.csv", HONEST)

    rule.look(Problems(row[list(dict.fromkeys(["sheet", "row", "id", *rule.columns]))]), register)
