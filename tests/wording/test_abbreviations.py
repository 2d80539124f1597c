"""Abbreviations of a brief are explained, each once, and no others."""

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.wording.abbreviations import explain_abbreviations
from casualty_ledger.wording.language import spoken

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


def test_bodies_that_rows_name_by_letters_are_explained_in_both_languages():
    """
    A company and an office of four letters are no riddles to a newcomer.
    """
    texts = ["LPR office in JCCC", "DTEK"]
    english = explain_abbreviations(texts, conflict_of("russia_ukraine"))
    with spoken("uk"):
        ukrainian = explain_abbreviations(texts, conflict_of("russia_ukraine"))
        named = explain_abbreviations(["представництво «ЛНР» у СЦКК"], conflict_of("russia_ukraine"))

    assert "JCCC: Joint Centre for Control and Coordination" in english
    assert "DTEK: private energy company" in english
    assert "JCCC: Спільний центр" in ukrainian and "DTEK: приватна" in ukrainian
    assert "ЛНР: самопроголошена" in named and "СЦКК: Спільний центр" in named


def test_words_of_the_land_are_explained_where_they_stand():
    """
    A reader of English need not know what a hromada or an oblast is, and is not told where neither stands.
    """
    conflict = conflict_of("river_war")

    assert "hromada: municipality, a town or village" in explain_abbreviations(
        ["Upper hromada, 3 June"], conflict
    )
    assert explain_abbreviations(["Upper Oblast"], conflict) == "Oblast: region."
    assert explain_abbreviations(["Upper Province"], conflict) == ""
