"""Distinct texts: whatever is done to a text is done once, however many rows hold it.

A sheet says the same few thousand things over and over. A column becomes its distinct values and, for
each row, the number of the one that stands there; facts are found per value and spread over the rows.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from casualty_ledger.ledger.texts import TEXT, as_texts, is_one_text

MOST = 2**62
SAMPLED, FEW, HANDFUL = 500, 5_000, 20


# What was told of the texts of a column, by the number of their array, as long as that array is there.
_told: dict[int, tuple[weakref.ref[pa.ChunkedArray], np.ndarray, Any]] = {}


def tell_apart(column: Any) -> tuple[np.ndarray, Any]:
    """Return which of the distinct values stands in each row, and those values.

    Texts that Arrow stores never change, and columns of several tables share them: they are told apart once.
    """
    texts = _stored(column)
    if texts is None:
        return pd.factorize(column)
    return _recall(texts) or _remember(texts, *_tell_texts(column))


def _stored(column: Any) -> pa.ChunkedArray | None:
    """Return the array in which Arrow stores the texts of a long column; None of any other."""
    if len(column) <= FEW or getattr(column, "dtype", None) != "str" or column.dtype.storage != "pyarrow":
        return None
    return getattr(column, "array", column).__arrow_array__()


def _recall(texts: pa.ChunkedArray) -> tuple[np.ndarray, Any] | None:
    known = _told.get(id(texts))
    return known[1:] if known is not None and known[0]() is texts else None


def _remember(texts: pa.ChunkedArray, which: np.ndarray, values: Any) -> tuple[np.ndarray, Any]:
    place = id(texts)
    _told[place] = (weakref.ref(texts, lambda _: _told.pop(place, None)), which, values)
    return which, values


def _tell_texts(column: Any) -> tuple[np.ndarray, Any]:
    """Tell texts apart; of one text by comparing, which costs less than looking each text up."""
    texts = as_texts(getattr(column, "array", column))
    if is_one_text(texts):
        return np.zeros(len(column), dtype=np.int64), getattr(column, "array", column)[:1]
    if texts.null_count:
        return pd.factorize(column)
    coded = texts.dictionary_encode()
    return coded.indices.to_numpy().astype(np.int64), pd.Index(pd.array(coded.dictionary, dtype="str"))


def spread_texts(texts: Sequence[str], which: np.ndarray, index: pd.Index) -> pd.Series:
    """Give each row one of some texts; `which` names them in the order in which they come.

    >>> spread_texts(["a", "b", "a"], np.array([0, 1, 2, 0]), pd.RangeIndex(4)).tolist()
    ['a', 'b', 'a', 'a']
    """
    codes, values = pd.factorize(pd.Series(texts, dtype="str"))
    return spread_distinct(values, codes[which], index)


def spread_distinct(values: pd.Index, which: np.ndarray, index: pd.Index) -> pd.Series:
    """Give each row one of some distinct texts, which come in the order in which `which` names them."""
    spread = pd.Series(values.array.take(which), index=index)
    if (stored := _stored(spread)) is not None:
        _remember(stored, which, values)
    return spread


def stands_before(column: pd.Series) -> pd.Series:
    """Say for each row whether one before it holds the same.

    >>> stands_before(pd.Series(["a", "b", "a"])).tolist()
    [False, False, True]
    """
    which, values = tell_apart(column)
    before = np.zeros(len(column), dtype=bool)
    if len(values) < len(column):
        before[:] = True
        before[firsts_of(which)] = False
    return pd.Series(before, index=column.index)


@lru_cache(1_000)
def _search_handful(texts: tuple[str | None, ...], pattern: str, case: bool) -> pa.Array:
    """Search a few texts, such as those of a row that is typed: reading the pattern costs most of it."""
    return pc.match_substring_regex(pa.array(texts, TEXT), pattern, ignore_case=not case)


@dataclass(frozen=True)
class Distinct:
    """The distinct values of a column, and which of them stands in each row."""

    values: Sequence[Any] | pd.Index
    which: np.ndarray
    index: pd.Index

    @classmethod
    def of(cls, column: pd.Series) -> Distinct:
        """Tell the distinct values of a column apart; none may be missing."""
        which, values = tell_apart(column)
        return cls(values, which, column.index)

    @cached_property
    def listed(self) -> list[Any]:
        """The values as a list, for rules that take them one by one."""
        return np.asarray(self.values, dtype=object).tolist()

    @cached_property
    def texts(self) -> pa.Array:
        """The values as Arrow's texts, for its searches."""
        return as_texts(self.values)

    def spread(self, facts: Any) -> pd.Series:
        """Give each row the fact of its value; `facts` is an array, one fact per value."""
        return pd.Series(facts.take(self.which), index=self.index)

    def each(self, fact: Callable[[Any], Any], kind: Any = "str") -> pd.Series:
        """Find a fact of each value once and give it to its rows; None has none.

        >>> Distinct.of(pd.Series(["a", "bcd", "a"])).each(len, "Int64").tolist()
        [1, 3, 1]
        """
        facts = [None if value is None else fact(value) for value in self.listed]
        return self.spread(pd.array(facts, dtype=kind))

    def contains(self, pattern: str, *, case: bool = True) -> pd.Series:
        """Say for each row whether its text contains the pattern (in the words of Arrow's search)."""
        return pd.Series(self.holds(pattern, case=case), index=self.index)

    def holds(self, pattern: str, *, case: bool = True) -> np.ndarray:
        """Say the same without the rows' index."""
        found = self._search(pattern, case).to_numpy(zero_copy_only=False)
        return found[self.which] if found.any() else np.zeros(len(self.which), dtype=bool)

    def lower(self) -> Distinct:
        """Return the same texts in lower case."""
        return Distinct(pc.utf8_lower(self.texts).to_pandas(), self.which, self.index)

    def matching(self, pattern: str) -> list[str]:
        """List the distinct texts that contain the pattern (in the words of Arrow's search)."""
        return self.texts.filter(self._search(pattern)).to_pylist()

    def _search(self, pattern: str, case: bool = True) -> pa.Array:
        if len(self.texts) > HANDFUL:
            return pc.match_substring_regex(self.texts, pattern, ignore_case=not case)
        return _search_handful(tuple(self.texts.to_pylist()), pattern, case)

    def extract(self, pattern: re.Pattern[str]) -> pd.Series:
        """Return the first group of the pattern in the text of each row; "" where it is not found."""
        searched = {text: pattern.search(text) for text in self.matching(pattern.pattern)}
        groups = {text: found[1] for text, found in searched.items() if found}
        return self.each(lambda text: groups.get(text, ""))

    def among(self, texts: Iterable[str]) -> pd.Series:
        """Say for each row whether its text is one of these."""
        wanted = set(texts)
        return self.spread(np.array([text in wanted for text in self.listed], dtype=bool))


def stack(columns: Sequence[Distinct]) -> Distinct:
    """Put columns below each other; their rows are numbered anew.

    >>> stack([Distinct.of(pd.Series(["a", "b"])), Distinct.of(pd.Series(["b", "b"]))]).which.tolist()
    [0, 1, 2, 2]
    """
    starts = np.cumsum([0, *(len(column.values) for column in columns)])
    which = np.concatenate([column.which + start for column, start in zip(columns, starts, strict=False)])
    texts = pa.concat_arrays([column.texts for column in columns])
    return Distinct(texts.to_pandas(), which, pd.RangeIndex(len(which)))


def number_distinct(
    columns: Iterable[pd.Series | np.ndarray], *, order: np.ndarray | None = None
) -> np.ndarray:
    """Number the distinct combinations of columns in the order in which they come; missing equals missing.

    With `order`, the rows come in that order, and so do their numbers.

    >>> number_distinct([pd.Series(["a", "b", "a"]), pd.Series([1, 1, 1])]).tolist()
    [0, 1, 0]
    """
    numbers: Any = 0
    size = 1
    for column in columns:
        codes, values = tell_apart(getattr(column, "array", column))
        if len(values) == 1 and not isinstance(numbers, int) and codes.min() == 0:
            continue
        if size * (len(values) + 1) > MOST:
            numbers, known = pd.factorize(numbers)
            size = len(known)
        size *= len(values) + 1
        numbers = numbers * (len(values) + 1) + codes + 1
    return pd.factorize(numbers if order is None else numbers[order])[0]


def find_repeated(columns: Sequence[pd.Series]) -> np.ndarray:
    """Return the places of the rows that another row equals in every column, in order.

    Columns that differ most among the first rows come first, and each is looked at only where all before it
    are alike: sheets are in some order, and what orders them tells neighbours least apart.

    >>> find_repeated([pd.Series(["a", "b", "a", "a"]), pd.Series([1, 1, 1, 2])]).tolist()
    [0, 2]
    """
    places = np.arange(len(columns[0]))
    numbers = np.zeros(len(places), dtype=np.int64)
    sampled = [len(pd.unique(column.iloc[:SAMPLED])) for column in columns]
    for at in np.argsort(sampled, kind="stable")[::-1]:
        column = columns[at]
        codes, values = tell_apart(column.iloc[places] if len(places) < len(column) else column)
        if len(values) == 1:
            continue
        # Of the first column the codes number the rows as they are.
        joined = numbers * (len(values) + 1) + codes + 1
        numbers = pd.factorize(joined)[0] if numbers.any() else codes
        several = np.bincount(numbers)[numbers] > 1
        places, numbers = places[several], numbers[several]
        if not len(places):
            break
    return places


def firsts_of(numbers: np.ndarray) -> np.ndarray:
    """Return where each number comes first, for numbers given in the order in which they come."""
    fresh = np.empty(len(numbers), dtype=bool)
    if len(numbers):
        highest = np.maximum.accumulate(numbers)
        fresh[0], fresh[1:] = True, highest[1:] > highest[:-1]
    return np.flatnonzero(fresh)


def join_texts(texts: pd.Series, numbers: np.ndarray, *, between: str, once: bool = False) -> pd.Series:
    """Join the texts of rows with the same number, in order; each once, and no empty one, if so wanted.

    >>> join_texts(pd.Series(["a", "b", "c"]), np.array([0, 1, 0]), between=" ").tolist()
    ['a c', 'b']
    >>> join_texts(pd.Series(["", "b", "b", ""]), np.array([0, 0, 0, 1]), between=" ", once=True).tolist()
    ['b', '']
    """
    count = int(numbers.max(initial=-1)) + 1
    if once:
        kept = firsts_of(number_distinct([numbers, texts]))
        kept = kept[(texts.iloc[kept] != "").to_numpy()]
        texts, numbers = texts.iloc[kept], numbers[kept]
    together = texts.take(np.argsort(numbers, kind="stable")).array
    ends = np.cumsum(np.bincount(numbers, minlength=count))
    lists = pa.ListArray.from_arrays(np.append(0, ends).astype(np.int32), as_texts(together))
    return pc.binary_join(lists, pa.scalar(between, TEXT)).to_pandas()
