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
from casualty_ledger.intake.proposals.batch import read_batch, write_batch
from casualty_ledger.intake.proposals.deciding import reject
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


@pytest.mark.parametrize(
    ("button", "role", "chosen", "said"),
    [
        ("_accept_chosen", "editor", 0, "Choose proposals to accept"),
        ("_edit_chosen", "editor", 0, "Choose proposals to edit"),
        ("_reject_chosen", "editor", 1, "say why they are rejected"),
        ("_accept_chosen", "", 1, "is no role"),
    ],
)
def test_a_failure_is_marked_as_one_and_decides_nothing(proposed, button, role, chosen, said):
    """
    Without a choice, a reason or a role a button says what is missing, with a cross and no tick.
    """
    review = ProposalReview(raw=str(proposed.raw))
    review.role.value = role
    review.list.value = tuple(value for _, value in review.list.options[:chosen])
    review._press(getattr(review, button))

    assert said in review.told.value
    assert "✗" in review.told.value and "✓" not in review.told.value
    assert read_decisions(proposed).empty


def test_the_role_is_that_of_the_command_where_nobody_says_another(proposed):
    """
    What looks filled in is: a decision without a role of one's own is made as editor, by button and by call.
    """
    review = ProposalReview(raw=str(proposed.raw))

    assert review.role.value == "editor"
    assert review.reject(because="twice", ids=["NEW-1"]) == "1 rejected."
    assert set(read_decisions(proposed)["role"]) == {"editor"}


def test_a_button_edits_all_that_are_chosen(proposed):
    """
    Edited proposals take the places of those chosen, in order, and stay chosen for the next cell; any cell
    but the id and its pointer can be edited.
    """
    review = ProposalReview("feed", raw=str(proposed.raw))
    review.list.value = tuple(value for _, value in review.list.options[1:3])
    for column, cell in (("scope", "without the port"), ("verification", "unverified")):
        review.column.value, review.cell.value = column, cell
        review._press(review._edit_chosen)
    rows = read_batch(proposed, "feed-1").rows

    assert "2 edited" in review.told.value and "✓" in review.told.value
    assert len(review.held) == 10
    assert [value for _, value in review.list.options][1:3] == list(review.list.value)
    assert rows["scope"].eq("without the port").sum() == 4
    assert {"published_on", "publisher", "basis", "claimant_side", "note"} <= {*review.column.options}
    assert {"id", "evidence"}.isdisjoint(review.column.options)


def test_the_first_batch_with_open_proposals_is_opened(proposed):
    """
    A batch of which everything is decided is not shown before one that waits.
    """
    write_batch(proposed, "early-1", make_rows({"id": "EARLY-1"}), {"kind": "table"})
    reject(proposed, "early-1", role="editor", because="twice")

    assert ProposalReview(raw=str(proposed.raw)).batch == "feed-1"


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
