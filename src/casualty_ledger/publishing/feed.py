"""The Atom feed of the reports: the newest first, dated by what they know and not by the clock."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from casualty_ledger import __version__
from casualty_ledger.errors import UnusableAddress
from casualty_ledger.publishing.shelf import Report
from casualty_ledger.settings import settings
from casualty_ledger.wording.language import now_spoken, phrase

ATOM = "http://www.w3.org/2005/Atom"
FEED = "feed.xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOST = 60
# Whose name the ids bear where no address of the site is known: a name that nobody can own.
NOBODY = "casualty-ledger.invalid"
SINCE = "2026"


def write_feed(shelf: list[Report], *, base_url: str = "") -> str:
    """Return the Atom feed of the newest reports on the shelf.

    Links are relative where no `base_url` is given. An entry's id is a tag: URI of the site's host and the
    edition's name, so that it stays the same however often the feed is written. Errors: UnusableAddress.
    """
    ElementTree.register_namespace("", ATOM)
    host = check_address(base_url)
    feed = ElementTree.Element(
        f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": now_spoken().code}
    )
    _add(feed, "id", f"tag:{host},{SINCE}:reports")
    _add(feed, "title", phrase("{publisher}: weekly briefs", publisher=settings().title))
    _add(feed, "updated", _instant(max((report.updated for report in shelf), default="1970-01-01")))
    _add(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", settings().title)
    _add(feed, "generator", "Casualty Ledger", version=__version__)
    _add(feed, "link", rel="self", type="application/atom+xml", href=urljoin(base_url, FEED))
    _add(feed, "link", rel="alternate", type="text/html", href=urljoin(base_url, "index.html"))
    for report in sorted(shelf, key=lambda each: (each.updated, each.name), reverse=True)[:MOST]:
        feed.append(_entry(report, host, base_url))
    ElementTree.indent(feed, " ")
    return ElementTree.tostring(feed, encoding="unicode", xml_declaration=False) + "\n"


def check_address(base_url: str) -> str:
    """Return the host of a site's address, or the name of nobody where none is given.

    Errors: UnusableAddress.

    >>> check_address("https://desk.example.org/reports/"), check_address("")
    ('desk.example.org', 'casualty-ledger.invalid')
    """
    if not base_url:
        return NOBODY
    try:
        parts = urlsplit(base_url)
        host = parts.hostname if parts.scheme in ("http", "https") and base_url.endswith("/") else None
    except ValueError:
        host = None
    if not host or parts.query or parts.fragment or set(base_url) & set(" <>\"'\t\n"):
        raise UnusableAddress(found=base_url)
    return host


def _entry(report: Report, host: str, base_url: str) -> ElementTree.Element:
    entry = ElementTree.Element(f"{{{ATOM}}}entry")
    record = report.record
    _add(entry, "id", f"tag:{host},{SINCE}:reports/{report.name}")
    _add(entry, "title", f"{record['period']}. {record['known']}")
    _add(entry, "updated", _instant(report.updated))
    _add(
        entry, "link", rel="alternate", type="text/html", href=urljoin(base_url, f"{report.name}/brief.html")
    )
    pdf = [href for said, href in report.links if said == "PDF"]
    for href in pdf:
        _add(entry, "link", rel="enclosure", type="application/pdf", href=urljoin(base_url, href))
    said = [f"{record['headline']}."] if record.get("headline") else []
    _add(entry, "summary", " ".join([*said, *record["bottom_line"]]), type="text")
    return entry


def _add(parent: ElementTree.Element, name: str, text: str = "", /, **attributes: str) -> None:
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text or None


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
