"""Disagreements: figures that cannot all be so, in the smallest sets, with why and what would reconcile them.

Rivals say different numbers of one thing (`disputes.py`); a part is more than its whole (`constraints.py`); a
total is below an earlier one (`later_totals.py`). One number under different measures is a definition trap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.claimed_scopes import (
    bounds_meet,
    is_of_scope,
    may_split,
    name_gap,
    split_by_scope,
)
from casualty_ledger.series.constraints import FLOWS, list_constraints
from casualty_ledger.series.definitions import definition_traps
from casualty_ledger.series.disputes import disputed, place_things
from casualty_ledger.series.infeasible import find_infeasible
from casualty_ledger.series.later_totals import Below, find_below
from casualty_ledger.series.misprints import find_misprints
from casualty_ledger.series.populations import find_populations, says_soldiers_only
from casualty_ledger.series.rivals import are_roundings
from casualty_ledger.series.scope_gaps import BODIES, later_numbers
from casualty_ledger.vocabulary import Basis, Reading, Strength

COLUMNS = ["disagreement", "reading", "strength", "figure_id", "claimant", "measure", "value", "what"]
COLUMNS += ["reconciled_by"]
TEXTS = [name for name in COLUMNS if name != "value"]
TOLD = ["figure_id", "claimant", "measure", "value", "lower", "upper", "scope", "note", "published_on"]
TOLD += ["basis", "verification", "population", "measure_as_said", "admin1"]
NUMBERS = "same thing, different numbers; cause unknown"
OWN_NUMBERS = "one claimant, several numbers; cause unknown"
LEAP = "a rival’s total of some days before is less than half of it; cause unknown"
BELOW = "a later total below an earlier one; cause unknown"
RECONCILED = {
    Reading.RIVAL_CLAIMANTS: "one of them restates its number, or says what else it counts",
    Reading.SAME_CLAIMANT_SAME_DAY: "the claimant says which number stands, or a relay corrects its own",
    Reading.SCOPE: "nothing needs to: each counts something else",
    Reading.OVERTAKEN: "the later statement, where it says that it corrects the earlier one",
    Reading.POPULATION: "who the dead were, told by somebody who saw them",
    Reading.DEFINITION: "the claimant’s own words for what it counts",
    Reading.MISPRINT_PROBABLE: "a look at the page, and at the claimant’s own statement",
    Reading.PARTS: "a higher whole, or lower parts, or a part that lies outside",
    Reading.FALL: "a word of the claimant that it has recounted, or a misprint found",
    Reading.FLOWS: "a higher number taken, or a lower one held or returned",
}


class Found(NamedTuple):
    """Figures that disagree, by their ids, with why and what in words; of nothing where the record tells."""

    figure_ids: tuple[str, ...]
    reading: Reading | None
    what: str


def find_disagreements(figures: pd.DataFrame, appearances: pd.DataFrame) -> pd.DataFrame:
    """List every disagreement, one row per figure in it. Columns: COLUMNS.

    `disagreement` names the set after its first figure and its reading.
    """
    placed = place_things(figures)
    misprints = [*_misprints(figures, appearances)]
    rivals = [*_rivals(figures, placed)]
    against_reason = _against_reason(placed, [each.figure_ids for each in rivals])
    traps = [_of(said, Reading.DEFINITION, what) for said, what in definition_traps(figures)]
    found = [
        *(each for each in (*rivals, *against_reason) if not _is_of_misprint(each, misprints)),
        *(_of(said, Reading.POPULATION, what) for said, what in find_populations(figures)),
        *_without_misprinted(traps, misprints),
        *misprints,
    ]
    involved = {figure_id for each in found for figure_id in each.figure_ids}
    told = figures.loc[figures["figure_id"].isin(involved), TOLD]
    by_id: dict[str, ReportedFigure] = {figure["figure_id"]: figure for figure in figures_of(told)}
    told_apart = (part for each in found for part in _tell_apart([by_id[i] for i in each.figure_ids], each))
    rows = [row for said, each in told_apart for row in _tabulate(said, each)]
    table = pd.DataFrame(rows, columns=COLUMNS).drop_duplicates(["disagreement", "figure_id"])
    table = table.astype({"value": "Int64"} | dict.fromkeys(TEXTS, "str"))
    return table.sort_values(["disagreement", "figure_id"], kind="stable", ignore_index=True)


def _of(said: pd.DataFrame, reading: Reading, what: str) -> Found:
    return Found(tuple(said["figure_id"]), reading, what)


def _rivals(figures: pd.DataFrame, placed: pd.DataFrame) -> Iterator[Found]:
    rivals = disputed(figures, placed)
    columns = ["dispute", "figure_id", "claimant", "value", "basis", "lower", "upper"]
    sets = defaultdict[int, list[Any]](list)
    for row in rivals[columns].itertuples(index=False):
        sets[int(str(row.dispute))].append(row)
    for said in sets.values():
        yield Found(tuple(row.figure_id for row in said), None, NUMBERS)
        claimants = {row.claimant for row in said}
        if len(claimants) > 1 and said[0].basis == Basis.CUMULATIVE:
            for claimant in claimants:
                own = [row for row in said if row.claimant == claimant]
                if _says_two_numbers(own):
                    yield Found(tuple(row.figure_id for row in own), None, OWN_NUMBERS)


def _says_two_numbers(own: Sequence[Any]) -> bool:
    """Say whether one claimant's numbers do not meet, or are minimums that differ; roundings do meet."""
    floors = {row.lower for row in own if pd.isna(row.upper)}
    apart = [pair for pair in combinations(own, 2) if not bounds_meet([each._asdict() for each in pair])]
    numbers = [[float("nan") if pd.isna(each.value) else each.value for each in pair] for pair in apart]
    return len(floors) > 1 or not all(are_roundings(*pair) for pair in numbers)


def _against_reason(placed: pd.DataFrame, rivals: Sequence[tuple[str, ...]]) -> Iterator[Found]:
    """Find parts above their whole, captives beyond those taken, and totals below earlier ones.

    A total below one of a claimant with whom it is in conflict for its own last day is no second conflict.
    """
    claimants = dict(zip(placed["figure_id"], placed["claimant"], strict=True))
    of_bodies = {*placed.loc[placed["measure_as_said"].str.contains(BODIES.pattern, case=False), "figure_id"]}
    constraints, bounds = list_constraints(placed)
    for found in find_infeasible(constraints, bounds):
        reading = Reading.FLOWS if found.constraint.kind == FLOWS else Reading.PARTS
        # More killed than bodies found is no contradiction.
        if found.constraint.whole in of_bodies:
            reading = Reading.SCOPE
        yield Found(found.figure_ids, reading, str(reading.definition))
    for below in find_below(placed):
        pair = (below.earlier, below.later)
        if below.is_one_claimant:
            yield Found(pair, Reading.FALL, str(Reading.FALL.definition))
        elif not any(_holds(said, below, claimants) for said in rivals):
            yield Found(pair, None, LEAP if below.is_leap else BELOW)


def _is_of_misprint(found: Found, misprints: Sequence[Found]) -> bool:
    """Say whether figures disagree because one of them is probably misprinted, as is told of it."""
    if found.reading in (Reading.FLOWS, Reading.FALL):
        return any(not set(each.figure_ids).isdisjoint(found.figure_ids) for each in misprints)
    return found.reading is None and any(set(found.figure_ids) <= {*each.figure_ids} for each in misprints)


def _without_misprinted(traps: Sequence[Found], misprints: Sequence[Found]) -> Iterator[Found]:
    """Yield traps; of those whose numbers are all in one misprint, the first."""
    told: set[Found] = set()
    for trap in traps:
        within = next((each for each in misprints if set(trap.figure_ids) <= {*each.figure_ids}), None)
        if within is None or within not in told:
            yield trap
        if within is not None:
            told.add(within)


def _holds(rivals: tuple[str, ...], below: Below, claimants: Mapping[str, str]) -> bool:
    """Say whether rivals for one day hold a total and a number of the claimant whose earlier it is below."""
    earlier = claimants[below.earlier]
    return below.later in rivals and any(claimants[each] == earlier for each in rivals)


def _misprints(figures: pd.DataFrame, appearances: pd.DataFrame) -> Iterator[Found]:
    printed = zip(figures["figure_id"], figures["row_ids"].str.split(), strict=True)
    of_row = {row: figure for figure, rows in printed for row in rows}
    for found in find_misprints(figures, appearances).to_dict("records"):
        rows = [str(found["figure_id"]), *str(found["other_ids"]).split()]
        ids = tuple(dict.fromkeys(of_row[row] for row in rows))
        yield Found(ids, Reading.MISPRINT_PROBABLE, str(found["what"]))


def _tell_apart(told: list[ReportedFigure], found: Found) -> Iterator[tuple[list[ReportedFigure], Found]]:
    """Yield rival totals that scope explains apart from those that it does not; any other set as it is."""
    if found.reading is not None or not may_split(told):
        yield told, found
        return
    for part, is_scope in split_by_scope(told):
        yield part, found._replace(reading=Reading.SCOPE if is_scope else None)


def _tabulate(told: Sequence[ReportedFigure], found: Found) -> Iterator[dict[str, Any]]:
    """Yield a row for each figure of a set, with a reading where none was given."""
    reading = found.reading or read_dispute(told)
    what = found.what
    if reading is Reading.SCOPE:
        what = name_gap(told)
    elif reading is Reading.OVERTAKEN or (reading is Reading.POPULATION and found.reading is None):
        what = str(reading.definition)
    facts = {
        "disagreement": f"{told[0]['figure_id']}:{reading}",
        "reading": str(reading),
        "strength": str(_strength_of(told, reading)),
        "what": what,
        "reconciled_by": RECONCILED[reading],
    }
    for figure in told:
        yield facts | {name: figure[name] for name in ("figure_id", "claimant", "measure", "value")}


def _strength_of(told: Sequence[ReportedFigure], reading: Reading) -> Strength:
    if reading in (Reading.PARTS, Reading.FLOWS):
        return Strength.CONTRADICTION
    # Bounds of a misprint, or of killed beside losses, tell nothing.
    unlike = len({figure["measure"] for figure in told}) > 1
    if unlike or reading in (Reading.DEFINITION, Reading.MISPRINT_PROBABLE):
        return Strength.UNCOMPARED
    # Who counts other things, and says so, contradicts nobody.
    return Strength.DIFFERENCE if reading is Reading.SCOPE else _strength(told)


def measure_strength(said: pd.DataFrame) -> Strength:
    """Say whether all bounds of these figures meet: an absent bound excludes nothing."""
    return _strength(said[["lower", "upper"]].to_dict("records"))


def _strength(told: Sequence[Mapping[Any, Any]]) -> Strength:
    return Strength.DIFFERENCE if bounds_meet(told) else Strength.CONTRADICTION


def read_dispute(told: Sequence[ReportedFigure]) -> Reading:
    """Read why figures about one thing differ, from who said them, of what, and when."""
    if len({figure["claimant"] for figure in told}) > 1:
        if any(says_soldiers_only(figure) for figure in told):
            return Reading.POPULATION
        return Reading.SCOPE if is_of_scope(told) else Reading.RIVAL_CLAIMANTS
    if _is_restated(told):
        return Reading.OVERTAKEN
    days = [figure["published_on"] for figure in told if not pd.isna(figure["published_on"])]
    near = not days or (max(days) - min(days)).days <= 1
    return Reading.SAME_CLAIMANT_SAME_DAY if near else Reading.OVERTAKEN


def _is_restated(told: Sequence[ReportedFigure]) -> bool:
    """Say whether a row tells of another's number that a later statement gives."""
    numbers = {int(each["value"]): each["figure_id"] for each in told if not pd.isna(each["value"])}
    return any(
        numbers.get(number, each["figure_id"]) != each["figure_id"]
        for each in told
        for number in later_numbers(str(each["note"]))
    )
