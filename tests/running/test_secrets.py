"""Nothing of the machine, and nothing secret, is in what a run leaves."""

from pathlib import Path

import nbformat
import pytest
from paths import HOME
from small import make_small

from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.executor import Local
from casualty_ledger.running.scrubbing import scrub

SECRET = "s3cr3t-9f8e7d"
TELLS = """
import os, sys, json, casualty_ledger
from pathlib import Path
print(dict(os.environ), os.getcwd(), sys.path, casualty_ledger.__file__)
out = Path(os.environ["CASUALTY_LEDGER_OUT"]); (out / "tables").mkdir(exist_ok=True)
out
"""
FAILS = """
import pandas as pd
pd.read_csv(Path(os.environ["CASUALTY_LEDGER_HOME"]) / os.environ.get("API_TOKEN", "x"))
"""


@pytest.fixture
def left_behind(tmp_path: Path, monkeypatch) -> list[Path]:
    monkeypatch.setenv("API_TOKEN", SECRET)
    monkeypatch.setenv("DATABASE_URL", f"postgres://me:{SECRET}@host/db")
    project = make_small(tmp_path / "home", TELLS)
    failing = nbformat.read(project.notebooks / "02_helped.ipynb", as_version=4)
    failing.cells.append(nbformat.v4.new_code_cell(FAILS, id="fails"))
    nbformat.write(failing, project.notebooks / "02_helped.ipynb")
    week = parse_week("2023-W22")
    with open_backfill(project, [(week, parse_vintage("", week))], project.reports) as backfill:
        steps = list(backfill.run(Local))
    assert [bool(step.failure) for step in sorted(steps, key=lambda step: str(step.task))] == [False, True]
    return [path for path in project.reports.rglob("*") if path.is_file()]


def test_no_secret_and_no_path_is_left_behind(left_behind: list[Path], tmp_path: Path):
    """
    A notebook that prints its environment and one that fails on a path leave neither a secret nor a folder.
    """
    texts = {path: path.read_text() for path in left_behind if path.suffix == ".ipynb"}
    telling = [SECRET, str(tmp_path), str(HOME), str(Path.home() / ".")]

    assert len(texts) == 2
    assert any("FileNotFoundError" in text for text in texts.values())
    assert [(path.name, word) for path, text in texts.items() for word in telling if word in text] == []
    assert not [path.name for path in left_behind if SECRET in path.read_text(errors="replace")]


@pytest.mark.parametrize(
    ("kind", "told", "shown"),
    [
        ("error", "File /usr/lib/python3/json.py:3", "File …/json.py:3"),
        ("error", "\x1b[32m/opt/some/where/a.py\x1b[0m", "\x1b[32m…/a.py\x1b[0m"),
        ("error", "File ~/notes/a.py", "File …/a.py"),
        ("error", "see https://example.org/a/b/c", "see https://example.org/a/b/c"),
        ("stream", "1/2/3 and https://example.org/tmp/x", "1/2/3 and https://example.org/tmp/x"),
        ("stream", f"{Path.home()}/x", "<user>/x"),
    ],
)
def test_paths_are_taken_out_of_outputs_and_addresses_stay(kind: str, told: str, shown: str):
    """
    A folder of the machine goes, in an error any path but its last part; an address on the web stays.
    """
    facts = {"ename": "E", "evalue": told, "traceback": [told]} if kind == "error" else {"text": told}
    cell = nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output(kind, **facts)])
    scrub(nbformat.v4.new_notebook(cells=[cell]))

    assert cell.outputs[0]["evalue" if kind == "error" else "text"] == shown
