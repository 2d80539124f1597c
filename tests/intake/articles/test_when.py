"""The days that a figure covers, from its words and the day of printing."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.ledger_words import question_of, sheet_rows
from casualty_ledger.intake.articles.reading import read_article
from casualty_ledger.intake.articles.texts import Article
from casualty_ledger.intake.articles.when import days_of
from casualty_ledger.sources.registry import read_register

MONDAY = "2023-06-05"


@pytest.mark.parametrize(
    ("words", "published_on", "days"),
    [
        ("Monday", MONDAY, ("2023-06-05", "2023-06-05")),
        ("в неділю", MONDAY, ("", "")),
        ("неділю", MONDAY, ("2023-06-04", "2023-06-04")),
        ("вчера", MONDAY, ("2023-06-04", "2023-06-04")),
        ("28 грудня", MONDAY, ("2022-12-28", "2022-12-28")),
        ("May 2022", "", ("2022-05-01", "2022-05-31")),
        ("4 June 2023", "2023-06", ("2023-06-04", "2023-06-04")),
        ("4 June", "", ("", "")),
        ("31 February", MONDAY, ("", "")),
        ("last week", MONDAY, ("", "")),
        ("Saturday night", MONDAY, ("", "")),
        ("29 лютого", MONDAY, ("", "")),
        (None, MONDAY, ("", "")),
        ("overnight", MONDAY, ("2023-06-04", "2023-06-05")),
        ("за минулу добу", MONDAY, ("2023-06-04", "2023-06-05")),
        ("Monday", "not a day", ("", "")),
    ],
)
def test_days_are_told_or_left_open(words: str | None, published_on: str, days: tuple[str, str]):
    """
    A day follows from the words and the day of printing; what would be a guess is empty.
    """
    assert days_of(words, published_on) == days


def test_a_running_total_covers_no_single_day():
    """
    The day beside a total since a start is not the days it covers.
    """
    text = (
        "Since the start of the war 500 children have died, police said on Sunday. On Sunday two were killed."
    )
    rows = list(sheet_rows(Article("a", text, published_on=MONDAY), read_article(text)))

    assert [(row["value"], row["covers_from"]) for row in rows] == [("500", ""), ("2", "2023-06-04")]


def test_the_day_of_an_event_goes_on_in_its_passage():
    """
    A figure without a day has that of the sentence beside it, which its note quotes; a period, a total and
    the start of a war give none.
    """
    text = (
        "A missile hit a market on Sunday. Two were killed. Over the past month 30 were hurt. "
        "Since the start of the war 500 children have died."
    )
    rows = list(sheet_rows(Article("a", text, published_on=MONDAY), read_article(text)))

    assert [(row["value"], row["covers_from"]) for row in rows] == [
        ("2", "2023-06-04"),
        ("30", ""),
        ("500", ""),
    ]
    assert rows[0]["note"].endswith("day told in a sentence beside it: “Sunday”")
    assert "Who was counted?" in question_of(rows[0])
    assert "which day" in question_of(rows[1])


def test_who_is_taken_to_hospital_is_a_measure_of_its_own():
    """
    The reader says injured, as labels do; the ledger keeps those in hospital apart.
    """
    text = "Поранено сімох людей. П'ятьох госпіталізовано."

    assert [row["measure"] for row in sheet_rows(Article("a", text), read_article(text))] == [
        "injured",
        "hospitalised",
    ]


def test_a_row_has_the_ledgers_own_names_or_nominatives(project):
    """
    Places are named as the conflict file does, claimants as the register does; others in the nominative.
    """
    text = (
        "На Херсонщині загинула одна людина, зазначили в обласній прокуратурі. "
        "За даними Дніпропетровської ОВА, у Нікополі поранено трьох людей."
    )
    rows = sheet_rows(Article("a", text), read_article(text), "", read_register(project.sources))

    assert [(row["claimant"], row["place"]) for row in rows] == [
        ("обласна прокуратура", "Kherson Oblast"),
        ("Dnipropetrovsk Oblast Military Administration", "Nikopol"),
    ]


def test_the_day_of_a_dateline_is_told_only_where_no_other_is():
    """Where a report was written, and when, comes last: "KYIV, May 14 - … on Wednesday" is of Wednesday."""
    line = "KYIV, May 14 (AP) - Shells killed three people in Kherson"
    days = [read_article(f"{line}{end}.").candidates[0].date for end in ("", " on Wednesday morning")]
    assert days == ["May 14", "Wednesday"]
