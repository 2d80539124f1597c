"""The recording form: what is typed is checked at once, and recorded when all of it is right."""

import pandas as pd
import pytest
from rows import HONEST

from casualty_ledger.explore import form as forms
from casualty_ledger.explore.form import RecordingForm
from casualty_ledger.explore.recording import record_figure
from casualty_ledger.ledger.recording import FigureRefused
from casualty_ledger.sources.recorded_sheets import read_sheet

NEW = {name: text for name, text in HONEST.items() if name != "id"} | {"value": "210350"}


@pytest.fixture
def form(made_up) -> RecordingForm:
    """Open the form on a sheet of one made-up row."""
    project = made_up({})
    return RecordingForm("made_up", raw=str(project.raw))


def type_in(form: RecordingForm, cells: dict[str, str]) -> None:
    for name, text in cells.items():
        form.fields[name].value = text


def test_a_wrong_cell_is_marked_while_it_is_typed(form):
    """
    The reason that `check` would give stands beside the field, and the button waits.
    """
    type_in(form, NEW | {"value": "about ten"})

    assert "Write 10 in value and about in hedge." in form.marks["value"].value
    assert form.button.disabled
    assert form.marks["measure"].value == ""


def test_a_right_row_is_told_as_the_ledger_will_read_it(form):
    """
    When all is right the form says what the ledger will make of it: the count with its hedge and bounds.
    """
    type_in(form, NEW)

    assert not form.button.disabled
    assert "about 210,350 Russian “losses”" in form.told.value
    assert "Bounds 210,300 to 210,400, soft" in form.told.value


def test_the_button_records_and_begins_anew(form):
    """
    The row is in the sheet under the next id; the form keeps who spoke and clears what was said.
    """
    type_in(form, NEW)
    form.button.click()
    sheet = read_sheet(form.project.recorded / "made_up.csv")

    assert sheet[["id", "value"]].to_numpy().tolist() == [["t-1", "209940"], ["t-2", "210350"]]
    assert "Recorded as t-2 in made_up.csv, row 3" in form.last.value
    assert (form.fields["claimant"].value, form.fields["value"].value) == (NEW["claimant"], "")
    assert form.fields["id"].value == "t-3"


def test_hostile_text_is_escaped_in_a_mark(form):
    """
    What is typed never becomes markup of the notebook.
    """
    form.fields["value"].value = "<img src=x onerror=alert(1)>"

    assert "<img" not in form.marks["value"].value
    assert "&lt;img" in form.marks["value"].value


def test_the_form_works_without_widgets(made_up, monkeypatch):
    """
    Without ipywidgets the same checks and the same recording are calls.
    """
    monkeypatch.setattr(forms, "find_widgets", lambda: None)
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
