"""Days are decided by the column as a whole, or asked."""

import pytest

from casualty_ledger.intake.guessing.days import decide_days

DECIDED = {
    "ISO days need no decision": (["2023-06-03", "2023-06-04"], "day"),
    "a day above 12 stands first": (["03/06/2023", "25/06/2023"], "day_first"),
    "a day above 12 stands second": (["06/03/2023", "06/25/2023"], "month_first"),
    "the days follow each other, day first": (["01/06/2023", "02/06/2023", "03/06/2023"], "day_first"),
    "the days follow each other, month first": (["06/01/2023", "06/02/2023", "06/03/2023"], "month_first"),
    "newest first is an order too": (["03/06/2023", "02/06/2023", "01/06/2023"], "day_first"),
    "neighbours in words decide": (["4 червня 2023", "06/05/2023", "6 июня 2023"], "month_first"),
    "the same day either way": (["06/06/2023"], "day"),
}


@pytest.mark.parametrize(("texts", "reader"), DECIDED.values(), ids=DECIDED.keys())
def test_a_column_is_decided_by_its_days(texts, reader):
    """
    What one cell leaves open, the others decide; nothing is asked then.
    """
    style = decide_days(texts)

    assert (style.reader, style.question) == (reader, "")


@pytest.mark.parametrize(
    "texts", [["03/06/2023"], ["03/06/2023", "05/09/2023"], ["03/06/2023", "25/06/2023", "06/25/2023"]]
)
def test_what_nothing_decides_is_asked(texts):
    """
    Without neighbours that tell, or with days written both ways, a person is asked with both meanings.
    """
    style = decide_days(texts)

    assert style.reader == "day"
    assert "3 June 2023" in style.question and "6 March 2023" in style.question
