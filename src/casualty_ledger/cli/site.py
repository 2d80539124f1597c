"""`casualty-ledger site`: an index, errata and a feed of all reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.cli.console import out_console, shown


def site(
    out: Annotated[str, typer.Option(help="Folder of reports; default: reports.")] = "",
    base_url: Annotated[
        str, typer.Option(help="Where the folder will stand, such as https://example.org/reports/.")
    ] = "",
) -> None:
    """Make the site of all reports: index, errata, feed. Static files, beside the reports."""
    from casualty_ledger.project import find_home
    from casualty_ledger.publishing.site import write_site

    reports = Path(out).expanduser().resolve() if out else find_home() / "reports"
    shelf = write_site(reports, base_url=base_url)
    said = "1 report" if len(shelf) == 1 else f"{len(shelf)} reports"
    out_console.print(f"{said} listed in {shown(reports / 'index.html')}", highlight=False)


def give_index(report: Path) -> None:
    """Give the folder in which a report stands an index, where it has none."""
    from casualty_ledger.publishing.site import ensure_index

    ensure_index(report.parent)
