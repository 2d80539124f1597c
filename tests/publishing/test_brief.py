"""The brief: what it says of the weeks whose numbers are known from elsewhere."""

import re

import pytest

from casualty_ledger.publishing.week.brief import compose_brief


def said(edition) -> str:
    brief = compose_brief(edition)
    sentences = [sentence.text for sentence in brief.bottom_line]
    for section in brief.sections:
        sentences.append(section.heading)
        for block in section.blocks:
            for row in getattr(block, "rows", ()):
                sentences.append(" | ".join(cell.text for cell in row))
            sentences += [each.text for each in getattr(block, "sentences", getattr(block, "items", ()))]
    return "\n".join(sentences)


def test_week_22_says_the_numbers_to_get_right(edition_of):
    """
    The brief of 2023-W22 gives Pidhorodne, the General Staff's total and increment, and the 2 then 12.
    """
    bottom = " ".join(sentence.text for sentence in compose_brief(edition_of("2023-W22")).bottom_line)

    assert "counted 22 civilians injured at Pidhorodne" in bottom
    assert "after 6, then 13, then 20" in bottom
    assert "about 209,940 on 4 June, about 3,340 more than a week before" in bottom
    assert "2 Russian prisoners of war captured, then 12 Russian prisoners of war held" in bottom


def test_losses_are_never_called_deaths(edition_of):
    """
    The General Staff's 209,940 stands beside “losses”, and no line with it says that they were killed.
    """
    lines = [line for line in said(edition_of("2023-W22")).splitlines() if "209,940" in line]

    assert lines
    assert all("losses" in line for line in lines)
    assert not any("209,940 Russian soldiers killed" in line for line in lines)


def test_the_500_stands_beside_the_485(edition_of):
    """
    Zelensky's at least 500 children, published on 5 June, is disputed beside 485 of 4 June.
    """
    text = said(edition_of("2023-W22"))

    assert "President of Ukraine (Zelensky): at least 485 and at least 500" in text


def test_as_of_4_june_neither_the_500_nor_the_12_appears(edition_of):
    """
    The brief as known on 4 June 2023 holds no 500 children, no 12 prisoners and no 210,000.
    """
    text = said(edition_of("2023-W22", "2023-06-04"))

    assert not re.search(r"(?<![\d,])500 children", text)
    assert "at least 500" not in text
    assert "12 Russian prisoners" not in text
    assert "the 12" not in text
    assert "210,0" not in text


def test_the_total_of_5_june_is_not_in_week_22(edition_of):
    """
    210,350 belongs to the next week, whatever the vintage.
    """
    assert "210,350" not in said(edition_of("2023-W22", "latest"))
    assert "210,350" not in said(edition_of("2023-W22"))


def test_in_hindsight_the_toll_ends_at_25(edition_of):
    """
    The undated 25 is in the latest vintage only.
    """
    assert "counted 25 civilians injured at Pidhorodne" in said(edition_of("2023-W22", "latest"))


def test_a_week_with_one_total_is_short_and_says_it(edition_of):
    """
    Week 42 of 2023 holds one General Staff total and nothing else.
    """
    brief = compose_brief(edition_of("2023-W42"))
    text = said(edition_of("2023-W42"))

    assert "about 293,830" in text
    assert "No exchange of prisoners is in the ledger for this week." in text
    assert len(brief.bottom_line) <= 5


def test_a_week_without_figures_says_so(edition_of):
    """
    Of week 40 of 2026 the ledger holds nothing; the brief says that this is no absence of harm.
    """
    brief = compose_brief(edition_of("2026-W40"))

    headings = [section.heading for section in brief.sections]
    assert headings == ["This week", "What changed in what we printed"]
    assert brief.bottom_line[0].text.endswith("That is an absence of figures, not of harm.")


@pytest.mark.parametrize("week", ["2022-W12", "2023-W22", "2024-W22", "2025-W01"])
def test_the_bottom_line_has_at_most_five_sentences_with_their_claimants(edition_of, week: str):
    """
    Each sentence at the top names who said it.
    """
    edition = edition_of(week)
    bottom = compose_brief(edition).bottom_line
    claimants = set(edition.figures["claimant"]) | {"OHCHR", "General Staff of Ukraine"}

    assert 1 <= len(bottom) <= 5
    assert all(any(claimant in sentence.text for claimant in claimants) for sentence in bottom)
