"""Merging: which printed rows joined a figure that was there already, and why.

Many publishers of one statement make one figure. Nothing is dropped: each row stands here by its id.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.vocabulary import Merging

COLUMNS = [
    "figure_id",
    "row_id",
    "claimant",
    "claimant_as_said",
    "publisher",
    "published_on",
    "first_on",
    "why",
]
SPELLED = ["claimant_as_said", "place", "admin1"]
COMPARED = [*SPELLED, "publisher", "published_on", "hedge"]


def list_merged(figures: pd.DataFrame, appearances: pd.DataFrame) -> pd.DataFrame:
    """List the appearances beyond the first of each figure. Columns: COLUMNS.

    `first_on` is the day that dates the figure; `why` joins words of `Merging`.
    """
    several = figures[figures["appearances"] > 1]
    rows = several.assign(row_id=several["row_ids"].str.split(), number=range(len(several)))
    rows = rows[["figure_id", "row_id", "number"]].explode("row_id")
    printed = rows.merge(appearances, on="row_id", how="left", validate="one_to_one")
    ordered = printed.assign(is_later=printed["row_id"] != printed["figure_id"])
    printed = ordered.sort_values("is_later", kind="stable").sort_values("number", kind="stable")
    before = printed.groupby("figure_id", sort=False)[COMPARED].transform("first")
    reasons = {
        Merging.RELAYED: printed["publisher"] != before["publisher"],
        Merging.PRINTED_AGAIN: printed["publisher"] == before["publisher"],
        Merging.RESPELLED: (printed[SPELLED] != before[SPELLED]).any(axis=1),
        Merging.REHEDGED: printed["hedge"] != before["hedge"],
    }
    why = pd.DataFrame(
        {str(word): flags.map({True: f"{word} ", False: ""}) for word, flags in reasons.items()}
    )
    listed = printed.assign(first_on=before["published_on"], why=why.sum(axis=1).str.rstrip())
    later = printed["figure_id"].duplicated()
    return listed.loc[later, COLUMNS].reset_index(drop=True)
