"""What a list has no room for is counted, and is on the page that it names."""

import re
from pathlib import Path

import nbformat
import pytest
from made_up_ledgers import INCIDENT, edition_with

from casualty_ledger.publishing.document import Bullets, Table
from casualty_ledger.publishing.week.brief import PAGES, compose_learned
from casualty_ledger.publishing.week.cutting import MOST_ITEMS, MOST_ROWS
from casualty_ledger.publishing.week.disputes.section import compose_disputes
from casualty_ledger.publishing.week.edition import about
from casualty_ledger.running.pages import name_page
from casualty_ledger.vocabulary import Subject

HOME = Path(__file__).resolve().parents[3]
EARLIER = INCIDENT | {"covers_from": "2023-04-01", "covers_until": "2023-04-30", "published_on": "2023-06-01"}
OF_SUBJECT = {
    Subject.CIVILIANS: {"population": "civilians"},
    Subject.MIXED: {"population": "mixed"},
    Subject.LOSSES: {"population": "military", "party": "russia"},
    Subject.CAPTIVITY: {"population": "pow", "measure": "captured", "party": "russia"},
}
PLACES = ("Izium", "Lyman", "Sumy", "Kupiansk", "Orikhiv", "Nikopol", "Beryslav", "Kherson", "Kyiv", "Odesa")
PLACES += ("Dnipro", "Lviv")
SHOWS = re.compile(r"desk\.table\(about\(edition\.published, ([^)]*)\)")


def test_each_subject_is_on_one_page():
    """
    Whatever a figure is about, one page of the report holds it.
    """
    assert sorted(subject for subjects in PAGES.values() for subject in subjects) == sorted(Subject)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_all_that_the_brief_says_it_holds(page: str):
    """
    The notebook of a page tabulates what was first published about the subjects that the brief leaves to it.
    """
    (notebook,) = (path for path in (HOME / "notebooks").glob("0*.ipynb") if name_page(path.stem) == page)
    cells = [cell.source for cell in nbformat.read(notebook, as_version=4).cells]
    (shown,) = (match[1] for cell in cells if (match := SHOWS.search(cell)))

    assert tuple(re.findall(r'"(\w+)"', shown)) == tuple(map(str, PAGES[page]))


@pytest.mark.parametrize("subject", Subject)
def test_what_is_left_out_is_counted_and_linked(subject: Subject):
    """
    Of more statements than there is room for, those left out are as many as are said to be on the page.
    """
    rows = [
        EARLIER | OF_SUBJECT[subject] | {"place": place, "admin1": "", "value": str(number)}
        for number, place in enumerate(PLACES, 21)
    ]
    edition = edition_with(*rows)
    (block,) = compose_learned(edition).blocks
    page = next(page for page, subjects in PAGES.items() if subject in subjects)

    assert isinstance(block, Bullets) and block.rest is not None
    shown = {figure for item in block.items for span in item.spans for figure in span.figure_ids}
    held = set(about(edition.published, *PAGES[page])["figure_id"])
    assert (len(block.items), block.rest.page) == (MOST_ITEMS, page)
    assert shown < held and len(held - shown) == len(rows) - MOST_ITEMS
    assert str(len(held - shown)) in [span.text for span in block.rest.said.spans]


def test_disputes_left_out_are_counted_without_being_worded():
    """
    Of more disputes than a table has rows for, the rest are as many as are said to be on the page.
    """
    sides = (
        {"value": "4"},
        {"value": "9", "claimant": "Russian Ministry of Defence", "claimant_side": "russia"},
    )
    places = [*PLACES, "Poltava", "Rivne", "Lutsk", "Uman", "Bakhmut", "Avdiivka", "Vuhledar"]
    rows = [INCIDENT | {"place": place, "admin1": ""} | side for place in places for side in sides]
    edition = edition_with(*rows)
    (table,) = compose_disputes(edition).blocks

    assert isinstance(table, Table) and table.rest is not None
    assert edition.disputes["dispute"].nunique() == len(places)
    assert len(table.rows) == MOST_ROWS
    assert str(len(places) - MOST_ROWS) in [span.text for span in table.rest.said.spans]
