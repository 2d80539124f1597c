"""`casualty-ledger release-note`: which figures changed since the last data package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.cli.console import Processed, Raw, out_console

NO_NOTE = "No note is kept yet: casualty-ledger build writes one when it finds figures that changed."


def release_note(
    since: Annotated[
        str, typer.Option(help="Folder of an older package; default: the one built before this one.")
    ] = "",
    raw: Raw = "",
    processed: Processed = "",
) -> None:
    """Say which figures changed since the last data package, or since an older one."""
    from casualty_ledger.project import Project
    from casualty_ledger.publishing import release_note as notes

    folder = Project.at(raw=raw, processed=processed).processed
    if since:
        before = notes.read_package_figures(Path(since).expanduser())
        figures = notes.read_package_figures(folder)
        note = notes.write_note(notes.compare_releases(before, figures), len(figures))
    elif (folder / notes.NOTE).is_file():
        note = (folder / notes.NOTE).read_text(encoding="utf-8")
    else:
        note = NO_NOTE
    out_console.print(note.rstrip("\n"), highlight=False, markup=False)
