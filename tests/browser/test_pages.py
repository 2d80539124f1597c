"""The pages of a report, opened in a browser with the network watched."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.running.report import make_report

pytestmark = pytest.mark.browser
PAGES = ["brief.html", "civilian_casualties.html", "military_losses.html", "prisoners_of_war.html"]


@pytest.fixture(scope="module")
def report(project, tmp_path_factory) -> Path:
    week = parse_week("2023-W22")
    return make_report(project, week, parse_vintage("", week), reports=tmp_path_factory.mktemp("reports"))


@pytest.fixture(params=PAGES)
def page_and_noise(request, browser, report: Path):
    """Open a page; note every request but its own file, and everything that its console says."""
    noise: list[str] = []
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.on("request", lambda request: noise.append(request.url))
    page.on("console", lambda message: noise.append(message.text))
    address = (report / request.param).as_uri()
    page.goto(address)
    yield page, [said for said in noise if said != address and not said.startswith("data:image/svg")]
    page.close()


def test_a_page_asks_nothing_of_anybody(page_and_noise):
    """
    Opening a page makes no request and draws no complaint of the browser.
    """
    _, noise = page_and_noise

    assert noise == []


def test_a_page_fits_a_narrow_screen(page_and_noise):
    """
    At 320 pixels the page does not scroll sideways: wide tables scroll in their own box.
    """
    page, _ = page_and_noise

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_picture_is_drawn(page_and_noise):
    """
    Each chart is drawn, with its alt text.
    """
    page, _ = page_and_noise
    widths = page.eval_on_selector_all("img", "images => images.map(image => image.naturalWidth)")

    assert widths
    assert min(widths) > 0


def test_a_number_leads_to_its_source(browser, report: Path):
    """
    A click on the 22 of the bottom line shows the entry of its figure.
    """
    page = browser.new_page()
    page.goto((report / "brief.html").as_uri())
    page.locator(".bottom-line a.figure", has_text="22").first.click()

    assert page.url.endswith("#figure-CIV-0813")
    assert "22 civilians injured" in page.locator("#figure-CIV-0813").inner_text()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_breaks_no_rule_of_wcag(browser, report: Path, name: str, scheme: str):
    """
    axe-core finds no violation of WCAG 2.2 AA on any page, in light and in dark.
    """
    page = browser.new_page(color_scheme=scheme)
    page.goto((report / name).as_uri())
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=rules).response["violations"]
    page.close()

    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []
