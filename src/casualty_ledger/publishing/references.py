"""References: the numbered list of figures to which every number in print leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from casualty_ledger.charts.labels import (
    label_count,
    label_day,
    label_figure,
    label_until,
)
from casualty_ledger.vocabulary import Caveat, Credibility, DatePrecision, Reliability, Verification

DEFINITIONS = {str(caveat): caveat.definition for caveat in Caveat}
CHECKED = {str(word): word.definition for word in Verification}


@dataclass(frozen=True)
class Cited:
    """One figure as its source said it, ready to print."""

    figure_id: str
    said: str
    published: str
    caveats: str
    row: str


@dataclass(frozen=True)
class Reference:
    """One numbered source: a claimant in the words of a publisher, with the figures cited from it."""

    number: int
    claimant: str
    publishers: str
    grade: str
    checked: str
    address: str
    figures: tuple[Cited, ...]


@dataclass(frozen=True)
class References:
    """The sources of the figures cited, numbered in reading order."""

    entries: tuple[Reference, ...]

    @classmethod
    def of(cls, figures: pd.DataFrame, cited: Iterable[str]) -> References:
        """Number the sources of the cited figures; `figures` is the ledger's table of reported figures."""
        rows = dict(zip(figures["figure_id"], range(len(figures)), strict=True))
        sources: dict[tuple[str, ...], list[pd.Series]] = {}
        for figure_id in cited:
            figure: pd.Series = figures.iloc[rows[figure_id]]  # type: ignore[assignment]
            sources.setdefault(_source_of(figure), []).append(figure)
        return cls(tuple(_refer(n, found) for n, found in enumerate(sources.values(), start=1)))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of the source of each figure id."""
        return {cited.figure_id: entry.number for entry in self.entries for cited in entry.figures}

    def as_records(self) -> list[dict[str, Any]]:
        """Return the entries as plain dictionaries."""
        return [asdict(entry) for entry in self.entries]


def _source_of(figure: pd.Series) -> tuple[str, ...]:
    columns = ("claimant", "publishers", "address", "reliability", "credibility", "verification")
    return tuple(str(figure[column]) for column in columns)


def _refer(number: int, figures: list[pd.Series]) -> Reference:
    first = figures[0]
    return Reference(
        number=number,
        claimant=str(first["claimant"]),
        publishers=_shorten(str(first["publishers"])),
        grade=f"{first['reliability']}{first['credibility']}",
        checked=CHECKED[str(first["verification"])],
        address=safe_address(str(first["address"])),
        figures=tuple(_cite(figure) for figure in figures),
    )


def _cite(figure: pd.Series) -> Cited:
    said = label_figure(figure, label_count(figure))
    return Cited(
        figure_id=str(figure["figure_id"]),
        said=", ".join(part for part in (said, str(figure["place"]), label_until(figure)) if part),
        published=_published(figure),
        caveats="; ".join(DEFINITIONS[caveat] for caveat in str(figure["caveats"]).split()),
        row=f"{figure['sheet']}, {_rows(str(figure['row_ids']))}",
    )


def _rows(row_ids: str, most: int = 3) -> str:
    """Name the rows that printed a figure, the first few and how many more."""
    ids = row_ids.split()
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + more


def _published(figure: pd.Series) -> str:
    precision = figure["published_precision"]
    if pd.isna(figure["published_on"]):
        return "day not known"
    if precision == DatePrecision.MONTH:
        return f"{figure['published_on']:%B %Y}"
    day = label_day(figure["published_on"])
    return f"{day} (inferred)" if precision == DatePrecision.INFERRED_DAY else day


def _shorten(publishers: str, most: int = 3) -> str:
    names = publishers.split("; ")
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return "; ".join(names[:most]) + more


def safe_address(address: str) -> str:
    """Return a web address, or nothing where it is not one that a page may link to.

    >>> safe_address("javascript:alert(1)"), safe_address("https://example.org/a")
    ('', 'https://example.org/a')
    """
    return address if urlsplit(address).scheme in ("http", "https") else ""


def explain_grades() -> str:
    """Explain the Admiralty code in one paragraph."""
    letters = "; ".join(f"{word} {word.definition}" for word in Reliability)
    numbers = "; ".join(f"{word} {word.definition}" for word in Credibility)
    return f"Grades (Admiralty code). Claimant: {letters}. Figure: {numbers}."
