"""`casualty-ledger export`: figures for spreadsheets and for HDX, and a blank sheet to fill."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import ConflictName, Processed, Raw, out_console, say_count, shown
from casualty_ledger.errors import CasualtyLedgerError

if TYPE_CHECKING:
    from casualty_ledger.explore.selection import Selection

export = typer.Typer(
    no_args_is_help=True, help="Figures for spreadsheets and for HDX; a blank sheet to fill."
)

Workbook = Annotated[str, typer.Argument(help="The workbook to write, such as figures.xlsx.")]
Criterion = Annotated[str, typer.Option(help="Only of this one; default: all.")]
Weeks = Annotated[str, typer.Option(help="ISO week, or the first and the last: 2023-W12/2023-W22.")]
Days = Annotated[str, typer.Option(help="A day, a month, a year, or the first and the last.")]
AsOf = Annotated[str, typer.Option(help="A day: as known then; default: as known today.")]


class NotAWorkbook(CasualtyLedgerError):
    """A path that should be that of a workbook."""

    template = "{found!r} does not end in .xlsx. Name the workbook to write, such as figures.xlsx."


@export.command()
def figures(
    path: Workbook,
    claimant: Criterion = "",
    measure: Criterion = "",
    population: Criterion = "",
    party: Criterion = "",
    place: Criterion = "",
    weeks: Weeks = "",
    days: Days = "",
    as_of: AsOf = "",
    conflict: ConflictName = "",
    raw: Raw = "",
    processed: Processed = "",
) -> None:
    """Write figures as a workbook: typed cells, the codebook, the sources, and no formula."""
    workbook = _workbook(path)
    chosen = _open(as_of, raw, processed).select(
        conflict=conflict,
        claimant=claimant,
        measure=measure,
        population=population,
        party=party,
        place=place,
        weeks=weeks,
        days=days,
    )
    chosen.to_excel(workbook)
    _say(len(chosen), workbook)


@export.command()
def package(path: Workbook, raw: Raw = "", processed: Processed = "") -> None:
    """Write the whole data package as a workbook, a sheet a table."""
    from casualty_ledger.publishing.exported import export_package
    from casualty_ledger.publishing.package import derive_tables

    workbook = _workbook(path)
    opened = _open("", raw, processed)
    export_package(workbook, opened.ledger, derive_tables(opened.ledger))
    _say(len(opened.ledger.figures), workbook)


@export.command()
def hdx(
    folder: Annotated[str, typer.Argument(help="The folder to write to.")],
    title: Annotated[str, typer.Option(help="Title of the dataset.")] = "",
    as_of: AsOf = "",
    conflict: ConflictName = "",
    raw: Raw = "",
    processed: Processed = "",
) -> None:
    """Write the figures of a conflict as HDX takes them: CSV with HXL tags, and the dataset's fields."""
    from casualty_ledger.conflicts.choosing import take_conflict
    from casualty_ledger.conflicts.known import conflict_of
    from casualty_ledger.explore.attribution import known_on
    from casualty_ledger.publishing.hdx import write_hdx

    opened = _open(as_of, raw, processed)
    name = take_conflict(conflict, opened.ledger.conflicts)
    chosen = opened.select(conflict=name)
    target = Path(folder).expanduser()
    said = title or f"Reported casualties and prisoners of war: {conflict_of(name).title}"
    write_hdx(target, chosen.figures, title=said, vintage=known_on(chosen.vintage))
    _say(len(chosen), target)


@export.command()
def template(
    path: Workbook,
    sheet: Annotated[str, typer.Option(help="A recorded sheet whose rows it holds; default: none.")] = "",
    raw: Raw = "",
) -> None:
    """Write a blank sheet of figures as a workbook: every column, with the words to choose from."""
    from casualty_ledger.conflicts.known import learn_conflicts
    from casualty_ledger.ledger.recording import find_sheet
    from casualty_ledger.project import Project
    from casualty_ledger.publishing.sheet_template import write_template
    from casualty_ledger.sources.recorded_sheets import read_sheet
    from casualty_ledger.sources.registry import read_register

    workbook = _workbook(path)
    project = Project.at(raw=raw)
    rows = read_sheet(find_sheet(project, sheet)).to_dict("records") if sheet else []
    write_template(workbook, read_register(project.sources), learn_conflicts(project), rows)
    what = f"The rows of {sheet} are" if sheet else "A blank sheet is"
    out_console.print(f"{what} written to {shown(workbook)}.", highlight=False)


def _workbook(path: str) -> Path:
    workbook = Path(path).expanduser()
    if workbook.suffix.lower() != ".xlsx":
        raise NotAWorkbook(found=path)
    return workbook


def _open(as_of: str, raw: str, processed: str) -> Selection:
    from casualty_ledger.explore.opening import open_ledger

    return open_ledger(as_of, raw=raw, processed=processed)


def _say(count: int, path: Path) -> None:
    out_console.print(f"{say_count(count, 'figure')} written to {shown(path)}", highlight=False)
