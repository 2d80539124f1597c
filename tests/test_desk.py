"""The desk: where it keeps what a notebook makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from casualty_ledger.desk import open_desk


@pytest.fixture
def folders(made_up) -> dict[str, str]:
    """Make up a project, and return its folders as the parameters of a notebook."""
    project = made_up({})
    return {"raw": str(project.raw), "processed": str(project.processed)}


def test_what_is_tried_is_in_no_report(folders, monkeypatch):
    """
    A desk that no run has asked for keeps its charts apart from the folder of the week's report.
    """
    monkeypatch.delenv("CASUALTY_LEDGER_OUT", raising=False)
    desk = open_desk("2023-W22", **folders)

    assert desk.out == desk.project.reports / "tried" / "2023-W22"


def test_a_run_says_where_its_desk_keeps_things(folders, monkeypatch, tmp_path: Path):
    """
    The run of a report names its folder in the environment, and a parameter goes before it.
    """
    monkeypatch.setenv("CASUALTY_LEDGER_OUT", str(tmp_path))

    assert open_desk("2023-W22", **folders).out == tmp_path
    assert open_desk("2023-W22", **folders, out="elsewhere").out == Path("elsewhere")
