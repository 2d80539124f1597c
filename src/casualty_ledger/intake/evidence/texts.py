"""The text of a page as received: plain text, HTML, PDF, and pages in an archive (WARC, WACZ).

The same bytes give the same text: characters of it are what a pointer counts. Nothing is executed or fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup
from pypdf import PdfReader
from warcio.archiveiterator import ArchiveIterator

from casualty_ledger.intake.evidence.problems import EvidenceUnreadable
from casualty_ledger.sources.decoding import NotText, decode

MOST_BYTES, MOST_TEXT = 100_000_000, 20_000_000
HTML, PDF, TEXT, WARC, WACZ = "html", "pdf", "txt", "warc", "wacz"
PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|article|div|p|\?xml)\b", re.IGNORECASE)
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
UNSEEN = ("script", "style", "template", "noscript", "svg")
BLANKS = re.compile(r"[^\S\n]+")
LINES = re.compile(r"\n\s*\n+")
BETWEEN = "\n\f\n"


def kind_of(content: bytes) -> str:
    """Return what a page is, by how it begins.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"<!DOCTYPE html>"), kind_of("Загинули двоє".encode())
    ('pdf', 'html', 'txt')
    """
    head = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return WACZ
    if head.startswith((b"WARC/", b"\x1f\x8b")):
        return WARC
    return HTML if PAGE.match(head) else TEXT


def text_of(file: str, content: bytes) -> str:
    """Return the text of a page, blanks and lines levelled.

    Errors: EvidenceUnreadable.
    """
    if len(content) > MOST_BYTES:
        raise EvidenceUnreadable(file=file, problem=f"it is larger than {MOST_BYTES:,} bytes")
    try:
        text = READERS[kind_of(content)](content)
    except EvidenceUnreadable as error:
        raise EvidenceUnreadable(file=file, problem=error.facts["problem"]) from None
    except NotText as error:
        raise EvidenceUnreadable(
            file=file, problem=f"it is no text, HTML, PDF, WARC or WACZ: {error}"
        ) from None
    return text[:MOST_TEXT]


def level(text: str) -> str:
    """Level blanks, those that do not break among them, and empty lines.

    >>> level("22\\u00a0people  \\r\\n\\n\\n were injured")
    '22 people\\nwere injured'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    return LINES.sub("\n", "\n".join(BLANKS.sub(" ", line).strip() for line in lines.split("\n"))).strip("\n")


def _read_text(content: bytes) -> str:
    return level(decode(content).text)


def _read_html(content: bytes) -> str:
    page = BeautifulSoup(_decode_page(content), "html.parser")
    for unseen in page(UNSEEN):
        unseen.decompose()
    return level(page.get_text("\n"))


def _decode_page(content: bytes) -> str:
    named = CHARSET.search(content[:4096])
    if named is not None:
        try:
            return content.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content).text


def _read_pdf(content: bytes) -> str:
    try:
        return level("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))
    except Exception as error:  # A damaged PDF fails in as many ways as there are parts in it.
        problem = f"its pages cannot be read ({type(error).__name__})"
        raise EvidenceUnreadable(file="", problem=problem) from None


def _read_warc(content: bytes) -> str:
    return BETWEEN.join(_pages_of(io.BytesIO(content)))


def _pages_of(archive: io.BytesIO) -> Iterator[str]:
    """Yield the text of each page of an archive that was answered with one."""
    left = MOST_TEXT
    try:
        for record in ArchiveIterator(archive):
            kind = record.http_headers.get_header("content-type", "") if record.http_headers else ""
            if record.rec_type != "response" or not re.match(
                r"text/(?:html|plain)|application/pdf", kind or ""
            ):
                continue
            held = record.content_stream().read(left)
            left -= len(held)
            text = READERS[kind_of(held)](held) if held and kind_of(held) not in (WARC, WACZ) else ""
            if text:
                yield text
    except NotText:
        return
    except EvidenceUnreadable:
        raise
    except Exception as error:  # A damaged archive, too.
        problem = f"it cannot be read as an archive of pages ({type(error).__name__})"
        raise EvidenceUnreadable(file="", problem=problem) from None


def _read_wacz(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = [name for name in parts.namelist() if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", name)]
            sizes = sum(parts.getinfo(name).file_size for name in names)
            if not names or sizes > MOST_BYTES:
                problem = "it is larger than can be read" if names else "it is a zip file, and no WACZ"
                raise EvidenceUnreadable(file="", problem=problem)
            return BETWEEN.join(_read_warc(parts.read(name)) for name in names)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        if isinstance(error, EvidenceUnreadable):
            raise
        raise EvidenceUnreadable(file="", problem="it is a damaged WACZ") from None


READERS: dict[str, Callable[[bytes], str]] = {
    TEXT: _read_text,
    HTML: _read_html,
    PDF: _read_pdf,
    WARC: _read_warc,
    WACZ: _read_wacz,
}
