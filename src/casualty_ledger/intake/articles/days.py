"""The day or period that stands nearest to a number, in the text's own words."""

from __future__ import annotations

from casualty_ledger.intake.articles.tokens import Sentence

FARTHEST = 25


def find_day(sentence: Sentence, at: int, text: str) -> str | None:
    """Return the words of the day nearest to a token, with the numbers beside a month's name, or None."""
    spans = [_with_numbers(sentence, first, last) for first, last in sentence.spans("months")]
    spans += _joined(sentence.spans("day_words"))
    near = [span for span in spans if abs(span[0] - at) <= FARTHEST]
    if not near:
        return None
    first, last = min(near, key=lambda span: abs(span[0] - at))
    return text[sentence.tokens[first].start : sentence.tokens[last].end]


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
