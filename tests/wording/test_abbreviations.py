"""Abbreviations of a brief are explained, each once, and no others."""

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.wording.abbreviations import explain_abbreviations

ABBREVIATIONS = conflict_of("russia_ukraine").file.abbreviations


def test_only_what_stands_in_the_text_is_explained():
    """
    A word that merely holds the letters is no abbreviation, and each is explained once.
    """
    said = explain_abbreviations(["OHCHR; OHCHR HRMMU", "the PGOs", "MODEST"], conflict_of("russia_ukraine"))

    assert said == f"HRMMU: {ABBREVIATIONS['HRMMU']}. OHCHR: {ABBREVIATIONS['OHCHR']}."


def test_a_text_without_abbreviations_needs_no_note():
    """
    Nothing is said where there is nothing to explain.
    """
    assert explain_abbreviations(["Mayor of Kyiv"], conflict_of("russia_ukraine")) == ""


def test_a_brief_explains_what_stands_in_it(edition_of):
    """
    The notes of 2023-W22 explain OHCHR and the RDK, whom it cites, and not the CSIS, whom it does not.
    """
    notes = " ".join(note.text for note in compose_brief(edition_of("2023-W22")).notes)

    assert f"OHCHR: {ABBREVIATIONS['OHCHR']}." in notes
    assert f"RDK: {ABBREVIATIONS['RDK']}." in notes
    assert "CSIS" not in notes
