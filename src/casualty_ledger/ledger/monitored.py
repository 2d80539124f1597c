"""Monitored: of which place a monitor's count is where its row names none, by the file of its conflict."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import HARM_MEASURES

ABOUT = ["conflict", "claimant", "party"]


def place_monitors(rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Return recorded rows in which a monitor's count that names no place is of the one that it counts in.

    A count of people of another place's party stays as it is, and so does one of people who are held.
    """
    nowhere = (rows["place"] == "") & (rows["admin1"] == "")
    about = rows.loc[nowhere & rows["measure"].isin(HARM_MEASURES), ABOUT]
    kinds = about.drop_duplicates()
    names = (kinds[name].tolist() for name in ABOUT)
    places = [_counted_in(register, *kind) for kind in zip(*names, strict=True)]
    told = about.merge(kinds.assign(counted_in=places), how="left").set_axis(about.index)["counted_in"]
    found = told[told != ""]
    return rows.assign(place=found.reindex(rows.index).fillna(rows["place"])) if len(found) else rows


def _counted_in(register: Register, conflict: str, claimant: str, party: str) -> str:
    known = conflict_of(conflict)
    name = register.claimant(claimant).name
    places = [monitor.place for monitor in known.file.monitors if monitor.claimant == name]
    place = places[0] if places else ""
    return place if party in ("", known.whose_place(place, "")) else ""
