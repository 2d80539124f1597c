"""The brief as PDF: Typst sets a template that receives JSON only, so that no text becomes markup.

The file conforms to PDF/UA-1 and PDF/A-2a, and the same content gives the same bytes.
"""

from __future__ import annotations

import json
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from casualty_ledger import typefaces
from casualty_ledger.publishing.cards import name_figure
from casualty_ledger.publishing.document import (
    Block,
    Brief,
    Bullets,
    Paragraph,
    Picture,
    Sentence,
    Span,
    Table,
)
from casualty_ledger.publishing.printable import printable
from casualty_ledger.publishing.references import Reference, References, explain_grades
from casualty_ledger.publishing.stream_ends import keep_ends_apart
from casualty_ledger.whole_files import write_bytes

MOST_PAGES, DENSEST = 4, 3
# A source of more letters than these may be broken across columns.
KEPT_TOGETHER = 1200
PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")
TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"


def write_brief(brief: Brief, references: References, path: Path, *, dated: date) -> None:
    """Write `brief` as PDF, dated by its vintage and not by the clock.

    Errors: CannotWrite.
    """
    write_bytes(path, set_brief(brief, references, dated=dated))


def set_brief(brief: Brief, references: References, *, dated: date) -> bytes:
    """Set `brief` and return the bytes of the PDF.

    A week that would not fit on MOST_PAGES is set denser, step by step, and no figure is left out.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "brief.typ").write_bytes(TEMPLATE.read_bytes())
        content = describe_brief(brief, references, root)
        for dense in range(DENSEST + 1):
            told = json.dumps(printable(content | {"dense": dense}), ensure_ascii=False)
            (root / "brief.json").write_text(told, "utf-8")
            pdf = _compile(root, dated)
            if count_pages(pdf) <= MOST_PAGES:
                break
    return keep_ends_apart(pdf)


def _compile(root: Path, dated: date) -> bytes:
    pdf = typst.compile(
        root / "brief.typ",
        root=root,
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(datetime(dated.year, dated.month, dated.day, tzinfo=UTC).timestamp()),
        ignore_system_fonts=True,
        font_paths=[typefaces.FOLDER],
    )
    return bytes(pdf)


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF says that it has."""
    return max(int(count) for count in PAGES.findall(pdf))


def describe_brief(brief: Brief, references: References, root: Path) -> dict[str, Any]:
    """Return the brief as plain JSON; pictures are written into `root` and named.

    The sources are those of the figures on paper, under the numbers that they have on the page.
    """
    references = references.only(brief.cited_on_paper())
    names = iter(range(10_000))
    sections = [
        {
            "heading": section.heading,
            "blocks": [_block(block, references, root, next(names)) for block in section.blocks],
        }
        for section in brief.sections
    ]
    return {
        "title": brief.title,
        "edition": brief.edition,
        "language": brief.language,
        "period": brief.period,
        "vintage": brief.vintage,
        "next_issue": brief.next_issue,
        "bottom_line": [_spans(each, references) for each in brief.bottom_line],
        "sections": sections,
        "references": [_entry(entry) for entry in references.entries],
        "grades": explain_grades(),
        "notes": [_spans(each, references) for each in brief.notes],
        "cite_as": brief.cite_as,
        "licence": brief.licence,
    }


def _entry(entry: Reference) -> dict[str, Any]:
    """Describe a source with every figure cited from it, each at a place of its own."""
    return {
        "number": entry.number,
        "claimant": entry.claimant,
        "publishers": entry.publishers,
        "grade": entry.grade,
        "address": entry.address,
        "long": sum(len(each.short) for each in entry.figures) > KEPT_TOGETHER,
        "figures": [{"target": name_figure(each.figure_id), "said": each.short} for each in entry.figures],
    }


def _block(block: Block, references: References, root: Path, number: int) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        spans = [span for each in block.sentences for span in [*_spans(each, references), {"text": " "}]]
        return {"kind": "paragraph", "spans": spans}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": [_spans(each, references) for each in block.items]}
    if isinstance(block, Table):
        rows = [[_spans(cell, references) for cell in row] for row in block.rows]
        facts = {"caption": block.caption, "columns": block.columns, "widths": block.widths}
        return {"kind": "table", "rows": rows, **facts}
    return _picture(block, root, number)


def _picture(picture: Picture, root: Path, number: int) -> dict[str, Any]:
    name = f"picture-{number}.svg"
    (root / name).write_text(picture.chart.svg, encoding="utf-8")
    caption = picture.chart.caption.text
    return {"kind": "picture", "name": name, "alt": picture.chart.alt, "caption": caption}


def _spans(sentence: Sentence, references: References) -> list[dict[str, Any]]:
    return [_span(span, references) for span in sentence.spans]


def _span(span: Span, references: References) -> dict[str, Any]:
    """Set a number with the marks of all its sources; it leads to the first of its figures."""
    known = [figure for figure in span.figure_ids if figure in references.numbers]
    if not known:
        return {"text": span.text}
    return {"text": span.text, "refs": references.list_numbers(known), "target": name_figure(known[0])}
