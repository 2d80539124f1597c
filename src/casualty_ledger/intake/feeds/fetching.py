"""Fetching: a feed asked with care, and what came of it kept whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from casualty_ledger.errors import CannotWrite
from casualty_ledger.intake.feeds.asking import TooSlow, ask
from casualty_ledger.intake.feeds.content import find_fault, guess_kind
from casualty_ledger.intake.feeds.declared import Feed, kind_of
from casualty_ledger.intake.feeds.problems import FeedNotFetched, FeedRefused
from casualty_ledger.intake.feeds.reach import REACH, Reach
from casualty_ledger.intake.feeds.snapshots import (
    CONTENT,
    Snapshot,
    find_latest,
    folder_of,
    keep,
    read_check,
    write_check,
)
from casualty_ledger.locks import locked
from casualty_ledger.project import Project
from casualty_ledger.whole_files import digest

PARTIAL = ".partial-"
Tell = Callable[[int, int], None]
# Marks of an answer by which the next request asks whether anything changed.
MARKS = {"etag": "ETag", "last_modified": "Last-Modified", "content_type": "Content-Type"}
LONGEST_MARK = 500
# Answers that ask for patience: the request took too long, came too early, or was one of too many.
BUSY = (408, 425, 429)


class TemporaryFailure(Exception):
    """The server says that it cannot answer now: worth another try."""


@dataclass(frozen=True)
class Fetched:
    """What came of asking: the snapshot that serves now, and whether it is new."""

    snapshot: Snapshot
    is_new: bool


def fetch(
    project: Project,
    feed: Feed,
    *,
    reach: Reach = REACH,
    tell: Tell = lambda received, of: None,
) -> Fetched:
    """Ask for a feed and keep what came, if it is not what the last snapshot holds already.

    `tell` is called with the bytes received and the bytes announced (0: not announced).
    Errors: AddressRefused, RedirectRefused, FeedNotFetched, FeedRefused, SnapshotDamaged, CannotWrite.
    """
    with _receiving(project, feed.name) as part:
        latest = find_latest(project, feed.name)
        marks = read_check(project, latest) if latest and latest.path.is_file() else {}
        if latest and latest.facts.get("address") != feed.address:
            marks = {}  # What one server said of its file tells nothing of another's.
        told = _try(feed, part, marks, reach, tell)
        if told is None and latest is not None:
            write_check(project, latest, marks)
            return Fetched(latest, is_new=False)
        return _take(project, feed, part, told or {}, latest)


def take_file(project: Project, feed: Feed, file: Path) -> Fetched:
    """Keep a file that somebody downloaded by hand as a snapshot of a feed.

    Errors: FeedNotFetched, FeedRefused, SnapshotDamaged, CannotWrite.
    """
    with _receiving(project, feed.name) as part:
        latest = find_latest(project, feed.name)
        try:
            shutil.copyfile(file, part)
        except OSError as error:
            raise FeedNotFetched(feed=feed.name, problem=f"{file}: {error.strerror}") from None
        told = {"by": "hand", "file_name": file.name}
        return _take(project, feed, part, told, latest, kind=kind_of(file.name))


def _take(
    project: Project, feed: Feed, part: Path, told: Mapping[str, str], latest: Snapshot | None, kind: str = ""
) -> Fetched:
    """Keep what was received, once it is seen to be whole and not the last snapshot again."""
    found = guess_kind(part, feed.kind or kind, told.get("content_type", ""))
    before = latest.path if latest is not None and latest.path.is_file() else None
    if fault := find_fault(part, found, before):
        raise FeedRefused(feed=feed.name, problem=fault)
    if latest is not None and before is not None and digest(part) == latest.sha256:
        write_check(project, latest, {name: told.get(name, "") for name in ("etag", "last_modified")})
        return Fetched(latest, is_new=False)
    return Fetched(keep(project, feed, part, told, found), is_new=True)


@contextmanager
def _receiving(project: Project, feed: str) -> Iterator[Path]:
    """Lend a file to receive into, while no other run asks for the same feed; it goes if nobody keeps it.

    Errors: CannotWrite.
    """
    folder = folder_of(project, feed)
    try:
        (folder / CONTENT).mkdir(parents=True, exist_ok=True)
        with locked(folder):
            for left in folder.glob(f"{PARTIAL}*"):
                left.unlink(missing_ok=True)
            handle, name = tempfile.mkstemp(prefix=PARTIAL, dir=folder)
            os.close(handle)
            part = Path(name)
            try:
                yield part
            finally:
                part.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(path=folder, problem=error.strerror or error) from None


def _try(feed: Feed, part: Path, marks: Mapping[str, str], reach: Reach, tell: Tell) -> dict[str, str] | None:
    """Ask until an answer came whole, or often enough. None: nothing has changed. Errors: FeedNotFetched."""
    attempts = Retrying(
        stop=stop_after_attempt(reach.tries),
        wait=wait_random_exponential(multiplier=reach.pause, max=30 * reach.pause),
        retry=retry_if_exception_type((httpx.TransportError, TemporaryFailure)),
        reraise=True,
    )
    try:
        return attempts(_receive, feed, part, marks, reach, tell)
    except (httpx.HTTPError, httpx.InvalidURL, TemporaryFailure, TooSlow) as error:
        raise FeedNotFetched(feed=feed.name, problem=_say(error)) from None


def _receive(
    feed: Feed, part: Path, marks: Mapping[str, str], reach: Reach, tell: Tell
) -> dict[str, str] | None:
    """Ask once, and write what comes. None: nothing has changed since these marks were given."""
    headers = {
        header: marks[name]
        for name, header in (("etag", "If-None-Match"), ("last_modified", "If-Modified-Since"))
        if marks.get(name)
    }
    with ask(feed.name, feed.address, headers, reach) as response:
        if response.status_code == 304 and headers:
            return None
        if response.status_code >= 500 or response.status_code in BUSY:
            raise TemporaryFailure(f"the server answered {response.status_code}")
        if response.status_code != 200:
            problem = f"the server answered {response.status_code}"
            raise FeedNotFetched(feed=feed.name, problem=problem)
        announced = int(size) if (size := response.headers.get("content-length", "")).isdigit() else 0
        _write(feed, part, response, announced, reach, tell)
        answered = {name: response.headers.get(header, "") for name, header in MARKS.items()}
        return {"by": "fetch", **{name: mark[:LONGEST_MARK] for name, mark in answered.items() if mark}}


def _write(
    feed: Feed, part: Path, response: httpx.Response, announced: int, reach: Reach, tell: Tell
) -> None:
    received = 0
    with part.open("wb") as content:
        for piece in response.iter_bytes():
            received += len(piece)
            if max(received, announced) > reach.most_bytes:
                problem = f"it is larger than {reach.most_bytes:,} bytes"
                raise FeedRefused(feed=feed.name, problem=problem)
            content.write(piece)
            tell(received, announced)


def _say(error: Exception) -> str:
    """Say what went wrong on the way, without an address of this machine."""
    if isinstance(error, TooSlow):
        return "it came too slowly"
    if isinstance(error, TemporaryFailure):
        return str(error)
    for kind, said in FAILURES.items():
        if isinstance(error, kind):
            return said
    return "the connection failed"


FAILURES: dict[type[Exception], str] = {
    httpx.ConnectTimeout: "the server does not answer",
    httpx.ConnectError: "the server cannot be reached; there may be no network",
    httpx.TimeoutException: "the server stopped answering",
    httpx.RemoteProtocolError: "the connection ended before all of it had come",
    httpx.DecodingError: "what came cannot be unpacked",
    httpx.InvalidURL: "its address cannot be asked",
}
