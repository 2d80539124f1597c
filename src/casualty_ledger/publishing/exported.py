"""What leaves the ledger as a workbook: a selection or the whole package, each with codebook and sources."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger import __version__
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.publishing.codebook import describe_columns
from casualty_ledger.publishing.package import LICENCES, describe_package
from casualty_ledger.publishing.workbook import write_workbook
from casualty_ledger.schema import ReportedFigures

SAID = {"name": "said", "type": "string", "description": "the count as firmly as it was said"}
READING = {
    "At least": "A figure hedged at least or more than has no upper bound.",
    "Empty": "An empty cell is not stated. It is never zero.",
    "Losses": "Losses are a claimant's word for an undefined mix. They are no number of dead.",
    "Rivals": "Figures of rival claimants must not be added or averaged.",
    "Licence": "{licence}. Each figure is also its claimant's statement: name claimant and publisher.",
    "Made by": "Casualty Ledger {version}",
}
CODEBOOK = ["table", "name", "type", "description", "allowed"]
SOURCES = ["role", "name", "kind", "side", "reliability", "figures", "first_published", "last_published"]


def export_figures(path: Path, figures: pd.DataFrame, about: Mapping[str, str]) -> None:
    """Write figures as a workbook: the figures, what their columns mean, whose they are, and what they are.

    `about` names the selection and its vintage. Errors: TooManyRows, CannotWrite.
    """
    known = {"name": "figures", "fields": [SAID, *describe_columns(ReportedFigures)]}
    sheets = {
        "about": _tell(about),
        "figures": figures,
        "sources": tabulate_sources(figures),
        "codebook": _tabulate_fields([known]).query("name in @figures.columns"),
    }
    write_workbook(path, sheets)


def export_package(path: Path, ledger: Ledger, derived: Mapping[str, pd.DataFrame]) -> None:
    """Write the ledger and what follows from it as a workbook, a sheet a table.

    Errors: TooManyRows, CannotWrite.
    """
    figures, figure_of = gather_figures(ledger.appearances)
    printed = ledger.appearances.assign(figure_id=ledger.appearances["row_id"].map(figure_of))
    own = {"reported_figures": figures, "appearances": printed}
    described = [each for each in describe_package()["resources"] if _table_of(each) in {*own, *derived}]
    sheets = {
        "about": _tell({"Tables": ", ".join([*own, *derived])}),
        **own,
        **derived,
        "sources": tabulate_sources(figures),
        "codebook": _tabulate_fields(
            [{"name": _table_of(each), "fields": each["schema"]["fields"]} for each in described]
        ),
    }
    write_workbook(path, sheets)


def _table_of(resource: Mapping[str, Any]) -> str:
    return str(resource["name"]).replace("-", "_")


def _tell(about: Mapping[str, str]) -> pd.DataFrame:
    """Tell what a workbook holds and how it is read."""
    facts = {"licence": LICENCES[0]["title"], "version": __version__}
    told = {**about, **{name: said.format_map(facts) for name, said in READING.items()}}
    return pd.DataFrame({"about": list(told), "what": list(told.values())}, dtype="str")


def tabulate_sources(figures: pd.DataFrame) -> pd.DataFrame:
    """List who says the figures and who printed them, most figures first. Columns: SOURCES."""
    claimants = figures.assign(role="claimant", name=figures["claimant"], kind=figures["claimant_kind"])
    claimants = claimants.assign(side=figures["claimant_side"])
    printed = figures["publishers"].str.split("; ").explode()
    publishers = figures.loc[printed.index].assign(role="publisher", name=printed, kind="", side="")
    publishers["reliability"] = ""
    told = pd.concat([claimants, publishers[publishers["name"] != ""]])
    groups = told.groupby(["role", "name"], sort=False)
    table = groups.agg(
        kind=("kind", "first"),
        side=("side", "first"),
        reliability=("reliability", lambda grades: " ".join(sorted({*grades} - {""}))),
        figures=("figure_id", "nunique"),
        first_published=("published_on", "min"),
        last_published=("published_on", "max"),
    ).reset_index()
    order = ["role", "figures", "name"]
    return table.sort_values(order, ascending=[True, False, True], kind="stable", ignore_index=True)[SOURCES]


def _tabulate_fields(tables: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the codebook as a table. Columns: CODEBOOK."""
    rows = [
        {
            "table": table["name"],
            "name": field["name"],
            "type": field["type"],
            "description": field["description"],
            "allowed": " ".join(_allowed(field)),
        }
        for table in tables
        for field in table["fields"]
    ]
    return pd.DataFrame(rows, columns=CODEBOOK, dtype="str")


def _allowed(field: Mapping[str, Any]) -> list[str]:
    words = field.get("allowed") or field.get("constraints", {}).get("enum", [])
    return [word for word in words if word]
