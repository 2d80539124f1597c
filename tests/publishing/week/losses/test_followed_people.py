"""A total of people that is followed week by week, in a war whose file says so."""

import pytest
from made_up_ledgers import ledger_of
from rows import make_rows

from casualty_ledger.parsing.weeks import LATEST, parse_week
from casualty_ledger.publishing.document import Brief
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.followed import say_followed, say_followed_losses

TOTAL = {
    "conflict": "west_bank",
    "claimant": "OCHA (verified counts)",
    "claimant_side": "un",
    "publisher": "OCHA",
    "party": "palestine",
    "population": "unstated",
    "measure": "killed",
    "place": "the West Bank",
    "covers_from": "2023-10-07",
    "covers_until": "2024-09-08",
    "published_on": "2024-09-09",
    "value": "678",
    "hedge": "exact",
    "verification": "verified",
}
BEFORE = TOTAL | {"covers_until": "2024-09-01", "published_on": "2024-09-02", "value": "666"}
CHILDREN = [row | {"population": "children", "value": "9"} for row in (TOTAL, BEFORE)]


def edition_of_people(*rows: dict[str, str]) -> Edition:
    ledger = ledger_of(make_rows(*rows)).of_conflict("west_bank").as_of(LATEST)
    return Edition(parse_week("2024-W36"), ledger)


def brief_of(*rows: dict[str, str]) -> Brief:
    return compose_brief(edition_of_people(*rows))


def test_what_a_week_added_to_a_total_of_people_is_said_and_leads():
    """
    678 less 666 is 12: in the headline, as a key figure with its claimant, and in the first lines; the
    verified totals are minimums, so that no bound of the difference follows.
    """
    brief = brief_of(BEFORE, TOTAL, *CHILDREN)
    (figure,) = [each for each in brief.front.key_figures.items if each.number.text == "12"]
    (line,) = [sentence.text for sentence in brief.bottom_line if "than a week before" in sentence.text]

    assert brief.front.headline.text == "OCHA (verified counts) counts 12 more people killed"
    assert figure.label.text == "People killed in the week, OCHA"
    assert "at least 678 on 8 September, 12 more than a week before (the difference of two minimums" in line


@pytest.mark.parametrize("change", [{"population": "children"}, {"place": "Jenin"}, {"measure": "injured"}])
def test_a_total_of_others_is_not_that_series(change: dict[str, str]):
    """
    Children, a town and the injured are other totals than the followed one of people killed.
    """
    brief = brief_of(BEFORE | change, TOTAL | change)

    assert not [each for each in brief.front.key_figures.items if "in the week" in each.label.text]
    assert all("than a week before" not in sentence.text for sentence in brief.bottom_line)


def test_what_each_week_added_is_the_chart_of_page_1():
    """
    Where nothing else is drawn there, it is the weekly increments, named after people and not after losses.
    """
    (section,) = [each for each in brief_of(BEFORE, TOTAL).front.sections if each.heading == "In one chart"]

    assert section.blocks[0].chart.name == "weekly_increments_of_people"
    assert section.blocks[0].chart.caption.title.startswith("People killed added week by week")


def test_a_total_of_people_is_not_drawn_as_losses():
    """
    The section on military losses is not made for it, and its notebook says nothing of it.
    """
    edition = edition_of_people(BEFORE, TOTAL)

    assert say_followed(edition)
    assert say_followed_losses(edition) == []
    assert "Military losses" not in [section.heading for section in compose_brief(edition).sections]
