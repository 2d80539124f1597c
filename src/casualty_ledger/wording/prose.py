"""The prose of notebooks, line by line: what a translator is given of it, and how it is then said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from casualty_ledger.wording.language import translate

# A heading or a point of a list stays one in every language; so does the blank at the end of a line.
LINE = re.compile(r"(?P<mark>\s*(?:#+ |[-*] |\d+\. )?)(?P<said>.*?)(?P<end>\s*)", re.DOTALL)
FENCE = "```"
# Cells that no page shows: publishing/html.py.
NOT_SHOWN = frozenset({"hide", "injected-parameters"})


def translate_prose(markdown: str) -> str:
    r"""Say the prose of a cell in the language that is spoken; code stays, and what has no translation.

    >>> translate_prose("## Data\n\n- A *report*.")
    '## Data\n\n- A *report*.'
    """
    return "".join(mark + (translate(said) if said else "") + end for mark, said, end in _each_line(markdown))


def lines_of_prose(markdown: str) -> list[str]:
    r"""List the lines of a cell's prose that have words, without their marks.

    >>> lines_of_prose("## Data\n\n- A report.\n```python\nx = 1\n```")
    ['Data', 'A report.']
    """
    return [said for _, said, _ in _each_line(markdown) if said]


def _each_line(markdown: str) -> Iterator[tuple[str, str, str]]:
    """Yield each line in three parts: its mark, what it says, its end; code says nothing."""
    is_code = False
    for line in markdown.splitlines(keepends=True):
        fence = line.lstrip().startswith(FENCE)
        parts = LINE.fullmatch(line)
        yield (
            (line, "", "") if is_code or fence or not parts else (parts["mark"], parts["said"], parts["end"])
        )
        is_code = is_code != fence


def extract_notebook(
    file: IO[bytes], keywords: object, comment_tags: object, options: dict[str, Any]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Give Babel each line of prose that the page of a notebook shows, with the number of its cell."""
    for nth, cell in enumerate(json.load(file)["cells"], start=1):
        if cell["cell_type"] == "markdown" and not NOT_SHOWN & set(cell["metadata"].get("tags", ())):
            for line in lines_of_prose("".join(cell["source"])):
                yield nth, "", line, []
