"""Texts as Arrow stores them: one behind the other, so that one look goes through all of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

TEXT = pa.large_string()
LOOKED_AT = 50


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


def is_one_text(texts: pa.Array) -> bool:
    """Say whether all of some texts are the same one; of none, they are not."""
    head = texts.slice(0, LOOKED_AT)
    return all(
        len(part) > 0 and pc.all(pc.equal(part, texts[0]), skip_nulls=False).as_py() is True
        for part in (head, texts)
    )
