"""The records of a snapshot as text: enough to compare two snapshots of one feed, whatever they mean."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.intake.feeds.problems import FeedRefused
from casualty_ledger.sources.decoding import NotText, decode

KEPT_UNDER = "key"


def read_records(feed: str, path: Path) -> pd.DataFrame:
    """Return the records of a file, every cell as text, "" where nothing stands.

    Errors: FeedRefused, where they cannot be found.
    """
    try:
        return READERS[path.suffix.lstrip(".")](path)
    except (ValueError, KeyError, NotText, RecursionError):
        raise FeedRefused(feed=feed, problem="no records can be read from it") from None


def _read_json(path: Path) -> pd.DataFrame:
    records = [_flatten(each) for each in _find_records(json.loads(path.read_bytes()))]
    return _as_text(pd.DataFrame(records, dtype=object))


def _find_records(held: Any) -> list[Any]:
    """Find the longest list of records; a table of records under keys is one, with the keys beside them."""
    if isinstance(held, list):
        return held
    if not isinstance(held, dict):
        return [held]
    if held and all(isinstance(each, dict) for each in held.values()):
        return [{KEPT_UNDER: key, **each} for key, each in held.items()]
    lists = [each for each in held.values() if isinstance(each, list)]
    inner = [found for each in held.values() if isinstance(each, dict) for found in [_find_records(each)]]
    return max([*lists, *inner, [held]], key=len)


def _flatten(record: Any, before: str = "") -> dict[str, Any]:
    if not isinstance(record, dict):
        return {before or "value": record}
    flat: dict[str, Any] = {}
    for name, each in record.items():
        path = f"{before}.{name}" if before else str(name)
        if isinstance(each, dict):
            flat |= _flatten(each, path)
        else:
            flat[path] = json.dumps(each, ensure_ascii=False) if isinstance(each, list) else each
    return flat


def _as_text(table: pd.DataFrame) -> pd.DataFrame:
    return table.map(lambda cell: "" if cell is None or cell != cell else str(cell)).astype("str")


def _read_text(path: Path) -> pd.DataFrame:
    text = decode(path.read_bytes()).text
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    return pd.read_csv(
        io.StringIO(text), sep=delimiter, dtype=str, keep_default_na=False, on_bad_lines="skip"
    )


READERS = {"json": _read_json, "geojson": _read_json, "csv": _read_text, "tsv": _read_text}
