"""Infeasible sets: statements that cannot all hold, cut down to a smallest set of them.

Each statement bounds one number; constraints say what must hold between the numbers. Bounds are pushed
through the constraints until one number has none left. What led there is then cut down: a statement whose
bounds may be dropped while a linear program still finds no solution takes no part in the contradiction.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

# So many contradictions are looked for around one number.
MOST = 20


class Constraint(NamedTuple):
    """The parts together are at most the whole; `kind` says why. All are figure ids."""

    kind: str
    whole: str
    parts: tuple[str, ...]


class Bounds(NamedTuple):
    """What a statement allows: the least and the most."""

    lower: float
    upper: float


class Infeasible(NamedTuple):
    """A smallest set of statements that cannot all hold, and a constraint that they break together."""

    constraint: Constraint
    figure_ids: tuple[str, ...]


def find_infeasible(constraints: Sequence[Constraint], bounds: Mapping[str, Bounds]) -> Iterator[Infeasible]:
    """Yield smallest sets of statements that cannot all hold; the whole of each set is told once."""
    told: set[str] = set()
    for _ in range(MOST):
        fresh = [each for each in constraints if each.whole not in told]
        found = list(_propagate(fresh, bounds))
        if not found:
            return
        for constraint, reasons in found:
            if constraint.whole not in told:
                told.add(constraint.whole)
                yield Infeasible(constraint, _cut_down(reasons, _above(reasons, constraints), bounds))


def _propagate(
    constraints: Sequence[Constraint], bounds: Mapping[str, Bounds]
) -> Iterator[tuple[Constraint, set[str]]]:
    """Push lower bounds up from parts to wholes; yield each constraint that leaves its whole no room."""
    lower = {name: each.lower for name, each in bounds.items()}
    reasons = {name: {name} for name in bounds}
    of_part: dict[str, list[Constraint]] = {}
    for each in constraints:
        for part in each.parts:
            of_part.setdefault(part, []).append(each)
    waiting, broken = deque(constraints), set[str]()
    while waiting:
        constraint = waiting.popleft()
        least = sum(lower[part] for part in constraint.parts)
        if constraint.whole in broken or least <= lower[constraint.whole]:
            continue
        why = set().union(*(reasons[part] for part in _enough(constraint, lower, bounds)))
        if least > bounds[constraint.whole].upper:
            broken.add(constraint.whole)
            yield constraint, why | {constraint.whole}
            continue
        lower[constraint.whole], reasons[constraint.whole] = least, why
        waiting.extend(of_part.get(constraint.whole, ()))


def _enough(constraint: Constraint, lower: Mapping[str, float], bounds: Mapping[str, Bounds]) -> list[str]:
    """Return the fewest parts that are more than the whole, or all of them where they are not."""
    chosen, least = [], 0.0
    for part in sorted(constraint.parts, key=lambda name: (-lower[name], name)):
        chosen.append(part)
        least += lower[part]
        if least > bounds[constraint.whole].upper:
            break
    return chosen


def _above(reasons: set[str], constraints: Sequence[Constraint]) -> list[Constraint]:
    """Return the constraints that lead up from these statements, without the parts that take no part."""
    reached = set(reasons)
    while fresh := {each.whole for each in constraints if not reached.isdisjoint(each.parts)} - reached:
        reached |= fresh
    return [
        each._replace(parts=tuple(part for part in each.parts if part in reached))
        for each in constraints
        if not reached.isdisjoint(each.parts)
    ]


def _cut_down(
    reasons: Iterable[str], constraints: Sequence[Constraint], bounds: Mapping[str, Bounds]
) -> tuple[str, ...]:
    """Drop every statement without which there is still no solution."""
    kept = sorted(reasons)
    if len(kept) > 2:
        for name in list(kept):
            fewer = [each for each in kept if each != name]
            if not has_solution(fewer, constraints, bounds):
                kept = fewer
    return tuple(kept)


def has_solution(
    stated: Iterable[str], constraints: Sequence[Constraint], bounds: Mapping[str, Bounds]
) -> bool:
    """Say whether all these statements can hold at once; what is not stated may be any number.

    >>> whole = [Constraint("part", "all", ("north", "south"))]
    >>> told = {"all": Bounds(5, 5), "north": Bounds(3, 3), "south": Bounds(4, 4)}
    >>> has_solution(["all", "north"], whole, told), has_solution(told, whole, told)
    (True, False)
    """
    # Loaded where it is needed: most ledgers never come here.
    from scipy.optimize import linprog

    names = sorted({name for each in constraints for name in (each.whole, *each.parts)} | set(stated))
    place = {name: n for n, name in enumerate(names)}
    rows = []
    for each in constraints:
        row = [0.0] * len(names)
        row[place[each.whole]] = -1.0
        for part in each.parts:
            row[place[part]] += 1.0
        rows.append(row)
    free = Bounds(0, math.inf)
    limits = dict.fromkeys(names, free) | {name: bounds[name] for name in stated}
    solved = linprog(
        [0.0] * len(names),
        A_ub=rows or None,
        b_ub=[0.0] * len(rows) or None,
        bounds=[limits[name] for name in names],
        method="highs",
    )
    return solved.status != 2
