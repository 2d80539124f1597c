"""Pages: the notebooks of a report that are also set as a page, right where they were run."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from casualty_ledger.parsing.weeks import Week
from casualty_ledger.whole_files import write_text

if TYPE_CHECKING:
    from nbformat import NotebookNode

PAGES = {
    "02_civilian_casualties": "civilian_casualties.html",
    "03_military_losses": "military_losses.html",
    "04_prisoners_of_war": "prisoners_of_war.html",
    "05_weekly_brief": "brief.html",
}

NAMES = {
    "civilian_casualties.html": "Civilian casualties",
    "military_losses.html": "Military losses",
    "prisoners_of_war.html": "Prisoners of war",
    "brief.html": "Brief",
}


def pages_of(stem: str) -> tuple[str, ...]:
    """Name the page that a notebook is set as, if it is."""
    return (PAGES[stem],) if stem in PAGES else ()


def link_pages(week: Week) -> tuple[tuple[str, str], ...]:
    """Return the links at the top of each page of a report, and what they say.

    The index and the weeks beside it are found where the report stands in its folder of reports.
    """
    own = [(NAMES[page], page) for page in PAGES.values()]
    before, after = week.before(), Week(week.monday + timedelta(weeks=1))
    beside = [
        (f"Week before ({before})", f"../{before}/brief.html"),
        (f"Week after ({after})", f"../{after}/brief.html"),
    ]
    return (*own[-1:], *own[:-1], *beside, ("All weeks", "../index.html"))


def write_page(notebook: NotebookNode) -> None:
    """Set a notebook that has just been run as a page, where the report has one of it.

    Which notebook it is and where the page goes is told by the environment, as it is to the notebook.
    """
    from casualty_ledger.parsing.weeks import parse_week
    from casualty_ledger.publishing.html import export_notebook

    stem = os.environ["CASUALTY_LEDGER_NOTEBOOK"]
    if stem not in PAGES:
        return
    week = parse_week(notebook.metadata["papermill"]["parameters"]["week"])
    subject = stem.partition("_")[2].replace("_", " ").capitalize()
    title = f"{subject}, week {week}: Casualty Ledger"
    description = f"{subject} of week {week}: reported figures, who says so, and how sure it is."
    links = link_pages(week)
    page = export_notebook(notebook, title=title, description=description, links=links, here=PAGES[stem])
    write_text(Path(os.environ["CASUALTY_LEDGER_OUT"]) / PAGES[stem], page)
