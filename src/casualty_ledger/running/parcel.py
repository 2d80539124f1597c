"""The parcel: a snapshot as one value named after its content, to be unpacked elsewhere."""

from __future__ import annotations

import importlib.metadata
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from casualty_ledger.project import MARK, STORE, Project
from casualty_ledger.publishing.manifest import digest_code
from casualty_ledger.settings import FILE, read_settings


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
        """Pack a snapshot."""
        files = {name: zlib.compress(path.read_bytes(), 1) for name, path in _inputs(project)}
        content = b"".join(name.encode() + b"\0" + sha256(packed).digest() for name, packed in files.items())
        software = describe_software()
        return cls(sha256(content + repr(software).encode()).hexdigest(), files, software)

    def unpack(self, home: Path) -> Project:
        """Write the inputs below `home` and return the snapshot that is there now."""
        for name, packed in self.files.items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(zlib.decompress(packed))
        (ledger,) = (home / STORE).iterdir()
        (home / MARK.parent).symlink_to(ledger)
        return Project(home, ledger / "raw", ledger / "processed")


def _inputs(project: Project) -> Iterator[tuple[str, Path]]:
    for name in (FILE, *read_settings(project.home).files):
        if (project.home / name).is_file():
            yield name, project.home / name
    ledger = project.raw.parent
    for folder, name in ((ledger, f"{STORE}/{ledger.name}"), (project.notebooks, project.notebooks.name)):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield f"{name}/{path.relative_to(folder).as_posix()}", path


def describe_software() -> dict[str, str]:
    """Say what decides about the bytes of a result on a machine: this package, its requirements, Python."""
    wanted = importlib.metadata.requires("casualty-ledger") or []
    names = [re.split(r"[^\w.-]", line)[0] for line in wanted if "extra ==" not in line]
    versions = {name: importlib.metadata.version(name) for name in names}
    return versions | {"casualty-ledger": digest_code(), "Python": ".".join(map(str, sys.version_info[:2]))}
