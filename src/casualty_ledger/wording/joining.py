"""Parts of a sentence, joined as a language joins them."""

from __future__ import annotations

from functools import reduce

from casualty_ledger.wording.traced_text import Sentence, sentence


def joined(message: str, parts: list[Sentence]) -> Sentence:
    """Join one part after another by a phrase with the blanks `first` and `last`.

    >>> from casualty_ledger.wording.traced_text import words
    >>> joined("{first}, then {last}", [words("4"), words("5"), words("7")]).text
    '4, then 5, then 7'
    """
    return reduce(lambda first, last: sentence(message, first=first, last=last), parts)
