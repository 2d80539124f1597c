"""Marked up: the plain text of Markdown and of a Word file, as a reader sees it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from bs4 import BeautifulSoup, Tag

# A character of markup that is meant as it stands has a stroke before it.
MARKDOWN = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"(?m)^ {0,3}(?:```|~~~).*$|^ {0,3}(?:[-*_] ?){3,}$|^ {0,3}=+ *$"), ""),
    (re.compile(r"(?m)^ {0,3}(?:#{1,6}|(?:> ?)+|[-*+]) +"), ""),
    (re.compile(r"(?m) +#+ *$"), ""),
    (re.compile(r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (re.compile(r"(?<![\\\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\\\w])(_{1,3}|`+)(?=\S)([^_`\n]+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)
MARKDOWN_NAMES = (".md", ".markdown")
WORD_TEXT = "word/document.xml"
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
WORDS = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:nobreakhyphen": "-"}


def text_of_markdown(text: str) -> str:
    """Return a Markdown text without its signs: headings, lists, links and emphasis are words alone.

    >>> text_of_markdown("# Toll rises\\n\\n**KYIV** - [Two](https://a.example) died, *five* were hurt.")
    'Toll rises\\n\\nKYIV - Two died, five were hurt.'
    """
    for sign, words in MARKDOWN:
        text = sign.sub(words, text)
    return text


def text_of_word(content: bytes, most: int) -> str:
    """Return the text of a Word file (docx), a line a paragraph, without what was deleted from it.

    Errors: ValueError, where it is none, is damaged, or is larger than `most` bytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if parts.getinfo(WORD_TEXT).file_size > most:
                raise ValueError(f"its text is larger than {most:,} bytes")
            text = DECLARATION.sub("", parts.read(WORD_TEXT).decode())
    except KeyError:
        raise ValueError("it is a zip file, and no Word file (docx)") from None
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, zlib.error, UnicodeDecodeError) as error:
        raise ValueError(f"it is a damaged Word file ({type(error).__name__})") from None
    paragraphs = BeautifulSoup(text, "html.parser").find_all("w:p")
    return "\n".join("".join(map(_say, each.find_all(["w:t", *WORDS]))) for each in paragraphs)


def _say(part: Tag) -> str:
    return WORDS.get(part.name, "") or part.get_text()
