"""Pages: the notebooks of a report that are also set as a page, right where they were run.

Every numbered notebook has one, called after its file and titled by its first heading. Ours are called
otherwise here and there, and the first has none: it tells of the ledger, not of a week.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from casualty_ledger.parsing.plain_text import inert, shorten
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.running.notebook_errors import NotebookUnreadable, PagesCollide
from casualty_ledger.settings import settings
from casualty_ledger.whole_files import write_text
from casualty_ledger.wording.language import mark, phrase, translate

if TYPE_CHECKING:
    from nbformat import NotebookNode

LONGEST_NAME = 60
NO_NAME = re.compile(r"[^\w-]+")


class Page(NamedTuple):
    """A page of a report: its file, its name among the links, and its subject in the title.

    Names of ours are marked phrases.
    """

    file: str
    name: str
    subject: str


OURS = {
    "01_clean_figures": None,
    "02_civilian_casualties": Page("civilian_casualties.html", *[mark("Civilian casualties")] * 2),
    "03_military_losses": Page("military_losses.html", *[mark("Military losses")] * 2),
    "04_prisoners_of_war": Page("prisoners_of_war.html", *[mark("Prisoners of war")] * 2),
    "05_weekly_brief": Page("brief.html", mark("Brief"), mark("Weekly brief")),
}
BRIEF, INDEX = "brief.html", "../index.html"


def name_page(stem: str) -> str:
    """Name the file of a notebook's page by the notebook's own name; nothing where it has none.

    >>> name_page("05_weekly_brief"), name_page("06_sites & schools"), name_page("01_clean_figures")
    ('brief.html', 'sites_schools.html', '')
    """
    if stem in OURS:
        ours = OURS[stem]
        return ours.file if ours else ""
    number, _, subject = stem.partition("_")
    named = NO_NAME.sub("_", subject).strip("_-")
    return f"{named or number}.html"


def list_pages(notebooks: Iterable[Path]) -> list[Page]:
    """List the pages of a report: the brief, then the others in reading order.

    Errors: NotebookUnreadable, PagesCollide.
    """
    made: dict[str, tuple[Path, Page]] = {}
    for path in notebooks:
        file = name_page(path.stem)
        if not file:
            continue
        if file.casefold() in made:
            raise PagesCollide(one=made[file.casefold()][0].name, other=path.name, page=file)
        made[file.casefold()] = path, OURS.get(path.stem) or Page(file, *[read_title(path)] * 2)
    return sorted((page for _, page in made.values()), key=lambda page: page.file != BRIEF)


def read_title(notebook: Path) -> str:
    """Read the title of a notebook: its first heading, or what its name says.

    Errors: NotebookUnreadable.
    """
    written = [cell for cell in read_cells(notebook) if cell["cell_type"] == "markdown"]
    lines = (line for cell in written for line in source_of(cell).splitlines())
    heading = next((line.strip("# \t") for line in lines if line.startswith("# ")), "")
    named = notebook.stem.partition("_")[2].replace("_", " ").strip().capitalize()
    return shorten(inert(heading) or named or notebook.stem, LONGEST_NAME)


def read_cells(notebook: Path) -> list[dict[str, object]]:
    """Read the cells of a notebook. Errors: NotebookUnreadable."""
    try:
        cells: list[dict[str, object]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        for cell in cells:
            source_of(cell), cell["cell_type"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        problem = "it has no cells" if isinstance(error, KeyError) else str(error)
        raise NotebookUnreadable(notebook=notebook.name, problem=problem) from None
    return cells


def source_of(cell: dict[str, object]) -> str:
    """Return the source of a cell, which a file may hold line by line."""
    source = cell["source"]
    return "".join(source) if isinstance(source, list) else str(source)


def link_pages(week: Week, pages: Iterable[Page]) -> tuple[tuple[str, str], ...]:
    """Return the links at the top of each page of a report, and what they say.

    Whether there is a report of the weeks beside it a page cannot know: it leads to their places in the
    index, which lists those that there are. `publishing.site.ensure_index` sees that there is one.
    """
    before, after = week.before(), Week(week.monday + timedelta(weeks=1))
    beside = [
        (phrase("Week before ({week})", week=before), f"{INDEX}#{before}"),
        (phrase("Week after ({week})", week=after), f"{INDEX}#{after}"),
    ]
    own = ((translate(page.name), page.file) for page in pages)
    return (*own, *beside, (translate("All weeks"), INDEX))


def write_page(notebook: NotebookNode) -> None:
    """Set a notebook that has just been run as a page, where the report has one of it.

    Which notebook it is, where its siblings are and where the page goes is told by the environment, as it
    is to the notebook.
    """
    from casualty_ledger.parsing.weeks import parse_week
    from casualty_ledger.project import Project
    from casualty_ledger.publishing.html import export_notebook

    here = name_page(os.environ["CASUALTY_LEDGER_NOTEBOOK"])
    if not here:
        return
    pages = list_pages(Project.told().numbered)
    subject = translate(next(page.subject for page in pages if page.file == here))
    week = parse_week(notebook.metadata["papermill"]["parameters"]["week"])
    title = phrase("{subject}, week {week}: {title}", subject=subject, week=week, title=settings().title)
    description = phrase(
        "{subject} of week {week}: reported figures, who says so, and how sure it is.",
        subject=subject,
        week=week,
    )
    links = link_pages(week, pages)
    page = export_notebook(notebook, title=title, description=description, links=links, here=here)
    write_text(Path(os.environ["CASUALTY_LEDGER_OUT"]) / here, page)
