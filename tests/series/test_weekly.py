"""The weekly table."""

import pandas as pd
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import LATEST
from casualty_ledger.series.totals import difference
from casualty_ledger.series.weekly import increments_of, weekly_table
from casualty_ledger.sources.registry import Register


def test_the_general_staffs_weeks_are_in_it(ledger):
    """
    227 of the 231 weeks of the General Staff's total can be derived, +3,340 in 2023-W22 among them.
    """
    weeks = weekly_table(ledger.figures)
    staff = weeks[(weeks["claimant"] == "General Staff of Ukraine") & (weeks["measure"] == "losses")]
    week = staff[staff["week"] == "2023-W22"].iloc[0]

    assert len(staff) == 227
    assert (week["lower"], week["value"], week["upper"]) == (3230, 3340, 3450)


def test_the_sum_of_all_weeks_between_gaps_is_the_difference_of_the_totals(ledger):
    """
    The increments of 2023 add up to the last total of the year less the last of the year before.
    """
    weeks = weekly_table(ledger.figures)
    staff = weeks[(weeks["claimant"] == "General Staff of Ukraine") & (weeks["measure"] == "losses")]
    year = staff[staff["week"].str.startswith("2023-")]
    totals = ledger.figures.set_index("figure_id")["value"]

    assert year["value"].sum() == totals["ml-gs-20231231"] - totals["ml-0086"]


def test_no_two_claimants_are_ever_chained(ledger):
    """
    Both totals of every increment are the same claimant's, measure's and people's.
    """
    weeks = weekly_table(ledger.figures)
    keys = ["claimant", "measure", "population", "party", "place"]
    figures = ledger.figures.set_index("figure_id")[keys]
    before = figures.loc[weeks["previous_figure_id"]].reset_index(drop=True)

    pd.testing.assert_frame_equal(before, weeks[keys])


def test_every_increment_is_the_difference_of_its_totals(ledger):
    """
    Bounds and hedges of each week are what `difference` gives for its two totals, taken one by one.
    """
    figures = ledger.figures.set_index("figure_id")
    weeks = weekly_table(ledger.figures)
    bounds = ["lower", "value", "upper", "is_soft"]
    expected = [
        difference(figures.loc[before], figures.loc[after])
        for before, after in zip(weeks["previous_figure_id"], weeks["figure_id"], strict=True)
    ]

    assert len(weeks) > 200
    pd.testing.assert_frame_equal(weeks[bounds], pd.DataFrame(expected)[bounds].astype(weeks[bounds].dtypes))


def test_a_total_printed_again_on_a_sunday_does_not_end_there():
    """
    A total that does not say when it ends counts until it was first published, on a Tuesday here.
    """
    rows = [
        {"covers_until": "2023-05-28", "published_on": "2023-05-28", "value": "100"},
        {"covers_until": "", "published_on": "2023-05-30", "value": "150"},
        {"covers_until": "", "published_on": "2023-06-04", "value": "150"},
    ]
    printed = clean_rows(make_rows(*rows), Register({}, {})).appearances

    assert weekly_table(Ledger(LATEST, printed, 0).figures).empty
    assert len(weekly_table(Ledger(LATEST, printed.drop(index=1).reset_index(drop=True), 0).figures)) == 1


def marks_of(*rows: dict[str, str]) -> dict[str, tuple[bool, bool]]:
    """Return whether each week is a recount, and whether it is restated."""
    printed = clean_rows(make_rows(*rows), Register({}, {})).appearances
    weeks = increments_of(Ledger(LATEST, printed, 0).figures).to_dict("records")
    return {row["week"]: (row["is_recount"], row["is_restated"]) for row in weeks}


def of_day(day: str, value: str, **cells: str) -> dict[str, str]:
    return {"covers_until": day, "published_on": day, "value": value, **cells}


def test_a_week_says_what_is_to_be_doubted_in_it():
    """
    A fall between two Sundays and a recount in words make a recount, two numbers of one Sunday a restatement.

    Neither concerns another week, another claimant, or a total since another day.
    """
    sundays = [of_day("2023-05-21", "100"), of_day("2023-05-28", "110"), of_day("2023-06-04", "120")]
    fall = [of_day("2023-05-30", "118"), of_day("2023-05-31", "112")]
    said = of_day("2023-06-01", "112", note="recounted without missing", note_known_on="2023-06-01")
    again = of_day("2023-05-28", "111") | {"published_on": "2023-05-29"}

    assert marks_of(*sundays) == {"2023-W21": (False, False), "2023-W22": (False, False)}
    assert marks_of(*sundays, *fall) == {"2023-W21": (False, False), "2023-W22": (True, False)}
    assert marks_of(*sundays, said) == {"2023-W21": (False, False), "2023-W22": (True, False)}
    assert marks_of(*sundays, again) == {"2023-W21": (False, True), "2023-W22": (False, True)}
    for other in ({"claimant": "Somebody"}, {"covers_from": "2023-01-01"}):
        assert set(marks_of(*sundays, *(row | other for row in [*fall, again])).values()) == {(False, False)}


def test_a_garbled_total_gives_no_increment():
    """
    A number that a relay seems to have garbled is no end of a week.
    """
    garbled = {"note": "relay error: a digit is missing", "note_known_on": "2023-06-04"}

    assert marks_of(of_day("2023-05-28", "206600"), of_day("2023-06-04", "209940"))
    assert marks_of(of_day("2023-05-28", "206600"), of_day("2023-06-04", "20994", **garbled)) == {}
