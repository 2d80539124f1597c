"""Small ledgers of a few rows about one event or one total, for tests of what rows say together."""

from __future__ import annotations

import pandas as pd
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.sources.registry import Register, Source

GOVERNOR, POLICE, MAYOR = "Governor", "Police", "Mayor"
OWN = (GOVERNOR, POLICE, MAYOR)
MONITOR, ENEMY, OUTLET = "Monitor", "Enemy ministry", "Outlet"
REGISTER = Register(
    {name: Source(name, "regional_administration", "ukraine") for name in OWN}
    | {
        MONITOR: Source(MONITOR, "un_body", "un"),
        ENEMY: Source(ENEMY, "defence_ministry", "russia"),
        OUTLET: Source(OUTLET, "news_outlet", "media"),
    },
    {},
)
SIDES = dict.fromkeys(OWN, "ukraine") | {MONITOR: "un", ENEMY: "russia", OUTLET: "media"}
TOLL = {
    "claimant": GOVERNOR,
    "party": "",
    "population": "civilians",
    "measure": "killed",
    "place": "Kherson",
    "admin1": "Kherson Oblast",
    "covers_from": "2024-05-10",
    "covers_until": "2024-05-10",
    "published_on": "2024-05-10",
    "basis": "period",
    "hedge": "exact",
    "address": "",
}
TOTAL = TOLL | {
    "place": "",
    "admin1": "",
    "party": "ukraine",
    "population": "military",
    "basis": "cumulative",
    "covers_from": "2022-02-24",
}
EXCHANGE = (
    TOTAL
    | {"population": "pow", "measure": "exchanged_returned", "basis": "period"}
    | {"covers_from": "2024-05-10"}
)

Rows = tuple[dict[str, str], ...]


def tabulate(*rows: dict[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return figures and appearances of rows, numbered t-1, t-2 …; a claimant brings its side."""
    sided = [row | {"claimant_side": SIDES[row["claimant"]]} for row in rows]
    appearances = clean_rows(make_rows(*sided), REGISTER).appearances
    assert len(appearances) == len(rows)
    return gather_figures(appearances)[0], appearances


def disagreements(*rows: dict[str, str]) -> dict[str, set[str]]:
    """Return the disagreements of rows: by their reading, the ids of the figures in them."""
    found = find_disagreements(*tabulate(*rows))
    sets = found.groupby("reading")["figure_id"].agg(set)
    return {str(reading): ids for reading, ids in sets.items()}
