"""The data package: the ledger and what follows from it as tables that describe themselves.

Frictionless Data Package, version 2: a `datapackage.json` beside the CSV files, with fields, licence and
sources. The derived tables can be made for any vintage; the package holds the latest.
"""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from casualty_ledger import __version__
from casualty_ledger.ledger.caveat_days import list_caveats
from casualty_ledger.ledger.merging import list_merged
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.ledger.storage import write_table
from casualty_ledger.project import Project
from casualty_ledger.publishing.codebook import TABLES, describe_columns
from casualty_ledger.publishing.package_schema import FIELDS, KEYS, WORDS
from casualty_ledger.series.backlog import find_backlog
from casualty_ledger.series.coverage import find_coverage
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.series.relations import find_relations
from casualty_ledger.series.revisions import find_revisions
from casualty_ledger.series.weekly import increments_of
from casualty_ledger.whole_files import write_text

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCES = [
    {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
]


def derive_tables(ledger: Ledger) -> dict[str, pd.DataFrame]:
    """Return the tables that follow from a ledger in its vintage, by the names of `FIELDS`."""
    figures, appearances = ledger.figures, ledger.appearances
    return {
        "coverage": find_coverage(figures),
        "weekly": increments_of(figures),
        "revisions": find_revisions(figures),
        "backlog": find_backlog(figures),
        "disagreements": find_disagreements(figures, appearances),
        "relations": find_relations(figures, appearances),
        "caveats": list_caveats(appearances),
        "merged": list_merged(figures, appearances),
    }


def write_package(project: Project, derived: dict[str, pd.DataFrame]) -> None:
    """Write the derived tables and `datapackage.json` to `project.processed`.

    Errors: CannotWrite.
    """
    for name, table in derived.items():
        write_table(project.processed, name, table)
    description = json.dumps(describe_package(), indent=1, ensure_ascii=False)
    write_text(project.processed / "datapackage.json", description + "\n")


def describe_package() -> dict[str, Any]:
    """Describe the package: its resources, their fields, its licence and its sources."""
    return {
        "$schema": PROFILE,
        "name": "casualty-ledger",
        "title": "Casualty Ledger: reported casualty and prisoner-of-war figures",
        "description": "What was said, by whom, when and how firmly. A figure is its claimant's statement.",
        "version": __version__,
        "licenses": LICENCES,
        "sources": [{"title": "Public pages; each figure carries its address, claimant and publisher"}],
        "contributors": [{"title": "Casualty Ledger contributors", "roles": ["author"]}],
        "resources": [*(_own(name) for name in TABLES), *(_derived(name) for name in FIELDS)],
    }


def _own(name: str) -> dict[str, Any]:
    fields = [_field(each) for each in describe_columns(TABLES[name])]
    if name == "appearances":
        said = "the reported figure that this row printed"
        fields.append({"name": "figure_id", "type": "string", "description": said})
    return _resource(name, fields)


def _derived(name: str) -> dict[str, Any]:
    fields = []
    for column, (kind, said) in FIELDS[name].items():
        words = WORDS.get((name, column))
        allowed = {"allowed": words.words()} if words else {}
        fields.append(_field({"name": column, "type": kind, "description": said} | allowed))
    return _resource(name, fields)


def _field(described: dict[str, Any]) -> dict[str, Any]:
    allowed = [word for word in described.pop("allowed", []) if word]
    return described | ({"constraints": {"enum": allowed}} if allowed else {})


def _resource(name: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": name.replace("_", "-"),
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": LICENCES,
        "schema": {"fields": fields, "missingValues": [""]} | _keys(name),
    }


def _keys(name: str) -> dict[str, Any]:
    """Say which columns name a row, and which lead to another table."""
    keys: dict[str, Any] = {"primaryKey": KEYS[name]} if name in KEYS else {}
    columns = FIELDS.get(name, {})
    leading = [column for column in ("figure_id", "row_id") if column in columns]
    tables = {"figure_id": "reported-figures", "row_id": "appearances"}
    if leading:
        keys["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": tables[column], "fields": [column]}}
            for column in leading
        ]
    return keys
