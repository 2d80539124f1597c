"""Numbers in words that give no number: "dozens", «сотні», «несколько тысяч»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.hedging import HEDGES, is_added, with_hedge
from casualty_ledger.intake.articles.numbers.number import Number

# Behind a hedge such a word is one number: «не менее тысячи», «понад сотні».
SINGLE = {"тысячи": 1000, "тисячі": 1000, "сотни": 100, "сотні": 100, "миллиона": 10**6, "мільйона": 10**6}


def find_vague(sentence: Sentence, numbers: list[Number]) -> Iterator[Number]:
    """List the vague words of a sentence that no number holds."""
    taken = {at for number in numbers for at in range(number.first, number.last + 1)}
    tagged = [
        (span, int(tag.split("/")[1]))
        for tag, spans in sentence.marks.items()
        if tag.startswith("vague/")
        for span in spans
    ]
    for (first, last), low in sorted(tagged):
        if taken & {*range(first, last + 1)}:
            continue
        single = SINGLE.get(sentence.tokens[first].low) if first == last else None
        if single and any(sentence.ends(f"hedges/{hedge}", first - 1) is not None for hedge in HEDGES):
            yield with_hedge(Number(first, last, single, single, single, begin=first), sentence)
            continue
        number = Number(first, last, None, low, None, "vague", first)
        yield replace(number, is_increment=is_added(sentence, number))
