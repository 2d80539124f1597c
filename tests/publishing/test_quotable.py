"""The sentence ready to copy: grammar and honesty for every measure, hedge and basis."""

import itertools
import re

import pandas as pd
import pytest

from casualty_ledger.publishing.quotable import quote
from casualty_ledger.vocabulary import Basis, Hedge, Measure, Verification
from casualty_ledger.wording.claimant_names import begin_with
from casualty_ledger.wording.language import spoken

FIGURE = {
    "claimant": "General Staff of Ukraine",
    "measure": "losses",
    "measure_as_said": "eliminated",
    "population": "armed_forces",
    "party": "russia",
    "sex": "",
    "age_group": "",
    "subgroup": "",
    "conflict": "russia_ukraine",
    "place": "",
    "admin1": "",
    "incident": "",
    "perpetrator_as_said": "",
    "covers_from": pd.Timestamp("2022-02-24"),
    "covers_until": pd.Timestamp("2023-06-04"),
    "basis": "cumulative",
    "rate_unit": "",
    "lower": 209930,
    "value": 209940,
    "upper": 209950,
    "hedge": "about",
    "interval_kind": "logical",
    "is_floor": False,
    "is_part": False,
    "verification": "belligerent_enemy",
    "caveats": "",
    "publishers": "Ukrinform",
    "published_on": pd.Timestamp("2023-06-04"),
    "published_precision": "day",
}
LOSSES = "about 209,940 Russian personnel were “eliminated” since 24 February 2022, as of 4 June 2023"
EVERY = list(itertools.product(Measure.words(), Hedge.words(), Basis.words(), (1, 485)))


def said_of(**changes: object) -> str:
    return quote(FIGURE | changes)


def test_the_general_staffs_total_is_attributed_hedged_and_dated():
    """
    The total of 4 June 2023 reads as it was said, with the claimant's word in quotation marks.
    """
    assert said_of() == (
        f"The General Staff of Ukraine said that {LOSSES}, as printed by Ukrinform on 4 June 2023. "
        "It is not verified. “Losses” are an undefined mix, not a number of dead."
    )


@pytest.mark.parametrize("word", ["killed", "died", "", "lost"])
@pytest.mark.parametrize("hedge", Hedge.words())
def test_losses_are_never_called_killed(word: str, hedge: str):
    """
    Whatever word a relay used, no sentence about losses says that people were killed.
    """
    said = said_of(measure_as_said=word, hedge=hedge)

    assert not re.search(r"\bkilled\b|\bdied\b", said)
    assert "“lost”" in said or "counted as “losses”" in said


def test_every_measure_and_hedge_makes_a_sentence():
    """
    For each measure, hedge and number there is one claimant, one verb that agrees, and an end.
    """
    for measure, hedge, kind, value in EVERY:
        said = said_of(measure=measure, hedge=hedge, basis=kind, value=value, rate_unit="day")
        assert said.startswith("The General Staff of Ukraine said that ")
        assert said.endswith(".")
        assert not re.search(r"  | ,|\{|\bnan\b|<NA>|NaT", said), said
        plural = re.search(
            r"\b(?:exactly|at least|about)? ?1 (?:\w+ )?(?:soldiers|people|personnel) were", said
        )
        assert not plural, said


@pytest.mark.parametrize(
    ("changes", "clause"),
    [
        ({"hedge": "exact", "value": 1, "measure": "killed"}, "that 1 Russian soldier was killed"),
        (
            {"hedge": "at_least", "value": 1, "measure": "killed"},
            "that at least 1 Russian soldier was killed",
        ),
        ({"hedge": "dozens", "measure": "injured"}, "that dozens of Russian soldiers were injured"),
        ({"hedge": "unquantified"}, "that an unstated number of Russian personnel were"),
        ({"hedge": "several", "measure": "missing"}, "that several Russian soldiers were missing"),
        ({"basis": "increment", "measure": "killed"}, "that about 209,940 more Russian soldiers were killed"),
        ({"basis": "rate", "rate_unit": "day"}, "that about 209,940 Russian personnel a day were"),
        (
            {"measure": "remains_repatriated"},
            "the bodies of about 209,940 Russian soldiers were",
        ),
        ({"measure": "surrendered"}, "that about 209,940 Russian soldiers surrendered"),
        ({"population": "civilian", "measure": "killed", "place": "Kyiv"}, "civilians were killed in Kyiv"),
        ({"place": "Belgorod oblast"}, "“eliminated” in Belgorod oblast since"),
    ],
)
def test_a_clause_reads_as_english(changes: dict[str, object], clause: str):
    """
    Numbers, nouns and verbs agree, and a place stands where it is read.
    """
    assert clause in said_of(**changes)


def test_a_verified_count_is_a_minimum():
    """
    What a monitor verified is said to be verified, with "at least", and called a minimum.
    """
    floor = {"measure": "killed", "hedge": "exact", "is_floor": True, "population": "civilian"}
    said = said_of(**floor, claimant="OHCHR HRMMU", verification="individually_verified", value=8983)

    assert said.startswith("OHCHR HRMMU verified that at least 8,983 Russian civilians were killed since")
    assert "The count is a minimum." in said


def test_a_plan_is_not_an_event():
    """
    An exchange that was only announced is called a plan.
    """
    said = said_of(measure="exchanged", population="prisoners_of_war", caveats="planned_not_carried_out")

    assert "announced, as a plan and not as an event, that about 209,940 Russian prisoners of war" in said
    assert "would be returned in an exchange" in said


@pytest.mark.parametrize("word", Verification.words())
def test_every_sentence_says_who_checked(word: str):
    """
    Each verification has its own remark, and an unchecked figure is called not verified.
    """
    remark = said_of(verification=word, measure="killed").split(". ")[-1]

    assert remark.endswith(".")
    assert ("not verified" in remark) == word.startswith(("belligerent", "single"))


def test_every_recorded_figure_can_be_quoted(ledger):
    """
    Each figure of the ledger gives a sentence with its claimant and nothing left unsaid.
    """
    for figure in ledger.figures.to_dict("records"):
        said = quote(figure)
        assert said.startswith(begin_with(figure["claimant"]))
        assert not re.search(r"  | ,|\{|\bnan\b|<NA>|NaT|\b1 [a-z]+s were", said), said


@pytest.mark.parametrize(
    ("claimant", "named"),
    [
        ("Mayor of Kyiv (Klitschko)", "The Mayor of Kyiv (Klitschko)"),
        ("OHCHR HRMMU", "OHCHR HRMMU"),
        ("Ukrainian officials", "Ukrainian officials"),
        ("social media post", "Social media post"),
        ("Russian Ministry of Defence", "The Russian Ministry of Defence"),
        ("Vladimir Putin", "Vladimir Putin"),
    ],
)
def test_a_claimant_begins_a_sentence(claimant: str, named: str):
    """
    Offices and bodies take an article; people, plurals and acronyms take none.
    """
    assert begin_with(claimant) == named


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sex": "female", "age_group": "adult", "value": 48}, "48 women were killed"),
        ({"sex": "male", "age_group": "adult", "value": 1}, "1 man was killed"),
        ({"population": "medical", "value": 2}, "2 medical workers were killed"),
        ({"measure": "died_of_hunger", "value": 1}, "1 civilian died of hunger"),
        ({"measure": "sexual_violence", "value": 4}, "4 civilians were subjected to sexual violence"),
    ],
)
def test_people_and_harm_are_said_by_their_own_words(changes, said):
    """
    Sex, age, work, hunger and sexual violence are said as recorded, one of them in the singular.
    """
    honest = {"population": "civilian", "measure": "killed", "hedge": "exact", "basis": "period"}

    assert f"that {said} " in said_of(**(honest | changes))


def test_a_perpetrator_is_the_sources_word():
    """
    Who did it is said in quotation marks, as the claimant's word, and only where the source says it.
    """
    assert "It names as responsible: “Russian forces”." in said_of(perpetrator_as_said="Russian forces")
    assert "responsible" not in said_of()


def test_one_event_of_several_in_a_place_is_named():
    """
    The sentence names the event beside the place.
    """
    assert " Kherson (bus stop, evening)" in said_of(place="Kherson", incident="bus stop, evening")


def test_a_sentence_is_said_in_the_language_that_is_spoken():
    """
    A loss stays in quotation marks, and keeps its hedge, its claimant and its publisher.
    """
    with spoken("uk"):
        said = quote(FIGURE)

    assert said == (
        "Генеральний штаб ЗСУ: близько 209\xa0940 російських військових: «ліквідовано» від 24 лютого 2022 "
        "станом на 4 червня 2023; опубліковано 4 червня 2023: Ukrinform. Не перевірено. "
        "«Втрати» — невизначена сукупність, а не число загиблих."
    )
