"""The pages of the site, opened in a browser with the network watched, with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from reports_made_up import make_record, put_report
from soak import in_soak

from casualty_ledger.publishing.site import write_site

pytestmark = pytest.mark.browser
PAGES = ["index.html", "errata.html"]
LONG = "W" * 10_000
HOSTILE = f'<img src="https://example.org/x.png" onerror="alert(1)"><script>alert(1)</script> 💥 {LONG}'
TOLD = {"printed": "63 killed", "now": "at least 89", "by": "The ministry", "why": HOSTILE}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of four reports, one of them superseded and all of them hostile."""
    reports = tmp_path_factory.mktemp("reports")
    links = ("brief.pdf", "civilian_casualties.html")
    put_report(reports, make_record("2023-W21", bottom_line=["1,234 at Київ.", HOSTILE]), *links)
    put_report(reports, make_record("2023-W22", {"what": HOSTILE}), *links)
    later = {"figures": ["t-2"], "said": "25", "claimant": HOSTILE}
    put_report(reports, make_record("2023-W22@latest", later, bottom_line=["25 at Pidhorodne."]), *links)
    put_report(reports, make_record("2024-W01", changed=[TOLD], corrected=[TOLD]), *links)
    write_site(reports)
    return reports


@pytest.fixture(params=PAGES)
def page_and_noise(request, browser, site: Path):
    """Open a page at 320 pixels; note every request but its own file, and what its console says."""
    noise: list[str] = []
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.on("request", lambda request: noise.append(request.url))
    page.on("console", lambda message: noise.append(message.text))
    page.on("dialog", lambda dialog: noise.append(dialog.message))
    page.goto((site / request.param).as_uri())
    yield page, [said for said in noise if said != (site / request.param).as_uri()]
    page.close()


def test_a_page_asks_nothing_and_fits_a_narrow_screen(page_and_noise):
    """
    Hostile text makes no request, no dialog and no complaint, and does not widen the page.
    """
    page, noise = page_and_noise

    assert noise == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), (1280, "light"), *in_soak((320, "light"), (1280, "dark"))]
)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_breaks_no_rule_of_wcag(browser, site: Path, name: str, width: int, scheme: str):
    """
    axe-core finds no violation of WCAG 2.2 AA, in light and in dark, narrow and wide.
    """
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto((site / name).as_uri())
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=rules).response["violations"]
    headings = page.locator("h1").count()
    page.close()

    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []
    assert headings == 1


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("pidhorodne", ["2023-W22@latest"]),
        ("1234 київ", ["2023-W21"]),
        ("1,234", ["2023-W21"]),
        ("2024-w01", ["2024-W01"]),
        ("superseded 2023-W22", ["2023-W22"]),
        ("nowhere", []),
        ("", ["2024-W01", "2023-W22@latest", "2023-W22", "2023-W21"]),
    ],
)
def test_the_search_shows_the_briefs_that_hold_every_word(browser, site: Path, query: str, names):
    """
    Words are found whatever their case and the thousands' comma, in any script; a count says how many.
    """
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_label("Search in what the briefs say").fill(query)
    shown = page.locator(".report:visible").evaluate_all("found => found.map(each => each.id)")
    said = page.get_by_role("status").inner_text()
    page.close()

    assert shown == names
    assert said == (f"{len(names)} of 4 briefs hold these words." if query else "")


def test_a_link_to_a_report_that_the_search_hides_shows_it(browser, site: Path):
    """
    "Superseded by 2023-W22@latest" leads there, although the search had hidden it.
    """
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_label("Search in what the briefs say").fill("superseded")
    hidden = not page.locator("[id='2023-W22@latest']").is_visible()
    page.get_by_role("link", name="2023-W22@latest", exact=True).click()
    page.locator("[id='2023-W22@latest']").wait_for(state="visible", timeout=5000)
    page.close()

    assert hidden


def test_without_scripts_every_report_is_there(browser, site: Path):
    """
    Without JavaScript all four reports are listed, and the search, which could do nothing, is not.
    """
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "index.html").as_uri())
    counts = page.locator(".report:visible").count(), page.get_by_role("search").count()
    page.close()

    assert counts == (4, 0)


def test_a_narrow_screen_keeps_the_table_a_table(browser, site: Path):
    """
    Where rows are stacked, a reader of the screen still hears a table with rows and headers.
    """
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((site / "errata.html").as_uri())
    table = page.get_by_role("table").first
    heads = table.get_by_role("columnheader").all_inner_texts()
    page.close()

    assert heads == ["Printed then", "Told now", "Changed by", "Why"]
