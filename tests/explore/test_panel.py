"""The panel: sections follow the controls, and are the same without them."""

import asyncio
import cProfile
import pstats
from concurrent.futures import ThreadPoolExecutor

import pytest

from casualty_ledger.explore import panel as panels
from casualty_ledger.explore.misuse import UnknownChoice
from casualty_ledger.explore.panel import Panel


class Shown:
    """Stands for the place in a notebook where a section is shown."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self.pages: list[str] = []

    def update(self, page: object) -> None:
        """Show a page in place of the one before."""
        self.pages.append(page.data)


@pytest.fixture
def panel(whole, monkeypatch) -> Panel:
    """Open a panel on one week, with a summary and the code shown."""
    monkeypatch.setattr(panels, "display", lambda *_, **__: Shown())
    opened = Panel(whole.as_of("2023-06-05").select(weeks="2023-W22"))
    for section in ("summary", "figures", "code"):
        opened.show(section)
    return opened


def pages_of(panel: Panel) -> list[str]:
    return [handle.pages[-1] for _, handle in panel.shown]


def test_the_sections_follow_a_control(panel):
    """
    A measure chosen in the list changes the selection and every section that is shown.
    """
    panel.controls["measure"].value = "losses"

    assert set(panel.chosen.figures["measure"]) == {"losses"}
    assert all("losses" in page for page in pages_of(panel))
    assert "measure=&quot;losses&quot;" in pages_of(panel)[2]


def test_the_vintage_and_the_filter_are_controls(panel):
    """
    A later vintage adds what became known, and the filter narrows the table of figures alone.
    """
    before = len(panel.chosen)
    panel.controls["vintage"].value = "latest"
    chosen = panel.chosen
    panel.controls["filter"].value = "Dnipro"

    assert len(panel.chosen) > before
    assert panel.chosen is chosen
    assert "hold “Dnipro”" in pages_of(panel)[1]


def test_the_filter_shows_the_figures_anew_and_nothing_else(panel):
    """
    What is chosen stays, and so does all that is said of it: the filter asks for the table of figures alone.
    """
    before = [len(handle.pages) for _, handle in panel.shown]
    panel.controls["filter"].value = "Dnipro"
    panel.choose(filter="Kherson")

    assert panel.controls["filter"].value == "Kherson"
    asked = [len(handle.pages) - count for (_, handle), count in zip(panel.shown, before, strict=True)]
    assert dict(zip([name for name, _ in panel.shown], asked, strict=True)) == {
        "summary": 0,
        "figures": 2,
        "code": 0,
    }


def test_each_list_offers_what_the_others_leave(panel):
    """
    The words of a list are counted with the other criteria applied, so that no choice is empty.
    """
    panel.controls["population"].value = "children"
    offered = dict((word, label) for label, word in panel.controls["measure"].options if word)

    assert set(offered) == set(panel.chosen.figures["measure"])
    for word, label in offered.items():
        assert label == f"{word} ({len(panel.chosen.select(measure=word))})"


def test_a_misspelt_claimant_changes_nothing_and_is_told(panel):
    """
    The error stands under the controls with the nearest name; what is shown stays.
    """
    before = panel.chosen
    panel.controls["claimant"].value = "Generel Staff of Ukraine"

    assert "did you mean &#x27;General Staff of Ukraine&#x27;" in panel.status.value
    assert panel.chosen is before
    assert panel.controls["claimant"].value == "Generel Staff of Ukraine"


def test_choosing_anew_lifts_every_restriction(panel):
    """
    The button lifts all criteria and keeps the vintage.
    """
    panel.choose(measure="losses")
    panel.box.children[1].click()

    assert (panel.chosen.criteria.text, str(panel.chosen.vintage)) == ("", "2023-06-05")


def test_the_sections_are_the_same_without_widgets(whole, monkeypatch):
    """
    Without ipywidgets a panel shows the same sections and is moved by calls.
    """
    monkeypatch.setattr(panels, "display", lambda *_, **__: Shown())
    monkeypatch.setattr(panels, "find_widgets", lambda: None)
    panel = Panel(whole.select(weeks="2023-W22"))
    panel.show("code")
    panel.choose(measure="losses")

    assert panel.box is None
    assert "measure=&quot;losses&quot;" in pages_of(panel)[0]


def test_an_unknown_section_is_told_the_right_one(panel):
    """
    A misspelt section names the nearest.
    """
    with pytest.raises(UnknownChoice, match="revisions"):
        panel.show("revision")


def test_a_choice_is_answered_before_what_takes_longer(whole, monkeypatch):
    """
    Summary, figures and code follow at once; the rest follows a little later, or never if one chooses anew.
    """
    monkeypatch.setattr(panels, "display", lambda *_, **__: Shown())
    panel = Panel(whole.select(weeks="2023-W22"))
    for section in ("comparison", "summary", "chart"):
        panel.show(section)
    pages = [handle.pages for _, handle in panel.shown]

    async def choose() -> list[int]:
        panel.choose(measure="losses")
        panel.choose(measure="killed")
        counted = [len(each) for each in pages]
        while not all(pages):
            await asyncio.sleep(0.01)
        return counted

    # In a thread of its own: a browser that an earlier test has opened keeps a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(asyncio.run, choose()).result() == [0, 2, 0]
    assert [len(each) for each in pages] == [1, 2, 1]


def test_a_choice_asks_little_of_a_processor(whole, monkeypatch):
    """
    On the recorded ledger a choice is some 120,000 calls of functions, a tenth of a second.
    """
    monkeypatch.setattr(panels, "display", lambda *_, **__: Shown())
    panel = Panel(whole)
    for section in panels.PROMPT:
        panel.show(section)
    panel.choose(measure="losses")
    profile = cProfile.Profile()
    profile.runcall(panel.choose, measure="")

    assert pstats.Stats(profile).total_calls < 240_000  # type: ignore[attr-defined]
