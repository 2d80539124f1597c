"""The trace of a brief: every number with its figures."""

import re

import pandas as pd
import pytest

from casualty_ledger.publishing.trace import trace_brief
from casualty_ledger.publishing.week.brief import compose_brief

RANKED = ("Headline", "Key figures", "Incidents", "Both sides", "In one chart")


@pytest.fixture(scope="module")
def trace(edition_of) -> pd.DataFrame:
    edition = edition_of("2023-W22")
    return trace_brief(compose_brief(edition), edition.figures)


def test_every_cited_figure_is_traced_to_its_rows(edition_of, trace: pd.DataFrame):
    """
    Each figure that the brief cites is in the trace, with claimant, sheet and rows.
    """
    cited = set(compose_brief(edition_of("2023-W22")).cited())
    behind = trace[trace["figure_id"] != ""]

    assert set(behind["figure_id"]) == cited
    assert (behind[["claimant", "sheet", "row_ids"]] != "").all(axis=None)


def test_a_count_of_ours_says_what_it_counts(trace: pd.DataFrame):
    """
    A number without a figure behind it counts rows or figures, and says so.
    """
    ours = trace[trace["figure_id"] == ""]

    assert len(ours)
    assert (ours["how"] != "").all()


def test_the_labels_of_a_chart_are_in_the_trace(trace: pd.DataFrame):
    """
    The statements drawn in the chart of Pidhorodne are listed under its title, a rival's among them.
    """
    drawn = trace[trace["place"].str.startswith("chart: Pidhorodne")]

    assert list(drawn["number"]) == ["6", "13", "20", "22", "22"]
    assert "CIV-0813" in set(drawn["figure_id"])


def test_a_traced_number_is_the_number_of_its_figure(edition_of, trace: pd.DataFrame):
    """
    A number that stands as it was said shows the value, or a bound, of the one figure behind it.
    """
    stated = edition_of("2023-W22").figures.set_index("figure_id")[["lower", "value", "upper"]]
    plain = trace[(trace["how"] == "") & trace["number"].str.contains(r"\d")]
    assert len(plain) > 100

    for row in plain.itertuples():
        said = [int(digits.replace(",", "")) for digits in re.findall(r"\d[\d,]*", row.number)]
        assert set(said) & set(stated.loc[row.figure_id].dropna()), row


def test_a_derived_number_names_both_its_parents(trace: pd.DataFrame):
    """
    The week's increment of 3,340 rests on the totals of both Sundays, and says how.
    """
    derived = trace[trace["number"] == "about 3,340"]

    assert set(derived["figure_id"]) == {"ml-0215", "ml-0194"}
    assert set(derived["how"]) == {"the total less that of a week before"}


def test_changing_one_value_changes_only_the_numbers_that_cite_it(edition_of):
    """
    With another value for one figure, the numbers that change are those that its trace names.
    """
    edition = edition_of("2023-W22")
    appearances = edition.ledger.appearances.copy()
    row = appearances["row_id"] == "ml-0205"
    appearances.loc[row, ["lower", "value", "upper"]] = 777
    other = type(edition)(
        edition.week, type(edition.ledger)(edition.vintage, appearances, edition.ledger.undated)
    )
    before, after = (trace_brief(compose_brief(each), each.figures) for each in (edition, other))
    keys = ["part", "place", "number", "figure_id"]
    # Which numbers page 1 and its rows show depends on the others: they are ranked, and ranges have two ends.
    ranked = before["part"].isin(RANKED) | before["place"].str.startswith("Further incidents")
    gone = before[~ranked].merge(after, on=keys, how="left", indicator=True).query("_merge == 'left_only'")

    assert set(gone["figure_id"]) == {"ml-0205"} == set(after.loc[after["number"] == "777", "figure_id"])
