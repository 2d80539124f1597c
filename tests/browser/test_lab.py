"""The notebooks in JupyterLab, as a person opens them with `make lab`."""

from __future__ import annotations

import csv
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from lab import HOME, UNREADABLE, Lab, start_lab, tracked_changes
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)
NOTEBOOKS = sorted(path.name for path in (HOME / "notebooks").glob("*.ipynb"))
SHOWN = ".jp-OutputArea-output table, .jp-OutputArea-output svg, .jp-OutputArea-output img"
KEY, FIELD = 20, 100
CHOSEN = {
    "claimant_side": "ukraine",
    "measure": "killed",
    "population": "civilians",
    "verification": "official_claim",
}
# A paste as the browser tells of it: a headless one has no clipboard of its own.
TYPE_AND_PRESS = """(field, text) => {
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  const buttons = [...field.closest(".cl-form").querySelectorAll("button")];
  buttons.find((each) => each.textContent === "Record figure").click();
}"""
PASTE = """(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
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
    before = tracked_changes()
    with start_lab(tmp_path_factory.mktemp("lab")) as started:
        yield started
    assert tracked_changes() == before, "what was done in the lab changed files that git tracks"


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


def test_the_lab_starts_where_a_sheet_cannot_be_read(lab: Lab, exploring: Page):
    """
    One sheet is no table at all: the lab is there, and the form offers every sheet that can be read.
    """
    assert (lab.folder / "data" / "raw" / "recorded" / UNREADABLE).exists()
    expect(form_of(exploring).locator("select").first).to_contain_text("civilian.csv")


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


def test_a_table_is_sorted_and_filtered_in_the_browser(exploring: Page, outside: list[str]):
    """
    A press on a heading sorts the rows, the field above keeps those that hold a text; no kernel is asked.
    """
    choose(exploring, "measure", "any")
    shown = exploring.locator(
        ".cl-show", has=exploring.locator("table.figures caption", has_text="Figures")
    ).last
    shown.get_by_role("button", name="Published", exact=True).click()
    days = shown.locator("tbody tr:not([hidden]) td[data-sort]")
    expect(shown.locator("th[aria-sort=ascending]")).to_have_text("Published")
    sorted_by = shown.locator("tbody tr").evaluate_all("rows => rows.map(row => row.cells[4].dataset.sort)")
    shown.get_by_label(re.compile("^Filter the rows")).fill("Mediazona")

    assert sorted_by == sorted(sorted_by) and days.count() > 0
    expect(shown.locator("output")).to_have_text(re.compile("^[0-9]+ of [0-9]+ shown$"))
    assert all("Mediazona" in row for row in shown.locator("tbody tr:not([hidden])").all_inner_texts())
    assert outside == []


def test_what_is_typed_fast_is_recorded_whole(lab: Lab, exploring: Page):
    """
    Three figures typed at 20 ms a key, each button pressed at once: every cell of every row is in the sheet.
    """
    assert record_fast(lab, exploring, 3) == []


@pytest.mark.soak
def test_fifteen_figures_typed_fast_are_recorded_whole(lab: Lab, exploring: Page):
    """
    As an editor types on a Monday: fifteen figures one after the other, and nothing is lost.
    """
    assert record_fast(lab, exploring, 15) == []


def test_a_refusal_leaves_what_was_typed_and_the_button_waits(lab: Lab, exploring: Page):
    """
    A wrong figure that is pressed at once comes back whole; then the button is dead, and says which cell.
    """
    before = sheet_of(lab).read_bytes()
    type_figure(exploring, place="Kharkiv", value="3")
    # Within one turn of the page, so that no judgement comes between the key and the press.
    exploring.get_by_label("value", exact=True).evaluate(TYPE_AND_PRESS, "three")
    expect(form_of(exploring).locator("li.cl-wrong")).to_contain_text("value: ")
    expect(exploring.get_by_label("value", exact=True)).to_have_value("three")
    expect(form_of(exploring).get_by_text("not right yet: value.")).to_be_attached()

    expect(exploring.get_by_role("button", name="Record figure")).to_be_disabled()
    assert sheet_of(lab).read_bytes() == before
    exploring.get_by_label("value", exact=True).fill("")


def test_the_same_again_changes_what_differs_and_is_undone(lab: Lab, exploring: Page):
    """
    The row before comes back without its number; the row that is added is taken out again by one press.
    """
    type_figure(exploring, place="Izium", value="7")
    press(exploring)
    expect(form_of(exploring).locator("li.cl-right", has_text=": 7 killed")).to_be_attached()
    before = sheet_of(lab).read_bytes()
    exploring.get_by_role("button", name="Same again").click()
    expect(exploring.get_by_label("place", exact=True).last).to_have_value("Izium")
    exploring.get_by_label("measure", exact=True).last.select_option("injured")
    exploring.get_by_label("value", exact=True).press_sequentially("9", delay=KEY)
    press(exploring)
    expect(form_of(exploring).locator("li.cl-right", has_text=": 9 injured")).to_be_attached()
    added = sheet_of(lab).read_bytes().removeprefix(before).decode()
    exploring.get_by_role("button", name="Undo the last row").click()
    expect(form_of(exploring).locator("li", has_text="Undone: ")).to_be_attached()

    assert added.count("\n") == 1 and "Izium" in added
    assert sheet_of(lab).read_bytes() == before


@pytest.mark.soak
def test_a_block_of_a_spreadsheet_is_pasted(lab: Lab, exploring: Page):
    """
    Rows copied from a spreadsheet are told one by one, and join by one press.
    """
    before = sheet_of(lab).read_bytes()
    type_figure(exploring, place="Kupiansk", value="")
    exploring.get_by_label("value", exact=True).evaluate(PASTE, "value\tmeasure\n4\tkilled\n6\tinjured")
    exploring.get_by_role("button", name="Record these 2 rows").click()
    expect(form_of(exploring).locator("li", has_text="Recorded 2 rows")).to_be_attached()
    added = sheet_of(lab).read_bytes().removeprefix(before).decode()

    assert added.count("\n") == added.count("Kupiansk") == 2


@pytest.mark.soak
def test_the_form_is_live_after_the_page_is_loaded_again(lab: Lab, exploring: Page):
    """
    What was typed is there, and what is typed then is judged and recorded, without a cell run again.
    The panel says which cells to run, since JupyterLab no longer knows where its sections stand.
    """
    type_figure(exploring, place="Chuhuiv", value="5")
    lab.outputs(exploring, "explore_ledger.ipynb")
    exploring.reload()
    exploring.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
    value = exploring.get_by_label("value", exact=True)
    value.scroll_into_view_if_needed()
    expect(value).to_have_value("5")
    value.press_sequentially("5", delay=KEY)
    press(exploring)

    expect(form_of(exploring).locator("li.cl-right", has_text=": 55 killed")).to_be_attached()
    expect(exploring.get_by_text("Run Selected Cell and All Below").first).to_be_attached()


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
    option = listed.locator("option", has_text=re.compile(rf"^{word}(\s\(|$)"))
    listed.select_option(value=option.get_attribute("value"))


def sheet_of(lab: Lab) -> Path:
    """Return the sheet that the form writes to."""
    return lab.folder / "data" / "raw" / "recorded" / "civilian.csv"


def form_of(page: Page) -> Locator:
    """Return the recording form."""
    return page.locator(".cl-form")


def press(page: Page) -> None:
    """Press the button as a hand does, which does not wait until the form has been judged."""
    page.get_by_role("button", name="Record figure").click(force=True, no_wait_after=True)


def type_figure(page: Page, **cells: str) -> None:
    """Type a figure at 20 ms a key, and go on to the next field after a tenth of a second."""
    for name, text in (FIGURE | {"claimant": "Governor of Kharkiv Oblast"} | cells).items():
        field = page.get_by_label(name, exact=True).last
        field.fill("")
        field.press_sequentially(text, delay=KEY)
        page.wait_for_timeout(FIELD)
    for name, word in CHOSEN.items():
        page.get_by_label(name, exact=True).last.select_option(word)


def record_fast(lab: Lab, page: Page, count: int) -> list[str]:
    """Record figures as fast as they are typed, and return the places of those that are not as typed."""
    before, run = sheet_of(lab).read_bytes(), f"{count}-{time.monotonic_ns()}"
    places = [f"Village {run}-{number}" for number in range(count)]
    for number, place in enumerate(places):
        type_figure(page, place=place, value=str(1000 + number))
        press(page)
    expect(form_of(page).locator("li.cl-right", has_text=re.compile("1[0-9]{3} killed"))).to_have_count(
        form_of(page).locator("li", has_text=re.compile("1[0-9]{3} killed")).count()
    )
    added = csv.reader(sheet_of(lab).read_text().removeprefix(before.decode()).splitlines())
    header = next(csv.reader([before.decode().splitlines()[0]]))
    rows = {row["place"]: row for row in (dict(zip(header, cells, strict=True)) for cells in added)}
    typed = [FIGURE | CHOSEN | {"place": place, "value": str(1000 + at)} for at, place in enumerate(places)]
    return [want["place"] for want in typed if not want.items() <= rows.get(want["place"], {}).items()]
