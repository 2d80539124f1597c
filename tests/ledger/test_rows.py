"""Rows as records, taken a column at a time."""

import pandas as pd

from casualty_ledger.ledger.rows import rows_of

TABLE = pd.DataFrame(
    {
        "value": pd.array([3, None], dtype="Int64"),
        "row": [1, 2],
        "is_part": [True, False],
        "place": pd.array(["Old Town", ""], dtype="str"),
        "day": pd.to_datetime(["2023-06-01", None]),
        "told": [None, "x"],
    }
)


def test_rows_are_those_that_pandas_makes_down_to_the_types():
    """Rows are those that pandas makes, down to the types; a missing number is None."""
    ours, theirs = rows_of(TABLE), TABLE.to_dict("records")
    assert repr(ours) == repr(theirs)
    assert [list(map(type, row.values())) for row in ours] == [
        list(map(type, row.values())) for row in theirs
    ]
    assert ours[1]["value"] is None


def test_a_table_without_rows_has_no_records():
    """A table without rows has no records."""
    assert rows_of(TABLE.iloc[:0]) == []
