"""Tables that a cell changes and draws: each knows its chart, and its caption follows what is left in it."""

import pandas as pd
import pytest

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.publishing.week.drawing import (
    CHARTS,
    NOTHING_LEFT,
    ChartUnknown,
    NoSuchChart,
    TableUnfit,
    WeekTables,
    draw_table,
)


@pytest.fixture(scope="module")
def edition(edition_of):
    return edition_of("2023-W22")


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_of_a_week_draws_a_table_that_was_changed(edition, name: str):
    """
    Half of a table's rows make the same kind of chart, under another title, which says that rows are out.
    """
    table = getattr(WeekTables(edition), name)()
    half = table.iloc[: max(1, len(table) // 2)]
    drawn = draw_table(edition, half, title="Mine")

    assert isinstance(drawn, Chart)
    assert len(drawn.table) == len(half)
    assert drawn.caption.title == "Mine"
    assert len(half) == len(table) or "what the table does not hold" in drawn.caption.excludes


def test_a_table_as_it_comes_is_drawn_as_in_the_report(edition):
    """
    The first cell changes nothing: the chart is the one that brief and page show.
    """
    table = WeekTables(edition).losses()

    assert draw_table(edition, table).caption == CHARTS["losses"](edition).caption
    assert draw_table(edition, table).table.equals(CHARTS["losses"](edition).table)


def test_a_window_is_a_number_of_weeks(edition):
    """
    What is asked for is what the table holds, up to the Sunday of the week; a longer window holds more.
    """
    weeks = WeekTables(edition)
    losses, added = weeks.losses(weeks=26), weeks.increments(weeks=26)

    assert losses["day"].min() > pd.Timestamp("2023-06-04") - pd.Timedelta(weeks=26)
    assert len(added) == 26
    assert len(weeks.exchanges(weeks=60)) > len(weeks.exchanges())
    assert "in the 60 weeks up to" in draw_table(edition, weeks.exchanges(weeks=60)).caption.title


def test_a_caption_names_those_who_are_left(edition):
    """
    A table narrowed to one claimant makes a chart that names nobody else.
    """
    losses = WeekTables(edition).losses().query("claimant == 'General Staff of Ukraine'")

    assert draw_table(edition, losses).caption.who_says == "General Staff of Ukraine"


def test_what_cannot_be_drawn_is_said_in_a_sentence(edition, edition_of):
    """
    No rows, a column too few, a table of nothing, a name that is none, a week of which nothing is recorded.
    """
    losses = WeekTables(edition).losses()
    silent = edition_of("2019-W01")

    assert draw_table(edition, losses.head(0)).sentence == NOTHING_LEFT
    assert isinstance(draw_table(silent, WeekTables(silent).losses()), NoChart)
    with pytest.raises(TableUnfit, match="lacks whose"):
        draw_table(edition, losses.drop(columns="whose"))
    with pytest.raises(ChartUnknown, match=r"desk\.week\.losses"):
        draw_table(edition, pd.DataFrame({"value": [1]}))
    with pytest.raises(NoSuchChart, match=r"no table 'loses' \(did you mean 'losses'\?\)"):
        _ = WeekTables(edition).loses
