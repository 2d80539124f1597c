"""References: the numbered list of figures to which every number in print leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from casualty_ledger.ledger.rows import Row, figures_of
from casualty_ledger.parsing.web_addresses import safe_address
from casualty_ledger.publishing.cards import Card, cards_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Caveat, Credibility, Reliability, Verification
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.conflict_words import name_place_of
from casualty_ledger.wording.labels import label_count, label_figure, label_publication, label_until
from casualty_ledger.wording.language import phrase, translate
from casualty_ledger.wording.remarks import renamed_by_it

DEFINITIONS = {str(caveat): caveat.definition for caveat in Caveat}
CHECKED = {str(word): word.definition for word in Verification}
SOURCE_OF_TOTALS = ("claimant", "series_id", "reliability", "credibility", "verification")
SOURCE = ("claimant", "publishers", "address", "reliability", "credibility", "verification")


@dataclass(frozen=True)
class Cited:
    """One figure as its source said it, ready to print."""

    figure_id: str
    said: str
    published: str
    caveats: str
    row: str
    short: str
    address: str


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
    """The sources of the figures cited, numbered in reading order, and the card of each figure."""

    entries: tuple[Reference, ...]
    cards: Mapping[str, Card] = field(default_factory=dict)

    @classmethod
    def of(cls, figures: pd.DataFrame, cited: Iterable[str]) -> References:
        """Number the sources of the cited figures; `figures` is the ledger's table of reported figures."""
        wanted = list(dict.fromkeys(cited))
        rows = figures_of(figures[figures["figure_id"].isin(wanted)])
        known = {str(row["figure_id"]): row for row in rows}
        sources: dict[tuple[str, ...], list[ReportedFigure]] = {}
        for figure in (known[figure_id] for figure_id in wanted):
            sources.setdefault(_source_of(figure), []).append(figure)
        entries = tuple(_refer(n, found) for n, found in enumerate(sources.values(), start=1))
        return cls(entries, cards_of(figures, wanted))

    def only(self, cited: Iterable[str]) -> References:
        """Return the sources of these figures alone, numbered anew: a list in print has no gaps."""
        wanted = set(cited)
        kept = (
            replace(entry, figures=tuple(each for each in entry.figures if each.figure_id in wanted))
            for entry in self.entries
        )
        printed = (entry for entry in kept if entry.figures)
        return References(tuple(replace(entry, number=n) for n, entry in enumerate(printed, 1)), self.cards)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of the source of each figure id."""
        return {cited.figure_id: entry.number for entry in self.entries for cited in entry.figures}

    def list_numbers(self, figure_ids: Iterable[str]) -> str:
        """List the numbers of the sources of these figures, neighbours drawn together: "1, 3–5"."""
        numbers = sorted({self.numbers[figure] for figure in figure_ids})
        return ",".join(_runs(numbers))


def _source_of(figure: Row) -> tuple[str, ...]:
    """Name the source of a figure; the totals of one series are one source, whoever printed each of them."""
    columns = SOURCE_OF_TOTALS if figure["basis"] == Basis.CUMULATIVE else SOURCE
    return tuple(str(figure[column]) for column in columns)


def _runs(numbers: list[int]) -> Iterator[str]:
    starts = [n for n in numbers if n - 1 not in numbers]
    ends = [n for n in numbers if n + 1 not in numbers]
    for start, end in zip(starts, ends, strict=True):
        yield str(start) if start == end else f"{start}–{end}" if end - start > 1 else f"{start},{end}"


def _refer(number: int, figures: list[ReportedFigure]) -> Reference:
    first = figures[0]
    return Reference(
        number=number,
        claimant=name_claimant(str(first["claimant"])),
        publishers=_shorten("; ".join(dict.fromkeys(str(figure["publishers"]) for figure in figures))),
        grade=f"{first['reliability']}{first['credibility']}",
        checked=translate(CHECKED[str(first["verification"])]),
        address=_shared_address(figures),
        figures=tuple(_cite(figure) for figure in figures),
    )


def _shared_address(figures: list[ReportedFigure]) -> str:
    """Return the address of a source, where all its figures have the same one."""
    addresses = {str(figure["address"]) for figure in figures}
    return safe_address(addresses.pop()) if len(addresses) == 1 else ""


def _cite(figure: ReportedFigure) -> Cited:
    said = label_figure(figure, label_count(figure)) + renamed_by_it(figure)
    printed = ", ".join(part for part in (said, name_place_of(figure), label_until(figure)) if part)
    published, first = label_publication(figure), str(figure["row_ids"]).split()[0]
    return Cited(
        figure_id=str(figure["figure_id"]),
        said=printed,
        published=published,
        caveats="; ".join(translate(DEFINITIONS[caveat]) for caveat in str(figure["caveats"]).split()),
        row=f"{figure['sheet']}, {_rows(str(figure['row_ids']))}",
        address=safe_address(str(figure["address"])),
        short=f"{printed} ({first})"
        if published in printed
        else phrase("{printed} (published {day}; {row})", printed=printed, day=published, row=first),
    )


def _rows(row_ids: str, most: int = 3) -> str:
    """Name the rows that printed a figure, the first few and how many more."""
    ids = row_ids.split()
    names = ", ".join(ids[:most])
    return phrase("{names} and {count} more", names=names, count=len(ids) - most) if ids[most:] else names


def _shorten(publishers: str, most: int = 3) -> str:
    names = list(dict.fromkeys(publishers.split("; ")))
    first = "; ".join(names[:most])
    return phrase("{names} and {count} more", names=first, count=len(names) - most) if names[most:] else first


def explain_grades() -> str:
    """Explain the Admiralty code in one paragraph."""
    letters = "; ".join(f"{word} {translate(word.definition)}" for word in Reliability)
    numbers = "; ".join(f"{word} {translate(word.definition)}" for word in Credibility)
    return phrase(
        "Grades (Admiralty code). Claimant (a side C of its own people, D of the other’s): {letters}. "
        "Figure: {numbers}.",
        letters=letters,
        numbers=numbers,
    )
