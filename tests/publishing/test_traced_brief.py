"""The finished PDF, read back: every number in it is traced, and leads to its figure in the sources."""

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from pypdf import PdfReader
from reading_back import count_numbers, names_with_digits, text_of_pdf, untraced
from soak import in_soak

from casualty_ledger.publishing.document import Paragraph, Picture, Section, spans_of
from casualty_ledger.publishing.pdf import STEPS, cut_brief, set_brief
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.wording.traced_text import words

WEEKS = ["2022-W12", "2023-W22", *in_soak("2023-W42", "2024-W22", "2025-W01")]


def body_of(path: Path) -> str:
    return text_of_pdf(path).rpartition("Sources of every figure")[0]


def left_over(body: str, traced: list[str], names: list[str]) -> Counter[str]:
    """Return the numbers of a text beyond those that are traced or declared."""
    return Counter(untraced(body, names)) - count_numbers(traced)


def traced_in(folder: Path) -> list[str]:
    trace = pd.read_csv(folder / "trace.csv", dtype=str, keep_default_na=False)
    in_print = trace[~trace["place"].str.contains("chart: ")]
    return list(in_print.drop_duplicates("nth")["number"])


@pytest.mark.parametrize("week", WEEKS)
def test_every_number_in_print_is_traced_or_declared(finished, edition_of, week: str):
    """
    The PDF holds no number more often than its trace, days, pages, grades and source numbers explain.
    """
    folder, names = finished(week), names_with_digits(edition_of(week))
    body = body_of(folder / "brief.pdf")

    assert len(untraced(body, names)) >= 8
    assert left_over(body, traced_in(folder), names) == Counter()


def test_an_untraced_number_in_print_is_found(finished, edition_of, tmp_path: Path):
    """
    A number planted in the PDF without its figures is noticed, even one that is traced elsewhere.
    """
    edition = edition_of("2023-W22")
    brief = compose_brief(edition)
    planted = Section("Planted", (Paragraph((words("about 4,711 killed, and 209,940 too"),)),))
    object.__setattr__(brief, "sections", (*brief.sections, planted))
    path = tmp_path / "planted.pdf"
    path.write_bytes(
        set_brief(brief, References.of(edition.figures, brief.cited()), dated=edition.vintage.day)
    )
    found = left_over(body_of(path), traced_in(finished("2023-W22")), names_with_digits(edition))

    assert found == Counter({"4,711": 1, "209,940": 1})


@pytest.mark.parametrize("week", WEEKS)
def test_each_figure_behind_a_number_has_its_place_in_the_sources(finished, edition_of, week: str):
    """
    The figures printed in the sources are those that the brief cites on paper, as far as its rows are kept.
    """
    edition = edition_of(week)
    sources = text_of_pdf(finished(week) / "brief.pdf").rpartition("Sources of every figure")[2]
    plain = re.sub(r"[\s-]", "", sources)
    rows = edition.figures.set_index("figure_id")["row_ids"].str.split().str[0].str.replace("-", "")
    brief = compose_brief(edition)
    cited = {most: set(rows[list(cut_brief(brief, most).cited_on_paper())]) for _, most in STEPS}
    printed = {row for row in rows[list(brief.cited_on_paper())] if row in plain}

    assert len(printed) > 5
    assert printed in cited.values()


def test_a_number_leads_to_its_own_figure(finished, edition_of):
    """
    The links within the document end at as many places as there are figures that numbers lead to.
    """
    reader = PdfReader(finished("2023-W22") / "brief.pdf")
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    places = {str(link["/Dest"]) for link in links if "/Dest" in link}
    in_print = [block for _, block in compose_brief(edition_of("2023-W22")).parts()]
    spans = [span for block in in_print if not isinstance(block, Picture) for span in spans_of(block)]

    # Paper may leave rows to the page: their numbers lead nowhere.
    assert 50 < len(places) <= len({span.figure_ids[0] for span in spans if span.figure_ids})


def test_sources_in_print_are_numbered_without_gaps(edition_of):
    """
    What paper leaves out leaves no gap in the numbers of what it prints.
    """
    edition = edition_of("2023-W22")
    cited = compose_brief(edition).cited_on_paper()
    printed = References.of(edition.figures, cited).only(cited[::3])

    assert [entry.number for entry in printed.entries] == list(range(1, len(printed.entries) + 1))
