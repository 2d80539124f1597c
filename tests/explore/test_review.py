"""The review of proposals in a notebook: buttons decide, running it decides nothing."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import nbformat
import pytest
from paths import HOME
from rows import make_rows

from casualty_ledger.explore.review import ProposalReview
from casualty_ledger.intake.proposals.batch import write_batch
from casualty_ledger.intake.proposals.decisions import read_decisions
from casualty_ledger.project import Project
from casualty_ledger.sources.recorded_sheets import read_sheets

DAYS = [date(2023, 6, day).isoformat() for day in range(5, 15)]


@pytest.fixture
def proposed(made_up) -> Project:
    """Propose one figure that the sheet has, and nine that are new."""
    project = made_up({})
    changes = [
        {"id": f"NEW-{n}", "covers_until": day, "published_on": day, "value": f"2{n}0000"}
        for n, day in enumerate(DAYS)
    ]
    changes[0] = {"id": "NEW-0", "publisher": "Babel"}
    write_batch(project, "feed-1", make_rows(*changes), {"kind": "table", "mapping": "feed"})
    return project


def test_a_button_accepts_what_is_chosen_in_a_role(proposed):
    """
    The chosen kind is recorded in the sheet of the source, and the list keeps what is open.
    """
    review = ProposalReview("feed", raw=str(proposed.raw))
    review.only.value = "new"
    review.list.value = tuple(value for _, value in review.list.options)
    review.role.value = "editor"
    review._press(review._accept_chosen)

    assert "9 recorded in feed.csv" in review.told.value
    assert review.held["beside"].tolist() == ["same_figure"]
    assert set(read_decisions(proposed)["role"]) == {"editor"}


def test_without_a_role_or_a_choice_nothing_is_decided(proposed):
    """
    A button without a role says so; without a choice it says what is missing.
    """
    review = ProposalReview(raw=str(proposed.raw))
    review._press(review._accept_chosen)
    nothing = review.told.value
    review.list.value = (review.list.options[0][1],)
    review._press(review._accept_chosen)

    assert "Nothing is chosen" in nothing and "is no role" in review.told.value
    assert read_decisions(proposed).empty


def test_a_button_edits_the_one_that_is_chosen(proposed):
    """
    An edited proposal takes the place of the one that is chosen; of none or several nothing is edited.
    """
    review = ProposalReview("feed", raw=str(proposed.raw))
    review.role.value, review.column.value, review.cell.value = "editor", "value", "777000"
    review._press(review._edit_chosen)
    nothing = review.told.value
    review.list.value = (review.list.options[-1][1],)
    review._press(review._edit_chosen)

    assert "Choose one" in nothing and "Edited" in review.told.value
    assert len(review.held) == 10
    assert review.held["said"].str.contains("777000").sum() == 1


def test_the_table_escapes_what_is_proposed(made_up):
    """
    A hostile proposal is shown as text.
    """
    project = made_up({})
    write_batch(
        project, "b-1", make_rows({"id": "NEW-1", "claimant": "<script>alert(1)</script>"}), {"kind": "table"}
    )
    shown = ProposalReview(raw=str(project.raw))._repr_html_()

    assert "<script>alert" not in shown and "&lt;script&gt;" in shown


def test_papermill_accepts_nothing(proposed, tmp_path: Path):
    """
    The notebook run by papermill shows the proposals and leaves sheets and decisions as they are.
    """
    before = len(read_sheets(proposed.recorded))
    command = [
        Path(sys.executable).with_name("papermill"),
        HOME / "notebooks" / "review_proposals.ipynb",
        tmp_path / "out.ipynb",
    ]
    subprocess.run(
        [*command, "-p", "raw", str(proposed.raw), "--no-progress-bar"],
        check=True,
        capture_output=True,
        timeout=300,
    )
    shown = "".join(
        str(cell.get("outputs", "")) for cell in nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    )

    assert "10 open proposals of feed-1" in shown
    assert (len(read_sheets(proposed.recorded)), len(read_decisions(proposed))) == (before, 0)
