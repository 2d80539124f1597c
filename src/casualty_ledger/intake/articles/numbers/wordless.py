"""Words that hold no number and yet count: a single person, a couple, a denial, a swap."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import split_sentences
from casualty_ledger.intake.articles.numbers.single_people import find_single_people
from casualty_ledger.intake.articles.numbers.swaps import pairs_for
from casualty_ledger.intake.articles.numbers.zeros import find_zeros
from casualty_ledger.intake.articles.wars.war_words import lexicon_for

LANGUAGES = ("en", "uk", "ru")


def counts_in(words: str) -> set[int]:
    """Return the counts that words may tell without a number, in whichever language they are.

    >>> counts_in("a 62-year-old woman"), counts_in("погибших нет"), counts_in("the roof")
    ({1}, {0}, set())
    """
    found = set()
    for language in LANGUAGES:
        for sentence in split_sentences(words):
            lexicon_for(language).mark(sentence)
            found |= {number.value for number, _ in find_zeros(sentence, language)}
            found |= {number.value for number, _ in find_single_people(sentence, set(), language)}
            found |= {number.value for number, _ in pairs_for(sentence)}
    return {value for value in found if value is not None}
