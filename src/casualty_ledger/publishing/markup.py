"""Blocks as HTML fragments: every traced number opens its card, all text from sources is escaped."""

from __future__ import annotations

import re
from urllib.parse import quote

from anyascii import anyascii

from casualty_ledger.charts.caption import SHORT
from casualty_ledger.publishing.cards import mark_cards, mark_number, name_figure
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
from casualty_ledger.publishing.marked_text import mark_attribute, mark_text
from casualty_ledger.publishing.references import Cited, Reference, References, explain_grades
from casualty_ledger.wording.language import mark, phrase, translate, write_number
from casualty_ledger.wording.traced_text import Sentence, Span

NONE = References(())
SOURCES = mark("Sources of every figure")
FEWEST_OF_A_TREND = 3
SCALE = mark("The last {count}, from 0 to {highest}")
ENDS = (HOW_TO_READ, SOURCES)
# What may stand plainly in an address within double quotes.
PLAIN = " !$&'()*+,-./:;=?@[]_~|"
# A browser breaks a line before and after a button whatever stands there: a range, a bracket, a comma.
BUTTON = r'<button type="button" class="figure" .*?</button>'
CLINGING = re.compile(rf"(\(?){BUTTON}((?:–{BUTTON})*[),.;:]*)")


def mark_span(span: Span, references: References = NONE) -> str:
    """Set a span: words, a count of ours, or a number that opens its card."""
    if span.figure_ids:
        known = [figure for figure in span.figure_ids if figure in references.numbers]
        return mark_number(span, f"[{references.list_numbers(known)}]" if known else "")
    text = mark_text(span.text)
    return f'<span class="counted" title="{mark_attribute(span.how)}">{text}</span>' if span.how else text


def mark_sentence(sentence: Sentence, references: References = NONE) -> str:
    """Set a sentence; what belongs to a number stays on its line."""
    return CLINGING.sub(_hold, "".join(mark_span(span, references) for span in sentence.spans))


def _hold(found: re.Match[str]) -> str:
    return f'<span class="held">{found[0]}</span>' if found[1] or found[2] else found[0]


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
    place = f"#{name_section(rest.section)}" if rest.section else rest.page
    return f'<p class="rest"><a href="{mark_attribute(place)}">{said}</a></p>'


def mark_key_figures(block: KeyFigures, references: References = NONE) -> str:
    """Set key figures side by side, each with its badge and the weeks or months before it."""
    return f'<ul class="key-figures">{"".join(_mark_key(each, references) for each in block.items)}</ul>'


def _mark_key(figure: KeyFigure, references: References) -> str:
    parts = [
        f'<span class="label">{mark_sentence(figure.label, references)}</span>',
        f"<strong>{mark_sentence(figure.number, references)}</strong>",
        f'<span class="badge">{mark_text(figure.badge)}</span>',
        _mark_trend(figure.trend),
        *(f"<span>{mark_sentence(said, references)}</span>" for said in (figure.change, figure.age)),
    ]
    return f"<li>{' '.join(parts)}</li>"


def _mark_trend(trend: tuple[float | None, ...]) -> str:
    """Set the weeks or months before a number as bars, for the eye alone; few of them show nothing."""
    told = [value for value in trend if value is not None]
    if len(told) < FEWEST_OF_A_TREND:
        return ""
    high = [0 if value is None else round(max(value, 0) / max(*told, 1) * 9) for value in trend]
    bars = "".join(f'<span class="h{each}"></span>' for each in high)
    scale = phrase(SCALE, count=write_number(len(trend)), highest=write_number(round(max(*told, 1))))
    return f'<span class="trend" title="{mark_attribute(scale)}">{bars}</span>'


def mark_table(table: Table, references: References = NONE) -> str:
    """Set a table in a box that scrolls by itself, with headers that screen readers announce."""
    head = "".join(f'<th scope="col" role="columnheader">{mark_text(name)}</th>' for name in table.columns)
    rows = "".join(f'<tr role="row">{_mark_row(row, table.columns, references)}</tr>' for row in table.rows)
    label = mark_attribute(table.caption or translate("Table"))
    caption = f"<caption>{mark_text(table.caption)}</caption>" if table.caption else ""
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
        # The roles are said, because a narrow screen shows each row as a block, and a block is no row.
        f'<table class="stack" role="table">{caption}'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
        f"{mark_rest(table.rest, references)}"
    )


def _mark_row(row: tuple[Sentence, ...], columns: tuple[str, ...], references: References) -> str:
    first, *others = row
    cells = [f'<th scope="row" role="rowheader">{mark_sentence(first, references)}</th>']
    for name, cell in zip(columns[1:], others, strict=True):
        label = mark_attribute(name)
        cells.append(f'<td role="cell" data-label="{label}">{mark_sentence(cell, references)}</td>')
    return "".join(cells)


def mark_picture(picture: Picture, references: References = NONE) -> str:
    """Set a chart with its alt text, its full caption and the table behind it."""
    chart = picture.chart
    return mark_chart(chart.svg, chart.alt, chart.caption.text, mark_behind(picture, references))


def mark_chart(svg: str, alt: str, caption: str, behind: str) -> str:
    """Set a picture as an image with its alt text, its caption and what stands `behind` it."""
    under = _mark_caption(caption) if caption else ""
    label = mark_attribute(translate("Chart"))
    return (
        f'<figure><div class="picture" tabindex="0" role="group" aria-label="{label}">'
        f'<img alt="{mark_attribute(alt)}" src="{hold_picture(svg)}"></div>'
        f"{under}{behind}</figure>"
    )


def _mark_caption(caption: str) -> str:
    """Set a caption; one of more than two lines is folded away."""
    text = f"<figcaption>{mark_text(caption)}</figcaption>"
    if len(caption) <= SHORT:
        return text
    summary = mark_text(translate("About this chart"))
    return f"<details><summary>{summary}</summary>{text}</details>"


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
    summary = mark_text(translate("The table behind this chart"))
    return f'<details class="behind"><summary>{summary}</summary>{table}</details>'


def mark_section(section: Section, references: References) -> str:
    """Set a section under its heading."""
    blocks = "".join(mark_block(block, references) for block in section.blocks)
    name = name_section(section.heading)
    return f'<section id="{name}"><h2>{mark_text(section.heading)}</h2>{blocks}</section>'


def name_section(heading: str) -> str:
    """Name a section by an id that an address can hold.

    >>> name_section("What changed since last week’s brief")
    'what-changed-since-last-week-s-brief'
    """
    return re.sub(r"[^a-z0-9]+", "-", anyascii(heading).casefold()).strip("-")


def mark_contents(brief: Brief) -> str:
    """Set the contents of a brief: a link to each section behind page 1."""
    headings = [translate(IN_SENTENCES), *(each.heading for each in brief.sections), *map(translate, ENDS)]
    links = "".join(f'<li><a href="#{name_section(each)}">{mark_text(each)}</a></li>' for each in headings)
    label = mark_attribute(translate("Contents"))
    return f'<nav class="contents" aria-label="{label}"><ul>{links}</ul></nav>'


def mark_references(references: References) -> str:
    """Set the numbered list of sources."""
    entries = "".join(_mark_reference(entry) for entry in references.entries)
    heading, summary = translate(SOURCES), mark_text(translate("Open the list of sources"))
    return (
        f'<section class="references" id="{name_section(heading)}"><h2>{heading}</h2>'
        f"<details><summary>{summary}</summary>"
        f"<p>{mark_text(explain_grades())}</p><ol>{entries}</ol></details></section>"
    )


def _mark_reference(entry: Reference) -> str:
    opened = mark_text(translate("Open the source"))
    link = f' <a href="{mark_attribute(entry.address)}">{opened}</a>.' if entry.address else ""
    cited = "".join(_mark_cited(figure) for figure in entry.figures)
    said = phrase(
        "{claimant}, printed by {publishers}. Grade {grade}: {checked}.",
        claimant=f"<strong>{mark_text(entry.claimant)}</strong>",
        publishers=mark_text(entry.publishers),
        grade=mark_text(entry.grade),
        checked=mark_text(entry.checked),
    )
    return f'<li id="ref-{entry.number}">{said}{link}<ul>{cited}</ul></li>'


def _mark_cited(figure: Cited) -> str:
    note = phrase("Note: {caveats}.", caveats=figure.caveats)
    caveats = f" {mark_text(note)}" if figure.caveats else ""
    anchor = name_figure(figure.figure_id).replace("card-", "figure-", 1)
    said = phrase("{figure}; published {day}.", figure=figure.said, day=figure.published)
    return (
        f'<li id="{anchor}">{mark_text(said)}{caveats} <span class="row">{mark_text(figure.row)}</span></li>'
    )


def mark_brief(brief: Brief, references: References) -> str:
    """Set a brief whole, from its header to its sources and the cards of its numbers."""
    notes = "".join(f"<li>{mark_sentence(each, references)}</li>" for each in brief.notes)
    how_to_read = translate(HOW_TO_READ)
    return (
        mark_front(brief, references)
        + mark_contents(brief)
        + mark_section(Section(translate(IN_SENTENCES), (Bullets(brief.bottom_line),)), references)
        + "".join(mark_section(section, references) for section in brief.sections)
        + f'<section id="{name_section(how_to_read)}"><h2>{how_to_read}</h2><ul>{notes}</ul>'
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
