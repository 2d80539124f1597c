"""A new conflict's file: valid as it stands, with a comment on every key, to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from casualty_ledger.conflicts.conflict import as_recorded
from casualty_ledger.conflicts.model import ConflictFile
from casualty_ledger.conflicts.reading import is_name, name_like
from casualty_ledger.errors import ConflictExists, ConflictMisnamed
from casualty_ledger.whole_files import write_text

HEAD = """\
# {title}: what is special to this conflict.
#
# Fill in what you know and leave the rest out: what a file does not say is unstated, never a default.
# docs/conflict_file.md describes the keys; casualty-ledger check reads the file.

title: {title}
"""
# An example of each key that holds more than one word, as it is to be written.
EXAMPLES: dict[str, str] = {
    "start": "start: 2023-05-01",
    "sides": (
        "sides:\n  north:\n    name: the North\n    adjective: Northern\n"
        "  south:\n    name: the South\n    adjective: Southern"
    ),
    "parties": (
        "parties:\n  river_guard:\n    side: north\n    adjective: River Guard\n    is_formation: true"
    ),
    "whole_places": "whole_places: [the whole country]",
    "whose": "whose:\n- party: north\n  regions: [Upper Province]\n  places: [Old Town]",
    "held_areas": "held_areas:\n- held_by: south\n  words: [South-installed]",
    "monitors": "monitors:\n- claimant: the body's registered name\n  short: its name in a sentence",
    "minimums": "minimums:\n- claimant: the registered name of a body\n  basis: cumulative",
    "followed": "followed:\n- claimant: General Staff of the North\n  measure: losses\n  party: south",
    "exchanges": "exchanges: [north, south]",
    "regions": "regions:\n- {name: Upper Province, short: UPP, party: north, tile: [0, 0]}",
    "places": "places:\n- {name: Old Town, region: Upper Province, spellings: [Oldtown]}",
    "abbreviations": "abbreviations:\n  NRC: Northern Rescue Corps",
    "with_article": "with_article: [Northern Rescue Corps, Ministry of]",
    "other_words": "other_words:\n  northerners: north",
    "language": "language: en",
    "words": (
        "words:\n  uk:\n    the North: Північ\n    to the North: до Півночі\n"
        "    Northern: {one: північного, many: північних}"
    ),
}


def write_new(folder: Path, name: str) -> Path:
    """Write the file of a new conflict into a folder of conflicts and return its path.

    Errors: ConflictMisnamed, ConflictExists, CannotWrite.
    """
    if not is_name(name):
        raise ConflictMisnamed(found=name, meant=name_like(name))
    path = folder / f"{name}.yml"
    if path.exists():
        raise ConflictExists(found=name, file=path.name)
    write_text(path, fill_in(name))
    return path


def fill_in(name: str) -> str:
    """Return the text of a new conflict's file."""
    title = as_recorded(name).capitalize()
    keys = (_comment(key, field) for key, field in ConflictFile.model_fields.items() if key in EXAMPLES)
    return "\n".join([HEAD.format(title=title), *keys])


def _comment(key: str, field: FieldInfo) -> str:
    """Return a key as a comment: what it holds, what each entry may hold, and an example."""
    said = [f"# {key}: {field.description}."]
    said += [f"#   {name}: {inner.description}" for name, inner in _fields_within(field)]
    example = [f"# {line}" for line in EXAMPLES[key].split("\n")]
    return "\n".join([*said, "#", *example, ""])


def _fields_within(field: FieldInfo) -> Iterator[tuple[str, FieldInfo]]:
    for model in models_within(field.annotation):
        yield from model.model_fields.items()


def models_within(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that a type is made of: those of its entries."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_within(inner)
