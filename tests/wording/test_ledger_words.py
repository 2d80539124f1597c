"""The list of phrases from lower rooms is held to the tables that declare them."""

from collections.abc import Iterable

import pytest

from casualty_ledger.conflicts.conflict import as_recorded
from casualty_ledger.series.changes import REWORDED, SLIP
from casualty_ledger.vocabulary import (
    Basis,
    Caveat,
    ChangeKind,
    Credibility,
    Hedge,
    IntervalKind,
    Measure,
    Population,
    Reliability,
    RevisionKind,
    Verdict,
    Verification,
)
from casualty_ledger.vocabulary.word import Word
from casualty_ledger.wording import ledger_words


def definitions(words: Iterable[Word]) -> list[str]:
    return [word.definition for word in words]


@pytest.mark.parametrize(
    ("marked", "declared"),
    [
        (ledger_words.MEASURES, definitions(Measure)),
        (ledger_words.POPULATIONS, definitions(Population)),
        (ledger_words.BASES, definitions(Basis)),
        (ledger_words.VERIFICATION, definitions(Verification)),
        (ledger_words.CAVEATS, definitions(Caveat)),
        (ledger_words.REVISIONS, definitions(RevisionKind)),
        (ledger_words.CHANGES, definitions(ChangeKind)),
        (ledger_words.RELIABILITY, definitions(Reliability)),
        (ledger_words.CREDIBILITY, definitions(Credibility)),
        (ledger_words.HEDGES, definitions(Hedge)),
        (ledger_words.INTERVALS, definitions(IntervalKind)),
        (ledger_words.REASONS, [SLIP, REWORDED]),
        (ledger_words.VERDICTS, [as_recorded(word) for word in Verdict.words()]),
    ],
)
def test_every_word_of_a_table_is_marked_for_translation(marked: tuple[str, ...], declared: list[str]):
    """
    What a table declares stands in the list word for word and in its order, and nothing else does.
    """
    assert list(marked) == declared
