"""Charts of one's own: kept under a title that a reader of the page sees."""

import pandas as pd
from matplotlib.figure import Figure

from casualty_ledger.charts.frame import Chart
from casualty_ledger.charts.own import own_chart

SAID = {"name": "mine", "conflict": "c", "period": "p", "as_of": "d"}
TABLE = pd.DataFrame({"killed": [3]})


def test_a_figure_without_a_title_gets_the_one_it_is_kept_under():
    """
    The title stands over the chart and in what is told about it, not in its alternative text alone.
    """
    figure = Figure()
    figure.subplots()
    chart = own_chart(figure, TABLE, title="Killed by month", **SAID)

    assert isinstance(chart, Chart)
    assert figure.get_suptitle() == "Killed by month"
    assert "Counted: Killed by month" in chart.caption.text


def test_a_title_of_the_figures_own_stays():
    """
    A figure that names itself is not named twice.
    """
    figure = Figure()
    figure.subplots().set_title("Mine")
    own_chart(figure, TABLE, title="Killed by month", **SAID)

    assert figure.get_suptitle() == ""
