"""The tables that the charts of a week draw, to be looked at and changed in a cell, and drawn from there.

A table knows for which chart it is (`table.attrs`), and its caption is written anew from the figures that are
left in it, so that a chart of a changed table says of itself what is still true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from casualty_ledger.charts.axes import SELECTED
from casualty_ledger.charts.frame import Chart, Kind, NoChart, compose
from casualty_ledger.charts.tables import TableNotAsDeclared
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.publishing.week import charts
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.wording.language import mark, translate

CHART, WEEKS = "chart", "weeks"
WITHIN = mark("what the table does not hold")
NOTHING_LEFT = mark("Nothing is left in this table to be drawn.")
CHARTS: Mapping[str, Callable[..., Chart | NoChart]] = {
    "harm": charts.draw_harm,
    "verified": charts.draw_verified,
    "toll": charts.draw_toll,
    "regions": charts.draw_regions,
    "civilian_totals": charts.draw_civilian_totals,
    "revisions": charts.draw_triangle,
    "revision_steps": charts.draw_revision_steps,
    "calendar": charts.draw_calendar,
    "losses": charts.draw_losses,
    "increments": charts.draw_increments,
    "military": charts.draw_military,
    "disagreements": charts.draw_disagreements,
    "exchanges": charts.draw_recent_exchanges,
    "rivals": charts.draw_rivals,
    "captivity": charts.draw_captivity,
    "captives": charts.draw_captives,
}
# These go back as many weeks as they are told; the others are cut to them by their days.
TOLD_WEEKS = ("harm", "increments", "exchanges")


class NoSuchChart(CasualtyLedgerError, AttributeError):
    """A chart that no week has."""

    template = "A week has no table {found!r}{hint}. Its tables: {allowed}."


class ChartUnknown(CasualtyLedgerError):
    """A table that does not say for which chart it is."""

    template = (
        "This table does not say which chart draws it. Take one of desk.week, such as desk.week.losses(), "
        "and select in it; keep a chart of your own with desk.keep_figure."
    )


class TableUnfit(CasualtyLedgerError):
    """A table of a week that its chart cannot draw any more."""

    template = (
        "The chart of desk.week.{name}() cannot draw this table: it {problem}. Take that table and select "
        "rows of it with all their columns; keep a chart of another table with desk.keep_figure."
    )


@dataclass(frozen=True, repr=False)
class WeekTables:
    """The tables of a week, each a method of the name of its chart: `desk.week.losses(weeks=26)`."""

    edition: Edition

    def __repr__(self) -> str:
        """List the tables."""
        calls = ", ".join(f".{name}()" for name in CHARTS)
        return f"Tables of {self.edition.period}, each for desk.draw: {calls}"

    def __getattr__(self, name: str) -> Callable[..., pd.DataFrame]:
        """Return what makes a table. Errors: NoSuchChart."""
        if name not in CHARTS:
            raise NoSuchChart(found=name, hint=did_you_mean(name, CHARTS), allowed=", ".join(CHARTS))
        return lambda weeks=None: tabulate(self.edition, name, weeks)

    def __dir__(self) -> Iterator[str]:
        """List the tables, for completion."""
        yield from CHARTS


def tabulate(edition: Edition, name: str, weeks: int | None = None) -> pd.DataFrame:
    """Return the table of a chart, of so many weeks up to the edition's; as many as the chart shows."""
    chart = _draw(edition, name, weeks)
    table = pd.DataFrame() if isinstance(chart, NoChart) else chart.table.copy()
    table.attrs |= {CHART: name, WEEKS: weeks}
    if weeks is None or name in TOLD_WEEKS or "day" not in table.columns:
        return table
    first = pd.Timestamp(edition.week.sunday) - pd.Timedelta(weeks=weeks)
    return table[table["day"] > first].reset_index(drop=True)


def draw_table(edition: Edition, table: pd.DataFrame, *, title: str = "") -> Chart | NoChart:
    """Draw a table of a week as it is now, under its own title or another.

    Where it has no rows, the sentence says that this ledger has recorded none. Errors: ChartUnknown,
    TableUnfit.
    """
    name = str(table.attrs.get(CHART, ""))
    if name not in CHARTS:
        raise ChartUnknown
    chart = _draw(edition, name, table.attrs.get(WEEKS))
    if isinstance(chart, NoChart):
        return chart
    if not title and table.equals(chart.table):
        return chart
    return _redraw(edition, chart, table, title)


def _draw(edition: Edition, name: str, weeks: int | None = None) -> Chart | NoChart:
    """Compose a chart, once for each edition: the cell above has asked for the same one."""
    told: dict[str, Any] = {"weeks": weeks} if weeks is not None and name in TOLD_WEEKS else {}
    kept = edition.__dict__.setdefault("_charts", {})
    if (name, weeks) not in kept:
        kept[name, weeks] = CHARTS[name](edition, **told)
    chart: Chart | NoChart = kept[name, weeks]
    return chart


def _redraw(edition: Edition, chart: Chart, table: pd.DataFrame, title: str) -> Chart | NoChart:
    """Frame a changed table as the chart that it is of, under a caption of the figures in it."""
    if table.empty or chart.kind is None:
        return NoChart(chart.name, translate(NOTHING_LEFT))
    table = _take_columns(table, chart.kind)
    figures = edition.figures[edition.figures["figure_id"].isin(_ids_in(table))]
    if figures.empty:
        return NoChart(chart.name, translate(NOTHING_LEFT))
    before = chart.caption
    is_changed = not table.equals(chart.table)
    table.attrs |= {SELECTED: is_changed}
    changed = f"; {translate(WITHIN)}" if is_changed else ""
    caption = caption_of(
        edition, figures, title or before.title, excludes=before.excludes + changed, interval=before.interval
    )
    caption = replace(caption, as_of=before.as_of)
    try:
        return compose(chart.kind, table, caption, name=chart.name, height=chart.height)
    except TableNotAsDeclared as error:
        raise TableUnfit(problem=f"holds {error.facts['found']}", name=table.attrs[CHART]) from None


def _take_columns(table: pd.DataFrame, kind: Kind) -> pd.DataFrame:
    """Return the columns that a chart draws. Errors: TableUnfit, where one is missing."""
    wanted, name = list(kind.columns.to_schema().columns), table.attrs[CHART]
    if missing := [column for column in wanted if column not in table.columns]:
        raise TableUnfit(problem=f"lacks {', '.join(missing)}", name=name)
    return table[wanted].copy()


def _ids_in(table: pd.DataFrame) -> set[str]:
    named = [table[name] for name in ("figure_id", "previous_figure_id") if name in table.columns]
    return set(" ".join(str(ids) for column in named for ids in column.dropna()).split())
