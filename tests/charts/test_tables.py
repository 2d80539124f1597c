"""The tables of the charts are checked before anything is drawn."""

import inspect

import pandas as pd
import pytest
from made_up_charts import CAPTION, draw, said

from casualty_ledger.charts import tables
from casualty_ledger.charts.frame import compose
from casualty_ledger.charts.statements import STATEMENTS
from casualty_ledger.charts.tables import TableNotAsDeclared, check_table

MODELS = [
    model
    for _, model in inspect.getmembers(tables, inspect.isclass)
    if issubclass(model, tables.Strict) and model not in (tables.Strict, tables.Said)
]
ROW = said(5, label="Mayor")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_column_says_its_purpose(model):
    """
    Each declared column has a description, and each table words and the figures behind them.
    """
    columns = model.to_schema().columns

    assert {"words", "figure_id"} <= set(columns)
    assert [name for name, column in columns.items() if not column.description] == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({key: value for key, value in ROW.items() if key != "words"}, "words"),
        (ROW | {"murdered": 5}, "murdered"),
        (ROW | {"value": -5}, "-5"),
    ],
    ids=["a column too few", "a column too many", "a count below nothing"],
)
def test_a_table_that_is_not_as_declared_is_not_drawn(row, found: str):
    """
    The chart is refused in a sentence that names what was found.
    """
    with pytest.raises(TableNotAsDeclared, match=found):
        compose(STATEMENTS, pd.DataFrame([row]), CAPTION, name="made_up")


def test_a_missing_number_stays_missing():
    """
    An absent bound passes the check as absent, never as 0.
    """
    checked = check_table(pd.DataFrame([ROW | {"upper": None}]), tables.Statements)

    assert checked["upper"].isna().tolist() == [True]


def test_a_table_that_is_as_declared_is_drawn():
    """
    The honest row of these tests makes a chart, so that the refusals above mean something.
    """
    assert draw(STATEMENTS, [ROW], height=0.6).table["words"].tolist() == ["5"]
