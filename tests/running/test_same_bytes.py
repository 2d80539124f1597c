"""The same inputs and parameters give the same bytes, whatever the day, the folder and the settings."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from another_day import LET_IN, environment_of_another_day
from paths import FIXED_LEDGER

WEEK = "2023-W22"
HOME = Path(__file__).resolve().parents[2]
SUFFIXES = {".csv", ".html", ".ipynb", ".pdf", ".png", ".svg"}


def report_in(folder: Path, environment: dict[str, str]) -> Path:
    """Copy the sheets to `folder` and make the report of a week there, in a process of its own."""
    raw = shutil.copytree(FIXED_LEDGER / "data" / "raw", folder / "data" / "raw")
    words = ["report", "--week", WEEK, "--raw", str(raw), "--out", str(folder / "reports")]
    command = [sys.executable, "-c", LET_IN, *words]
    subprocess.run(
        command, cwd=folder, env=os.environ | environment, check=True, capture_output=True, timeout=600
    )
    return folder / "reports" / WEEK


@pytest.fixture(scope="module")
def twice(report: Path, tmp_path_factory) -> tuple[Path, Path]:
    later = tmp_path_factory.mktemp("another day and place")
    return report, report_in(later, environment_of_another_day(later / "clock"))


def test_the_second_day_is_another(tmp_path: Path):
    """
    The second report was made on another date, by processes whose `time` ran forty days ahead.
    """
    asked = "import datetime, time; print(datetime.date.today(), int(time.time()))"
    first, second = (
        subprocess.check_output([sys.executable, "-c", asked], env=os.environ | day, text=True).split()
        for day in ({}, environment_of_another_day(tmp_path))
    )

    assert first[0] < second[0]
    assert round((int(second[1]) - int(first[1])) / 86_400) == 40


def test_no_module_asks_the_clock():
    """
    Nothing that makes figures, charts or pages reads the clock: every day in print comes from the vintage.
    """
    asks = re.compile(
        r"\b(?:date\.today|datetime\.(?:now|today|utcnow)|Timestamp\.(?:now|today)|time\.time)\("
    )
    package = HOME / "src" / "casualty_ledger"
    rooms = ("ledger", "series", "charts", "publishing")
    sources = {path: path.read_text() for room in rooms for path in (package / room).rglob("*.py")}

    assert len(sources) > 50
    assert [path.name for path, text in sources.items() if asks.search(text)] == []


@pytest.mark.soak
def test_a_report_is_the_same_bytes_on_another_day(twice):
    """
    Notebooks, pages, charts in both formats, the brief and every table are equal, byte for byte.
    """
    first, second = (
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in twice
    )

    assert {Path(name).suffix for name in first} >= SUFFIXES
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.soak
def test_the_manifests_agree(twice):
    """
    Both manifests name the same inputs, code, parameters and outputs.
    """
    one, other = (json.loads((folder / "manifest.json").read_text()) for folder in twice)

    assert one == other
    assert len(one["outputs"]) > 20
