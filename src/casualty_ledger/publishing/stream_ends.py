"""Streams of a PDF whose last byte looks like the end of a line.

PDF/A counts a stream up to the end of the line before `endstream`. Where the compressed bytes happen to
end in a carriage return or a line feed, a strict reader takes that byte for a part of the line's end and
finds the stream one byte too short. A space behind it, which no decoder reads, keeps the two apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left

AMBIGUOUS = re.compile(rb"(?<=[\r\n])\nendstream\nendobj")
LENGTH = re.compile(rb"/Length (\d+)")
OFFSET = re.compile(rb"^(\d{10})( \d{5} n\r\n)", re.MULTILINE)
Edit = tuple[int, int, bytes]


def keep_ends_apart(pdf: bytes) -> bytes:
    """Return `pdf` with a space behind every such stream; without one, the same bytes.

    The file must have a plain cross-reference table, as Typst writes it.
    """
    edits = [edit for found in AMBIGUOUS.finditer(pdf) for edit in _edits(pdf, found.start())]
    return _apply(pdf, edits) if edits else pdf


def _edits(pdf: bytes, end: int) -> tuple[Edit, Edit]:
    """Lengthen the stream that ends at `end` by a space: its stated length, then its bytes."""
    stated = LENGTH.search(pdf, pdf.rindex(b" 0 obj\n", 0, end))
    if stated is None:
        raise ValueError(f"the stream that ends at byte {end} states no length")
    longer = str(int(stated[1]) + 1).encode()
    return (stated.start(1), stated.end(1), longer), (end, end, b" ")


def _apply(pdf: bytes, edits: list[Edit]) -> bytes:
    """Make the edits, and move every offset of the cross-reference table by what stands before it."""
    table = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    starts = [start for start, _, _ in edits]
    shifts = [0]
    for start, end, put in edits:
        shifts.append(shifts[-1] + len(put) - (end - start))

    def moved(offset: int) -> int:
        return offset + shifts[bisect_left(starts, offset)]

    body, at = [], 0
    for start, end, put in edits:
        body += [pdf[at:start], put]
        at = end
    objects = b"".join([*body, pdf[at:table]])
    ending = OFFSET.sub(lambda row: b"%010d" % moved(int(row[1])) + row[2], pdf[table:])
    return objects + re.sub(rb"(?<=startxref\n)\d+", b"%d" % moved(table), ending)
