"""The parcel: a project's inputs as one value named after its content, to be unpacked elsewhere."""

from __future__ import annotations

import importlib.metadata
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from casualty_ledger.conflicts.reading import list_files
from casualty_ledger.project import MARK, Project
from casualty_ledger.publishing.manifest import digest_code

RAW, PROCESSED, NOTEBOOKS = "data/raw", "data/processed", "notebooks"


@dataclass(frozen=True)
class Parcel:
    """The inputs of a project: every file that a notebook opens, by its path in the project, packed.

    `software` says what made the ledger and must run the notebooks.
    """

    name: str
    files: dict[str, bytes]
    software: dict[str, str]

    @classmethod
    def of(cls, project: Project) -> Parcel:
        """Pack the inputs of a project whose ledger is current."""
        files = {name: zlib.compress(path.read_bytes(), 1) for name, path in _inputs(project)}
        content = b"".join(name.encode() + b"\0" + sha256(packed).digest() for name, packed in files.items())
        software = describe_software()
        return cls(sha256(content + repr(software).encode()).hexdigest(), files, software)

    def unpack(self, home: Path) -> Project:
        """Write the inputs below `home` and return the project that is there now."""
        for name, packed in self.files.items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(zlib.decompress(packed))
        return Project(home, home / RAW, home / PROCESSED)


def _inputs(project: Project) -> Iterator[tuple[str, Path]]:
    yield MARK.as_posix(), project.sources
    for path in sorted(project.recorded.glob("*.csv")):
        yield f"{RAW}/recorded/{path.name}", path
    for path in list_files(project.home, project.raw).values():
        yield f"data/conflicts/{path.name}", path
    for path in sorted(project.corrections.glob("*.yml")):
        yield f"data/corrections/{path.name}", path
    for folder, source in ((PROCESSED, project.processed), (NOTEBOOKS, project.notebooks)):
        for path in sorted(source.iterdir()):
            if path.is_file() and not path.name.startswith("."):
                yield f"{folder}/{path.name}", path


def describe_software() -> dict[str, str]:
    """Say what decides about the bytes of a result on a machine: this package, its requirements, Python."""
    wanted = importlib.metadata.requires("casualty-ledger") or []
    names = [re.split(r"[^\w.-]", line)[0] for line in wanted if "extra ==" not in line]
    versions = {name: importlib.metadata.version(name) for name in names}
    return versions | {"casualty-ledger": digest_code(), "Python": ".".join(map(str, sys.version_info[:2]))}
