"""The pages of a report, opened in a browser with the network watched."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from soak import in_soak

from casualty_ledger.publishing.html import TEMPLATES
from casualty_ledger.publishing.markup import mark_chart

pytestmark = pytest.mark.browser
PAGES = ["brief.html", "civilian_casualties.html", "military_losses.html", "prisoners_of_war.html"]


@pytest.fixture(params=PAGES, scope="module")
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


@pytest.mark.parametrize(("width", "fits"), [(500, True), (320, False)])
def test_a_chart_shrinks_and_then_scrolls_in_its_own_box(browser, width: int, fits: bool):
    """
    At 500 pixels a chart is whole; on a narrower screen its box scrolls, and the page does not.
    """
    page = browser.new_page(viewport={"width": width, "height": 600})
    style = (TEMPLATES / "page" / "page.css").read_text(encoding="utf-8")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="700" height="300"></svg>'
    page.set_content(f"<style>{style}</style><main>{mark_chart(svg, 'A chart', '', '')}</main>")
    box = page.evaluate("(box => [box.scrollWidth, box.clientWidth])(document.querySelector('.picture'))")
    whole = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert whole <= width
    assert (box[0] <= box[1]) == fits


def test_every_picture_is_drawn(page_and_noise):
    """
    Each chart is drawn, with its alt text.
    """
    page, _ = page_and_noise
    widths = page.eval_on_selector_all("img", "images => images.map(image => image.naturalWidth)")

    assert widths
    assert min(widths) > 0


def open_page(browser, report: Path, name: str, **facts):
    page = browser.new_page(**facts)
    page.goto((report / name).as_uri())
    return page


def test_a_number_opens_its_card(browser, report: Path):
    """
    A click on the 22 of Pidhorodne shows who said it, where it stands, and a sentence to copy.
    """
    page = open_page(browser, report, "civilian_casualties.html")
    page.locator("button.figure[popovertarget=card-CIV-0813]:visible").first.click()
    card = page.locator(".card:popover-open")
    told = card.inner_text()
    page.close()

    assert "Dnipropetrovsk Oblast Military Administration (Lysak) said that 22 civilians were injured" in told
    assert "civilian.csv, CIV-0813" in told
    assert "Ukrainska Pravda" in told


def test_a_card_works_from_the_keyboard_without_javascript(browser, report: Path):
    """
    Without script Tab reaches a number of one figure, Enter opens its card, Tab its link, Escape closes it.
    """
    page = open_page(browser, report, "brief.html", java_script_enabled=False)
    while not page.locator("button.figure[popovertarget^='card-']:focus").count():
        page.keyboard.press("Tab")
        assert page.locator(":focus").count()
    page.keyboard.press("Enter")
    card = page.locator(".card:popover-open")
    assert "civilians killed" in card.inner_text()

    page.keyboard.press("Tab")
    assert page.locator(".card:popover-open a:focus").inner_text() == "Open the source"
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert page.locator("button.figure:focus").count() == 1
    page.close()


def test_a_derived_number_leads_on_to_its_totals(browser, report: Path):
    """
    From the week's 3,340 a reader comes to how it was derived, and from there to the total of 4 June.
    """
    page = open_page(browser, report, "brief.html")
    page.locator("button.figure:visible", has_text="3,340").first.click()
    assert "the total less that of a week before" in page.locator(".card:popover-open").inner_text()
    page.locator(".card:popover-open button.figure", has_text="209,940").click()
    told = page.locator("#card-ml-0215:popover-open").inner_text()
    page.close()

    assert "about 209,940 Russian personnel were “eliminated” since 24 February 2022" in told


@pytest.mark.parametrize("name", PAGES)
def test_every_card_fits_the_narrowest_screen(browser, report: Path, name: str):
    """
    At 320 pixels no card is wider than the screen or taller than it.
    """
    page = open_page(browser, report, name, viewport={"width": 320, "height": 700})
    boxes = page.evaluate("""() => [...document.querySelectorAll(".card")].map(card => {
        card.showPopover();
        const box = card.getBoundingClientRect();
        card.hidePopover();
        return [box.left, box.right, box.height];
    })""")
    page.close()

    assert len(boxes) > 20
    assert min(box[0] for box in boxes) >= 0
    assert max(box[1] for box in boxes) <= 320
    assert 100 < max(box[2] for box in boxes) <= 700


def test_the_link_to_the_source_is_in_sight(browser, report: Path):
    """
    On a phone a card opens with its link to the source on the screen, and nothing to scroll for it.
    """
    page = open_page(browser, report, "brief.html", viewport={"width": 390, "height": 700})
    page.locator("button.figure:visible", has_text="209,940").first.click()
    box = page.locator(".card:popover-open a", has_text="Open the source").bounding_box()
    page.close()

    assert box is not None and 0 < box["y"] < 700 - box["height"]


def test_a_printed_page_shows_numbers_of_sources_and_no_cards(browser, report: Path):
    """
    On paper a number carries the number of its source, and neither cards nor folded tables are printed.
    """
    page = open_page(browser, report, "brief.html")
    page.emulate_media(media="print")
    shown = page.locator("button.figure sup:visible").count()
    hidden = page.locator(".card:visible, details.behind:visible").count()
    page.close()

    assert shown > 50
    assert hidden == 0


TABLE = ".table:has(> table.figures)"


def test_a_table_of_figures_is_filtered_and_counted(browser, report: Path):
    """
    Rows that do not hold every word are hidden, and a live count says how many are left of how many.
    """
    page = open_page(browser, report, "civilian_casualties.html")
    rows = page.locator("table.figures").first.locator("tbody tr")
    of_all = rows.count()
    field = page.get_by_label("Filter the rows").first
    field.fill("LYSAK civ-0813")
    left = rows.evaluate_all("rows => rows.filter(row => !row.hidden).map(row => row.textContent)")
    said = page.locator("output").first.inner_text()
    field.fill("")
    again = page.locator("output").first.inner_text()
    page.close()

    assert 0 < len(left) < of_all
    assert all("Lysak" in told and "CIV-0813" in told for told in left)
    assert (said, again) == (f"{len(left)} of {of_all} shown", f"{of_all} of {of_all} shown")


def test_a_table_of_figures_is_sorted_from_the_keyboard(browser, report: Path):
    """
    Enter in a header sorts by numbers as numbers, once more turns them round, and the header says so.
    """
    page = open_page(browser, report, "civilian_casualties.html")
    table = page.locator("table.figures").first
    button = table.get_by_role("columnheader", name="What was said").get_by_role("button")
    orders = []
    for _ in range(2):
        button.press("Enter")
        sizes = table.locator("tbody th").evaluate_all("cells => cells.map(cell => cell.dataset.sort)")
        orders.append([int(size) for size in sizes if size])
    told = table.locator("th[aria-sort]").evaluate_all("heads => heads.map(head => head.ariaSort)")
    page.close()

    assert len(orders[0]) > 3
    assert orders == [sorted(orders[0]), sorted(orders[0], reverse=True)]
    assert told == ["descending"]


def test_without_a_script_a_table_of_figures_is_whole_and_promises_nothing(browser, report: Path):
    """
    Without JavaScript every row stands, and there is neither a field nor a button that would do nothing.
    """
    page = open_page(browser, report, "civilian_casualties.html", java_script_enabled=False)
    counts = [page.locator(which).count() for which in (f"{TABLE} tbody tr", ".filter", "thead button")]
    page.close()

    assert counts[0] > 3
    assert counts[1:] == [0, 0]


@pytest.mark.parametrize(("scheme", "is_light"), [("light", True), ("dark", False)])
def test_a_chart_has_the_paper_of_its_page(browser, report: Path, scheme: str, is_light: bool):
    """
    Where the reader prefers dark a chart is drawn on dark paper, by its own style sheet alone.
    """
    page = open_page(browser, report, "brief.html", color_scheme=scheme)
    lightness = page.locator("figure img").first.evaluate("""image => {
        const canvas = Object.assign(document.createElement("canvas"), {width: 100, height: 100});
        const drawn = canvas.getContext("2d");
        drawn.drawImage(image, 0, 0, 100, 100);
        return Math.max(...drawn.getImageData(1, 1, 1, 1).data.slice(0, 3));
    }""")
    page.close()

    assert (lightness > 127) == is_light


RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # Naming every element that passes takes longer than the looking.
}
UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"
STATES = {
    "as it opens": "0",
    "with every table unfolded": UNFOLD,
    "with a card open": "document.querySelector('.card').showPopover()",
    "with a derived number's card open": "document.querySelector('.card[id^=derived]').showPopover()",
}
# A hundred rows of one shape break no other rule than four of them do, and take far longer to be looked at.
THIN_OUT = """() => {
    const shape = each => each.outerHTML.replace(/>[^<]+</g, "><").replace(/ (?!class)[\\w-]+="[^"]*"/g, "");
    const seen = new Map();
    for (const each of document.querySelectorAll("tbody > tr, ul > li, ol > li")) {
        const shapes = seen.get(each.parentNode) ?? seen.set(each.parentNode, {}).get(each.parentNode);
        shapes[shape(each)] = (shapes[shape(each)] ?? 0) + 1;
        if (shapes[shape(each)] > 4) each.remove();
    }
}"""
# A page folded breaks what it breaks unfolded; the cards are the same on every page.
LOOKED_AT = [
    ("brief.html", "as it opens", "light"),
    *((name, "with every table unfolded", "dark") for name in PAGES[:2]),
    *((name, "with every table unfolded", "light") for name in PAGES[2:]),
    ("brief.html", "with a card open", "dark"),
    ("brief.html", "with a derived number's card open", "light"),
]
SCHEMES = ("light", "dark")
FOLDED, WITH_CARDS = list(STATES)[:2], list(STATES)[2:]
ALL_STATES = [*product(PAGES, FOLDED, SCHEMES), *product(PAGES[:1], WITH_CARDS, SCHEMES)]
LEFT = [each for each in ALL_STATES if each not in LOOKED_AT]


@pytest.mark.parametrize(("name", "state", "scheme"), [*LOOKED_AT, *in_soak(*LEFT)])
def test_a_page_breaks_no_rule_of_wcag(browser, report: Path, name: str, scheme: str, state: str):
    """
    axe-core finds no violation of WCAG 2.2 AA on any page, in light and dark, folded and unfolded.
    """
    page = open_page(browser, report, name, color_scheme=scheme)
    page.evaluate(THIN_OUT)
    page.evaluate(STATES[state])
    found = Axe().run(page, options=RULES).response["violations"]
    page.close()

    assert [(each["id"], each["nodes"][0]["html"][:160]) for each in found] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_headline_and_footer_stand_apart_with_a_margin(browser, report: Path, width: int):
    """
    The headline comes after the links, the footer after everything, and text keeps off the edges.
    """
    page = open_page(browser, report, "brief.html", viewport={"width": width, "height": 800})
    nav, head, main, footer = (
        page.locator(each).first.bounding_box() for each in ("nav", "h1", "main", "footer.site")
    )
    page.close()

    assert nav["y"] + nav["height"] <= head["y"]
    assert head["y"] + head["height"] < footer["y"] >= main["y"] + main["height"] - 1
    assert head["x"] >= 12 and head["x"] + head["width"] <= width - 12
