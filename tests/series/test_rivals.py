"""Rivals: what is a contradiction between statements about one thing, and what is none."""

import pytest
from small_ledger import (
    ENEMY,
    EXCHANGE,
    GOVERNOR,
    MAYOR,
    MONITOR,
    OUTLET,
    POLICE,
    TOLL,
    TOTAL,
    disagreements,
    tabulate,
)

from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.series.disputes import disputed

CHILDREN = TOLL | {"population": "civilian_children"}
PAGE = {"address": "https://example.org/page"}
INFERRED = "publication day inferred from address or text"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Hours that follow each other, whoever reads the toll.
        ({"value": "9", "note": "as of 16:00"}, {"value": "12", "note": "as of 17:30", "claimant": POLICE}),
        # Bodies of one state that count one after the other, on one page or on one day.
        ({"value": "9"}, {"value": "12", "claimant": MAYOR}),
        ({"value": "9"} | PAGE, {"value": "12", "claimant": MAYOR} | PAGE),
        # The first toll of the day beside a monitor's final one, and beside its minimum.
        ({"value": "4"}, {"value": "7", "claimant": MONITOR, "published_on": "2024-06-10"}),
        (
            {"value": "9"},
            {"value": "7", "claimant": MONITOR, "published_on": "2024-06-10", "verification": "verified"},
        ),
        # A stale relay of what was said before.
        ({"value": "9", "published_on": "2024-05-11"}, {"value": "7", "claimant": OUTLET}),
        # About fifteen beside fifteen; more than twenty beside twenty.
        ({"value": "15"}, {"value": "15", "hedge": "about", "claimant": ENEMY}),
        ({"value": "20"}, {"value": "20", "hedge": "more_than", "claimant": ENEMY}),
        # A claimant who corrects itself, and a body that says that the toll was lowered.
        ({"value": "9"}, {"value": "7", "published_on": "2024-05-11"}),
        (
            {"value": "9"},
            {"value": "7", "claimant": POLICE, "published_on": "2024-05-11", "scope": "lowered toll"},
        ),
        (
            {"value": "9"},
            {"value": "7", "claimant": POLICE, "published_on": "2024-05-11"}
            | {"note": "revises the earlier 9 downwards"},
        ),
        # What one body says to correct the other, both counting parts of one whole.
        (
            {"value": "3", "scope": "subset of the 7"},
            {"value": "2", "scope": "subset of the 7", "claimant": POLICE, "note": "updated data"},
        ),
        # Late on the day itself, on a page whose own day is inferred; next day’s noon.
        (
            {
                "value": "11",
                "published_on": "2024-05-11",
                "note": f"{INFERRED}; after 23:05 of the day before",
            },
            {"value": "12", "published_on": "2024-05-11", "note": "as of 14:00", "claimant": POLICE},
        ),
        # A thousand beside 1,003.
        ({"value": "1003"}, {"value": "1000", "claimant": ENEMY}),
        # Another town of the same region, another day, another named event.
        ({"value": "9"}, {"value": "7", "place": "Nova Kakhovka", "claimant": ENEMY}),
        ({"value": "9", "incident": "market"}, {"value": "7", "incident": "bus", "claimant": ENEMY}),
    ],
)
def test_a_running_toll_is_no_dispute(one: dict[str, str], other: dict[str, str]):
    """
    Numbers that rise, that meet, that are stale or that are of another event contradict nothing.
    """
    assert disagreements(TOLL | one, TOLL | other) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The sides that fight, whenever they say it.
        ({"value": "4"}, {"value": "9", "claimant": ENEMY, "published_on": "2024-05-12"}),
        # What a side has raised to an open minimum since takes nothing back; 240 is no 232 rounded.
        ({"value": "4"}, {"value": "400", "hedge": "about", "claimant": ENEMY}),
        ({"value": "240"}, {"value": "232", "claimant": ENEMY}),
        # A later, lower number of somebody else.
        ({"value": "9"}, {"value": "7", "claimant": POLICE, "published_on": "2024-05-12"}),
        # Under another spelling or level of the place, and with other last days.
        (
            {"value": "9", "place": "Kharkiv", "admin1": "Kharkiv Oblast"},
            {"value": "4", "place": "Kharkov", "admin1": "", "claimant": ENEMY},
        ),
        ({"value": "9"}, {"value": "4", "covers_until": "2024-05-11", "claimant": ENEMY}),
        ({"value": "9"}, {"value": "4", "place": "Kherson city", "claimant": ENEMY}),
        ({"value": "9"}, {"value": "4", "party": "ukraine", "claimant": ENEMY}),
    ],
)
def test_numbers_that_cannot_all_be_so_are_found(one: dict[str, str], other: dict[str, str]):
    """
    Rivals are found under any spelling, with days that lie within each other and parties unstated.
    """
    assert disagreements(TOLL | one, TOLL | other) == {"rival_claimants": {"t-1", "t-2"}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # On one page: one child, says one; two, says the other.
        ({"value": "1"} | PAGE, {"value": "2", "claimant": POLICE} | PAGE),
        # Of the same whole, the part cannot be two numbers.
        (
            {"value": "2", "scope": "subset of the 34 killed"},
            {"value": "7", "scope": "subset of the 34 killed", "claimant": POLICE},
        ),
    ],
)
def test_parts_are_compared_too(one: dict[str, str], other: dict[str, str]):
    """
    Children of one event, said at once or of one whole, are one number.
    """
    assert disagreements(CHILDREN | one, CHILDREN | other) == {"rival_claimants": {"t-1", "t-2"}}


def test_a_part_stands_with_the_whole_of_its_page():
    """
    Seven children on the page that gives 34 killed contradict two children of the 34.
    """
    page = {"claimant": POLICE} | PAGE
    rows = [
        CHILDREN | {"value": "2", "scope": "subset of the 34 killed"},
        TOLL | {"value": "34"} | page,
        CHILDREN | {"value": "7"} | page,
    ]

    assert disagreements(*rows) == {"rival_claimants": {"t-1", "t-3"}}


def test_two_levels_of_one_day_are_compared_and_their_areas_named():
    """
    25 missing, says the governor; 42, says the minister on the same day, of a region named otherwise.
    """
    missing = TOLL | {"measure": "missing", "place": "dam flood", "covers_until": "2024-05-16"}
    rows = [
        missing | {"value": "25", "published_on": "2024-05-16", "admin1": "Kherson Oblast"},
        missing
        | {
            "value": "42",
            "published_on": "2024-05-16",
            "admin1": "Kherson and Mykolaiv oblasts",
            "claimant": POLICE,
        },
    ]

    assert disagreements(*rows) == {"scope": {"t-1", "t-2"}}


@pytest.mark.parametrize(
    "change",
    [
        {"overlaps": "exchange part of the 277"},
        {"note": "soldiers; 31 civilians + 246 soldiers = the 277 of the other side"},
        {"scope": "together with 31 civilians the 277"},
    ],
)
def test_a_gap_that_a_row_states_is_no_dispute(change: dict[str, str]):
    """
    246 is part of the 277, says the row: nothing is in dispute.
    """
    plain, part = EXCHANGE | {"value": "277", "claimant": ENEMY}, EXCHANGE | {"value": "246"}

    assert disagreements(plain, part) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(plain, part | change) == {}


@pytest.mark.parametrize("note", ["says 246 of this total", "other pages of the same exchange say 277"])
def test_a_note_that_another_number_is_told_explains_nothing(note: str):
    """
    That others tell another number is what is in dispute, and no gap of scope.
    """
    rows = [EXCHANGE | {"value": "277", "claimant": ENEMY}, EXCHANGE | {"value": "246", "note": note}]

    assert disagreements(*rows) == {"rival_claimants": {"t-1", "t-2"}}


def test_sides_that_fight_stay_apart_until_a_bounded_number_meets():
    """
    63, raised to 89 or more, beside some 400 of the other side: the open minimum takes nothing back.
    """
    enemy = TOLL | {"value": "400", "hedge": "about", "claimant": ENEMY}
    rows = [TOLL | {"value": "63"}, enemy]
    raised = TOLL | {"value": "89", "hedge": "at_least", "published_on": "2024-05-12"}

    assert disagreements(*rows, raised) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(*rows, raised | {"value": "390", "hedge": "exact"}) == {}


@pytest.mark.parametrize(
    ("said", "is_conceded"),
    [
        ({"value": "50", "hedge": "more_than"}, True),
        ({"value": "53"}, True),
        ({"value": "30", "hedge": "more_than"}, False),
        ({"value": "53", "published_on": "2024-05-09"}, False),
        ({"value": "53", "claimant": MONITOR}, False),
    ],
)
def test_a_side_of_which_another_body_repeats_the_rivals_number_disputes_it_no_more(
    said: dict[str, str], is_conceded: bool
):
    """
    About 40, says a body; 53, says the other side; more than 50, says another body of the first: no dispute.
    An older number, a far lower minimum and one of somebody else concede nothing.
    """
    rows = [
        TOLL | {"value": "40", "hedge": "about"},
        TOLL | {"value": "53", "claimant": ENEMY},
        TOLL | {"claimant": MAYOR} | said,
    ]
    pairs = [each for each in disagreements(*rows).values() if {"t-1", "t-2"} <= each]

    assert pairs == ([] if is_conceded else [{"t-1", "t-2"}])


def test_a_part_of_a_lower_whole_of_a_later_day_is_in_dispute_as_its_whole_is():
    """
    Six children of 50, and five of 31 on the next day: the lower whole is no earlier hour of one toll.
    """
    first = CHILDREN | {"value": "6", "scope": "subset of the 50 killed"}
    later = CHILDREN | {"value": "5", "scope": "subset of the 31 killed", "claimant": POLICE}

    assert disagreements(first, later | {"published_on": "2024-05-12"}) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(first, later | {"published_on": "2024-05-10"}) == {}


@pytest.mark.parametrize(
    ("killed", "injured", "is_dispute"),
    [
        ("2", "18", True),
        # Some of the injured have died; more have been found; the toll that was told first.
        ("2", "27", False),
        ("2", "30", False),
        ("1", "18", False),
        ("0", "18", False),
    ],
)
def test_fewer_injured_beside_more_killed_are_no_earlier_count(killed: str, injured: str, is_dispute: bool):
    """
    28 injured beside one killed, and 18 beside two: whichever is told first, one number of the two falls.
    """
    injured_of = TOLL | {"measure": "wounded"}
    rows = [
        TOLL | {"value": "1"} | PAGE,
        injured_of | {"value": "28"} | PAGE,
        TOLL | {"value": killed, "claimant": MAYOR} | PAGE,
        injured_of | {"value": injured, "claimant": MAYOR} | PAGE,
    ]

    assert disagreements(*rows) == ({"rival_claimants": {"t-1", "t-2", "t-3", "t-4"}} if is_dispute else {})


@pytest.mark.parametrize(
    ("note", "is_dispute"),
    [
        ("lower than the 6 of the mayor given before", True),
        ("half the civilian count given by the mayor (6)", True),
        ("conflicts with 6 killed in every other source", True),
        ("lower than the 8 of the army", False),
        ("the mayor says 6", False),
        ("as of 09:00; lower than the 6 of the mayor", False),
    ],
)
def test_a_note_that_sets_a_number_against_another_page_tells_of_a_dispute(note: str, is_dispute: bool):
    """
    Numbers of two bodies on one day are a toll, unless the record sets the lower against the other's number.
    """
    rows = [
        TOLL | {"value": "6", "claimant": MAYOR, "scope": "as of 13:00"},
        TOLL | {"value": "5", "note": note},
    ]

    assert disagreements(*rows) == ({"rival_claimants": {"t-1", "t-2"}} if is_dispute else {})


def test_a_total_without_a_last_day_is_of_the_day_of_the_page():
    """
    120, says the governor, to yesterday; 134, says the paper on his page. Of a day weeks before, of another
    page and beside the claimant’s own total nothing is known.
    """
    dated = TOTAL | {"measure": "killed", "value": "120", "covers_until": "2024-05-09"} | PAGE
    bare = dated | {"value": "134", "covers_until": "", "claimant": OUTLET}

    assert disagreements(dated, bare) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(dated | {"covers_until": "2024-04-20"}, bare) == {}
    assert disagreements(dated, bare | {"address": "https://example.org/other"}) == {}
    assert disagreements(dated, bare | {"claimant": GOVERNOR}) == {}


def test_a_total_of_the_first_day_is_a_running_toll():
    """
    169 on the first afternoon and 316 at its end are one toll, read twice.
    """
    day = TOTAL | {"measure": "injured", "covers_from": "2024-05-10"}

    assert disagreements(day | {"value": "169"}, day | {"value": "316", "claimant": MAYOR}) == {}


def test_levels_of_an_inferred_day_are_of_no_known_hour():
    """
    Seven missing, and five of a page whose day is inferred, follow each other.
    """
    missing = TOLL | {"measure": "missing"}

    assert disagreements(missing | {"value": "7"}, missing | {"value": "5", "claimant": MAYOR}) != {}
    assert (
        disagreements(missing | {"value": "7"}, missing | {"value": "5", "claimant": MAYOR, "note": INFERRED})
        == {}
    )


def test_scope_is_the_reading_where_all_that_do_not_meet_count_otherwise():
    """
    Seven or more, and none, are rivals, whatever a third says that it counts.
    """
    rows = [
        TOLL | {"value": "7", "hedge": "at_least"},
        TOLL | {"value": "0", "claimant": ENEMY},
        TOLL | {"value": "6", "claimant": POLICE, "scope": "on the spot only"},
    ]

    assert set(disagreements(*rows)) == {"rival_claimants"}


@pytest.mark.parametrize(
    ("note", "reading"),
    [
        ("killed, wounded, captured or missing", "scope"),
        ("killed, wounded, gravely ill, captured and missing, all in one figure called losses", "scope"),
        ("the relay labels wounded+killed+missing as irretrievable", "scope"),
        ("personnel losses, probably including wounded", "scope"),
        ("widely glossed as killed, or killed and wounded", "rival_claimants"),
        ("killed among them were counted by name", "rival_claimants"),
    ],
)
def test_losses_of_another_mix_are_of_another_scope(note: str, reading: str):
    """
    Killed, wounded and captured of one claimant are another mix than the losses of the other, in whatever
    words it is told; words that leave the mix open explain nothing.
    """
    losses = TOTAL | {"measure": "losses_unspecified", "value": "16100"}
    mixed = losses | {"value": "40000", "claimant": POLICE, "note": note}

    assert disagreements(losses, mixed) == {reading: {"t-1", "t-2"}}


def test_a_number_that_a_later_report_gives_is_restated():
    """
    Where a row says that a later report gives another number for one last day, the claimant restated it.
    """
    total = TOTAL | {"measure": "killed", "claimant": MONITOR, "value": "3668"}
    total |= {"note": "a later report gives 3924/4444 for the same day"}

    assert set(disagreements(total, total | {"value": "3924", "published_on": "", "note": ""})) == {
        "overtaken"
    }


def test_totals_of_one_day_are_compared_whenever_they_are_said():
    """
    Two numbers for one last day contradict each other; a number and its rounding do not.
    """
    one = TOTAL | {"measure": "killed", "value": "45100"}
    rival = {"value": "70000", "published_on": "2024-05-20", "claimant": ENEMY}

    assert disagreements(one, one | rival) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(one, one | rival | {"value": "45000", "hedge": "more_than"}) == {}
    assert disagreements(one, one | rival | {"value": "45000"}) == {}


def test_a_total_below_an_earlier_one_is_found():
    """
    A claimant's later total that is lower is a fall; one that says that it was recounted is none.
    """
    one = TOTAL | {"measure": "killed", "value": "45100", "covers_until": "2024-05-08"}
    fall = TOTAL | {"measure": "killed", "value": "41000", "covers_until": "2024-05-10"}

    assert disagreements(one, fall) == {"fall": {"t-1", "t-2"}}
    assert disagreements(one, fall | {"note": "recounted"}) == {}
    assert disagreements(one, fall | {"claimant": ENEMY}) == {"rival_claimants": {"t-1", "t-2"}}


def test_a_set_says_what_would_reconcile_it():
    """
    Each set names its cause as unknown where no row tells it, and what would reconcile its numbers.
    """
    rows = [TOLL | {"value": "4"}, TOLL | {"value": "9", "claimant": ENEMY}]
    found = find_disagreements(*tabulate(*rows))

    assert found["what"].str.contains("cause unknown").all()
    assert (found["reconciled_by"] != "").all()


def test_the_same_dispute_is_printed_and_listed():
    """
    What the brief prints as disputed is what the table lists.
    """
    rows = [TOLL | {"value": "4"}, TOLL | {"value": "9", "claimant": ENEMY}, TOLL | {"value": "6"}]
    figures, appearances = tabulate(*rows[:2], rows[2] | {"claimant": GOVERNOR, "place": "Bakhmut"})

    assert set(disputed(figures)["figure_id"]) == set(find_disagreements(figures, appearances)["figure_id"])


def test_a_total_that_rivals_contradict_for_its_own_day_is_one_contradiction():
    """
    600 to 20 May is below what the governor gave for that day; that it is below his total of the day before
    is nothing new. Where he gives none for that day, it is.
    """
    governor = TOTAL | {"measure": "killed", "covers_until": "2024-05-19", "value": "1279"}
    same_day = governor | {"covers_until": "2024-05-20", "value": "1297"}
    rival = same_day | {"claimant": ENEMY, "value": "600"}

    assert disagreements(governor, same_day, rival) == {"rival_claimants": {"t-2", "t-3"}}
    assert disagreements(governor, rival) == {"rival_claimants": {"t-1", "t-2"}}


def test_a_toll_that_another_page_of_its_day_tells_higher_is_a_running_one():
    """
    Two numbers quoted on one page are no conflict where an official's on another one of that day is higher.
    """
    page = {"address": "https://example.org/first"}
    quoted = [TOLL | page | {"value": "12", "claimant": POLICE}, TOLL | page | {"value": "15"}]
    quoted[1]["claimant"] = OUTLET
    risen = TOLL | {"value": "19", "address": "https://example.org/second"}

    assert disagreements(*quoted) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(*quoted, risen) == {}


def test_what_a_claimant_only_says_again_disputes_nothing_said_since():
    """
    A lower number of a later day is a finding of its own, unless its claimant had said it by the first day.
    """
    high = TOLL | {"value": "13", "claimant": POLICE}
    again = TOLL | {"value": "11", "published_on": "2024-05-11"}
    before = TOLL | {"value": "11", "hedge": "at_least"}

    assert disagreements(high, again) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(high, again, before) == {}


def test_a_part_that_falls_while_its_whole_rises_is_no_running_toll():
    """
    14 children of 65 injured, and 13 of 74: whoever counts later has fewer of more.
    """
    children = CHILDREN | {"measure": "wounded"}
    rows = [
        children | {"value": "14", "scope": "subset of the 65 injured"},
        children | {"value": "13", "scope": "subset of the 74 injured", "claimant": POLICE},
        children | {"value": "14", "scope": "subset of the 65 injured", "claimant": MAYOR},
    ]

    assert {"t-1", "t-2"} <= disagreements(*rows)["rival_claimants"]
    risen = children | {"value": "15", "scope": "subset of the 74 injured", "claimant": POLICE}
    assert disagreements(rows[0], risen) == {}


@pytest.mark.parametrize(
    ("scope", "is_dispute"), [("", True), (": apartment block", False), ("; as of 12:00", False)]
)
def test_two_numbers_for_a_part_of_one_whole_contradict_their_claimant(scope: str, is_dispute: bool):
    """
    Six children of the 29, and seven of the 29, by one mayor on one day: the toll has not risen.
    """
    six, seven = (CHILDREN | {"value": value, "scope": "subset of the 29 injured"} for value in ("6", "7"))
    found = disagreements(six | PAGE, seven | {"scope": seven["scope"] + scope})

    assert found == ({"same_claimant_same_day": {"t-1", "t-2"}} if is_dispute else {})


@pytest.mark.parametrize(
    ("scope", "is_dispute"),
    [
        ("4 forestry workers + 2 other civilians in one vehicle", True),
        ("workers only", False),
        ("4 workers + 1 driver", False),
    ],
)
def test_what_a_number_is_made_of_is_no_narrower_scope(scope: str, is_dispute: bool):
    """
    Four workers and two others are the six: a later six contradicts seven, the workers alone do not.
    """
    later = {"value": "6", "claimant": POLICE, "published_on": "2024-05-11", "scope": scope}
    found = disagreements(TOLL | {"value": "7"}, TOLL | later)

    assert found == ({"rival_claimants": {"t-1", "t-2"}} if is_dispute else {})


@pytest.mark.parametrize("claimant", [ENEMY, OUTLET])
def test_two_sectors_of_a_front_are_two_things(claimant: str):
    """
    Losses in one direction and in another are parts of different wholes, whoever tells of them.
    """
    soldiers = TOLL | {"population": "military", "measure": "losses_unspecified", "party": "ukraine"}
    rows = [
        soldiers | {"value": "200", "claimant": ENEMY, "scope": "in Kherson direction"},
        soldiers | {"value": "350", "claimant": claimant, "scope": "in Kupyansk direction"},
    ]

    assert disagreements(*rows) == {}
    assert disagreements(rows[0], rows[1] | {"scope": rows[0]["scope"]}) != {}


def test_a_formation_is_compared_with_the_wider_party_of_its_people():
    """
    None of its own killed, says a corps; more than seventy raiders, says the other side.
    """
    soldiers = TOLL | {"population": "military"}
    corps = soldiers | {"value": "0", "party": "rdk_lsr"}
    raiders = soldiers | {"value": "70", "hedge": "more_than", "claimant": ENEMY}
    raiders |= {"party": "ukraine_backed_raiders"}

    assert disagreements(corps, raiders) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(corps | {"party": "wagner"}, raiders) == {}


def test_parts_of_one_page_are_more_than_its_whole_whichever_body_counted_which():
    """
    42 in the country, 32 in one town by its police and 11 in another: told on one page, they cannot be so.
    """
    rows = [
        TOLL | {"value": "42", "place": "Ukraine", "admin1": ""} | PAGE,
        TOLL | {"value": "32", "place": "Kyiv", "admin1": "Kyiv City", "claimant": POLICE} | PAGE,
        TOLL | {"value": "11", "place": "Dnipro", "admin1": "Dnipropetrovsk Oblast"} | PAGE,
    ]

    assert disagreements(*rows) == {"parts": {"t-1", "t-2", "t-3"}}
    assert disagreements(rows[0], rows[1], rows[2] | {"value": "10"}) == {}


def test_more_killed_than_bodies_found_is_a_difference_of_scope():
    """
    1,190 bodies found, civilians or not, and more than 1,400 civilians killed contradict nothing.
    """
    toll = TOLL | {"party": "ukraine"}
    bodies = toll | {"value": "1190", "population": "mixed", "measure_as_said": "bodies found"} | PAGE
    killed = toll | {"value": "1400", "hedge": "more_than", "claimant": OUTLET} | PAGE

    assert disagreements(bodies, killed) == {"scope": {"t-1", "t-2"}}
    assert disagreements(bodies | {"measure_as_said": ""}, killed) == {"parts": {"t-1", "t-2"}}


@pytest.mark.parametrize(
    ("people", "count", "is_dispute"),
    [("civilian_detainees", "2", False), ("civilian_detainees", "1", True), ("pow", "2", True)],
)
def test_other_people_whom_a_number_holds_explain_as_much_as_they_are(
    people: str, count: str, is_dispute: bool
):
    """
    Fifty-two who came back, two of them no prisoners of war, are no dispute with fifty prisoners of war.
    """
    said = EXCHANGE | {"value": "52"}
    part = said | {"population": people, "value": count, "overlaps": "part of the 52"}

    found = disagreements(said, part, EXCHANGE | {"value": "50", "claimant": ENEMY})

    assert found == ({"rival_claimants": {"t-1", "t-3"}} if is_dispute else {})
