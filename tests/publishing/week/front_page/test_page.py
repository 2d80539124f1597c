"""Page 1: the finding in fourteen words, key figures with age and badge, both sides in the same words."""

import re

import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with, said_in

from casualty_ledger.publishing.week.civilian.charts import draw_regions
from casualty_ledger.publishing.week.civilian.incidents import tabulate_incidents
from casualty_ledger.publishing.week.front_page.foot import compose_foot
from casualty_ledger.publishing.week.front_page.headline import MOST_WORDS, compose_headline
from casualty_ledger.publishing.week.front_page.key_figures import MOST, compose_key_figures
from casualty_ledger.publishing.week.front_page.sides import tabulate_sides
from casualty_ledger.publishing.week.front_page.standfirst import compose_standfirst
from casualty_ledger.wording.sentences import either
from casualty_ledger.wording.traced_text import words as plain

MINISTRY = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia", "measure": "killed"}


@pytest.mark.parametrize(
    ("week", "words"),
    [
        ("2025-W16", "34 killed in Sumy, Ukrainian sources say; Russia: 246 prisoners returned each way"),
        ("2022-W12", "About 300 killed in Mariupol, a Ukrainian source estimates; "
                     "Russia: 1,351 own soldiers killed"),
        ("2023-W22", "4–5 killed in Karpaty and 3 in Sobolevka, Russian sources say"),
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

    assert said.startswith("More people were killed or injured in July than in any month since May 2022 that")
    assert "no word of Ukraine or Russia on their own losses" in said
    assert said.count(".") == 1
    assert "sources differ on Karpaty" in compose_standfirst(edition_of("2023-W22")).text


def test_a_key_figure_has_what_it_was_its_age_and_a_badge(edition_of):
    """
    286 after 232, eighteen days old, verified; at most four of them.
    """
    found = compose_key_figures(edition_of("2025-W33")).items
    said = [figure.sentence.text for figure in found]

    assert 1 < len(found) <= MOST
    assert said[0] == (
        "Civilians killed in July 2025, OHCHR: at least 286 (verified); after at least 232 in the month to "
        "30 June; to 31 July 2025, 18 days old"
    )
    assert [figure.badge for figure in found] == ["verified", "one side says"]
    assert "Ukrainian losses: no figure recorded" in said[1]


def test_incidents_that_have_no_room_are_counted_and_linked():
    """
    Of nine incidents seven are rows; under them stands how many more there are, and where.
    """
    rows = [INCIDENT | {"place": f"Place {nth}", "value": str(nth)} for nth in range(1, 10)]
    facts = edition_with(*rows).facts
    table = tabulate_incidents(facts.incidents, facts.monday, most=7)

    assert len(table.rows) == 7
    assert table.rest.said.text == "and 2 more incidents, on the page of civilian casualties"
    assert table.rest.page == "civilian_casualties.html"


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
    assert "no word of Ukraine on its own losses" in said


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
    (section,) = compose_foot(edition_of("2023-W42"), None)
    said = " ".join(item.text for item in section.blocks[0].items)

    assert re.search(r"Coverage: as usual: 1 figure by 1 source; usually \d+ figures?\.", said)
    assert "OHCHR’s count of August 2023 (not recorded yet)" in said


def test_a_verified_toll_and_a_rival_claim_are_badged_as_such():
    """
    What a monitor verified is not one side's word; what the other side contradicts is disputed.
    """
    place = {"place": "Kherson", "covers_from": "2023-05-30", "covers_until": "2023-05-30", "basis": "period"}
    checked = VERIFIED | place | {"value": "4"}
    enemy = MINISTRY | place | {"party": "ukraine", "value": "60", "hedge": "more_than"}

    assert compose_key_figures(edition_with(checked)).items[0].badge == "verified"
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
    assert "1 incident told this week" in compose_standfirst(edition).text


def test_a_side_is_named_as_it_stands_in_a_sentence():
    """
    A war of three sides has no "both" and no "other"; three of them are "A, B or C".
    """
    assert either([plain(side) for side in "ABC"]).text == "A, B or C"


def test_what_happened_before_the_week_says_why_it_stands_there(edition_of):
    """
    Sumy, 13 April, stands in the week of 14 April because it was reported in it.
    """
    edition = edition_of("2025-W16")
    table = tabulate_incidents(edition.facts.incidents, edition.facts.monday, most=1)

    assert table.rows[0][0].text == "Sumy, 13 April (reported this week)"
    assert "(of earlier days: Sumy, 13 April);" in compose_standfirst(edition).text


def test_the_foot_says_what_is_new_beside_what_was_corrected(edition_of):
    """
    A side's own losses, the exchange and what the week added to a total, each in a few words.
    """
    (section,) = compose_foot(edition_of("2022-W12"), None)

    assert section.blocks[0].items[0].text == (
        "New: Russia: 1,351 own soldiers killed; Ukraine: 10 prisoners returned each way; "
        "Ukraine claims about 1,900 more Russian “losses”."
    )


def test_people_of_another_kind_have_a_number_of_their_own_in_the_strip(edition_of):
    """
    Cross-border fighters are no second number of soldiers, and a relay's word for losses is doubted.
    """
    (_, _, said) = tabulate_sides(edition_of("2023-W22")).rows[1]

    assert "killed 30 (part of the over 60 on the same page), “losses” more than 60 (" in said.text
    assert "“losses” more than 250 (printed as killed by its relay)" in said.text
    assert " or " not in said.text


EXCHANGED = INCIDENT | {
    "claimant": "President of Ukraine", "claimant_side": "ukraine", "population": "pow", "party": "ukraine",
    "measure": "exchanged", "place": "", "value": "10",
}  # fmt: skip
BY_RUSSIA = {"claimant": "Russian Ministry of Defence", "claimant_side": "russia"}


def test_what_one_side_says_of_one_direction_is_not_both_sides_word():
    """
    Both give the number to Ukraine, and only Russia the one to Russia: the badge is the weaker one.
    """
    back = EXCHANGED | BY_RUSSIA | {"party": "russia"}
    both = compose_key_figures(edition_with(EXCHANGED, EXCHANGED | BY_RUSSIA, back)).items[-1]

    assert both.badge == "one side says"
    assert "To Russia: Russian Ministry of Defence" in both.change.text
