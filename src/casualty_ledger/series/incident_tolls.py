"""The tolls of incidents: what is said of each event, by whom, how far apart, and whether they agree.

A toll keeps its range over claimants, the statements in the order of their telling and its parts. Nothing is
added or averaged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import everybody
from casualty_ledger.series.disputes import disputed, place_things
from casualty_ledger.series.moments import READ, read_said
from casualty_ledger.series.rivals import is_superseded
from casualty_ledger.vocabulary import CIVIL_POPULATIONS, Basis, Population, Verdict

COLUMNS = ["incident_id", "conflict", "place", "admin1", "first_day", "last_day", "measure", "population"]
COLUMNS += ["party", "low", "high", "claimants", "verdict", "last_id", "figure_ids", "part_ids"]
TOLL = ["event", "measure", "population", "party"]
OF_WHOM = ["event", "measure", "people"]
FACTS = [*OF_WHOM, "conflict", "population", "party", "covers_from", "covers_until"]
TELLING = ["published_on", "published_sequence", "sheet", "row"]


def find_incidents(figures: pd.DataFrame) -> pd.DataFrame:
    """List what is said of each incident: a row per incident, measure, population and party.

    Columns: COLUMNS. `low` and `high` are the lowest and the highest number that a claimant now states,
    `figure_ids` all statements in the order of their telling, `part_ids` those about children and other
    parts, `last_id` the last statement. `place` and `admin1` are as most sources name them.
    """
    placed = place_things(figures)
    told = placed[(placed["event"] != "") & (placed["basis"] == Basis.PERIOD)]
    told = told.sort_values(TELLING, kind="stable", na_position="last")
    in_conflict = set(disputed(figures, placed)["figure_id"])
    civil = told["population"].isin(CIVIL_POPULATIONS)
    told = told.assign(people=told["population"].mask(civil, str(Population.CIVILIAN)))
    is_whole = ~told["is_part"] & everybody(told) & (told["population"] != Population.CHILDREN)
    parts = told[~is_whole].groupby(OF_WHOM)["figure_id"].agg(" ".join)
    rows = [
        toll | {"part_ids": parts.get(tuple(toll[name] for name in OF_WHOM), "")}
        for toll in _tolls(told[is_whole].reset_index(drop=True), in_conflict)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    order = ["first_day", "incident_id", "measure", "population"]
    return table.sort_values(order, kind="stable", ignore_index=True)


def _tolls(whole: pd.DataFrame, in_conflict: set[str]) -> Iterator[dict[str, Any]]:
    """Yield what is said of each toll, read at once for all of them."""
    read = [read_said(figure) for figure in whole[READ].to_dict("records")]
    facts: list[Any] = whole[FACTS].to_dict("records")
    places = _most_named(whole)
    tolls = defaultdict[int, list[int]](list)
    for row, number in enumerate(number_distinct(whole[name] for name in TOLL)):
        tolls[int(number)].append(row)
    for rows in tolls.values():
        said = [read[row] for row in rows]
        ids = [each.figure_id for each in said]
        values = [each.value for each in said if not is_superseded(each, said) and each.value == each.value]
        first = facts[rows[0]]
        place, region = places[first["event"]]
        yield first | {
            "incident_id": first["event"],
            "place": place,
            "admin1": region,
            "first_day": min(facts[row]["covers_from"] for row in rows),
            "last_day": max((facts[row]["covers_until"] for row in rows), key=_last),
            "low": int(min(values)) if values else pd.NA,
            "high": int(max(values)) if values else pd.NA,
            "claimants": len({each.claimant for each in said}),
            "verdict": str(_judge(values, not in_conflict.isdisjoint(ids))),
            "last_id": ids[-1],
            "figure_ids": " ".join(ids),
        }


def _last(day: pd.Timestamp) -> pd.Timestamp:
    return pd.Timestamp.min if pd.isna(day) else day


def _most_named(told: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Return place and region of each incident as most of its figures name them."""
    counted = told.groupby(["event", "place", "admin1"], sort=False).size()
    most = counted.reset_index(name="figures").sort_values("figures", ascending=False, kind="stable")
    once = most.drop_duplicates("event")
    return dict(zip(once["event"], zip(once["place"], once["admin1"], strict=True), strict=True))


def _judge(values: list[float], is_disputed: bool) -> Verdict:
    if is_disputed:
        return Verdict.DISPUTED
    return Verdict.AGREE if len(set(values)) <= 1 else Verdict.DIFFER
