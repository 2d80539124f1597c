"""Notebooks as pages: one self-contained file that needs no JavaScript and asks nothing of anybody.

nbconvert fills the project's own template; every output is cleaned by nh3 before it is set. A page with a
table of figures has one script, let through by its hash, that sorts and filters its rows.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from typing import Any

import nh3
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbformat import NotebookNode
from traitlets.config import Config

from casualty_ledger.parsing.plain_text import END_OF_RUN, inert
from casualty_ledger.publishing import masthead
from casualty_ledger.publishing.content_policy import digest_inline
from casualty_ledger.publishing.linked_data import describe_page, write_script
from casualty_ledger.publishing.markup import mark_chart
from casualty_ledger.publishing.page_script import TEMPLATES, read_script
from casualty_ledger.publishing.plain_tables import set_plain_tables
from casualty_ledger.wording.language import now_spoken, translate
from casualty_ledger.wording.prose import translate_prose

TAGS = nh3.ALLOWED_TAGS | {"section", "figure", "figcaption", "main", "nav", "header", "footer", "button"}
ATTRIBUTES: dict[str, set[str]] = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
for _tag, _names in {
    "*": {"class", "id"},
    "th": {"scope", "colspan", "rowspan", "role", "data-sort"},
    "td": {"colspan", "rowspan", "role", "data-label", "data-sort"},
    **{tag: {"role"} for tag in ("table", "thead", "tbody", "tr")},
    "nav": {"aria-label"},
    "div": {"role", "tabindex", "aria-label", "popover"},
    "img": {"alt", "src"},
    "a": {"href", "title"},
    "span": {"title"},
    "button": {"type", "popovertarget", "popovertargetaction"},
}.items():
    ATTRIBUTES[_tag] = ATTRIBUTES.get(_tag, set()) | _names
# A file of the same report, or a page of a report beside it.
BESIDE = re.compile(r"(?:\.\./[\w@.-]+/|\.\./)?(?:charts/|tables/)?\w[\w@-]*\.(?:html|csv|pdf)(?:#[\w-]+)?")
# Each display brings the cards of its numbers; a page keeps one of each, after everything else.
CARD = re.compile(r'<div class="card" id="([^"]+)".*?</div>', re.DOTALL)
# What every table of figures begins with: publishing/figures_table.py.
FIGURES = '<table class="figures">'
# What nbconvert prepares for its own templates and ours does not use.
IDLE = ("CSSHTMLHeaderPreprocessor", "HighlightMagicsPreprocessor", "SVG2PDFPreprocessor")


def clean_html(html: str) -> str:
    """Keep what a page may show of an output: text, headings, tables, links, embedded pictures, cards."""
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "data"},
        link_rel="noopener noreferrer",
        attribute_filter=_filter_attribute,
    )
    # pandas leaves the corner of a table an empty header, which a screen reader would announce.
    return cleaned.replace("<th></th>", "<td></td>")


def _filter_attribute(tag: str, attribute: str, text: str) -> str | None:
    """Drop links but to the web, this page and the reports beside it, and pictures from elsewhere."""
    if attribute == "src":
        return text if text.startswith("data:image/") else None
    if attribute == "href":
        return text if text.startswith(("#", "http://", "https://")) or BESIDE.fullmatch(text) else None
    return text


def embed_svg(svg: str, metadata: dict[str, Any] | None = None) -> str:
    """Set an SVG picture as an image with its alt text, its caption and the table behind it."""
    facts = (metadata or {}).get("image/svg+xml", {})
    alt = str(facts.get("alt", "")) or translate("A chart; its table follows.")
    behind = clean_html(str(facts.get("behind", "")))
    return mark_chart(svg, alt, str(facts.get("caption", "")), behind)


def gather_cards(html: str) -> str:
    """Keep one card of each name, and move them to the end of the page's content."""
    cards: dict[str, str] = {}

    def take(found: re.Match[str]) -> str:
        cards.setdefault(found[1], found[0])
        return ""

    bare = CARD.sub(take, html)
    before, end, after = bare.rpartition("</main>")
    return f"{before}{''.join(cards.values())}{end}{after}"


def export_notebook(
    notebook: NotebookNode,
    *,
    title: str,
    description: str,
    links: tuple[tuple[str, str], ...] = (),
    here: str = "",
) -> str:
    """Return an executed notebook as one self-contained page, with `links` at its top; it is `here` itself.

    Cells tagged `hide` are left out, those tagged `fold` are folded away; code is folded away, and left out
    where tagged `hide-input`.
    """
    described = describe_page(notebook, title=title, description=description)
    page: dict[str, object] = {
        "title": title,
        "description": description,
        "linked_data": write_script(described),
    }
    page |= {"links": links, "here": here, "script": _script_of(notebook)}
    page |= {"language": now_spoken().code, "words": _words()}
    page |= {"publisher": masthead.title(), "logo": masthead.embed_logo()}
    html, _ = _exporter().from_notebook_node(_translate(notebook), resources={"page": page})
    return inert(gather_cards(html).replace(END_OF_RUN, "&lrm;"))


def _translate(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook with its prose in the language that is spoken."""
    translated = deepcopy(notebook)
    for cell in translated.cells:
        if cell.cell_type == "markdown":
            cell.source = translate_prose(cell.source)
    return translated


def _words() -> dict[str, str]:
    """Return what the frame of a page says."""
    return {
        "skip": translate("Skip to the content"),
        "pages": translate("Pages of this report and reports beside it"),
        "code": translate("Code"),
        "picture": translate("A picture that this notebook drew; its code says of what."),
        "foot": translate(
            "Every number on this page is a claimant’s statement, printed as firmly as it was said. Choose a "
            "number to see who said it, where and when. Missing is never zero."
        ),
    }


def _script_of(notebook: NotebookNode) -> dict[str, str] | None:
    """Return the script of a page that shows a table of figures, with its hash; of another page, none."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    if not any(FIGURES in str(output.get("data", {}).get("text/html", "")) for output in outputs):
        return None
    script = read_script()
    return {"text": script, "policy": digest_inline(script)}


class PageExporter(HTMLExporter):
    """Fill the template and be done: nbconvert would parse every page anew to add what ours have."""

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **facts: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page and its resources."""
        return TemplateExporter.from_notebook_node(self, nb, resources, **facts)


@lru_cache(maxsize=1)
def _exporter() -> PageExporter:
    """Make the exporter once: its template takes longer to compile than a page to fill."""
    config = Config()
    config.TagRemovePreprocessor.enabled = True
    config.TagRemovePreprocessor.remove_cell_tags = {"hide", "injected-parameters"}
    for name in IDLE:
        config[name].enabled = False
    return PageExporter(
        config=config,
        template_name="page",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        filters={
            "clean_html": clean_html,
            "embed_svg": embed_svg,
            "set_plain_tables": set_plain_tables,
        },
    )
