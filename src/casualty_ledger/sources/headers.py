"""Headers: which row names the columns of a sheet, what they mean, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from casualty_ledger.errors import SheetUnreadable
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.schema import OPTIONAL_COLUMNS, REQUIRED_COLUMNS, SHEET_COLUMNS

KNOWN = (*SHEET_COLUMNS, *OPTIONAL_COLUMNS)
FORMAT_HELP = "The format is described in data/raw/recorded/README.md."
TAG = re.compile(r"#[A-Za-z]\w*(?:\s*\+\s*[A-Za-z]\w*)*")
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

# Words of a column that would identify somebody, and those beside which "name" or "unit" is harmless.
HARMFUL = re.compile(
    r"(?:first|last|full|sur|fore|maiden|nick)?names?|patronym\w*|passports?|birth\w*|dob|"
    r"(?:tele)?phones?|photos?|faces?|videos?|voices?|callsigns?|lat|latitude|lon|lng|long|longitude|"
    r"coord\w*|gps|geo|geometry|units?|ranks?|streets?|brigades?|battalions?|regiments?|"
    r"ім['’]?я|імена|імʼя|прізвищ\w*|піб|фамили\w*|имя|имена|фио|отчеств\w*|звання|звание|позивн\w*|"
    r"позывн\w*|народженн\w*|рождени\w*|телефон\w*|фото|широта|довгота|долгота|вулиц\w*|улиц\w*|"
    r"підрозділ\w*|подразделени\w*"
)
HARMLESS_BESIDE = re.compile(
    r"place|location|settlement|village|district|province|city|town|country|region|admin\d?|"
    r"publisher|claimant|source|outlet|agency|conflict|war|"
    r"measure|sheet|file|column|value|rate|count|currency"
)


def normalize(name: str) -> str:
    """Return the name of a column as the format spells it: small letters, no blanks around, `_` between.

    >>> normalize(" Published On ")
    'published_on'
    """
    return re.sub(r"[\s_-]+", "_", name.strip().strip(INVISIBLE).strip()).casefold().strip("_")


def count_known(cells: Iterable[str]) -> int:
    """Count the cells of a row that name a column of the format."""
    return len({normalize(cell) for cell in cells} & set(KNOWN))


def is_tags(cells: Sequence[str]) -> bool:
    """Say whether a row holds HXL tags: `#affected+killed` and their like, and nothing else."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(map(TAG.fullmatch, filled))


def read_header(file: str, cells: Sequence[str]) -> list[str]:
    """Return the columns that a header names, in its order; "" for one without a name.

    Errors: SheetUnreadable, where one is missing, unknown, named twice, or would identify somebody.
    """
    columns = [normalize(cell) for cell in cells]
    unknown = [
        written.strip() for written, name in zip(cells, columns, strict=True) if name and name not in KNOWN
    ]
    if harmful := [written for written in unknown if is_harmful(written)]:
        problem = (
            f"{_name('column', harmful)} would identify a person, a unit or a spot on the map. "
            "Record numbers only"
        )
        raise SheetUnreadable(file=file, problem=problem, advice=FORMAT_HELP)
    missing = [column for column in REQUIRED_COLUMNS if column not in columns]
    twice = [column for column in KNOWN if columns.count(column) > 1]
    free = [column for column in KNOWN if column not in columns]
    problems = [f"unknown column {_show(each)}{did_you_mean(normalize(each), free)}" for each in unknown]
    problems += [_name("missing column", missing)] if missing else []
    problems += [f"{_name('column', twice)} twice"] if twice else []
    if problems:
        raise SheetUnreadable(file=file, problem="; ".join(problems), advice=FORMAT_HELP)
    return columns


def is_harmful(name: str) -> bool:
    """Say whether a column of this name would identify a person, a unit or a spot on the map.

    >>> is_harmful("Victim's surname"), is_harmful("publisher_name"), is_harmful("renamed")
    (True, False, False)
    """
    words = re.findall(r"[^\W_]+(?:['’ʼ][^\W_]+)?", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))
    found = [word.casefold().removesuffix("'s").removesuffix("’s") for word in words]
    harmful = any(map(HARMFUL.fullmatch, found)) or "callsign" in "".join(found)
    return harmful and not any(map(HARMLESS_BESIDE.fullmatch, found))


def _name(noun: str, names: Sequence[str]) -> str:
    return f"{noun}{'s' if len(names) > 1 else ''} {', '.join(map(_show, names))}"


def _show(name: str) -> str:
    return repr(name if len(name) <= 40 else f"{name[:39]}…")
