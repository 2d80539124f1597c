"""The small map: one tile a region, with the deadliest report of it, and pale where nothing is recorded."""

import pandas as pd
from made_up_charts import draw
from made_up_ledgers import INCIDENT, edition_with

from casualty_ledger.charts.frame import NoChart
from casualty_ledger.charts.tile_map import LEAST_ACROSS, TILE_MAP, key_of
from casualty_ledger.publishing.week.charts import draw_regions
from casualty_ledger.wording.language import spoken

ELSEWHERE = {"place": "Sumy", "admin1": "Sumy Oblast", "claimant": "Mayor of Sumy"}


def tile(short: str, across: int, value: object = pd.NA, words: str = "") -> dict[str, object]:
    said = {"value": value, "lower": value, "upper": value, "words": words, "figure_id": words and "t-1"}
    return {"region": f"{short} Oblast", "short": short, "across": across, "down": 0, "claimant": ""} | said


def test_a_tile_shows_the_highest_number_of_the_deadliest_incident():
    """
    Of 4 and 6 killed in one attack and 2 in another, Kherson's tile shows 6; Sumy's shows its own 3.
    """
    rival = INCIDENT | {"value": "6", "claimant": "Mayor of Kherson"}
    other = INCIDENT | {"value": "2", "covers_from": "2023-06-01", "covers_until": "2023-06-01"}
    chart = draw_regions(edition_with(INCIDENT, rival, other, INCIDENT | ELSEWHERE | {"value": "3"}))
    shown = chart.table[chart.table["words"] != ""].set_index("region")

    assert shown["words"].to_dict() == {"Sumy Oblast": "3", "Kherson Oblast": "6"}
    assert shown["claimant"].to_dict() == {
        "Sumy Oblast": "Mayor of Sumy",
        "Kherson Oblast": "Mayor of Kherson",
    }
    assert chart.caption.headline.startswith("Deadliest report on the map: Kherson Oblast, 6 killed")


def test_a_row_without_its_region_is_on_the_tile_of_its_incident():
    """
    Six by a source that names no region, four by one that does: Kherson's tile shows the six.
    """
    rival = INCIDENT | {"value": "6", "claimant": "Mayor of Kherson", "admin1": "", "place": "Kakhovka"}
    chart = draw_regions(edition_with(INCIDENT | {"place": "Kakhovka"}, rival))
    shown = chart.table[chart.table["words"] != ""].set_index("region")

    assert shown["words"].to_dict() == {"Kherson Oblast": "6"}


def test_a_region_of_which_nothing_is_recorded_has_no_number():
    """
    Missing is never 0: such a tile bears its name alone, and no figure.
    """
    table = draw_regions(edition_with(INCIDENT)).table
    pale = table[table["region"] != "Kherson Oblast"]

    assert len(pale) > 20
    assert set(pale["words"]) == set(pale["figure_id"]) == {""}
    assert pale[["value", "lower", "upper"]].isna().all(axis=None)


def test_where_nobody_was_killed_in_a_region_there_is_no_map():
    """
    Injured people alone, and deaths of prisoners, draw no map of where people were killed.
    """
    injured = INCIDENT | {"measure": "injured"}
    held = INCIDENT | {"population": "pow", "measure": "died_in_captivity", "party": "ukraine"}

    assert isinstance(draw_regions(edition_with(injured, held)), NoChart)


def test_a_narrow_map_is_not_drawn_out():
    """
    Two tiles keep the width that they have on a map of twelve; the hedge stands above its number.
    """
    [ax] = draw(TILE_MAP, [tile("NOR", 0), tile("SOU", 1, 5, "at least 5")]).figure.axes

    assert ax.get_xlim() == (0, LEAST_ACROSS)
    assert {text.get_text() for text in ax.texts[:-1]} == {"NOR", "SOU\nat least\n5"}


def test_the_key_names_the_regions_whose_tiles_have_a_number():
    """
    The letters on a tile with a number are spelled out under the map; those of pale tiles are not.
    """
    key = key_of(pd.DataFrame([tile("NOR", 0), tile("SOU", 1, 5, "5"), tile("EAS", 2, 1, "1")]))

    assert key.endswith("SOU SOU Oblast, EAS EAS Oblast.")
    assert "shades of two maps do not compare" in key


def test_a_region_is_named_in_the_language_of_the_brief():
    """
    In Ukrainian the tile's letters and its region are named as the conflict's file has them.
    """
    with spoken("uk"):
        chart = draw_regions(edition_with(INCIDENT))

    shown = chart.table[chart.table["words"] != ""]
    assert shown[["short", "region"]].to_numpy().tolist() == [["ХРС", "Херсонська область"]]
