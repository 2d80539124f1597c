"""The variations at the end of each numbered notebook run as they stand, on what it has made."""

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from tour import run_cell

from casualty_ledger.desk import Desk
from casualty_ledger.publishing.week.drawing import TableUnfit

HOME = Path(__file__).resolve().parents[2]
NUMBERED = sorted((HOME / "notebooks").glob("0*.ipynb"))
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)
# What a variation may need of the notebook that it ends; the charts are drawn elsewhere.
NEEDED = ("import ", "open_desk(", "read_sheets(")


def variations_of(path: Path) -> list[str]:
    """Return the cells that the last part of a notebook proposes."""
    last = nbformat.read(path, as_version=4).cells[-1].source
    assert last.startswith("## Change this")
    return BLOCK.findall(last)


def run_variations(path: Path, names: dict[str, Any]) -> None:
    """Run the variations of a notebook: each gives a table, a chart or a sentence that holds something."""
    blocks = variations_of(path)
    worths = [run_cell(block, names)[0] for block in blocks]

    assert len(blocks) == 2
    assert max(len(ast.parse(block).body) for block in blocks) <= 5
    assert all(len(worth) if isinstance(worth, pd.DataFrame | str) else worth.chart.svg for worth in worths)


@pytest.mark.parametrize("path", NUMBERED[1:4], ids=lambda path: path.stem)
def test_a_chart_is_varied_in_two_lines(path: Path, project, edition_of, tmp_path: Path):
    """
    Another window, another filter: a table and its chart, in a page's notebook.
    """
    run_variations(path, {"desk": Desk(project, edition_of("2023-W22"), tmp_path)})


@pytest.mark.soak
@pytest.mark.parametrize("path", [NUMBERED[0], NUMBERED[4]], ids=lambda path: path.stem)
def test_rows_and_brief_are_varied_in_a_few_lines(path: Path, project, tmp_path: Path):
    """
    What a notebook has read and opened by its end is all that its variations need.
    """
    given = {"week": "2023-W22", "as_of": "", "conflict": "", "language": "", "raw": str(project.raw)}
    names: dict[str, Any] = given | {"processed": str(project.processed), "out": str(tmp_path)}
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code" and any(each in cell.source for each in NEEDED):
            run_cell(cell.source, names)
    run_variations(path, names)


def test_a_table_that_a_chart_cannot_draw_is_told_what_it_lacks(project, edition_of, tmp_path: Path):
    """
    The sentence names the columns that are missing and the table that has them.
    """
    desk = Desk(project, edition_of("2023-W22"), tmp_path)

    with pytest.raises(TableUnfit, match=r"desk\.week\.losses\(\).* lacks whose, relation"):
        desk.draw(desk.week.losses().drop(columns=["whose", "relation"]))


@pytest.mark.parametrize("path", NUMBERED[1:4], ids=lambda path: path.stem)
def test_a_chart_is_drawn_from_a_table_that_stands_above_it(path: Path):
    """
    No cell draws from anything but a table that the cell before it shows.
    """
    code = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    drawn = [
        (at, found[1]) for at, cell in enumerate(code) if (found := re.match(r"desk\.draw\((\w+)", cell))
    ]

    assert drawn
    assert all(code[at - 1].splitlines()[-1] == name for at, name in drawn)
    assert not [cell for cell in code if "pictures." in cell]
