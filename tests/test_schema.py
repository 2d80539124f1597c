"""The tables, each declared once."""

import subprocess
import sys

import pandera.pandas as pa
import pytest

from casualty_ledger.schema import Appearances, Refusals, ReportedFigures, columns_of


@pytest.mark.parametrize("table", [Appearances, ReportedFigures, Refusals])
def test_columns_are_those_of_the_schema(table: type[pa.DataFrameModel]):
    """
    The columns read from the class are those that pandera validates, in its order.
    """
    assert columns_of(table) == list(table.to_schema().columns)


def test_a_process_that_checks_tables_imports_neither_dask_nor_hypothesis():
    """
    Where they are installed, to validate a table imports nothing of them, and they can still be imported.
    """
    pytest.importorskip("dask")
    code = (
        "import sys; from casualty_ledger.schema import Refusals; Refusals.validate(Refusals.empty());"
        "assert not {'dask.dataframe', 'hypothesis'} & set(sys.modules);"
        "import dask, hypothesis; assert dask.__version__ and hypothesis.__version__"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
