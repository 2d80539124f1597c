"""The notebooks in JupyterLab, as a person opens them with `make lab`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from lab import HOME, Lab, start_lab
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)
NOTEBOOKS = sorted(path.name for path in (HOME / "notebooks").glob("*.ipynb"))
SHOWN = ".jp-OutputArea-output table, .jp-OutputArea-output svg, .jp-OutputArea-output img"
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


@pytest.fixture(scope="module")
def page(lab: Lab, browser) -> Iterator[Page]:
    """Open one page for all tests of this module: JupyterLab's own files are then read once."""
    opened = browser.new_page(viewport={"width": 1400, "height": 1000})
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def outside(page: Page) -> list[str]:
    """Collect the address of every request that is not to this machine."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if _is_outside(request.url) else None)
    return found


def _is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme not in ("data", "blob") and parts.hostname not in ("localhost", "127.0.0.1")


@pytest.fixture(scope="module")
def exploring(lab: Lab, page: Page, outside: list[str]) -> Page:
    """Open the exploring notebook and run all of it, once for the tests that use its controls."""
    lab.open(page, "explore_ledger.ipynb")
    lab.run_all(page)
    return page


def errors_of(lab: Lab, page: Page, notebook: str) -> list[str]:
    """Return what went wrong: errors of cells, cells without a run, and questions to the reader."""
    outputs = lab.outputs(page, notebook)
    failed = [each.ename for cell in outputs for each in cell if each.output_type == "error"]
    asked = page.locator(".jp-Dialog, .Toastify__toast").all_inner_texts()
    return [*failed, *asked, *([] if any(outputs) else ["no output"])]


@pytest.mark.soak
def test_a_notebook_that_fails_is_noticed(lab: Lab, page: Page):
    """
    A cell that raises is found among the outputs that JupyterLab saved, as one sentence without a traceback.
    """
    cells = ["import casualty_ledger as cl", "cl.open_ledger().sum()", "1 + 1"]
    wrong = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    wrong.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(wrong, lab.folder / "notebooks" / "wrong.ipynb")
    lab.open(page, "wrong.ipynb")
    lab.run_all(page)

    assert errors_of(lab, page, "wrong.ipynb") == ["ForbiddenSum"]
    expect(page.locator(".jp-OutputArea-output").first).to_contain_text(
        "ForbiddenSum: These figures must not"
    )


@pytest.mark.soak
@pytest.mark.parametrize("name", [name for name in NOTEBOOKS if name != "explore_ledger.ipynb"])
def test_a_notebook_runs_to_its_end(lab: Lab, page: Page, outside: list[str], name: str):
    """
    Run All ends without an error, tables or charts are seen, and nobody outside this machine is asked.
    """
    lab.open(page, name)
    lab.run_all(page)

    assert errors_of(lab, page, name) == []
    expect(page.locator(SHOWN).first).to_be_attached()
    assert (outside, lab.strangers()) == ([], [])


def test_the_exploring_notebook_runs_on_the_kernel_of_the_lab(lab: Lab, exploring: Page, outside: list[str]):
    """
    It ends without an error in the environment that `make lab` installed, whatever other kernels there are.
    """
    kernels = [each.cmdline() for each in lab.processes() if "ipykernel_launcher" in each.cmdline()]

    assert errors_of(lab, exploring, "explore_ledger.ipynb") == []
    expect(exploring.locator("figure img").first).to_be_attached()
    assert [Path(command[0]).parent for command in kernels] == [HOME / ".venv-lab" / "bin"]
    assert (outside, lab.strangers()) == ([], [])


def test_the_controls_change_what_is_shown(exploring: Page):
    """
    A choice changes the summary, the figures and the code; a misspelt claimant is told the nearest one.
    """
    choose(exploring, "measure", "losses")
    expect(exploring.locator(".cl-what", has_text="measure losses").first).to_be_attached()
    expect(exploring.locator("pre.cl-code")).to_contain_text('measure="losses"')
    exploring.get_by_label("filter", exact=True).fill("Mediazona")
    kept = exploring.locator(".cl-what", has_text="hold “Mediazona”")
    expect(kept).to_contain_text(re.compile("2 of [0-9]+ figures"))
    exploring.get_by_label("claimant", exact=True).first.fill("Generel Staff of Ukraine")
    exploring.keyboard.press("Enter")

    expect(exploring.locator(".cl-wrong").first).to_contain_text("did you mean 'General Staff of Ukraine'")


def test_a_figure_is_recorded_with_the_form(lab: Lab, exploring: Page):
    """
    The form tells of a wrong cell, and when all are right appends one row; the rows before it stay.
    """
    sheet = lab.folder / "data" / "raw" / "recorded" / "civilian.csv"
    before = sheet.read_bytes()
    fill_form(exploring, value="three")
    expect(exploring.locator(".cl-wrong", has_text="Write 3 in value")).to_be_attached()
    exploring.get_by_label("value", exact=True).fill("3")
    expect(exploring.locator(".cl-right", has_text="3 civilians killed; Kharkiv")).to_be_attached()
    exploring.get_by_role("button", name="Record figure").click()
    expect(exploring.locator(".cl-right", has_text="Recorded as CIV-")).to_be_attached()
    added = sheet.read_bytes().removeprefix(before).decode()

    assert re.match("CIV-[0-9]+,2023-06-05,,russia_ukraine,Governor of Kharkiv Oblast,ukraine,Example", added)
    assert added.count("\n") == 1


def test_a_cell_warns_that_the_ledger_has_changed(lab: Lab, exploring: Page):
    """
    Once a sheet has changed on disk, the next cell that is run warns that what is shown is older.
    """
    sheet = lab.folder / "data" / "raw" / "recorded" / "prisoners.csv"
    sheet.write_bytes(sheet.read_bytes() + b"\n")
    exploring.locator(".jp-Notebook .jp-CodeCell .jp-InputArea-editor").first.click()
    exploring.keyboard.press("Shift+Enter")

    warned = exploring.locator(".jp-OutputArea-output", has_text="is newer than what is shown")
    expect(warned.first).to_be_attached()


def choose(page: Page, control: str, word: str) -> None:
    """Choose a word in a list of the panel, which also says how many figures it has."""
    listed = page.get_by_label(control, exact=True).first
    option = listed.locator("option", has_text=re.compile(rf"^{word}\s\("))
    listed.select_option(value=option.get_attribute("value"))


def fill_form(page: Page, **cells: str) -> None:
    """Type a figure into the form."""
    for name, text in (FIGURE | {"claimant": "Governor of Kharkiv Oblast"} | cells).items():
        page.get_by_label(name, exact=True).last.fill(text)
    for name, word in {"claimant_side": "ukraine", "measure": "killed", "population": "civilians"}.items():
        page.get_by_label(name, exact=True).last.select_option(word)
    page.get_by_label("verification", exact=True).select_option("official_claim")
