"""Disagreements: figures about the same thing that do not say the same, with how strongly and why.

Bounds that do not meet are a contradiction. Numbers that differ while their bounds meet (two minimums,
say) are a difference. One number under different measures is a definition trap.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.identity import EVENT
from casualty_ledger.series.misprints import find_misprints
from casualty_ledger.series.statements import disputed, order_statements, standing
from casualty_ledger.vocabulary import Basis, Measure, Party, Population, Reading, Strength

COLUMNS = ["disagreement", "reading", "strength", "figure_id", "claimant", "measure", "value", "what"]
TRAPPED = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.CASUALTIES,
    Measure.LOSSES,
    Measure.IRRECOVERABLE,
    Measure.NAMED_DEAD,
)
SCOPED = (
    r"\b(?:includ|exclud|not covered|not included|only|cases|counts|documented|registered|confirmed|list of)"
)
DEATHS = r"\b(?:killed|died|dead|death)\b"


def find_disagreements(figures: pd.DataFrame, appearances: pd.DataFrame) -> pd.DataFrame:
    """List every disagreement, one row per figure in it. Columns: COLUMNS.

    `disagreement` names the set after its first figure and its reading.
    """
    found = [
        *_disputes(figures),
        *_populations(figures),
        *definition_traps(figures),
        *_misprints(figures, appearances),
    ]
    table = pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=COLUMNS)
    return table[COLUMNS].sort_values(["disagreement", "figure_id"], kind="stable", ignore_index=True)


def _disputes(figures: pd.DataFrame) -> list[pd.DataFrame]:
    told = order_statements(figures).set_index("figure_id")
    restated = ~told["stands"]
    sets = []
    for _, said in disputed(figures).groupby("dispute", sort=False):
        reading = read_dispute(said, restated)
        what = name_gap(said) if reading is Reading.SCOPE else "same thing, different numbers"
        sets.append(_set(said, reading, measure_strength(said), what))
        sets += _self_contradictions(said)
    return sets


def _self_contradictions(said: pd.DataFrame) -> list[pd.DataFrame]:
    """Set apart a claimant that states several numbers among rivals."""
    if said["claimant"].nunique() == 1:
        return []
    sets = []
    for _, own in said.groupby("claimant", sort=False):
        if own["value"].nunique() > 1:
            reading = read_dispute(own, pd.Series(dtype=bool))
            sets.append(_set(own, reading, measure_strength(own), "one claimant, several numbers"))
    return sets


def measure_strength(said: pd.DataFrame) -> Strength:
    """Say whether all bounds of these figures meet: an absent bound excludes nothing."""
    lowest, highest = said["lower"].max(), said["upper"].min()
    meet = pd.isna(lowest) or pd.isna(highest) or lowest <= highest
    return Strength.DIFFERENCE if meet else Strength.CONTRADICTION


def read_dispute(said: pd.DataFrame, restated: pd.Series) -> Reading:
    """Read why figures about one thing differ, from who said them and when."""
    if said["claimant"].nunique() > 1:
        if _scopes(said).nunique() > 1:
            return Reading.SCOPE
        overtaken = restated.reindex(said["figure_id"]).fillna(False).astype(bool).any()
        return Reading.OVERTAKEN if overtaken else Reading.RIVAL_CLAIMANTS
    days = said["published_on"].dropna()
    near = days.empty or (days.max() - days.min()).days <= 1
    return Reading.SAME_CLAIMANT_SAME_DAY if near else Reading.OVERTAKEN


def _scopes(said: pd.DataFrame) -> pd.Series:
    """Return what each claimant says is inside or outside its number, empty where it does not say."""
    told = said["scope"].where(said["scope"].str.contains(SCOPED), "")
    return told.groupby(said["claimant"], sort=False).agg(
        lambda texts: " / ".join(dict.fromkeys(text for text in texts if text))
    )


def name_gap(said: pd.DataFrame) -> str:
    """Name the gap in scope: what each claimant counts, as far as it says."""
    told = [f"{str(who).partition(' (')[0]}: {scope}" for who, scope in _scopes(said).items() if scope]
    return "different scope. " + "; ".join(told)


def _populations(figures: pd.DataFrame) -> list[pd.DataFrame]:
    """Find events of which one claimant counts civilians where another counts soldiers."""
    stated = figures[
        figures["population"].isin([Population.CIVILIAN, Population.ARMED_FORCES])
        & (figures["basis"] == Basis.PERIOD)
        & (figures["place"] != "")
        & figures["value"].notna()
        & ~figures["is_part"]
    ]
    sets = []
    stands = standing(stated)
    told = stands.assign(whose=_assume_party(stands))
    for _, said in told.groupby([*EVENT, "measure", "whose"], dropna=False, sort=False):
        of_whom = said.groupby("claimant", sort=False)["population"].agg(set)
        if said["population"].nunique() > 1 and not any(len(whom) > 1 for whom in of_whom):
            what = "one claimant counts civilians, another soldiers"
            sets.append(_set(said, Reading.POPULATION, measure_strength(said), what))
    return sets


def _assume_party(stands: pd.DataFrame) -> pd.Series:
    """Let a figure of an unstated party be compared with those of the only party named of its event."""
    named = stands["party"].mask(stands["party"] == Party.UNSTATED)
    groups = named.groupby([stands[column] for column in (*EVENT, "measure")], dropna=False, sort=False)
    only = groups.transform("first").where(groups.transform("nunique") == 1)
    return named.fillna(only).fillna(str(Party.UNSTATED))


def definition_traps(figures: pd.DataFrame) -> list[pd.DataFrame]:
    """Find one number of one claimant under several measures, and losses that a relay prints as deaths.

    One table per trap. Columns: those of COLUMNS.
    """
    stated = figures[figures["measure"].isin(TRAPPED) & figures["value"].notna() & (figures["value"] >= 100)]
    month = stated["covers_until"].fillna(stated["published_on"]).dt.to_period("M").astype(str)
    number = ["conflict", "claimant", "party", "value", "month", "population"]
    keyed = stated.assign(month=month)
    several = keyed.groupby(number, sort=False)["measure"].transform("nunique") > 1
    what = "one number under different measures"
    sets = [
        _set(said, Reading.DEFINITION, Strength.DIFFERENCE, what)
        for _, said in keyed[several].groupby(number, sort=False)
    ]
    relayed = stated[(stated["measure"] == Measure.LOSSES) & stated["measure_as_said"].str.contains(DEATHS)]
    what = "losses, printed as deaths by a relay"
    for _, said in relayed.groupby("figure_id", sort=False):
        sets.append(_set(said, Reading.DEFINITION, Strength.DIFFERENCE, what))
    return sets


def _misprints(figures: pd.DataFrame, appearances: pd.DataFrame) -> list[pd.DataFrame]:
    by_row = {row: n for n, rows in enumerate(figures["row_ids"].str.split()) for row in rows}
    sets = []
    for found in find_misprints(figures, appearances).to_dict("records"):
        rows = [str(found["figure_id"]), *str(found["other_ids"]).split()]
        said = figures.iloc[list(dict.fromkeys(by_row[row] for row in rows))]
        sets.append(_set(said, Reading.MISPRINT_PROBABLE, measure_strength(said), str(found["what"])))
    return sets


def _set(said: pd.DataFrame, reading: Reading, strength: Strength, what: str) -> pd.DataFrame:
    name = f"{said['figure_id'].iloc[0]}:{reading}"
    table = said[["figure_id", "claimant", "measure", "value"]]
    return table.assign(disagreement=name, reading=str(reading), strength=str(strength), what=what)
