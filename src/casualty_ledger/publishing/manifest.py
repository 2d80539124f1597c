"""The manifest of a report: what it was made from, by which code, and the sha256 of all that it holds."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from casualty_ledger import __version__
from casualty_ledger.ledger.freshness import digest_inputs
from casualty_ledger.ledger.storage import read_left_out
from casualty_ledger.project import Project
from casualty_ledger.whole_files import digest, write_text

MANIFEST = "manifest.json"
SOURCES = Path(__file__).resolve().parents[2]
PACKAGES = ("casualty_ledger", "papermill_warm")


def write_manifest(folder: Path, project: Project, parameters: dict[str, str], vintage: str) -> None:
    """Write `manifest.json` for the report in `folder`; paths in it are relative."""
    inputs = {name: sha for name, sha in digest_inputs(project).items() if not name.endswith(".py")}
    inputs |= {f"notebooks/{path.name}": digest(path) for path in sorted(project.notebooks.glob("0*.ipynb"))}
    manifest = {
        "parameters": parameters,
        "vintage": vintage,
        "code": {"version": __version__, "sha256": digest_code()},
        "inputs": inputs,
        "left_out": read_left_out(project.processed),
        "outputs": digest_outputs(folder),
    }
    write_text(folder / MANIFEST, json.dumps(manifest, indent=1, sort_keys=True) + "\n")


@cache
def digest_code() -> str:
    """Return one sha256 over the sources of these packages, as they were when this process first asked."""
    whole = hashlib.sha256()
    for path in sorted(path for package in PACKAGES for path in (SOURCES / package).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            whole.update(str(path.relative_to(SOURCES)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def digest_outputs(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file of a report but the manifest."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): digest(path) for path in files}
