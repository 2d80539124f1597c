"""The tour: every cell gives what the page shows, and what is known from elsewhere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tour import PAGE, cells_of, run_cell

from casualty_ledger.explore.answers import COMPARED, MONTHLY
from casualty_ledger.explore.changes import CHANGED

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def answers(whole_project) -> list[tuple[Any, str, str]]:
    """Run all cells in order, as a reader does; return what each gives, shows, and should show."""
    names: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CASUALTY_LEDGER_PROCESSED", str(whole_project.processed))
        return [(*run_cell(code, names), shown) for code, shown in cells_of(TEXT)]


def test_the_tour_asks_seventeen_questions_with_a_cell_each():
    """
    Seventeen headings ask a question, and each is followed by a cell with its answer.
    """
    questions = re.findall(r"^## \d+\. .*\?$", TEXT, re.MULTILINE)

    assert len(questions) == 17
    assert len([shown for _, shown in cells_of(TEXT) if shown]) == 17
    assert all("```python" in part for part in re.split(r"^## \d+", TEXT, flags=re.MULTILINE)[1:])


def test_every_cell_gives_what_the_page_shows(answers):
    """
    What a reader sees under a cell is what the cell gives today.
    """
    for _, given, shown in answers:
        assert given == shown


def test_the_answers_are_those_known_from_elsewhere(answers):
    """
    The figures are those of OHCHR, of the General Staff's published totals and of the article of 5 June 2023.
    """
    _, claim, march, exchanges, weeks, parts, strike, backlog, held, sides, harm = (
        said for said, _, _ in answers[:11]
    )

    assert claim[["claimant", "measure_as_said"]].to_numpy().tolist() == [["Ukraine", "killed"]]
    assert "“losses”" in claim["said"].iloc[0]
    assert march["said"].iloc[-1] == "at least 3,333 civilians killed"
    assert {(207, 195), (277, 246), (189, 150)} <= _pairs(exchanges)
    assert weeks["value"].iloc[-1] == 209_940 - 206_600
    assert parts["said"].str.extract(r"([0-9,]+)")[0].tolist() == ["206,600", "209,940"]
    assert strike["said"].iloc[-1] == "22 civilians injured"
    assert backlog[["size", "own_value"]].to_numpy().tolist()[-1] == [8101 - 7199, 138]
    assert "3,392 Ukrainian prisoners of war held" in set(held["said"])
    assert "at least 24,470 Russian soldiers confirmed dead by name" in set(sides["said"])
    assert harm.set_index("measure")["value"].to_dict() == {
        "killed": 4452,
        "injured": 5531,
        "casualties": 9983,
    }


@pytest.mark.parametrize("columns", [COMPARED, MONTHLY, CHANGED], ids=["compare", "monthly", "changes"])
def test_every_column_of_an_answer_stands_in_a_doc(columns: list[str]):
    """
    A column is one of the codebook, or the tour says what it holds.
    """
    documented = TEXT + (PAGE.parent / "codebook.md").read_text(encoding="utf-8")

    assert [column for column in columns if f"| `{column}` |" not in documented] == []


def _pairs(told: Any) -> set[tuple[int, int]]:
    """Return the highest and lowest number said of each exchange."""
    days = told.groupby("covers_until")["value"]
    return set(zip(days.max(), days.min(), strict=True))
