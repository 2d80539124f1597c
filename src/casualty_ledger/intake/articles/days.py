"""The day or period that stands nearest to a number, in the text's own words."""

from __future__ import annotations

from collections.abc import Sequence

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.totals import is_timed
from casualty_ledger.intake.articles.places.beside_places import end_of_dateline

FARTHEST = 25
LASTING = ("за", "протягом", "past", "week", "month", "year", "hours", "тижн", "рок", "недел", "год", "доб")
TOLD_AROUND = "a sentence beside it"
MOST_BEFORE, MOST_BEHIND, LEAST_OF_TOTALS = 6, 1, 500


def find_day(sentence: Sentence, at: int, text: str) -> str | None:
    """Return the words of the day nearest to a token, with the numbers beside a month's name, or None."""
    near = _told([span for span in _days_in(sentence) if abs(span[0] - at) <= FARTHEST], sentence)
    nearest = min(near, key=lambda span: abs(span[0] - at), default=None)
    return _words(sentence, nearest, text) if nearest else None


def carry_day(candidate: Candidate, at: int, sentences: Sequence[Sentence], text: str) -> None:
    """Give a figure of an event without a day that of the sentences beside it: before it, else behind it.

    A total, however it is called, and what a period bounds have none; the start of a war or a count is none.
    """
    is_total = candidate.cumulative or (candidate.value or candidate.low or 0) >= LEAST_OF_TOTALS
    if candidate.date or is_total or candidate.measure == "held" or is_timed(sentences[at]):
        return
    candidate.date = _day_beside(sentences, at, text)
    candidate.reasons["date"] = TOLD_AROUND if candidate.date else ""


def _day_beside(sentences: Sequence[Sentence], at: int, text: str) -> str | None:
    before = range(at - 1, max(-1, at - 1 - MOST_BEFORE), -1)
    behind = range(at + 1, min(at + 1 + MOST_BEHIND, len(sentences)))
    for step in (*before, *behind):
        days = [span for span in _days_in(sentences[step]) if _is_day(sentences[step], *span)]
        if told := _told(days, sentences[step]):
            return _words(sentences[step], told[0], text)
    return None


def _told(days: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    """Return the days of a sentence; that of a dateline only where it tells no other."""
    end = end_of_dateline(sentence)
    return [span for span in days if span[0] > end] or days


def _days_in(sentence: Sentence) -> list[tuple[int, int]]:
    months = [_with_numbers(sentence, first, last) for first, last in sentence.spans("months")]
    return months + _joined(sentence.spans("day_words"))


def _words(sentence: Sentence, span: tuple[int, int], text: str) -> str:
    return text[sentence.tokens[span[0]].start : sentence.tokens[span[1]].end]


def _is_day(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether words tell one day or night: no start of a count, no month, no week, no last 24 hours."""
    words = sentence.tokens[first : last + 1]
    is_month = sentence.starts("months", first) == last
    lasts = any(token.low.startswith(LASTING) for token in words)
    return not (is_month or lasts or sentence.has("since", max(0, first - 2), first))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join words of days that stand side by side: "Saturday night"."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _with_numbers(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    tokens = sentence.tokens
    while first and tokens[first - 1].kind == "number" and last - first < 3:
        first -= 1
    while last + 1 < len(tokens) and last - first < 4:
        step = tokens[last + 1]
        is_year = (
            step.low == ","
            and last + 2 < len(tokens)
            and tokens[last + 2].kind == "number"
            and len(tokens[last + 2].text) == 4
        )
        if step.kind != "number" and not is_year:
            break
        last += 2 if is_year else 1
    return first, last
