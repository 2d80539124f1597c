"""A report made of hostile sheets, opened in a browser: all is text, nothing runs or overflows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hostile_ledger import ATTACKS, TITLE, hostile_rows
from pypdf import PdfReader
from soak import in_soak

from casualty_ledger.ledger.storage import FORMULA
from casualty_ledger.locks import locked
from casualty_ledger.parsing.plain_text import STEERING
from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.publishing.page_script import read_script
from casualty_ledger.running.report import make_report
from casualty_ledger.schema import SHEET_COLUMNS

pytestmark = pytest.mark.browser
PAGES = ["brief.html", "civilian_casualties.html", "military_losses.html", "prisoners_of_war.html"]
HOME = Path(__file__).resolve().parents[2]
SHOWN = [*((name, 320) for name in PAGES), ("brief.html", 1280)]
WIDE = [(name, 1280) for name in PAGES]
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.fixture(scope="module")
def hostile(shared: Path) -> Path:
    """The report of a week in which every source is hostile, made by the first process that asks."""
    folder, week = shared / "hostile", parse_week("2023-W22")
    recorded, reports = folder / "data" / "raw" / "recorded", folder / "reports"
    recorded.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        if not (reports / str(week)).exists():
            hostile_rows()[list(SHEET_COLUMNS)].to_csv(recorded / "hostile.csv", index=False)
            project = Project(home=HOME, raw=recorded.parent, processed=folder / "data" / "processed")
            make_report(project, week, parse_vintage("", week), reports=reports)
    return reports / str(week)


@pytest.fixture
def opened(browser, hostile: Path):
    """Open pages and note each dialog, each request but the page's own, and what the console says."""
    pages = []

    def open_page(name: str, width: int):
        noise: list[str] = []
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.on("dialog", lambda dialog: (noise.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda message: noise.append(message.text))
        own = (hostile / name).as_uri()
        page.on("request", lambda request: noise.append(request.url) if request.url[:5] != "data:" else None)
        page.goto(own)
        page.evaluate(OPEN_ALL)
        pages.append(page)
        return page, [said for said in noise if said != own]

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize(("name", "width"), [*SHOWN, *in_soak(*(each for each in WIDE if each not in SHOWN))])
def test_nothing_runs_and_nothing_overflows(opened, name: str, width: int):
    """
    No dialog opens, no request leaves, the title stands, and the page is no wider than the screen.
    """
    page, noise = opened(name, width)
    wide, title = page.evaluate("[document.documentElement.scrollWidth, document.title]")

    assert noise == []
    assert wide <= width
    assert title != TITLE
    assert title.endswith("Casualty Ledger")


@pytest.mark.parametrize("name", PAGES)
def test_no_attack_becomes_an_element(opened, name: str):
    """
    The page runs no script but our own, has no frame, no form, no handler, and links to the web alone.
    """
    page, _ = opened(name, 1280)
    found = page.evaluate("""() => ({
        alive: document.querySelectorAll("iframe, form, svg").length,
        scripts: [...document.querySelectorAll("script:not([type='application/ld+json'])")]
            .map(e => e.textContent),
        handlers: [...document.querySelectorAll("*")]
            .filter(e => [...e.attributes].some(a => a.name.startsWith("on"))).length,
        links: [...document.links].map(a => a.protocol),
        broken: [...document.images].filter(i => !i.naturalWidth).length,
    })""")

    assert (found["alive"], found["handlers"], found["broken"]) == (0, 0, 0)
    assert found["scripts"] == ([] if name == "brief.html" else [read_script()])
    assert set(found["links"]) <= {"https:", "file:"}


def test_an_attack_is_shown_as_its_own_text(opened):
    """
    A claimant whose name is a script is printed with its angle brackets, in the page and on its card.
    """
    page, _ = opened("brief.html", 1280)

    assert page.get_by_text(ATTACKS["script"]).count() > 3
    assert page.locator(".card", has_text=ATTACKS["ending"]).count() > 0


@pytest.mark.parametrize("name", PAGES)
def test_a_card_of_hostile_text_fits_the_narrowest_screen(opened, name: str):
    """
    At 320 pixels an open card is no wider than the screen, whatever stands in it.
    """
    page, _ = opened(name, 320)
    for number in page.locator("main button.figure:visible").all()[:12]:
        number.click()
        box = page.locator(".card:popover-open").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")


def test_the_hostile_brief_is_whole(hostile: Path):
    """
    The PDF opens, prints the attacks as text, and is no longer than its rows ask for.
    """
    pages = PdfReader(hostile / "brief.pdf").pages
    text = "".join(page.extract_text() for page in pages)

    assert len(pages) <= 12
    assert "#panic(" in text
    assert "Sources of every figure" in text


def test_no_cell_of_a_table_is_a_formula(hostile: Path):
    """
    No cell of any table of the report would be run by a spreadsheet.
    """
    csv.field_size_limit(10_000_000)
    cells = [cell for path in hostile.rglob("*.csv") for row in csv.reader(path.open()) for cell in row]
    words = [cell for cell in cells if not cell.lstrip("-").replace(".", "").isdigit()]

    assert any("cmd|" in cell for cell in words)
    assert [cell for cell in words if cell and cell[0].encode() in FORMULA] == []


def test_no_steering_character_reaches_a_page(hostile: Path):
    """
    Pages hold no control character and no mark that turns the direction of text.
    """
    assert not any(STEERING.search((hostile / name).read_text(encoding="utf-8")) for name in PAGES)
