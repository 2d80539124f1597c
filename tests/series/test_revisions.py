"""Revisions: what one claimant has said of one thing, vintage by vintage."""

import pandas as pd
import pytest
from made_up_ledgers import VERIFIED, ledger_of
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.series.revisions import find_revisions
from casualty_ledger.series.statements import standing
from casualty_ledger.sources.registry import Register


@pytest.fixture(scope="module")
def revisions(ledger) -> pd.DataFrame:
    return find_revisions(ledger.figures)


def test_march_2022_has_ten_vintages_and_two_without_a_place(revisions: pd.DataFrame):
    """
    OHCHR's killed in March 2022 rises from 3,190 in ten dated vintages; two undated ones stand apart.
    """
    march = revisions[revisions["revision_of"] == "CIV-0273"]

    assert march["value"].tolist() == [
        3190, 3298, 3326, 3333, 3378, 3951, 4094, 4118, 4154, 4163, 4168, 4289,
    ]  # fmt: skip
    assert march["published_on"].isna().tolist() == [False] * 10 + [True] * 2
    assert march["vintage"].isna().tolist() == [False] * 10 + [True] * 2
    assert march["kind"].tolist()[10:] == ["undated", "undated"]
    assert march["size"].isna().tolist()[10:] == [True, True]


def test_3378_to_3951_reads_as_backlog(revisions: pd.DataFrame):
    """
    The 573 added to March 2022 in March 2023 are old cases verified, not new deaths.
    """
    step = revisions[revisions["figure_id"] == "CIV-0485"].iloc[0]

    assert (step["previous_figure_id"], step["size"], step["kind"]) == ("CIV-0449", 573, "backlog_verified")


def test_the_toll_of_pidhorodne_is_news(revisions: pd.DataFrame):
    """
    6, 13, 20 and 22 are one claimant's running toll: more was found of a recent incident.
    """
    toll = revisions[revisions["revision_of"] == "CIV-0787"]

    assert toll["value"].tolist() == [6, 13, 20, 22, 25]
    assert toll["kind"].tolist()[:4] == ["first", "new_events", "new_events", "new_events"]


@pytest.mark.parametrize(
    ("figure", "before", "size"), [("CIV-1321", "CIV-1320", -1), ("CIV-1116", "CIV-1119", -4)]
)
def test_a_fall_is_a_correction_of_one_claimant(revisions, figure: str, before: str, size: int):
    """
    Kyiv's 34 became 33, and Hroza's 55 became 51 again: corrections, never clipped.
    """
    step = revisions[revisions["figure_id"] == figure].iloc[0]

    assert (step["previous_figure_id"], step["size"], step["kind"]) == (before, size, "error")


def test_another_claimants_series_stays_apart(revisions: pd.DataFrame):
    """
    OHCHR's 52 and 59 for Hroza are its own series, not a revision of the police's 51.
    """
    ohchr = revisions[revisions["revision_of"] == "CIV-1126"]

    assert ohchr["value"].tolist() == [52, 59]
    assert set(ohchr["claimant"]) == {"OHCHR HRMMU"}


def test_two_totals_of_one_end_date_are_two_vintages(revisions: pd.DataFrame):
    """
    OHCHR's 3,668 and 3,924 killed to 15 May 2022 are two vintages of one total.
    """
    total = revisions[revisions["revision_of"] == "CIV-0168"]

    assert total["value"].tolist() == [3668, 3924]


def test_a_number_printed_again_is_no_vintage(ledger):
    """
    The 8,101 printed on 7 March 2023 (CIV-0482) is no revision of anything.
    """
    found = find_revisions(ledger.figures)

    assert "CIV-0482" not in set(found["figure_id"])


RETURNED = {
    "measure": "exchanged_returned",
    "population": "pow",
    "basis": "period",
    "covers_from": "2025-04-19",
    "covers_until": "2025-04-19",
    "value": "246",
    "hedge": "exact",
}
PAST_WEEK = RETURNED | {"measure": "killed", "population": "civilians", "covers_from": "", "covers_until": ""}


@pytest.mark.parametrize(
    ("row", "other"),
    [
        (PAST_WEEK, {"published_on": "2025-12-16", "value": "7"}),
        (PAST_WEEK, {"published_on": "2023-06-05", "value": "7"}),
        (PAST_WEEK, {"published_on": "2025-12-16", "value": "7", "claimant": "Ukrinform"}),
        (RETURNED, {"value": "31", "scope": "heavily wounded; beside the 246"}),
        (RETURNED | {"scope": "first wave"}, {"value": "31", "scope": "second wave"}),
    ],
)
def test_what_is_not_known_to_be_one_thing_revises_and_disputes_nothing(row, other):
    """
    Numbers of periods without days, of another attack of the day or beside another number all stand.
    """
    appearances = clean_rows(make_rows(row, row | other), Register({}, {})).appearances
    figures = gather_figures(appearances)[0]

    assert len(standing(figures)) == 2
    assert find_revisions(figures).empty
    assert find_disagreements(figures, appearances).empty


def test_an_undated_number_is_no_fall_and_nothing_follows_it():
    """
    An early total without a day of publication, after later ones in the table, is no fall of 14,484.
    """
    days = {"covers_until": "", "covers_from": ""}
    told = [("15442", "2023-06-19"), ("958", ""), ("9083", "2022-12-05")]
    rows = [VERIFIED | days | {"value": value, "published_on": day} for value, day in told]
    found = find_revisions(ledger_of(make_rows(*rows)).figures)

    assert found["value"].tolist() == [9083, 15442, 958]
    assert found["kind"].tolist() == ["first", "backlog_verified", "undated"]
    assert found["size"].tolist()[1] == 15442 - 9083
    assert not (found["size"] < 0).any()
    assert "t-2" not in set(found["previous_figure_id"])


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (("exact", "22"), ("exact", "20"), "error"),
        (("exact", "40"), ("about", "20"), "error"),
        (("exact", "22"), ("about", "20"), "hedged"),
        (("about", "20"), ("exact", "19"), "hedged"),
        (("at_least", "16"), ("at_least", "15"), "hedged"),
        (("exact", "19499"), ("at_least", "19453"), "hedged"),
        (("up_to", "80000"), ("exact", "55000"), "hedged"),
    ],
)
def test_a_lower_number_that_a_hedge_allows_is_no_correction(first, second, kind: str):
    """
    Where both numbers can hold by their bounds, the lower one corrects nothing.
    """
    rows = [
        {"hedge": hedge, "value": value, "published_on": day}
        for (hedge, value), day in ((first, "2023-06-04"), (second, "2023-06-05"))
    ]
    found = find_revisions(ledger_of(make_rows(*rows)).figures)

    assert found["kind"].tolist() == ["first", kind]


def test_a_number_that_its_relay_garbled_is_nobodys_correction():
    """
    1,074 for 10,074 stands apart as a misprint, and what comes after it follows the number before.
    """
    garbled = {"note": "relay error: a digit is missing", "note_known_on": "2023-06-05"}
    told = [("10074", "2023-06-04", {}), ("1074", "2023-06-05", garbled), ("10090", "2023-06-06", {})]
    rows = [VERIFIED | {"value": value, "published_on": day} | more for value, day, more in told]
    found = find_revisions(ledger_of(make_rows(*rows)).figures).sort_values("figure_id")

    assert found["kind"].tolist() == ["first", "misprint", "backlog_verified"]
    assert found["size"].tolist()[-1] == 16
