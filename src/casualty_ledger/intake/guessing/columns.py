"""Columns: what each column of a table seems to hold, by its header and by what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.guessing.days import share_of_days
from casualty_ledger.intake.guessing.words import (
    BOUNDS,
    BROAD,
    CUMULATIVE,
    EQUIPMENT,
    NO_PEOPLE,
    RATES,
    ROLES,
    first_said,
    measure_said,
    population_said,
    says,
)
from casualty_ledger.intake.stated import Stated, read_stated, states_nothing
from casualty_ledger.intake.tables.across import ACROSS, CELL
from casualty_ledger.intake.tables.table import Table
from casualty_ledger.sources.headers import is_harmful

# So many distinct cells of a column are looked at, and so much of them must fit.
# Where a header names what is counted, a few are enough: the rest is refused cell by cell, and told.
LOOKED_AT, MOSTLY, FEW, WORDS_MOST = 400, 0.7, 0.2, 40
# Longer texts are sentences of the source, which are not brought in.
SENTENCE = 80
DAYS = ("published_on", "covers_from", "covers_until", "day")


@dataclass(frozen=True)
class Seen:
    """A column as it seems to be: `role` is a cell that it fills, number, identifying or nothing."""

    name: str
    role: str
    measure: str = ""
    population: str = ""
    bound: str = "value"
    is_cumulative: bool = False
    party: str = ""


def look(table: Table) -> list[Seen]:
    """Say what each column of a table seems to hold."""
    seen = [_look(name, texts_of(table.rows[name])) for name in table.columns]
    # Beside somebody who says so, a source is where it was printed.
    sourced = "publisher" if any(each.role == "claimant" for each in seen) else "claimant"
    return [replace(each, role=sourced) if each.role == "source" else each for each in seen]


def list_equipment(seen: Sequence[Seen]) -> list[str]:
    """List the columns that tell equipment apart, in a table none of whose numbers surely counts people."""
    numbers = [each for each in seen if each.role == "number"]
    if any(each.population or each.measure not in ("", *BROAD) for each in numbers):
        return []
    return [each.name for each in seen if each.role != "number" and says(each.name, EQUIPMENT)]


def texts_of(column: pd.Series) -> list[str]:
    """Return the filled cells of a column, each text once, in their order."""
    filled = column[~states_nothing(column)]
    return [str(text) for text in filled.unique()[:LOOKED_AT]]


def _look(name: str, texts: Sequence[str]) -> Seen:
    if name == ACROSS:
        return Seen(name, "day")
    if is_harmful(name):
        return Seen(name, "identifying")
    if not texts:
        return Seen(name, "")
    numbers = share_of_numbers(texts)
    role = first_said(name, ROLES)
    measure = measure_said(name)
    if role in (*DAYS, "year") and not (measure and numbers > MOSTLY) and share_of_days(texts) > MOSTLY:
        return Seen(name, "day" if role == "year" else role)
    if role == "address" or sum(text.startswith("http") for text in texts) > len(texts) * MOSTLY:
        return Seen(name, "address")
    # A body called “A Office” is no number, though “a” may be one.
    if numbers > (FEW if measure else MOSTLY) and (measure or any(map(str.isdigit, "".join(texts)))):
        return _look_at_number(name, measure)
    if not role and share_of_days(texts) > MOSTLY:
        return Seen(name, "day")
    return _look_at_words(name, role, texts)


def share_of_numbers(texts: Sequence[str]) -> float:
    """Return which share of texts state a number of people, however they put it."""
    return sum(_states(text) for text in texts) / len(texts)


def _states(text: str) -> bool:
    try:
        return read_stated(text) != Stated()
    except CasualtyLedgerError:
        return False


def _look_at_number(name: str, measure: str) -> Seen:
    """Tell what a column of numbers counts; one that counts no people is not brought in."""
    bound = first_said(name, BOUNDS)
    population = population_said(name)
    names_people = bool(bound or population or name == CELL) and not says(name, f"{NO_PEOPLE}|{EQUIPMENT}")
    if says(name, RATES) or not (measure or names_people):
        return Seen(name, "")
    return Seen(name, "number", measure, population, bound or "value", says(name, CUMULATIVE))


def _look_at_words(name: str, role: str, texts: Sequence[str]) -> Seen:
    """Tell a column of words by its header, or by words for what is counted that stand in most cells."""
    if role in ("", "measure", "population") and len(texts) <= WORDS_MOST:
        for kind, said in (("measure", measure_said), ("population", population_said)):
            if sum(bool(said(text)) for text in texts) > len(texts) / 2:
                return Seen(name, kind)
    if role in ("note", "scope", "method") and any(len(text) > SENTENCE for text in texts):
        return Seen(name, "")
    return Seen(name, "" if role in (*DAYS, "year", "measure", "population") else role)
