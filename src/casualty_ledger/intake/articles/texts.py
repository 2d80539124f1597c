"""An article's text out of a file of any common kind: plain text, Markdown, HTML, PDF, Word (docx)."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.articles.marked_up import MARKDOWN_NAMES, text_of_markdown, text_of_word
from casualty_ledger.intake.evidence.texts import level
from casualty_ledger.sources.decoding import NotText, decode

MOST_BYTES = 20_000_000
HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|article|div|p)\b", re.IGNORECASE)
ZIP = b"PK\x03\x04"
# What stands in no text: more of it than one in so many characters, and the bytes are of another kind.
NO_LETTERS, MOST_NO_LETTERS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+"), 50
NAME = re.compile(r"[^\w.-]+")


class ArticleUnreadable(CasualtyLedgerError):
    """A file that should hold an article holds no text that can be read."""

    template = (
        "{file} cannot be read as an article: {problem}. Give a text, Markdown, HTML, PDF or docx file."
    )


@dataclass(frozen=True)
class Article:
    """A text to be read, with what its page says of it; empty where it says nothing.

    `content`: the bytes as received, where their text is read as it stands; not of HTML, Markdown or Word.
    """

    id: str
    text: str
    language: str = ""
    title: str = ""
    published_on: str = ""
    publisher: str = ""
    address: str = ""
    content: bytes = field(default=b"", repr=False)

    def filled(self, language: str = "", published_on: str = "", publisher: str = "") -> Article:
        """Return the article with what a person says of it: the language, and what its page does not tell."""
        return replace(
            self,
            language=language or self.language,
            published_on=self.published_on or published_on,
            publisher=self.publisher or publisher,
        )


def open_article(path: Path) -> Article:
    """Return the text of a file: of HTML the main text, title, day and publisher; of a PDF its text.

    Errors: ArticleUnreadable.
    """
    try:
        with path.open("rb") as content:
            held = content.read(MOST_BYTES + 1)
    except OSError as error:
        raise ArticleUnreadable(file=path.name, problem=error.strerror or "it cannot be opened") from None
    return article_of(held, path.name)


def article_of(content: bytes, name: str = "standard input") -> Article:
    """Return the article that some bytes hold; the kind is told from the bytes.

    Errors: ArticleUnreadable.

    >>> article_of("Загинули двоє людей.".encode("cp1251"), "a.txt").text
    'Загинули двоє людей.'
    """
    if len(content) > MOST_BYTES:
        raise ArticleUnreadable(file=name, problem=f"it is larger than {MOST_BYTES:,} bytes")
    key = NAME.sub("_", Path(name).stem) or "article"
    if content.lstrip()[:5] == b"%PDF-":
        return Article(key, level(_text_of_pdf(content, name)), content=content)
    if content.startswith(ZIP):
        return Article(key, level(_text_of_word(content, name)))
    if HTML.match(content):
        return _from_html(_text_of(content), key)
    text = _text_of(content)
    if sum(map(len, NO_LETTERS.findall(text))) > len(text) / MOST_NO_LETTERS:
        raise ArticleUnreadable(file=name, problem="its bytes are no text")
    if name.lower().endswith(MARKDOWN_NAMES):
        return Article(key, level(text_of_markdown(text)))
    return Article(key, level(text), content=content)


def _text_of_word(content: bytes, name: str) -> str:
    try:
        return text_of_word(content, MOST_BYTES)
    except ValueError as error:
        raise ArticleUnreadable(file=name, problem=error) from None


def _text_of(content: bytes) -> str:
    """Return the text of bytes in whichever encoding fits them best; what is no letter is left out."""
    try:
        text = decode(content).text
    except NotText:
        # charset-normalizer guesses only where nothing is certain.
        from charset_normalizer import from_bytes

        best = from_bytes(content[:100_000]).best()
        text = content.decode(best.encoding if best else "utf-8", errors="replace")
    return text


def _from_html(html: str, key: str) -> Article:
    import trafilatura

    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict) or not found.text:
        return Article(key, level(trafilatura.html2txt(html) or ""))
    publisher = found.sitename or found.hostname or ""
    return Article(
        key, level(found.text), "", found.title or "", found.date or "", publisher, found.url or ""
    )


def _text_of_pdf(content: bytes, name: str) -> str:
    from pypdf import PdfReader

    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    except Exception as error:  # A damaged PDF fails in as many ways as there are parts in it.
        raise ArticleUnreadable(
            file=name, problem=f"its pages cannot be read ({type(error).__name__})"
        ) from None
    return "\n\n".join(pages)


def articles_of_lines(content: bytes, name: str) -> Iterator[Article]:
    """Return the articles of JSON lines `{"id", "lang", "text"}`.

    Errors: ArticleUnreadable, with the line.
    """
    for number, line in enumerate(_text_of(content).split("\n"), 1):
        if not line.strip():
            continue
        try:
            held = json.loads(line)
            key, text = held["id"], held["text"]
        except (ValueError, TypeError, KeyError, RecursionError):
            problem = f'line {number} is no JSON object with "id" and "text"'
            raise ArticleUnreadable(file=name, problem=problem) from None
        if text is not None and not isinstance(text, str):
            raise ArticleUnreadable(file=name, problem=f'the "text" of line {number} is no text')
        yield Article(str(key), text or "", str(held.get("lang") or ""))
