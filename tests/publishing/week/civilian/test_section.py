"""The section on civilian harm: what its tables hold, and in which order."""

import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with, said_in

from casualty_ledger.publishing.document import Picture
from casualty_ledger.publishing.week.civilian.charts import draw_regions
from casualty_ledger.publishing.week.civilian.section import compose_civilian, tabulate_totals
from casualty_ledger.series.weeks import last_day_counted

PART = {"place": "Kherson", "admin1": "Kherson Oblast"}
OPEN = {"covers_until": "", "published_on": "2023-06-01"}


def totals_told(*rows: dict[str, str]) -> list[tuple[str, str]]:
    """Return what the table of these totals counts, and who says which number, row by row."""
    totals = edition_with(*rows).in_week.assign(counted_until=last_day_counted)
    return [(thing.text, who.text) for thing, who, _ in tabulate_totals(totals).rows]


def test_the_whole_country_stands_before_its_parts_and_the_killed_before_the_injured():
    """
    Whatever their order in the sheet: killed, injured and both of the country, then a region's own.
    """
    told = totals_told(
        VERIFIED | PART | {"measure": "injured", "value": "5"},
        VERIFIED | {"measure": "casualties", "value": "24425"},
        VERIFIED | {"measure": "injured", "value": "15442"},
        VERIFIED | PART | {"value": "3"},
        VERIFIED,
    )

    assert [thing for thing, _ in told] == [
        "Civilians killed",
        "Civilians injured",
        "Civilians killed or injured",
        "Civilians killed, Kherson",
        "Civilians injured, Kherson",
    ]


@pytest.mark.parametrize(("regions", "is_drawn"), [(2, False), (3, True)])
def test_a_map_of_fewer_than_three_regions_is_told_in_rows(regions: int, is_drawn: bool):
    """
    A map with a number or two says what rows say, and every other region would look untouched.
    """
    places = [("Kherson", "Kherson Oblast"), ("Odesa", "Odesa Oblast"), ("Kharkiv", "Kharkiv Oblast")]
    rows = [INCIDENT | {"place": place, "admin1": region} for place, region in places[:regions]]
    section = compose_civilian(edition_with(*rows))

    assert any(isinstance(block, Picture) for block in section.blocks) is is_drawn


def test_two_totals_of_one_body_follow_each_other_by_their_days():
    """
    A body's earlier total stands right before its later one, beside others' of the same days.
    """
    other = VERIFIED | {"claimant": "Office of the Prosecutor General of Ukraine", "value": "9000"}
    children = VERIFIED | {"population": "children", "value": "480"}
    earlier = VERIFIED | OPEN | {"value": "8900"}

    assert totals_told(children, other, VERIFIED, earlier) == [
        ("Civilians killed", "OHCHR HRMMU: at least 8,900"),
        (
            "Civilians killed",
            "OHCHR HRMMU: at least 8,983; Office of the Prosecutor General of Ukraine: 9,000",
        ),
        ("Children killed", "OHCHR HRMMU: at least 480"),
    ]


def test_a_total_that_ends_in_the_week_is_of_it_wherever_the_brief_speaks_of_it():
    """
    Published two days after the week, it stands in hindsight in the table: no line calls it missing.
    """
    late = VERIFIED | {"published_on": "2023-06-06"}
    told = said_in(edition_with(late, as_of="latest"))

    assert "Civilians killed | OHCHR HRMMU: at least 8,983 | 24 February 2022 to 4 June 2023" in told
    assert "no new" not in told
    assert "at least 8,983 civilians killed since 24 February 2022" in told


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([{"value": "16"}, {"place": "Kherson city and oblast", "value": "23"}], "23"),
        ([{"value": "2"}, {"value": "20", "admin1": "", "claimant": "Mayor of Kherson"}], "20"),
    ],
    ids=["a city and its region", "a source that names no region"],
)
def test_the_map_has_the_deadliest_report_of_a_region(told: list[dict[str, str]], found: str):
    """
    A toll of "a city and its region", or one of a source that leaves the region out, is on the map.
    """
    chart = draw_regions(edition_with(*(INCIDENT | each for each in told)))
    table = chart.table

    assert found in set(table.loc[table["region"] == "Kherson Oblast", "words"])
