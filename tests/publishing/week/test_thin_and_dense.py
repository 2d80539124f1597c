"""Thin or dense, a ledger never costs a report: none, one, all and many of whatever it may hold."""

import random
from itertools import product

import pandas as pd
import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with, ledger_of
from rows import make_rows
from soak import in_soak
from trying_all import try_all

from casualty_ledger.parsing.weeks import LATEST, parse_vintage, parse_week
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.recorded_words import RECORDED_MEASURES, RECORDED_POPULATIONS, RECORDED_VERIFICATIONS
from casualty_ledger.vocabulary import Basis, Hedge, Party

WEEK = parse_week("2023-W22")
CLAIMANTS = (
    ("General Staff of Ukraine", "ukraine"),
    ("Ministry of Defence of Russia", "russia"),
    ("OHCHR HRMMU", "un"),
    ("Somebody", ""),
)
# A day or a number may be missing from any row.
DAYS = ("", "2023-05", *pd.date_range("2023-05-20", "2023-06-05").strftime("%Y-%m-%d"))
COUNTS = ("", "0", "1", "12", "1500", "209940")


def make_row(chance: random.Random) -> dict[str, str]:
    """Make a row of any kind that a sheet may hold."""
    claimant, side = chance.choice(CLAIMANTS)
    basis, count = chance.choice(Basis.words()), chance.choice(COUNTS)
    first, last = sorted(chance.choices(DAYS, k=2))
    whole = {"lower": count, "upper": count} if chance.random() < 0.2 else {}
    return whole | {
        "claimant": claimant,
        "claimant_side": side,
        "published_on": chance.choice(DAYS),
        "party": chance.choice(["", *Party.words()]),
        "population": chance.choice([*RECORDED_POPULATIONS]),
        "measure": chance.choice([*RECORDED_MEASURES]),
        "place": chance.choice(["", "Ukraine", "Kherson", "Belgorod"]),
        "covers_from": first if last else "",
        "covers_until": last,
        "basis": basis,
        "rate_unit": "day" if basis == Basis.RATE else "",
        "value": count,
        "hedge": chance.choice(Hedge.words()),
        "verification": chance.choice([*RECORDED_VERIFICATIONS]),
        "scope": chance.choice(["", "part of the total", "figures are not final"]),
        "note": chance.choice(["", "relay error", "final"]),
        "note_known_on": "2023-05-20",
    }


def accepted(rows: list[dict[str, str]]) -> pd.DataFrame:
    """Return these rows as a sheet has them; a range needs both of its ends in order."""
    return make_rows(*({**row, "covers_from": ""} if len(row["covers_from"]) == 7 else row for row in rows))


@pytest.mark.parametrize(("seed", "size"), [(0, 1), (0, 12), (6, 250), *in_soak((1, 3), (5, 60))])
def test_no_ledger_costs_a_report(seed: int, size: int):
    """
    One row of any kind, a few, and many: every section, table, chart and sentence is made.
    """
    chance = random.Random(f"{seed}/{size}")
    ledger = ledger_of(accepted([make_row(chance) for _ in range(size)]))
    vintage = chance.choice([LATEST, parse_vintage("", WEEK)])

    assert try_all(Edition(WEEK, ledger.as_of(vintage)), draws=seed == 6).bottom_line


def make_dense(each: int) -> list[dict[str, str]]:
    """Make twelve weeks in which nothing is missing: harm, totals, losses, returns, captives, months."""
    rows: list[dict[str, str]] = []
    for nth in range(12):
        day = (pd.Timestamp(WEEK.sunday) - pd.Timedelta(days=7 * nth)).strftime("%Y-%m-%d")
        known = {"published_on": day, "covers_until": day, "value": str(1000 - nth)}
        one_day = known | {"covers_from": day, "basis": "period"}
        back = {"measure": "exchanged_returned", "population": "pow"}
        taken = known | {"population": "pow", "party": "russia", "covers_from": ""}
        rows += [known, VERIFIED | known, VERIFIED | known | {"measure": "injured"}]
        rows += [taken | {"measure": "held", "basis": "stock"}, taken | {"measure": "captured"}]
        rows += [one_day | back | {"party": party} for party in ("ukraine", "russia")]
        rows += [
            INCIDENT | one_day | {"place": f"Place {place}", "measure": measure, "value": str(1 + place)}
            for place, measure in product(range(each), ("killed", "injured"))
        ]
    return rows


@pytest.mark.parametrize("each", in_soak(1, 40))
def test_a_ledger_without_a_gap_costs_no_report(each: int):
    """
    Twelve weeks in which nothing is missing, with one incident a week and with forty.
    """
    edition = edition_with(*make_dense(each))

    assert len(try_all(edition, draws=each == 1).bottom_line) > 3
