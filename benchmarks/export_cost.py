"""Measure what the exports add to the cells: CPU of each HTML page and of the PDF, cold and warm."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casualty_ledger.publishing.document import Brief

WEEK = "2023-W22"
PAGES = ("02_civilian_casualties", "03_military_losses", "04_prisoners_of_war", "05_weekly_brief")
BOUND = 150


def measure(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that `work` takes in this process."""
    started = time.process_time()
    work()
    return 1000 * (time.process_time() - started)


def export_once(report: Path, folder: Path) -> dict[str, float]:
    """Export the four pages and the brief of a report whose cells have run; return CPU by export."""
    import nbformat

    from casualty_ledger.desk import open_desk
    from casualty_ledger.publishing.references import References
    from casualty_ledger.publishing.week.brief import compose_brief

    notebooks = {name: nbformat.read(report / "notebooks" / f"{name}.ipynb", 4) for name in PAGES}
    desk = open_desk(WEEK, out=str(folder))
    brief = compose_brief(desk.edition)
    cited = brief.cited()
    draw_pictures(brief)
    spent = {"imports": measure(_import_exports)}
    from casualty_ledger.publishing.html import export_notebook
    from casualty_ledger.publishing.markup import mark_brief
    from casualty_ledger.publishing.pdf import write_brief

    references = References.of(desk.edition.figures, cited)
    spent["cards and markup"] = measure(lambda: mark_brief(brief, References.of(desk.edition.figures, cited)))
    day = desk.edition.vintage.day
    spent["brief.pdf"] = measure(lambda: write_brief(brief, references, folder / "brief.pdf", dated=day))
    for name, notebook in notebooks.items():
        spent[name] = measure(lambda page=notebook: export_notebook(page, title="T", description="D"))
    return spent


def draw_pictures(brief: Brief) -> None:
    """Draw what is drawn when first looked at: drawing is the cells' work, and no export's."""
    from casualty_ledger.publishing.document import Picture

    pictures = [block for _, block in brief.parts() if isinstance(block, Picture)]
    assert all(picture.chart.svg for picture in pictures)


def _import_exports() -> None:
    import casualty_ledger.publishing.html
    import casualty_ledger.publishing.pdf  # noqa: F401


def export_cold(report: Path, folder: Path) -> dict[str, float]:
    """Export in a process of its own: imports and the compiling of the template are paid there."""
    command = [sys.executable, __file__, "--once", str(report), str(folder)]
    return dict(json.loads(subprocess.check_output(command)))


def main() -> None:
    """Make a report, export it again and again, and print medians by export and for each page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--once", nargs=2, metavar=("REPORT", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.once:
        print(json.dumps(export_once(*map(Path, arguments.once))))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [Path(sys.executable).with_name("casualty-ledger"), "report", "--week", WEEK]
        subprocess.run([*map(str, command), "--out", str(folder)], check=True, capture_output=True)
        report = folder / WEEK
        export_once(report, folder)
        warm = [export_once(report, folder) for _ in range(arguments.runs)]
        cold = [export_cold(report, folder) for _ in range(max(1, arguments.runs // 3))]
    for kind, runs in (("warm", warm), ("cold, a process each time, imports counted", cold)):
        medians = {export: statistics.median(run[export] for run in runs) for export in runs[0]}
        print(f"{kind}: " + ", ".join(f"{export} {spent:.0f} ms" for export, spent in medians.items()))
        print(f"  a page: {sum(medians.values()) / len(PAGES):.0f} ms of CPU (bound {BOUND})")


if __name__ == "__main__":
    main()
