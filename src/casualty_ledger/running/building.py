"""Building the ledger so that its tables become visible together: in a folder beside it, then exchanged."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from casualty_ledger.ledger.freshness import CONFLICTS, is_current
from casualty_ledger.project import Project
from casualty_ledger.whole_folders import staging

if TYPE_CHECKING:
    from casualty_ledger.ledger.build import Built

PACKAGE = "datapackage.json"
# What a run reads besides what says that the ledger is current.
READ = ("appearances.csv", "appearances.parquet", "refused.csv", "corrections.csv", "left_out.csv", CONFLICTS)
Made = TypeVar("Made")


def build_whole(project: Project, then: Callable[[Project, Built], Made]) -> Made:
    """Build the ledger of `project` and what `then` makes of it; all of it appears at once, or none.

    Errors: those of `build_ledger`, CannotWrite.
    """
    from casualty_ledger.ledger.build import build_ledger

    with staging(project.processed) as folder:
        staged = replace(project, processed=folder)
        made = then(staged, build_ledger(staged))
        _carry_over(project.processed, folder)
    return made


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


def make_current(project: Project, tell: Callable[[str], None] = lambda _: None) -> None:
    """Build the ledger where it was not built from what is in the project now.

    Errors: those of `build_ledger`, CannotWrite.
    """
    if not (is_current(project) and all((project.processed / name).is_file() for name in READ)):
        tell("building the ledger")
        build_whole(project, lambda _, __: None)
