"""Tolls: the last number of each source for one measure of an incident, and those that it gave before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.rows import Row
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.moments import order_of, read_said
from casualty_ledger.vocabulary import Caveat, DatePrecision, Hedge, Population
from casualty_ledger.week.overtaken import is_before, last_words

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

# The number itself, or else the end of the range that is stated.
HOUR = re.compile(r"\bas of (\d?\d:\d\d)\b")
VAGUE = (DatePrecision.MONTH, DatePrecision.YEAR)
NUMBER = ("value", "upper", "lower")
# "The governor counts two killed and no child among them", "not confirmed later".
NOT_IN_IT = re.compile(r"\bno (?:child|children|minors?) among\b|\bnot confirmed (?:later|since)\b")
THE_ONLY_ONE = re.compile(r"\bthe only (?:person|one|victim|death)\b")


class IncidentFigure(ReportedFigure):
    """A figure of an incident: whether it counts everybody and stands, of which event and site."""

    site: ReadOnly[str]
    counts_all: ReadOnly[bool]
    stands: ReadOnly[bool]
    named: ReadOnly[str]


@dataclass(frozen=True)
class Toll:
    """The last number of each source for one measure of an incident, the lowest first.

    What a higher number has overtaken is none of them (see `week.overtaken`). `parts` are what is said where
    nobody states the whole: they count a part of the people, so that each is a minimum of it. `civilians` are
    counts of civilians alone, beside a higher one of people of whom some were soldiers.
    """

    figures: tuple[ReportedFigure, ...]
    children: tuple[ReportedFigure, ...] = ()
    earlier: tuple[ReportedFigure, ...] = ()
    parts: tuple[IncidentFigure, ...] = ()
    civilians: tuple[ReportedFigure, ...] = ()

    @property
    def lowest(self) -> ReportedFigure:
        """The statement with the lowest number, as most say it."""
        return said_as_usual(self.figures, size_of(self.figures[0]))

    @property
    def highest(self) -> ReportedFigure:
        """The statement with the highest number, as most say it."""
        return said_as_usual(self.figures, self.size)

    @property
    def size(self) -> int:
        """The highest number that anybody gives."""
        return size_of(self.figures[-1])


AnyRow = TypeVar("AnyRow", bound=Row)


def said_as_usual(told: Iterable[AnyRow], size: int) -> AnyRow:
    """Return of the statements of one number the last that says it as most of them do.

    Headline, row, tile, map and chart ask here, so that one number is said in one way. A row of a chart has
    its words, any other its number and bounds.
    """
    same = [each for each in told if size_of(each) == size]
    ways = [_way_of(each) for each in same]
    return max(reversed(same), key=lambda each: ways.count(_way_of(each)))


def _way_of(row: Row) -> tuple[str, ...]:
    return (row["words"],) if "words" in row else stated(row)


def size_of(figure: Row) -> int:
    """Return the number of a figure, or the end of its range that is stated."""
    # The number itself, or else the end of the range that is stated.
    stated = (number for number in (figure["value"], figure["upper"], figure["lower"]) if not pd.isna(number))
    return int(next(stated, 0))


def hour_of(*tolls: Toll) -> str:
    """Return the hour up to which the first toll is known, where the record states it.

    Of a whole country, later tolls of its places may exceed it.
    """
    found = next((HOUR.search(str(toll.highest["note"])) for toll in tolls), None)
    return found[1] if found else ""


def toll_of(figures: Iterable[IncidentFigure], *measures: str) -> Toll | None:
    """Return what is said of these measures: of everybody, or else the least that a part of them makes it."""
    of_measure = [figure for figure in figures if figure["measure"] in measures]
    counts = [figure for figure in of_measure if figure["counts_all"]]
    standing = _standing(counts)
    if not standing:
        parts = _largest_part([figure for figure in of_measure if figure["stands"] and size_of(figure)])
        return Toll(tuple(map(_as_least, parts)), parts=parts) if parts else None
    children = _standing([each for each in of_measure if _is_of_children(each)])
    civilians = [each for each in standing if any(_is_of_more_people(other, each) for other in standing)]
    ids = {each["figure_id"] for each in civilians}
    standing = [each for each in standing if each["figure_id"] not in ids]
    earlier = _first_ones(_overtaken(counts, standing), _earlier(counts, standing))
    return Toll(tuple(standing), tuple(children), earlier, civilians=tuple(civilians))


def _overtaken(counts: list[IncidentFigure], standing: list[IncidentFigure]) -> list[IncidentFigure]:
    """Return the numbers that were told before one that stands, of sources that did not replace them."""
    stated = {size_of(figure) for figure in standing}
    last = [read_said(figure) for figure in standing]
    return [
        figure
        for figure in counts
        if size_of(figure) not in stated
        and _may_stand(figure, counts)
        and any(is_before(read_said(figure), each) for each in last)
    ]


def _is_of_more_people(one: IncidentFigure, other: IncidentFigure) -> bool:
    """Say whether one counts civilians and soldiers together, and another fewer civilians alone.

    Sides that fight may dispute who was there: their numbers stay beside each other.
    """
    unlike = one["population"] == Population.MIXED and other["population"] == Population.CIVILIAN
    sides = {str(figure["claimant_side"]) for figure in (one, other)}
    is_side = conflict_of(str(one["conflict"])).is_side
    rivals = len(sides) > 1 and all(map(is_side, sides))
    return unlike and size_of(one) > size_of(other) and not rivals


def _standing(told: Sequence[IncidentFigure]) -> list[IncidentFigure]:
    """Return the numbers that stand, the lowest first."""
    return sorted(last_words([figure for figure in told if _may_stand(figure, told)], told), key=_order)


def _first_ones(
    overtaken: Iterable[IncidentFigure], earlier: tuple[ReportedFigure, ...]
) -> tuple[ReportedFigure, ...]:
    """Return what was told before the numbers that stand: what others overtook before what was restated."""
    sizes = {size_of(figure) for figure in earlier}
    first = {size_of(each): each for each in overtaken if size_of(each) not in sizes}
    return tuple(sorted((*first.values(), *earlier), key=size_of)) if first else earlier


def _is_of_children(figure: IncidentFigure) -> bool:
    """Say whether a figure counts children of the toll: none whom the record says that it does not hold."""
    denied = any(NOT_IN_IT.search(str(figure[name])) for name in ("scope", "overlaps", "note"))
    return figure["population"] == Population.CHILDREN and figure["sex"] == "" and not denied


def _largest_part(parts: list[IncidentFigure]) -> tuple[IncidentFigure, ...]:
    """Return what is counted of the part with the highest number: the whole is as many, or more."""
    if not parts:
        return ()
    largest = _kind(max(parts, key=_order))
    return tuple(sorted(last_words([each for each in parts if _kind(each) == largest]), key=_order))


def _kind(figure: IncidentFigure) -> tuple[str, ...]:
    return figure["population"], figure["sex"], figure["age_group"], figure["subgroup"], figure["site"]


def _as_least(figure: ReportedFigure) -> ReportedFigure:
    if THE_ONLY_ONE.search(str(figure["note"])):
        return figure
    hedge = Hedge.AT_LEAST if figure["hedge"] == Hedge.EXACT else figure["hedge"]
    return {**figure, "hedge": hedge, "upper": None}


def _what_it_is_of(figure: ReportedFigure) -> tuple[object, ...]:
    days = figure["covers_from"], figure["covers_until"], figure["published_on"]
    return figure["claimant"], figure["place"], *days


def _order(figure: ReportedFigure) -> tuple[int, bool, str]:
    return size_of(figure), bool(pd.isna(figure["upper"])), str(figure["figure_id"])


def _earlier(counts: list[IncidentFigure], standing: list[IncidentFigure]) -> tuple[ReportedFigure, ...]:
    """Return the numbers before the last one of the source that restated its toll most often."""
    last = {str(figure["claimant"]) for figure in standing}
    ids = {figure["figure_id"] for figure in standing}
    by_claimant: dict[str, list[IncidentFigure]] = {}
    for figure in counts:
        if figure["claimant"] in last:
            by_claimant.setdefault(str(figure["claimant"]), []).append(figure)
    restated = [told for told in by_claimant.values() if len({size_of(each) for each in told}) > 1]
    if not restated:
        return ()
    longest = max(restated, key=len)
    # What came out in a month of which the day is not known is not known to be the first.
    dated = (each for each in longest if each["published_precision"] not in VAGUE)
    return tuple(_before(figure) for figure in dated if figure["figure_id"] not in ids)


def _before(figure: IncidentFigure) -> IncidentFigure:
    """Return an earlier number without the warning that it was replaced: it says what was told first."""
    left = (word for word in _warnings(figure) if word != Caveat.REPLACED)
    return {**figure, "caveats": " ".join(left)}


def _may_stand(figure: IncidentFigure, told: Sequence[IncidentFigure]) -> bool:
    """Say whether a number stands, or is more than the one that does and not known to be an earlier one.

    One that its claimant took back stands only where nothing else is told, one that its page replaced never.
    """
    if Caveat.REPLACED in _warnings(figure):
        return False
    if _is_taken_back(figure) and not all(map(_is_taken_back, told)):
        return False
    last = (each for each in told if each["stands"] and _what_it_is_of(each) == _what_it_is_of(figure))
    return figure["stands"] or any(
        size_of(figure) > size_of(each) and order_of(read_said(figure), read_said(each)) != -1
        for each in last
    )


def _is_taken_back(figure: ReportedFigure) -> bool:
    return Caveat.WITHDRAWN in _warnings(figure)


def _warnings(figure: ReportedFigure) -> list[str]:
    return str(figure["caveats"]).split()


def stated(figure: Row) -> tuple[str, ...]:
    """Return the number of a figure as it is stated, with its bounds, to compare by."""
    return tuple(str(figure[name]) for name in ("lower", "value", "upper"))
