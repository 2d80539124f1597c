"""The manifest of a report: what it was made from, by which code, and the sha256 of all that it holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from casualty_ledger import __version__
from casualty_ledger.ledger.freshness import read_data_inputs
from casualty_ledger.ledger.left_out import read_left_out
from casualty_ledger.loaded_code import PACKAGES, SOURCES, check_code
from casualty_ledger.project import Project
from casualty_ledger.settings import FILE
from casualty_ledger.whole_files import digest, write_text

MANIFEST = "manifest.json"


def write_manifest(
    folder: Path,
    project: Project,
    parameters: dict[str, str],
    vintage: str,
    pages: Iterable[tuple[str, ...]] = (),
) -> None:
    """Write `manifest.json` for the report in `folder`; paths in it are relative.

    `project` is a snapshot, whose ledger is stored; of each page come its file and its name.
    Errors: CodeChanged, CannotWrite.
    """
    inputs = read_data_inputs(project.processed)
    inputs |= {f"notebooks/{path.name}": digest(path) for path in project.numbered}
    if (project.home / FILE).is_file():
        inputs[FILE] = digest(project.home / FILE)
    manifest = {
        "parameters": parameters,
        "vintage": vintage,
        "code": {"version": __version__, "sha256": digest_code()},
        "inputs": inputs,
        "left_out": read_left_out(project.processed),
        "pages": [{"file": file, "name": name} for file, name, *_ in pages],
        "outputs": digest_outputs(folder),
    }
    write_text(folder / MANIFEST, json.dumps(manifest, indent=1, sort_keys=True) + "\n")


@cache
def digest_code() -> str:
    """Return one sha256 over the sources of these packages that this process runs.

    Errors: CodeChanged.
    """
    check_code()
    whole = hashlib.sha256()
    for path in sorted(path for package in PACKAGES for path in (SOURCES / package).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            whole.update(str(path.relative_to(SOURCES)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def digest_outputs(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file of a report but the manifest."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): digest(path) for path in files}
