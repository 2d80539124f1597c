"""Sentences about figures: the claimant first, the count as firmly as it was said, every number traced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

import pandas as pd

from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Verification
from casualty_ledger.wording.claimant_names import begin_with, name_claimant, with_article
from casualty_ledger.wording.counts import NO_NUMBER, is_planned, label_in_all
from casualty_ledger.wording.labels import (
    label_count,
    label_figure,
    label_publication,
    label_start,
    label_where_and_when,
)
from casualty_ledger.wording.language import mark, phrase, translate, write_number
from casualty_ledger.wording.remarks import TAKEN_BACK, remark, renamed
from casualty_ledger.wording.traced_text import Sentence, Span, counted, recorded, sentence, words

# More claimants than these make no row that anybody reads.
MOST_CLAIMANTS = 8
SLOT = "\0"
# Who has checked a number, in the few words that a sentence has room for.
STATEMENT = ("claimant", "publisher", "published_on", "covers_from", "covers_until", "verification")
NOT_VERIFIED = mark("not verified")
CHECKED_WORDS: dict[str, str] = {
    Verification.ACKNOWLEDGED_BY_PERPETRATOR: mark("acknowledged by the side that did it"),
    Verification.INDIVIDUALLY_VERIFIED: mark("verified"),
    Verification.VISUALLY_CONFIRMED: mark("confirmed in pictures"),
    Verification.CORROBORATED: mark("confirmed by a second source"),
    Verification.SINGLE_SOURCE: NOT_VERIFIED,
    Verification.BELLIGERENT_OWN: NOT_VERIFIED,
    Verification.BELLIGERENT_ENEMY: NOT_VERIFIED,
    Verification.BELLIGERENT_OTHER: NOT_VERIFIED,
    Verification.MODEL_ESTIMATE: mark("an estimate"),
    Verification.CONTESTED: mark("contested"),
    Verification.DISCOUNTED: mark("shown not to hold"),
    Verification.RETRACTED: TAKEN_BACK,
}
REPORTED, ANNOUNCED, GAVE = (
    mark("{claimant} reported {counted} ({about})."),
    mark("{claimant} announced or promised {counted} ({about})."),
    mark("{claimant} gave {counted} ({about})."),
)
# Of a rate: what is counted in each unit of time.
EACH = {"day": mark("{counted} a day"), "week": mark("{counted} a week"), "month": mark("{counted} a month")}


def checked(figures: Iterable[ReportedFigure]) -> str:
    """Say who has checked these numbers; where they differ, that each holds of a part of them.

    >>> checked([{"verification": "individually_verified"}, {"verification": "belligerent_own"}])
    'in part verified, in part not verified'
    """
    said = [translate(each) for each in dict.fromkeys(_checked(figure) for figure in figures)]
    return (
        said[0] if len(said) == 1 else ", ".join(phrase("in part {checked}", checked=each) for each in said)
    )


def _checked(figure: ReportedFigure) -> str:
    return CHECKED_WORDS[str(figure["verification"])]


def count_of(figure: ReportedFigure) -> Span:
    """Return a figure's count as a traced number."""
    return Span(label_count(figure), (str(figure["figure_id"]),))


def number(figure: ReportedFigure) -> Sentence:
    """Return a figure's count alone."""
    return Sentence((count_of(figure),)) + remark(figure)


def what(figure: ReportedFigure) -> Sentence:
    """Say how many of whom: "22 civilians injured", the count traced."""
    before, after = label_figure(figure, SLOT).split(SLOT)
    count, own = count_of(figure), str(figure["figure_id"])
    if figure["basis"] == Basis.RATE:
        count = replace(count, text=label_in_all(figure))
    said = recorded(before, own) + Sentence((count,)) + recorded(after, own)
    if figure["basis"] == Basis.RATE:
        said = sentence(EACH[str(figure["rate_unit"])], counted=said)
    return said + renamed(figure) + remark(figure)


def is_one_statement(one: Any, other: Any) -> bool:
    """Say whether two figures come from one claimant, in one publication, about the same days."""
    return all(
        one[column] == other[column] or (pd.isna(one[column]) and pd.isna(other[column]))
        for column in STATEMENT
    )


def published(figure: ReportedFigure) -> str:
    """Say when a figure came out, or that nobody knows."""
    if pd.isna(figure["published_on"]):
        return translate("undated")
    return phrase("published {day}", day=label_publication(figure))


def say(figure: ReportedFigure) -> Sentence:
    """Say a figure in a sentence of its own."""
    told = ANNOUNCED if is_planned(figure) else REPORTED
    return sentence(
        GAVE if label_count(figure) == translate(NO_NUMBER) else told,
        claimant=begin_with(figure["claimant"]),
        counted=what(figure),
        about="; ".join(
            part for part in (label_where_and_when(figure), published(figure), checked([figure])) if part
        ),
    )


def counts_of(told: Iterable[ReportedFigure]) -> Sentence:
    """Say each number once, the lowest first: "246 or 277"."""
    ordered = sorted(told, key=lambda figure: figure["value"] or 0)
    return either(_each_once([Sentence((count_of(figure),)) for figure in ordered]))


def numbers_of(told: Iterable[ReportedFigure]) -> list[Sentence]:
    """Say each number once as firmly as it is said, every figure that says so behind it."""
    return _each_once([number(figure) for figure in told])


def _each_once(said: list[Sentence]) -> list[Sentence]:
    groups: dict[str, list[Sentence]] = {}
    for each in said:
        groups.setdefault(each.text, []).append(each)
    return [merge(same) for same in groups.values()]


def counts_by_number(told: pd.DataFrame, counted_as: str = "{count}", *, most: int = 4) -> Sentence:
    """Say each number once with everyone who gives it: "189 according to the President".

    `counted_as` is a phrase for the number.
    """
    counts = []
    words_of = pd.Series([label_count(figure) for figure in figures_of(told)], told.index, dtype="str")
    for count, same in told.groupby(words_of, sort=False):
        span = Span(str(count), tuple(map(str, same["figure_id"])))
        claimants = listed([with_article(claimant) for claimant in dict.fromkeys(same["claimant"])], most=2)
        count_said = sentence(counted_as, count=Sentence((span,)))
        said = sentence("{count} according to {claimants}", count=count_said, claimants=claimants)
        counts.append(said)
    return join(counts[:most], ", ")


def claims(told: Sequence[ReportedFigure]) -> Sentence:
    """Say who gives which number, each claimant once with all of its numbers; of many, how many more."""
    said = []
    claimants = rows_by(told, "claimant")
    for own in claimants[:MOST_CLAIMANTS]:
        numbers = enumerated(numbers_of(own)[:MOST_CLAIMANTS])
        said.append(words(f"{name_claimant(own[0]['claimant'])}: ") + numbers)
    left = len(claimants) - MOST_CLAIMANTS
    if left > 0:
        how = translate("further claimants")
        said.append(sentence("and {count} more", count=counted(left, how)))
    return join(said)


def enumerated(sentences: list[Sentence]) -> Sentence:
    """Join as an enumeration: commas, and "and" before the last."""
    if len(sentences) < 2:
        return join(sentences)
    return sentence("{first} and {last}", first=join(sentences[:-1], ", "), last=sentences[-1])


def joined(message: str, parts: list[Sentence]) -> Sentence:
    """Join one part after another by a phrase with the blanks `first` and `last`.

    >>> joined("{first}, then {last}", [words("4"), words("5"), words("7")]).text
    '4, then 5, then 7'
    """
    return reduce(lambda first, last: sentence(message, first=first, last=last), parts)


def either(sentences: list[Sentence]) -> Sentence:
    """Join as a choice: "246 or 277", "A, B or C"."""
    if len(sentences) < 2:
        return join(sentences)
    return sentence("{first} or {last}", first=join(sentences[:-1], ", "), last=sentences[-1])


def merge(sentences: list[Sentence]) -> Sentence:
    """Say once what several figures say in the same words; each number then leads to all of them."""
    spans = []
    for together in zip(*(each.spans for each in sentences), strict=True):
        ids = tuple(dict.fromkeys(figure for span in together for figure in span.figure_ids))
        spans.append(Span(together[0].text, ids, together[0].how))
    return Sentence(tuple(spans))


def who_said(figure: ReportedFigure) -> Sentence:
    """Name the claimant with the day of publication."""
    return words(f"{name_claimant(figure['claimant'])}, {label_publication(figure)}")


def since(total: ReportedFigure) -> str:
    """Say since when a total counts, as far as that is known: " since 24 February 2022"."""
    if pd.isna(total["covers_from"]):
        return ""
    return f" {label_start(total)}"


def join(sentences: Iterable[Sentence], between: str = "; ") -> Sentence:
    """Join sentences into one."""
    spans: list[Span] = []
    for each in sentences:
        if spans:
            spans.append(Span(between))
        spans += each.spans
    return Sentence(tuple(spans))


def listed(things: list[str], most: int = 3) -> str:
    """List names in words, the first few and how many more.

    >>> listed(["A", "B"]), listed(["A", "B", "C", "D", "E"])
    ('A and B', 'A, B, C and 2 more')
    """
    if not things:
        return translate("nobody")
    if len(things) > most:
        return and_more(", ".join(things[:most]), len(things) - most)
    first, last = ", ".join(things[:-1]), things[-1]
    return phrase("{first} and {last}", first=first, last=last) if first else last


def and_more(names: str, number: int) -> str:
    """Say after some names how many more there are.

    >>> and_more("A; B", 3), and_more("A", 0)
    ('A; B and 3 more', 'A')
    """
    return (
        phrase("{names} and {count} more", names=names, count=write_number(number)) if number > 0 else names
    )
