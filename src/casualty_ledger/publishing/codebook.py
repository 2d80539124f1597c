"""The codebook: every table, column and word, written from the schema so that it cannot drift."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandera.pandas as pa

from casualty_ledger.publishing.package_schema import FIELDS, WORDS
from casualty_ledger.schema import Appearances, LeftOut, Refusals, ReportedFigures

TABLES: dict[str, type[pa.DataFrameModel]] = {
    "reported_figures": ReportedFigures,
    "appearances": Appearances,
    "refused": Refusals,
    "left_out": LeftOut,
}


def write_codebook() -> str:
    """Return the codebook as Markdown."""
    parts = [
        "# Codebook",
        "This page is written by `make docs` from the schema; a test holds the two together.",
        "Missing text is empty, a missing number or day is absent. Neither is ever zero.",
    ]
    for name, model in TABLES.items():
        purpose = (model.__doc__ or "").strip().splitlines()[0]
        parts += [f"## `{name}`", purpose, _tabulate(describe_columns(model))]
    for name, fields in FIELDS.items():
        rows = [
            dict(name=column, type=kind, description=said, allowed=_words(name, column))
            for column, (kind, said) in fields.items()
        ]
        parts += [f"## `{name}`", _tabulate(rows)]
    return "\n\n".join(parts) + "\n"


def describe_columns(model: type[pa.DataFrameModel]) -> list[dict[str, Any]]:
    """Return name, type, description and allowed words of every column of a table."""
    return [_describe(name, column) for name, column in model.to_schema().columns.items()]


def _describe(name: str, column: Any) -> dict[str, Any]:
    listed = [check.statistics["allowed_values"] for check in column.checks if check.name == "isin"]
    allowed: list[str] = list(listed[0]) if listed else []
    described = {"name": name, "type": field_type(str(column.dtype)), "description": column.description}
    return described | ({"allowed": allowed} if allowed else {})


def _words(table: str, column: str) -> list[str]:
    words = WORDS.get((table, column))
    return words.words() if words else []


def field_type(dtype: str) -> str:
    """Return the Table Schema type of a column.

    >>> field_type("Int64"), field_type("datetime64[ns]"), field_type("str")
    ('integer', 'date', 'string')
    """
    lowered = dtype.lower()
    for mark, kind in (("int", "integer"), ("bool", "boolean"), ("date", "date")):
        if mark in lowered:
            return kind
    return "string"


def _tabulate(rows: list[dict[str, Any]]) -> str:
    lines = ["| column | type | what it holds |", "|---|---|---|"]
    return "\n".join([*lines, *(_line(row) for row in rows)])


def _line(row: Mapping[str, Any]) -> str:
    words = ", ".join(f"`{word}`" for word in row.get("allowed", []) if word)
    said = f"{row['description']}: {words}" if words else str(row["description"])
    return f"| `{row['name']}` | {row['type']} | {said} |"
