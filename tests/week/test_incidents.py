"""Incidents: what several sources say of one event is one row, with its range and whether they agree."""

import pandas as pd
import pytest
from made_up_ledgers import INCIDENT, edition_with
from small_ledger import ENEMY, MONITOR, POLICE, TOLL, tabulate
from small_ledger import MAYOR as OTHER_MAYOR

from casualty_ledger.vocabulary import Verdict
from casualty_ledger.week.incidents import Incident, find_incidents
from casualty_ledger.week.tolls import size_of

MAYOR = INCIDENT | {"claimant": "Mayor of Kherson", "value": "5"}
RUSSIA = INCIDENT | {"claimant": "Russian Ministry of Defence", "claimant_side": "russia", "value": "60"}


def incidents_of(*rows: dict[str, str]):
    edition = edition_with(*rows)
    return find_incidents(pd.concat([edition.in_week, edition.published]))


def test_one_event_is_one_incident_whoever_reports_it():
    """
    Two officials, killed and injured, and a place with a part of town behind a comma: one incident, a range.
    """
    (found,) = incidents_of(
        INCIDENT, MAYOR | {"place": "Kherson, bus stop"}, INCIDENT | {"measure": "injured", "value": "9"}
    )

    assert [size_of(figure) for figure in found.killed.figures] == [4, 5]
    assert found.injured.size == 9
    assert len(found.claimants) == 2


@pytest.mark.parametrize(
    ("change", "standing", "first"),
    [
        ({"published_on": "2023-05-31"}, [5], [4]),
        ({"note": "as of 16:00", "note_known_on": "2023-05-30"}, [5], [4]),
        ({}, [4, 5], []),
        ({"value": "3", "published_on": "2023-05-31"}, [3, 4], []),
        ({"published_on": "2023-05-31", "scope": "conflicts with the number of others"}, [4, 5], []),
        ({"published_on": "2023-05-31", "claimant": "local officials"}, [5], [4]),
        (
            {"published_on": "2023-05-31", "claimant": RUSSIA["claimant"], "claimant_side": "russia"},
            [4, 5],
            [],
        ),
    ],
    ids=["next day", "later hour", "order unknown", "lower later", "called wrong", "outlet", "other side"],
)
def test_the_first_numbers_of_a_toll_that_rose_are_no_low_end_of_a_range(
    change: dict[str, str], standing: list[int], first: list[int]
):
    """
    Four at 9:00 by one body and five later by another, or relayed: five, first four. Where nothing tells the
    order, where the later number is lower, is set against others, or is another side's, the range stands.
    """
    early = INCIDENT | {"note": "as of 09:00", "note_known_on": "2023-05-30"}
    (found,) = incidents_of(early, MAYOR | change)

    assert [size_of(figure) for figure in found.killed.figures] == standing
    assert [size_of(figure) for figure in found.killed.earlier] == first


def test_children_alone_put_no_toll_in_dispute():
    """
    Two numbers of injured children that cannot both be so are no dispute of the toll of all.
    """
    young = [
        each | {"population": "civilian_children", "measure": "injured", "value": value}
        for each, value in ((INCIDENT, "11"), (MAYOR, "12"))
    ]
    injured = [each | {"measure": "injured", "value": "30"} for each in (INCIDENT, MAYOR)]
    (found,) = incidents_of(INCIDENT, MAYOR | {"value": "4"}, *injured, *young)

    assert found.verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("change", "hedge"),
    [
        ({"scope": "part of the 124"}, "exact"),
        ({"population": "civilian_children", "note": "the only person killed"}, "exact"),
        ({"population": "civilian_children"}, "at_least"),
    ],
)
def test_a_part_of_all_such_events_or_the_only_one_counts_all_of_its_own(change: dict[str, str], hedge: str):
    """
    Three of the 124 of a running total are all of this event; one child of an unknown toll is one at least.
    """
    total = INCIDENT | {"place": "", "admin1": "", "basis": "cumulative", "value": "124"}
    (found,) = incidents_of(INCIDENT | change | {"note_known_on": "2023-05-30"}, total)

    assert [figure["hedge"] for figure in found.killed.figures] == [hedge]


def test_a_part_of_a_regions_number_counts_everybody_of_its_own_place():
    """
    Five of the seven of a region are all of one village, two children with them; four by another: 4–5.
    """
    region = INCIDENT | {"place": "Kherson Oblast", "value": "7"}
    village = INCIDENT | {"place": "Beryslav", "value": "5", "scope": "subset of the 7 killed in the oblast"}
    young = village | {"population": "civilian_children", "value": "2", "scope": ""}
    told = incidents_of(
        region, village, village | MAYOR | {"place": "Beryslav", "value": "4", "scope": ""}, young
    )
    (found,) = (each for each in told if each.place == "Beryslav")

    assert [size_of(figure) for figure in found.killed.figures] == [4, 5]
    assert [size_of(figure) for figure in found.killed.children] == [2]


def test_two_named_events_of_one_day_are_two_incidents():
    """
    A market and a bus stop of one town on one day are not one event.
    """
    market = INCIDENT | {"place": "Kherson (market)"}

    assert len(incidents_of(market, INCIDENT | {"place": "Kherson (bus stop)", "value": "1"})) == 2


PAGE = INCIDENT | {"published_on": "2023-06-01", "place": "Kherson"}
BEFORE = PAGE | {"value": "11", "scope": "replaced later in the text"}


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("claimant", [INCIDENT["claimant"], "officials"])
def test_a_number_that_its_page_replaces_is_never_the_toll(first: int, claimant: str):
    """
    "Has risen to 14; earlier officials had said 11": whichever row comes first, and whoever gave the earlier
    number, the toll is 14 alone, and one that only repeats what was replaced is none.
    """
    rows = [PAGE | {"value": "14"}, BEFORE | {"claimant": claimant}]
    (found,) = incidents_of(*rows[first:], *rows[:first])

    assert [size_of(figure) for figure in found.killed.figures] == [14]


def test_what_was_replaced_is_told_as_the_earlier_number_and_not_doubted():
    """
    Beside the toll of its own claimant it is what was said first, and needs no other warning.
    """
    (found,) = incidents_of(PAGE | {"value": "14"}, BEFORE)
    (earlier,) = found.killed.earlier

    assert (size_of(earlier), "replaced" in earlier["caveats"]) == (11, False)


@pytest.mark.parametrize("order", [("1", "2"), ("2", "1")])
def test_the_order_of_two_tellings_is_that_of_their_own_rows(order: tuple[str, str]):
    """
    Where both numbers of one toll are numbered, the later one stands, whatever rows beside them have none.
    """
    two = [PAGE | {"value": "14", "published_sequence": order[0]}]
    two.append(PAGE | {"value": "11", "published_sequence": order[1]})
    (found,) = incidents_of(*two, PAGE | {"measure": "injured", "value": "46"})

    assert [size_of(figure) for figure in found.killed.figures] == [14 if order == ("2", "1") else 11]


@pytest.mark.parametrize(
    ("overlaps", "day", "incidents"),
    [
        ("same attack as Beryslav near Kherson", "2023-05-30", 1),
        ("", "2023-05-30", 2),
        ("same attack as Beryslav near Kherson", "2023-05-29", 2),
    ],
)
def test_what_the_record_calls_the_same_attack_is_one_incident(overlaps: str, day: str, incidents: int):
    """
    A source names the city that another one names a suburb of: where its row says so, on the same days, it
    is one incident, and where it does not, two.
    """
    suburb = INCIDENT | {"place": "Beryslav hromada near Kherson", "claimant": "Mayor of Beryslav"}
    days = {"covers_from": day, "covers_until": day}

    assert (
        len(incidents_of(suburb, INCIDENT | days | {"overlaps": overlaps, "overlaps_known_on": day}))
        == incidents
    )


def test_a_site_whose_number_is_part_of_the_whole_is_no_incident_beside_it():
    """
    Three of the four killed in the town died in its hospital: the town is one incident.
    """
    hospital = INCIDENT | {"place": "Kherson (hospital)", "value": "3", "scope": "subset of the 4 killed"}

    assert [each.place for each in incidents_of(INCIDENT, hospital)] == ["Kherson"]


def test_a_strike_on_one_spot_is_no_low_end_of_what_its_claimant_counts_in_the_town():
    """
    A body counts 19 in the town, and of them 1 killed and 7 injured by a later strike: the town's range has
    neither the 1 nor the 7.
    """
    spot = INCIDENT | {"place": "Kherson (later strike)"}
    found = incidents_of(
        MAYOR | {"value": "16"},
        MAYOR | {"measure": "injured", "value": "61"},
        INCIDENT | {"value": "19", "hedge": "at_least"},
        spot | {"value": "1"},
        spot | {"measure": "injured", "value": "7"},
    )[0]

    assert [size_of(figure) for figure in found.killed.figures] == [16, 19]
    assert [size_of(figure) for figure in found.injured.figures] == [61]


def test_a_spot_is_told_as_the_event_where_its_claimant_counts_no_more_in_the_town():
    """
    The same number under a longer name of the place is no part of itself.
    """
    (found,) = incidents_of(INCIDENT, INCIDENT | {"place": "Kherson (bus stop)"}, MAYOR)

    assert [size_of(figure) for figure in found.killed.figures] == [4, 4, 5]


@pytest.mark.parametrize(
    ("said", "children"),
    [
        ({"overlaps": "the mayor counts five killed and no child among them"}, 0),
        ({"scope": "as of 05:23; not confirmed later"}, 0),
        ({"scope": "subset of the 5 killed"}, 1),
    ],
)
def test_a_child_whom_the_toll_does_not_hold_is_not_told_as_one_of_it(said: dict[str, str], children: int):
    """
    Where the record says that the count has no child in it, or that the child was not confirmed later.
    """
    child = INCIDENT | {"population": "civilian_children", "value": "1"} | said
    known = {f"{name}_known_on": INCIDENT["published_on"] for name in said}
    (found,) = incidents_of(MAYOR, child | known)

    assert len(found.killed.children) == children


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ((INCIDENT,), Verdict.ONE_SOURCE),
        ((INCIDENT, MAYOR | {"value": "4"}), Verdict.AGREE),
        ((INCIDENT, MAYOR | {"value": "4", "hedge": "at_least"}), Verdict.AGREE),
        ((INCIDENT, MAYOR | {"measure": "injured"}), Verdict.ONE_SOURCE_EACH),
        ((INCIDENT, MAYOR), Verdict.DIFFER),
        ((INCIDENT | {"claimant_side": "ukraine"}, RUSSIA), Verdict.DISPUTED),
        ((INCIDENT | {"claimant_side": "ukraine"}, RUSSIA | {"population": "military", "party": "ukraine"}),
         Verdict.DISPUTED),
        ((INCIDENT | {"verification": "contested"},), Verdict.DISPUTED),
    ],
)  # fmt: skip
def test_a_verdict_says_whether_sources_agree(rows, verdict):
    """
    One source, the same number, several numbers of one side, and numbers of two sides that cannot both hold.
    """
    (found,) = incidents_of(*rows)

    assert found.verdict is verdict


def test_a_restated_toll_keeps_its_earlier_numbers():
    """
    Two, then four by one source: the toll is four, and two is its earlier number.
    """
    (found,) = incidents_of(INCIDENT | {"value": "2"}, INCIDENT | {"published_on": "2023-05-31"})

    assert [size_of(figure) for figure in found.killed.figures] == [4]
    assert [size_of(figure) for figure in found.killed.earlier] == [2]


def test_incidents_are_ranked_by_the_killed_and_then_by_the_injured():
    """
    Most killed come first, of as many killed the most injured.
    """
    rows = [
        INCIDENT | {"place": place, "measure": measure, "value": value}
        for place, measure, value in (
            ("Izium", "injured", "90"),
            ("Lyman", "killed", "2"),
            ("Kherson", "killed", "3"),
            ("Sumy", "killed", "2"),
            ("Sumy", "injured", "7"),
        )
    ]

    assert [each.place for each in incidents_of(*rows)] == ["Kherson", "Sumy", "Lyman", "Izium"]


@pytest.mark.parametrize(
    "change",
    [
        {"place": "Ukraine", "admin1": "", "covers_until": "2023-06-01"},
        {"place": "", "admin1": ""},
        {"covers_from": "2023-05-01", "covers_until": "2023-05-31"},
        {"basis": "cumulative"},
        {"population": "military"},
        {"population": "pow", "measure": "captured"},
    ],
)
def test_what_is_no_event_at_a_place_is_no_incident(change):
    """
    Three days of a country, a count without a place, a month, a running total, soldiers and prisoners make
    no incident.
    """
    assert incidents_of(INCIDENT | change) == []


def told_of(*rows: dict[str, str]) -> list[Incident]:
    return find_incidents(tabulate(*rows)[0])


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Kherson city"},
        {"place": "Kherson (market)"},
        {"admin1": ""},
        {"covers_until": "2024-05-11"},
        {"covers_from": "2024-05-10", "covers_until": "2024-05-14"},
    ],
)
def test_one_event_is_one_incident_under_any_spelling_and_level(other: dict[str, str]):
    """
    A town's spelling, a site in it, a region that is not named and other last days make no second incident.
    """
    told = told_of(TOLL | {"value": "4"}, TOLL | {"value": "4", "claimant": POLICE} | other)

    assert len(told) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Bakhmut", "admin1": "Donetsk Oblast"},
        {"covers_from": "2024-05-12", "covers_until": "2024-05-12"},
    ],
)
def test_other_places_and_days_are_other_incidents(other: dict[str, str]):
    """
    Another town, or another day without one between, is another event.
    """
    told = told_of(TOLL | {"value": "4"}, TOLL | {"value": "4", "claimant": POLICE} | other)

    assert len(told) == 2


def test_two_recorded_events_of_one_day_are_two_incidents():
    """
    The column incident tells a market from a bus stop in one town on one day.
    """
    told = told_of(TOLL | {"value": "4", "incident": "market"}, TOLL | {"value": "2", "incident": "bus stop"})

    assert len(told) == 2
    assert [each.killed.size for each in told] == [4, 2]


def test_an_incident_has_range_running_toll_parts_and_verdict():
    """
    4, then 7 by the mayor and at least 6 by a monitor: from 6 to 7 now, one child, and nobody in dispute.
    """
    [found] = told_of(
        TOLL | {"value": "4"},
        TOLL | {"value": "7", "published_on": "2024-05-11"},
        TOLL | {"value": "7", "claimant": OTHER_MAYOR, "published_on": "2024-05-12"},
        TOLL | {"value": "6", "claimant": MONITOR, "published_on": "2024-06-12", "verification": "verified"},
        TOLL | {"value": "1", "population": "civilian_children", "scope": "subset of the 7 killed"},
    )
    toll = found.killed

    assert [size_of(figure) for figure in toll.figures] == [6, 7, 7]
    assert [size_of(figure) for figure in toll.earlier] == [4]
    assert [figure["figure_id"] for figure in toll.children] == ["t-5"]
    assert (len(found.claimants), found.verdict) == (3, Verdict.DIFFER)


def test_a_verdict_says_disputed_where_the_sides_do_not_agree():
    """
    Four by one side and nine by the other are in dispute; four by both are agreed.
    """
    [disputed] = told_of(TOLL | {"value": "4"}, TOLL | {"value": "9", "claimant": ENEMY})
    [agreed] = told_of(TOLL | {"value": "4"}, TOLL | {"value": "4", "claimant": ENEMY})

    assert (disputed.verdict, agreed.verdict) == (Verdict.DISPUTED, Verdict.AGREE)


def test_a_source_that_counts_a_country_every_day_tells_of_its_worst_day():
    """
    Of three days of one source the worst is an incident; another source's day stays beside it.
    """
    days = [
        INCIDENT
        | {"place": "Ukraine", "admin1": "", "value": value, "published_on": f"2023-05-{day}"}
        | {"covers_from": f"2023-05-{day}", "covers_until": f"2023-05-{day}"}
        for day, value in (("29", "2"), ("30", "7"), ("31", "0"))
    ]
    found = incidents_of(*days, days[0] | {"claimant": "National Police of Ukraine"})

    assert [(str(each.first["covers_from"])[:10], each.weight[0]) for each in found] == [
        ("2023-05-30", 7),
        ("2023-05-29", 2),
    ]


@pytest.mark.parametrize(
    ("rows", "least"),
    [
        (({"population": "medical_personnel", "value": "2"},), [2]),
        (({"population": "journalists", "value": "1"},), [1]),
        (({"population": "civilian_women", "value": "3"}, {"population": "children", "value": "5"}), [5]),
        (({"value": "9"}, {"population": "medical_personnel", "value": "2"}), [9]),
    ],
)
def test_a_part_makes_an_incident_whose_toll_it_is_the_least_of(rows, least: list[int]):
    """
    Medical workers, a journalist, women and children are people killed: as many, or more, where nobody says
    how many in all.
    """
    (found,) = incidents_of(*(INCIDENT | row for row in rows))
    is_part = len(rows) > 1 or rows[0].get("population")

    assert [size_of(figure) for figure in found.killed.figures] == least
    assert bool(found.killed.parts) == (least != [9])
    assert (found.killed.highest["hedge"] == "at_least") == bool(is_part and least != [9])


@pytest.mark.parametrize(
    ("change", "killed", "earlier"),
    [
        ({}, [4, 9], []),
        ({"note": "as of 08:00"}, [4, 9], []),
        ({"published_on": "2023-05-29"}, [4], [9]),
        ({"published_sequence": "1"}, [4], [9]),
        ({"value": "3"}, [4], [3]),
    ],
)
def test_a_higher_number_of_the_same_hour_is_not_called_the_earlier_one(change, killed, earlier):
    """
    One source gives nine and four on one day: unless the record tells which came first, both are shown.
    """
    last = INCIDENT | ({"published_sequence": "2"} if "published_sequence" in change else {})
    (found,) = incidents_of(INCIDENT | {"value": "9"} | change, last)

    assert [size_of(figure) for figure in found.killed.figures] == killed
    assert [size_of(figure) for figure in found.killed.earlier] == earlier
    assert found.verdict is Verdict.ONE_SOURCE


@pytest.mark.parametrize(
    "change",
    [
        {"scope": "rescuers only"},
        {"scope": "as of noon; first strike only"},
        {"scope": "in addition to the 5"},
    ],
)
def test_a_count_of_some_is_no_rival_of_the_toll(change):
    """
    Three rescuers of five killed, or five beside the three, make no range of three to five.
    """
    (found,) = incidents_of(INCIDENT | {"value": "3"} | change, MAYOR)

    assert [size_of(figure) for figure in found.killed.figures] == [5]
    assert found.verdict is Verdict.ONE_SOURCE


def test_a_number_that_was_taken_back_is_no_end_of_a_range():
    """
    Nine, withdrawn within the day, and five by another source make five; nine alone is still told.
    """
    taken_back = INCIDENT | {"value": "9", "scope": "withdrawn later that day"}
    (both,), (alone,) = incidents_of(taken_back, MAYOR), incidents_of(taken_back)

    assert [size_of(figure) for figure in both.killed.figures] == [5]
    assert [size_of(figure) for figure in alone.killed.figures] == [9]


def test_one_of_two_sites_is_no_rival_of_the_number_of_both():
    """
    One killed at a dormitory and 24 at both dormitories make no range from 1 to 24.
    """
    one = INCIDENT | {"value": "1", "scope": "station dormitory; includes 1 child"}
    both = INCIDENT | {"value": "24", "scope": "both dormitories; 21 before"}
    (found,) = incidents_of(one, both)

    assert [size_of(figure) for figure in found.killed.figures] == [24]


def test_a_count_of_one_site_alone_makes_no_incident_beside_the_whole():
    """
    "Kherson (one block only)" is less than what happened in Kherson on that day.
    """
    block = INCIDENT | {"place": "Kherson (one block only)", "value": "3"}

    assert [size_of(each.killed.highest) for each in incidents_of(INCIDENT, block)] == [4]


@pytest.mark.parametrize(("place", "is_rival"), [({}, True), ({"place": "Belgorod", "admin1": ""}, False)])
def test_soldiers_of_no_stated_side_are_the_other_sides_where_that_one_lives(place, is_rival: bool):
    """
    85 soldiers killed in a town of Ukraine, says Russia, and no row whose: a claim against its civilians.
    """
    claim = RUSSIA | {"population": "military_personnel", "value": "85"} | place
    found = incidents_of(INCIDENT | place, claim)

    assert [len(each.rivals) for each in found] == [int(is_rival)]
    assert (found[0].verdict is Verdict.DISPUTED) == is_rival


REGION = INCIDENT | {"place": "Kherson Oblast", "value": "15"}
PART_OF_REGION = {
    "claimant": "Mayor of Kherson",
    "note": "part of the oblast total",
    "note_known_on": "2023-05-30",
}


@pytest.mark.parametrize(
    ("town", "is_inside"),
    [
        ({}, True),
        ({"claimant": "Mayor of Kherson", "scope": "subset of the 15 killed"}, True),
        (
            {
                "claimant": "Mayor of Kherson",
                "note": "part of the oblast total",
                "note_known_on": "2023-05-30",
            },
            True,
        ),
        ({"claimant": "Mayor of Kherson"}, False),
        ({"covers_from": "2023-05-31", "covers_until": "2023-05-31"}, False),
        ({"value": "16"}, False),
        ({"scope": "in addition to the 15"}, False),
        ({"place": "Odesa", "admin1": "Odesa Oblast"}, False),
    ],
)
def test_a_town_in_a_regions_number_is_no_further_incident(town: dict[str, str], is_inside: bool):
    """
    What one claimant tells of a region and of its town on a day, or the record calls a part, is one number.
    """
    region, place = incidents_of(REGION, INCIDENT | town)
    place, region = (place, region) if region.place == "Kherson Oblast" else (region, place)

    assert (place.inside is not None and place.inside.place == "Kherson Oblast") == is_inside
    assert region.inside is None


def test_what_is_told_of_a_town_is_in_the_number_of_the_town_and_its_region():
    """
    "Kherson city and oblast" is the region: a town's number that the record calls part of it is in that.
    """
    both = REGION | {"place": "Kherson city and oblast", "claimant": "Office of the Prosecutor General"}
    found = incidents_of(both, INCIDENT | PART_OF_REGION)

    assert [each.inside and each.inside.place for each in found] == [None, "Kherson city and oblast"]


@pytest.mark.parametrize(
    ("district", "inside"),
    [
        ({"value": "3"}, [None, "Kherson"]),
        ({"value": "9"}, [None, "Kherson district"]),
        ({"value": "3", "covers_from": "2023-05-31", "covers_until": "2023-05-31"}, [None, None]),
        ({"value": "3", "place": "Kakhovka district"}, [None, None]),
    ],
)
def test_a_town_and_its_district_on_the_same_days_are_not_two_incidents(district, inside):
    """
    "Kherson" and "Kherson district" are two names of where it happened: the lower number is no further one.
    """
    found = incidents_of(MAYOR, INCIDENT | {"place": "Kherson district"} | district)

    assert [each.inside and each.inside.place for each in found] == inside


def test_a_week_of_a_whole_country_is_no_incident_whatever_it_is_said_to_hold():
    """
    "Russia incl. occupied regions" for seven days is a sum of the country, as "Russia" is.
    """
    week = {"covers_from": "2023-05-29", "covers_until": "2023-06-04", "admin1": "", "value": "104"}
    named = [
        {"place": "Russia"},
        {"place": "Russia incl. occupied regions"},
        {"place": "Russia (all)"},
    ]

    assert [incidents_of(INCIDENT | week | where) for where in named] == [[], [], []]


def test_a_child_of_a_regions_number_is_not_counted_in_the_toll_of_its_town():
    """
    The child is one of the region's 15, wherever it died: the police's five of the town are others' count.
    """
    police = INCIDENT | {"claimant": "Kherson police", "value": "5"}
    child = INCIDENT | {"population": "children", "value": "1", "scope": "subset of the 15 killed"}
    region, town = incidents_of(REGION, police, child)

    assert [each.place for each in (region, town)] == ["Kherson Oblast", "Kherson"]
    assert len(region.killed.children) == 1
    assert town.killed.children == ()


def test_what_a_claimant_has_replaced_puts_no_incident_in_dispute():
    """
    First 2 children and later that day 1, as the police say: nobody holds to the 2 any more.
    """
    child = INCIDENT | {"population": "civilian_children", "scope": "subset of the 4 killed", "value": "1"}
    first = child | {"value": "2", "published_sequence": "1"}
    police = child | {"claimant": "National Police of Ukraine"}
    (incident,) = edition_with(INCIDENT, first, child | {"published_sequence": "2"}, police).facts.incidents

    assert incident.verdict is not Verdict.DISPUTED


def test_a_site_under_a_longer_name_is_the_same_site():
    """
    "Port infrastructure" and "port infrastructure, quay 3" of one town on one day are one incident.
    """
    port = {"place": "Kherson (port infrastructure)"}
    quay = {"place": "Kherson (port infrastructure, quay 3)", "claimant": "Mayor of Kherson"}

    assert len(incidents_of(INCIDENT | port, INCIDENT | quay)) == 1


@pytest.mark.parametrize(
    ("place", "value", "inside"),
    [
        ("Kherson and Beryslav", "9", "Kherson and Beryslav"),
        ("Kherson, Beryslav and other places", "9", "Kherson, Beryslav and other places"),
        ("Kherson and Beryslav", "3", None),
        ("Nova Kakhovka and Beryslav", "9", None),
    ],
)
def test_a_place_of_several_that_are_told_together_is_no_further_incident(place, value, inside):
    """
    Four in one town are in the nine of that town and another, not in a lower number or that of other towns.
    """
    together = INCIDENT | {"place": place, "value": value, "claimant": "Governor of Kherson Oblast"}
    found = {each.place: each.inside and each.inside.place for each in incidents_of(INCIDENT, together)}

    assert found["Kherson"] == inside


@pytest.mark.parametrize(("scope", "is_inside"), [("subset of the 11 killed", True), ("", False)])
def test_a_town_that_the_record_puts_in_a_districts_number_is_no_further_incident(scope, is_inside):
    """
    Four in the town, a subset of the 11 that its district counted first, are no incident beside the district.
    """
    district = INCIDENT | {"place": "Nikopol district", "admin1": "Dnipropetrovsk Oblast", "value": "11"}
    town = {"place": "Marhanets", "admin1": "Dnipropetrovsk Oblast", "claimant": "Mayor of Marhanets"}
    later = district | {"value": "13", "published_on": "2023-05-31"}
    found = {each.place: each for each in incidents_of(district, later, INCIDENT | town | {"scope": scope})}

    assert (found["Marhanets"].inside is not None) == is_inside


MIXED = INCIDENT | {"population": "military_and_civilian", "claimant": "Bloggers", "claimant_side": "media"}


@pytest.mark.parametrize(
    ("people", "value", "killed", "civilians"),
    [
        (MIXED, "20", [20], [4]),
        (MIXED, "3", [3, 4], []),
        (INCIDENT | {"claimant": "Bloggers"}, "20", [4, 20], []),
    ],
)
def test_a_count_of_civilians_makes_no_range_with_one_of_soldiers_and_civilians(
    people, value, killed, civilians
):
    """
    One civilian, and twenty people who were mostly soldiers, are numbers of unlike people: both are told.
    """
    (found,) = incidents_of(INCIDENT, people | {"value": value})

    assert [size_of(figure) for figure in found.killed.figures] == killed
    assert [size_of(figure) for figure in found.killed.civilians] == civilians
