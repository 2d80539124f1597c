"""What a language model points at: words of the text, believed as far as text and rules bear them out."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.attaching import OF_THINGS_TOO
from casualty_ledger.intake.articles.measures.found import UNTOLD, Found
from casualty_ledger.intake.articles.measures.tolls import why_not_happened
from casualty_ledger.intake.articles.measures.triggers import Trigger
from casualty_ledger.intake.articles.numbers.counted import PERSON

MEASURES = frozenset(
    [
        "killed", "injured", "killed_and_injured", "missing", "captured", "held", "exchanged", "returned",
        "losses", "died_in_captivity", "deported",
    ]
)  # fmt: skip
# A sentence that speaks to a machine reports nothing that a machine may point at.
INSTRUCTING = re.compile(
    r"\b(?:ignore|disregard|prompt|assistant|language model|instruction|json|reply that|output|"
    r"ігнору|проігнору|інструкц|промпт|мовн\w+ модел|відповідай|виведи|"
    r"игнорир|проигнорир|инструкц|языков\w+ модел|ответь|выведи)",
    re.IGNORECASE,
)
MOST_SPANS, LONGEST_SPAN, FAR = 200, 300, 12.0
# What becomes of a span.
BY_MODEL = "a language model pointed at"
TAKEN, ALREADY = "taken", "read by the rules already"
UNREADABLE, MALFORMED = "reply that is no list of spans", "no words with a known kind"
ABSENT, REPEATED = "words that do not stand in the text", "words that stand in it more than once"
NO_NUMBER, REFUSED = "no number that the rules read there", "refused by the rules"


@dataclass(frozen=True)
class Span:
    """Words of the text by their own place in it, and what the model says happened to those counted."""

    start: int
    end: int
    measure: str


@dataclass
class Pointed:
    """The spans of one text that stand in it, and what became of everything that the model said."""

    spans: list[Span] = field(default_factory=list)
    became: Counter[str] = field(default_factory=Counter)

    def add(self, reply: str, text: str) -> None:
        """Take the spans of a reply that stand in the text exactly, once; count the rest by its reason."""
        told = _told(reply)
        if told is None:
            self.became[UNREADABLE] += 1
            return
        for each in told[:MOST_SPANS]:
            found = _find(each, text)
            if isinstance(found, str):
                self.became[found] += 1
            elif found not in self.spans:
                self.spans.append(found)

    def lend(self, figures: Sequence[Found], sentence: Sentence) -> None:
        """Give numbers of a sentence that no word of the lists claims the measure that a span tells.

        The rules decide: what they refuse for another reason, or as not having happened, stays refused.
        """
        for span in self._within(sentence):
            inside = [each for each in figures if _holds(span, each, sentence)]
            self.became[_judge(span, inside[0], sentence) if inside else NO_NUMBER] += 1

    def _within(self, sentence: Sentence) -> Iterator[Span]:
        for span in self.spans:
            if sentence.start <= span.start < sentence.end:
                yield span


def _told(reply: str) -> list[Any] | None:
    """Return the list of spans in a reply, with or without words around it, or None."""
    begin, end = reply.find("{"), reply.rfind("}")
    try:
        held = json.loads(reply[begin : end + 1])
    except (ValueError, RecursionError):
        return None
    spans = held.get("spans") if isinstance(held, dict) else None
    return spans if isinstance(spans, list) else None


def _find(told: Any, text: str) -> Span | str:
    """Return where the words of a span stand, or why they are not taken; offsets are not believed."""
    words = told.get("words") if isinstance(told, dict) else None
    kind = told.get("kind") if isinstance(told, dict) else None
    if not isinstance(words, str) or not words.strip() or len(words) > LONGEST_SPAN:
        return MALFORMED
    if not isinstance(kind, str) or kind not in MEASURES:
        return MALFORMED
    start = text.find(words)
    if start < 0:
        return ABSENT
    if text.find(words, start + 1) >= 0:
        return REPEATED
    return Span(start, start + len(words), kind)


def _holds(span: Span, found: Found, sentence: Sentence) -> bool:
    first, last = sentence.tokens[found.number.first], sentence.tokens[found.number.last]
    return span.start <= first.start and last.end <= span.end


def _judge(span: Span, found: Found, sentence: Sentence) -> str:
    if not found.refusal:
        return ALREADY
    if INSTRUCTING.search(" ".join(token.low for token in sentence.tokens)):
        return REFUSED
    people = found.counted.kind == PERSON or span.measure not in OF_THINGS_TOO
    number = found.number
    as_told = Trigger(span.measure, "verb", number.first, number.last)
    if found.refusal != UNTOLD or not people or why_not_happened(sentence, number, as_told, found.counted):
        return REFUSED
    found.measure, found.refusal, found.cost = span.measure, "", FAR
    found.trigger = as_told
    found.rule = f"{span.measure} by words that {BY_MODEL}"
    return TAKEN


def say(pointed: Pointed) -> str:
    """Say what became of the spans of a model, in one line."""
    told = [f"{count} {what}" for what, count in sorted(pointed.became.items())]
    return "; ".join(told) or "nothing was pointed at"
