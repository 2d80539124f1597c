"""The brief as PDF: Typst sets a template that receives JSON only, so that no text becomes markup.

The file conforms to PDF/UA-1 and PDF/A-2a, and the same content gives the same bytes.
"""

from __future__ import annotations

import json
import re
import tempfile
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import typst

from casualty_ledger import typefaces
from casualty_ledger.publishing.brief_content import describe_brief
from casualty_ledger.publishing.document import Block, Brief, Bullets, Picture, Rest, Section, Table
from casualty_ledger.publishing.printable import printable
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.stream_ends import keep_ends_apart
from casualty_ledger.whole_files import write_bytes
from casualty_ledger.wording.traced_text import counted, sentence

MOST_PAGES = 4
# How dense, and how many rows of a table: tried in this order, until the brief keeps to its pages.
STEPS = ((0, 16), (1, 14), (2, 14), (2, 12), *((3, most) for most in (12, 10, 8, 6, 5, 4, 3, 2, 1)))
# So many characters of a description mostly fit, by how dense they are set.
ROOM = (45_000, 45_000, 58_000, 63_500)
# Points of the list of sources, by how dense the brief is set; larger ones where its pages have room.
NOTES_SIZES, LARGER_NOTES = (6.5, 6.05, 5.7, 5.35), (6.5, 6.0)
# With so few rows the charts of the sections stand on the page alone, and with fewer page 1 is cut, too.
FEW_ROWS, FEWEST_ROWS = 3, 2
PAGE = "brief.html"
PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")
TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"


def write_brief(brief: Brief, references: References, path: Path, *, dated: date) -> None:
    """Write `brief` as PDF, dated by its vintage and not by the clock.

    Errors: CannotWrite.
    """
    write_bytes(path, set_brief(brief, references, dated=dated))


def set_brief(brief: Brief, references: References, *, dated: date) -> bytes:
    """Set `brief` and return the bytes of the PDF.

    A week that would not fit on MOST_PAGES is set denser, step by step, and its tables are cut; how many
    rows are left out stands under each, with a link to the page that has them. Each step takes less room
    than the one before; what room the last page has left is given to the sources. Setting costs far more
    than describing, so that the search for the first step that fits begins where a brief of such length
    usually does, and at its neighbour.
    """
    made: dict[int, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "brief.typ").write_bytes(TEMPLATE.read_bytes())

        def describe(step: int, size: float = 0.0) -> str:
            dense, most = STEPS[step]
            content = describe_brief(cut_brief(brief, most), references, root)
            content |= {"dense": dense, "notes_size": size or NOTES_SIZES[dense]}
            return json.dumps(printable(content), ensure_ascii=False)

        def fits(step: int, size: float = 0.0) -> bool:
            (root / "brief.json").write_text(describe(step, size), "utf-8")
            pdf = _compile(root, dated)
            is_short = count_pages(pdf) <= MOST_PAGES
            if is_short or not size:
                made[step] = pdf
            return is_short

        step = _find_first(_guess(describe), len(STEPS) - 1, fits)
        if step not in made:
            fits(step)
        if count_pages(made[step]) <= MOST_PAGES:
            smallest = NOTES_SIZES[STEPS[step][0]]
            next((size for size in LARGER_NOTES if size > smallest and fits(step, size)), None)
    return keep_ends_apart(made[step])


def _guess(describe: Callable[[int], str]) -> int:
    """Return the first step whose description is as short as those that mostly fit."""
    fitting = (step for step, (dense, _) in enumerate(STEPS) if len(describe(step)) <= ROOM[dense])
    return next(fitting, len(STEPS) - 1)


def _find_first(guess: int, last: int, fits: Callable[[int], bool]) -> int:
    """Return the first step that fits, or the last; ask first about the guess and the step beside it."""
    if not fits(guess):
        if guess >= last - 1 or fits(guess + 1):
            return min(guess + 1, last)
        return bisect_left(range(last), True, guess + 2, last, key=fits)
    if guess == 0 or not fits(guess - 1):
        return guess
    return bisect_left(range(last), True, 0, guess - 1, key=fits)


def cut_brief(brief: Brief, most: int) -> Brief:
    """Keep the first `most` rows of each table and list; where few are kept, the charts stand on the page."""
    sections = tuple(_cut_section(section, most) for section in brief.sections)
    front = brief.front
    if most <= FEWEST_ROWS:
        front = replace(front, sections=tuple(_cut_section(section, most) for section in front.sections))
    return replace(brief, sections=tuple(each for each in sections if each.blocks), front=front)


def _cut_section(section: Section, most: int) -> Section:
    kept = [block for block in section.blocks if most > FEW_ROWS or not isinstance(block, Picture)]
    return replace(section, blocks=tuple(_cut(block, most) for block in kept))


def _cut(block: Block, most: int) -> Block:
    if isinstance(block, Table) and len(block.rows) > most:
        return replace(block, rows=block.rows[:most], rest=_left(len(block.rows) - most, block.rest))
    if isinstance(block, Bullets) and len(block.items) > most:
        return replace(block, items=block.items[:most], rest=_left(len(block.items) - most, block.rest))
    return block


def _left(left: int, before: Rest | None) -> Rest:
    """Say how many rows paper leaves out; what the page itself leaves out is linked behind it."""
    count = counted(left, "rows that stand in the HTML brief")
    return Rest(sentence("and {count} more, in the HTML brief", count=count), PAGE, also=before)


def _compile(root: Path, dated: date) -> bytes:
    pdf = typst.compile(
        root / "brief.typ",
        root=root,
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(datetime(dated.year, dated.month, dated.day, tzinfo=UTC).timestamp()),
        ignore_system_fonts=True,
        font_paths=list(typefaces.font_folders()),
    )
    return bytes(pdf)


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF says that it has."""
    return max(int(count) for count in PAGES.findall(pdf))
