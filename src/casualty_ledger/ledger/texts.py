"""Texts as Arrow stores them: one behind the other, so that one look goes through all of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

TEXT = pa.large_string()
LOOKED_AT = 50
# Bytes that a blank may begin or end with: those of ASCII, and all beyond it.
MAY_BE_BLANK = np.isin(np.arange(256), [*range(1, 33), *range(127, 256)])


def as_texts(values: Any) -> pa.Array:
    """Return values as one array of Arrow's texts, in one piece."""
    found = pa.array(values, TEXT)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def may_hold(texts: pa.Array, marks: bytes) -> bool:
    """Say whether any of these bytes stands in the texts or, of a slice, in those beside them.

    One look through all texts at once spares most columns a look at each.
    """
    held = bytes(texts.buffers()[2] or b"")
    return any(bytes([mark]) in held for mark in marks)


def stays_within(texts: pa.Array, lowest: int, highest: int) -> bool:
    """Say whether every byte of the texts lies between two, as may_hold looks at them.

    >>> stays_within(as_texts(["abc", "1"]), 0, 127), stays_within(as_texts(["№"]), 0, 127)
    (True, False)
    """
    held = np.frombuffer(texts.buffers()[2] or b"", dtype=np.uint8)
    return not len(held) or bool(held.min() >= lowest and held.max() <= highest)


def starts_of(texts: pa.Array) -> np.ndarray:
    """Return where each text begins in the bytes of all, and where the last one ends."""
    offsets = np.frombuffer(texts.buffers()[1] or bytes(8), dtype=np.int64)
    return offsets[texts.offset : texts.offset + len(texts) + 1]


def edge_bytes(texts: pa.Array, *, last: bool = False) -> np.ndarray:
    """Return the first byte of each text, or its last one; of an empty text 0.

    >>> edge_bytes(as_texts(["=a", "", "b "])).tolist(), edge_bytes(as_texts(["b "]), last=True).tolist()
    ([61, 0, 98], [32])
    """
    starts = starts_of(texts)
    if starts[0] == starts[-1]:
        return np.zeros(len(texts), dtype=np.uint8)
    held = np.frombuffer(texts.buffers()[2], dtype=np.uint8)
    found = held.take(starts[1:] - 1 if last else starts[:-1], mode="clip")
    found[starts[1:] == starts[:-1]] = 0
    return found


def trim(texts: pa.Array) -> pa.Array:
    """Take blanks from both ends of the texts; most columns have none, which their edges tell at a glance."""
    if not any(MAY_BE_BLANK[edge_bytes(texts, last=last)].any() for last in (False, True)):
        return texts
    return pc.utf8_trim_whitespace(texts)


def is_one_text(texts: pa.Array) -> bool:
    """Say whether all of some texts are the same one; of none, they are not."""
    head = texts.slice(0, LOOKED_AT)
    return all(
        len(part) > 0 and pc.all(pc.equal(part, texts[0]), skip_nulls=False).as_py() is True
        for part in (head, texts)
    )
