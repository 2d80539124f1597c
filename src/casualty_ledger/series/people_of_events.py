"""People of an event: its children, women, men and civilians are at most all whom it harmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from casualty_ledger.series.incidents import SPOT
from casualty_ledger.series.infeasible import Constraint
from casualty_ledger.series.known import Known, binds, exceeds
from casualty_ledger.series.scope_gaps import explains
from casualty_ledger.vocabulary import AgeGroup, Population, Sex

PART = "part"
PAGE = ("claimant", "address", "published_on")
# Sex and age of those whom no two of these count twice.
APART = ((Sex.MALE, AgeGroup.ADULT), (Sex.FEMALE, AgeGroup.ADULT), ("", AgeGroup.CHILD))


def bind_people(wholes: Iterable[Known], parts: Iterable[Known]) -> Iterator[Constraint]:
    """Children, women or men of an event are at most all its people, as told then or later."""
    about = defaultdict(list)
    for whole in wholes:
        about[_event_key(whole)].append(whole)
    for part in parts:
        for whole in about.get(_event_key(part), ()):
            if exceeds(part, whole) and binds(whole.said, part.said) and _is_of(part, whole):
                yield Constraint(PART, whole.figure_id, (part.figure_id,))
    for told in about.values():
        yield from _civilians(told)
    for page, apart in _parts_of_pages(parts).items():
        for whole in about.get(page[: len(page) - len(PAGE)], ()):
            if page == _page_key(whole) and _exceed_together(apart, whole):
                yield Constraint(PART, whole.figure_id, tuple(each.figure_id for each in apart))


def _parts_of_pages(parts: Iterable[Known]) -> dict[tuple[Any, ...], list[Known]]:
    """Return the men, women and children whom one page counts apart: nobody is counted twice."""
    told: dict[tuple[Any, ...], dict[tuple[Any, Any], Known]] = defaultdict(dict)
    for part in parts:
        cell = (part.figure["sex"], part.figure["age_group"])
        if part.figure["address"] and cell in APART:
            told[_page_key(part)].setdefault(cell, part)
    return {page: list(cells.values()) for page, cells in told.items() if len(cells) > 1}


def _page_key(known: Known) -> tuple[Any, ...]:
    return (*_event_key(known), *(known.figure[name] for name in PAGE))


def _exceed_together(apart: Iterable[Known], whole: Known) -> bool:
    """Say whether parts of a whole are together more than it, by the words of its own page."""
    said = [each for each in apart if _is_of(each, whole)]
    together = sum(each.lower for each in said) > whole.said.open_upper
    return (
        together
        and len(said) == len(list(apart))
        and not any(explains(whole.said, each.said) for each in said)
    )


def _civilians(told: Iterable[Known]) -> Iterator[Constraint]:
    """Civilians are at most all people of whom nobody says that they were civilians only."""
    by_population = defaultdict(list)
    for known in told:
        by_population[known.figure["population"]].append(known)
    for whole in by_population[Population.MIXED]:
        for part in by_population[Population.CIVILIAN]:
            if exceeds(part, whole) and binds(whole.said, part.said):
                yield Constraint(PART, whole.figure_id, (part.figure_id,))


def _event_key(known: Known) -> tuple[Any, ...]:
    figure = known.figure
    days = () if figure["event"] else (known.first, known.last)
    place = tuple(figure[name] for name in SPOT)
    basis = figure["basis"]
    return (
        figure["conflict"],
        figure["measure"],
        figure["party"],
        basis,
        figure["event"],
        figure["incident"],
        place,
        days,
    )


def _is_of(part: Known, whole: Known) -> bool:
    """Say whether a part may be of this whole: it names no other number as its whole."""
    said = part.said.whole
    civil = (Population.CHILDREN, Population.CIVILIAN)
    same = part.figure["population"] == whole.figure["population"]
    kin = same or (
        part.figure["population"] in civil and whole.figure["population"] in (*civil, Population.MIXED)
    )
    return kin and (said is None or said == whole.said.value)
