"""Files written whole or not at all: into a neighbour first, then moved over in one step."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casualty_ledger.errors import CannotWrite


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Lend a path to write to; moved to `path` when the block ends well, removed when not.

    Errors: CannotWrite.
    """
    neighbour = _neighbour(path)
    try:
        yield neighbour
        neighbour.replace(path)
    except OSError as error:
        raise CannotWrite(path=path, problem=error.strerror or error) from None
    finally:
        neighbour.unlink(missing_ok=True)


def _neighbour(path: Path) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise CannotWrite(path=path, problem=error.strerror or error) from None
    os.close(handle)
    neighbour = Path(name)
    neighbour.chmod(0o644)
    return neighbour


def write_text(path: Path, text: str) -> None:
    """Write text (UTF-8, line ends as they are) whole or not at all."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes whole or not at all."""
    with writing(path) as neighbour:
        neighbour.write_bytes(content)


def digest(path: Path) -> str:
    """Return the sha256 of a file, in hexadecimal."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
