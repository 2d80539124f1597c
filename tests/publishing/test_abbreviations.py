"""Abbreviations of a brief are explained, each once, and no others."""

from casualty_ledger.publishing.abbreviations import MEANINGS, explain_abbreviations


def test_only_what_stands_in_the_text_is_explained():
    """
    A word that merely holds the letters is no abbreviation, and each is explained once.
    """
    said = explain_abbreviations(["OHCHR; OHCHR HRMMU", "the PGOs", "MODEST"])

    assert said == f"HRMMU: {MEANINGS['HRMMU']}. OHCHR: {MEANINGS['OHCHR']}."


def test_a_text_without_abbreviations_needs_no_note():
    """
    Nothing is said where there is nothing to explain.
    """
    assert explain_abbreviations(["Mayor of Kyiv"]) == ""
