"""Blocks as HTML fragments: every traced number opens its card, all text from sources is escaped."""

from __future__ import annotations

from urllib.parse import quote

from casualty_ledger.charts.caption import SHORT
from casualty_ledger.publishing.cards import mark_cards, mark_number, name_figure
from casualty_ledger.publishing.document import (
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
    Sentence,
    Span,
    Table,
)
from casualty_ledger.publishing.marked_text import mark_attribute, mark_text
from casualty_ledger.publishing.references import Cited, Reference, References, explain_grades

NONE = References(())
# What may stand plainly in an address within double quotes.
PLAIN = " !$&'()*+,-./:;=?@[]_~|"


def mark_span(span: Span, references: References = NONE) -> str:
    """Set a span: words, a count of ours, or a number that opens its card."""
    if span.figure_ids:
        known = [figure for figure in span.figure_ids if figure in references.numbers]
        return mark_number(span, f"[{references.list_numbers(known)}]" if known else "")
    text = mark_text(span.text)
    return f'<span class="counted" title="{mark_attribute(span.how)}">{text}</span>' if span.how else text


def mark_sentence(sentence: Sentence, references: References = NONE) -> str:
    """Set a sentence."""
    return "".join(mark_span(span, references) for span in sentence.spans)


def mark_block(block: Block, references: References = NONE) -> str:
    """Set a block."""
    if isinstance(block, Paragraph):
        return f"<p>{' '.join(mark_sentence(each, references) for each in block.sentences)}</p>"
    if isinstance(block, Bullets):
        items = "".join(f"<li>{mark_sentence(item, references)}</li>" for item in block.items)
        return f"<ul>{items}</ul>{mark_rest(block.rest, references)}"
    if isinstance(block, KeyFigures):
        return mark_key_figures(block, references)
    if isinstance(block, Table):
        return mark_table(block, references)
    return mark_picture(block, references)


def mark_rest(rest: Rest | None, references: References = NONE) -> str:
    """Set what a list or a table leaves to another page, with a link to it."""
    if rest is None:
        return ""
    said = mark_sentence(rest.said, references)
    return f'<p class="rest"><a href="{mark_attribute(rest.page)}">{said}</a></p>'


def mark_key_figures(block: KeyFigures, references: References = NONE) -> str:
    """Set key figures side by side, each with its badge and the weeks or months before it."""
    return f'<ul class="key-figures">{"".join(_mark_key(each, references) for each in block.items)}</ul>'


def _mark_key(figure: KeyFigure, references: References) -> str:
    parts = [
        f'<span class="label">{mark_sentence(figure.label, references)}</span>',
        f"<strong>{mark_sentence(figure.number, references)}</strong>",
        f'<span class="badge">{mark_text(figure.badge)}</span>',
        *(
            f"<span>{mark_sentence(said, references)}</span>"
            for said in (figure.change, figure.age)
            if said.spans
        ),
    ]
    return f"<li>{' '.join(parts)}</li>"


def mark_table(table: Table, references: References = NONE) -> str:
    """Set a table in a box that scrolls by itself, with headers that screen readers announce."""
    head = "".join(f'<th scope="col">{mark_text(column)}</th>' for column in table.columns)
    rows = "".join(f"<tr>{_mark_row(row, references)}</tr>" for row in table.rows)
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{mark_attribute(table.caption)}">'
        f"<table><caption>{mark_text(table.caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"{mark_rest(table.rest, references)}"
    )


def _mark_row(row: tuple[Sentence, ...], references: References) -> str:
    cells = []
    for column, cell in enumerate(row):
        tag, scope = ("th", ' scope="row"') if column == 0 else ("td", "")
        cells.append(f"<{tag}{scope}>{mark_sentence(cell, references)}</{tag}>")
    return "".join(cells)


def mark_picture(picture: Picture, references: References = NONE) -> str:
    """Set a chart with its alt text, its full caption and the table behind it."""
    chart = picture.chart
    return mark_chart(chart.svg, chart.alt, chart.caption.text, mark_behind(picture, references))


def mark_chart(svg: str, alt: str, caption: str, behind: str) -> str:
    """Set a picture as an image with its alt text, its caption and what stands `behind` it."""
    under = _mark_caption(caption) if caption else ""
    return (
        f'<figure><div class="picture" tabindex="0" role="group" aria-label="Chart">'
        f'<img alt="{mark_attribute(alt)}" src="{hold_picture(svg)}"></div>'
        f"{under}{behind}</figure>"
    )


def _mark_caption(caption: str) -> str:
    """Set a caption; one of more than two lines is folded away."""
    text = f"<figcaption>{mark_text(caption)}</figcaption>"
    return text if len(caption) <= SHORT else f"<details><summary>About this chart</summary>{text}</details>"


def hold_picture(svg: str) -> str:
    """Return a picture as an address that holds it whole: fewer bytes than base64, and inert in HTML.

    >>> hold_picture('<svg id="a"/>')
    "data:image/svg+xml,%3Csvg id='a'/%3E"
    """
    plain = svg if "'" in svg else svg.replace('"', "'")
    return f"data:image/svg+xml,{quote(plain, safe=PLAIN)}"


def mark_behind(picture: Picture, references: References = NONE) -> str:
    """Set the table behind a chart, folded away."""
    table = mark_table(picture.table, references)
    return f'<details class="behind"><summary>The table behind this chart</summary>{table}</details>'


def mark_section(section: Section, references: References) -> str:
    """Set a section under its heading."""
    blocks = "".join(mark_block(block, references) for block in section.blocks)
    return f"<section><h2>{mark_text(section.heading)}</h2>{blocks}</section>"


def mark_references(references: References) -> str:
    """Set the numbered list of sources."""
    entries = "".join(_mark_reference(entry) for entry in references.entries)
    return (
        f'<section class="references"><h2>Sources of every figure</h2>'
        f"<p>{mark_text(explain_grades())}</p><ol>{entries}</ol></section>"
    )


def _mark_reference(entry: Reference) -> str:
    link = f' <a href="{mark_attribute(entry.address)}">Open the source</a>.' if entry.address else ""
    cited = "".join(_mark_cited(figure) for figure in entry.figures)
    return (
        f'<li id="ref-{entry.number}"><strong>{mark_text(entry.claimant)}</strong>, printed by '
        f"{mark_text(entry.publishers)}. Grade {mark_text(entry.grade)}: {mark_text(entry.checked)}.{link}"
        f"<ul>{cited}</ul></li>"
    )


def _mark_cited(figure: Cited) -> str:
    caveats = f" Note: {mark_text(figure.caveats)}." if figure.caveats else ""
    anchor = name_figure(figure.figure_id).replace("card-", "figure-", 1)
    return (
        f'<li id="{anchor}">{mark_text(figure.said)}; published '
        f'{mark_text(figure.published)}.{caveats} <span class="row">{mark_text(figure.row)}</span></li>'
    )


def mark_brief(brief: Brief, references: References) -> str:
    """Set a brief whole, from its header to its sources and the cards of its numbers."""
    notes = "".join(f"<li>{mark_sentence(each, references)}</li>" for each in brief.notes)
    return (
        mark_front(brief, references)
        + mark_section(Section(IN_SENTENCES, (Bullets(brief.bottom_line),)), references)
        + "".join(mark_section(section, references) for section in brief.sections)
        + f"<section><h2>How to read and cite this brief</h2><ul>{notes}</ul>"
        f"<p>{mark_text(brief.cite_as)} {mark_text(brief.licence)}</p></section>"
        + mark_references(references)
        + mark_cards(brief.spans(), references.cards)
    )


def mark_front(brief: Brief, references: References) -> str:
    """Set the finding, the key figures and what stands on page 1."""
    header = f"{brief.period}. {brief.vintage} {brief.next_issue}"
    front = brief.front
    return (
        f'<div class="front"><p class="headline">{mark_sentence(front.headline, references)}</p>'
        f'<p class="standfirst">{mark_sentence(front.standfirst, references)}</p>'
        f'<p class="edition">{mark_text(header)}</p>'
        + mark_key_figures(front.key_figures, references)
        + "".join(mark_section(section, references) for section in front.sections)
        + "</div>"
    )
