"""The current package: `data/processed`, where a person finds the ledger. It is exchanged whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from casualty_ledger.errors import CannotWrite
from casualty_ledger.ledger.freshness import read_inputs
from casualty_ledger.ledger.store import READ, StoredLedger, changing
from casualty_ledger.project import Project
from casualty_ledger.whole_folders import staging

PACKAGE = "datapackage.json"


def is_published(stored: StoredLedger, processed: Path) -> bool:
    """Say whether a ledger is the one in `processed`."""
    same = read_inputs(processed) == read_inputs(stored.project.processed)
    return same and all((processed / name).is_file() for name in READ)


def publish(
    stored: StoredLedger, processed: Path, derive: Callable[[Project], None] = lambda _: None
) -> None:
    """Put a copy of a ledger in its place, with what `derive` writes beside it; all at once, or none.

    Errors: CannotWrite.
    """
    try:
        with changing(stored.project.raw.parent.parent), staging(processed) as folder:
            for path in stored.project.processed.iterdir():
                shutil.copyfile(path, folder / path.name)
            derive(replace(stored.project, processed=folder))
            _carry_over(processed, folder)
    except OSError as error:
        raise CannotWrite(path=processed, problem=error.strerror or error) from None


def _carry_over(former: Path, folder: Path) -> None:
    """Keep what is not of the ledger's making, and drop former tables that would not fit the new ones."""
    stale = _described(former / PACKAGE)
    for path in sorted(former.iterdir()) if former.is_dir() else []:
        target = folder / path.name
        if path.name in stale or target.exists():
            continue
        if path.is_dir():
            shutil.copytree(path, target, symlinks=True)
        else:
            shutil.copy2(path, target, follow_symlinks=False)


def _described(package: Path) -> set[str]:
    """Name the files that a former build described as its own, and the description."""
    try:
        resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
        tables = {Path(resource["path"]).stem for resource in resources}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {PACKAGE} | {f"{table}.{suffix}" for table in tables for suffix in ("csv", "parquet")}
