"""Near words: who may have meant what, and who may not."""

import random
import string

import pytest

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.parsing.near_words import NearNames, did_you_mean_one
from casualty_ledger.recorded_words import RECORDED_POPULATIONS
from casualty_ledger.vocabulary import CIVIL_POPULATIONS, Population

STAFF = "General Staff of Ukraine"
UNDER_ARMS = (Population.ARMED_FORCES, Population.PRISONERS_OF_WAR)


@pytest.mark.parametrize(
    "written",
    [
        "General Staf of Ukraine",
        "Genreal Staff of Ukraine",
        "General  Staff of Ukraine",
        "General Staff of Ukraine ",
        "GeneralStaff of Ukraine",
        "general staff of ukraine",
        "Gеneral Stаff of Ukrаine",
        "General\u00a0Staff of\u200b Ukraine",
    ],
)
def test_a_slip_of_the_hand_is_seen(written):
    """
    A letter left out, swapped, of another script or case, and blanks of any kind, lead to the name.
    """
    assert NearNames([STAFF, "OHCHR HRMMU"]).find(written) == [STAFF]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("TASS (as relayed)", "CSIS (as relayed)"),
        ("LPR headquarters", "DPR headquarters"),
        ("Kharkiv Oblast Prosecutor's Office", "Kherson Oblast Prosecutor's Office"),
        ("Ministry of Defence of Russia", "Ministry of Defence of Ukraine"),
        ("20 Minutes", "30 Minutes"),
        ("Mayor of Sumy (Artiukh)", "Mayor of Sumy (Kobzar)"),
    ],
)
def test_another_body_is_no_slip(written, known):
    """
    Names that differ by a word, an abbreviation or a number are two names.
    """
    assert NearNames([known]).find(written) == []


def test_no_hint_turns_civilians_into_soldiers_or_the_reverse():
    """
    However a word for people is misspelt, by one or two letters, no hint leads to the other camp.
    """
    rng = random.Random(20)
    hints = 0
    for word, people in RECORDED_POPULATIONS.items():
        for written in (misspell(word, rng) for _ in range(20)):
            hint = did_you_mean_one(written, RECORDED_POPULATIONS)
            meant = [RECORDED_POPULATIONS[each] for each in RECORDED_POPULATIONS if f"{each!r}?" in hint]
            hints += len(meant)
            for found in meant:
                assert not ({people.population, found.population} & set(UNDER_ARMS)) or not (
                    {people.population, found.population} & set(CIVIL_POPULATIONS)
                ), (word, written, hint)

    assert hints > 300


@pytest.mark.parametrize("written", ["medicary_personnel", "medical_military", "civil_military"])
def test_a_word_between_two_camps_has_no_hint(written):
    """
    A word that might be meant for either is not decided.
    """
    assert did_you_mean_one(written, RECORDED_POPULATIONS) == ""


def test_no_hint_turns_one_side_into_the_other():
    """
    A misspelt party leads to itself or to nothing.
    """
    rng = random.Random(7)
    table = {party: party for party in conflict_of("russia_ukraine").parties}
    for party in table:
        for written in (misspell(party, rng) for _ in range(20)):
            assert did_you_mean_one(written, table) in ("", f" (did you mean {party!r}?)")


def misspell(word: str, rng: random.Random) -> str:
    letters = list(word)
    for _ in range(rng.choice([1, 2])):
        place = rng.randrange(len(letters))
        letters[place : place + 1] = rng.choice(["", letters[place] * 2, rng.choice(string.ascii_lowercase)])
    return "".join(letters)
