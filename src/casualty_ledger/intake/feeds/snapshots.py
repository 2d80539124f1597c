"""Snapshots: what came of a feed, each with a sidecar that says from where, when, and which bytes.

    data/raw/feeds/<feed>/2026-11-27T140800Z.json    the sidecar, written last: it says that all is there
    data/raw/feeds/<feed>/content/<sha256>.json      the bytes as received, named by what they are
    data/raw/feeds/<feed>/last_check.json            when it was last asked, and found unchanged

Contents are named by their sha256, so that the same bytes are never stored twice, also where upstream goes
back to what it said before. What is there is never written again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from casualty_ledger.intake.feeds.declared import Feed
from casualty_ledger.intake.feeds.problems import NoSnapshot, SnapshotDamaged
from casualty_ledger.project import Project
from casualty_ledger.whole_files import digest, write_text

FOLDER, CONTENT, CHECKED = "feeds", "content", "last_check.json"
STAMP = "%Y-%m-%dT%H%M%SZ"
SIDECARS = "[0-9]*Z*.json"


@dataclass(frozen=True)
class Snapshot:
    """One snapshot of a feed: its sidecar, and what that says."""

    feed: str
    sidecar: Path
    facts: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name: the moment at which it came."""
        return self.sidecar.stem

    @property
    def path(self) -> Path:
        """Where its bytes are."""
        return self.sidecar.parent / CONTENT / Path(str(self.facts["file"])).name

    @property
    def sha256(self) -> str:
        """The sha256 of its bytes."""
        return str(self.facts["sha256"])

    @property
    def day(self) -> datetime:
        """When it was retrieved."""
        return datetime.fromisoformat(str(self.facts["retrieved_at"]))

    def check(self) -> Path:
        """Return where its bytes are, once they are seen to be those that came.

        Errors: SnapshotDamaged.
        """
        if not self.path.is_file():
            raise SnapshotDamaged(name=self.name, feed=self.feed, problem="its content is not there")
        if digest(self.path) != self.sha256:
            raise SnapshotDamaged(name=self.name, feed=self.feed, problem="its content was changed")
        return self.path


def folder_of(project: Project, feed: str) -> Path:
    """Return the folder of a feed's snapshots."""
    return project.raw / FOLDER / feed


def list_snapshots(project: Project, feed: str) -> list[Snapshot]:
    """List the snapshots of a feed, oldest first.

    Errors: SnapshotDamaged.
    """
    return [_read(feed, path) for path in _list_sidecars(project, feed)]


def find_latest(project: Project, feed: str) -> Snapshot | None:
    """Return the last snapshot of a feed, if there is one. Errors: SnapshotDamaged."""
    sidecars = _list_sidecars(project, feed)
    return _read(feed, sidecars[-1]) if sidecars else None


def need_latest(project: Project, feed: str) -> Snapshot:
    """Return the last snapshot of a feed. Errors: NoSnapshot, SnapshotDamaged."""
    latest = find_latest(project, feed)
    if latest is None:
        raise NoSnapshot(feed=feed, found="no snapshot", advice=f"Fetch it: casualty-ledger fetch {feed}.")
    return latest


def _list_sidecars(project: Project, feed: str) -> list[Path]:
    return sorted(folder_of(project, feed).glob(SIDECARS), key=lambda path: path.stem)


def _read(feed: str, sidecar: Path) -> Snapshot:
    try:
        facts = json.loads(sidecar.read_text(encoding="utf-8"))
        snapshot = Snapshot(feed, sidecar, facts)
        _ = snapshot.path, snapshot.sha256, snapshot.day
    except (OSError, ValueError, KeyError, TypeError):
        problem = "its sidecar cannot be read"
        raise SnapshotDamaged(name=sidecar.stem, feed=feed, problem=problem) from None
    return snapshot


def keep(project: Project, feed: Feed, received: Path, told: Mapping[str, str], kind: str) -> Snapshot:
    """Move what was received into its place, and write its sidecar; `told` is what the answer said of it.

    Errors: CannotWrite.
    """
    folder = folder_of(project, feed.name)
    sha = digest(received)
    content = folder / CONTENT / f"{sha}.{kind}"
    size = received.stat().st_size
    if content.is_file() and digest(content) == sha:
        received.unlink()
    else:
        received.chmod(0o444)
        received.replace(content)
    now = datetime.now(UTC)
    facts = {
        "feed": feed.name,
        "title": feed.mapping.title,
        "address": feed.address,
        "retrieved_at": now.isoformat(timespec="microseconds"),
        "sha256": sha,
        "bytes": size,
        "file": f"{CONTENT}/{content.name}",
        "licence": feed.mapping.licence,
        "credit": feed.mapping.credit,
        **told,
    }
    sidecar = _free_name(folder, now)
    write_text(sidecar, json.dumps(facts, indent=1, ensure_ascii=False) + "\n")
    return Snapshot(feed.name, sidecar, facts)


def _free_name(folder: Path, now: datetime) -> Path:
    """Name a sidecar by its moment; of two in one second, the later by a number."""
    stamp = now.strftime(STAMP)
    names = (stamp, *(f"{stamp}-{n:03d}" for n in range(2, 1000)))
    return next(path for name in names if not (path := folder / f"{name}.json").exists())


def write_check(project: Project, snapshot: Snapshot, told: Mapping[str, str]) -> None:
    """Write down that a feed was asked and still is what its last snapshot holds. Errors: CannotWrite."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    facts = {"checked_at": now, "sha256": snapshot.sha256, **told}
    write_text(folder_of(project, snapshot.feed) / CHECKED, json.dumps(facts, indent=1) + "\n")


def read_check(project: Project, snapshot: Snapshot) -> dict[str, str]:
    """Return what upstream said last of the content of a snapshot: its marks for a conditional request."""
    marks = dict(snapshot.facts)
    try:
        checked = json.loads((folder_of(project, snapshot.feed) / CHECKED).read_text(encoding="utf-8"))
        if checked["sha256"] == snapshot.sha256:
            marks |= checked
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {name: str(marks.get(name, "")) for name in ("etag", "last_modified")}
