"""The tables, each declared once."""

import pandera.pandas as pa
import pytest

from casualty_ledger.schema import Appearances, Refusals, ReportedFigures, columns_of


@pytest.mark.parametrize("table", [Appearances, ReportedFigures, Refusals])
def test_columns_are_those_of_the_schema(table: type[pa.DataFrameModel]):
    """
    The columns read from the class are those that pandera validates, in its order.
    """
    assert columns_of(table) == list(table.to_schema().columns)
