"""A backfill as a person sees it: what it says, what it imports, how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from small import make_small, run

COMMAND = ["-m", "casualty_ledger.cli", "backfill"]
WEEKS = ["--from", "2023-W21", "--to", "2023-W23"]


def call(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"CASUALTY_LEDGER_HOME": str(home)}
    command = [sys.executable, *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=200)


def test_where_nothing_changed_neither_pandas_nor_matplotlib_is_imported(tmp_path: Path):
    """
    The command finds every result as it was made without importing what would make one.
    """
    project = make_small(tmp_path)
    run(project, project.reports)
    ended = call(tmp_path, "-X", "importtime", *COMMAND, *WEEKS)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in ended.stderr.splitlines()}

    assert ended.stdout.startswith("0 reports made, 3 unchanged, in ")
    assert "casualty_ledger" in imported
    assert not {"pandas", "matplotlib", "numpy", "papermill", "nbformat", "distributed"} & imported


def test_it_says_what_will_run_and_why(tmp_path: Path):
    """
    Before anything runs, the plan and its reasons are told; with --explain, for each notebook.
    """
    project = make_small(tmp_path)
    run(project, project.reports)
    (project.notebooks / "helper.py").write_text("word = 2\n")
    (project.reports / "2023-W21" / "tables" / "01_rows.csv").unlink()
    brief = call(tmp_path, *COMMAND, "--from", "2023-W21", "--to", "2023-W21", "--dry-run")
    said = call(tmp_path, *COMMAND, *WEEKS, "--explain", "--dry-run").stderr

    assert "1 report, 2 notebooks: 0 unchanged, 0 finished by a former run, 2 to run." in brief.stderr
    assert "1 because tables/01_rows.csv is missing or was changed" in brief.stderr
    assert "1 because code that it reaches has changed" in brief.stderr
    assert "2023-W23 02_helped: code that it reaches has changed (helper.py)" in said
    assert "2023-W21 01_rows: tables/01_rows.csv is missing or was changed" in said


def test_a_dry_run_says_what_would_run_and_makes_nothing(tmp_path: Path):
    """
    With --dry-run the plan is told and no report is made; the run after it finds all of it still to do.
    """
    project = make_small(tmp_path)
    dry = call(tmp_path, *COMMAND, *WEEKS, "--dry-run")

    assert (dry.returncode, dry.stdout) == (0, "")
    assert "3 reports, 6 notebooks: 0 unchanged, 0 finished by a former run, 6 to run." in dry.stderr
    assert not list(project.reports.glob("2023-*"))
    assert run(project, project.reports)[1].keys()


def test_rows_that_changed_are_counted_in_the_reason(tmp_path: Path):
    """
    The reason tells how many rows a result saw, and how many there are now.
    """
    project = make_small(tmp_path)
    run(project, project.reports)
    sheet = next(project.recorded.iterdir())
    sheet.write_text(sheet.read_text() + sheet.read_text().splitlines()[1].replace("t-1", "new") + "\n")
    _, why = run(project, project.reports)

    reasons = [reason for said in why.values() for reason in said]
    assert reasons[0] == "the rows that it sees have changed (1 rows, now 2 rows)"
    assert reasons[-1] == "the rows that it sees have changed (3 rows, now 4 rows)"


def test_one_week_is_a_backfill_too(tmp_path: Path):
    """
    The report of a week that a backfill made is found as it was made, and the other way round.
    """
    project = make_small(tmp_path)
    run(project, project.reports, weeks=("2023-W22", "2023-W22"))
    ended = call(tmp_path, "-m", "casualty_ledger.cli", "report", "--week", "2023-W22")

    assert ended.returncode == 0
    assert "Nothing has changed since it was made" in ended.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--from", "2023-W23", "--to", "2023-W21"], "--from 2023-W23 comes after --to 2023-W21."),
        (["--from", "2023-W60", "--to", "2023-W21"], "2023 has no week 60"),
        ([*WEEKS, "--as-of", "monday"], "'monday' is not a vintage"),
        ([*WEEKS, "--cluster", "moon"], "--cluster 'moon' is not known."),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(words: list[str], sentence: str, tmp_path: Path):
    """
    Bad input ends with exit code 2 and one sentence, and nothing is made.
    """
    project = make_small(tmp_path)
    ended = call(tmp_path, *COMMAND, *words)

    assert ended.returncode == 2
    assert sentence in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert not project.reports.exists()
