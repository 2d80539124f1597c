"""The notebooks in JupyterLab, as a person opens them with `make lab`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lab import HOME, Lab, start_lab
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
NOTEBOOKS = sorted(path.name for path in (HOME / "notebooks").glob("*.ipynb"))
SHOWN = ".jp-OutputArea-output table, .jp-OutputArea-output svg, .jp-OutputArea-output img"
FAILED = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]'
FIGURE = {
    "publisher": "Example Relay",
    "published_on": "2023-06-05",
    "place": "Kharkiv",
    "covers_from": "2023-06-04",
    "covers_until": "2023-06-04",
    "address": "https://example.org/kharkiv",
}


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory) -> Iterator[Lab]:
    """Start JupyterLab once, where there is a browser to open it in."""
    with start_lab(tmp_path_factory.mktemp("lab")) as started:
        yield started


@pytest.fixture
def outside(page: Page) -> list[str]:
    """Collect the address of every request that is not to this machine."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if _is_outside(request.url) else None)
    return found


def _is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme not in ("data", "blob") and parts.hostname not in ("localhost", "127.0.0.1")


@pytest.fixture
def page(lab: Lab, browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1400, "height": 1000})
    opened.set_default_timeout(60_000)
    yield opened
    lab.end_kernels(opened)
    opened.close()


@pytest.fixture
def exploring(lab: Lab, page: Page) -> Page:
    """Open the exploring notebook and run all of it."""
    lab.open(page, "explore_ledger.ipynb")
    lab.run_all(page)
    return page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_to_its_end(lab: Lab, page: Page, outside: list[str], name: str):
    """
    Run All ends without an error, tables or charts are seen, and nobody outside this machine is asked.
    """
    lab.open(page, name)
    lab.run_all(page)

    assert page.locator(FAILED).count() == 0
    expect(page.locator(SHOWN).first).to_be_attached()
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0
    assert (outside, lab.strangers()) == ([], [])


def test_the_kernel_is_that_of_the_lab(lab: Lab, exploring: Page):
    """
    Cells run in the environment that `make lab` installed, whatever other kernels the machine has.
    """
    kernels = [each.cmdline() for each in lab.processes() if "ipykernel_launcher" in each.cmdline()]

    assert [Path(command[0]).parent for command in kernels] == [HOME / ".venv-lab" / "bin"]


def test_the_controls_change_what_is_shown(exploring: Page):
    """
    A choice changes the summary, the figures and the code; a misspelt claimant is told the nearest one.
    """
    exploring.get_by_label("measure", exact=True).first.select_option("losses")
    expect(exploring.locator(".cl-what", has_text="measure losses").first).to_be_attached()
    expect(exploring.locator("pre.cl-code")).to_contain_text('measure="losses"')
    exploring.get_by_label("filter").fill("Mediazona")
    expect(exploring.locator(".cl-what", has_text="hold “Mediazona”")).to_contain_text("2 of")
    claimant = exploring.get_by_label("claimant", exact=True).first
    claimant.fill("Generel Staff of Ukraine")
    claimant.press("Enter")

    expect(exploring.locator(".cl-wrong").first).to_contain_text("did you mean 'General Staff of Ukraine'")


def test_a_figure_is_recorded_with_the_form(lab: Lab, exploring: Page):
    """
    The form tells of a wrong cell, records when all are right, and the next cell warns that the ledger is old.
    """
    sheet = lab.folder / "data" / "raw" / "recorded" / "civilian.csv"
    before = sheet.read_bytes()
    fill_form(exploring, value="three")
    expect(exploring.locator(".cl-wrong", has_text="is not a count")).to_be_attached()
    exploring.get_by_label("value", exact=True).fill("3")
    exploring.get_by_role("button", name="Record figure").click()
    expect(exploring.locator(".cl-right", has_text="Recorded as CIV-1725")).to_be_attached()
    added = sheet.read_bytes().removeprefix(before).decode()

    assert added.startswith("CIV-1725,2023-06-05,,russia_ukraine,Governor of Kharkiv Oblast,ukraine,Example Relay")
    assert added.count("\n") == 1
    exploring.locator(".jp-Notebook .jp-CodeCell").nth(1).click()
    exploring.keyboard.press("Shift+Enter")
    expect(exploring.locator(".jp-OutputArea-output", has_text="is newer than what is shown").first).to_be_attached()


def fill_form(page: Page, **cells: str) -> None:
    """Type a figure into the form."""
    for name, text in (FIGURE | {"claimant": "Governor of Kharkiv Oblast"} | cells).items():
        page.get_by_label(name, exact=True).last.fill(text)
    for name, word in {"claimant_side": "ukraine", "measure": "killed", "population": "civilians"}.items():
        page.get_by_label(name, exact=True).last.select_option(word)
    page.get_by_label("verification", exact=True).select_option("official_claim")
