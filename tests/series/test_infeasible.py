"""Sets of statements that cannot all hold, and the smallest of them."""

from random import Random

import pytest
from small_ledger import GOVERNOR, OUTLET, POLICE, TOLL, disagreements

from casualty_ledger.series.infeasible import Bounds, Constraint, find_infeasible, has_solution

TOWNS = ("north", "south", "east")


def test_only_what_takes_part_is_in_the_set():
    """
    Three towns of 1, 4 and 5 are more than a region's 8 by two of them alone.
    """
    bounds = {"region": Bounds(8, 8), "north": Bounds(1, 1), "south": Bounds(4, 4), "east": Bounds(5, 5)}
    [found] = find_infeasible([Constraint("places", "region", TOWNS)], bounds)

    assert found.figure_ids == ("east", "region", "south")


def test_a_contradiction_two_levels_up_is_found_without_the_level_between():
    """
    A site's 9 is more than the country's 8; the region between, of which nothing is said, takes no part.
    """
    bounds = {"site": Bounds(9, 9), "region": Bounds(0, float("inf")), "country": Bounds(0, 8)}
    chain = [Constraint("places", "region", ("site",)), Constraint("places", "country", ("region",))]
    [found] = find_infeasible(chain, bounds)

    assert found.figure_ids == ("country", "site")


@pytest.mark.parametrize("seed", range(5))
def test_every_set_is_infeasible_and_none_of_it_is_too_much(seed: int):
    """
    In made-up trees, a set has no solution, and without any one of its statements it has one.
    """
    draw = Random(seed)
    names = [f"f{n}" for n in range(12)]
    bounds = {name: Bounds(low := draw.randint(0, 9), low + draw.randint(0, 3)) for name in names}
    constraints = [
        Constraint("part", names[n], tuple(draw.sample(names[n + 1 :], min(3, 11 - n)))) for n in range(8)
    ]

    for found in find_infeasible(constraints, bounds):
        assert not has_solution(found.figure_ids, constraints, bounds)
        for name in found.figure_ids:
            assert has_solution([each for each in found.figure_ids if each != name], constraints, bounds)


PAGE = {"address": "https://example.org/page"}
REGION = TOLL | {"place": "Kherson Oblast", "admin1": "Kherson Oblast"}


def test_towns_of_a_region_are_at_most_its_count():
    """
    Five and four in two towns, told by then, are more than eight in their region; six and two are not.
    """
    towns = [TOLL | {"value": "5"}, TOLL | {"value": "4", "place": "Nova Kakhovka", "claimant": POLICE}]
    region = REGION | {"value": "8", "published_on": "2024-05-12"}

    assert disagreements(*towns, region) == {"parts": {"t-1", "t-2", "t-3"}}
    assert disagreements(*towns, region | {"value": "9"}) == {}
    assert disagreements(*towns, region | {"value": "8", "published_on": "2024-05-09"}) == {}


def test_a_count_of_regions_that_are_not_named_bounds_no_event():
    """
    More than 30 in one town are no contradiction of 24 in "Ukraine (11 oblasts)"; of 24 in Ukraine they are.
    """
    town = TOLL | {"value": "30", "hedge": "more_than"}
    whole = TOLL | {"value": "24", "admin1": "", "covers_from": "2024-05-09", "published_on": "2024-05-11"}

    assert disagreements(town, whole | {"place": "Ukraine", "claimant": POLICE}) == {"parts": {"t-1", "t-2"}}
    assert disagreements(town, whole | {"place": "Ukraine (11 oblasts)", "claimant": POLICE}) == {}


def test_an_event_is_at_most_the_count_of_a_longer_period():
    """
    At least five on one day contradict four in the week around it.
    """
    week = TOLL | {"covers_from": "2024-05-06", "covers_until": "2024-05-12", "published_on": "2024-05-13"}
    rows = [TOLL | {"value": "5", "hedge": "at_least", "claimant": POLICE}, week | {"value": "4"}]

    assert disagreements(*rows) == {"parts": {"t-1", "t-2"}}


def test_children_are_at_most_all():
    """
    Six children of five killed, on one page, cannot be.
    """
    rows = [TOLL | {"value": "5"} | PAGE, TOLL | {"value": "6", "population": "civilian_children"} | PAGE]

    assert disagreements(*rows) == {"parts": {"t-1", "t-2"}}
    assert disagreements(rows[0], rows[1] | {"value": "5"}) == {}


def test_men_women_and_children_of_one_page_are_at_most_all():
    """
    Three men, two women and one child of five killed, on one page, cannot be; of six they can.
    """
    apart = {"civilian_men": "3", "civilian_women": "2", "civilian_children": "1"}
    parts = [TOLL | {"population": people, "value": number} | PAGE for people, number in apart.items()]

    assert set(disagreements(TOLL | {"value": "5"} | PAGE, *parts)) == {"parts"}
    assert disagreements(TOLL | {"value": "6"} | PAGE, *parts) == {}


def test_civilians_are_at_most_all_people():
    """
    More than 1,400 civilians of 1,190 people, on one page, cannot be.
    """
    people = TOLL | {"population": "mixed", "party": "ukraine", "value": "1190"} | PAGE
    civilians = TOLL | {"value": "1400", "hedge": "more_than", "claimant": OUTLET} | PAGE

    assert disagreements(people, civilians) == {"parts": {"t-1", "t-2"}}
    assert disagreements(people, civilians | {"value": "1100"}) == {}


def test_prisoners_held_are_at_most_those_taken():
    """
    Who says that 900 were taken cannot hold 1,000.
    """
    pow_ = TOLL | {"population": "pow", "party": "russia", "place": "", "admin1": "", "claimant": GOVERNOR}
    taken = pow_ | {"measure": "captured", "basis": "cumulative", "covers_from": "2022-02-24", "value": "900"}
    held = pow_ | {"measure": "held", "basis": "stock", "covers_from": "", "value": "1000"}

    assert disagreements(taken, held) == {"flows": {"t-1", "t-2"}}
    assert disagreements(taken, held | {"value": "800"}) == {}
