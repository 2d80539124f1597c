"""A made-up war with three sides, names in two scripts and no monitor: data alone, no line of code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from paths import HOME

from casualty_ledger.charts.frame import Chart
from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.parsing.weeks import LATEST, parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.publishing.document import Brief, Table, sentences_of
from casualty_ledger.publishing.pdf import set_brief
from casualty_ledger.publishing.printable import find_unset
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.week import charts
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.edition import Edition

FIXTURE = HOME / "tests" / "fixtures" / "river_war"
WEEK = parse_week("2023-W22")


@pytest.fixture(scope="module")
def river_war(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The week of the made-up war, in a folder of its own."""
    folder = tmp_path_factory.mktemp("river") / "data"
    shutil.copytree(FIXTURE, folder)
    project = Project(home=HOME, raw=folder / "raw", processed=folder / "processed")
    ledger = open_ledger(project, LATEST).of_conflict("river_war").as_of(parse_vintage("", WEEK))
    yield Edition(WEEK, ledger)
    learn_conflicts(Project(home=HOME, raw=HOME / "data" / "raw", processed=folder / "processed"))


@pytest.fixture(scope="module")
def brief(river_war: Edition) -> Brief:
    return compose_brief(river_war)


def text_of(brief: Brief) -> str:
    blocks = [block for section in (*brief.front.sections, *brief.sections) for block in section.blocks]
    sentences = [sentence.text for block in blocks for sentence in sentences_of(block)]
    captions = [block.caption for block in blocks if isinstance(block, Table)]
    return "\n".join([brief.period, *(each.text for each in brief.bottom_line), *sentences, *captions])


def test_every_row_is_kept(river_war: Edition):
    """
    Parties and sides of the file are read as they are; none is refused, none becomes another war's.
    """
    figures = river_war.ledger.appearances

    assert len(figures) == len((FIXTURE / "raw" / "recorded" / "river.csv").read_text().splitlines()) - 1
    assert {*figures["party"]} == {"upland", "delta", "coast", "ferrymen", "unstated"}
    assert {*figures["conflict"]} == {"river_war"}


@pytest.mark.parametrize(
    "said",
    [
        "River war: week 2023-W22",
        "put Deltan “losses” since 1 March 2023 at about 4,750 on 4 June",
        "its word is “eliminated”, not killed",
        "قيادة جيش الدلتا gave Uplander soldiers killed since 1 March 2023 as at least 960",
        "killed 120",
        "Ferrymen fighters",
        "to Upland on 3 June",
        "to the Coast on 3 June",
        "الميناء",
        "17 prisoners of war captured",
    ],
)
def test_the_brief_speaks_in_the_words_of_the_file(brief: Brief, said: str):
    """
    Sides, peoples, directions and own words come from the conflict's file, in whatever script.
    """
    assert said in text_of(brief)


def test_no_word_of_another_war_is_in_it(brief: Brief):
    """
    Nothing of the project's default conflict is said of this one.
    """
    assert not [word for word in ("Ukrain", "Russia", "OHCHR", "2022") if word in text_of(brief)]


def test_whose_soldiers_is_not_guessed(river_war: Edition, brief: Brief):
    """
    Soldiers killed at a place of Upland are of an unstated party; civilians killed there are Uplanders.
    """
    figures = river_war.figures.set_index("figure_id")

    assert figures.loc[figures["place"] == "Northgate"].groupby("population")["party"].unique().map(
        list
    ).to_dict() == {
        "armed_forces": ["unstated"],
        "civilian": ["upland"],
    }
    assert "Side not stated: losses, as a side of the conflict puts them" in text_of(brief)


@pytest.mark.parametrize(
    "name", ["draw_losses", "draw_captivity", "draw_recent_exchanges", "draw_harm", "draw_toll"]
)
def test_charts_have_room_for_three_sides(river_war: Edition, name: str):
    """
    Panels, colours and directions follow the sides of the file.
    """
    chart = getattr(charts, name)(river_war)

    assert isinstance(chart, Chart)
    assert "<svg" in chart.svg
    rows = {"draw_losses": 12, "draw_captivity": 6, "draw_recent_exchanges": 3}
    assert len(chart.figure.axes) == rows.get(name, len(chart.figure.axes))


def test_every_name_is_set_in_its_own_letters(river_war: Edition, brief: Brief):
    """
    Arabic and Cyrillic names stand in the PDF as they are; no letter is missing and nobody is nameless.
    """
    pytest.importorskip("pypdf")
    import io

    from pypdf import PdfReader

    assert find_unset([text_of(brief)]) == ""
    pdf = set_brief(brief, References.of(river_war.figures, brief.cited()), dated=WEEK.brief_day)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)

    assert "побережья" in text
    assert "الميناء" in text
    assert "?" not in text


def test_adding_it_needed_no_code():
    """
    The war is two YAML files and a sheet.
    """
    assert {path.suffix for path in Path(FIXTURE).rglob("*") if path.is_file()} == {".yml", ".csv"}


def test_a_conflict_without_a_file_is_told_in_neutral_words(made_up):
    """
    People of whom nobody says whose they are stay people; a party without words stands as it was recorded.
    """
    total = {
        "conflict": "another_war",
        "claimant": "Ministry of Public Health",
        "claimant_side": "",
        "population": "civilians_and_military",
        "measure": "killed",
        "place": "Land",
        "covers_from": "2023-05-01",
        "value": "433",
        "hedge": "exact",
    }
    soldiers = {"population": "military", "measure": "killed", "basis": "period", "covers_from": "2023-06-04"}
    recorded = total | soldiers | {"value": "12", "party": "hill_army", "place": "Land"}
    project = made_up(
        total | {"party": ""}, total | {"measure": "wounded", "party": "", "value": "900"}, recorded
    )
    ledger = open_ledger(project, LATEST).of_conflict("another_war").as_of(parse_vintage("", WEEK))
    said = text_of(compose_brief(Edition(WEEK, ledger)))

    assert said.startswith("another war: week 2023-W22")
    assert "The Ministry of Public Health counted 433 people killed in Land since 1 May 2023" in said
    assert said.index("433 people killed") < said.index("900 people injured")
    assert "Hill army losses, as third parties put them" in said
    assert not [word for word in ("Ukrain", "Russia", "OHCHR") if word in said]
