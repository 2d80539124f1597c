"""The recording form: whole rows are judged as they are typed, and recorded when all of one is right."""

from __future__ import annotations

import cProfile
import pstats
from typing import Any

import pandas as pd
import pytest
from rows import HONEST

from casualty_ledger.explore import form as forms
from casualty_ledger.explore.form import RecordingForm
from casualty_ledger.explore.recording import record_figure
from casualty_ledger.ledger.recording import FigureRefused
from casualty_ledger.ledger.taking_back import NothingTakenBack
from casualty_ledger.sources.recorded_sheets import read_sheet

NEW = {name: text for name, text in HONEST.items() if name != "id"} | {"value": "210350"}


@pytest.fixture
def form(made_up) -> RecordingForm:
    """Open the form on a sheet of one made-up row."""
    project = made_up({})
    return RecordingForm("made_up", raw=str(project.raw))


def ask(form: RecordingForm, do: str, **cells: str) -> dict[str, Any]:
    """Ask as the browser does: the whole row as it stands on screen, with the turn of its last change."""
    return form.answer({"do": do, "turn": 7, "sheet": "made_up.csv", "cells": form.first | NEW | cells})


def recorded(form: RecordingForm) -> list[list[str]]:
    return read_sheet(form.project.recorded / "made_up.csv")[["id", "value"]].to_numpy().tolist()


def test_a_wrong_cell_is_marked_while_it_is_typed(form):
    """
    The reason that `check` would give stands beside the field, the row is not right, and which cell is said.
    """
    answer = ask(form, "judge", value="about ten")

    assert "Write 10 in value and about in hedge." in answer["marks"]["value"][1]
    assert (answer["right"], answer["turn"]) == (False, 7)
    assert answer["told"] == ("open", "Needed, or not right yet: value.")
    assert list(answer["marks"]) == ["value"]


def test_a_right_row_is_told_as_the_ledger_will_read_it(form):
    """
    When all is right the form says so at once, and then what the ledger will make of it: the count with its
    hedge and bounds.
    """
    answer = ask(form, "judge")
    told = ask(form, "preview")["told"]

    assert (answer["right"], answer["told"][0], told[0]) == (True, "right", "right")
    assert "about 210,350 Russian “losses”" in told[1]
    assert "Bounds 210,300 to 210,400, soft" in told[1]


def test_the_row_that_is_pressed_is_the_row_that_is_recorded(form):
    """
    What the press carries is written, whatever was judged before; the form keeps who spoke.
    """
    ask(form, "judge", value="1")
    answer = ask(form, "record")

    assert recorded(form) == [["t-1", "209940"], ["t-2", "210350"]]
    assert "Recorded as t-2 in made_up.csv, row 3" in answer["told"]
    assert (form.stated["claimant"], form.stated.get("value", "")) == (NEW["claimant"], "")
    assert ask(form, "judge", value="1")["id"].startswith("t-3")


def test_a_refusal_leaves_what_was_typed(form):
    """
    Nothing is written, the answer says what is wrong, and every cell stays as it was stated.
    """
    answer = ask(form, "record", value="ten")

    assert answer["answer"] == "refused" and "value: " in answer["told"]
    assert len(recorded(form)) == 1
    assert form.stated == form.first | NEW | {"value": "ten"}


def test_the_last_row_is_undone_and_comes_back_into_the_form(form):
    """
    The sheet is as it was, byte for byte, and the answer carries the row; nothing more is taken out.
    """
    sheet = form.project.recorded / "made_up.csv"
    before = sheet.read_bytes()
    ask(form, "record")
    answer = form.answer({"do": "undo"})

    assert sheet.read_bytes() == before
    assert answer["row"]["value"] == "210350"
    assert "Nothing was undone" in form.answer({"do": "undo"})["told"][1]


def test_a_row_that_is_no_longer_the_last_is_not_undone(form):
    """
    Where somebody has written to the sheet since, it stays, and the sentence says so.
    """
    ask(form, "record")
    record_figure("made_up", raw=str(form.project.raw), **NEW | {"value": "210900"})

    with pytest.raises(NothingTakenBack, match=r"last rows of made_up\.csv"):
        form.undo()
    assert len(recorded(form)) == 3


def test_a_pasted_block_is_recorded_whole(form):
    """
    Rows with a header join with ids of their own; what the block does not state is as in the form.
    """
    form.state(**NEW)
    answer = form.answer(
        {"do": "paste", "text": "value\thedge\n210400\tabout\n210500\tabout\n", "name": "value"}
    )
    form.answer({"do": "record_pasted"})

    assert answer["right"] and len(answer["rows"]) == 2
    assert recorded(form)[1:] == [["t-2", "210400"], ["t-3", "210500"]]


def test_a_pasted_block_with_a_wrong_row_records_nothing(form):
    """
    The row that is wrong is said with its column; pressing all the same is refused.
    """
    form.state(**NEW)
    answer = form.answer({"do": "paste", "text": "value\n210400\nten", "name": "value"})

    assert [kind for kind, _ in answer["rows"]] == ["right", "wrong"] and not answer["right"]
    assert "value: " in answer["rows"][1][1]
    assert form.answer({"do": "record_pasted"})["told"][0] == "wrong"
    assert len(recorded(form)) == 1


def test_a_block_without_a_header_begins_where_it_is_pasted(form):
    """
    Cells stand for the columns of a sheet from the field on that they are pasted into.
    """
    form.state(**NEW)
    form.paste("2023-06-04\t2023-06-04\n", start="covers_from")

    assert form.block[["covers_from", "covers_until"]].to_numpy().tolist() == [["2023-06-04", "2023-06-04"]]


@pytest.mark.parametrize("cells", [{"value": "5"}, dict.fromkeys(NEW, "")], ids=["right", "empty"])
def test_a_state_asks_little_of_a_processor(form, cells: dict[str, str]):
    """
    Judging a row reads its cells and makes nothing of them: some 40,000 calls of functions.
    """
    ask(form, "judge")
    profile = cProfile.Profile()
    profile.runcall(ask, form, "judge", **cells)

    assert pstats.Stats(profile).total_calls < 70_000  # type: ignore[attr-defined]


def test_the_form_works_without_widgets(made_up, monkeypatch):
    """
    Without ipywidgets the same checks and the same recording are calls.
    """
    monkeypatch.setattr(forms, "find_face", lambda: None)
    form = RecordingForm("made_up", raw=str(made_up({}).raw))
    form.state(**NEW | {"value": "x"})

    assert form.problems()["column"].tolist() == ["value"]
    form.state(value="210350")
    assert form.record()["id"].tolist() == ["t-2"]


def test_one_call_records_a_figure(made_up):
    """
    `record_figure` gives the next id and returns the row as recorded, or says all that is wrong.
    """
    raw = str(made_up({}).raw)
    row = record_figure("made_up", raw=raw, **NEW)

    assert type(row) is pd.DataFrame
    assert row["id"].tolist() == ["t-2"]
    with pytest.raises(FigureRefused, match=r"measure: .* value: "):
        record_figure("made_up", raw=raw, **NEW | {"measure": "dead", "value": "ten"})
