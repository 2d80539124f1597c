"""Make sheets of any size from a seed, with as many distinct texts in proportion as the recorded ones."""

from __future__ import annotations

import random
from pathlib import Path

import pandas as pd

from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheets

HOME = Path(__file__).resolve().parents[1]
RECORDED = HOME / "data" / "raw" / "recorded"
VARIED = ("claimant", "place", "note", "address", "publisher")


def make_sheet(folder: Path, rows: int, seed: int = 1, *, source: Path = RECORDED) -> Path:
    """Write one sheet of `rows` rows to `folder`/recorded and return its path.

    Each copy of the rows of `source` has claimants, places, notes, addresses, publishers and values of
    its own, so that the distinct ones grow with the rows as they do in the recorded sheets.
    """
    recorded = read_sheets(source)[list(SHEET_COLUMNS)]
    shuffle = random.Random(seed)
    copies, made = [], 0
    while made < rows:
        take = recorded.head(min(len(recorded), rows - made)).copy()
        number = len(copies)
        if number:
            _vary(take, number, shuffle)
        copies.append(take)
        made += len(take)
    path = folder / "recorded" / "made.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    pd.concat(copies).to_csv(path, index=False)
    return path


def _vary(rows: pd.DataFrame, number: int, shuffle: random.Random) -> None:
    rows["id"] = rows["id"] + f"-{number}"
    for column in VARIED:
        texts = rows[column]
        rows[column] = texts.where(texts == "", texts + f" {number}")
    rows["address"] = rows["address"].str.replace(" ", "?copy=")
    factor = shuffle.uniform(0.5, 1.5)
    simple = rows["value"].str.fullmatch(r"\d+") & (rows["lower"] == "") & (rows["upper"] == "")
    changed = (pd.to_numeric(rows.loc[simple, "value"]) * factor).round().astype(int).astype(str)
    rows.loc[simple, "value"] = changed
