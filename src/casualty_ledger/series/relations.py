"""Relations: what one figure is to another, by the ids of both, each with the day it became known.

Recorders wrote relations in words: "part of the 268", "in addition to the 175". The number in the words
names the other figure. It is looked for on the same page, then in the claimant's other statements of about
that time, and is taken only where one candidate fits best; otherwise the words stand without an id.
What a claimant's later word supersedes follows from the order of its statements.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from casualty_ledger.ledger.identity import COUNTED, running_totals
from casualty_ledger.series.revisions import find_revisions
from casualty_ledger.vocabulary import Measure, Relation

COLUMNS = ["figure_id", "relation", "other_id", "known_on", "said"]
NEAR_DAYS = 45
BEFORE = r"(?:the |about |over |almost |at[- ]least[- ]|more[- ]than[- ]|earlier |day total of )*"
# Longer ones are no counts, and cost more to read than anything else of a row.
NUMBER = rf"{BEFORE}(?P<number>\d(?:[\d,]{{0,20}}\d)?)(?![\d,]*\d)"
ROW = r"(?:the )?(?P<measure>losses|killed|casualties|captured) row"
PATTERNS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    (Relation.ADDS_TO, re.compile(rf"in addition to {NUMBER}")),
    (Relation.PART_OF, re.compile(rf"(?:part of|included in|subset of|within|counted inside) {NUMBER}")),
    (Relation.SAME_ORIGIN_AS, re.compile(rf"same \w+ as {NUMBER}")),
    (Relation.SAME_ORIGIN_AS, re.compile(rf"same (?:\w+ )?\w+ as {ROW}")),
    (Relation.OVERLAPS, re.compile(rf"(?:includes|may include|with|overlaps) {NUMBER}")),
)
# A cumulative series says this of itself; it names no other figure.
OF_THE_SERIES = "includes all earlier daily values of the series"
# Below this a repeated total may be chance, and a rounded one is no trace of a common origin.
TELLING = 1000


class Said(NamedTuple):
    """A relation as words put it: of which figure, to which number or measure."""

    figure_id: str
    relation: Relation
    number: int | None
    measure: str
    known_on: pd.Timestamp
    words: str


def find_relations(figures: pd.DataFrame, appearances: pd.DataFrame) -> pd.DataFrame:
    """List what figures are to each other, as far as these figures and appearances tell.

    Columns: COLUMNS. `other_id` is empty where the words name no figure of the ledger, `known_on` is absent
    where a relation is known in hindsight only, `said` holds the words that it rests on.
    """
    rows = [*_recorded(figures, appearances), *_superseding(figures), *_printed_again(figures)]
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"known_on": "datetime64[us]"})
    once = table.drop_duplicates(["figure_id", "relation", "other_id"])
    return once.sort_values(["figure_id", "relation", "other_id"], kind="stable", ignore_index=True)


def _recorded(figures: pd.DataFrame, appearances: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    index = _Index(figures)
    for said in _read(figures, appearances):
        yield said.figure_id, str(said.relation), index.find(said), said.known_on, said.words


def _read(figures: pd.DataFrame, appearances: pd.DataFrame) -> Iterator[Said]:
    printed = zip(figures["figure_id"], figures["row_ids"].str.split(), strict=True)
    figure_of = {row: figure for figure, rows in printed for row in rows}
    texts = appearances[["row_id", "overlaps", "overlaps_known_on", "scope", "published_on"]]
    told = texts[(texts["overlaps"] != "") | texts["scope"].str.contains("subset of")]
    for row, overlaps, overlaps_known, scope, published in told.itertuples(index=False):
        if overlaps != OF_THE_SERIES:
            yield from _read_words(figure_of[row], overlaps, overlaps_known)
        yield from _read_words(figure_of[row], scope, published)


def _read_words(figure_id: str, words: str, known_on: pd.Timestamp) -> Iterator[Said]:
    for phrase in words.split(";"):
        for relation, pattern in PATTERNS:
            if found := pattern.search(phrase):
                parts = found.groupdict()
                number = parts.get("number")
                stated = int(number.replace(",", "")) if number else None
                yield Said(figure_id, relation, stated, parts.get("measure") or "", known_on, phrase.strip())
                break


class _Index:
    """Figures by every number that they state."""

    def __init__(self, figures: pd.DataFrame) -> None:
        self.rows: dict[str, Mapping[Any, Any]] = {
            row["figure_id"]: row for row in figures.to_dict("records")
        }
        self.stating: dict[int, list[str]] = defaultdict(list)
        for column in ("value", "lower", "upper"):
            stated = figures[figures[column].notna()]
            for figure_id, number in zip(stated["figure_id"], stated[column], strict=True):
                self.stating[int(number)].append(figure_id)

    def find(self, said: Said) -> str:
        """Return the id of the one figure that fits best, or nothing."""
        own = self.rows[said.figure_id]
        number = said.number if said.number is not None else own["value"]
        if pd.isna(number):
            return ""
        ids = dict.fromkeys(self.stating[int(number)])
        ids.pop(said.figure_id, None)
        fits = {other: _fit(own, self.rows[other], said) for other in ids}
        best = max(fits.values(), default=())
        fitting = [other for other, fit in fits.items() if fit and fit == best]
        return fitting[0] if len(fitting) == 1 else ""


def _fit(own: Mapping[Any, Any], other: Mapping[Any, Any], said: Said) -> tuple[bool, ...]:
    """Say how well another figure fits; nothing where it cannot be the one meant."""
    page = bool(own["address"]) and own["address"] == other["address"]
    near = _days_between(own["published_on"], other["published_on"]) <= NEAR_DAYS
    apart = own["conflict"] != other["conflict"] or own["party"] != other["party"]
    if apart or not (page or (own["claimant"] == other["claimant"] and near)):
        return ()
    if said.measure and other["measure"] not in (said.measure, "casualties"):
        return ()
    same = [own[column] == other[column] for column in ("claimant", "place", "covers_until")]
    exact = said.number is None or other["value"] == said.number
    return (
        own["measure"] == other["measure"],
        page,
        exact,
        *same,
        own["published_on"] == other["published_on"],
        not other["is_part"],
    )


def _days_between(one: pd.Timestamp, other: pd.Timestamp) -> int:
    return NEAR_DAYS + 1 if pd.isna(one) or pd.isna(other) else abs((one - other).days)


def _superseding(figures: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    revised = find_revisions(figures)
    later = revised[revised["previous_figure_id"].notna()]
    columns = ["figure_id", "previous_figure_id", "published_on", "order_known"]
    for figure_id, previous, published, known in later[columns].itertuples(index=False):
        words = "" if known else "the order of the two is not recorded"
        yield figure_id, str(Relation.SUPERSEDES), previous, published, words


def _printed_again(figures: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Yield running totals that repeat a number of their claimant under another last day."""
    totals = running_totals(figures)
    telling = (totals["value"] >= TELLING) & (totals["rounded_to"] < 10)
    totals = totals[(totals["measure"] != Measure.LOSSES) & telling]
    same = [*COUNTED, "value"]
    first = totals.groupby(same, sort=False)["figure_id"].transform("first")
    again = totals.assign(first=first)[first != totals["figure_id"]]
    words = "the same total, printed again"
    for figure_id, origin, published in again[["figure_id", "first", "published_on"]].itertuples(index=False):
        yield figure_id, str(Relation.SAME_ORIGIN_AS), origin, published, words
