"""Every measure has its words, and no word says more than the measure does."""

import re
from string import Formatter

import pytest

from casualty_ledger.vocabulary import Measure
from casualty_ledger.wording.measures import MEASURES

# What a phrase may leave open, and what is always in it.
COUNTED = {"count", "people", "owner", "beside"}
CLAUSE = {"count", "people", "were", "lost", "bodies"}
DEATHS = {
    Measure.KILLED, Measure.CASUALTIES, Measure.IRRECOVERABLE, Measure.NAMED_DEAD, Measure.EXCESS_DEATHS,
    Measure.DIED_OF_HUNGER, Measure.DIED_OF_DISEASE, Measure.DIED_OF_HUNGER_OR_DISEASE,
    Measure.DIED_IN_CAPTIVITY, Measure.EXECUTED_ALLEGED, Measure.EXECUTED_VERIFIED,
}  # fmt: skip


def left_open(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_measure_has_one_row():
    """
    The table has a row for each measure and for nothing else, in the order of the vocabulary.
    """
    assert list(MEASURES) == list(Measure)


@pytest.mark.parametrize("measure", Measure)
def test_a_phrase_says_how_many_of_whom(measure: Measure):
    """
    Beside its words a phrase has the count and whose people, and nothing that nobody fills in.
    """
    words = MEASURES[measure]

    assert {"count"} < left_open(words.counted) <= COUNTED
    assert {"count", "people"} <= left_open(words.clause) <= CLAUSE
    assert not left_open(words.name)


@pytest.mark.parametrize("measure", Measure)
def test_only_a_measure_of_deaths_speaks_of_deaths(measure: Measure):
    """
    What does not count the dead is never called killed, dead or executed: losses least of all.
    """
    said = " ".join(MEASURES[measure])

    assert bool(re.search(r"\b(?:killed|dead|died|deaths|executed)\b", said)) == (measure in DEATHS)
