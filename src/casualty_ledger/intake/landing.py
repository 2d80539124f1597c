"""Landing: an import becomes a batch of proposals with its sidecar, under one name a source and content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.intake.importing import Imported, import_tables, open_tables
from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.intake.mapping.reading import read_mapping
from casualty_ledger.intake.proposals.batch import list_batches, read_batch, with_places, write_batch
from casualty_ledger.intake.proposals.decisions import Decision, current_decisions, read_decisions
from casualty_ledger.intake.proposals.replaced import REPLACED
from casualty_ledger.project import Project
from casualty_ledger.sources.registry import read_register
from casualty_ledger.whole_files import digest

SHORT = 8


def import_file(project: Project, path: Path, mapping: Mapping) -> Imported:
    """Read a file by a mapping, and check what is read.

    Errors: TableUnreadable, NoSuchColumn, UnknownWord, RegisterUnreadable.
    """
    tables, remarks = open_tables(path, mapping)
    return import_tables(tables, mapping, read_register(project.sources), remarks)


def land(project: Project, path: Path, mapping: Path, imported: Imported, *, today: date) -> str:
    """Write what an import proposes as a batch, and return its name; the same content has the same name.

    Errors: CannotWrite.
    """
    sha256 = digest(path)
    name = f"{mapping.stem}-{sha256[:SHORT]}"
    sidecar = _describe(path, sha256, mapping, imported) | {"imported_on": today.isoformat()}
    decided = _decided(project, name)
    if decided.empty:
        write_batch(project, name, imported.proposed, sidecar, imported.refused)
        return name
    outdated = decided["id"][~decided["stands_for"].isin(imported.proposed["id"])]
    rows = pd.concat([imported.proposed, decided], ignore_index=True).fillna("").drop_duplicates("id")
    write_batch(project, name, rows, sidecar | {REPLACED: outdated.tolist()}, imported.refused)
    return name


def _decided(project: Project, name: str) -> pd.DataFrame:
    """Return the proposals that a person accepted, or put in the place of others: they outlive an import."""
    decisions = read_decisions(project)
    if decisions.empty or name not in list_batches(project):
        return pd.DataFrame()
    edited = decisions[decisions["decision"] == str(Decision.EDITED)].set_index("because")["id"]
    current = current_decisions(project)
    accepted = current.index[current == Decision.ACCEPTED]
    batch = read_batch(project, name)
    rows = with_places(batch, batch.rows[batch.rows["id"].isin([*edited.index, *accepted])])
    return rows.assign(stands_for=[edited.get(each, each) for each in rows["id"]])


def _describe(path: Path, sha256: str, mapping: Path, imported: Imported) -> dict[str, Any]:
    """Say where proposals came from, and what became of every figure and record."""
    declared = read_mapping(mapping)
    return {
        "kind": "table",
        "file": path.name,
        "sha256": sha256,
        "bytes": path.stat().st_size,
        "mapping": mapping.stem,
        "mapping_sha256": digest(mapping),
        "title": declared.title,
        "address": declared.address,
        "publisher_page": declared.publisher_page,
        "licence": declared.licence,
        "credit": declared.credit,
        "about": declared.about,
        "defects": list(declared.defects),
        "records": imported.records,
        "figures": {
            "read": imported.read,
            "proposed": len(imported.proposed),
            "refused": imported.figures_refused,
        },
        "left_out": [asdict(each) for each in imported.left_out],
        "not_stated": [asdict(each) for each in imported.silences],
        "findings": imported.findings.to_dict("records"),
        "remarks": imported.remarks,
    }


def name_after(file: str) -> str:
    """Return a name for a mapping after a file: small letters, digits and _.

    >>> name_after("Втрати 2023 (копія).xlsx"), name_after("west-bank.json")
    ('vtrati_2023_kopiya', 'west_bank')
    """
    from anyascii import anyascii

    words = re.findall(r"[a-z0-9]+", anyascii(Path(file).stem).lower())
    return "_".join(words)[:50].strip("_") or "table"


def begin_ids(name: str, taken: Sequence[str]) -> str:
    """Return how the ids of a mapping begin: first letters of its name, as no other mapping has them.

    >>> begin_ids("west_bank_daily", []), begin_ids("west_bank_daily", ["WBD"])
    ('WBD', 'WBD2')
    """
    words = [word for word in name.split("_") if word[:1].isalpha()]
    letters = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)
    start = (letters.upper()[:6] or "T").ljust(2, "X")
    return next(each for each in (start, *(f"{start}{n}" for n in range(2, 1000))) if each not in taken)
