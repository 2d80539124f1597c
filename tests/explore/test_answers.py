"""Answers: comparison, weeks, restatements and disagreements of a selection."""

import pandas as pd
import pytest

from casualty_ledger.explore.misuse import UnknownChoice, UnreadableDays

STAFF = "General Staff of Ukraine"
DAY = {"covers_from": "2023-06-03", "covers_until": "2023-06-03", "basis": "period", "measure": "killed"}
EXACT = DAY | {"hedge": "exact"}


def test_rivals_stand_side_by_side(opened):
    """
    Two claimants on one thing keep a row each, and the table says that they contradict each other.
    """
    rivals = [{"claimant": "NATO", "value": "3"} | EXACT, {"claimant": STAFF, "value": "5"} | EXACT]
    told = opened(*rivals).compare()

    assert told[["claimant", "value"]].to_numpy().tolist() == [[STAFF, 5], ["NATO", 3]]
    assert set(told["compares"]) == {"contradiction"}


def test_a_minimum_does_not_contradict_a_higher_number(opened):
    """
    At least 3 and exactly 5 differ; their bounds meet.
    """
    told = opened({"claimant": "NATO", "value": "3"} | DAY | {"hedge": "at_least"}, {"value": "5"} | EXACT)

    assert set(told.compare()["compares"]) == {"difference"}


def test_totals_of_other_days_are_not_called_a_disagreement(opened):
    """
    Running totals that end on different days are set side by side, with that difference named.
    """
    told = opened({"claimant": "NATO", "covers_until": "2023-06-01"}, {}).compare()

    assert len(told) == 2
    assert set(told["compares"]) == {"other days"}


def test_the_last_statement_of_each_claimant_is_compared(opened):
    """
    Of a restated toll only the statement that stands is compared.
    """
    first = {"value": "3", "published_on": "2023-06-03"} | EXACT
    told = opened(first, {"value": "5", "published_on": "2023-06-04"} | EXACT).compare()

    assert told["value"].tolist() == [5]


def test_a_week_is_the_difference_of_its_sundays(whole):
    """
    206,600 on 28 May and 209,940 on 4 June 2023 give 3,340 for the week between, with both their roundings.
    """
    week = whole.select(claimant=STAFF, measure="losses", weeks="2023-W22").weekly().iloc[0]

    assert (week["lower"], week["value"], week["upper"]) == (3230, 209_940 - 206_600, 3450)


def test_a_week_without_both_totals_says_so(whole):
    """
    No total is recorded for 23 November 2025: the weeks on either side of it have no number, and not zero.
    """
    weeks = whole.select(claimant=STAFF, measure="losses", weeks="2025-W46/2025-W49").weekly()
    gaps = weeks[~weeks["derived"]]

    assert weeks["week"].tolist() == ["2025-W46", "2025-W47", "2025-W48", "2025-W49"]
    assert gaps["week"].tolist() == ["2025-W47", "2025-W48"]
    assert gaps["value"].isna().all()
    assert set(gaps["claimant"]) == {STAFF}
    assert set(gaps["reason"]) == {"no total recorded for 23 November 2025"}


def test_a_month_is_restated_as_the_monitor_restated_it(whole):
    """
    OHCHR's killed of March 2022 stood at 3,378 in February 2023 and at 4,289 a year later.
    """
    march = whole.select(claimant="OHCHR HRMMU", measure="killed", days="2022-03")
    told = march.revisions()
    months = told[told["covers_until"] == pd.Timestamp("2022-03-31")]

    assert march.as_of("2023-02-07").figures["value"].max() == 3378
    assert months["value"].iloc[-1] == 4289
    assert "backlog_verified" in set(months["kind"])


def test_a_disagreement_is_shown_whole(whole):
    """
    A figure chosen alone brings the others of its disagreement with it.
    """
    said = whole.select(claimant="Ombudsman of Ukraine (Lubinets)", measure="exchanged", days="2024-01-31")
    told = said.disagreements()

    assert 195 not in set(said.figures["value"])
    assert {207, 195} <= set(told["value"])
    assert "Russian Ministry of Defence" in set(told["claimant"])


def test_any_two_days_may_be_asked_for(whole):
    """
    From 28 May to 4 June 2023 gives what the week gives; the words of both ends stand beside it.
    """
    added = whole.select(claimant=STAFF, measure="losses").between("2023-05-28", "2023-06-04").iloc[0]

    assert (added["lower"], added["value"], added["upper"]) == (3230, 3340, 3450)
    assert added["ends"] == "about 209,940 less about 206,600"
    assert added["figure_id"] == "ml-0215"


def test_a_difference_is_known_only_once_both_ends_are(whole):
    """
    On 3 June 2023 the total of 4 June was not known: that of the day before stands for it.
    """
    then = whole.as_of("2023-06-03").select(claimant=STAFF, measure="losses")
    added = then.between("2023-05-28", "2023-06-04").iloc[0]

    assert added["to_day"] < pd.Timestamp("2023-06-04")
    assert "no total of 4 June 2023" in added["reading"]


@pytest.mark.parametrize("days", [("2023-06-04", "2023-05-28"), ("2023-06", "2023-07-01"), ("soon", "later")])
def test_two_days_must_be_days_that_rise(whole, days: tuple[str, str]):
    """
    Two days that fall, a month and a word are refused with what to write.
    """
    with pytest.raises(UnreadableDays, match="2024-11-27"):
        whole.between(*days)


def test_sites_are_within_their_place_and_other_names_are_not(opened):
    """
    A place is found by its whole name, in whatever letters; a longer word is another place.
    """
    places = ("Sumy", "market in Sumy", "Sumynka", "")
    ledger = opened(*({"place": place} | EXACT for place in places))

    assert sorted(ledger.select(within="sumy").figures["place"]) == ["Sumy", "market in Sumy"]
    with pytest.raises(UnknownChoice, match=r"'Smy' is no place in this ledger \(did you mean 'Sumy'\?\)"):
        ledger.select(within="Smy")


def test_the_standing_statement_of_a_whole_month_is_told(opened):
    """
    Of a restated month the last number; a part of a month, and a running total, are none.
    """
    month = EXACT | {"covers_from": "2023-05-01", "covers_until": "2023-05-31"}
    said = [
        {"value": value, "published_on": day} for value, day in (("3", "2023-06-03"), ("5", "2023-06-04"))
    ]
    told = opened(*(month | each for each in said), month | {"covers_until": "2023-05-30"}, {}).monthly()

    assert told[["month", "value"]].to_numpy().tolist() == [["2023-05", 5]]


def test_the_months_of_a_part_alone_are_told(whole):
    """
    Who asks for children gets the months of children; beside everybody they stay out.
    """
    ohchr = whole.select(claimant="OHCHR HRMMU", measure="killed")

    assert len(ohchr.select(population="children").monthly()) >= 6
    assert "children" not in set(ohchr.monthly()["population"])


def test_two_vintages_are_compared_figure_by_figure(opened):
    """
    A figure that came out since is new; one that a second page printed since has changed by its publishers.
    """
    page = {"value": "3", "published_on": "2023-06-03"} | EXACT
    later = page | {"published_on": "2023-06-08", "publisher": "Reuters"}
    ledger = opened(page, later, EXACT | {"value": "9", "published_on": "2023-06-09", "place": "Sumy"})
    told = ledger.changes("2023-06-05", "2023-06-12")

    assert told[["change", "value"]].to_numpy().tolist() == [["changed: publishers", 3], ["new", 9]]
    assert told["why"].tolist() == [
        "publishers: Ukrinform → Ukrinform; Reuters",
        "published on 9 June 2023, between the two days",
    ]
    assert set(told["party"]) == {"russia"}
    assert ledger.changes("2023-06-12", "2023-06-05")["change"].tolist() == [
        "changed: publishers",
        "left out",
    ]
    assert ledger.changes("2023-06-12", "2023-06-12").empty


def test_undated_and_split_figures_are_not_called_new(opened):
    """
    What no dated vintage holds is undated; a row that was told apart later is split, and back again merged.
    """
    page = EXACT | {"value": "60", "published_on": "2023-06-03"}
    part = {"overlaps": "part of t-1", "overlaps_known_on": "2023-06-20", "publisher": "Reuters"}
    ledger = opened(page, page | part, EXACT | {"value": "9", "published_on": "", "place": "Sumy"})
    told, back = ledger.changes("2023-06-05", "latest"), ledger.changes("latest", "2023-06-05")

    assert {"split", "undated"} == {each for each in told["change"] if ":" not in each}
    assert {"merged", "undated"} == {each for each in back["change"] if ":" not in each}
    assert "statement with t-1" in told.set_index("change").at["split", "why"]


@pytest.mark.parametrize("call", ["compare", "monthly"])
def test_a_verified_count_has_no_upper_bound(opened, call: str):
    """
    What a monitor verified is a minimum in every answer; what was counted stays in the figures, marked so.
    """
    month = {"covers_from": "2023-05-01", "covers_until": "2023-05-31", "population": "civilians"}
    month |= {"party": "", "verification": "individually_verified"}
    verified = month | {"claimant": "OHCHR HRMMU", "value": "36"}
    chosen = opened(EXACT | verified)
    told = getattr(chosen, call)()

    assert told[["lower", "value", "is_floor"]].to_numpy().tolist() == [[36, 36, True]]
    assert told["upper"].isna().all()
    assert chosen.figures[["upper", "is_floor"]].to_numpy().tolist() == [[36, True]]


def test_a_total_of_no_known_day_is_not_lost(opened):
    """
    A running total with neither an end nor a day of publication is what its claimant says, where that is all.
    """
    undated = {"claimant": "NATO", "covers_until": "", "published_on": "", "value": "5000"}
    told = opened({}, undated).compare()

    assert set(told["claimant"]) == {"General Staff of Ukraine", "NATO"}


def test_a_misprint_is_not_a_claimants_month(opened):
    """
    Beside the sound number of a month, even an undated one, that of a garbled page is not told as its own.
    """
    month = {
        "claimant": "NATO",
        "party": "",
        "population": "civilians",
        "measure": "injured",
        "basis": "period",
    }
    month |= {"covers_from": "2023-05-01", "covers_until": "2023-05-31"}
    garbled = {"value": "118", "note": "relay misprint", "published_on": "2023-06-04"}
    told = opened(month | garbled, month | {"value": "1018", "published_on": ""}).monthly()

    assert told["value"].tolist() == [1018]
    assert "relay_error_suspected" in opened(month | garbled).monthly()["caveats"].item()
