"""The tables behind the charts of civilian harm: gaps are told, and where there is none nothing is."""

import pandas as pd
import pytest

from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.parsing.weeks import parse_week
from casualty_ledger.publishing.week.civilian.charts import draw_harm
from casualty_ledger.publishing.week.edition import Edition

DAYS = pd.date_range("2023-01-09", periods=11, freq="7D").strftime("%Y-%m-%d")
INCIDENT = {
    "claimant": "Sumy Oblast Military Administration",
    "party": "ukraine",
    "population": "civilians",
    "place": "Sumy",
    "basis": "period",
    "hedge": "exact",
}


@pytest.mark.parametrize(("measures", "gaps"), [(("killed", "injured"), 0), (("killed",), 11)])
def test_every_week_without_a_report_is_a_gap_and_no_other(made_up, measures: tuple[str, ...], gaps: int):
    """
    With a report of the killed and of the injured in each week no row is a gap; without injured, each is.
    """
    rows = [
        INCIDENT | {"covers_from": day, "covers_until": day, "published_on": day, "measure": m, "value": "3"}
        for day in DAYS
        for m in measures
    ]
    project = made_up(*rows)
    chart = draw_harm(Edition(parse_week("2023-W12"), open_ledger(project)))

    assert chart.table["words"].eq("").sum() == gaps
    assert [text.get_text() for ax in chart.figure.axes for text in ax.texts].count("no record") == gaps
