"""Page 1: the finding in fourteen words, key figures with age and badge, both sides in the same words."""

import re

import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with, said_in

from casualty_ledger.publishing.week.civilian.incidents import tabulate_incidents
from casualty_ledger.publishing.week.front_page.foot import compose_foot
from casualty_ledger.publishing.week.front_page.headline import MOST_WORDS, compose_headline
from casualty_ledger.publishing.week.front_page.key_figures import MOST, compose_key_figures
from casualty_ledger.publishing.week.front_page.sides import tabulate_sides
from casualty_ledger.publishing.week.front_page.standfirst import compose_standfirst

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
    table = tabulate_incidents(edition_with(*rows).facts.incidents, most=7)

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

    assert re.search(r"Coverage: as usual: 1 figure by 1 source, usually \d+\.", said)
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
