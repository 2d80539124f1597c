"""The table behind a chart, as a reader may see it: what is drawn, in words, every number traced."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.fitting import most_telling
from casualty_ledger.charts.frame import Chart
from casualty_ledger.ledger.rows import Row, rows_of
from casualty_ledger.publishing.cards import BOUND
from casualty_ledger.publishing.text_blocks import Rest, Table
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.labels import label_day, label_number
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.traced_text import Sentence, Span, counted, recorded, sentence, words

# The columns that a reader may want, in the order in which they are read.
HEADERS = {
    "label": mark("Statement"),
    "line": mark("Line"),
    "slot_label": mark("Said on"),
    "week": mark("Week"),
    "day_label": mark("Day"),
    "day": mark("Day"),
    "direction": mark("Direction"),
    "claimant": mark("Reported by"),
    "words": mark("Number"),
    "value": mark("Number"),
    "lower": mark("Lower bound"),
    "upper": mark("Upper bound"),
    "reason": mark("Why there is no number"),
}
# These stand behind them, in the order of the table.
FURTHER_HEADERS = {
    "checked": mark("Checked"),
    "flow": mark("Flow"),
    "growth": mark("Growth"),
    "measure": mark("Measure"),
    "month_label": mark("Month label"),
    "reading": mark("Reading"),
    "region": mark("Region"),
    "relation": mark("Relation"),
    "thing": mark("Thing"),
    "vintage_label": mark("Vintage label"),
    "where": mark("Where"),
    "whose": mark("Whose"),
}
# Columns whose words stand in a vocabulary, and those that it does not have elsewhere.
NAMED = ("checked", "flow", "line", "measure", "relation")
NAMES = (
    mark("verified"),
    mark("reported"),
    mark("taken"),
    mark("losses"),
    mark("casualties"),
    mark("irrecoverable"),
    mark("named_dead"),
)
# A column says in words what another says in numbers or days.
TOLD_BY = {
    "value": "words",
    "day": "day_label",
    "claimant": "label",
    "month": "month_label",
    "vintage_day": "vintage_label",
    "first_day": "where",
    "last_day": "where",
}
# For programs, not for readers.
MECHANICS = {
    "across",
    "claimant_side",
    "derived",
    "down",
    "figure_id",
    "group",
    "how",
    "in_focus",
    "is_soft",
    "labelled",
    "mark",
    "previous_figure_id",
    "provisional",
    "revised",
    "series_id",
    "share",
    "short",
    "slot",
    "vintage",
    "week_start",
}
# Columns whose digits are days and weeks.
DATED = ("slot_label", "week", "day_label", "month_label", "vintage_label", "where", "reason")
BOUNDS = ("lower", "upper")
# A page shows so many rows of a chart's table; its data hold all of them.
MOST_ROWS = 30
COUNTS = mark("how many figures the claimant published that day")
DIFFERENCE = mark("the later total less the earlier")


def tabulate_chart(chart: Chart) -> Table:
    """Set the table behind `chart`: one row per mark, each number with the figures behind it."""
    drawn = chart.table
    if {"claimant", "day", "figures"} <= set(drawn.columns):
        return _calendar(chart)
    columns = _shown(drawn)
    shown = most_telling(drawn, most=MOST_ROWS)
    rows = tuple(tuple(_cell(row, name) for name in columns) for row in rows_of(shown))
    headers = tuple(name_column(name) for name in columns)
    return Table(_caption(chart), headers, rows, (1.0,) * len(columns), _rest(chart, len(drawn) - len(shown)))


def _caption(chart: Chart) -> str:
    return phrase("Table of the chart: {title}", title=chart.caption.title)


def name_column(name: str) -> str:
    """Name a column of a table in words."""
    known = HEADERS | FURTHER_HEADERS
    return translate(known.get(name, name.replace("_", " ").capitalize()))


def _rest(chart: Chart, left: int) -> Rest | None:
    if left <= 0:
        return None
    rows = counted(left, translate("rows of the chart's table"))
    said = sentence("and {count} more, in the data of the chart", count=rows)
    return Rest(said, f"charts/{chart.name}.csv")


def _shown(drawn: pd.DataFrame) -> list[str]:
    hidden = MECHANICS | {told for told, by in TOLD_BY.items() if by in drawn.columns}
    # A column without a bound says that there is none.
    shown = [name for name in drawn.columns if name not in hidden]
    shown = [name for name in shown if name in BOUNDS or not _is_empty(drawn[name])]
    order = {name: at for at, name in enumerate(HEADERS)}
    return sorted(map(str, shown), key=lambda name: order.get(name, len(order)))


def _is_empty(column: pd.Series) -> bool:
    return bool((column.isna() | (column.astype("string") == "")).all())


def _cell(row: Row, name: str) -> Sentence:
    said = row[name]
    if said is None or pd.isna(said) or said == "":
        return words(translate("none") if name in BOUNDS and _figures_of(row) else "–")
    if isinstance(said, pd.Timestamp):
        return words(label_day(said))
    figures = _figures_of(row)
    if isinstance(said, str) and name != "words":
        text = _named(said, name).replace("\n", ", ")
        return words(text) if name in DATED or not figures else recorded(text, figures[0])
    text = said if isinstance(said, str) else label_number(said)
    return Sentence((Span(text, figures, _how(row, name)),)) if figures else words(text)


def _named(said: str, column: str) -> str:
    """Say a word of a vocabulary and the name of a claimant in the language, and anything else as it is."""
    if column == "claimant":
        return name_claimant(said)
    return translate(said) if column in NAMED else said


def _figures_of(row: Row) -> tuple[str, ...]:
    named = [row.get(name) for name in ("figure_id", "previous_figure_id")]
    return tuple(str(figure) for figure in named if isinstance(figure, str) and figure)


def _how(row: Row, name: str) -> str:
    derived = len(_figures_of(row)) > 1
    told = row.get("how")
    how = told if isinstance(told, str) and told else translate(DIFFERENCE) if derived else ""
    if name not in BOUNDS:
        return how
    return phrase("the widest bound that follows: {how}", how=how) if how else translate(BOUND)


def _calendar(chart: Chart) -> Table:
    drawn = chart.drawn
    grid = drawn.pivot(index="claimant", columns="day", values="figures")
    days = list(dict.fromkeys(drawn["day"]))
    rows = tuple(
        (
            words(name_claimant(str(claimant))),
            *(counted(int(n), translate(COUNTS)) if n else words("–") for n in counts),
        )
        for claimant, counts in zip(grid.index, grid[days].to_numpy(), strict=True)
    )
    columns = (translate("Reported by"), *(str(day).replace("\n", " ") for day in days))
    rest = _rest(chart, len(chart.table) - len(drawn))
    return Table(_caption(chart), columns, rows, (3.0, *(1.0,) * len(days)), rest)
