"""Charting: the chart that suits a selection, drawn by the house's own functions, with its caption."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from casualty_ledger.charts.cumulative import CUMULATIVE
from casualty_ledger.charts.exchanges import exchanges_of
from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.statements import STATEMENTS
from casualty_ledger.charts.weekly_increments import INCREMENTS
from casualty_ledger.explore.misuse import NothingToDraw
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.chart_columns import in_words, said_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.followed_charts import tabulate_increments
from casualty_ledger.publishing.week.prisoners.charts import tabulate_returns
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.prisoners import exchanges
from casualty_ledger.series.weekly import CHAINED
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_figure, label_until

MOST_STATEMENTS, MOST_LINES, FEW_WEEKS, MOST_WEEKS, MOST_RETURNS = 20, 4, 3, 26, 60
TOTALS = replace(CUMULATIVE, note="Each line is one claimant’s running total. Open arrow: at least.")
ELSE = "every figure outside the selection; nothing is added up"


@dataclass(frozen=True)
class Asked:
    """What a chart is drawn from: the figures, their weekly increments and the totals behind those."""

    figures: pd.DataFrame
    weekly: pd.DataFrame
    edition: Edition
    title: str
    behind: pd.DataFrame


def draw_selection(asked: Asked, kind: str) -> Chart | NoChart:
    """Draw the chart of one kind, or of the kind that suits what was chosen.

    Errors: NothingToDraw, where the kind does not exist.
    """
    if kind and kind not in KINDS:
        raise NothingToDraw(found=kind, allowed=", ".join(KINDS))
    if asked.figures.empty:
        return NoChart("selection", "No figure was chosen, so there is nothing to draw.")
    if asked.figures["conflict"].nunique() > 1:
        return NoChart("selection", "Several conflicts were chosen. Narrow the figures: .select(conflict=…).")
    return KINDS[kind or _suiting(asked)](asked)


def _suiting(asked: Asked) -> str:
    if len(exchanges(asked.figures)):
        return "exchanges"
    if FEW_WEEKS <= len(asked.weekly) <= MOST_WEEKS and _series_of(asked.weekly) == 1:
        return "weekly"
    lines = _totals(asked.figures)
    if len(lines) and lines["line"].nunique() <= MOST_LINES and lines["day"].nunique() > 2:
        return "totals"
    return "statements"


def _series_of(weekly: pd.DataFrame) -> int:
    return len(weekly[CHAINED].drop_duplicates())


def _draw_weekly(asked: Asked) -> Chart | NoChart:
    weeks = asked.weekly
    if weeks.empty or _series_of(weeks) > 1:
        found = "none" if weeks.empty else "several"
        sentence = f"Weekly increments are drawn of one running total; {found} was chosen."
        return NoChart("weekly", f"{sentence} Narrow it: .select(claimant=…, measure=…).")
    weeks = weeks.tail(MOST_WEEKS)
    if not weeks["derived"].any():
        return NoChart("weekly", "None of these weeks has a total on both its Sundays.")
    behind = asked.behind["figure_id"].isin([*weeks["figure_id"], *weeks["previous_figure_id"]])
    interval = "the widest that the bounds of both totals allow (dashed)"
    used = asked.behind[behind]
    title = f"{label_figure(figures_of(used)[0], '').strip()}: added week by week"
    caption = caption_of(asked.edition, used, title, excludes=ELSE, interval=interval)
    return compose(INCREMENTS, tabulate_increments(asked.edition, weeks), caption, name="weekly")


def _totals(figures: pd.DataFrame) -> pd.DataFrame:
    stated = figures[(figures["basis"] == Basis.CUMULATIVE) & ~figures["is_part"] & figures["value"].notna()]
    stated = stated.assign(day=last_day_counted).dropna(subset=["day"])
    rows = figures_of(stated)
    lines = [f"{row['claimant']}: {label_figure(row, '').strip()} {row['place']}".strip() for row in rows]
    table = stated.assign(line=pd.Series(lines, index=stated.index, dtype="str"))
    ordered = table.sort_values(["line", "day", "published_on"], kind="stable")
    return ordered.drop_duplicates(["line", "day"], keep="last")


def _draw_totals(asked: Asked) -> Chart | NoChart:
    totals = _totals(asked.figures)
    many = totals["line"].nunique()
    if many == 0 or many > MOST_LINES:
        sentence = f"Running totals are drawn of at most {MOST_LINES} series; {many} were chosen."
        return NoChart("totals", f"{sentence} Narrow them: .select(claimant=…, measure=…).")
    caption = caption_of(asked.edition, totals, asked.title, excludes=ELSE)
    ordered = totals.sort_values("day", kind="stable", ignore_index=True)
    days = ordered["day"]
    table = said_of(ordered, line=ordered["line"], day=days, day_label=in_words(days))
    return compose(TOTALS, table, caption, name="totals", height=2.6)


def _draw_exchanges(asked: Asked) -> Chart | NoChart:
    returns = exchanges(asked.figures)
    returns = returns[returns["value"].notna() & ~returns["is_part"]].sort_values("day", kind="stable")
    recent = returns.tail(MOST_RETURNS)
    empty = "No exchange of prisoners with a day and a direction was chosen."
    if recent.empty:
        return NoChart("exchanges", empty)
    left = f"{len(returns) - len(recent)} earlier returns; " if len(returns) > len(recent) else ""
    title = "Prisoners returned, by day and direction"
    caption = caption_of(asked.edition, recent, title, excludes=f"{left}plans, totals of both sides")
    table = tabulate_returns(recent.reset_index(drop=True), "return")
    conflict = asked.edition.conflict
    directions = list(dict.fromkeys([*map(say_direction, conflict.returns.values()), *table["direction"]]))
    return compose(
        exchanges_of(directions, conflict.file.start), table, caption, name="exchanges", height=3.5
    )


def _draw_statements(asked: Asked) -> Chart | NoChart:
    figures = asked.figures
    stated = figures[figures["value"].notna() | figures["upper"].notna()]
    ordered = stated.assign(day=last_day_counted).sort_values("day", kind="stable", na_position="first")
    last = ordered.tail(MOST_STATEMENTS)[::-1].reset_index(drop=True)
    empty = "No figure with a number was chosen."
    if last.empty:
        return NoChart("statements", empty)
    left = f"{len(stated) - len(last)} earlier statements; " if len(stated) > len(last) else ""
    caption = caption_of(asked.edition, last, asked.title, excludes=left + ELSE)
    table = said_of(last, label=[_label(row) for row in figures_of(last)])
    return compose(STATEMENTS, table, caption, name="statements")


def _label(figure: ReportedFigure) -> str:
    claimant = textwrap.shorten(str(figure["claimant"]), 46, placeholder=" …")
    counted = f"{label_figure(figure, '').strip()}, {label_until(figure)}"
    return f"{claimant}\n{textwrap.shorten(counted, 52, placeholder=' …')}"


KINDS: dict[str, Callable[[Asked], Chart | NoChart]] = {
    "statements": _draw_statements,
    "totals": _draw_totals,
    "weekly": _draw_weekly,
    "exchanges": _draw_exchanges,
}
