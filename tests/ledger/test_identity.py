"""Identity: nothing ever mixes two conflicts, and what makes a series is listed once."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pandas as pd
import pytest
from paths import HOME
from rows import make_rows
from soak import in_soak

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.identity import COUNTED, SERIES, SUBJECT, everybody, running_totals, whole
from casualty_ledger.ledger.merging import list_merged
from casualty_ledger.series.backlog import find_backlog
from casualty_ledger.series.changes import find_changes
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.series.disputes import disputed
from casualty_ledger.series.misprints import check_printed_sums, find_misprints
from casualty_ledger.series.relations import find_relations
from casualty_ledger.series.revisions import find_revisions
from casualty_ledger.series.statements import running_tolls, standing
from casualty_ledger.series.sums import add_up
from casualty_ledger.series.totals import last_totals, totals_of
from casualty_ledger.series.triangle import revision_triangle
from casualty_ledger.series.weekly import weekly_table
from casualty_ledger.sources.registry import Register

NOBODY = Register({}, {})
Tables = tuple[pd.DataFrame, pd.DataFrame]
# Everything that sets figures beside each other.
QUESTIONS: dict[str, Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]] = {
    "series": lambda f, _: f[["series_id", "figure_id"]],
    "merging": list_merged,
    "increments": lambda f, _: weekly_table(f),
    "last totals": lambda f, _: last_totals(f),
    "backlog": lambda f, _: find_backlog(f),
    "revisions": lambda f, _: find_revisions(f),
    "relations": find_relations,
    "disagreements": find_disagreements,
    "misprints": find_misprints,
    "printed sums": lambda _, a: check_printed_sums(a),
    "standing": lambda f, _: standing(f)[["figure_id", "position", "order_known"]],
    "tolls": lambda f, _: running_tolls(f)[["figure_id", "position"]],
    "disputes": lambda f, _: disputed(f)[["figure_id"]],
    "changes": lambda f, _: changed(f, f[f["published_on"] < LATER]),
}
LATER = pd.Timestamp("2023-06-01")
ENDS = ["2023-05-21", "2023-05-28", "2023-05-31"]
CELLS = {
    "claimant": ["General Staff", "Ministry"],
    "measure": ["killed", "wounded", "killed_and_injured", "losses_unspecified"],
    "population": ["civilians", "military"],
    "place": ["", "Town"],
    "basis": ["cumulative", "period"],
    "covers_from": ["2023-05-01", "2023-05-15"],
    "covers_until": ENDS,
    "published_on": [*ENDS, "2023-06-04", "2023-06-12"],
    "value": ["10", "120", "1200", "1210", "2100", "12000"],
    "hedge": ["exact", "about", "at_least"],
    "address": ["https://example.org/a", "https://example.org/b"],
    "overlaps": ["", "part of the 1200", "in addition to the 120"],
}


def changed(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    return find_changes(then["figure_id"], then, now)


def make_up(seed: int) -> list[dict[str, str]]:
    """Make up statements so alike that many are of one series, one subject or one event."""
    draw = Random(seed)
    rows = [{column: draw.choice(cells) for column, cells in CELLS.items()} for _ in range(90)]
    # Printed again; a total that outruns its own month; a slip of a digit; a sum that is wrong.
    again = [row | {"published_on": "2023-06-12"} for row in rows[:9]]
    total = {**rows[0], "basis": "cumulative", "covers_from": ENDS[0], "overlaps": ""}
    month = {"basis": "period", "covers_from": "2023-05-01", "covers_until": ENDS[2], "value": "12"}
    weeks = [{"covers_until": ENDS[0], "value": "10"}, {"covers_until": ENDS[1], "value": "9000"}]
    slip = [rows[1] | {"value": value} for value in ("1200", "12000")]
    printed = {"killed": "10", "wounded": "20", "killed_and_injured": "31"}
    page = [rows[2] | {"measure": measure, "value": value} for measure, value in printed.items()]
    return [*rows, *again, *(total | each for each in (month, *weeks)), *slip, *page]


def tabulate(rows: list[dict[str, str]]) -> Tables:
    # A party that every conflict has.
    appearances = clean_rows(make_rows(*({"party": "both"} | row for row in rows)), NOBODY).appearances
    figures, _ = gather_figures(appearances)
    return figures, appearances


def of(rows: list[dict[str, str]], conflict: str) -> list[dict[str, str]]:
    return [row | {"conflict": conflict, "id": f"{conflict}-{n}"} for n, row in enumerate(rows)]


def told(table: pd.DataFrame) -> list[str]:
    """Return the rows of an answer as texts, in an order of their own."""
    rows = table.drop(columns=["row", "dispute"], errors="ignore").astype(str).to_dict("records")
    return sorted(map(repr, rows))


@pytest.mark.parametrize("seed", [0, *in_soak(1)])
def test_nothing_ever_mixes_two_conflicts(seed: int):
    """
    What is asked of two conflicts in one ledger has the answers of each by itself, and no other.
    """
    mine, theirs = (of(make_up(seed), conflict) for conflict in ("here", "there"))
    together, *apart = tabulate([*mine, *theirs]), tabulate(mine), tabulate(theirs)

    for question, ask in QUESTIONS.items():
        expected = sorted(row for tables in apart for row in told(ask(*tables)))
        assert expected, f"nothing was asked by {question}"
        assert told(ask(*together)) == expected, question


def test_totals_of_two_conflicts_give_no_increment():
    """
    Two wars' totals of one claimant, a week apart, are no series: no increment follows, no sum is made.
    """
    first = {"conflict": "here", "covers_until": "2023-05-28", "published_on": "2023-05-28", "value": "100"}
    figures, _ = tabulate([first, {"conflict": "there", "value": "140"}])

    assert figures["series_id"].nunique() == 2
    assert weekly_table(figures).empty
    with pytest.raises(ForbiddenSum, match="different conflicts"):
        add_up(figures)
    with pytest.raises(ForbiddenSum, match="different conflicts"):
        totals_of(figures, "General Staff of Ukraine", "losses", "both")


def test_months_of_two_conflicts_make_no_triangle():
    """
    The revision triangle is of one conflict.
    """
    month = {"population": "civilians", "measure": "killed", "basis": "period", "place": "Ukraine"}
    days = {"covers_from": "2023-05-01", "covers_until": "2023-05-31"}
    figures, _ = tabulate([{**month, **days, "conflict": conflict} for conflict in ("here", "there")])

    with pytest.raises(ForbiddenSum, match="different conflicts"):
        revision_triangle(figures, "General Staff of Ukraine", "Ukraine", "killed")


def test_a_whole_is_no_sex_and_no_group():
    """
    Women are no whole count of civilians, and a part of a larger figure is no running total to chain.
    """
    rows = [{"population": "civilian_women"}, {"population": "civilians"}, {"scope": "part of the 999"}]
    figures, _ = tabulate([row | {"measure": "killed", "value": str(n)} for n, row in enumerate(rows, 1)])

    assert figures.loc[whole(figures), "value"].tolist() == [2]
    assert running_totals(figures)["value"].tolist() == [1, 2]


def test_what_makes_a_series_is_listed_once():
    """
    No other module that asks about figures lists five columns of a series side by side.
    """
    names = "|".join(f'"{column}"' for column in SERIES)
    listed = re.compile(rf"(?:(?:{names}),\s*){{5,}}")
    package = HOME / "src" / "casualty_ledger"
    rooms = [package / room for room in ("ledger", "series")]
    # A sheet's columns in their order say nothing of identity.
    shown = {"recording.py"}
    found = {path.name for room in rooms for path in room.glob("*.py") if listed.search(path.read_text())}

    assert found - shown == {"identity.py"}


@pytest.mark.parametrize("columns", [COUNTED, SERIES, SUBJECT])
def test_every_list_tells_people_and_events_apart(columns):
    """
    Women and men, adults and children, two events in one place are never one series or subject.
    """
    assert {"conflict", "population", "sex", "age_group", "party", "incident"} <= set(columns)


def test_a_count_of_everybody_leaves_out_nobody():
    """
    Women, girls, adults and named groups are not everybody; civilians, children and soldiers are.
    """
    rows = [
        ("civilian", "", "", "", True),
        ("children", "", "child", "", True),
        ("armed_forces", "", "", "", True),
        ("civilian", "female", "adult", "", False),
        ("children", "female", "child", "", False),
        ("civilian", "", "adult", "", False),
        ("armed_forces", "", "", "contract fighters", False),
    ]
    figures = pd.DataFrame(rows, columns=["population", "sex", "age_group", "subgroup", "all"])

    assert everybody(figures).tolist() == figures["all"].tolist()
