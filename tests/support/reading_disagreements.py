"""An independent reading of disagreements: each set held against the recorded rows behind its figures.

Nothing of what finds a disagreement is used here: rows are text from the sheets, and bounds follow from their
words by a table of its own. `python tests/support/reading_disagreements.py` reads every week in three
vintages.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, permutations

import pandas as pd
from reading_sentences import OPEN, Row, bounds_of, names_of, read_rows

OF_RIVALS = ("rival_claimants", "scope", "same_claimant_same_day", "overtaken")
STATES = ("ukraine", "russia")
# A formation is of the force within which it fights.
WITHIN = {"rdk_lsr": "ukraine_backed_raiders"}
CIVIL = re.compile(r"civilian|child|women|men|medical|rescue|police")


def find_faults(reading: str, told: list[Row]) -> list[str]:
    """Say what in a disagreement does not follow from the rows behind it."""
    ids = ", ".join(row["id"] for row in told)
    if reading in OF_RIVALS:
        faults = _of_rivals(reading, told)
    elif reading == "definition":
        faults = _of_a_trap(told)
    elif reading == "population":
        of_whom = {bool(CIVIL.search(row["population"])) for row in told}
        # Who says that none of the dead were civilians speaks of soldiers, too.
        denied = any(row["value"] == "0" and "only military" in row["note"] for row in told)
        faults = [] if len(of_whom) == 2 or denied else ["one population"]
    elif reading == "parts":
        faults = [] if any(_is_above(told, whole) for whole in told) else ["no whole is below its parts"]
    elif reading == "fall":
        faults = _of_a_fall(told)
    else:
        faults = [] if len(told) > 1 or reading == "misprint_probable" else ["one figure"]
    return [f"{reading}: {ids}: {fault}" for fault in faults]


def _of_rivals(reading: str, told: list[Row]) -> list[str]:
    faults = []
    pairs = [pair for pair in combinations(told, 2) if _do_not_meet(*pair)]
    hedged = {row["value"] for row in told if row["hedge"] in OPEN}
    if not pairs and not (reading == "same_claimant_same_day" and len(hedged) > 1):
        faults.append("all bounds meet")
    for column in ("conflict", "measure", "basis"):
        if len({row[column] for row in told}) > 1:
            faults.append(f"more than one {column}")
    claimants = {names_of(row["claimant"])[-1] for row in told}
    if (len(claimants) == 1) != (reading in ("same_claimant_same_day", "overtaken")):
        faults.append(f"{len(claimants)} claimants")
    if len({WITHIN.get(row["party"], row["party"]) for row in told} - {"", "unstated"}) > 1:
        faults.append("people of several parties")
    if not all(_share_days(*pair) for pair in combinations(told, 2)):
        faults.append("other days")
    return faults + [f"{low['id']} only rises to {high['id']}" for low, high in _only_rising(told, pairs)]


def _do_not_meet(one: Row, other: Row) -> bool:
    (low, high), (least, most) = bounds_of(one), bounds_of(other)
    return low > most or least > high


def _share_days(one: Row, other: Row) -> bool:
    """Say whether days lie within each other; totals may end a week apart."""
    (first, last), (start, end) = (_days(row) for row in (one, other))
    if one["basis"] == "cumulative":
        return last is None or end is None or abs((last - end).days) <= 31
    return None in (first, start) or (first <= (end or start) and start <= (last or first))


def _days(row: Row) -> tuple[date | None, date | None]:
    return _day(row["covers_from"], first=True), _day(row["covers_until"], first=False)


def _day(text: str, *, first: bool) -> date | None:
    if not text:
        return None
    day = pd.Period(text, "D" if len(text) == 10 else "M" if len(text) == 7 else "Y")
    return (day.start_time if first else day.end_time).date()


def _ends(row: Row) -> date:
    return _days(row)[1] or date.max


def _only_rising(told: list[Row], pairs: list[tuple[Row, Row]]) -> Iterator[tuple[Row, Row]]:
    """Yield the one pair of a set in which bodies of one state read a rising toll day by day."""
    if len(told) > 2 or any(row["basis"] != "period" or row["measure"] not in TOLLS for row in told):
        return
    for pair in pairs:
        low, high = sorted(pair, key=bounds_of)
        same_state = low["claimant_side"] == high["claimant_side"] in STATES
        dated = len(low["published_on"]) == len(high["published_on"]) == 10
        if same_state and dated and low["published_on"] < high["published_on"] and not low["scope"]:
            yield low, high


TOLLS = ("killed", "injured", "wounded")


def _of_a_trap(told: list[Row]) -> list[str]:
    if len(told) == 1:
        text = " ".join(told[0][name] for name in ("measure_as_said", "note", "overlaps", "claimant"))
        losses = told[0]["measure"] == "losses_unspecified" or re.search(
            r"loss|lost|eliminat|General Staff", text
        )
        return [] if losses else ["nothing says that losses are meant"]
    numbers = {bounds for row in told for bounds in (row["value"], row["lower"], row["upper"]) if bounds}
    faults = [] if len({row["value"] for row in told} - {""}) == 1 or len(numbers) == 1 else ["two numbers"]
    return faults if len({row["measure"] for row in told}) > 1 else [*faults, "one measure"]


def _is_above(told: list[Row], whole: Row) -> bool:
    parts = [row for row in told if row is not whole]
    return sum(bounds_of(row)[0] for row in parts) > bounds_of(whole)[1]


def _of_a_fall(told: list[Row]) -> list[str]:
    if len({names_of(row["claimant"])[-1] for row in told}) > 1:
        return ["two claimants"]
    falls = (
        bounds_of(later)[1] < bounds_of(earlier)[0] and (_ends(earlier) < _ends(later))
        for earlier, later in permutations(told, 2)
    )
    return [] if any(falls) else ["no later total is lower"]


def read_sets(found: pd.DataFrame, rows: Mapping[str, Row]) -> tuple[int, list[str]]:
    """Read every set of a table of disagreements; return how many, and what is wrong with them."""
    faults: list[str] = []
    sets = found.groupby("disagreement", sort=False)
    for _, told in sets:
        faults += find_faults(told["reading"].iloc[0], [rows[name] for name in told["figure_id"]])
        if "cause unknown" not in told["what"].iloc[0] and told["reading"].iloc[0] == "rival_claimants":
            faults.append(f"{told['figure_id'].iloc[0]}: a cause is told that no row tells")
    return sets.ngroups, faults


def main() -> None:
    """Read the disagreements of all weeks in three vintages and print what was found."""
    from casualty_ledger.ledger.opening import open_ledger
    from casualty_ledger.parsing.weeks import parse_vintage
    from casualty_ledger.project import Project
    from casualty_ledger.publishing.week.edition import Edition
    from casualty_ledger.running.plan import plan_editions
    from casualty_ledger.series.disagreements import find_disagreements

    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("--raw", default="")
    asked.add_argument("--every", type=int, default=1)
    options = asked.parse_args()
    project = Project.at(raw=options.raw)
    ledger, rows = open_ledger(project), read_rows(project.recorded)
    weeks = [week for week, _ in plan_editions("2022-W08", "2026-W10", "each-week")][:: options.every]
    faults: list[str] = []
    sets = 0
    for as_of in ("", "2024-06-01", "latest"):
        for week in weeks:
            edition = Edition(week, ledger.as_of(parse_vintage(as_of, week)))
            found = find_disagreements(edition.in_week, edition.ledger.appearances.iloc[:0])
            number, wrong = read_sets(found, rows)
            sets, faults = sets + number, faults + [f"{week}@{as_of}: {each}" for each in wrong]
    print(*dict.fromkeys(faults), sep="\n")
    print(f"{len(weeks)} weeks in three vintages, {sets} sets, {len(faults)} faults")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
