"""Pages: the notebooks of a report that are also set as a page, right where they were run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from casualty_ledger.whole_files import write_text

if TYPE_CHECKING:
    from nbformat import NotebookNode

PAGES = {
    "02_civilian_casualties": "civilian_casualties.html",
    "03_military_losses": "military_losses.html",
    "04_prisoners_of_war": "prisoners_of_war.html",
    "05_weekly_brief": "brief.html",
}


def pages_of(stem: str) -> tuple[str, ...]:
    """Name the page that a notebook is set as, if it is."""
    return (PAGES[stem],) if stem in PAGES else ()


def write_page(notebook: NotebookNode) -> None:
    """Set a notebook that has just been run as a page, where the report has one of it.

    Which notebook it is and where the page goes is told by the environment, as it is to the notebook.
    """
    from casualty_ledger.publishing.html import export_notebook

    stem = os.environ["CASUALTY_LEDGER_NOTEBOOK"]
    if stem not in PAGES:
        return
    week = notebook.metadata["papermill"]["parameters"]["week"]
    subject = stem.partition("_")[2].replace("_", " ").capitalize()
    title = f"{subject}, week {week}: Casualty Ledger"
    description = f"{subject} of week {week}: reported figures, who says so, and how sure it is."
    page = export_notebook(notebook, title=title, description=description)
    write_text(Path(os.environ["CASUALTY_LEDGER_OUT"]) / PAGES[stem], page)
