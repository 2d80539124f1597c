"""A brief as plain JSON, which the template of its PDF is given: every text is data, never markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from casualty_ledger import typefaces
from casualty_ledger.publishing import masthead
from casualty_ledger.publishing.cards import name_figure
from casualty_ledger.publishing.document import (
    HOW_TO_READ,
    IN_SENTENCES,
    Block,
    Brief,
    Bullets,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Rest,
    Section,
    Table,
)
from casualty_ledger.publishing.markup import name_section
from casualty_ledger.publishing.references import Reference, References, explain_grades
from casualty_ledger.wording.language import mark, translate
from casualty_ledger.wording.traced_text import Sentence, Span

# A source of more letters than these may be broken across columns.
KEPT_TOGETHER = 1200
ROWS = mark("A code in brackets, such as CIV-0001, is a row of this ledger.")


def describe_brief(brief: Brief, references: References, root: Path) -> dict[str, Any]:
    """Return the brief as plain JSON; pictures are written into `root` and named.

    The sources are those of the figures on paper, numbered without gaps: the page, which has more, has
    numbers of its own.
    """
    references = references.only(brief.cited_on_paper())
    names = iter(range(10_000))
    sections = (Section(translate(IN_SENTENCES), (Bullets(brief.bottom_line),)), *brief.sections)
    return {
        "title": brief.title,
        "edition": brief.edition,
        "language": brief.language,
        "period": brief.period,
        "vintage": brief.vintage,
        "next_issue": brief.next_issue,
        "headline": _spans(brief.front.headline, references),
        "standfirst": _spans(brief.front.standfirst, references),
        "key_figures": [_key_figure(each, references) for each in brief.front.key_figures.items],
        "front": [_section(section, references, root, names) for section in brief.front.sections],
        "sections": [_section(section, references, root, names) for section in sections],
        "references": [_entry(entry) for entry in references.entries],
        "grades": f"{explain_grades()} {translate(ROWS)}",
        "notes": [_cited(each, references) for each in brief.notes],
        "cite_as": brief.cite_as,
        "licence": brief.licence,
        "words": {
            "how_to_read": translate(HOW_TO_READ),
            "sources": translate("Sources of every figure"),
            "page_of": translate("page {page} of {pages}"),
        },
        "publisher": masthead.title(),
        "logo": _logo(root),
        "sans": typefaces.family(),
    }


def _logo(root: Path) -> str:
    """Put the logo into `root` and name it; nothing where there is none."""
    path = masthead.logo()
    if path is None:
        return ""
    name = f"logo{path.suffix.lower()}"
    (root / name).write_bytes(path.read_bytes())
    return name


def _section(section: Section, references: References, root: Path, names: Iterator[int]) -> dict[str, Any]:
    blocks = [_block(block, references, root, next(names)) for block in section.blocks]
    return {"heading": section.heading, "name": name_section(section.heading), "blocks": blocks}


def _key_figure(figure: KeyFigure, references: References) -> dict[str, Any]:
    parts = {name: _spans(getattr(figure, name), references) for name in ("label", "number", "change", "age")}
    # What a tile says of others has no source of its number.
    tells_age = any(span.how for span in figure.age.spans)
    parts["age" if tells_age else "label"] += _marks(list(figure.sentence.spans), references)
    return {**parts, "badge": figure.badge, "trend": figure.trend}


def _rest(rest: Rest | None, references: References) -> dict[str, Any] | None:
    if rest is None:
        return None
    section = name_section(rest.section) if rest.section else ""
    also = _rest(rest.also, references)
    return {"spans": _spans(rest.said, references), "page": rest.page, "section": section, "also": also}


def _entry(entry: Reference) -> dict[str, Any]:
    """Describe a source with every figure cited from it, each at a place of its own."""
    return {
        "number": entry.number,
        "claimant": entry.claimant,
        "publishers": entry.publishers,
        "grade": entry.grade,
        "address": entry.address,
        "hosts": _hosts([entry.address] if entry.address else [each.address for each in entry.figures]),
        "long": sum(len(each.short) for each in entry.figures) > KEPT_TOGETHER,
        "figures": [
            {
                "target": name_figure(each.figure_id),
                "said": each.short,
                "address": "" if entry.address else each.address,
            }
            for each in entry.figures
        ],
    }


def _hosts(addresses: list[str], most: int = 2) -> str:
    """Return where addresses lead, which paper can say and a word to press on cannot."""
    hosts = ((urlsplit(address).hostname or "").removeprefix("www.") for address in addresses)
    return ", ".join([host for host in dict.fromkeys(hosts) if host][:most])


def _block(block: Block, references: References, root: Path, number: int) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        spans = [span for each in block.sentences for span in [*_cited(each, references), {"text": " "}]]
        return {"kind": "paragraph", "spans": spans}
    if isinstance(block, Bullets):
        items = [_cited(each, references) for each in block.items]
        return {"kind": "bullets", "items": items, "rest": _rest(block.rest, references)}
    if isinstance(block, KeyFigures):
        return {"kind": "key_figures", "items": [_key_figure(each, references) for each in block.items]}
    if isinstance(block, Table):
        rows = [_row(row, references, by_cell=block.cited_by_cell) for row in block.rows]
        facts = {"caption": block.caption, "columns": block.columns, "widths": block.widths}
        return {"kind": "table", "rows": rows, "rest": _rest(block.rest, references), **facts}
    return _picture(block, root, number)


def _row(
    row: tuple[Sentence, ...], references: References, *, by_cell: bool = False
) -> list[list[dict[str, Any]]]:
    """Set a row of a table; the sources of all its numbers stand once, behind its last cell, or by cell."""
    if by_cell:
        return [_cited(cell, references) for cell in row]
    *cells, last = row
    marks = _marks([span for cell in row for span in cell.spans], references)
    return [*(_spans(cell, references) for cell in cells), [*_spans(last, references), *marks]]


def _picture(picture: Picture, root: Path, number: int) -> dict[str, Any]:
    name = f"picture-{number}.svg"
    (root / name).write_text(picture.chart.svg, encoding="utf-8")
    caption = picture.chart.caption.short
    return {"kind": "picture", "name": name, "alt": picture.chart.alt, "caption": caption}


def _cited(sentence: Sentence, references: References) -> list[dict[str, Any]]:
    """Set a sentence; the sources of all its numbers stand once, at its end."""
    return [*_spans(sentence, references), *_marks(list(sentence.spans), references)]


def _marks(spans: list[Span], references: References) -> list[dict[str, Any]]:
    known = [figure for span in spans for figure in span.figure_ids if figure in references.numbers]
    return [{"text": "", "refs": references.list_numbers(known)}] if known else []


def _spans(sentence: Sentence, references: References) -> list[dict[str, Any]]:
    return [_span(span, references) for span in sentence.spans]


def _span(span: Span, references: References) -> dict[str, Any]:
    """Set a number; it leads to the first of its figures."""
    known = [figure for figure in span.figure_ids if figure in references.numbers]
    return {"text": span.text, "target": name_figure(known[0])} if known else {"text": span.text}
