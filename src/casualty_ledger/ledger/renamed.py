"""Renamed losses: deaths of soldiers that a relay prints, and that its claimant counted as losses.

So it is where the claimant's own series, which the conflict's file declares, counts losses, and where the
relay's own words, or the recorder's, say so. Such a number is said as losses, with the doubt. A number of
which its claimant counts parts as killed is one of killed, whatever verb a relay has for it.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.statements import WHOLE_NAMED
from casualty_ledger.parsing.counts import read_digits
from casualty_ledger.vocabulary import Measure, Population

RENAMED = (
    r"\b(?:losses|lost) row\b|\b(?:renders?|rendered|reads|glosses|turns) (?:\S+ ){0,3}losses\b"
    r"|\blosses rendered\b|\bterm is losses\b|\bverb lost\b|\bheadline: lost\b"
    r"|\bsays? (?:\w+ ){0,2}(?:lost|losses|eliminated)\b"
)
SAID_IN = ("overlaps", "note")
COUNTED_BY = ("conflict", "claimant", "party")


def counts_deaths_of_soldiers(rows: pd.DataFrame) -> pd.Series:
    """Say which rows are told as killed, or as killed and injured, of armed forces."""
    told = rows["measure"].isin([Measure.KILLED, Measure.CASUALTIES])
    return told & (rows["population"] == Population.ARMED_FORCES)


def has_killed_parts(rows: pd.DataFrame, renamed: pd.Series) -> pd.Series:
    """Say of which renamed rows the claimant counts a part as killed, under no such doubt."""
    killed = rows["measure"] == Measure.KILLED
    wholes = rows.loc[renamed & killed, [*COUNTED_BY, "value"]]
    if wholes.empty:
        return pd.Series(False, index=rows.index)
    told = rows[killed & ~renamed & (rows["population"] == Population.ARMED_FORCES)]
    texts = [told[name].str.extract(WHOLE_NAMED, expand=False) for name in ("scope", "overlaps")]
    parts = told.assign(whole=texts[0].fillna(texts[1])).dropna(subset="whole")
    keys = zip(*(parts[name] for name in (*COUNTED_BY, "whole")), strict=True)
    named = {(*key, read_digits(whole)) for *key, whole in keys}
    numbers = wholes["value"].astype("object").where(wholes["value"].notna(), None)
    of_whole = zip(*(wholes[name] for name in COUNTED_BY), numbers, strict=True)
    found = pd.Series([key in named for key in of_whole], index=wholes.index, dtype=bool)
    return found.reindex(rows.index, fill_value=False)


def counts_losses_only(rows: pd.DataFrame) -> pd.Series:
    """Say which of these rows are of a claimant whose series of that party counts losses."""
    facts = [rows["conflict"], rows["claimant"], rows["party"]]
    numbers = number_distinct(facts)
    kinds = zip(*(fact.iloc[firsts_of(numbers)].tolist() for fact in facts), strict=True)
    series = [_has_losses(*kind) for kind in kinds]
    return counts_deaths_of_soldiers(rows) & Distinct(series, numbers, rows.index).each(bool, "bool")


def _has_losses(conflict: str, claimant: str, party: str) -> bool:
    followed = conflict_of(conflict).file.followed
    return (claimant, Measure.LOSSES, party) in [
        (each.claimant, each.measure, each.party) for each in followed
    ]
