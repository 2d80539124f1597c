"""Prose of notebooks: said in the language of a report, code and marks left alone."""

import json

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from paths import HOME

from casualty_ledger.publishing.html import export_notebook
from casualty_ledger.wording.language import languages, spoken, translate
from casualty_ledger.wording.prose import lines_of_prose, translate_prose

WITH_A_PAGE = sorted((HOME / "notebooks").glob("0[2-5]_*.ipynb"))


def lines_shown(notebook) -> list[str]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    shown = [
        cell
        for cell in cells
        if cell["cell_type"] == "markdown" and "hide" not in cell["metadata"].get("tags", ())
    ]
    return [line for cell in shown for line in lines_of_prose("".join(cell["source"]))]


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("notebook", WITH_A_PAGE, ids=lambda path: path.stem)
def test_every_line_that_a_page_shows_is_translated(notebook, code: str):
    """
    A reader of a page in another language meets no line of prose in English.
    """
    with spoken(code):
        assert [line for line in lines_shown(notebook) if translate(line) == line] == []


def test_marks_blank_lines_and_code_stay():
    """
    A heading stays a heading and a list a list; what stands in a fence is code, whatever it says.
    """
    with spoken("uk"):
        said = translate_prose("## Caveats\n\n- Caveats\n  \n```python\nCaveats\n```\nCaveats")

    assert said == "## Застереження\n\n- Застереження\n  \n```python\nCaveats\n```\nЗастереження"


def test_a_page_says_its_prose_in_the_language_that_is_spoken_and_leaves_the_notebook():
    """
    The notebook that is kept beside its page stays as it was written.
    """
    notebook = new_notebook(cells=[new_markdown_cell("# Civilian casualties in the week")])
    with spoken("uk"):
        page = export_notebook(notebook, title="x", description="y")

    assert "Загиблі й поранені цивільні за тиждень" in page
    assert notebook.cells[0].source == "# Civilian casualties in the week"
