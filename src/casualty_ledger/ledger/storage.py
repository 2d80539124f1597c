"""Storage: the ledger's tables as Parquet for programs and CSV for people, and the inputs they came from.

A CSV cell that a spreadsheet would run as a formula is defused with a leading apostrophe.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pandas as pd

from casualty_ledger.project import Project
from casualty_ledger.schema import Appearances
from casualty_ledger.whole_files import digest, write_text, writing

INPUTS = "inputs.json"
FORMULA = r"^[=+\-@\t\r]"


def write_table(folder: Path, name: str, table: pd.DataFrame) -> None:
    """Write a table as `<name>.parquet` and `<name>.csv`."""
    with writing(folder / f"{name}.parquet") as path:
        table.to_parquet(path, index=False)
    write_csv(folder / f"{name}.csv", table)


def write_csv(path: Path, table: pd.DataFrame) -> None:
    """Write a table as CSV that is safe to open in a spreadsheet."""
    safe = table.copy()
    for column in safe.select_dtypes(include=["object", "string"]).columns:
        texts = safe[column].astype("string")
        safe[column] = texts.mask(texts.str.contains(FORMULA, na=False), "'" + texts)
    with writing(path) as neighbour:
        safe.to_csv(neighbour, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)


def read_appearances(folder: Path) -> pd.DataFrame:
    """Read the appearances of a built ledger."""
    stored = pd.read_parquet(folder / "appearances.parquet")
    return Appearances.validate(stored.drop(columns="figure_id"))


def digest_inputs(project: Project) -> dict[str, str]:
    """Return the sha256 of everything that decides what the ledger holds, by file name."""
    sheets = {f"recorded/{path.name}": digest(path) for path in sorted(project.recorded.glob("*.csv"))}
    package = Path(__file__).resolve().parents[1]
    rooms = [package / room for room in ("parsing", "sources", "ledger")]
    code = sorted(path for room in rooms for path in room.glob("*.py"))
    code += [package / "schema.py", package / "vocabulary.py"]
    modules = {f"{path.parent.name}/{path.name}": digest(path) for path in code}
    return sheets | {"sources.yml": digest(project.sources)} | modules


def write_inputs(folder: Path, inputs: dict[str, str]) -> None:
    """Write down what a ledger was built from; written last, it says that the ledger is whole."""
    write_text(folder / INPUTS, json.dumps(inputs, indent=1, sort_keys=True) + "\n")


def is_current(project: Project) -> bool:
    """Say whether the ledger on disk was built from what is in the project now."""
    path = project.processed / INPUTS
    try:
        return bool(json.loads(path.read_text(encoding="utf-8")) == digest_inputs(project))
    except (OSError, ValueError):
        return False
