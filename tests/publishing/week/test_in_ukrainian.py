"""A brief in Ukrainian: sentences as a native would write them, and nothing English where there are words."""

from made_up_ledgers import INCIDENT, edition_with

from casualty_ledger.publishing.chart_table import tabulate_chart
from casualty_ledger.publishing.document import sentences_of
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.charts import draw_regions
from casualty_ledger.publishing.week.civilian.incidents import where
from casualty_ledger.wording.language import spoken


def written(edition) -> str:
    """Everything that the sentences and tables of a brief say in Ukrainian."""
    with spoken("uk"):
        brief = compose_brief(edition)
        blocks = [block for section in (*brief.front.sections, *brief.sections) for block in section.blocks]
        said = [*brief.bottom_line, *(each for block in blocks for each in sentences_of(block))]
        return "\n".join([*(each.text for each in said), brief.licence])


def test_a_brief_reads_as_a_native_would_write_it(edition_of):
    """
    A claimant within a sentence begins small, as does what follows a colon; no quotation mark is doubled.
    """
    text = written(edition_of("2023-W22"))

    assert "джерело: призначений Москвою координаційний центр; не перевірено." in text
    assert "«втрат» російських військ від 24 лютого 2022 станом на 4 червня — близько 209" in text
    assert "у джерелі — «ліквідовано», а не «вбито»" in text
    assert "Змінилося: жодного числа минулотижневого огляду" in text
    assert "Втрати бійців транскордонних загонів, за словами іншої сторони" in text
    assert "Текст і графіки: CC BY 4.0." in text
    assert "««" not in text and "»»" not in text


def test_the_table_behind_a_chart_names_its_claimants_in_the_language():
    """
    A reader of the table meets the same names as above it; the chart's data keep the registered ones.
    """
    edition = edition_with(INCIDENT | {"claimant": "Mayor of Kyiv (Klitschko)"})
    with spoken("uk"):
        chart = draw_regions(edition)
        cells = {cell.text for row in tabulate_chart(chart).rows for cell in row}

    assert "міський голова Києва (Кличко)" in cells
    assert "Mayor of Kyiv (Klitschko)" in set(chart.table["claimant"])


def test_a_country_beside_a_place_and_a_tile_are_named_in_the_language():
    """
    The country of an incident stands beside its place; the letters of a tile are those of its region's name.
    """
    there = {"place": "Shebekino", "admin1": "Belgorod Oblast (Russia)", "party": "russia"}
    edition = edition_with(INCIDENT | there)
    with spoken("uk"):
        (incident,) = edition.facts.incidents
        said = where(incident, edition.facts.monday).text
        tiles = draw_regions(edition).table.set_index("short")["region"]

    assert said == "Шебекіно, Росія, 30 травня"
    assert tiles["ХРС"] == "Херсонська область"
