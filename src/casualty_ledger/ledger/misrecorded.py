"""Misrecorded rows: what stood in the ledger before a correction was declared, and so was printed.

A correction mends every vintage, because the page always said otherwise. What we printed before it was
declared is printed all the same; this is how it is told.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import Correction
from casualty_ledger.ledger.vintages import is_known
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.schema import Appearances, columns_of
from casualty_ledger.sources.registry import Register

DECLARED = ["corrected_on", "reason"]
COLUMNS = [*columns_of(Appearances), *DECLARED]


def find_misrecorded(
    rows: pd.DataFrame, register: Register, corrections: Sequence[Correction]
) -> pd.DataFrame:
    """Return the corrected rows as appearances before each correction. Columns: COLUMNS.

    `corrected_on` is the day of the declaration, `reason` what it says. A row that was refused before
    it was corrected had never been printed, and is not here; nor is one that joined with its correction.
    """
    mended = [each for each in corrections if each.action != "flag"]
    found = []
    for day in sorted({each.declared_on for each in mended if each.printed}):
        reasons = {each.id: each.reason for each in mended if each.printed and each.declared_on == day}
        told = [each for each in mended if each.id in reasons]
        before = [each for each in told if not each.printed or each.declared_on < day]
        stood = clean_rows(rows[rows["id"].isin(list(reasons))], register, before).appearances
        said = stood["row_id"].map(reasons)
        found.append(stood.assign(corrected_on=pd.Timestamp(day), reason=said))
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=COLUMNS)


def put_back(appearances: pd.DataFrame, misrecorded: pd.DataFrame, vintage: Vintage) -> pd.DataFrame:
    """Return the appearances as they stood on the day of `vintage`, before later corrections.

    They are themselves where none that was known by then was corrected later.
    """
    if vintage.day is None or misrecorded.empty:
        return appearances
    later = misrecorded[misrecorded["corrected_on"] > pd.Timestamp(vintage.day)]
    first = later.sort_values("corrected_on").drop_duplicates("row_id").drop(columns=DECLARED)
    mended, stood = appearances["row_id"].isin(first["row_id"]), first[is_known(first, vintage)]
    if stood.empty and not mended.any():
        return appearances
    return pd.concat([appearances[~mended], stood.astype(appearances.dtypes)], ignore_index=True)
