"""Figures: appearances of one statement become one reported figure.

The same claimant, measure, people, place, days, number and hedge are one statement, however many
printed it. The earliest appearance dates it, so a number printed again later is no later vintage,
and the figure is named after the row that first printed it.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.caveats import find_caveats, find_garbled
from casualty_ledger.ledger.distinct import Distinct, firsts_of, join_texts, number_distinct
from casualty_ledger.ledger.identity import SERIES, STATEMENT, lacks_days
from casualty_ledger.ledger.incidents import name_incidents
from casualty_ledger.ledger.parts import says_part
from casualty_ledger.ledger.statements import join_hedges, name_wholes, number_returns
from casualty_ledger.ledger.texts import TEXT, as_texts
from casualty_ledger.schema import ReportedFigures, columns_of
from casualty_ledger.vocabulary import PARTS_OF_CIVILIANS, Basis, Caveat, Hedge

# A number that stands beside another in one statement.
BESIDE = re.compile(r"\b(beside the \d[\d,]*\b.*)")
FIGURE_COLUMNS = columns_of(ReportedFigures)
LAST = np.iinfo(np.int64).max
DATING = (Caveat.UNDATED, Caveat.DAY_INFERRED, Caveat.MONTH_ONLY)
# A period is one of many in its series: only running totals share a start.
STARTED = (Basis.CUMULATIVE, Basis.INCREMENT)


class Statements(NamedTuple):
    """Which appearances are one statement: `order` and `numbers` go by the order in which they came out.

    `first` is the place of the row that first printed each statement, of one day one that keeps the hedge.
    `names` holds the columns that are named from what is said beside them: part and incident.
    """

    order: np.ndarray
    numbers: np.ndarray
    series: np.ndarray
    first: np.ndarray
    names: dict[str, pd.Series]

    def figure_ids(self, appearances: pd.DataFrame) -> np.ndarray:
        """Return the `figure_id` of each row."""
        which = np.empty_like(self.numbers)
        which[self.order] = self.numbers
        return appearances["row_id"].array.take(self.first).take(which)

    def any_of(self, flags: pd.Series) -> np.ndarray:
        """Say for each statement whether any of its rows has the flag."""
        found = np.zeros(self.numbers.max(initial=-1) + 1, dtype=bool)
        found[self.numbers[flags.to_numpy()[self.order]]] = True
        return found


def gather_figures(appearances: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return the reported figures of these appearances, and each appearance's `figure_id`.

    The second is indexed by `row_id`.
    """
    caveats = find_caveats(appearances)
    statements = tell_statements(appearances, caveats[str(Caveat.PART)])
    figures = describe_statements(appearances, statements, caveats)
    rows = appearances["row_id"].array.take(statements.order)
    return figures, pd.Series(figures["figure_id"].array.take(statements.numbers), index=rows)


def tell_statements(appearances: pd.DataFrame, is_part: pd.Series) -> Statements:
    """Tell which appearances print the same statement; `is_part` as `find_parts` or `find_caveats` say."""
    order = order_appearances(appearances)
    names = {"subgroup": name_parts(appearances, is_part), "incident": name_incidents(appearances)}
    columns = {name: appearances[name] for name in (*SERIES, *STATEMENT)} | names
    columns |= name_places(appearances)
    series = number_distinct(columns[name] for name in SERIES)
    week = date_by_publication(appearances)
    subject = number_distinct([series, columns["covers_from"], columns["covers_until"], week])
    parts = name_wholes(appearances, subject, is_part)
    garbled = find_garbled(appearances)
    said = [*(columns[name] for name in STATEMENT), week, parts]
    returned = number_returns(appearances, number_distinct([subject, parts]), garbled)
    statement = number_distinct([series, *said, returned])
    same = number_distinct([subject, parts, returned])
    numbers = number_distinct([join_hedges(appearances, same, statement)], order=order)
    return Statements(order, numbers, series, find_first(appearances, order, numbers), names)


def find_first(appearances: pd.DataFrame, order: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return the row that first printed each statement; of one day, one that keeps the claimant's hedge."""
    first = order[firsts_of(numbers)]
    day = appearances["published_on"].to_numpy()
    bare = (appearances["hedge"] == Hedge.EXACT).to_numpy()[order]
    later = day[order] != day[first[numbers]]
    return order[np.lexsort((np.arange(len(order)), bare, later, numbers))][firsts_of(np.sort(numbers))]


def name_places(appearances: pd.DataFrame) -> dict[str, pd.Series]:
    """Return place and region of each row under one spelling, to compare by.

    A name that stands alone and may be a town or the region named after it counts as the region.
    """
    facts = [appearances["conflict"], appearances["place"], appearances["admin1"]]
    numbers = number_distinct(facts)
    kinds = zip(*(fact.iloc[firsts_of(numbers)].tolist() for fact in facts), strict=True)
    spots = [_spell(*kind) for kind in kinds]
    return {
        name: Distinct([spot[place] for spot in spots], numbers, appearances.index).each(str)
        for place, name in enumerate(("place", "admin1"))
    }


def _spell(conflict: str, place: str, region: str) -> tuple[str, str]:
    spot = conflict_of(conflict).find_spot(place, region)
    town = "" if not region and spot.region == f"{spot.town} region" else spot.town
    return "|".join((spot.whole, town, spot.site)), spot.region


def date_by_publication(appearances: pd.DataFrame) -> pd.Series:
    """Return the Monday of the week of publication of a period without days ("over the past week").

    The same number, said again of another such period, is another statement. All other rows have none.
    """
    published = appearances["published_on"]
    monday = published - pd.to_timedelta(published.dt.day_of_week, unit="D")
    return monday.where(lacks_days(appearances))


def describe_statements(
    appearances: pd.DataFrame, statements: Statements, caveats: pd.DataFrame
) -> pd.DataFrame:
    """Return one reported figure per statement, as the row that first printed it tells it."""
    told = appearances.assign(**statements.names).take(statements.first).reset_index(drop=True)
    figures = told.rename(columns={"row_id": "figure_id"}).assign(
        **_gather_texts(appearances, statements.order, statements.numbers),
        appearances=np.bincount(statements.numbers, minlength=len(told)),
        is_part=statements.any_of(caveats[str(Caveat.PART)]),
        caveats=_gather_caveats(caveats, statements),
        series_id=_series_ids(told, statements.series[statements.first]),
    )
    return figures[FIGURE_COLUMNS]


def order_appearances(appearances: pd.DataFrame) -> np.ndarray:
    """Return the rows' numbers as they came out: day, order within the day where known, sheet, row.

    Undated appearances come last. Of one day, those come first whose page can be opened.
    """
    sheet, _ = pd.factorize(appearances["sheet"], sort=True)
    closed = (appearances["address"] == "").to_numpy()
    sequence = appearances["published_sequence"].fillna(LAST).to_numpy(dtype=np.int64)
    published = appearances["published_on"].to_numpy()
    return np.lexsort((appearances["row"].to_numpy(), sheet, closed, sequence, published))


def name_parts(appearances: pd.DataFrame, is_part: pd.Series) -> pd.Series:
    """Name a part that has no name of its own by what it is said to be a part of, so that it joins no whole.

    Children, women or medical staff are parts with a name; a part that only a note tells of differs by its
    place. A number said beside another ("beside the 246") is named by the other.
    """
    subgroup = appearances["subgroup"]
    named = appearances["population"].isin(PARTS_OF_CIVILIANS)
    named |= (appearances["sex"] != "") | (appearances["age_group"] != "")
    unnamed = is_part & (subgroup == "") & ~named
    overlaps, scope = Distinct.of(appearances["overlaps"]), Distinct.of(appearances["scope"])
    told = says_part("overlaps", overlaps)
    said = appearances["overlaps"].where(told, appearances["scope"])
    parts = subgroup.mask(unnamed & (told | says_part("scope", scope)), said)
    return parts.where(parts != "", scope.extract(BESIDE))


def _gather_texts(
    appearances: pd.DataFrame, order: np.ndarray, statement: np.ndarray
) -> dict[str, pd.Series]:
    """Join who printed each statement, and take the first relation and evidence that are told of it."""
    row_id, publisher = (appearances[column].take(order) for column in ("row_id", "publisher"))
    return {
        "row_ids": join_texts(row_id, statement, between=" "),
        "publishers": join_texts(publisher, statement, between="; ", once=True),
        "overlaps": _take_first_told(appearances["overlaps"].take(order), statement),
        "evidence": _take_first_told(appearances["evidence"].take(order), statement),
    }


def _take_first_told(texts: pd.Series, statement: np.ndarray) -> pd.Series:
    """Return for each statement the first of its texts that says anything."""
    told = (texts != "").to_numpy()
    first = pd.Series(texts.array[told], index=statement[told])
    first = first[~first.index.duplicated()]
    return first.reindex(range(statement.max(initial=-1) + 1), fill_value="")


def _gather_caveats(caveats: pd.DataFrame, statements: Statements) -> pd.Series:
    """Take a warning from any appearance, but a warning of the date from the one that dates the figure."""
    first = statements.first
    return _join_words(
        {
            caveat: flags.to_numpy()[first] if caveat in DATING else statements.any_of(flags)
            for caveat, flags in caveats.items()
        }
    )


def _join_words(flags: dict[Any, np.ndarray]) -> pd.Series:
    """Join the words whose flags are set, once for each distinct set of flags."""
    bits = [flag.astype(np.int64) << place for place, flag in enumerate(flags.values())]
    kinds, sets = pd.factorize(np.sum(bits, axis=0))
    said = [" ".join(word for place, word in enumerate(flags) if each >> place & 1) for each in sets.tolist()]
    return pd.Series(pd.array(said, dtype="str").take(kinds))


def _series_ids(figures: pd.DataFrame, series: np.ndarray) -> pd.Series:
    start = figures["covers_from"].where(figures["basis"].isin(STARTED))
    numbers = number_distinct([series, start])
    first = firsts_of(numbers)
    starts = start.iloc[first].dt.strftime("%Y-%m-%d").fillna("")
    parts = [starts.array, *(figures[column].array.take(first) for column in SERIES)]
    keys = pc.binary_join_element_wise(*map(as_texts, parts), pa.scalar("|", TEXT))
    return Distinct(keys.to_pylist(), numbers, figures.index).each(_digest)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:12]
