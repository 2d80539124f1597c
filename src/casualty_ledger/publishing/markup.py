"""Blocks as HTML fragments: every traced number is a link to its numbered reference, all text escaped."""

from __future__ import annotations

import base64
from html import escape

from casualty_ledger.charts.frame import Chart
from casualty_ledger.publishing.document import (
    Block,
    Brief,
    Bullets,
    Paragraph,
    Section,
    Sentence,
    Span,
    Table,
)
from casualty_ledger.publishing.references import Cited, Reference, References, explain_grades


def mark_span(span: Span, references: References) -> str:
    """Set a span: words, or a number that links to the first of its figures."""
    text = escape(span.text)
    if not span.figure_ids:
        return text
    numbers = dict.fromkeys(references.numbers[figure] for figure in span.figure_ids)
    listed = ",".join(map(str, numbers))
    how = f' title="{escape(span.how)}"' if span.how else ""
    target = f"figure-{span.figure_ids[0]}"
    return f'<a class="figure" href="#{escape(target)}"{how}>{text}<sup>[{listed}]</sup></a>'


def mark_sentence(sentence: Sentence, references: References) -> str:
    """Set a sentence."""
    return "".join(mark_span(span, references) for span in sentence.spans)


def mark_block(block: Block, references: References) -> str:
    """Set a block."""
    if isinstance(block, Paragraph):
        return f"<p>{' '.join(mark_sentence(each, references) for each in block.sentences)}</p>"
    if isinstance(block, Bullets):
        items = "".join(f"<li>{mark_sentence(item, references)}</li>" for item in block.items)
        return f"<ul>{items}</ul>"
    if isinstance(block, Table):
        return mark_table(block, references)
    return mark_picture(block.chart)


def mark_table(table: Table, references: References) -> str:
    """Set a table in a box that scrolls by itself, with headers that screen readers announce."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(f"<tr>{_mark_row(row, references)}</tr>" for row in table.rows)
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{escape(table.caption)}">'
        f"<table><caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _mark_row(row: tuple[Sentence, ...], references: References) -> str:
    cells = []
    for column, cell in enumerate(row):
        tag, scope = ("th", ' scope="row"') if column == 0 else ("td", "")
        cells.append(f"<{tag}{scope}>{mark_sentence(cell, references)}</{tag}>")
    return "".join(cells)


def mark_picture(chart: Chart) -> str:
    """Set a chart with its alt text and its full caption."""
    source = base64.b64encode(chart.svg.encode()).decode()
    return (
        f'<figure><div class="picture" tabindex="0">'
        f'<img alt="{escape(chart.alt)}" src="data:image/svg+xml;base64,{source}"></div>'
        f"<figcaption>{escape(chart.caption.text)}</figcaption></figure>"
    )


def mark_section(section: Section, references: References) -> str:
    """Set a section under its heading."""
    blocks = "".join(mark_block(block, references) for block in section.blocks)
    return f"<section><h2>{escape(section.heading)}</h2>{blocks}</section>"


def mark_references(references: References) -> str:
    """Set the numbered list of sources."""
    entries = "".join(_mark_reference(entry) for entry in references.entries)
    return (
        f'<section class="references"><h2>Sources of every figure</h2>'
        f"<p>{escape(explain_grades())}</p><ol>{entries}</ol></section>"
    )


def _mark_reference(entry: Reference) -> str:
    link = f' <a href="{escape(entry.address)}">Open the source</a>.' if entry.address else ""
    cited = "".join(_mark_cited(figure) for figure in entry.figures)
    return (
        f'<li id="ref-{entry.number}"><strong>{escape(entry.claimant)}</strong>, printed by '
        f"{escape(entry.publishers)}. Grade {escape(entry.grade)}: {escape(entry.checked)}.{link}"
        f"<ul>{cited}</ul></li>"
    )


def _mark_cited(figure: Cited) -> str:
    caveats = f" Note: {escape(figure.caveats)}." if figure.caveats else ""
    return (
        f'<li id="figure-{escape(figure.figure_id)}">{escape(figure.said)}; published '
        f'{escape(figure.published)}.{caveats} <span class="row">{escape(figure.row)}</span></li>'
    )


def mark_brief(brief: Brief, references: References) -> str:
    """Set a brief whole, from its header to its sources."""
    bottom = "".join(f"<li>{mark_sentence(each, references)}</li>" for each in brief.bottom_line)
    notes = "".join(f"<li>{mark_sentence(each, references)}</li>" for each in brief.notes)
    return (
        f'<p class="edition">{escape(brief.period)}. {escape(brief.vintage)} {escape(brief.next_issue)}</p>'
        f'<section class="bottom-line"><h2>In short</h2><ul>{bottom}</ul></section>'
        + "".join(mark_section(section, references) for section in brief.sections)
        + f"<section><h2>How to read and cite this brief</h2><ul>{notes}</ul>"
        f"<p>{escape(brief.cite_as)} {escape(brief.licence)}</p></section>" + mark_references(references)
    )
