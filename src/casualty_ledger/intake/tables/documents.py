"""JSON documents: where the records are, and what is nested in them, as columns with dotted names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.intake.tables.layout import is_statement
from casualty_ledger.intake.tables.table import Table, TableUnreadable, make_table
from casualty_ledger.sources.decoding import NotText, decode

DEEPEST = 6
LISTED = ("data", "records", "results", "features", "items", "rows", "values")
ADVICE = "Say in the mapping where its records are (shape, records)."
NO_RECORDS = "it holds no list of records, and no records under days or names"


def read_document(file: str, content: bytes, *, records: str = "", key: str = "key") -> Table:
    """Read the records of a JSON document, or of one JSON object a line.

    `records` is the way to them, its names joined by dots; `key` names the column of what they are kept
    under, where they are kept under days or names. Errors: TableUnreadable.
    """
    document = _load(file, content)
    if records:
        found = _follow(file, document, records)
    else:
        found = document
        records, found = _find(document)
    listed = _list(found, key)
    if listed is None:
        raise TableUnreadable(file=file, problem=NO_RECORDS, advice=ADVICE)
    rows = _tabulate([dict(_flatten(record)) for record in listed])
    remarks = [f"the records stand under {records!r}"] if records else []
    return make_table(file, "", rows, remarks=remarks)


def _load(file: str, content: bytes) -> Any:
    """Load a document; numbers stay as they are written."""
    try:
        text = decode(content).text
    except NotText as error:
        raise TableUnreadable(file=file, problem=str(error), advice="Save it as UTF-8.") from None
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError:
        raise TableUnreadable(file=file, problem="it is nested too deeply", advice=ADVICE) from None
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            return [json.loads(line, parse_int=str, parse_float=str, parse_constant=str) for line in lines]
        except (json.JSONDecodeError, RecursionError):
            problem = f"line {error.lineno} is no JSON: {error.msg}"
            raise TableUnreadable(file=file, problem=problem, advice="Get the file anew.") from None


def _follow(file: str, document: Any, way: str) -> Any:
    for name in way.split("."):
        if not isinstance(document, Mapping) or name not in document:
            problem = f"it has no {way!r}"
            raise TableUnreadable(file=file, problem=problem, advice=ADVICE)
        document = document[name]
    return document


def _find(document: Any) -> tuple[str, Any]:
    """Return the way to the records, and the records: the document itself, or the longest list in it."""
    if isinstance(document, list) or (isinstance(document, dict) and all(map(is_statement, document))):
        return "", document
    lists = [
        (name, held) for name, held in _inside(document) if isinstance(held, list) and _list(held, "key")
    ]
    lists.sort(key=lambda each: (each[0].split(".")[-1] in LISTED, len(each[1])), reverse=True)
    if lists:
        return lists[0]
    if _list(document, "key") is not None:
        return "", document
    kept = [(name, held) for name, held in _inside(document) if _list(held, "key")]
    return max(kept, key=lambda each: len(each[1]), default=("", None))


def _inside(document: Any, way: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    if isinstance(document, Mapping) and depth < DEEPEST:
        for name, held in document.items():
            here = f"{way}.{name}" if way else name
            yield here, held
            yield from _inside(held, here, depth + 1)


def _list(found: Any, key: str) -> list[dict[str, Any]] | None:
    """Return records as a list: objects, rows under a first row of names, objects by day, or columns."""
    if isinstance(found, list) and found and all(isinstance(each, dict) for each in found):
        return found
    if isinstance(found, list) and len(found) > 1 and all(isinstance(each, list) for each in found):
        return [dict(zip(map(str, found[0]), row, strict=False)) for row in found[1:]]
    if not isinstance(found, dict) or not found:
        return None
    if all(isinstance(each, dict) for each in found.values()):
        return [{key: name, **record} for name, record in found.items()]
    if all(isinstance(each, list) and _plain(each) for each in found.values()):
        longest = max(map(len, found.values()))
        return [{name: each[i] for name, each in found.items() if i < len(each)} for i in range(longest)]
    if _plain(found.values()) and len(found) > 1 and all(map(is_statement, found)):
        return [{key: name, "value": each} for name, each in found.items()]
    return None


def _plain(held: Any) -> bool:
    return not any(isinstance(each, (dict, list)) for each in held)


def _flatten(record: Mapping[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, held in record.items():
        if isinstance(held, Mapping) and depth < DEEPEST:
            yield from _flatten(held, f"{before}{name}.", depth + 1)
        elif isinstance(held, list):
            yield f"{before}{name}", "; ".join(_say(each) for each in held if _plain([each]))
        else:
            yield f"{before}{name}", _say(held)


def _say(held: Any) -> str:
    if held is None:
        return ""
    return str(held).lower() if isinstance(held, bool) else str(held).strip()


def _tabulate(records: list[dict[str, str]]) -> pd.DataFrame:
    names = list(dict.fromkeys(name for record in records for name in record))
    columns = {name: [record.get(name, "") for record in records] for name in names}
    return pd.DataFrame(columns, dtype="str", columns=pd.Index(names, dtype="str"))
