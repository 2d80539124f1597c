"""The page on conflicts' files, written from their model so that it cannot drift."""

from __future__ import annotations

from pydantic import BaseModel

from casualty_ledger.conflicts.model import ConflictFile
from casualty_ledger.conflicts.template import EXAMPLES, models_within


def write_description() -> str:
    """Return the page as Markdown."""
    parts = [
        "# A conflict's file",
        "This page is written by `make docs` from the model; a test holds the two together.",
        "`data/conflicts/<conflict>.yml` holds all that is special to one conflict.\n"
        "Its name is the word that stands in the column `conflict` of the sheets.\n"
        "Beside other sheets (`--raw`), the folder `conflicts/` next to the folder of the sheets goes first.",
        "Only `title` is needed. What a file leaves out is unstated, never a default.",
        tabulate(ConflictFile),
    ]
    for key, field in ConflictFile.model_fields.items():
        if key not in EXAMPLES:
            continue
        described = list(models_within(field.annotation))
        purposes = [" ".join((model.__doc__ or "").split()) for model in described]
        parts += [f"## `{key}`", *(purposes or [f"{_capital(field.description)}."])]
        parts += [*map(tabulate, described), f"```yaml\n{EXAMPLES[key]}\n```"]
    return "\n\n".join(parts) + "\n"


def _capital(text: str | None) -> str:
    return f"{(text or '')[:1].upper()}{(text or '')[1:]}"


def tabulate(model: type[BaseModel]) -> str:
    """Return the keys of a model as a table in Markdown."""
    lines = ["| key | needed | what it holds |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        needed = "yes" if field.is_required() else ""
        lines.append(f"| `{name}` | {needed} | {field.description} |")
    return "\n".join(lines)
