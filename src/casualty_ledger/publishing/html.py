"""Notebooks as pages: one self-contained file, no JavaScript, no request to anywhere.

nbconvert fills the project's own template; every output is cleaned by nh3 before it is set.
"""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path
from typing import Any

import nh3
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

TEMPLATES = Path(__file__).parent / "templates"
TAGS = nh3.ALLOWED_TAGS | {"section", "figure", "figcaption", "main", "nav", "header", "footer"}
ATTRIBUTES: dict[str, set[str]] = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
for _tag, _names in {
    "*": {"class", "id"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "div": {"role", "tabindex", "aria-label"},
    "img": {"alt", "src"},
    "a": {"href", "title"},
}.items():
    ATTRIBUTES[_tag] = ATTRIBUTES.get(_tag, set()) | _names


def clean_html(html: str) -> str:
    """Keep what a page may show of an output: text, headings, tables, links, embedded pictures."""
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
    """Drop addresses that are not a link to the web or within the page, and pictures from elsewhere."""
    if attribute == "src":
        return text if text.startswith("data:image/") else None
    if attribute == "href":
        return text if text.startswith(("#", "http://", "https://")) else None
    return text


def embed_svg(svg: str, metadata: dict[str, Any] | None = None) -> str:
    """Set an SVG picture as an image with its alt text and its caption."""
    facts = (metadata or {}).get("image/svg+xml", {})
    alt = escape(str(facts.get("alt", "")) or "A chart; its table follows.")
    caption = escape(str(facts.get("caption", "")))
    source = base64.b64encode(svg.encode()).decode()
    under = f"<figcaption>{caption}</figcaption>" if caption else ""
    picture = f'<img alt="{alt}" src="data:image/svg+xml;base64,{source}">'
    return f'<figure><div class="picture" tabindex="0">{picture}</div>{under}</figure>'


def export_notebook(notebook: NotebookNode, *, title: str, description: str) -> str:
    """Return an executed notebook as one self-contained page.

    Cells tagged `hide` are left out; code is folded away, and left out where tagged `hide-input`.
    """
    config = Config()
    config.TagRemovePreprocessor.enabled = True
    config.TagRemovePreprocessor.remove_cell_tags = {"hide", "injected-parameters"}
    exporter = HTMLExporter(
        config=config,
        template_name="page",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        filters={"clean_html": clean_html, "embed_svg": embed_svg},
    )
    resources = {"page": {"title": title, "description": description}}
    html, _ = exporter.from_notebook_node(notebook, resources=resources)
    return str(html)
