"""Linked data: a page as a schema.org Dataset, for search engines and for citation managers."""

from __future__ import annotations

import json
from typing import Any

from nbformat import NotebookNode

from casualty_ledger import __version__
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.parsing.plain_text import inert
from casualty_ledger.parsing.weeks import Week, parse_vintage, parse_week
from casualty_ledger.settings import settings
from casualty_ledger.wording.language import now_spoken

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MEASURED = ("killed", "injured", "reported losses", "missing", "prisoners of war")
# Within a script element only these could end it or open a comment.
ESCAPES: dict[str, str | int | None] = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def describe_page(notebook: NotebookNode, *, title: str, description: str) -> dict[str, Any]:
    """Describe an executed notebook's page; the week and vintage are its own parameters."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": inert(title),
        "description": inert(description),
        "inLanguage": now_spoken().code,
        "isAccessibleForFree": True,
        **({"license": own} if (own := settings().licence.stated_address) else {}),
        "version": __version__,
        "creator": {"@type": "Organization", "name": settings().title},
        "variableMeasured": list(MEASURED),
        "measurementTechnique": "statements of named claimants, recorded as said; nothing is added up",
        "citation": f"Casualty Ledger data package, version {__version__} (datapackage.json). CC BY 4.0.",
        "isBasedOn": {
            "@type": "Dataset",
            "name": "Casualty Ledger data package",
            "description": "Every reported figure with its claimant, publisher, days and bounds.",
            "license": LICENCE,
            "distribution": {
                "@type": "DataDownload",
                "name": "datapackage.json",
                "encodingFormat": "application/vnd.datapackage+json",
            },
        },
        **_coverage(notebook.metadata.get("papermill", {}).get("parameters", {})),
    }


def _coverage(parameters: dict[str, Any]) -> dict[str, Any]:
    try:
        week = parse_week(str(parameters.get("week", "")))
        vintage = parse_vintage(str(parameters.get("as_of", "")), week)
    except CasualtyLedgerError:
        return {}
    known = {"dateModified": vintage.day.isoformat()} if vintage.day else {}
    return {"temporalCoverage": _days(week), "identifier": f"{week}@{vintage}", **known}


def _days(week: Week) -> str:
    return f"{week.monday.isoformat()}/{week.sunday.isoformat()}"


def write_script(described: dict[str, Any]) -> str:
    """Write a description as a block of data that no text in it can leave.

    >>> write_script({"name": "</script><b>"})
    '{"name": "\\\\u003c/script\\\\u003e\\\\u003cb\\\\u003e"}'
    """
    text = json.dumps(described, ensure_ascii=False)
    return text.translate(str.maketrans(ESCAPES))
