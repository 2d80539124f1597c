"""What is missing: a thin week is said to be thin, and a usual one is not."""

import re

import pandas as pd
import pytest
from made_up_ledgers import edition_with, said_in

from casualty_ledger.publishing.week.absences import compose_missing


def said(edition) -> str:
    """Return what the section says, as one text."""
    return " ".join(sentence.text for block in compose_missing(edition).blocks for sentence in block.items)


def test_a_thin_week_is_told_with_what_is_usual(edition_of):
    """
    The fixed ledger holds a total or two of July 2023 after weeks of many figures: the brief says so.
    """
    edition = edition_of("2023-W28")
    [(recorded, usual)] = re.findall(
        r"This week is thin in this ledger: figures recorded by its Monday (\d+), usually (\d+)\. "
        r"Few rows do not mean little harm\.",
        said(edition),
    )

    published = edition.in_week["published_on"] <= "2023-07-17"
    assert int(recorded) == published.sum()
    assert int(recorded) < int(usual) / 2


def test_a_week_of_many_figures_is_not_called_thin(edition_of):
    """
    2023-W22 has more figures than the weeks before it.
    """
    assert "This week is thin" not in said(edition_of("2023-W22"))


def test_a_week_without_a_figure_says_how_thin_it_is():
    """
    Twelve weeks with a total each day, and then a week of nothing.
    """
    days = [f"{day:%Y-%m-%d}" for day in pd.date_range("2023-03-06", periods=84)]
    rows = [{"covers_until": day, "published_on": day} for day in days]

    assert "figures recorded by its Monday 0, usually 7." in said_in(edition_with(*rows, week="2023-W22"))


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

    assert (claimant in told.partition("with nothing from")[2]) == is_body
    assert ("Silence is not zero" in told) == is_body
    assert ("No regular source fell silent" in told) == (not is_body)
