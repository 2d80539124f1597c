"""The words, each with its definition."""

import re
from pathlib import Path

import pytest

from casualty_ledger import vocabulary
from casualty_ledger.recorded_words import (
    RECORDED_MEASURES,
    RECORDED_POPULATIONS,
    RECORDED_VERIFICATIONS,
)
from casualty_ledger.vocabulary import CIVIL_POPULATIONS, Measure, Population, Word

HOME = Path(__file__).resolve().parents[1]
VOCABULARIES = [
    kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Word)
]


@pytest.mark.parametrize(
    "kind", [kind for kind in VOCABULARIES if kind is not Word], ids=lambda k: k.__name__
)
def test_every_word_is_defined_in_the_glossary(kind):
    """
    Each word has a definition, and the glossary gives the word with that definition.
    """
    glossary = (HOME / "docs" / "glossary.md").read_text(encoding="utf-8")

    for word in kind:
        assert word.definition
        assert f"| `{word}` | {word.definition} |" in glossary


def test_recorded_losses_mean_losses_only():
    """
    No recorded word but the losses themselves means losses, and losses never mean killed.
    """
    meaning = {recorded for recorded, measure in RECORDED_MEASURES.items() if measure is Measure.LOSSES}

    assert meaning == {"losses", "losses_unspecified"}
    assert {r for r, m in RECORDED_MEASURES.items() if m is Measure.KILLED} == {"killed"}


def test_no_word_for_civilians_means_soldiers_and_none_for_soldiers_civilians():
    """
    What a sheet calls civil is no population under arms, and the reverse.
    """
    under_arms = {Population.ARMED_FORCES, Population.PRISONERS_OF_WAR}
    for word, people in RECORDED_POPULATIONS.items():
        if people.population in CIVIL_POPULATIONS:
            assert not re.search("milit|pow|prisoner|armed|soldier", word)
        if people.population in under_arms:
            assert not re.search("civil|child|medic|health|aid|media|journal|rescue|wom[ae]n", word)


def test_women_alone_are_not_called_civilians():
    """
    A word that names only sex or age says nothing of who is a civilian; children are, unless said otherwise.
    """
    assert {str(RECORDED_POPULATIONS[word].population) for word in ("women", "men", "adults")} == {"unstated"}
    assert {str(RECORDED_POPULATIONS[word].population) for word in ("girls", "boys")} == {"children"}


def test_the_sheet_format_documents_every_recorded_word():
    """
    The README of the sheets names every word that stands in a column with a vocabulary.
    """
    import csv

    text = (HOME / "data/raw/recorded/README.md").read_text(encoding="utf-8")
    columns = (
        "claimant_side",
        "party",
        "population",
        "measure",
        "basis",
        "rate_unit",
        "hedge",
        "verification",
    )
    listed = (*RECORDED_MEASURES, *RECORDED_POPULATIONS, *RECORDED_VERIFICATIONS)
    assert [word for word in listed if word and f"`{word}`" not in text] == []
    for sheet in (HOME / "data/raw/recorded").glob("*.csv"):
        with sheet.open(encoding="utf-8", newline="") as lines:
            found = {row[column] for row in csv.DictReader(lines) for column in columns if row[column]}
        assert [word for word in found if f"`{word}`" not in text] == []
