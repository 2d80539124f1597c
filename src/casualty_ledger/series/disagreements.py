"""Disagreements: figures that cannot all be so, in the smallest sets, with why and what would reconcile them.

Rivals say different numbers of one thing (`disputes.py`); a part is more than its whole (`constraints.py`); a
total is below an earlier one (`later_totals.py`). One number under different measures is a definition trap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from casualty_ledger.series.constraints import FLOWS, list_constraints
from casualty_ledger.series.definitions import definition_traps
from casualty_ledger.series.disputes import disputed, place_things
from casualty_ledger.series.infeasible import find_infeasible
from casualty_ledger.series.later_totals import find_below
from casualty_ledger.series.misprints import find_misprints
from casualty_ledger.series.moments import READ, read_said
from casualty_ledger.series.populations import find_populations
from casualty_ledger.series.scope_gaps import scope_of
from casualty_ledger.vocabulary import Basis, Reading, Strength

COLUMNS = ["disagreement", "reading", "strength", "figure_id", "claimant", "measure", "value", "what"]
COLUMNS += ["reconciled_by"]
NUMBERS = "same thing, different numbers; cause unknown"
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


def find_disagreements(figures: pd.DataFrame, appearances: pd.DataFrame) -> pd.DataFrame:
    """List every disagreement, one row per figure in it. Columns: COLUMNS.

    `disagreement` names the set after its first figure and its reading.
    """
    found = [
        *_rivals(figures),
        *_against_reason(figures),
        *(_set(said, Reading.POPULATION, what) for said, what in find_populations(figures)),
        *(_set(said, Reading.DEFINITION, what) for said, what in definition_traps(figures)),
        *_misprints(figures, appearances),
    ]
    if not found:
        return pd.DataFrame(columns=COLUMNS)
    table = pd.concat(found, ignore_index=True).drop_duplicates(["disagreement", "figure_id"])
    return table[COLUMNS].sort_values(["disagreement", "figure_id"], kind="stable", ignore_index=True)


def _rivals(figures: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for _, said in disputed(figures).groupby("dispute", sort=False):
        reading = read_dispute(said)
        yield _set(said, reading, name_gap(said) if reading is Reading.SCOPE else NUMBERS)
        yield from _self_contradictions(said)


def _self_contradictions(said: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Set apart a claimant that states several totals for one day among rivals."""
    if said["claimant"].nunique() == 1 or said["basis"].iloc[0] != Basis.CUMULATIVE:
        return
    for _, own in said.groupby("claimant", sort=False):
        if own["value"].nunique() > 1:
            yield _set(own, read_dispute(own), "one claimant, several numbers; cause unknown")


def _against_reason(figures: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Find parts above their whole, captives beyond those taken, and totals below earlier ones."""
    placed = place_things(figures)
    by_id = figures.set_index("figure_id", drop=False)
    constraints, bounds = list_constraints(placed)
    for found in find_infeasible(constraints, bounds):
        reading = Reading.FLOWS if found.constraint.kind == FLOWS else Reading.PARTS
        yield _set(by_id.loc[list(found.figure_ids)], reading, str(reading.definition))
    for below in find_below(placed):
        said = by_id.loc[[below.earlier, below.later]]
        if below.is_one_claimant:
            yield _set(said, Reading.FALL, str(Reading.FALL.definition))
        else:
            reading = read_dispute(said)
            what = "a later total below an earlier one; cause unknown"
            yield _set(said, reading, name_gap(said) if reading is Reading.SCOPE else what)


def measure_strength(said: pd.DataFrame) -> Strength:
    """Say whether all bounds of these figures meet: an absent bound excludes nothing."""
    lowest, highest = said["lower"].max(), said["upper"].min()
    meet = pd.isna(lowest) or pd.isna(highest) or lowest <= highest
    return Strength.DIFFERENCE if meet else Strength.CONTRADICTION


def read_dispute(said: pd.DataFrame) -> Reading:
    """Read why figures about one thing differ, from who said them, of what, and when."""
    if said["claimant"].nunique() > 1:
        return Reading.SCOPE if _scopes(said).nunique() > 1 else Reading.RIVAL_CLAIMANTS
    days = said["published_on"].dropna()
    near = days.empty or (days.max() - days.min()).days <= 1
    return Reading.SAME_CLAIMANT_SAME_DAY if near else Reading.OVERTAKEN


def _scopes(said: pd.DataFrame) -> pd.Series:
    """Return what each claimant says is inside or outside its number, empty where it does not say."""
    read = [read_said(figure) for figure in said[READ].to_dict("records")]
    told = pd.Series([scope_of(each, each.scope) for each in read], index=said.index, dtype="str")
    return told.groupby(said["claimant"], sort=False).agg(
        lambda texts: " / ".join(dict.fromkeys(text for text in texts if text))
    )


def name_gap(said: pd.DataFrame) -> str:
    """Name the gap in scope: what each claimant counts, as far as it says."""
    told = [f"{str(who).partition(' (')[0]}: {scope}" for who, scope in _scopes(said).items() if scope]
    return "different scope. " + "; ".join(told)


def _misprints(figures: pd.DataFrame, appearances: pd.DataFrame) -> Iterator[pd.DataFrame]:
    by_row = {row: n for n, rows in enumerate(figures["row_ids"].str.split()) for row in rows}
    for found in find_misprints(figures, appearances).to_dict("records"):
        rows: Iterable[str] = [str(found["figure_id"]), *str(found["other_ids"]).split()]
        said = figures.iloc[list(dict.fromkeys(by_row[row] for row in rows))]
        yield _set(said, Reading.MISPRINT_PROBABLE, str(found["what"]))


def _set(said: pd.DataFrame, reading: Reading, what: str) -> pd.DataFrame:
    name = f"{said['figure_id'].iloc[0]}:{reading}"
    table = said[["figure_id", "claimant", "measure", "value"]].reset_index(drop=True)
    strength = Strength.DIFFERENCE if reading is Reading.DEFINITION else measure_strength(said)
    if reading in (Reading.PARTS, Reading.FLOWS):
        strength = Strength.CONTRADICTION
    facts = {"disagreement": name, "reading": str(reading), "strength": str(strength), "what": what}
    return table.assign(**facts, reconciled_by=RECONCILED[reading])
