"""Proposals: shown beside the ledger, decided by a person in a role, appended by the checks of the form."""

from __future__ import annotations

import pandas as pd
import pytest

from casualty_ledger.intake.mapping.reading import read_mapping
from casualty_ledger.intake.proposals.batch import NoSuchBatch, folder_of, read_batch
from casualty_ledger.intake.proposals.deciding import NoSuchProposal, accept, edit, reject
from casualty_ledger.intake.proposals.decisions import RoleMissing, read_decisions
from casualty_ledger.intake.proposals.mismatches import find_mismatches
from casualty_ledger.intake.proposals.review import count_open, find_one, review
from casualty_ledger.intake.proposals.trusting import pass_by_rule
from casualty_ledger.intake.proposals.undoing import NotAccepted, undo
from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.recording import FigureRefused
from casualty_ledger.sources.recorded_sheets import read_sheet, read_sheets
from casualty_ledger.vocabulary import Hedge

MANY = "day,total\n" + "".join(
    f"{day:%Y-%m-%d},{5000 + n}\n" for n, day in enumerate(pd.date_range("2023-06-12", periods=100))
)


def beside(project, batch: str) -> list[str]:
    return review(project, batch)["beside"].tolist()


def test_each_proposal_is_held_against_the_ledger(river, bring_in):
    """
    The same statement is another appearance, another number of the same day contradicts, the rest is new.
    """
    batch = bring_in("day,total\n2023-05-28,about 4400\n2023-05-21,3000\n2023-06-18,about 5000\n")
    held = review(river, batch)

    assert held["beside"].tolist() == ["same_figure", "contradicts", "new"]
    assert held["row_ids"].tolist() == ["RW-002", "RW-001", ""]
    assert "4,100" in held["says"][1]


def test_a_number_said_anew_on_another_day_is_restated(river, bring_in):
    """
    Of one claimant about the same days, another number of another day of publication is a restatement.
    """
    batch = bring_in("day,total\n2023-05-28,about 4450\n", cells={"published_on": "2023-07-01"})

    assert beside(river, batch) == ["restated"]


def test_a_proposal_of_another_conflict_is_held_against_nothing(river, bring_in):
    """
    Conflicts never mix: the same words about another war are new.
    """
    batch = bring_in("day,total\n2023-05-28,about 4400\n", cells={"conflict": "another_war", "party": ""})

    assert beside(river, batch) == ["new"]


def test_nothing_proposed_is_in_the_ledger(river, bring_in):
    """
    A ledger built beside open proposals holds none of them.
    """
    before = build_ledger(river).appearances
    bring_in()

    assert build_ledger(river).appearances["row_id"].tolist() == before["row_id"].tolist()


def test_a_batch_of_a_hundred_is_accepted_at_once_into_a_new_sheet(river, bring_in):
    """
    All rows are appended in one step, each with its decision, day and role; the other sheet stays as it was.
    """
    batch = bring_in(MANY)
    before = (river.recorded / "river.csv").read_bytes()
    done = accept(river, batch, "totals", role="editor")
    decisions = read_decisions(river)

    assert (len(done.recorded), len(done.refused), count_open(river, batch)) == (100, 0, 0)
    assert read_sheet(river.recorded / "totals.csv")["value"].tolist()[:2] == ["5000", "5001"]
    assert (river.recorded / "river.csv").read_bytes() == before
    assert set(decisions["decision"]) == {"accepted"} and set(decisions["role"]) == {"editor"}


def test_the_bytes_of_a_sheet_stay_when_proposals_join_it(river, bring_in):
    """
    Accepting appends: what stood in the sheet before stays byte for byte.
    """
    before = (river.recorded / "river.csv").read_bytes()
    accept(river, bring_in(), "river", role="editor")

    assert (river.recorded / "river.csv").read_bytes().startswith(before)
    assert read_sheets(river.recorded)["hedge"].iloc[-1] == Hedge.AT_LEAST


def test_what_the_form_would_refuse_stays_open(river, bring_in):
    """
    A proposal that says what the same page has said already is refused with its reason; the others join.
    """
    batch = bring_in(
        cells={
            "publisher": "River Wire",
            "verification": "official_claim",
            "address": "https://example.org/river/2",
        }
    )
    done = accept(river, batch, "river", role="editor")

    assert len(done.recorded) == 2
    assert "recorded already as RW-002" in done.refused["reason"].iloc[0]
    assert count_open(river, batch) == 1


def test_the_same_table_twice_proposes_nothing_twice(river, bring_in):
    """
    Ids are made of what is stated: what was decided stays decided when the file comes again.
    """
    accept(river, bring_in(), "totals", role="editor")
    batch = bring_in()

    assert count_open(river, batch) == 0


def test_one_claim_of_two_sources_is_one_figure_with_two_appearances(river, bring_in):
    """
    Accepted beside the sheet's own row, the same statement by another publisher is counted once.
    """
    batch = bring_in("day,total\n2023-05-28,about 4400\n")
    accept(river, batch, "totals", role="editor")
    figures = build_ledger(river).figures
    figure = figures[figures["figure_id"] == "RW-002"].iloc[0]

    assert (figure["appearances"], figure["publishers"]) == (2, "River Wire; Water Desk")


def test_mismatches_of_one_claim_are_listed_with_their_days(river, bring_in):
    """
    Two sources that print different numbers for one claim of one day are listed, before anything is accepted.
    """
    bring_in("day,total\n2023-05-28,about 4600\n")
    found = find_mismatches(river)

    assert found["says"].tolist() == ["4,400 (River Wire, 2023-05-28); 4,600 (Water Desk, 2023-05-28)"]


def test_a_rejection_keeps_its_reason_and_only_the_named_ones_are_rejected(river, bring_in):
    """
    One proposal is rejected with why; it is not proposed again, and the others stay open.
    """
    batch = bring_in()
    first = review(river, batch)["id"].iloc[0]
    reject(river, batch, role="editor", because="=read from the graphic", ids=[first])
    kept = read_decisions(river).iloc[0]

    assert (kept["id"], kept["decision"], kept["because"]) == (first, "rejected", "read from the graphic")
    assert count_open(river, batch) == 2
    with pytest.raises(NoSuchProposal):
        reject(river, batch, role="editor", because="again", ids=[first])


def test_an_edited_proposal_stands_beside_the_one_that_was_proposed(river, bring_in):
    """
    The edit has an id of its own and the place of the first in the source; what was proposed is kept.
    """
    batch = bring_in()
    first = review(river, batch)["id"].iloc[1]
    new = edit(river, batch, first, role="editor", cells={"value": "4710"})

    assert find_one(river, batch, new)["value"] == "4710"
    assert find_one(river, batch, first)["decision"] == "edited"
    assert read_batch(river, batch).place_of(new) == read_batch(river, batch).place_of(first)
    with pytest.raises(FigureRefused):
        edit(river, batch, new, role="editor", cells={"value": "many"})


@pytest.mark.parametrize("role", ["", "=cmd", "x" * 61])
def test_a_decision_needs_a_role(river, bring_in, role):
    """
    Nobody decides without saying in what role.
    """
    with pytest.raises(RoleMissing):
        accept(river, bring_in(), "totals", role=role)


def test_a_trusted_source_passes_by_rule_and_what_contradicts_waits(river, bring_in):
    """
    New and repeated figures of a trusted source join its sheet; a contradiction waits for a person.
    """
    trusted = {"because": "own feed", "role": "desk", "sheet": "feed"}
    batch = bring_in("day,total\n2023-05-21,3000\n2023-06-18,about 5000\n", trusted=trusted)
    mapping = read_mapping(river.raw.parent / "mappings" / "totals.yml")
    passed = pass_by_rule(river, batch, mapping)

    assert passed.recorded["value"].tolist() == ["5000"]
    assert beside(river, batch) == ["contradicts"]
    assert read_decisions(river)["because"].tolist() == ["by rule: own feed"]


def test_a_batch_tells_where_each_proposal_stood_and_what_was_refused(river, bring_in):
    """
    The sidecar names file, digest and mapping; places name row and column; refusals their cell and reason.
    """
    batch = bring_in("day,total\n2023-06-04,4700\n2023-06-11,1.234\n")
    held = read_batch(river, batch)
    refused = pd.read_csv(folder_of(river) / f"{batch}.refused.csv", dtype="str", keep_default_na=False)

    assert (held.sidecar["file"], held.sidecar["mapping"], held.sidecar["figures"]) == (
        "totals.csv",
        "totals",
        {"read": 2, "proposed": 1, "refused": 1},
    )
    assert held.place_of(held.rows["id"].iloc[0]) == {"file": "totals.csv", "row": "2", "column": "total"}
    assert refused.iloc[0].tolist()[:5] == ["totals.csv", "", "3", "value", "1.234"]


def test_a_batch_that_is_not_there_is_one_sentence(river):
    """
    The batches that there are stand in the sentence.
    """
    with pytest.raises(NoSuchBatch, match="The batches: none"):
        review(river, "nothing")


def test_what_was_recorded_before_a_run_was_stopped_is_known_as_accepted(river, bring_in):
    """
    Rows that stand in a sheet without their decision are not recorded twice: they count as accepted.
    """
    batch = bring_in()
    accept(river, batch, "totals", role="editor")
    (folder_of(river) / "decisions.csv").unlink()
    done = accept(river, batch, "totals", role="editor")

    assert (len(done.recorded), len(done.refused), count_open(river, batch)) == (0, 0, 0)
    assert len(read_sheet(river.recorded / "totals.csv")) == 3


def test_an_edited_proposal_outlives_another_import(river, bring_in):
    """
    The file is brought in again: what a person has put in the place of a proposal is still open.
    """
    batch = bring_in()
    first = review(river, batch)["id"].iloc[1]
    new = edit(river, batch, first, role="editor", cells={"value": "4710"})
    bring_in()

    assert find_one(river, batch, new)["value"] == "4710"
    assert read_batch(river, batch).place_of(new)["row"] == "3"
    assert count_open(river, batch) == 3


def test_a_cell_that_was_accepted_is_not_accepted_again_as_it_is_read_now(river, bring_in):
    """
    After a mapping is mended, the same cells of the same file are named with what was accepted of them.
    """
    first = bring_in()
    accepted = read_batch(river, first).rows["id"].tolist()
    accept(river, first, "totals", role="editor")
    again = bring_in(cells={"population": "civilians"})
    held = review(river, again)
    done = accept(river, again, "totals", role="editor")

    assert held["beside"].tolist() == ["read_before"] * 3 and held["row_ids"].tolist() == accepted
    assert done.recorded.empty and done.refused["found"].tolist() == accepted
    assert f"proposals undo {again}" in done.refused["reason"].iloc[0]

    undo(river, again, role="editor")

    assert len(accept(river, again, "totals", role="editor").recorded) == 3
    assert set(read_sheet(river.recorded / "totals.csv")["population"]) == {"civilians"}


def test_an_acceptance_is_taken_back_byte_for_byte(river, bring_in):
    """
    The row goes, the others stay as they were, and the proposal is open; a row changed since stays.
    """
    path = river.recorded / "river.csv"
    before = path.read_bytes()
    batch = bring_in()
    ids = read_batch(river, batch).rows["id"].tolist()
    accept(river, batch, "river", role="editor", ids=ids[:2])
    undone = undo(river, batch, role="editor", ids=[ids[0]])

    assert undone.ids == [ids[0]] and ids[0] not in set(read_sheet(path)["id"])
    assert path.read_bytes().startswith(before) and count_open(river, batch) == 2

    path.write_bytes(path.read_bytes().replace(b"4700", b"4701"))

    assert undo(river, batch, role="editor").changed == {"river.csv": [ids[1]]}

    path.write_bytes(before)

    assert undo(river, batch, role="editor").ids == [ids[1]] and count_open(river, batch) == 3
    with pytest.raises(NotAccepted):
        undo(river, batch, role="editor", ids=ids[:1])


def test_others_name_a_proposal_as_it_is_called_after_it_was_edited(river, bring_in):
    """
    What says that it is a part of an edited proposal names the one in its place.
    """
    batch = bring_in()
    rows = read_batch(river, batch).rows
    whole = rows["id"].iloc[0]
    scoped = edit(river, batch, rows["id"].iloc[1], role="editor", cells={"scope": f"part of {whole}"})
    now = edit(river, batch, whole, role="editor", cells={"value": "4401"})

    assert find_one(river, batch, scoped)["scope"] == f"part of {now}"
