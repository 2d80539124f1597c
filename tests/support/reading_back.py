"""Finished pages and briefs, read back as a reader sees them: which numbers stand there and are traced."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from matplotlib.text import Text
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from pypdf import PdfReader

from casualty_ledger.charts.frame import Chart
from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.publishing.html import export_notebook
from casualty_ledger.publishing.markup import mark_brief
from casualty_ledger.publishing.pdf import write_brief
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.trace import trace_brief
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.edition import Edition

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
DECLARED = {
    "a day, or days of one month": rf"\b(?:\d{{1,2}} to )?\d{{1,2}} (?:{MONTHS}|{SHORT_MONTHS})\b",
    "a month or a day with its year": rf"\b(?:{MONTHS}) \d{{4}}\b",
    "a year at the end of a span": r"\b(?:19|20)\d\d\b(?!-W|,\d)",
    "a week": r"\b\d{4}-W\d\d\b",
    "the number of a source": r"\[\d+(?:[,–]\d+)*\]",
    "the page": r"\bpage \d+ of \d+\b",
    "a grade": r"\b[A-F][1-6]\b",
    "a grade in its explanation": r"(?<=: )1(?= conf)|(?<=; )[2-6](?= (?:probab|possib|doubt|improb|truth))",
    "the id of a row": r"\b[A-Za-z]+-(?:gs-)?\d{3,8}\b",
    "the sheet of a row": r"\bnews_article_\d{4}-\d\d-\d\d\.csv\b",
    "a version or licence": r"\bversion \d+\.\d+\.\d+\b|\bCC BY 4\.0\b",
    "how many more names there are": r"\band \d+ more\b",
    "how much the title of a chart counts of its table": r"\b(?:\d+ of the )?\d+ "
    r"(?:numbers|weeks|months|contradictions?|differences?|sets?|figures?|claimants)\b",
    "the statement's place in a day": r"\bstatement \d\b",
    "an age in a definition": r"\bunder 18\b",
}
DECLARED_TEXT = re.compile("|".join(DECLARED.values()))


def untraced(text: str, names: Iterable[str] = ()) -> list[str]:
    """Return the numbers of a text that are not on the declared list, nor in one of these `names`."""
    for name in names:
        text = text.replace(name, " ")
    return NUMBER.findall(DECLARED_TEXT.sub(" ", text))


def read_page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def numbers_of(page: Tag) -> list[tuple[str, str]]:
    """Return the text of every number outside the cards, with the card that it opens."""
    buttons = [button for button in page.select("button.figure") if not button.find_parent(class_="card")]
    return [(_bare(button), str(button["popovertarget"])) for button in buttons]


def _bare(button: Tag) -> str:
    return "".join(child for child in button.children if isinstance(child, str))


def words_of(page: BeautifulSoup) -> list[str]:
    """Return the texts of a page without its traced numbers, its cards, its sources and its code."""
    rest = BeautifulSoup(str(page.main), "html.parser")
    for part in rest.select("button.figure, span.counted, .card, .references li, details.code, .row"):
        part.replace_with(" \u241f ")
    return [
        text
        for element in rest.select("p, li, h1, h2, h3, th, td, caption, figcaption, summary")
        if (text := element.get_text())
    ]


def drawn_in(chart: Chart) -> list[str]:
    """Return the texts that a chart draws; the ticks of axes are left out."""
    axes = [axis for ax in chart.figure.axes for axis in (ax.xaxis, ax.yaxis)]
    ticks = {label for axis in axes for label in axis.get_ticklabels(which="both")}
    texts = [text for text in chart.figure.findobj(Text) if text.get_visible() and text not in ticks]
    return [text.get_text().strip() for text in texts if text.get_text().strip()]


def text_of_pdf(path: Path) -> str:
    pages = [page.extract_text() for page in PdfReader(path).pages]
    return " ".join(" ".join(pages).replace("\u200b", "").split())


def count_numbers(texts: list[str]) -> Counter[str]:
    return Counter(number for text in texts for number in NUMBER.findall(text))


def finish(edition: Edition, folder: Path) -> Path:
    """Make the page, the brief and the trace of an edition, as a report holds them, and return the folder."""
    brief = compose_brief(edition)
    references = References.of(edition.figures, brief.cited())
    output = new_output("display_data", data={"text/html": mark_brief(brief, references)})
    cells = [new_markdown_cell(f"# {brief.title}"), new_code_cell("1", outputs=[output])]
    cells[1].metadata["tags"] = ["hide-input"]
    folder.mkdir(parents=True, exist_ok=True)
    page = export_notebook(new_notebook(cells=cells), title=brief.title, description="A brief.")
    (folder / "brief.html").write_text(page, encoding="utf-8")
    write_brief(brief, references, folder / "brief.pdf", dated=edition.vintage.day or edition.week.brief_day)
    write_csv(folder / "trace.csv", trace_brief(brief, edition.figures))
    return folder


def names_with_digits(edition: Edition) -> list[str]:
    """Return the names of claimants and publishers that hold digits: they count nothing."""
    publishers = edition.figures["publishers"].str.split("; ").explode()
    names = {*publishers, *edition.figures["claimant"]}
    return sorted((name for name in names if re.search(r"\d", name)), key=len, reverse=True)
