"""Page 1: the finding in fourteen words, key figures with age and badge, both sides in the same words."""

import re

import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with, said_in

from casualty_ledger.publishing.document import printed_in
from casualty_ledger.publishing.week.bottom_line import bottom_line
from casualty_ledger.publishing.week.civilian.charts import draw_harm, draw_regions
from casualty_ledger.publishing.week.civilian.incidents import tabulate_incidents
from casualty_ledger.publishing.week.civilian.sentences import say_incident
from casualty_ledger.publishing.week.front_page.foot import compose_foot
from casualty_ledger.publishing.week.front_page.headline import compose_headline
from casualty_ledger.publishing.week.front_page.headline_incidents import MOST_WORDS
from casualty_ledger.publishing.week.front_page.key_figures import MOST, compose_key_figures
from casualty_ledger.publishing.week.front_page.sides import tabulate_sides
from casualty_ledger.publishing.week.front_page.standfirst import compose_standfirst
from casualty_ledger.series.coverage import WeekCoverage
from casualty_ledger.wording.sentences import either
from casualty_ledger.wording.tolls import say_speaks
from casualty_ledger.wording.traced_text import words as plain

MINISTRY = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia", "measure": "killed"}


@pytest.mark.parametrize(
    ("week", "words"),
    [
        ("2025-W16", "34 killed in Sumy on 13 April, Ukrainian sources say"),
        ("2022-W12", "About 300 killed earlier in Mariupol, Ukrainian source estimates; "
                     "Russia: 1,351 own dead (total)"),
        ("2023-W22", "5 killed in Karpaty, 3 in Sobolevka, Russia says; 3 in Kyiv, Ukraine says"),
        ("2025-W33", "At least 286 civilians killed and at least 1,388 injured in July, OHCHR verified"),
        ("2026-W40", "This ledger has recorded no figure of this week"),
    ],
)  # fmt: skip
def test_the_headline_states_the_finding(edition_of, week: str, words: str):
    """
    Hedged, attributed, and in at most fourteen words.
    """
    headline = compose_headline(edition_of(week)).text

    assert headline == words
    assert len(headline.split()) <= MOST_WORDS


def test_the_standfirst_says_what_is_new_disputed_and_missing(edition_of):
    """
    One sentence: the worst month since May 2022, and whose word is missing.
    """
    said = compose_standfirst(edition_of("2025-W33")).text

    assert said.startswith(
        "OHCHR verified more civilians killed or injured in July than in any other month recorded here from "
        "May 2022 on;"
    )
    assert "no word from Ukraine or Russia on their own losses" in said
    assert said.count(".") == 1
    assert "sources differ on Kyiv" in compose_standfirst(edition_of("2023-W22")).text


def test_a_key_figure_has_what_it_was_its_age_and_a_badge(edition_of):
    """
    286 after 232, eighteen days old, verified; at most four of them.
    """
    found = compose_key_figures(edition_of("2025-W33")).items
    said = [figure.sentence.text for figure in found]

    assert 1 < len(found) <= MOST
    assert said[0] == (
        "Civilians killed in July 2025, OHCHR: at least 286 (verified by OHCHR); more verified than in June: "
        "at least 232; "
        "to 31 July 2025, 18 days old"
    )
    assert [figure.badge for figure in found] == ["verified by OHCHR", "Ukraine says"]
    assert "Ukrainian losses: no figure recorded" in said[1]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("9,000", "fewer than the week before: about 9,000"),
        ("8,420", "about as many as the week before: about 8,420"),
        ("8,000", "more than the week before: about 8,000"),
    ],
)
def test_a_tile_says_whether_the_week_added_more_than_the_one_before(before: str, said: str):
    """
    940,010 on the last Sunday and 948,440 on this one; where the rounding of all leaves both, it says that.
    """
    first = 940_010 - int(before.replace(",", ""))
    totals = {"2023-05-21": first, "2023-05-28": 940_010, "2023-06-04": 948_440}
    rows = ({"covers_until": day, "published_on": day, "value": str(n)} for day, n in totals.items())

    assert said in " ".join(each.change.text for each in compose_key_figures(edition_with(*rows)).items)


def test_incidents_that_have_no_room_are_counted_and_linked():
    """
    Of nine incidents seven are rows; under them stands how many more there are, and where.
    """
    rows = [INCIDENT | {"place": f"Place {nth}", "value": str(nth)} for nth in range(1, 10)]
    facts = edition_with(*rows).facts
    table = tabulate_incidents(facts.incidents, facts.monday, most=7)

    assert len(table.rows) == 7
    assert table.rest.said.text == "and 2 more incidents, in the section on civilian harm"
    assert table.rest.page == "civilian_casualties.html"


def test_rows_without_room_are_counted_as_incidents_where_they_are_no_others_part():
    """
    Of a region, six others and their two towns, the two towns have no room: they are no further incidents.
    """
    rows = [INCIDENT | {"place": f"Place {nth}", "admin1": "Odesa Oblast", "value": "9"} for nth in range(6)]
    towns = [INCIDENT | {"place": place, "value": "1"} for place in ("Kherson", "Beryslav")]
    facts = edition_with(INCIDENT | {"place": "Kherson Oblast", "value": "15"}, *rows, *towns).facts
    rest = {most: tabulate_incidents(facts.incidents, facts.monday, most=most).rest for most in (6, 7)}

    assert rest[6].said.text == (
        "and 1 more incident, in the section on civilian harm; "
        "and 2 more places that are, or may be, in the number of others"
    )
    assert rest[7].said.text == "and 2 more places that are, or may be, in the number of others"


def test_silence_is_said_in_the_same_words_for_both_sides():
    """
    Where neither side said anything of itself, both rows say so alike; a word of one takes only its place.
    """
    earlier = MINISTRY | {"published_on": "2022-09-21", "covers_until": "2022-09-21"}
    silent, spoke = (tabulate_sides(edition_with(earlier, *rows)).rows for rows in ((INCIDENT,), (MINISTRY,)))

    assert {cell.text for row in silent for cell in row[1:]} == {"no figure recorded for this week"}
    assert "killed about 209,940" in spoke[1][1].text
    assert spoke[0] == silent[0]


def test_a_side_that_gave_a_number_is_not_called_silent():
    """
    A new number of own losses on earlier days is told, and its side is not among the silent.
    """
    days = {"covers_from": "2023-05-01", "covers_until": "2023-05-20", "published_on": "2023-06-01"}
    own = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia", "measure": "killed"}
    said = compose_standfirst(edition_with(INCIDENT, days | own | {"basis": "period"})).text

    assert "Russia gave a new number of own losses" in said
    assert "no word from Ukraine on its own losses" in said


def test_a_verified_total_that_ends_before_the_month_does_not_stand_beside_it():
    """
    A total to 20 May stands beside the count of April, and beside that of May, which holds later days, not.
    """
    total = VERIFIED | {"covers_until": "2023-05-20", "published_on": "2023-05-23"}
    months = [
        VERIFIED | {"basis": "period", "value": value, "published_on": "2023-06-02"} | days
        for value, days in (
            ("181", {"covers_from": "2023-04-01", "covers_until": "2023-04-30"}),
            ("174", {"covers_from": "2023-05-01", "covers_until": "2023-05-31"}),
        )
    ]
    beside, older = (
        compose_key_figures(edition_with(total, *told)).items[0].change.text for told in (months[:1], months)
    )

    assert "at least 8,983 since 24 February 2022 (to 20 May 2023)" in beside
    assert "8,983" not in older


def test_a_row_names_the_country_of_a_place_whoever_the_people_there_were():
    """
    People of whom nobody says whose they were are told with the country of the place, as civilians are.
    """
    place = {"place": "Belgorod Oblast", "admin1": "Belgorod Oblast (Russia)"}
    people = INCIDENT | place | {"population": "unstated"}
    facts = [edition_with(row).facts for row in (INCIDENT | place, people)]
    rows = [tabulate_incidents(each.incidents, each.monday, most=7).rows[0] for each in facts]

    assert [row[0].text for row in rows] == ["Belgorod Oblast, Russia, 30 May"] * 2


def test_the_toll_of_a_whole_country_is_told_with_the_hour_up_to_which_it_is_known():
    """
    Thirty across the country as of 19:30: tolls of its towns that rose later may exceed it.
    """
    everywhere = INCIDENT | {"place": "Ukraine", "admin1": "", "value": "30"}
    told = edition_with(everywhere | {"note": "as of 19:30", "note_known_on": "2023-05-30"})
    (row,) = tabulate_incidents(told.facts.incidents, told.facts.monday, most=7).rows

    assert compose_headline(told).text.startswith("30 killed across Ukraine (by 19:30) on 30 May")
    assert row[0].text == "All of Ukraine, 30 May by 19:30"


def test_what_a_side_says_of_its_own_losses_stands_in_the_sentences_of_the_week():
    """
    A headline that tells it finds it again in the sentences, before what the side says of others.
    """
    own = MINISTRY | {"value": "1351", "hedge": "exact", "party": "russia"}
    other = own | {"value": "9000", "party": "ukraine"}
    said = [each.text for each in bottom_line(edition_with(own, other))]

    assert said[0].startswith("The Russian Ministry of Defence reported 1,351 Russian soldiers killed (")


def test_a_side_that_spoke_of_so_many_a_day_is_not_called_silent():
    """
    Between 60 and 100 soldiers a day is a word of a side on its own losses, although no number of the week.
    """
    rate = {"basis": "rate", "rate_unit": "day", "value": "", "lower": "60", "upper": "100", "hedge": "range"}
    days = {"covers_from": "", "covers_until": "2023-05-20", "published_on": "2023-06-01"}
    told = compose_standfirst(edition_with(INCIDENT, MINISTRY | rate | days)).text

    assert "no word from Ukraine on its own losses" in told


def test_the_head_of_a_group_of_fighters_does_not_speak_for_a_side():
    """
    Volunteers who say that they lost nobody have said nothing of their side's own losses.
    """
    days = {"covers_from": "2023-06-01", "covers_until": "2023-06-01", "basis": "period", "hedge": "exact"}
    group = {"claimant": "Russian Volunteer Corps (RDK)", "claimant_side": "ukraine", "party": "rdk_lsr"}
    told = edition_with(INCIDENT, MINISTRY | group | days | {"value": "0"})
    standfirst, headline = compose_standfirst(told).text, compose_headline(told).text

    assert "Russian Volunteer Corps (RDK) gave a new number of own losses" in standfirst
    assert "Ukraine gave" not in standfirst
    assert "Ukraine says 0" not in headline


def test_prisoners_who_died_are_called_so():
    """
    Headline, key figure and row say that those who died were prisoners.
    """
    held = INCIDENT | {"population": "pow", "measure": "died_in_captivity", "party": "ukraine", "value": "40"}
    said = said_in(edition_with(held))

    assert "40 prisoners died in Kherson" in said
    assert "Prisoners who died in Kherson, 30 May: 40" in said
    assert "Kherson, 30 May | 40 prisoners |" in said


def test_where_no_soldiers_were_ever_counted_there_is_no_strip():
    """
    The silence of two sides tells nothing where this ledger holds no figure of any soldiers.
    """
    assert tabulate_sides(edition_with(INCIDENT)) is None


def test_the_foot_says_how_much_is_recorded_against_what_is_usual(edition_of):
    """
    Coverage in words, and what is due.
    """
    said = " ".join(
        item.text
        for section in compose_foot(edition_of("2023-W42"), None)
        for item in section.blocks[0].items
    )

    assert re.search(r"days of this week: 1 figure by 1 source, fewer than usual \(\d+ figures?\)\.", said)
    assert "OHCHR’s count of August 2023 (not recorded yet)" in said


def test_no_count_that_the_ledger_holds_is_to_be_watched_for():
    """
    In hindsight the month after the last one is known: it is not called not recorded yet, unless it lacks.
    """
    may = VERIFIED | {"covers_from": "2023-05-01", "covers_until": "2023-05-31", "basis": "period"}
    may |= {"published_on": "2023-06-05"}
    june = may | {"covers_from": "2023-06-01", "covers_until": "2023-06-30", "published_on": "2023-07-05"}
    july = INCIDENT | {
        "covers_from": "2023-08-01",
        "covers_until": "2023-08-01",
        "published_on": "2023-08-01",
    }
    due, held = (said_in(edition_with(INCIDENT, may, july, *more, as_of="latest")) for more in ((), (june,)))

    assert "OHCHR’s count of June 2023 (not recorded yet)" in due
    assert "not recorded yet" not in held


@pytest.mark.parametrize(
    ("row", "tile", "is_silent"),
    [
        ({"measure": "killed"}, "in the table of both sides", False),
        ({"measure": "missing"}, "in the table of both sides", False),
        ({"measure": "bodies_repatriated"}, "no figure recorded", True),
        ({"measure": "killed", "claimant": "Mediazona", "claimant_side": "independent"},
         "in the section on military losses", True),
    ],
)  # fmt: skip
def test_tile_strip_and_what_is_lacking_agree_whether_a_side_spoke_of_its_losses(row, tile, is_silent: bool):
    """
    Bodies handed over are no word on losses, and a third party's number stands in no table of both sides.
    """
    own = {"claimant": "General Staff of Ukraine", "party": "ukraine", "basis": "period", "value": "60"}
    days = {"covers_from": "2023-05-30", "covers_until": "2023-05-30", "published_on": "2023-05-30"}
    before = {"value": "206600", "covers_until": "2023-05-28", "published_on": "2023-05-28"}
    edition = edition_with({}, before, own | days | row)
    said = said_in(edition)

    assert f"Ukrainian losses: {tile}" in said
    assert (tabulate_sides(edition).rows[0][1].text == "no figure recorded for this week") == is_silent
    assert ("no word from Ukraine or Russia on their own losses" in said) == is_silent


@pytest.mark.parametrize(
    ("row", "new"),
    [
        ({"covers_from": "2022-02-24"}, "Russia says 1,351 of its own soldiers were killed since 24"),
        ({"covers_from": "2023-05-01", "place": "Bakhmut"},
         "Russia says 1,351 of its own soldiers were killed in Bakhmut since 1 May 2023"),
        ({"covers_from": "2023-05-01", "place": "Bakhmut", "party": "ukraine"},
         "Russia claims 1,351 Ukrainian soldiers killed in Bakhmut since 1 May 2023"),
    ],
)  # fmt: skip
def test_what_is_new_of_a_total_keeps_its_place_and_when_it_begins(row: dict[str, str], new: str):
    """
    A battle's dead are not a war's, and a total of many months is no week's number.
    """
    total = MINISTRY | {"party": "russia", "basis": "cumulative", "value": "1351", "hedge": "exact"} | row

    assert new in said_in(edition_with(INCIDENT, total))


def test_a_word_of_both_sides_has_the_verb_of_several():
    """
    "Both sides say", not "both sides says".
    """
    figure = edition_with(INCIDENT | {"claimant": "both sides", "claimant_side": "un"}).in_week.iloc[0]

    assert say_speaks(figure) == "both sides say"


def test_a_verified_toll_and_a_rival_claim_are_badged_as_such():
    """
    What a monitor verified is not one side's word; what the other side contradicts is disputed.
    """
    place = {"place": "Kherson", "covers_from": "2023-05-30", "covers_until": "2023-05-30", "basis": "period"}
    checked = VERIFIED | place | {"value": "4"}
    enemy = MINISTRY | place | {"party": "ukraine", "value": "60", "hedge": "more_than"}

    assert compose_key_figures(edition_with(checked)).items[0].badge == "verified by OHCHR"
    assert compose_key_figures(edition_with(INCIDENT, enemy)).items[0].badge == "disputed"


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        ("14", "2", "14 killed in Kherson, a Ukrainian source says; Russia says 2"),
        ("10", "0", "10 killed in Kherson, a Ukrainian source says; Russia says 0"),
        ("3", "8", "8 killed in Kherson, Russia says; a Ukrainian source says 3"),
        ("8", "8", "8 killed in Kherson, both sides say"),
    ],
)
def test_no_side_is_given_the_other_ones_number(mine: str, theirs: str, words: str):
    """
    A range of two sides is said by neither; who says none denies it, and equal numbers are both sides' word.
    """
    ours = INCIDENT | {"claimant_side": "ukraine", "value": mine}
    rival = INCIDENT | {"claimant": "Russia", "claimant_side": "russia", "value": theirs}

    assert compose_headline(edition_with(ours, rival)).text == words


def test_an_incident_of_which_a_part_is_known_is_a_row_and_a_tile():
    """
    Two medical workers killed: whom the row names as said, at least two on the map, and an incident.
    """
    edition = edition_with(INCIDENT | {"population": "medical_personnel", "value": "2"})
    (row,) = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7).rows
    tiles = draw_regions(edition).table

    assert row[1].text == "2 medical workers"
    assert tiles.loc[tiles["words"] != "", "words"].tolist() == ["at least 2"]
    assert "1 incident reported this week" in compose_standfirst(edition).text


def test_a_side_is_named_as_it_stands_in_a_sentence():
    """
    A war of three sides has no "both" and no "other"; three of them are "A, B or C".
    """
    assert either([plain(side) for side in "ABC"]).text == "A, B or C"


def test_what_happened_before_the_week_says_why_it_stands_there(edition_of):
    """
    Sumy, 13 April, stands in the week of 14 April: the brief of that Monday held its 34 killed already, and
    the "more than 20" of the first hours was overtaken then.
    """
    edition = edition_of("2025-W16")
    table = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=1)

    assert table.rows[0][0].text == "Sumy, 13 April (in last week’s brief, too)"
    assert ", earlier from more than 20 to " in table.rows[0][1].text
    assert "(from earlier days: Sumy, 13 April);" in compose_standfirst(edition).text


def test_the_foot_says_what_is_new_beside_what_was_corrected(edition_of):
    """
    The incident, the verified total, a side's own losses, the exchange, and what the week added to a total.
    """
    (_, section) = compose_foot(edition_of("2022-W12"), None)

    assert section.blocks[0].items[0].text == (
        "New: about 300 killed in Mariupol on 16 March, a Ukrainian source estimates; "
        "at least 1,081 civilians killed and at least 1,707 injured since 24 February 2022, OHCHR verified; "
        "Russia says 1,351 of its own soldiers were killed since 24 February 2022; "
        "Ukraine says 10 prisoners returned each way; "
        "Ukraine claims about 1,900 more Russian “losses”."
    )


def test_what_each_side_newly_claims_of_the_other_is_new(edition_of):
    """
    Shoigu's 16,000 of 30 May stands beside what the week added to the General Staff's total: both are claims.
    """
    new = compose_foot(edition_of("2023-W22"), None)[-1].blocks[0].items[0].text

    assert new.endswith(
        "; Ukraine claims about 3,340 more Russian “losses”; "
        "Russia claims more than 16,000 Ukrainian “losses”, 1 to 30 May."
    )


def test_people_of_another_kind_have_a_number_of_their_own_in_the_strip(edition_of):
    """
    Cross-border fighters are no second number of soldiers; the count of most days comes first, and a part
    stands behind its whole.
    """
    (_, _, said) = tabulate_sides(edition_of("2023-W22")).rows[1]

    assert said.text.startswith("Russian Defence Minister: “losses” more than 16,000 (1 to 30 May); ")
    assert "“losses” more than 60, of them killed 30 (" in said.text
    assert "“losses” more than 250 (" in said.text
    assert " or " not in said.text


EXCHANGED = INCIDENT | {
    "claimant": "President of Ukraine", "claimant_side": "ukraine", "population": "pow", "party": "ukraine",
    "measure": "exchanged", "place": "", "value": "10",
}  # fmt: skip
BY_RUSSIA = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia"}


def test_what_one_side_says_of_one_direction_is_not_both_sides_word():
    """
    Both give the number to Ukraine, and only Russia the one to Russia: the badge says so by direction.
    """
    back = EXCHANGED | BY_RUSSIA | {"party": "russia"}
    both = compose_key_figures(edition_with(EXCHANGED, EXCHANGED | BY_RUSSIA, back)).items[-1]

    assert both.badge == "to Russia: Russia says; to Ukraine: both sides say"
    assert "To Russia: Russian Ministry of Defence" in both.change.text


def test_a_way_of_which_two_sides_give_different_numbers_is_disputed_and_new_tells_both():
    """
    Russia gives 195 each way, Ukraine 207 to Ukraine: that way is disputed, and no number stands alone.
    """
    russian = EXCHANGED | BY_RUSSIA | {"value": "195"}
    edition = edition_with(EXCHANGED | {"value": "207"}, russian, russian | {"party": "russia"})
    new = compose_foot(edition, None)[-1].blocks[0].items[0].text

    assert compose_key_figures(edition).items[-1].badge == "to Russia: Russia says; to Ukraine: disputed"
    assert "Russia says 195 prisoners returned each way, Ukraine says 207 to Ukraine" in new


def test_each_way_of_an_exchange_is_told_or_said_to_be_not_told():
    """
    Of a way that no row tells the tile says so, and a number that holds civilians stands as what it is.
    """
    mixed = EXCHANGED | BY_RUSSIA | {"population": "mixed", "value": "12"}
    one, both = (
        compose_key_figures(edition_with(*rows)).items[-1].change.text
        for rows in ((EXCHANGED,), (EXCHANGED, EXCHANGED | {"party": "russia"}, mixed))
    )

    assert "to Russia: no number recorded" in one
    assert "no number recorded" not in both
    assert "Russian Ministry of Defence: 12 to Ukraine, civilians among them" in both


def test_returns_outside_an_exchange_are_said_not_to_be_in_the_number():
    """
    Beside ten exchanged, fifteen were let go: nobody should have to find out whether the ten hold them.
    """
    freed = EXCHANGED | {"measure": "released_otherwise", "value": "15"}
    tile = compose_key_figures(edition_with(EXCHANGED, freed)).items[-1]

    assert "outside an exchange and not counted here: 15 to Ukraine" in tile.change.text
    assert "15" not in tile.number.text


def test_civilians_of_an_exchange_stand_with_its_prisoners():
    """
    Civilians who came back in the same exchange are told in its tile, and are not in its number.
    """
    civilians = EXCHANGED | {"population": "civilian_detainees", "value": "19"}
    tile = compose_key_figures(edition_with(EXCHANGED, civilians)).items[-1]

    assert "civilians in the same exchange, not counted here: 19 to Ukraine" in tile.change.text
    assert "19" not in tile.number.text


SUNDAY = INCIDENT | {"covers_from": "2023-05-28", "covers_until": "2023-05-28"}


@pytest.mark.parametrize(
    ("rows", "place", "new"),
    [
        (
            ({"published_on": "2023-05-30"},),
            "Kherson, 28 May (reported this week)",
            "New: 4 killed in Kherson",
        ),
        (
            ({"published_on": "2023-05-29"}, {"published_on": "2023-05-30"}),
            "Kherson, 28 May (in last week’s brief, too)",
            "Not new, last week’s brief had as many: 4 killed in Kherson",
        ),
        (
            ({"published_on": "2023-05-29", "value": "3"}, {"published_on": "2023-05-30"}),
            "Kherson, 28 May (in last week’s brief: 3 killed)",
            "(last week’s brief: 3 killed)",
        ),
    ],
)
def test_what_last_weeks_brief_held_is_not_called_new(rows: tuple[dict[str, str], ...], place: str, new: str):
    """
    What came out by the Monday of that brief was in it: then the row says so, and with which number.
    """
    edition = edition_with(*(SUNDAY | row for row in rows))
    table = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7)
    (_, section) = compose_foot(edition, None)

    assert table.rows[0][0].text == place
    assert new in section.blocks[0].items[0].text


def test_rows_and_counts_of_incidents_agree():
    """
    A town that may be in its district's number has a row: it is counted beside the incidents, not as one.
    """
    district = INCIDENT | {"place": "Kherson district", "measure": "injured", "value": "16"}
    town = district | {"place": "Kherson", "value": "2"}
    other = INCIDENT | {"place": "Beryslav"}
    edition = edition_with(district, town, other)
    table = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7)
    lacks = " ".join(each.text for each in compose_foot(edition, None)[0].blocks[0].items)

    assert len(table.rows) == 3
    assert [row[1].text for row in table.rows].count("–") == 2
    assert "no number of the killed for 1 of 2 incidents (and for 1 place that may be in" in lacks
    assert "the tolls of all 2 incidents (and of 1 place within another)" in lacks


def test_a_disputed_tile_says_what_is_in_dispute_and_denies_no_claim_of_the_strip():
    """
    Russia says that soldiers were killed where Ukraine says civilians: both tiles know of that.
    """
    claim = INCIDENT | ENEMY | {"population": "military"}
    totals = ({"covers_until": day, "published_on": day} for day in ("2023-05-28", "2023-06-04"))
    tiles = compose_key_figures(edition_with(INCIDENT, claim, *totals)).items
    said = "\n".join(each.sentence.text for each in tiles)

    assert "in dispute is who was harmed: the Russian Ministry of Defence says more than 60 Ukrainian" in said
    assert "Ukrainian losses: no figure recorded" not in said


def test_a_hedge_of_the_lower_end_is_no_hedge_of_the_range():
    """
    One says about 4 and one 9: "about 4 to 9" would say that of both. "At least 4" holds with 9: no end.
    """
    about, least = (INCIDENT | {"hedge": hedge} for hedge in ("about", "at_least"))
    other = INCIDENT | {"claimant": "National Police of Ukraine", "value": "9"}

    assert compose_headline(edition_with(about, other)).text.startswith("From about 4 to 9 killed")
    assert compose_headline(edition_with(least, other)).text.startswith("9 killed")


def test_one_number_in_two_words_is_called_one_number():
    """
    Of more than 60 "losses" another relay says killed: the strip does not tell two numbers.
    """
    edition = edition_with(ENEMY | {"place": ""}, ENEMY | {"place": "", "measure": "losses"})

    assert "the same number also as “losses” more than 60" in said_in(edition)


def test_what_is_new_says_that_a_number_is_printed_under_another_word_too():
    """
    Of more than 160 killed another relay says "losses": what is new tells no firmer number than the strip.
    """
    claim = ENEMY | {"place": "", "value": "160"}
    (_, foot) = compose_foot(edition_with(claim, claim | {"measure": "losses"}), None)
    (_, alone) = compose_foot(edition_with(claim), None)

    assert "(the same number also as “losses”)" in foot.blocks[0].items[0].text
    assert "the same number also" not in alone.blocks[0].items[0].text


def test_first_is_said_only_of_who_gives_the_number_and_in_a_known_order():
    """
    A mayor's 3 and then 5 is "first 3"; the police's earlier count beside his 5 is "earlier", nobody knowing
    that it was the first of all, and so is his own below a higher one.
    """
    mayor = INCIDENT | {"claimant": "Mayor of Kherson"}
    steps = (mayor | {"value": value, "published_sequence": at} for at, value in ("13", "25"))
    first, last = steps
    noted = {"note": "preliminary", "note_known_on": "2023-05-30", "claimant": "Police of Kherson"}
    higher = INCIDENT | {"value": "9"}

    def killed(*rows: dict[str, str]) -> str:
        edition = edition_with(*rows)
        return tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7).rows[0][1].text

    assert killed(first, last) == "5 (first 3)"
    assert killed(last, first | noted | {"published_sequence": ""}) == "5 (earlier 3)"
    assert killed(first, last, higher) == "5–9 (earlier 3)"


def test_a_row_of_an_incident_begins_with_a_capital_letter():
    """
    A place recorded by what it is ("temporary accommodation centre") opens its row as any other does.
    """
    edition = edition_with(INCIDENT | {"place": "temporary accommodation centre, Shebekino district"})
    (row,) = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7).rows

    assert row[0].text.startswith("Temporary accommodation centre")


def test_days_since_an_event_are_not_called_the_age_of_what_was_said_of_it():
    """
    A verified number grows old with its last day; of an incident a source may have spoken a week later.
    """
    verified, incident = (
        compose_key_figures(edition_with(row)).items[0].age.text for row in (VERIFIED, INCIDENT)
    )

    assert verified.endswith("days old") or verified.endswith("day old")
    assert incident.endswith("6 days before this brief")


def test_children_who_may_be_more_stand_in_the_row():
    """
    A claimant's 2 and 1 children of one day, neither known to be the later, are a range, not the last row.
    """
    child = INCIDENT | {"population": "civilian_children", "scope": "subset of the 4 killed"}
    edition = edition_with(INCIDENT, child | {"value": "2"}, child | {"value": "1"})
    (row,) = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7).rows

    assert row[1].text == "4 (1–2 children)"


EARLIER = {"covers_from": "2023-05-27", "covers_until": "2023-05-27", "published_on": "2023-05-30"}
ENEMY = MINISTRY | {"party": "ukraine", "value": "60", "hedge": "more_than", "basis": "period"}
IN_BELGOROD = INCIDENT | {
    "claimant": "Governor of Belgorod Oblast (Gladkov)", "claimant_side": "russia", "party": "russia",
    "place": "Belgorod", "admin1": "Belgorod Oblast",
}  # fmt: skip
IN_DONETSK = INCIDENT | {
    "claimant": "Head of DPR (Pushilin)", "claimant_side": "russia", "party": "ukraine",
    "place": "Donetsk", "admin1": "Donetsk Oblast",
}  # fmt: skip


def test_what_an_incident_says_of_soldiers_stands_in_the_strip_too():
    """
    A claim told beside an incident of an earlier week is no missing figure in the strip under it.
    """
    enemy = ENEMY | EARLIER | {"place": "Kherson", "admin1": "Kherson Oblast"}
    edition = edition_with(INCIDENT | EARLIER, enemy)
    (row,) = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7).rows
    (_, russia) = tabulate_sides(edition).rows

    assert "more than 60 Ukrainian soldiers killed" in row[3].text
    assert russia[2].text == "Russian Ministry of Defence: killed more than 60 (Kherson, 27 May)"
    assert russia[1].text == "no figure recorded for this week"


def test_the_strip_points_to_what_came_out_about_earlier_days():
    """
    A month's claim that came out in the week is none of this week: its cell says that it stands below.
    """
    month = {"covers_from": "2023-04-01", "covers_until": "2023-04-30", "published_on": "2023-06-01"}
    (_, russia) = tabulate_sides(edition_with(INCIDENT, ENEMY | month)).rows
    text = said_in(edition_with(INCIDENT, ENEMY | month))

    assert russia[2].text == "no figure recorded for this week; 1 about earlier days below"
    assert re.search(r"more than 60 Ukrainian soldiers killed \(1 to 30 April 2023;.*; not verified\)", text)


def test_a_verified_total_stands_on_page_1_and_its_chart_does_not_deny_it(edition_of):
    """
    Before a whole month was verified, the running total is the key figure; after it, it stands beside it.
    """
    early = edition_of("2022-W12")
    first = compose_key_figures(early).items[0].sentence.text
    later = compose_key_figures(edition_of("2023-W22")).items[0].sentence.text

    assert first.startswith(
        "Civilians killed since 24 February 2022, OHCHR: at least 1,081 (verified by OHCHR); "
        "at least 1,707 injured"
    )
    assert "at least 174 (verified by OHCHR)" in later
    assert "at least 8,983 since 24 February 2022" in later
    assert "no verified number" not in draw_harm(early).svg


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((INCIDENT, IN_BELGOROD),
         "4 killed in Kherson, Ukraine says; 4 in Belgorod, Russia says"),
        ((INCIDENT, IN_DONETSK),
         "4 killed in Kherson, Ukraine says; 4 in Donetsk, Russia says"),
        ((INCIDENT | {"value": "6"}, INCIDENT | {"place": "Beryslav", "value": "6"}),
         "6 killed in Kherson, a Ukrainian source says"),
        ((INCIDENT | {"value": "1"}, IN_BELGOROD | {"value": "1"}, IN_BELGOROD | {"measure": "injured"}),
         "1 killed in Belgorod, Russia says; 1 in Kherson, Ukraine says"),
    ],
)  # fmt: skip
def test_a_tie_in_the_number_killed_is_resolved_for_no_side(rows: tuple[dict[str, str], ...], words: str):
    """
    Equal harm on both sides of a border or a front is told together, however many were injured.

    Between two places of one side's people, told by its own sources, there is no side to leave out.
    """
    assert compose_headline(edition_with(*rows)).text == words


def test_the_key_figure_of_a_tie_names_every_place():
    """
    Where as many were killed on the other side, the tile of the deadliest incident names both.
    """
    edition = edition_with(INCIDENT, INCIDENT | {"measure": "injured"}, IN_BELGOROD)
    tiles = [each.sentence.text for each in compose_key_figures(edition).items]

    assert any("Killed in Kherson, 30 May: 4" in tile and "4 killed in Belgorod" in tile for tile in tiles)


@pytest.mark.parametrize(("firm", "open_ended", "words"), [(2, 1, "4"), (1, 2, "at least 4")])
def test_one_number_reads_the_same_wherever_it_stands(firm: int, open_ended: int, words: str):
    """
    Where some say 4 and some at least 4, headline, sentence, row, tile, map, chart and its title say what
    most of them say.
    """
    rows = [
        INCIDENT | {"claimant": claimant, "hedge": "exact" if nth < firm else "at_least"}
        for nth, claimant in enumerate(("Police of Kherson", "Mayor of Kherson", "Rescuers of Kherson"))
    ]
    assert len(rows) == firm + open_ended
    edition = edition_with(*rows)
    tiles, harm = draw_regions(edition).table, draw_harm(edition)
    (row,) = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7).rows
    said = say_incident(edition).text

    assert compose_headline(edition).text.lower().startswith(f"{words} killed in Kherson".lower())
    assert row[1].text == compose_key_figures(edition).items[0].number.text == words
    assert tiles.loc[tiles["words"] != "", "words"].tolist() == [words]
    assert harm.table.loc[harm.table["labelled"] & (harm.table["measure"] == "killed"), "words"].tolist() == [
        words
    ]
    assert f": {words} civilians killed" in harm.caption.finding
    assert f"counted {words} civilians killed" in said


def test_the_tile_of_the_deadliest_incident_says_how_firm_it_is():
    """
    How many tell of it, whether they are all of one side, and whether anybody has verified it.
    """
    other = INCIDENT | {"claimant": "National Police of Ukraine"}
    rival = INCIDENT | {"claimant": "Reuters", "claimant_side": "media"}
    checked = VERIFIED | {
        key: INCIDENT[key] for key in ("place", "covers_from", "covers_until", "basis", "value")
    }
    said = [
        compose_key_figures(edition_with(*rows)).items[0].change.text
        for rows in ((INCIDENT,), (INCIDENT, other), (INCIDENT, rival), (checked,))
    ]

    assert "told by 1 source, Ukrainian; not verified" in said[0]
    assert "told by 2 sources, all Ukrainian; not verified" in said[1]
    assert "told by 2 sources; not verified" in said[2]
    assert "told by 1 source; verified" in said[3]


def test_a_tile_names_as_many_sources_as_it_counts():
    """
    Two give the number of the killed and a third the injured alone: the tile counts two, and names one and 1
    more, whatever else its references hold.
    """
    others = (
        INCIDENT | {"claimant": "Police of Kherson"},
        INCIDENT | {"claimant": "Mayor of Kherson", "measure": "injured", "value": "9"},
    )
    tile = compose_key_figures(edition_with(INCIDENT, *others)).items[0]

    assert "told by 2 sources" in tile.change.text
    assert "and 1 more" in tile.age.text


def test_sources_are_counted_by_number_and_each_of_them_is_cited():
    """
    Who tells of the injured alone, or of children, makes the number of the killed no firmer. Tile and title
    count who gives that number with its hedge; the row counts who gives any of its numbers; and of each
    source that is named or counted a figure is among those cited.
    """
    rows = [
        INCIDENT,
        INCIDENT | {"claimant": "Police of Kherson"},
        INCIDENT | {"claimant": "Rescuers of Kherson", "hedge": "at_least"},
        INCIDENT | {"claimant": "Mayor of Kherson", "measure": "injured", "value": "9"},
        INCIDENT | {"claimant": "Doctors of Kherson", "population": "civilian_children", "value": "1"},
    ]
    edition = edition_with(*rows)
    table = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=7)
    by = dict(zip(edition.figures["figure_id"], edition.figures["claimant"], strict=True))

    assert "told by 2 sources" in compose_key_figures(edition).items[0].change.text
    assert draw_harm(edition).caption.finding.endswith("Police of Kherson)")
    assert table.rows[0][3].text.endswith(" and 3 more")
    assert {by[figure] for figure in printed_in(table)} == set(by.values())


@pytest.mark.parametrize(
    ("checks", "side", "badge"),
    [
        ("official_claim", "ukraine", "Ukraine says"),
        ("official_claim", "russia", "Russia says"),
        ("estimate", "ukraine", "Ukraine estimates"),
        ("official_claim", "media", "not verified"),
        ("verified", "un", "verified by OHCHR"),
    ],
)
def test_a_badge_names_whose_word_a_number_is(checks: str, side: str, badge: str):
    """
    Which side says so, or who verified it: "one side" leaves the reader to guess.
    """
    claimant = {"un": "OHCHR HRMMU", "media": "Reuters"}.get(side, INCIDENT["claimant"])
    told = INCIDENT | {"claimant": claimant, "claimant_side": side, "verification": checks}

    assert [each.badge for each in compose_key_figures(edition_with(told)).items] == [badge]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (46, "more than usual (24 figures)."),
        (24, "about as many as usual (24 figures)."),
        (15, "fewer than usual (24 figures). Little recorded is not little harm."),
    ],
)
def test_no_coverage_is_called_full(figures: int, words: str):
    """
    How much is recorded is held against what is usual: more than usual is not all, and two thirds are fewer.
    """
    edition = edition_with(INCIDENT)
    edition.__dict__["coverage"] = WeekCoverage(figures, 24, False)
    (section, _) = compose_foot(edition, None)

    assert section.blocks[0].items[-1].text.endswith(words)
    assert "full" not in section.blocks[0].items[-1].text


def test_new_is_what_happened_and_what_was_verified():
    """
    The deadliest incidents, how many more there are, and counts that came out by the day of the brief.
    """
    counts = {"published_on": "2023-06-05", "covers_from": "2023-05-01", "covers_until": "2023-05-31"}
    month = VERIFIED | counts | {"basis": "period", "value": "174"}
    others = [INCIDENT | {"place": place, "value": "2"} for place in ("Beryslav", "Oleshky")]
    edition = edition_with(INCIDENT, *others, month)
    (new, *_) = compose_foot(edition, None)[-1].blocks[0].items

    assert new.text == (
        "New: 4 killed in Kherson, a Ukrainian source says; 2 more incidents; "
        "at least 174 civilians killed in May, OHCHR verified."
    )


def test_one_number_of_two_bodies_of_a_side_is_new_once():
    """
    Two Ukrainian bodies give one number of prisoners back: it is said once, and leads to both.
    """
    other = {"claimant": "Coordination Headquarters for the Treatment of Prisoners of War"}
    (new, *_) = compose_foot(edition_with(EXCHANGED, EXCHANGED | other), None)[-1].blocks[0].items

    assert new.text == "New: Ukraine says 10 prisoners returned to Ukraine."
    assert len({figure for span in new.spans for figure in span.figure_ids}) == 2


@pytest.mark.parametrize(
    ("place", "region", "words"),
    [
        ("Ternivka", "Dnipropetrovsk Oblast", "Killed in Ternivka, Dnipropetrovsk Oblast, 30 May"),
        (
            "Rylsky district",
            "Kursk Oblast (Russia)",
            "Killed in Rylsky district, Kursk Oblast (Russia), 30 May",
        ),
        ("Kherson", "Kherson Oblast", "Killed in Kherson, 30 May"),
        ("Kursk Oblast", "Kursk Oblast (Russia)", "Killed in Kursk Oblast, 30 May"),
    ],
)
def test_a_place_that_readers_cannot_know_stands_with_its_region(place: str, region: str, words: str):
    """
    A town that the conflict's file names is known; any other one is told with the region of its row.
    """
    (tile,) = compose_key_figures(edition_with(INCIDENT | {"place": place, "admin1": region})).items

    assert tile.label.text == words


def test_what_a_side_claimed_after_the_week_is_not_new_in_it():
    """
    In hindsight a claim of December for the whole year touches a week of June: it is no news of that week.
    """
    year = {"basis": "period", "covers_from": "2023-01-01", "covers_until": "2023-12", "party": "ukraine"}
    claim = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia", "value": "90000"}
    later = year | claim | {"published_on": "2023-12-17"}
    within = later | {"covers_from": "2023-05-01", "covers_until": "2023-06", "published_on": "2023-06-02"}

    assert "Russia claims" not in said_in(edition_with(later, as_of="latest"))
    assert "Russia claims about 90,000 Ukrainian “losses”, May to June 2023" in said_in(edition_with(within))


def test_a_loss_at_one_place_is_not_said_as_the_loss_of_a_side():
    """
    Nineteen soldiers killed in one region are headed by that place, a total of everywhere by none.
    """
    own = MINISTRY | {"value": "19", "basis": "period", "covers_from": "2023-06-01", "hedge": "exact"}
    place = {"place": "Kherson", "admin1": "Kherson Oblast"}
    told = [compose_headline(edition_with(row)).text for row in (own | place, own)]

    assert told == ["Russia: 19 own soldiers killed in Kherson", "Russia: 19 own soldiers killed"]


def test_a_headline_says_of_a_total_of_own_losses_since_when_it_counts():
    """
    The dead of a whole war are no toll of the week: the day stands with them, or that they are a total.
    """
    own = MINISTRY | {"value": "1351", "hedge": "exact"}
    alone = compose_headline(edition_with(own)).text
    crowded = compose_headline(edition_with(own, INCIDENT | {"value": "300", "hedge": "about"})).text

    assert alone == "Russia: 1,351 own soldiers killed since 24 February 2022"
    assert crowded.endswith("Russia: 1,351 own dead (total)")
    assert len(crowded.split()) <= MOST_WORDS


def test_a_row_says_where_the_injured_may_include_people_who_were_killed():
    """
    A body that calls 131 injured and then says that 24 of them died: the row warns beside the 131.
    """
    injured = INCIDENT | {"measure": "injured", "value": "131"}
    noted = {"scope": "includes the 24 who died, so 107 surviving injured"}
    facts = edition_with(INCIDENT, injured | noted).facts
    (row,) = tabulate_incidents(facts.incidents, facts.monday, most=7).rows

    assert row[2].text == "131 (may include killed)"
    assert "may include" not in row[1].text


def test_one_exchange_is_told_once_with_the_number_of_each_who_counts_it():
    """
    Ten by one side, and more than eight by a group that fights on the other: one exchange, and the group is
    named, since the side that it fights on has not said so.
    """
    group = {"claimant": "Yevgeny Prigozhin", "claimant_side": "russia", "value": "8", "hedge": "more_than"}
    (new, *_) = compose_foot(edition_with(EXCHANGED, EXCHANGED | group), None)[-1].blocks[0].items

    assert new.text == (
        "New: Ukraine says 10 prisoners returned to Ukraine, Yevgeny Prigozhin says more than 8."
    )


def test_a_tile_names_who_gives_the_injured_where_nobody_of_its_number_does():
    """
    Four killed by the word of one, six injured by that of another: the tile gives each its own.
    """
    injured = INCIDENT | {"measure": "injured", "value": "6", "claimant": "Mayor of Kherson"}
    told, own = (
        said_in(edition_with(INCIDENT, injured | more)) for more in ({}, {"claimant": INCIDENT["claimant"]})
    )

    assert "6 injured (Mayor of Kherson)" in told
    assert "6 injured (" not in own
