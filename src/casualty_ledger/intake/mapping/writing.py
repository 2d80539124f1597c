"""Writing a mapping as YAML, for a person to read, mend and keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.whole_files import write_text

HEAD = """\
# {title}
#
# Guessed from the columns of the table. Read it, mend it, and keep it.
# docs/mapping_file.md describes the keys.

"""


def write_mapping(path: Path, mapping: Mapping) -> None:
    """Write a mapping as a file of YAML; what it leaves at its default is left out.

    Errors: CannotWrite.
    """
    write_text(path, HEAD.format(title=" ".join(mapping.title.split())) + spell(mapping))


def spell(mapping: Mapping) -> str:
    """Return a mapping as YAML."""
    told = _plain(mapping.model_dump(mode="json", exclude_defaults=True))
    return str(yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100))


def _plain(value: Any) -> Any:
    """Write a list of one text as the text, as people do."""
    if isinstance(value, dict):
        return {key: _one(key, _plain(each)) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _one(key: str, value: Any) -> Any:
    is_texts = key in ("column", "nothing", "keep", "leave_out")
    return value[0] if is_texts and isinstance(value, list) and len(value) == 1 else value
