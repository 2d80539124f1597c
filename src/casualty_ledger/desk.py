"""The desk: what a notebook opens first, and where it keeps what it makes.

`desk = open_desk(week, as_of)` gives the week in its vintage; `desk.keep(chart)` shows a chart and saves
it; `desk.table(figures, …)` shows figures and saves them. Empty parameters mean the project's own
folders, or those that the environment names (CASUALTY_LEDGER_RAW, …_PROCESSED, …_OUT), so that no path
of one machine stands in a notebook. A report's own folder is written to by the run that makes it alone.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
from IPython.display import HTML
from matplotlib.figure import Figure

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.charts.own import own_chart
from casualty_ledger.conflicts.choosing import place_of, take_conflict
from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.ledger.opening import list_conflicts, open_vintage
from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.promises import promise
from casualty_ledger.publishing.datawrapper import name_files, write_datawrapper
from casualty_ledger.publishing.figures_table import FiguresTable
from casualty_ledger.publishing.markup import mark_brief
from casualty_ledger.publishing.pdf import write_brief
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.shelf import RECORD
from casualty_ledger.publishing.shown import ShownChart, ShownSentences, ShownTally
from casualty_ledger.publishing.trace import trace_brief
from casualty_ledger.publishing.week.brief import compose_brief, compose_without_changes
from casualty_ledger.publishing.week.drawing import WeekTables, draw_table
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.record import write_record
from casualty_ledger.running.settings_checked import check_sides
from casualty_ledger.schema import ReportedFigures, columns_of
from casualty_ledger.settings import settings
from casualty_ledger.wording.language import folder_in, speak, translate
from casualty_ledger.wording.table_words import say_nothing, words_of_table
from casualty_ledger.wording.traced_text import Sentence, counted, sentence, words

# What a notebook keeps that no run of a report has asked for: it would be published with the report.
TRIED = "tried"

MOST_NAMED, LONGEST_SHOWN = 3, 120


class NoFigures(CasualtyLedgerError):
    """A table that does not hold reported figures with all that is said of them."""

    template = (
        "desk.table keeps figures of the ledger with all their columns; this table lacks {found}. Select "
        "rows of desk.edition.figures. A table of your own is shown where its name ends a cell."
    )


@dataclass(frozen=True, repr=False)
class Desk:
    """One week in one vintage, and the folder for what is made of it."""

    project: Project
    edition: Edition
    out: Path

    def __repr__(self) -> str:
        """Say which week this is, as known when, and where things are kept."""
        week = f"{self.edition.period}. As known {self.edition.known}."
        return f"{week}\nIts figures: .edition.in_week; its tables: .week. What is kept is in {self.out}."

    def keep(self, chart: Chart | NoChart) -> ShownChart | NoChart:
        """Save a chart under `charts/` and return it, so that the notebook shows it."""
        if isinstance(chart, NoChart):
            return chart
        names = (*(f"{chart.name}.{suffix}" for suffix in ("svg", "png", "csv")), *name_files(chart.name))
        self._promise(*(f"charts/{name}" for name in names))
        chart.save(self.out / "charts")
        write_datawrapper(self.out / "charts", chart)
        return ShownChart(chart, self.edition.figures)

    @property
    def week(self) -> WeekTables:
        """The tables that the charts of the week draw: `desk.week.losses(weeks=26)`."""
        return WeekTables(self.edition)

    def draw(self, table: pd.DataFrame, *, title: str = "", name: str = "") -> ShownChart | NoChart:
        """Draw a table of `desk.week` as it is by now, show it and save it, under another `name` if given.

        Errors: ChartUnknown, TableUnfit.
        """
        chart = draw_table(self.edition, table, title=title)
        return self.keep(replace(chart, name=name or chart.name))

    def keep_figure(
        self, figure: Figure, table: pd.DataFrame | pd.Series, *, name: str, title: str
    ) -> ShownChart | NoChart:
        """Save a figure of matplotlib with the table that it draws, and show it like a chart of ours."""
        edition = self.edition
        table = table.reset_index() if isinstance(table, pd.Series) else table
        facts = {"conflict": edition.conflict.name, "period": edition.period, "as_of": edition.known}
        return self.keep(own_chart(figure, table, name=name, title=title, **facts))

    def say(self, said: Sentence | str | list[Sentence] | None, otherwise: str) -> ShownSentences:
        """Show sentences whose numbers lead to their figures, or what stands for them.

        A plain text is a sentence whose numbers lead nowhere. `otherwise` is a sentence of yours, or the name
        of a table of ours such as "incidents": that one's sentence for none, in the language of the report
        (wording/table_words.py).
        """
        sentence = words(said) if isinstance(said, str) and said else said
        stated = sentence if isinstance(sentence, list) else [sentence] if sentence else []
        nothing = words(say_nothing(otherwise))
        return ShownSentences(tuple(stated) or (nothing,), self.edition.figures)

    def table(self, figures: pd.DataFrame, name: str, caption: str = "", empty: str = "") -> FiguresTable:
        """Save figures as `tables/<name>.csv` and return them as a table to look at.

        A table of ours has its caption, and its sentence for none, in wording/table_words.py.
        Errors: NoFigures.
        """
        if lacking := [column for column in columns_of(ReportedFigures) if column not in figures.columns]:
            more = ["and others"] if len(lacking) > MOST_NAMED else []
            raise NoFigures(found=", ".join([*lacking[:MOST_NAMED], *more]))
        self._promise(f"tables/{name}.csv")
        # A row's id names it for good; its line in the sheet moves when a row is added above it.
        write_csv(self.out / "tables" / f"{name}.csv", figures.drop(columns="row"))
        return FiguresTable(figures, *words_of_table(name, caption, empty), f"tables/{name}.csv")

    def tally(self, figures: pd.DataFrame, by: tuple[str, ...], name: str) -> ShownTally:
        """Show how many of these statements there are of each kind."""
        return ShownTally(figures, by, *words_of_table(name, "", ""))

    def introduce(self) -> ShownSentences:
        """Say which week this is, as known when, and how many figures the ledger held by then."""
        how = translate("reported figures in the ledger")
        said = sentence(
            "{period}. As known {known}. The ledger held {size} reported figures by then.",
            period=self.edition.period,
            known=self.edition.known,
            size=counted(len(self.edition.figures), how),
        )
        return ShownSentences((said,), self.edition.figures)

    def write_brief(self) -> HTML:
        """Write the week's brief as `brief.pdf` and return it to look at.

        Beside it stand its trace, `trace.csv`, and its record, `brief.json`.
        """
        self._promise("brief.pdf", "trace.csv", RECORD)
        brief = compose_brief(self.edition)
        references = References.of(self.edition.figures, brief.cited())
        dated = self.edition.vintage.day or self.edition.week.brief_day
        write_brief(brief, references, self.out / "brief.pdf", dated=dated)
        write_csv(self.out / "trace.csv", trace_brief(brief, self.edition.figures))
        write_record(self.out / RECORD, brief, self.edition, compose_without_changes)
        return HTML(mark_brief(brief, references))

    def _promise(self, *names: str) -> None:
        """Promise files to the run that this notebook is a part of, if it is."""
        if os.environ.get("CASUALTY_LEDGER_OUT") == str(self.out):
            promise(self.out, *names)


def open_desk(
    week: str,
    as_of: str = "",
    *,
    conflict: str = "",
    language: str = "",
    raw: str = "",
    processed: str = "",
    out: str = "",
) -> Desk:
    """Open the ledger of a conflict for a week as known in a vintage; built first where nobody has built it.

    `week` is an ISO week; `as_of` is nothing (the Monday after the week), a date, or latest; `conflict` is
    a word of the sheets, or nothing for their default one; `language` is a code such as uk, or nothing for
    that of the settings. Errors: UnreadableWeek, UnreadableVintage, UnknownLanguage, UnknownConflict,
    ConflictNotChosen, FolderMissing, SheetUnreadable, RegisterUnreadable, SettingsUnreadable.
    """
    usual = settings().language
    speak(language or usual)
    stated = parse_week(week)
    vintage = parse_vintage(as_of, stated)
    stored = hold_ledger(Project.told(raw=raw, processed=processed))
    project = stored.project
    check_sides(settings(), project)
    # pandas would cut most names of claimants, in pages too.
    pd.options.display.max_colwidth = LONGEST_SHOWN
    learn_conflicts(project)
    conflicts = list_conflicts(project.processed)
    chosen = take_conflict(conflict, conflicts)
    edition = Edition(stated, open_vintage(stored, chosen, vintage))
    folder = out or os.environ.get("CASUALTY_LEDGER_OUT", "")
    place = folder_in(language, usual, place_of(chosen, conflicts))
    return Desk(project, edition, Path(folder) if folder else project.reports / TRIED / place / edition.name)
