"""The words, each with its definition."""

from pathlib import Path

import pytest

from casualty_ledger import vocabulary
from casualty_ledger.recorded_words import RECORDED_MEASURES
from casualty_ledger.vocabulary import Measure, Word

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
    for sheet in (HOME / "data/raw/recorded").glob("*.csv"):
        with sheet.open(encoding="utf-8", newline="") as lines:
            found = {row[column] for row in csv.DictReader(lines) for column in columns if row[column]}
        assert [word for word in found if f"`{word}`" not in text] == []
