"""Hostile and endless names: inert, and no chart breaks."""

import pytest
from layout import faults_of
from made_up_charts import at_least, draw, said

from casualty_ledger.charts.fitting import MOST_ROWS
from casualty_ledger.charts.running_toll import RUNNING_TOLL
from casualty_ledger.charts.statements import ROW, STATEMENTS

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    r"$\frac{1}{0}$ $",
    "=HYPERLINK(1)",
    "#set page(width: 1pt)",
    "\u202eevil\u202c 🙂",
    "W" * 10_000,
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_drawn_as_shapes(name: str):
    """
    The picture holds outlines of letters: nothing of the name stands in it as text or as markup.
    """
    rows = [
        said(5, claimant=name, slot=0, slot_label="1"),
        at_least(9, claimant=name, slot=1, slot_label="2"),
    ]
    svg = draw(RUNNING_TOLL, rows).svg.lower()

    assert "<path" in svg
    for token in ("<script", "onerror", "<img", 'href="javascript', "alert(1)</", "<text"):
        assert token not in svg


def test_a_very_long_name_breaks_no_layout():
    """
    Claimants of ten thousand letters leave every other label whole, none on top of another.
    """
    rows = [
        said(n + 5, claimant=f"{letter * 10_000}", slot=n, slot_label=f"{n + 1} Jun")
        for n, letter in enumerate("WiЖ")
    ]
    toll = draw(RUNNING_TOLL, rows)
    ladder = draw(STATEMENTS, [row_of(letter * 10_000, n) for n, letter in enumerate("WiЖ")], height=3 * ROW)

    assert [faults_of(chart.figure) for chart in (toll, ladder)] == [[], []]


def row_of(name: str, n: int):
    return said(n + 1, label=f"{name}\n{name}")


def test_many_rows_break_no_layout():
    """
    A ladder of as many statements as it has room for and a toll of forty have every label whole and apart.
    """
    ladder = draw(STATEMENTS, [at_least(n * n + 1, label=f"Claimant {n}\nkilled") for n in range(MOST_ROWS)])
    rows = [said(n, slot=n, slot_label=f"{n} Jun\nstatement 1") for n in range(40)]
    toll = draw(RUNNING_TOLL, rows)

    assert len(ladder.figure.axes[0].texts) == MOST_ROWS
    assert [faults_of(chart.figure) for chart in (toll, ladder)] == [[], []]


def test_an_unknown_letter_warns_nobody(recwarn):
    """
    Letters that no packaged typeface has become a box, without a warning in anybody's notebook.
    """
    draw(STATEMENTS, [said(5, label="漢字 🙂 עברית\nkilled")], height=0.6)

    assert [str(warning.message) for warning in recwarn if "Glyph" in str(warning.message)] == []
