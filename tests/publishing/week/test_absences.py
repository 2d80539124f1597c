"""What is missing: a thin week is said to be thin, and a usual one is not."""

import re

import pandas as pd
import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with, said_in

from casualty_ledger.publishing.week.absences import LACKS, compose_missing
from casualty_ledger.publishing.week.brief import compose_brief


def said(edition) -> str:
    """Return what the section says, as one text."""
    return " ".join(sentence.text for block in compose_missing(edition).blocks for sentence in block.items)


def test_a_thin_week_is_told_with_what_is_usual(edition_of):
    """
    The fixed ledger holds a total or two of July 2023 after weeks of many figures: the brief says so.
    """
    edition = edition_of("2023-W28")
    [(recorded, usual)] = re.findall(
        r"Thinly recorded of the days of this week: (\d+) figures? by \d+ sources?; usually (\d+) figures?\. "
        r"Little recorded is not little harm\.",
        said(edition),
    )

    published = edition.in_week["published_on"] <= "2023-07-17"
    assert int(recorded) == published.sum()
    assert int(recorded) < int(usual) / 2


def test_a_week_of_many_figures_is_not_called_thin(edition_of):
    """
    2023-W22 has more figures than the weeks before it.
    """
    assert "Thinly recorded" not in said(edition_of("2023-W22"))


def test_a_week_without_a_figure_says_how_thin_it_is():
    """
    Twelve weeks with a total each day, and then a week of nothing.
    """
    days = [f"{day:%Y-%m-%d}" for day in pd.date_range("2023-03-06", periods=84)]
    rows = [{"covers_until": day, "published_on": day} for day in days]

    assert "no figure of the days of this week; usually 7 figures." in said_in(
        edition_with(*rows, week="2023-W22")
    )


@pytest.mark.parametrize(
    ("claimant", "is_body"),
    [
        ("Mayor of Kyiv (Klitschko)", True),
        ("Ukrainian officials", False),
        ("Ukrainian authorities (National Information Bureau)", False),
        ("Ukraine", False),
        ("Ukraine (as tallied by the dataset)", False),
        ("Russian media", False),
        ("Russian authorities", False),
        ("An office that no register knows", False),
    ],
)
def test_only_a_registered_body_falls_silent(claimant: str, is_body: bool):
    """
    A label for whoever spoke, a side, a sum or an unknown name is never said to be silent: others spoke.
    """
    days = ["2023-05-03", "2023-05-10", "2023-05-17", "2023-05-24"]
    rows = [{"claimant": claimant, "covers_until": day, "published_on": day} for day in days]
    told = said(edition_with(*rows, week="2023-W22"))

    assert (claimant in told.partition("with no figure of")[2]) == is_body
    assert ("what is not recorded is not zero" in told) == is_body
    assert ("No regular source is missing" in told) == (not is_body)


def test_a_body_whose_figure_of_the_briefs_own_day_is_printed_is_not_missing():
    """
    Printed every week and again on the Monday of the brief: its new number stands in the brief.
    """
    days = ["2023-05-03", "2023-05-10", "2023-05-17", "2023-05-24", "2023-06-05"]
    rows = [
        {"claimant": "Mayor of Kyiv (Klitschko)", "covers_until": "2023-05-24", "published_on": day}
        for day in days
    ]

    assert "No regular source is missing" in said(edition_with(*rows, week="2023-W22"))


def test_a_total_of_the_monitors_kind_is_named_beside_its_own_gap():
    """
    Its own total is months old, and the United Nations gave one in the week: nobody reads that there is none.
    """
    old = VERIFIED | {"covers_until": "2023-01-02", "published_on": "2023-01-03"}
    other = VERIFIED | {"claimant": "United Nations", "hedge": "more_than", "value": "9000"}
    told = said(edition_with(old, other | {"verification": "official_claim"}, week="2023-W22"))

    assert "the last total came out 3 January 2023, while the United Nations spoke of more than 9,000" in told
    assert "more than 9,000 killed (to 4 June 2023)" in told


def test_an_old_total_that_is_printed_again_is_not_the_last_one():
    """
    The total of 20 May came out on the 23rd, that of 7 May again on the 30th: the last came out on the 23rd.
    """
    last = VERIFIED | {"covers_until": "2023-05-20", "published_on": "2023-05-23"}
    again = VERIFIED | {"covers_until": "2023-05-07", "published_on": "2023-05-30", "value": "8791"}
    early = VERIFIED | {"covers_until": "", "published_on": "2023-05-31", "value": "8700"}
    noted = {"note": "early May report", "note_known_on": "2023-05-31"}
    told = said(edition_with(INCIDENT, last, again, early | noted, week="2023-W22"))

    assert "no new running total or monthly count by OHCHR: the last total came out 23 May 2023" in told


def test_sources_are_counted_of_the_figures_that_are_counted():
    """
    In hindsight two more sources told of the week: neither is among those of the figures known by its Monday.
    """
    later = [INCIDENT | {"claimant": name, "published_on": "2023-07-01"} for name in ("A paper", "A mayor")]

    assert "1 figure by 1 source;" in said(edition_with(INCIDENT, *later, as_of="latest"))


RETURNED = INCIDENT | {"population": "pow", "party": "ukraine", "measure": "exchanged", "place": ""}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((INCIDENT,), "no exchange of prisoners"),
        ((RETURNED,), "no number of prisoners of war returned to Russia"),
        ((RETURNED | {"party": "russia"},), "no number of prisoners of war returned to Ukraine"),
        ((INCIDENT,), "no number of the injured for the 1 incident"),
        ((INCIDENT,), "no word from Ukraine or Russia on their own losses"),
        ((INCIDENT,), "no word from Ukraine or Russia on each other’s losses"),
    ],
)
def test_what_no_row_tells_is_named_alike(rows: tuple[dict[str, str], ...], words: str):
    """
    Each way of an exchange, each side's word on its own losses and the other's, and numbers of incidents.
    """
    assert words in said(edition_with(*rows))


def test_where_both_ways_are_told_neither_is_said_to_lack():
    """
    An exchange told in both directions lacks none, and a number of the injured is not said to be missing.
    """
    back = RETURNED | {"party": "russia"}
    told = said(edition_with(RETURNED, back, INCIDENT, INCIDENT | {"measure": "injured"}))

    assert "prisoners of war returned" not in told
    assert "no number of the injured" not in told


@pytest.mark.parametrize(("checks", "is_open"), [("official_claim", True), ("verified", False)])
def test_what_nobody_verified_is_listed(checks: str, is_open: bool):
    """
    The toll of an incident that only its claimant gives is listed as not verified, and a verified one is not.
    """
    told = said(edition_with(INCIDENT | {"verification": checks}))

    assert ("Not verified, as far as this ledger holds: the toll of the 1 incident." in told) == is_open


def test_what_is_lacking_stands_once_and_on_page_1(edition_of):
    """
    One list under its own name on page 1, and no later section repeats it; the notes lead to it.
    """
    brief = compose_brief(edition_of("2023-W42"))
    sections = [section.heading for section in brief.sections]

    assert [section.heading for section in brief.front.sections].count(LACKS) == 1
    assert LACKS not in sections
    assert any(LACKS[:20] in note.text for note in brief.notes)
