"""Disagreements: how strongly, and why."""

import pandas as pd
import pytest
from small_ledger import ENEMY, TOLL, TOTAL, disagreements, tabulate

from casualty_ledger.series.disagreements import find_disagreements, measure_strength
from casualty_ledger.series.misprints import check_printed_sums, find_misprints
from casualty_ledger.vocabulary import Strength


@pytest.fixture(scope="module")
def found(ledger) -> pd.DataFrame:
    return find_disagreements(ledger.figures, ledger.appearances)


@pytest.fixture(scope="module")
def misprints(ledger) -> pd.DataFrame:
    return find_misprints(ledger.figures, ledger.appearances)


def sets_with(found: pd.DataFrame, *figures: str) -> pd.DataFrame:
    together = found.groupby("disagreement")["figure_id"].agg(set)
    names = together[together.map(lambda ids: set(figures) <= ids)].index
    return found[found["disagreement"].isin(names)]


def test_zelenskys_500_and_485_are_one_claimants_floors(found):
    """
    At least 500 and at least 485, said for one day: numbers that differ though their bounds meet.
    """
    own = sets_with(found, "CIV-0835", "CIV-0809")
    own = own[own["reading"] == "same_claimant_same_day"]

    assert set(own["claimant"]) == {"President of Ukraine (Zelensky)"}
    assert set(own["strength"]) == {"difference"}


@pytest.mark.parametrize(("day", "counts"), [("2024-01-31", {207, 195}), ("2024-12-30", {189, 150})])
def test_an_exchange_is_counted_differently_in_one_direction(ledger, found, day: str, counts: set[int]):
    """
    Rival counts of one direction are a disagreement; the other direction is never mixed in.
    """
    figures = ledger.figures.set_index("figure_id")
    here = figures[(figures["covers_until"].astype(str) == day) & (figures["measure"] == "exchanged")]
    told = found[found["figure_id"].isin(here[here["party"] == "ukraine"].index)]

    assert counts <= set(told["value"])
    for _, members in found[found["disagreement"].isin(told["disagreement"])].groupby("disagreement"):
        assert set(figures.loc[members["figure_id"], "party"]) == {"ukraine"}


def test_shoigus_3715_is_a_definition_trap(found):
    """
    3,715 said as losses and printed as killed is one number under two measures.
    """
    trap = sets_with(found, "ml-0228", "ml-0226")

    assert set(trap["reading"]) == {"definition"}


def test_losses_printed_as_deaths_are_traps(found):
    """
    Totals of the General Staff that relays call dead or casualties, and the headline's 210,000, are traps.
    """
    traps = set(found.loc[found["reading"] == "definition", "figure_id"])

    assert {"ml-0004", "art-0007", "ml-0102", "ml-0145", "ml-0353"} <= traps


@pytest.mark.parametrize(
    ("figure", "other"), [("CIV-0074", "CIV-0308"), ("CIV-0688", "CIV-0690"), ("CIV-1218", "CIV-1216")]
)
def test_relay_errors_are_flagged_as_probable(misprints, figure: str, other: str):
    """
    16,295 killed, 12 killed and 126,000 killed are flagged; the figures that stand are named beside them.
    """
    [row] = misprints[misprints["figure_id"] == figure].to_dict("records")

    assert other in row["other_ids"].split()
    assert figure not in " ".join(misprints.loc[misprints["figure_id"] == other, "other_ids"])


def test_printed_sums_are_checked(whole_ledger):
    """
    Killed and injured of one page add up to its total or are told; 6,557 + 1,074 = 16,631 is.
    """
    sums = check_printed_sums(whole_ledger.appearances)
    wrong = sums[~sums["adds_up"]]

    assert (sums["adds_up"] == (sums["killed"] + sums["injured"] == sums["total"])).all()
    assert {"CIV-0024", "CIV-0331", "CIV-1154"} <= set(wrong["killed_id"])
    assert (6557, 1074, 16631) in wrong[["killed", "injured", "total"]].itertuples(index=False, name=None)


def test_round_numbers_are_no_misprints(misprints):
    """
    That 100,000 stands under two measures is no trace of a misprint; of whom the record says so is told once.
    """
    labels = misprints[misprints["kind"] == "label"]

    assert sorted(labels["figure_id"]) == ["CIV-0074"]


def test_soldiers_or_civilians_is_a_disagreement_of_population(found):
    """
    Kryvyi Rih, 4 April 2025: 85 soldiers killed, says one side; 18 civilians, says the other.
    """
    row = found[(found["figure_id"] == "CIV-1443") & (found["reading"] == "population")]
    others = found[found["disagreement"].isin(row["disagreement"]) & (found["figure_id"] != "CIV-1443")]

    assert len(row) == 1
    assert {"CIV-1440", "CIV-1505"} <= set(others["figure_id"])


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("CIV-0465", "CIV-0482", "occupied areas not covered"),
        ("CIV-0511", "CIV-0515", "Russia counts arrivals"),
    ],
)
def test_another_scope_is_named_as_the_gap(found, one: str, other: str, gap: str):
    """
    9,655 criminal cases beside 8,101 verified deaths differ in what they count, and the set says how.
    """
    together = sets_with(found, one, other)
    scoped = together[together["reading"] == "scope"]

    assert len(scoped) >= 2
    assert gap in scoped["what"].iloc[0]


@pytest.mark.parametrize(
    ("bounds", "strength"),
    [
        ([(4, 4), (5, 5)], Strength.CONTRADICTION),
        ([(485, None), (500, None)], Strength.DIFFERENCE),
        ([(485, 485), (500, None)], Strength.CONTRADICTION),
        ([(9, 11), (11, 12)], Strength.DIFFERENCE),
    ],
)
def test_strength_follows_from_the_bounds(bounds, strength):
    """
    Bounds that do not meet are a contradiction; an absent bound excludes nothing.
    """
    table = pd.DataFrame(bounds, columns=["lower", "upper"]).astype("Int64")

    assert measure_strength(table) is strength


def test_a_pair_that_is_probably_a_misprint_is_told_once():
    """
    A claimant's total that another page prints with two digits swapped is a misprint, and no second number.
    """
    printed = TOTAL | {"value": "2430", "address": "https://example.org/first"}
    swapped = printed | {"value": "2340", "address": "https://example.org/second"}

    assert disagreements(printed, swapped) == {"misprint_probable": {"t-1", "t-2"}}


def test_soldiers_lost_of_one_side_are_set_beside_civilians_killed_of_the_other():
    """
    Of a town's attack they are one dispute about people; of a region's day they may be several attacks.
    """
    civilians = TOLL | {"value": "21"}
    lost = {"measure": "losses_unspecified", "population": "military", "party": "ukraine"}
    soldiers = TOLL | lost | {"value": "90", "claimant": ENEMY}
    region = {"place": "Kherson Oblast"}

    assert disagreements(civilians, soldiers) == {"population": {"t-1", "t-2"}}
    assert disagreements(civilians | region, soldiers | region) == {}


def test_a_zero_of_who_says_that_soldiers_alone_died_disputes_who_they_were():
    """
    "No civilians, only military personnel" against seven civilians is about people, and its cause is known.
    """
    civilians = TOLL | {"value": "7"}
    denial = TOLL | {"value": "0", "claimant": ENEMY}
    note = {"note": "only military personnel killed, no civilians"}

    assert disagreements(civilians, denial | note) == {"population": {"t-1", "t-2"}}
    assert disagreements(civilians, denial) == {"rival_claimants": {"t-1", "t-2"}}


@pytest.mark.parametrize(
    ("measure", "strength"), [("losses_unspecified", "uncompared"), ("killed", "contradiction")]
)
def test_bounds_of_unlike_measures_tell_nothing(measure: str, strength: str):
    """
    Soldiers lost beside civilians killed give no verdict; soldiers killed beside civilians killed do.
    """
    civilians = TOLL | {"value": "25", "party": "ukraine"}
    soldiers = civilians | {"population": "military", "claimant": ENEMY, "value": "200", "hedge": "more_than"}
    found = find_disagreements(*tabulate(civilians, soldiers | {"measure": measure}))

    assert set(found["reading"]) == {"population"}
    assert set(found["strength"]) == {strength}
