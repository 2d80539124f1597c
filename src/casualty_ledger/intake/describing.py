"""The page on mappings, written from their model and from the readers so that it cannot drift."""

from __future__ import annotations

from casualty_ledger.conflicts.describing import tabulate
from casualty_ledger.conflicts.template import models_within
from casualty_ledger.intake.mapping import spans as spans  # registers its readers
from casualty_ledger.intake.mapping.model import MAPPED, Cell, Mapping
from casualty_ledger.intake.mapping.readers import READERS

CELLS = """\
## `cells`

Each key is a column of a recorded sheet; what stands in them is told in the README of `data/raw/recorded/`.
A text is the same in each row. Anything else says from which column it is read, and how:

```yaml
cells:
  claimant: Health Office of Upper Province
  covers_until: {column: Date, read: day_first}
  party: {column: Side, words: {N: north, S: south}}
  hedge: {column: flag, words: {about: about, more: more_than}, otherwise: leave_empty}
  note: {text: "week {Week} of the office's count"}
```

Where no column holds an id, one is given to each figure from what it states.
The cell `value` may hold a number in words: “at least 20”, “близько 30”, “12–15”, “20+”.
Where it does, its hedge goes before that of the mapping, which is for bare numbers.
An empty cell, `-`, `n/a` or `немає даних` states nothing; nothing is never 0."""


def write_description() -> str:
    """Return the page as Markdown."""
    parts = [
        "# A mapping",
        "This page is written by `make docs` from the model; a test holds the two together.",
        "`data/mappings/<source>.yml` says how to read somebody's table.\n"
        "Beside other sheets (`--raw`), the folder `mappings/` next to the folder of the sheets goes first.\n"
        "[Bring in a table](bring_in_a_table.md) shows the way.".replace("\\\n", "\n"),
        tabulate(Mapping),
        CELLS,
        tabulate(Cell),
        f"The columns of a sheet: {', '.join(f'`{name}`' for name in MAPPED)}.",
    ]
    for key, field in Mapping.model_fields.items():
        for model in models_within(field.annotation):
            if model is not Cell:
                parts += [f"## `{key}`: {model.__name__.removesuffix('Declared').lower()}"]
                parts += [" ".join((model.__doc__ or "").split()), tabulate(model)]
    return "\n\n".join(dict.fromkeys([*parts, "## Readers", _list_readers()])) + "\n"


def _list_readers() -> str:
    lines = ["| reader | what it does |", "|---|---|"]
    lines += [f"| `{name}` | {_first_line(read.__doc__)} |" for name, read in READERS.items()]
    more = "One more is a function with `@reader` in `src/casualty_ledger/intake/mapping/readers.py`."
    return "\n".join([*lines, "", more])


def _first_line(text: str | None) -> str:
    return (text or "").strip().split("\n")[0]
