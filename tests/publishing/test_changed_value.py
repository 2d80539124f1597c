"""One recorded value changed: exactly the numbers that cite it change, in the page and in the PDF."""

import random
import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from reading_back import (
    count_numbers,
    finish,
    names_with_digits,
    numbers_of,
    read_page,
    text_of_pdf,
    untraced,
)

from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.publishing.document import FrontPage, KeyFigures
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.wording.traced_text import words

WEEK = "2023-W22"
SAMPLES = 2


def behind(page, name: str) -> frozenset[str]:
    """Return the figures behind a card: its own, or those that a derived number's card leads to."""
    if not name.startswith("derived-"):
        return frozenset({name})
    return frozenset(button["popovertarget"] for button in page.find(id=name).select("button.figure"))


def read_numbers(folder: Path, *, unranked: bool = False) -> Counter[tuple[str, frozenset[str]]]:
    """Read the numbers of a page; `unranked` are those whose place does not depend on other numbers.

    Page 1 and its rows are ranked, and a range shows the lowest and the highest of several numbers.
    """
    page = read_page(folder / "brief.html")
    further = page.find("caption", string=re.compile("^Further incidents"))
    for part in [*page.select(".front"), *([further.find_parent("table")] if further else [])]:
        if unranked:
            part.decompose()
    return Counter((text, behind(page, name)) for text, name in numbers_of(page))


def citing(numbers: Counter, card: str) -> Counter:
    return Counter({key: times for key, times in numbers.items() if card in key[1]})


def disputed(folder: Path) -> set[str]:
    """Return the cards of the numbers among the disputed figures: there a new value may call up others."""
    section = read_page(folder / "brief.html").find("h2", string="Disputed figures").parent
    return {button["popovertarget"] for button in section.select("button.figure")}


def change(project: Project, row_id: str, value: int, folder: Path) -> Project:
    """Copy the sheets with another value in one row."""
    recorded = shutil.copytree(project.recorded, folder / "data" / "raw" / "recorded")
    for sheet in recorded.glob("*.csv"):
        rows = pd.read_csv(sheet, dtype=str, keep_default_na=False)
        rows.loc[rows["id"] == row_id, "value"] = str(value)
        rows.to_csv(sheet, index=False)
    return Project(home=project.home, raw=folder / "data" / "raw", processed=folder / "processed")


def sample_figures(edition: Edition) -> list[tuple[str, int]]:
    """Draw figures that the brief cites, each printed by one row, and a value that nobody stated."""
    brief = compose_brief(edition)
    bare = FrontPage(words(""), words(""), KeyFigures(()), ())
    further = [section for section in brief.sections if section.heading != "Civilian harm"]
    cited = replace(brief, front=bare, sections=tuple(further)).cited_on_paper()
    known = edition.figures.set_index("figure_id").loc[list(cited)]
    simple = known[(known["appearances"] == 1) & known["lower"].notna() & (known["overlaps"] == "")]
    simple = simple[~simple["subgroup"].str.contains(r"\d") & ~simple["hedge"].isin(["range"])]
    # Another number in a running toll changes the order of those beside it.
    simple = simple[
        ~known.duplicated(["claimant", "measure", "place", "covers_from"], keep=False)[simple.index]
    ]
    drawn = random.Random(WEEK).sample(sorted(simple.index), SAMPLES)
    step = known["rounded_to"].fillna(1)
    return [(figure, int(known.loc[figure, "value"] + 7 * step[figure])) for figure in drawn]


@pytest.fixture(scope="module")
def before(edition_of, tmp_path_factory) -> Path:
    return finish(edition_of(WEEK), tmp_path_factory.mktemp("before"))


@pytest.mark.soak
@pytest.mark.parametrize("nth", range(SAMPLES))
def test_changing_a_value_changes_exactly_what_cites_it(
    project, edition_of, before, tmp_path: Path, nth: int
):
    """
    Every number that cites the figure reads otherwise, and every other number stands as it stood.
    """
    edition = edition_of(WEEK)
    figure, value = sample_figures(edition)[nth]
    week = parse_week(WEEK)
    changed = change(project, figure, value, tmp_path)
    after = finish(Edition(week, open_ledger(changed, parse_vintage("", week))), tmp_path / "after")
    old, new = (read_numbers(folder, unranked=True) for folder in (before, after))
    card = f"card-{figure}"
    came = (new - citing(new, card)) - (old - citing(old, card))

    assert citing(old, card)
    assert citing(old, card) & citing(new, card) == Counter()
    assert (old - citing(old, card)) - new == Counter()
    assert {name for _, cards in came for name in cards} <= disputed(after)
    assert_print_changed(before, after, names_with_digits(edition))


def assert_print_changed(before: Path, after: Path, names: list[str]) -> None:
    """Check that the numbers that the PDF lost and gained are those that the page lost and gained."""
    lost, gained = (
        Counter(untraced(text_of_pdf(one / "brief.pdf"), names))
        - Counter(untraced(text_of_pdf(other / "brief.pdf"), names))
        for one, other in ((before, after), (after, before))
    )
    old, new = read_numbers(before), read_numbers(after)

    assert lost and gained
    assert set(lost) <= set(count_numbers([text for text, _ in old - new]))
    assert set(gained) <= set(count_numbers([text for text, _ in new - old]))
