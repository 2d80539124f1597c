"""Parts of a land that have no name of their own: occupied areas, directions of a front."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.places.beside_places import is_adjective

WITHIN = {"in", "в", "у", "на", "по", "across", "throughout", "inside"}
BETWEEN = {"temporarily", "the", "тимчасово", "временно"}
FRONT = ("напрям", "направлени", "приграничь", "прикордонн", "порубіжж", "передмість", "пригород")
POINTING = {"цьому", "этом", "іншому", "другом", "тому", "том"}


def find_areas(sentence: Sentence) -> list[tuple[int, int]]:
    """List the tokens of areas in which something was: "in occupied areas", «на північному напрямку»."""
    areas = [(first, last) for first, last in sentence.spans("areas") if _is_led_to(sentence, first)]
    return areas + _directions(sentence)


def _is_led_to(sentence: Sentence, first: int) -> bool:
    before = [token.low for token in sentence.tokens[max(0, first - 3) : first]]
    led = bool(before) and before[-1] in WITHIN
    return led or (bool(before) and before[-1] in BETWEEN and bool({*before} & WITHIN))


def _directions(sentence: Sentence) -> list[tuple[int, int]]:
    return [
        (at - 1, at)
        for at in range(2, len(sentence.tokens))
        if sentence.tokens[at].low.startswith(FRONT)
        and sentence.tokens[at - 2].low in WITHIN
        and is_adjective(sentence.tokens[at - 1].low)
        and sentence.tokens[at - 1].low not in POINTING
    ]
