"""The store of evidence: pages as they were received, outside git, each named by its sha256.

data/raw/evidence/<sha256>.html     the bytes as received, write-protected, for the owner's eyes
data/raw/evidence/<sha256>.json     the sidecar: address, day, kind, bytes, and the sha256 of the text
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from casualty_ledger.errors import YamlUnreadable
from casualty_ledger.intake.evidence.problems import EvidenceUnreadable, NoSuchEvidence
from casualty_ledger.intake.evidence.texts import MOST_BYTES, kind_of, text_of
from casualty_ledger.parsing.safe_yaml import read_yaml
from casualty_ledger.project import Project
from casualty_ledger.whole_files import write_bytes, write_text

FOLDER = "evidence"
# A page may name people: nobody but its owner reads it here.
OWNER_ONLY = 0o400


@dataclass(frozen=True)
class Kept:
    """A kept page: its sha256, where it is, and the day on which it was kept first."""

    sha256: str
    path: Path
    kept_on: date
    address: str = ""

    def read(self) -> bytes:
        """Return the bytes as they are now."""
        return self.path.read_bytes()

    def text(self) -> str:
        """Return the text of the page. Errors: EvidenceUnreadable."""
        return text_of(self.path.name, self.read())


def folder_of(project: Project) -> Path:
    """Return the folder of kept pages."""
    return project.raw / FOLDER


def keep(project: Project, file: Path, *, address: str = "", on: date | None = None) -> Kept:
    """Keep a page or a text as it is; one that is kept already stays as it was first kept.

    Errors: EvidenceUnreadable, CannotWrite.
    """
    content = _read(file)
    sha = sha256(content).hexdigest()
    known = find(project, sha)
    if known is not None:
        return known
    text = text_of(file.name, content)
    path = folder_of(project) / f"{sha}.{kind_of(content)}"
    kept_on = on or date.today()
    write_bytes(path, content)
    path.chmod(OWNER_ONLY)
    facts = {
        "sha256": sha,
        "kept_on": kept_on.isoformat(),
        "address": address,
        "kind": kind_of(content),
        "bytes": len(content),
        "text_sha256": sha256(text.encode()).hexdigest(),
    }
    write_text(path.with_suffix(".json"), json.dumps(facts, indent=1, ensure_ascii=False) + "\n")
    return Kept(sha, path, kept_on, address)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as content:
            held = content.read(MOST_BYTES + 1)
    except OSError as error:
        raise EvidenceUnreadable(file=file.name, problem=error.strerror or error) from None
    if not held.strip():
        raise EvidenceUnreadable(file=file.name, problem="it is empty")
    return held


def find(project: Project, sha: str) -> Kept | None:
    """Return the kept page of a sha256, if it is here."""
    sidecar = folder_of(project) / f"{sha}.json"
    try:
        facts = json.loads(sidecar.read_text(encoding="utf-8"))
        path = sidecar.with_suffix(f".{Path(str(facts['kind'])).name}")
        day = date.fromisoformat(facts["kept_on"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Kept(sha, path, day, str(facts.get("address", ""))) if path.is_file() else None


def find_by_beginning(project: Project, beginning: str) -> Kept:
    """Return the one kept page whose sha256 begins so.

    Errors: NoSuchEvidence.
    """
    folder = folder_of(project)
    names = [path.stem for path in sorted(folder.glob("*.json")) if path.stem.startswith(beginning.lower())]
    known = find(project, names[0]) if len(names) == 1 and len(beginning) >= 6 else None
    if known is None:
        raise NoSuchEvidence(found=beginning, folder=f"{folder.parent.name}/{folder.name}")
    return known


def read_address(article: Path) -> str:
    """Return the address that the sidecar of an article tells; nothing where it tells none.

    Errors: EvidenceUnreadable.
    """
    sidecar = article.with_suffix(".yml")
    if not sidecar.is_file():
        return ""
    try:
        told = read_yaml(sidecar, TypeAdapter(dict[str, str]), YamlUnreadable)
    except YamlUnreadable as error:
        problem = f"its sidecar is not read ({error.facts['problem']})"
        raise EvidenceUnreadable(file=article.name, problem=problem) from None
    return told.get("address", "")
