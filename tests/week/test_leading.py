"""What leads a week, on real weeks and on made-up ones: harm first, then news, every side by one rule."""

import pytest
from made_up_ledgers import INCIDENT, edition_with, said_in

from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.front_page.sides import tabulate_sides
from casualty_ledger.vocabulary import Verdict
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.months import Month
from casualty_ledger.week.tolls import size_of

OWN = {
    "claimant": "Russian Ministry of Defence",
    "claimant_side": "russia",
    "measure": "killed",
    "hedge": "exact",
    "value": "1351",
    "published_on": "2023-06-02",
    "covers_until": "2023-06-02",
}
THEIRS = OWN | {"claimant": "President of Ukraine (Zelensky)", "claimant_side": "ukraine", "party": "ukraine"}


@pytest.mark.parametrize(
    ("week", "place", "killed"),
    [("2025-W16", "Sumy", 34), ("2022-W12", "Mariupol", 300), ("2023-W22", "Karpaty", 5)],
)
def test_the_incident_with_most_killed_leads(edition_of, week: str, place: str, killed: int):
    """
    Sumy leads 2025-W16, the theatre of Mariupol 2022-W12, Karpaty 2023-W22: not the toll restated most often.
    """
    first = edition_of(week).facts.rank()[0]

    assert isinstance(first, Incident)
    assert (first.place, first.weight[0]) == (place, killed)


def test_the_worst_month_for_long_leads(edition_of):
    """
    July 2025 came out in 2025-W33: no month from May 2022 on was worse.
    """
    facts = edition_of("2025-W33").facts
    first = facts.rank()[0]

    assert isinstance(first, Month)
    assert int(first.killed["value"]) == 286
    assert f"{facts.worst_since.start:%Y-%m}" == "2022-05"


def test_the_other_side_of_the_border_stands_beside(edition_of):
    """
    2023-W22: beside Karpaty stands Sobolevka, the deadliest report of harm to the people of the other side.
    """
    facts = edition_of("2023-W22").facts

    assert facts.beside(facts.rank()[0]).place == "Sobolevka"


@pytest.mark.parametrize("row", [OWN, THEIRS], ids=["russia", "ukraine"])
def test_a_sides_word_on_its_own_losses_is_news_whichever_side_it_is(row):
    """
    A side that gives a new number of its own dead is news; the same number printed again is not.
    """
    again = row | {"published_on": "2023-05-20", "covers_until": "2023-05-20"}

    assert [figure["value"] for figure in edition_with(row).facts.own_losses] == [1351]
    assert edition_with(row, again).facts.own_losses == []


def test_russias_own_dead_of_march_2022_are_news(edition_of):
    """
    1,351 on 25 March 2022 was new.
    """
    assert [int(figure["value"]) for figure in edition_of("2022-W12").facts.own_losses] == [1351]


def test_an_old_toll_printed_again_is_no_incident_of_the_week():
    """
    What was said of April and is said again in June with no higher a number is no news; a higher one is.
    """
    days = {"covers_from": "2023-04-03", "covers_until": "2023-04-03"}
    first = INCIDENT | days | {"published_on": "2023-04-04"}
    again = INCIDENT | days | {"published_on": "2023-06-01", "claimant": "Mayor of Kherson"}

    assert edition_with(first, again).facts.incidents == []
    assert edition_with(first, again | {"value": "3", "covers_until": "2023-04-04"}).facts.incidents == []
    assert len(edition_with(first, again | {"value": "9"}).facts.incidents) == 1


EARLIER = {"covers_from": "2023-05-23", "covers_until": "2023-05-23"}
POLICE = "Kharkiv Oblast police"


def test_an_incident_told_late_is_seen_with_all_that_is_known_of_it():
    """
    A week brings a toll of an earlier day: who told of it before and how many were injured are the
    incident's, too, and what the ledger tells of no incident of the week stays out.
    """
    before = INCIDENT | EARLIER | {"published_on": "2023-05-23", "claimant": POLICE}
    injured = before | {"measure": "injured", "value": "6"}
    elsewhere = before | {"place": "Beryslav", "value": "2"}
    late = INCIDENT | EARLIER | {"published_on": "2023-05-31", "value": "9"}
    (found,) = edition_with(late, before, injured, elsewhere).facts.incidents

    assert (found.killed.size, found.injured.size) == (9, 6)
    assert (found.claimants, found.verdict) == ((INCIDENT["claimant"], POLICE), Verdict.ONE_SOURCE_EACH)


@pytest.mark.parametrize(
    ("claimant", "side", "value", "counts"),
    [
        (POLICE, "ukraine", "4", [9]),
        (POLICE, "ukraine", "9", [9, 9]),
        (POLICE, "ukraine", "12", [9, 12]),
        ("Russian Ministry of Defence", "russia", "4", [4, 9]),
    ],
)
def test_the_first_readings_of_a_toll_are_no_low_end_of_what_is_told_late(claimant, side, value, counts):
    """
    What came out before the week and is lower was read earlier; what is as high stands, and so does what the
    other side said.
    """
    before = {"published_on": "2023-05-23", "claimant": claimant, "claimant_side": side, "value": value}
    late = INCIDENT | EARLIER | {"published_on": "2023-05-31", "value": "9"}
    injured = late | {"measure": "injured", "value": "6"}
    (found,) = edition_with(late, injured, INCIDENT | EARLIER | before).facts.incidents

    assert [size_of(each) for each in found.killed.figures] == counts


def test_what_is_only_known_of_earlier_days_is_no_incident_of_the_week():
    """
    Nothing that came out before the week is told of in it without a word of the week.
    """
    before = INCIDENT | EARLIER | {"published_on": "2023-05-23"}
    here = INCIDENT | {"place": "Beryslav"}

    assert [each.place for each in edition_with(before, here).facts.incidents] == ["Beryslav"]


ACROSS = INCIDENT | {"place": "Ukraine", "admin1": "", "covers_until": "2023-05-31", "value": "9"}


def test_an_attack_on_a_whole_country_leads_with_all_whom_it_killed():
    """
    Nine killed across the country in one night come before four of them in one town, and no sum is made.
    """
    first, second = edition_with(INCIDENT, ACROSS).facts.incidents

    assert (first.is_everywhere, first.weight) == (True, (9, 0))
    assert (second.is_everywhere, second.place, second.weight) == (False, "Kherson", (4, 0))


def test_an_attack_on_a_whole_country_is_not_taken_for_the_toll_of_the_week():
    """
    The headline says "across" the country and dates it, so does its row, and it is no incident more.
    """
    front = compose_brief(edition_with(INCIDENT, ACROSS | {"covers_until": "2023-05-30"})).front

    assert "9 killed across Ukraine on 30 May" in front.headline.text
    assert "holds 1 incident reported this week" in front.standfirst.text
    assert "All of Ukraine, 30 May" in [row[0].text for row in front.sections[0].blocks[0].rows]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Kherson and Beryslav", "9 killed in Kherson and Beryslav"),
        ("Kherson, Beryslav, Kyiv and other cities", "9 killed in Kherson and elsewhere"),
        ("Ukraine (Kherson and Beryslav)", "9 killed in Ukraine"),
    ],
)
def test_a_toll_of_several_towns_is_not_one_of_the_first(place: str, said: str):
    """
    A headline names two towns, or the first and that there are others; two towns are no whole country.
    """
    front = compose_brief(edition_with(INCIDENT | {"place": place, "admin1": "", "value": "9"})).front

    assert said in front.headline.text


HELD = {"population": "pow", "measure": "died_in_captivity", "party": "ukraine", "value": "40"}
CLAIMED = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia", "value": "53"}


def test_deaths_of_prisoners_lead_a_week_as_any_other():
    """
    Forty or fifty-three prisoners who died come before four civilians killed in that town on that day.
    """
    first, second = edition_with(INCIDENT, INCIDENT | HELD, INCIDENT | HELD | CLAIMED).facts.incidents

    assert (first.of_captives, first.killed.lowest["value"], first.weight) == (True, 40, (53, 0))
    assert (second.of_captives, second.weight) == (False, (4, 0))


def test_olenivka_leads_its_week(whole_ledger):
    """
    2022-W30: the deaths of prisoners in Olenivka, and not a town shelled two weeks before.
    """
    week = parse_week("2022-W30")
    known = whole_ledger.of_conflict("russia_ukraine").as_of(parse_vintage("", week))
    first = Edition(week, known).facts.rank()[0]

    assert (first.place, first.of_captives, first.weight[0]) == ("Olenivka penal colony", True, 53)


def test_numbers_of_two_exchanges_are_no_rivals():
    """
    Ten returned on one day and fifty on another are two exchanges: the last one is told, and not "10 or 50".
    """
    back = {"population": "pow", "measure": "exchanged_returned", "basis": "period", "hedge": "exact"}
    of_day = [
        back | {"covers_from": day, "covers_until": day, "published_on": day, "party": "ukraine", "value": n}
        for day, n in (("2023-05-30", "10"), ("2023-06-02", "50"))
    ]
    same = [row | {"value": "50"} for row in of_day]

    assert [row["value"] for row in edition_with(*of_day).facts.returns] == [50]
    assert [row["value"] for row in edition_with(*same).facts.returns] == [50, 50]


def test_a_total_that_holds_others_beside_its_exchange_is_no_number_of_it():
    """
    Where 31 are outside an exchange and part of the 277, the 277 are not returned in that exchange.
    """
    back = {"population": "pow", "measure": "exchanged_returned", "basis": "period", "party": "ukraine"}
    back |= {"covers_from": "2023-06-02", "covers_until": "2023-06-02", "published_on": "2023-06-02"}
    other = {"value": "31", "overlaps": "part of the 277", "overlaps_known_on": "2023-06-02"}
    other |= {"method": "return outside an exchange"}
    rows = [back | {"value": "277", "hedge": "exact"}, back | {"value": "246", "hedge": "exact"}]

    assert len(edition_with(*rows).facts.returns) == 2
    told = edition_with(*rows, back | {"hedge": "exact"} | other).facts.returns
    assert [row["value"] for row in told] == [246]


def test_what_came_out_on_no_known_day_of_no_known_days_is_not_new():
    """
    "51 in a week", printed in some July, may be of any week: no headline calls it new.
    """
    vague = OWN | {"covers_from": "", "covers_until": "", "basis": "period", "published_on": "2023-06"}
    week = {"week": "2023-W26"}

    assert edition_with(vague, **week).facts.own_losses == []
    assert len(edition_with(vague | {"published_on": "2023-06-30"}, **week).facts.own_losses) == 1


def test_a_total_known_by_its_month_only_is_no_news_of_the_last_week_of_that_month():
    """
    6,000 to some day of June, printed in some June, may have been said in any of its weeks.
    """
    vague = OWN | {"basis": "cumulative", "covers_from": "2022-02-24", "covers_until": "2023-06"}
    told = edition_with(vague | {"published_on": "2023-06"}, week="2023-W26")

    assert told.facts.own_losses == []
    assert len(edition_with(vague | {"published_on": "2023-06-30"}, week="2023-W26").facts.own_losses) == 1
    said = [each.text for row in tabulate_sides(told).rows for each in row]
    assert any("published June 2023)" in each for each in said), said


def test_no_month_after_the_week_leads_it_in_hindsight(edition_of):
    """
    In hindsight 2023-W43 knows the months of 2026: its last month is one that had ended by its Sunday.
    """
    assert str(edition_of("2023-W43", "latest").facts.months[-1].start.date()) <= "2023-09-01"
    assert str(edition_of("2026-W10", "latest").facts.months[-1].start.date()) > "2025-12-01"


def test_a_town_in_a_regions_number_neither_leads_nor_counts_beside_it():
    """
    Of a region's fifteen, four in its town are no second finding of the headline and no further incident.
    """
    region = INCIDENT | {"place": "Kherson Oblast", "value": "15"}
    edition = edition_with(region, INCIDENT)
    told = said_in(edition)

    assert [each.place for each in edition.facts.rank()] == ["Kherson Oblast"]
    assert "holds 1 incident reported this week" in told
    assert "more incident" not in told
    assert "Kherson, 30 May (may be in the number of Kherson Oblast) | 4" in told


def test_an_incident_of_the_week_before_is_dated_in_the_headline():
    """
    What happened before the week and came out in it is not taken for the week's; the week's own has no day.
    """
    before = dict.fromkeys(("covers_from", "covers_until"), "2023-05-27")

    assert "4 killed in Kherson on 27 May, " in said_in(edition_with(INCIDENT | before))
    assert "4 killed in Kherson, " in said_in(edition_with(INCIDENT))


def test_a_sum_of_several_days_is_dated_in_the_headline():
    """
    What is counted of a week is not taken for one attack of it.
    """
    week = {"covers_from": "2023-05-29", "covers_until": "2023-06-03", "place": "Kherson Oblast"}

    assert "4 killed in Kherson Oblast, 29 May to 3 June, " in said_in(edition_with(INCIDENT | week))


def test_what_is_told_again_of_long_ago_is_background():
    """
    A higher number of an event of a year ago that was known leads no week, also where its day is the week's.
    """
    days = {"covers_from": "2022-05-30", "covers_until": "2022-05-30"}
    known = INCIDENT | days | {"published_on": "2022-06-01"}
    again = INCIDENT | days | {"published_on": "2023-05-31", "value": "9", "claimant": "Mayor of Kherson"}

    assert edition_with(known, again).facts.incidents == []
    assert "Kherson, 30 May 2022 (reported this week) | 9" in said_in(edition_with(again))


def test_every_statement_of_how_many_incidents_there_are_counts_the_same():
    """
    A town in its region's number is no further incident, in the standfirst, in what is lacking, and in "New".
    """
    region = INCIDENT | {"place": "Kherson Oblast", "value": "15"}
    other = INCIDENT | {"place": "Odesa", "admin1": "Odesa Oblast", "value": "2"}
    third = INCIDENT | {"place": "Lviv", "admin1": "Lviv Oblast", "value": "1"}
    edition = edition_with(region, INCIDENT, other, third)
    said = said_in(edition)

    assert len(edition.facts.incidents) == 4
    assert "this ledger holds 3 incidents reported this week" in said.lower()
    assert "no number of the injured for 3 of 3 incidents" in said
    assert "the tolls of all 3 incidents" in said
    assert "; 2 more incidents." in said
