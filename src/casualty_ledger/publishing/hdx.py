"""Figures for the Humanitarian Data Exchange: CSV with HXL tags, and the fields that describe a dataset.

Methodology stands in both: for each figure who checked it, how and with what caveats; for the dataset what
a reported figure is. The location of a dataset is for its publisher to choose.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.vocabulary import Caveat, Verification
from casualty_ledger.whole_files import write_text

TABLE, METADATA = "reported_figures.csv", "hdx_dataset.json"
# Each column with its HXL tag.
TAGS = {
    "figure_id": "#meta+id",
    "conflict": "#crisis+name",
    "measure": "#indicator+type",
    "measure_as_said": "#indicator+said",
    "population": "#group+population",
    "sex": "#group+sex",
    "age_group": "#group+age",
    "subgroup": "#group+name",
    "party": "#group+party",
    "place": "#loc+name",
    "admin1": "#adm1+name",
    "covers_from": "#date+start",
    "covers_until": "#date+end",
    "basis": "#indicator+basis",
    "value": "#indicator+value+num",
    "lower": "#indicator+value+min+num",
    "upper": "#indicator+value+max+num",
    "hedge": "#indicator+hedge",
    "is_floor": "#indicator+minimum",
    "is_part": "#indicator+part",
    "obs_status": "#status+observation",
    "claimant": "#org+claimant",
    "claimant_side": "#org+side",
    "publishers": "#meta+source",
    "published_on": "#date+reported",
    "verification": "#meta+verification",
    "methodology": "#meta+methodology",
    "reliability": "#meta+reliability",
    "credibility": "#meta+credibility",
    "scope": "#meta+scope",
    "caveats": "#meta+caveats",
    "address": "#meta+url",
}
CHECKED = {str(word): word.definition for word in Verification}
DOUBTED = {str(word) for word in (Caveat.RELAY_ERROR, Caveat.FLAGGED, Caveat.WITHDRAWN)}
# SDMX, CL_OBS_STATUS.
NORMAL, ESTIMATED, UNRELIABLE, MISSING = "A", "E", "U", "O"

NOTES = (
    "Reported figures of harm and captivity in armed conflict: each row is what one claimant said, with who "
    "printed it, when, how firmly, and who checked it. It is no count of events."
)
METHODOLOGY = (
    "Figures are recorded row by row from public pages, each with its claimant, publisher and address. "
    "Hedges become bounds by fixed rules: “at least” has no upper bound. The same statement printed several "
    "times is one figure. Nothing is added up or averaged across claimants. Each row has its verification, "
    "method and a grade of the Admiralty code."
)
CAVEATS = (
    "An empty cell is not stated, never zero. Few figures for a week mean that little was recorded, not that "
    "there was little harm. “Losses” are a claimant's word for an undefined mix, no number of dead. A "
    "verified count is a minimum. Figures of rival claimants must not be added. Parts (is_part) are already "
    "in another figure."
)


def write_hdx(folder: Path, figures: pd.DataFrame, *, title: str, vintage: str) -> None:
    """Write figures as `reported_figures.csv`, its second row HXL tags, and `hdx_dataset.json`.

    Errors: CannotWrite.
    """
    table = tabulate_hdx(figures)
    write_csv(folder / TABLE, table)
    described = json.dumps(describe_dataset(figures, title, vintage), indent=1, ensure_ascii=False)
    write_text(folder / METADATA, described + "\n")


def tabulate_hdx(figures: pd.DataFrame) -> pd.DataFrame:
    """Return figures as texts under their HXL tags, the first row. Columns: those of TAGS."""
    told = figures.assign(obs_status=_observe(figures), methodology=_say_methods(figures))[[*TAGS]]
    texts = {name: _as_text(column) for name, column in told.items()}
    return pd.concat([pd.DataFrame([TAGS]), pd.DataFrame(texts)], ignore_index=True)


def _as_text(column: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(column):
        return column.dt.strftime("%Y-%m-%d").fillna("").astype("str")
    return column.astype("string").fillna("").astype("str")


def _observe(figures: pd.DataFrame) -> pd.Series:
    """Say with a letter of SDMX what an observation is: normal, estimated, of low reliability, no number."""
    doubted = figures["caveats"].map(lambda words: bool(DOUBTED & set(words.split())))
    unstated = figures[["lower", "value", "upper"]].isna().all(axis=1)
    status = pd.Series(NORMAL, index=figures.index)
    status = status.mask(figures["verification"] == Verification.MODEL_ESTIMATE, ESTIMATED)
    return status.mask(doubted, UNRELIABLE).mask(unstated, MISSING)


def _say_methods(figures: pd.DataFrame) -> pd.Series:
    checked = figures["verification"].map(CHECKED)
    return checked.where(figures["method"] == "", checked + "; " + figures["method"])


def describe_dataset(figures: pd.DataFrame, title: str, vintage: str) -> dict[str, Any]:
    """Describe the dataset by the fields of HDX (CKAN): what it is, whose, how it was made, its caveats."""
    first, last = figures["covers_from"].min(), figures["covers_until"].max()
    days = ["*" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (first, last)]
    claimants = figures["claimant"].nunique()
    return {
        "title": title,
        "notes": f"{NOTES} {vintage[:1].upper()}{vintage[1:]}.",
        "dataset_source": f"{claimants:,} claimants, each named in its rows; recorded by Casualty Ledger",
        "dataset_date": f"[{days[0]} TO {days[1]}]",
        "license_id": "cc-by",
        "methodology": "Other",
        "methodology_other": METHODOLOGY,
        "caveats": CAVEATS,
        "data_update_frequency": "7",
        "private": False,
        "groups": [],
        "tags": [{"name": name} for name in ("conflict-violence", "fatalities", "hxl")],
        "resources": [{"name": TABLE, "format": "CSV", "description": "One row per reported figure."}],
    }
