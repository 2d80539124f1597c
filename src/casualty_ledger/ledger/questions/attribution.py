"""Whose people, which war, whose word: questions about who stands behind a number."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.questions.told import Told
from casualty_ledger.ledger.readings import registered_side
from casualty_ledger.sources.registry import UNREGISTERED_KIND
from casualty_ledger.vocabulary import Population, Side

# So many rows of a claimant that is not registered show on whose side it speaks.
FREQUENT = 5


def without_party(told: Told) -> pd.Series:
    """Find soldiers and prisoners of whom nobody says whose they are."""
    rows = told.rows
    captive_or_military = rows["population"].isin([Population.ARMED_FORCES, Population.PRISONERS_OF_WAR])
    nobodys = rows[captive_or_military & (rows["said_party"] == "")]
    return pd.Series("Nobody says whose soldiers or prisoners these are.", index=nobodys.index, dtype="str")


def without_conflict(told: Told) -> pd.Series:
    """Find rows that name no conflict."""
    nameless = told.rows[told.rows["said_conflict"] == ""]
    return pd.Series("Nobody says which war this is about.", index=nameless.index, dtype="str")


def without_side(told: Told) -> pd.Series:
    """Find claimants of whom neither the row nor the register says on whose side they speak."""
    rows = told.rows
    silent = (rows["said_claimant_side"] == "") & (rows["claimant_side"] == Side.UNSTATED)
    silent &= rows["claimant"] != ""
    return ("Nobody says on whose side " + rows["claimant"] + " speaks: it counts as a third party.")[silent]


def of_another_side(told: Told) -> pd.Series:
    """Find rows on which a claimant speaks for another side than it does elsewhere."""
    rows = told.rows
    stated = rows["claimant_side"].where(rows["claimant_side"] != Side.UNSTATED)
    usual = _registered_sides(told).fillna(_most_said(rows, stated))
    odd = stated.notna() & usual.notna() & (stated != usual)
    return (rows["claimant"] + " speaks for the side " + usual + " elsewhere.")[odd]


def _registered_sides(told: Told) -> pd.Series:
    """Return the side of each claimant as the register has it."""
    facts = [told.rows["conflict"], told.rows["said_claimant"]]
    numbers = number_distinct(facts)
    kinds = zip(*(fact.iloc[firsts_of(numbers)].tolist() for fact in facts), strict=True)
    known = [registered_side(conflict, told.register.claimant(name)) or None for conflict, name in kinds]
    return Distinct(known, numbers, told.rows.index).each(str)


def _most_said(rows: pd.DataFrame, stated: pd.Series) -> pd.Series:
    """Return the side that most rows of each unregistered claimant state, where these are many."""
    unknown = (rows["claimant_kind"] == UNREGISTERED_KIND) & stated.notna()
    sizes = rows[["conflict", "claimant"]].assign(side=stated)[unknown].value_counts()
    usual = sizes[sizes >= FREQUENT].reset_index().drop_duplicates(["conflict", "claimant"])
    found = rows[["conflict", "claimant"]].merge(usual, how="left", on=["conflict", "claimant"])
    return found["side"].astype("str").set_axis(rows.index)
