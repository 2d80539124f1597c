"""Whatever is done to a text is done once, and every row gets what its own text got."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.ledger import distinct
from casualty_ledger.ledger.distinct import (
    Distinct,
    find_repeated,
    firsts_of,
    join_texts,
    number_distinct,
    spread_texts,
    stands_before,
    tell_apart,
)
from casualty_ledger.ledger.texts import as_texts

ROWS = st.lists(st.tuples(st.sampled_from("abcé"), st.one_of(st.none(), st.integers(0, 3))), min_size=1)


def test_each_text_is_looked_at_once():
    """
    A rule is asked once per distinct text, however many rows hold it.
    """
    asked: list[str] = []

    lengths = Distinct.of(pd.Series(["a", "bc", "a", "bc"])).each(
        lambda text: asked.append(text) or len(text), "Int64"
    )

    assert asked == ["a", "bc"]
    assert lengths.tolist() == [1, 2, 1, 2]


def test_what_was_not_read_is_missing():
    """
    A value that is None has no fact; it is never 0.
    """
    assert Distinct([7, None], np.array([1, 0]), pd.RangeIndex(2)).each(int, "Int64").isna().tolist() == [
        True,
        False,
    ]


def test_a_search_keeps_the_rows_index():
    """
    Rows that were left out before stay left out.
    """
    found = Distinct.of(pd.Series(["about 5", "six"], index=[3, 8])).contains("[0-9]")

    assert found.to_dict() == {3: True, 8: False}


def test_the_first_group_is_found():
    """
    The first group of a pattern is returned, and nothing where it is not found.
    """
    said = Distinct.of(pd.Series(["nearly 500", "exactly 500"]))

    assert said.extract(re.compile(r"nearly (\d+)")).tolist() == ["500", ""]


@settings(deadline=None)
@given(rows=ROWS)
def test_combinations_are_numbered_as_pandas_groups_them(rows: list[tuple[str, int | None]]):
    """
    The numbers are those of `groupby(sort=False, dropna=False).ngroup()`: missing equals missing.
    """
    table = pd.DataFrame(rows, columns=["text", "count"]).astype({"text": "str", "count": "Int64"})
    expected = table.groupby(["text", "count"], sort=False, dropna=False).ngroup()

    assert number_distinct([table["text"], table["count"]]).tolist() == expected.tolist()


@settings(deadline=None)
@given(rows=ROWS)
def test_many_combinations_do_not_overflow(rows: list[tuple[str, int | None]]):
    """
    Forty columns have more combinations than a number can hold; equal rows still have equal numbers.
    """
    table = pd.DataFrame(rows, columns=["text", "count"]).astype({"text": "str", "count": "Int64"})
    twice = number_distinct([table["text"], table["count"]])

    assert number_distinct([table["text"], table["count"]] * 40).tolist() == twice.tolist()


def test_rows_may_be_numbered_in_another_order():
    """
    With an order, the rows come in that order, and so do their numbers.
    """
    assert number_distinct([pd.Series(["a", "b", "a"])], order=np.array([1, 2, 0])).tolist() == [0, 1, 1]


@settings(deadline=None)
@given(rows=ROWS, once=st.booleans())
def test_texts_are_joined_as_a_loop_would_join_them(rows: list[tuple[str, int | None]], once: bool):
    """
    Texts of one number are joined in order, the same text once if so wanted.
    """
    numbers = number_distinct([pd.Series([count for _, count in rows], dtype="Int64")])
    told: dict[int, list[str]] = {}
    for number, (text, _) in zip(numbers.tolist(), rows, strict=True):
        told.setdefault(number, []).append(text)
    expected = ["; ".join(dict.fromkeys(texts) if once else texts) for texts in told.values()]
    texts = pd.Series([text for text, _ in rows], dtype="str")

    assert join_texts(texts, numbers, between="; ", once=once).tolist() == expected


@pytest.mark.parametrize(("numbers", "firsts"), [([], []), ([0, 0, 1, 0, 2], [0, 2, 4])])
def test_the_first_of_each_number_is_found(numbers: list[int], firsts: list[int]):
    """
    The places where a number comes first are found, and none where there is no row.
    """
    assert firsts_of(np.array(numbers, dtype=np.int64)).tolist() == firsts


def test_texts_come_in_one_piece():
    """
    A column that was put together from several sheets is one array of texts.
    """
    column = pd.concat([pd.Series(["a"]), pd.Series(["b"])], ignore_index=True)

    assert as_texts(column).to_pylist() == ["a", "b"]


@pytest.mark.parametrize("last", ["a", "b", ""], ids=["one text", "another at the end", "an empty one"])
def test_a_long_column_of_one_text_is_told_apart_like_any_other(last):
    """
    The glance that spares looking texts up says what looking them up says.
    """
    column = pd.Series(["a"] * 6_000 + [last], dtype="str")
    which, values = tell_apart(column)
    expected, known = pd.factorize(column)

    assert which.tolist() == expected.tolist()
    assert list(values) == list(known)


def test_rows_that_another_equals_are_those_that_pandas_finds():
    """
    Looking at a column only where those before it are alike loses no repeat and invents none.
    """
    chance = np.random.default_rng(7)
    rows = pd.DataFrame({n: chance.integers(0, 9, 3_000).astype(str) for n in "abcd"}, dtype="str")
    found = find_repeated([rows[name] for name in rows])

    assert 0 < len(found) < len(rows)
    assert found.tolist() == np.flatnonzero(rows.duplicated(keep=False)).tolist()


def many(*texts: str) -> pd.Series:
    """Make a column that is long enough to be remembered, in the storage that does not change."""
    return pd.Series(list(texts) * 6_000, dtype=pd.StringDtype("pyarrow", na_value=np.nan))


def test_a_column_that_tables_share_is_told_apart_once():
    """
    The same texts in another table are not looked at again; changed ones are.
    """
    table = pd.DataFrame({"a": many("x", "y")})
    known, _ = tell_apart(table["a"])
    changed = table["a"].copy()
    changed.iloc[0] = "z"

    assert tell_apart(table.assign(b=1)["a"])[0] is known
    assert tell_apart(changed)[1].tolist() == ["z", "y", "x"]
    assert tell_apart(table["a"])[0] is known


def test_nothing_is_remembered_of_a_column_that_is_gone():
    """
    What was told of texts goes when they go.
    """
    before = len(distinct._told)
    column = many("x", "y")
    tell_apart(column)
    held = len(distinct._told)
    del column

    assert (held, len(distinct._told)) == (before + 1, before)


def test_what_is_made_of_distinct_texts_is_told_apart_as_it_stands():
    """
    Two texts of which the same is made are one in the column that they make, and so it is remembered.
    """
    which, _ = tell_apart(many("x", "y", "z"))
    made = spread_texts(["1", "2", "1"], which, pd.RangeIndex(18_000))
    codes, values = pd.factorize(made)

    assert made.head(4).tolist() == ["1", "2", "1", "1"]
    assert tell_apart(made)[0].tolist() == codes.tolist()
    assert tell_apart(made)[1].tolist() == values.tolist()


@given(st.lists(st.sampled_from("abc")))
def test_rows_that_another_stands_before_are_those_that_repeat_one(texts):
    """
    Of rows alike all but the first have one before them.
    """
    column = pd.Series(texts, dtype="str")

    assert stands_before(column).tolist() == column.duplicated().tolist()
