"""Where a figure counts, whatever spelling and level of the place its source uses."""

import pytest

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.conflicts.places import Spot

WAR = conflict_of("russia_ukraine")


@pytest.mark.parametrize(
    ("place", "region", "spot"),
    [
        ("Kharkov", "", Spot(region="kharkiv region", town="kharkiv")),
        ("Kharkiv city", "Kharkiv Oblast", Spot(region="kharkiv region", town="kharkiv")),
        ("Kharkiv region", "", Spot(region="kharkiv region")),
        ("Kharkiv (hospital)", "", Spot(region="kharkiv region", town="kharkiv", site="hospital")),
        ("Horlivka (Russian-held)", "", Spot(region="donetsk region", town="horlivka")),
        ("Donetsk Oblast (Kyiv-held part)", "", Spot(region="donetsk region", site="kyiv-held part")),
        ("Kramatorsk, Donetsk oblast", "", Spot(region="donetsk region", town="kramatorsk")),
        ("Illich works, Mariupol", "", Spot(region="donetsk region", town="mariupol", site="illich works")),
        ("Belgorod city", "Belgorod Oblast (Russia)", Spot(region="belgorod region", town="belgorod")),
        ("Ukraine (12 regions)", "", Spot(whole="ukraine")),
        ("Kyiv and Kharkiv", "", Spot(town="kyiv and kharkiv")),
        ("Kharkiv and surrounding villages", "", Spot(region="kharkiv region", town="kharkiv")),
        ("the outskirts of Kharkov", "", Spot(region="kharkiv region", town="kharkiv")),
        ("near Kharkiv", "", Spot(region="kharkiv region", town="kharkiv")),
        ("Belgorod city and district", "", Spot(region="belgorod region", town="belgorod")),
        ("Nearby and Area", "", Spot(town="nearby")),
        ("Харків", "Харківська", Spot(region="kharkiv region", town="kharkiv")),
        ("м. Дніпро", "Дніпропетровська обл.", Spot(region="dnipropetrovsk region", town="dnipro")),
        ("Суми", "", Spot(region="sumy region", town="sumy")),
        ("Харьков", "Сумская", Spot(region="sumy region", town="kharkiv")),
        ("Донецька область", "", Spot(region="donetsk region")),
        ("", "", Spot()),
    ],
)
def test_a_place_is_taken_apart(place: str, region: str, spot: Spot):
    """
    Spellings, sites, regions and who holds a town are told apart.
    """
    assert WAR.find_spot(place, region) == spot


def test_a_place_named_in_another_language_is_the_one_of_the_file():
    """
    Whose people live there and what it is called are known by its name in any language of the file.
    """
    assert WAR.whose_place("Дніпро", "") == WAR.whose_place("", "Сумська") == "ukraine"
    assert WAR.whose_place("", "Бєлгородська область") == "russia"
    assert WAR.say_place("Дніпро", "en") == "Dnipro" and WAR.say_place("Дніпро", "uk") == "Дніпро"


def test_a_conflict_without_a_file_compares_by_its_own_words():
    """
    Where no spelling is declared, small letters and words for a region still meet.
    """
    unknown = conflict_of("another_war")

    assert unknown.find_spot("Stone Quay town", "North Province") == unknown.find_spot(
        "stone quay", "north region"
    )
