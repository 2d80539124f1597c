"""The desk: where it keeps what a notebook makes."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from casualty_ledger.charts.frame import NoChart
from casualty_ledger.desk import Desk, NoFigures, open_desk


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


@pytest.fixture
def desk(folders, tmp_path: Path) -> Desk:
    return open_desk("2023-W22", **folders, out=str(tmp_path))


def test_a_desk_says_what_it_is(desk):
    """
    A desk and its tables show themselves in a few lines, with what can be asked of them.
    """
    assert repr(desk).startswith(
        "Russia–Ukraine war: week 2023-W22, 29 May to 4 June 2023. As known on 5 June"
    )
    assert ".losses()" in repr(desk.week)
    assert all(len(repr(each).splitlines()) < 3 for each in (desk, desk.week))


def test_a_table_of_other_columns_is_told_what_it_lacks(desk):
    """
    Figures are kept whole; some of their columns alone are shown, and the sentence says how.
    """
    with pytest.raises(NoFigures, match=r"lacks conflict, .* and others\. Select rows of desk\.edition"):
        desk.table(desk.edition.figures[["claimant", "place"]], "mine")


def test_a_name_of_a_claimant_is_shown_whole(desk):
    """
    A plain table of a notebook cuts no name that a reader must know.
    """
    name = "Dnipropetrovsk Oblast Military Administration (Lysak), by telephone"

    assert name in pd.DataFrame({"claimant": [name]})._repr_html_()


def test_a_series_is_the_table_of_a_figure(desk):
    """
    What pandas counts is kept with the figure that draws it, its index as a column.
    """
    counted = pd.Series([2, 1], index=pd.Index(["A", "B"], name="claimant"), name="statements")
    shown = desk.keep_figure(Figure(), counted, name="mine", title="Statements")

    assert not isinstance(shown, NoChart)
    assert pd.read_csv(desk.out / "charts" / "mine.csv").columns.tolist() == ["claimant", "statements"]


def test_a_plain_text_is_said(desk):
    """
    A sentence of one's own is a text; where it is empty, the other one stands.
    """
    assert [repr(desk.say(said, "Nothing.")) for said in ("As said.", "", None)] == [
        "As said.",
        "Nothing.",
        "Nothing.",
    ]
