"""The brief: what it says of the weeks whose numbers are known from elsewhere."""

import re
from dataclasses import replace

import pytest

from casualty_ledger.publishing.week.absences import LACKS
from casualty_ledger.publishing.week.bottom_line import bottom_line
from casualty_ledger.publishing.week.brief import compose_brief


def said(edition) -> str:
    brief = compose_brief(edition)
    sentences = [sentence.text for sentence in brief.bottom_line]
    for section in (*brief.front.sections, *brief.sections):
        sentences.append(section.heading)
        for block in section.blocks:
            for row in getattr(block, "rows", ()):
                sentences.append(" | ".join(cell.text for cell in row))
            sentences += [each.text for each in getattr(block, "sentences", getattr(block, "items", ()))]
    return "\n".join(sentences)


def test_week_22_says_the_numbers_to_get_right(edition_of):
    """
    The brief of 2023-W22 opens with what leads it, and gives the total, its increment, and the 2 then 12.
    """
    bottom = " ".join(sentence.text for sentence in bottom_line(edition_of("2023-W22")))

    assert bottom.startswith("The Moscow-installed coordination centre counted 5 civilians killed and 19")
    assert "in Karpaty, Perevalsk district (Russian-occupied) on 31 May; not verified." in bottom
    assert "1 (1 child) | 22 (5 children), first 6, then 13, then 20" in said(edition_of("2023-W22"))
    assert "about 209,940 on 4 June, about 3,340 more than a week before" in bottom
    assert "captured (published 4 June 2023), then 12 Russian prisoners of war held (" in bottom


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

    assert "President of Ukraine (Zelensky): at least 485, at least 500 and 500" in text


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
    assert "first 6, then 13, then 20, then 22" in said(edition_of("2023-W22", "latest"))


def test_a_week_with_one_total_is_short_and_says_it(edition_of):
    """
    Week 42 of 2023 holds one General Staff total and nothing else; what it lacks is said in one place.
    """
    brief = compose_brief(edition_of("2023-W42"))
    text = said(edition_of("2023-W42"))

    assert "about 293,830" in text
    assert [section.heading for section in brief.sections] == ["Military losses"]
    assert [section.heading for section in brief.front.sections].count(LACKS) == 1
    [lacks] = [line for line in text.splitlines() if line.startswith("This ledger has recorded no report")]
    assert "; no exchange of prisoners; " in lacks
    assert " no report of civilian harm for days of this week; " in lacks
    assert "; no new running total or monthly count by OHCHR: the last total came out 12 Sep" in lacks


def test_a_week_that_cannot_be_derived_says_why(edition_of):
    """
    No total of Sunday 23 November 2025 is recorded, so the week after it has no increment, and says so.
    """
    text = said(edition_of("2025-W48"))

    assert "cannot be derived: no total recorded for 23 November 2025" in text
    assert "more than a week before" not in text


def test_one_number_under_several_words_is_told(edition_of):
    """
    The Russian ministry's more than 250 of 4 June 2023 is printed as killed by some and as losses by others.
    """
    text = said(edition_of("2023-W22"))

    assert "One number, several words: The Russian Ministry of Defence’s more than 250" in text
    assert "as killed by Nile Post (from BBC)" in text
    assert "as “losses” by" in text


def test_prisoners_and_civilians_are_not_mixed_in_an_exchange(edition_of):
    """
    On 24 March 2022 ten prisoners of war returned each way; the 11 and 19 civilians are not among them.
    """
    [sentence] = [s.text for s in bottom_line(edition_of("2022-W12")) if "exchanges" in s.text]

    assert re.findall(r"\d+(?= according)", sentence) == ["10", "10"]


def test_a_different_scope_is_named(edition_of):
    """
    Of 16,226, 744,000 and at least 164 children deported the row says what each claimant counts.
    """
    [row] = [line for line in said(edition_of("2023-W12")).splitlines() if "different scope" in line]

    assert "Russia counts arrivals including children with families" in row
    assert "individually established cases" in row


def test_a_rate_is_said_with_its_unit_at_the_end(edition_of):
    """
    980 a day is a rate of soldiers, not a count of days.
    """
    assert "reported 980 Russian soldiers killed or injured a day" in said(edition_of("2024-W22"))


def test_a_week_without_figures_says_so(edition_of):
    """
    Of week 40 of 2026 the ledger holds nothing; the brief says that this is no absence of harm.
    """
    brief = compose_brief(edition_of("2026-W40"))

    headings = [section.heading for section in brief.sections]
    assert headings == ["What changed since last week’s brief"]
    assert brief.bottom_line[-1].text.endswith("That is an absence of figures, not of harm.")


@pytest.mark.parametrize("week", ["2022-W12", "2023-W22", "2024-W22", "2025-W01"])
def test_the_bottom_line_has_at_most_five_sentences_with_their_claimants(edition_of, week: str):
    """
    Each sentence at the top names who said it.
    """
    edition = edition_of(week)
    bottom = bottom_line(edition)
    claimants = set(edition.figures["claimant"]) | {"OHCHR", "General Staff of Ukraine"}

    assert 1 <= len(bottom) <= 5
    assert all(any(claimant in sentence.text for claimant in claimants) for sentence in bottom)


@pytest.mark.parametrize("week", ["2023-W22", "1990-W02"])
def test_a_sheet_that_could_not_be_read_is_named(edition_of, week: str):
    """
    A brief names the sheets that are not in its ledger, also where it has nothing else to say.
    """
    edition = edition_of(week)
    lacking = replace(edition, ledger=replace(edition.ledger, left_out=("other.csv",)))

    assert "The sheet other.csv could not be read: none of its figures is in this report." in said(lacking)
