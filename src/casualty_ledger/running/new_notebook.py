"""A new notebook of one's own: it runs as it stands, and every cell of it is there to be changed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from casualty_ledger.errors import CannotWrite
from casualty_ledger.parsing.plain_text import inert
from casualty_ledger.project import Project
from casualty_ledger.running.notebook_errors import NotebookUnnamed, NumbersUsedUp, PagesCollide
from casualty_ledger.running.pages import name_page
from casualty_ledger.whole_files import write_text

LONGEST = 40
PARAMETERS = """\
week: str = "2023-W22"  # ISO week, Monday to Sunday
conflict: str = ""  # the conflict, as the sheets name it; nothing is the default one
as_of: str = ""  # vintage: nothing is the Monday after the week; a date such as 2024-01-01; or latest
language: str = ""  # en, uk, …; nothing is that of the settings
raw: str = ""  # folder of the recorded sheets' folder; nothing is data/raw
processed: str = ""  # folder of the built ledger; nothing is data/processed
out: str = ""  # folder for charts and tables; nothing is reports/tried/<week>"""
IMPORTS = """\
from matplotlib.figure import Figure

from casualty_ledger.desk import open_desk
from casualty_ledger.wording.traced_text import words"""
OPEN = """\
desk = open_desk(week, as_of, conflict=conflict, language=language, raw=raw, processed=processed, out=out)
desk.introduce()"""
TABLE = """\
figures = desk.edition.in_week
statements = figures.groupby("claimant").size().sort_values().rename("statements").reset_index()
statements"""
DRAW = """\
axes = Figure(figsize=(7.2, 4), layout="constrained").add_subplot()
axes.barh(statements["claimant"], statements["statements"])
desk.keep_figure(axes.figure, statements, name="{name}", title="Statements of the week, by claimant")"""
KEEP = 'desk.table(figures, "{name}", "The figures of the week", "The ledger holds none for this week.")'
SOURCES = """\
claimants = "; ".join(statements["claimant"])
desk.say(words(f"Reported by {claimants}.") if claimants else None, "Nothing of this week is recorded.")"""


def make_folder(notebooks: str) -> None:
    """Make the folder of one's own notebooks, where one is named and is not there yet.

    Errors: CannotWrite.
    """
    folder = Path(notebooks).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path=folder, problem=error.strerror or error) from None


def write_notebook(project: Project, title: str) -> Path:
    """Write a new notebook after the last one, among one's own where there is such a folder; return its path.

    Errors: NotebookUnnamed, NumbersUsedUp, PagesCollide, CannotWrite.
    """
    said = " ".join(inert(title).split())
    name = re.sub(r"\W+", "_", said.casefold())[:LONGEST].strip("_")
    if not name:
        raise NotebookUnnamed(found=title)
    last = max(project.numbered, key=lambda path: path.name[:2], default=Path("00_"))
    if last.name.startswith("99"):
        raise NumbersUsedUp(last=last.name)
    path = (project.own or project.notebooks) / f"{int(last.name[:2]) + 1:02}_{name}.ipynb"
    page = name_page(path.stem)
    if same := [each.name for each in project.numbered if name_page(each.stem).casefold() == page]:
        raise PagesCollide(one=same[0], other=path.name, page=page)
    write_text(path, json.dumps(_fill_in(said, name), indent=1, ensure_ascii=False) + "\n")
    return path


def _fill_in(title: str, name: str) -> dict[str, Any]:
    question = "**Question.** Who made how many statements about this week? Write yours here."
    code = [IMPORTS, OPEN, TABLE, DRAW.format(name=name), KEEP.format(name=name), SOURCES]
    cells = [
        _cell("markdown", f"# {title}\n\n{question}", "title"),
        _cell("code", PARAMETERS, "parameters", "parameters", "hide"),
        *(_cell("code", source, f"cell-{number}") for number, source in enumerate(code)),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _cell(kind: str, source: str, name: str, *tags: str) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "cell_type": kind,
        "id": name,
        "metadata": {"tags": list(tags)} if tags else {},
        "source": source.splitlines(keepends=True),
    }
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})
