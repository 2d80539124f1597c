"""Cleaning: every recorded row becomes one appearance, or is refused with its reason.

Columns are added beside what was said; nothing that was said is edited, dropped or guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from casualty_ledger.ledger import columns, grades
from casualty_ledger.ledger.corrections import (
    Correction,
    apply_replacements,
    check_corrections,
)
from casualty_ledger.ledger.harm import note_harms
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.schema import Appearances, columns_of
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import Basis, Measure

FLOOR = r"real figures are considerably higher|figures are not final|identified cases only"
ADDRESS = r"https?://[^\s<>\"']+"
RATE_UNITS = ("", "day", "week", "month")


class Cleaned(NamedTuple):
    """What became of the recorded rows: rows read = appearances + refused."""

    appearances: pd.DataFrame
    refused: pd.DataFrame


def clean_rows(rows: pd.DataFrame, register: Register, corrections: Sequence[Correction] = ()) -> Cleaned:
    """Turn recorded rows (text, as `read_sheets` returns them) into appearances and refusals.

    Errors: CorrectionOutdated, where a correction does not find what it expects.
    """
    check_corrections(rows, corrections)
    problems = Problems(apply_replacements(rows, corrections))
    read = _read_columns(problems, register)
    _note_declared(problems, corrections)
    kept = ~problems.refused()
    read, recorded = read[kept], problems.rows[kept]
    table = pd.concat([read, _as_recorded(recorded, corrections)], axis=1)
    graded = pd.concat([table, _how_sure(table, recorded, register)], axis=1)
    ordered = graded[columns_of(Appearances)].reset_index(drop=True)
    return Cleaned(Appearances.validate(ordered), problems.table())


def find_problems(rows: pd.DataFrame, register: Register) -> Problems:
    """Return every problem of the rows, without making anything of them."""
    problems = Problems(rows)
    _read_columns(problems, register)
    return problems


def _read_columns(problems: Problems, register: Register) -> pd.DataFrame:
    parts = [
        columns.read_what(problems),
        columns.read_when(problems),
        columns.read_how_many(problems),
        columns.read_who(problems, register),
    ]
    _note_missing(problems)
    note_harms(problems)
    return pd.concat(parts, axis=1)


def _note_declared(problems: Problems, corrections: Sequence[Correction]) -> None:
    for each in corrections:
        if each.action == "refuse":
            here = problems.rows["id"] == each.id
            problems.note(here, each.column, f"Refused by a declared correction: {each.reason}")


def _how_sure(table: pd.DataFrame, rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    whereabouts = rows["claimant"] + " | " + rows["place"]
    asked = table[["claimant_side", "claimant_kind", "party", "population"]].assign(where=whereabouts)
    interest = [grades.find_interest(*facts) for facts in asked.itertuples(index=False)]
    verification = [
        grades.find_verification(recorded, side, said)
        for recorded, side, said in zip(
            table["recorded_verification"], table["claimant_side"], interest, strict=True
        )
    ]
    kinds = zip(table["claimant"], table["claimant_kind"], interest, strict=True)
    sure = {
        "interest": [str(word) for word in interest],
        "verification": [str(word) for word in verification],
        "reliability": [
            register.claimant(name).reliability or str(grades.grade_reliability(kind, said))
            for name, kind, said in kinds
        ],
        "credibility": [str(grades.grade_credibility(word)) for word in verification],
    }
    floor = rows["scope"].str.contains(FLOOR) | (table["measure"] == Measure.NAMED_DEAD)
    return pd.DataFrame(sure, index=table.index).assign(is_floor=floor)


def _as_recorded(rows: pd.DataFrame, corrections: Sequence[Correction]) -> pd.DataFrame:
    flags = {each.id: each for each in corrections if each.action == "flag"}
    flagged = rows["id"].map(lambda row: flags[row].reason if row in flags else "")
    since = rows["id"].map(lambda row: flags[row].declared_on if row in flags else "")
    same = ["conflict", "measure_as_said", "place", "admin1", "rate_unit", "method", "scope"]
    return rows[[*same, "address", "sheet", "row", "overlaps", "note"]].assign(
        row_id=rows["id"],
        claimant_as_said=rows["claimant"],
        publisher_as_said=rows["publisher"],
        flag=flagged,
        flag_known_on=pd.to_datetime(since.replace("", None)),
    )


def _note_missing(problems: Problems) -> None:
    rows = problems.rows
    problems.note(rows["id"] == "", "id", "A row needs an id that no other row has.")
    twice = rows["id"].duplicated(keep="first") & (rows["id"] != "")
    problems.note(twice, "id", "This id stands on an earlier row too. Give each row its own.")
    problems.note(
        rows["claimant"] == "",
        "claimant",
        "Nobody is named as the claimant. Say whose number it is.",
    )
    linked = rows["address"].str.fullmatch(ADDRESS) | (rows["address"] == "")
    problems.note(
        ~linked,
        "address",
        "An address starts with http:// or https:// and holds no blanks or quotes.",
    )
    problems.note(~rows["rate_unit"].isin(RATE_UNITS), "rate_unit", "A rate is per day, week or month.")
    unitless = (rows["basis"] == Basis.RATE) & (rows["rate_unit"] == "")
    problems.note(unitless, "rate_unit", "A rate needs its unit: day, week or month.")
