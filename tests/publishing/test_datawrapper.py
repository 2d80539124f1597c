"""Charts for Datawrapper: a table to paste, and the texts that belong to it."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger.charts.frame import Chart
from casualty_ledger.publishing.datawrapper import describe, name_files, tabulate, write_datawrapper
from casualty_ledger.publishing.week import charts as week_charts


@pytest.fixture(scope="module")
def charts(edition_of) -> list[Chart]:
    """Every chart of week 22 of 2023."""
    edition = edition_of("2023-W22")
    drawings = [getattr(week_charts, name) for name in week_charts.__all__ if name.startswith("draw_")]
    return [chart for chart in (drawing(edition) for drawing in drawings) if isinstance(chart, Chart)]


def test_every_chart_has_its_title_notes_and_source_line(charts: list[Chart]):
    """
    The texts are the chart's own: who says so and as of when is the source line.
    """
    assert len(charts) > 8
    for chart in charts:
        told = describe(chart)
        assert told["title"] == chart.caption.headline
        assert told["metadata"]["describe"]["source-name"] == chart.caption.attribution
        assert chart.caption.verification in told["metadata"]["annotate"]["notes"]


def test_a_table_has_a_row_a_mark_and_its_numbers(charts: list[Chart]):
    """
    Each mark is a row, its number is the chart's, and no column is headed twice or for programs only.
    """
    for chart in charts:
        table = tabulate(chart)
        assert len(table) == len(chart.table)
        assert table.columns.is_unique
        assert not {"figure_id", "claimant_side", "in_focus"} & set(table.columns)
        if "value" in chart.table.columns and chart.table["value"].notna().any():
            numbers = [name for name in ("Number", "Value") if name in table.columns]
            assert table[numbers[0]].equals(chart.table["value"].rename(numbers[0])), chart.name


def test_what_is_written_is_plain_csv_and_json(charts: list[Chart], tmp_path: Path):
    """
    The CSV begins with its header, has no line break in a cell, and a missing bound is an empty cell.
    """
    chart = charts[0]
    write_datawrapper(tmp_path, chart)
    table, texts = (tmp_path / name for name in name_files(chart.name))
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))

    assert rows[0] == list(tabulate(chart).columns)
    assert not any("\n" in cell or cell in ("<NA>", "nan", "–") for row in rows for cell in row)
    assert json.loads(texts.read_text())["title"] == chart.caption.headline


def test_a_table_of_rows_without_words_is_still_one(charts: list[Chart]):
    """
    What the chart's own table holds in days stays a day.
    """
    dated = [chart for chart in charts if "day" in chart.table.columns]

    assert dated
    for chart in dated:
        kinds = tabulate(chart).dtypes
        assert any(pd.api.types.is_datetime64_any_dtype(kind) for kind in kinds) or "Day" in kinds.index
