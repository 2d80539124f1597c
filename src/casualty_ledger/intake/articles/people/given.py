"""To which party people are handed over, by the dative of its name."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.wars.sides import Naming


def is_given(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party is in the dative: «передала Украине»."""
    return any(is_grammar(sentence.tokens[one.first].low, language, "datv") for language in INFLECTED)


def opens_given(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party in the dative opens a clause: «Північчю …», «Северу … переданы 40»."""
    opens = one.first == 0 or sentence.tokens[one.first - 1].kind == "mark"
    given = any(may_be(sentence.tokens[one.first].low, language, "NOUN", "datv") for language in INFLECTED)
    return (
        opens
        and given
        and not any(is_grammar(sentence.tokens[one.first].low, language, "nomn") for language in INFLECTED)
    )
