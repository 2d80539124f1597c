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


@pytest.mark.parametrize(("week", "has_verified"), [("2022-W12", False), ("2023-W22", True)])
def test_the_chart_promises_verified_months_only_where_it_has_them(edition_of, week: str, has_verified: bool):
    """
    Where no month was verified in the weeks drawn, neither title nor axes speak of verified months.
    """
    chart = draw_harm(edition_of(week))
    titles = [ax.get_title(loc="left") for ax in chart.figure.axes]

    assert any("verified, whole months" in title for title in titles) is has_verified
    assert ("verified for whole months" in chart.caption.title) is has_verified


def test_a_number_of_several_places_is_no_report_of_one(made_up):
    """
    A mark is one report of one place: a number of a country's listed towns, whoever counts, is none.
    """
    places = {"Sumy": "3", "Ukraine (Dnipro, Kharkiv and Kryvyi Rih)": "6", "Ukraine (9 oblasts)": "8"}
    rows = [
        INCIDENT
        | {"covers_from": DAYS[5], "covers_until": DAYS[5], "published_on": DAYS[5], "measure": "killed"}
        | {"place": place, "value": value}
        for place, value in places.items()
    ]
    chart = draw_harm(Edition(parse_week("2023-W12"), open_ledger(made_up(*rows))))

    assert [words for words in chart.table["words"] if words] == ["3"]
    assert "several places" in chart.caption.text


def test_the_chart_says_that_people_who_may_be_no_civilians_are_left_out(made_up):
    """
    An incident whose people are not said to be civilians has no mark, and what is left out says so.
    """
    told = {"covers_from": DAYS[5], "covers_until": DAYS[5], "published_on": DAYS[5], "measure": "killed"}
    rows = [INCIDENT | told | {"value": "3"}, INCIDENT | told | {"place": "Kyiv", "population": "mixed"}]
    rows[1] |= {"value": "8"}
    chart = draw_harm(Edition(parse_week("2023-W12"), open_ledger(made_up(*rows))))

    assert [words for words in chart.table["words"] if words] == ["3"]
    assert "not said to be civilians" in chart.caption.text
