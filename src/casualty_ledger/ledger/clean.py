"""Cleaning: every recorded row becomes one appearance, or is refused with its reason.

Columns are added beside what was said; nothing that was said is edited, dropped or guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.declared import as_declared
from casualty_ledger.ledger import grades
from casualty_ledger.ledger.columns import make_columns
from casualty_ledger.ledger.corrections import (
    Correction,
    apply_replacements,
    check_corrections,
)
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.monitored import place_monitors
from casualty_ledger.ledger.named_rows import name_wholes
from casualty_ledger.ledger.parsed import Parsed
from casualty_ledger.ledger.privacy.gate import withhold_ids
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.ledger.rules import RULES
from casualty_ledger.schema import Appearances, columns_of
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import MONITOR_KINDS, Interest, Measure, Verification

FLOOR = r"real figures are considerably higher|figures are not final|identified cases only"
# What stays as it was recorded, and what is looked up in it.
SAME = ["measure_as_said", "place", "admin1", "incident", "rate_unit", "method", "scope", "address"]
SAME += ["perpetrator_as_said", "evidence"]
RECORDED = [*SAME, "sheet", "row", "overlaps", "note", "id", "claimant", "publisher"]
ACCESS = (Measure.VISITED, Measure.INTERVIEWED)


class Cleaned(NamedTuple):
    """What became of the recorded rows: rows read = appearances + refused."""

    appearances: pd.DataFrame
    refused: pd.DataFrame


def clean_rows(rows: pd.DataFrame, register: Register, corrections: Sequence[Correction] = ()) -> Cleaned:
    """Turn recorded rows (text, as `read_sheets` returns them) into appearances and refusals.

    Errors: CorrectionOutdated, where a correction does not find what it expects.
    """
    check_corrections(rows, corrections)
    told = apply_replacements(rows, corrections)
    problems = Problems(place_monitors(name_wholes(told), register))
    read = _read_columns(problems, register)
    _note_declared(problems, corrections)
    return Cleaned(_make_appearances(problems, read, register, corrections), problems.table())


def try_rows(rows: pd.DataFrame, register: Register) -> tuple[Problems, Callable[[], pd.DataFrame]]:
    """Return every problem of the rows, and what makes appearances of those that have none, read once."""
    problems = Problems(rows)
    parsed = _parse(problems, register)
    return problems, lambda: _make_appearances(
        problems, _join_columns(parsed, problems, register), register, ()
    )


def _make_appearances(
    problems: Problems, read: pd.DataFrame, register: Register, corrections: Sequence[Correction]
) -> pd.DataFrame:
    kept = ~problems.refused()
    recorded = problems.rows[RECORDED]
    if not kept.all():
        read, recorded = read[kept], recorded[kept]
    table = pd.concat([read, _as_recorded(recorded, corrections)], axis=1)
    graded = pd.concat([table, _how_sure(table, recorded, register)], axis=1)
    ordered = graded[columns_of(Appearances)].reset_index(drop=True)
    return as_declared(ordered, Appearances)


def read_rows(rows: pd.DataFrame, register: Register) -> tuple[pd.DataFrame, pd.Series]:
    """Return what is read of each row, and which of the rows would be refused."""
    problems = Problems(rows)
    read = _read_columns(problems, register)
    return read, problems.refused()


def find_problems(rows: pd.DataFrame, register: Register) -> Problems:
    """Return every problem of the rows, without making anything of them."""
    problems = Problems(rows)
    _parse(problems, register)
    return problems


def _read_columns(problems: Problems, register: Register) -> pd.DataFrame:
    return _join_columns(_parse(problems, register), problems, register)


def _join_columns(parsed: Parsed, problems: Problems, register: Register) -> pd.DataFrame:
    return pd.concat(make_columns(parsed, problems, register), axis=1)


def _parse(problems: Problems, register: Register) -> Parsed:
    """Read every cell and note every problem of the rows."""
    withhold_ids(problems)
    what, when, how_many, who, *_ = [rule.look(problems, register) for rule in RULES]
    return Parsed(what, when, how_many, who)


def _note_declared(problems: Problems, corrections: Sequence[Correction]) -> None:
    for each in corrections:
        if each.action == "refuse":
            here = problems.rows["id"] == each.id
            problems.note(here, each.column, f"Refused by a declared correction: {each.reason}")


def _how_sure(table: pd.DataFrame, rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    interest = _find_interest(table, rows)
    verification = _once_each(
        _find_verification,
        table["recorded_verification"],
        table["conflict"],
        table["claimant_side"],
        interest,
    )
    graded = _once_each(grades.grade_reliability, table["claimant_kind"], interest)
    overrides = {name: source.reliability for name, source in register.claimants.items()}
    stated = Distinct.of(table["claimant"]).each(lambda name: overrides.get(name, ""))
    return pd.DataFrame(
        {
            "interest": interest,
            "verification": verification,
            "reliability": stated.where(stated != "", graded),
            "credibility": _once_each(grades.grade_credibility, verification),
            "is_floor": Distinct.of(rows["scope"]).contains(FLOOR) | _are_minimums(table, verification),
        }
    )


def _are_minimums(table: pd.DataFrame, verification: pd.Series) -> pd.Series:
    """Say which counts are minimums: of names, a monitor's verified cases, and what its claimant calls so.

    Whom a monitor visited or interviewed it has counted in full.
    """
    minimums = table["measure"] == Measure.NAMED_DEAD
    cases = (verification == Verification.INDIVIDUALLY_VERIFIED) & ~table["measure"].isin(ACCESS)
    minimums |= cases & table["claimant_kind"].isin(MONITOR_KINDS)
    for conflict in table["conflict"].unique():
        file, own = conflict_of(conflict).file, table["conflict"] == conflict
        minimums |= own & cases & table["claimant"].isin([monitor.claimant for monitor in file.monitors])
        for declared in file.minimums:
            wanted = pd.Series(declared.model_dump(exclude_unset=True))
            minimums |= own & (table[wanted.index] == wanted).all(axis=1)
    return minimums


def _find_interest(table: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    columns = ("conflict", "claimant_side", "claimant_kind", "party", "population")
    return _once_each(grades.find_interest, *(table[column] for column in columns), _own_areas(table, rows))


def _own_areas(table: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    """Say where claimant or place tell of an area that the claimant's side holds."""
    facts = [table["conflict"], table["claimant_side"], table["claimant"], rows["place"]]
    numbers = number_distinct(facts)
    kinds = zip(*(fact.iloc[firsts_of(numbers)].tolist() for fact in facts), strict=True)
    held = [
        conflict_of(conflict).speaks_as_own(side, f"{who}; {where}") for conflict, side, who, where in kinds
    ]
    return Distinct(held, numbers, table.index).each(bool, "bool")


VERIFICATIONS = {str(word): word for word in Verification}
INTERESTS = {str(word): word for word in Interest}


def _find_verification(recorded: str, conflict: str, side: str, interest: str) -> Verification:
    is_side = conflict_of(conflict).is_side(side)
    return grades.find_verification(VERIFICATIONS.get(recorded), is_side, INTERESTS[interest])


def _once_each(rule: Callable[..., str], *facts: pd.Series) -> pd.Series:
    """Apply a rule once to each distinct combination of facts; give every row what it says."""
    numbers = number_distinct(facts)
    combinations = zip(*(fact.iloc[firsts_of(numbers)].tolist() for fact in facts), strict=True)
    return Distinct([rule(*each) for each in combinations], numbers, facts[0].index).each(str)


def _as_recorded(rows: pd.DataFrame, corrections: Sequence[Correction]) -> pd.DataFrame:
    flag, since = (pd.Series("", index=rows.index, dtype="str") for _ in range(2))
    for each in corrections:
        if each.action == "flag":
            here = rows["id"] == each.id
            flag, since = flag.mask(here, each.reason), since.mask(here, each.declared_on.isoformat())
    return rows.drop(columns=["id", "claimant", "publisher"]).assign(
        row_id=rows["id"],
        claimant_as_said=rows["claimant"],
        publisher_as_said=rows["publisher"],
        flag=flag,
        flag_known_on=pd.to_datetime(since.mask(since == "")),
    )
