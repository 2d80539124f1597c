"""Fetching: what comes whole is kept once, with its sidecar; nothing else leaves a trace."""

import json
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from local_server import Talk, cut, die, drip, drip_head, serving, silent

from casualty_ledger.intake.feeds.fetching import fetch, take_file
from casualty_ledger.intake.feeds.problems import (
    AddressRefused,
    FeedNotFetched,
    FeedRefused,
    RedirectRefused,
    SnapshotDamaged,
)
from casualty_ledger.intake.feeds.reach import REACH, Reach
from casualty_ledger.intake.feeds.snapshots import find_latest, folder_of, list_snapshots

FIRST, SECOND = (
    b'[{"date": "2023-06-04", "personnel": 209940}]',
    b'[{"date": "2023-06-05", "personnel": 210350}]',
)


def sends(content: bytes, **headers: object):
    return lambda talk: talk.whole(content, **headers)


def files(project) -> list[str]:
    folder = folder_of(project, "staff")
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_snapshot_lands_whole_with_its_sidecar(feeds, reach: Reach):
    """
    The bytes are those that were sent; the sidecar says from where, when, which sha256 and which licence.
    """
    with serving(sends(FIRST, etag='"a"', content_type="application/json")) as server:
        project, feed = feeds(server.address)
        fetched = fetch(project, feed, reach=reach)
    facts = json.loads(fetched.snapshot.sidecar.read_text())

    assert fetched.is_new
    assert fetched.snapshot.check().read_bytes() == FIRST
    assert facts["sha256"] == sha256(FIRST).hexdigest()
    assert (facts["address"], facts["licence"], facts["by"]) == (server.address, "CC BY 4.0", "fetch")
    assert fetched.snapshot.day.tzinfo is not None
    assert stat.S_IMODE(fetched.snapshot.path.stat().st_mode) == 0o444


def test_an_unchanged_feed_is_asked_with_its_marks_and_not_stored_again(feeds, reach: Reach):
    """
    The second request carries the ETag and the day of change; 304 leaves one snapshot.
    """
    changed = "Sun, 04 Jun 2023 06:00:00 GMT"
    with serving(sends(FIRST, etag='"a"', last_modified=changed), lambda talk: talk.head(304)) as server:
        project, feed = feeds(server.address)
        fetch(project, feed, reach=reach)
        second = fetch(project, feed, reach=reach)

    assert not second.is_new
    assert server.asked[0].headers.get("if-none-match") is None
    assert server.asked[1].headers["if-none-match"] == '"a"'
    assert server.asked[1].headers["if-modified-since"] == changed
    assert len(list_snapshots(project, "staff")) == 1


def test_a_feed_that_moved_is_asked_without_the_marks_of_its_old_address(feeds, reach: Reach):
    """
    Another server answers 304 for a file that it never sent: the marks of the old one are not sent to it.
    """
    with serving(sends(FIRST, etag='"a"')) as server:
        project, feed = feeds(server.address)
        fetch(project, feed, reach=reach)
    with serving(sends(SECOND)) as moved:
        project, feed = feeds(moved.address)

        assert fetch(project, feed, reach=reach).is_new
    assert moved.asked[0].headers.get("if-none-match") is None


def test_the_same_content_is_never_stored_twice(feeds, reach: Reach):
    """
    A server without marks sends the same again: one snapshot. What it goes back to is a third, in old bytes.
    """
    with serving(*map(sends, (FIRST, FIRST, SECOND, FIRST))) as server:
        project, feed = feeds(server.address)
        new = [fetch(project, feed, reach=reach).is_new for _ in range(4)]
    snapshots = list_snapshots(project, "staff")

    assert new == [True, False, True, True]
    assert [each.check().read_bytes() for each in snapshots] == [FIRST, SECOND, FIRST]
    assert len(list((folder_of(project, "staff") / "content").iterdir())) == 2


def test_older_snapshots_are_never_touched(feeds, reach: Reach):
    """
    Neither the sidecar nor the content of an earlier snapshot changes when another comes.
    """
    with serving(sends(FIRST), sends(SECOND)) as server:
        project, feed = feeds(server.address)
        first = fetch(project, feed, reach=reach).snapshot
        before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in (first.sidecar, first.path)]
        fetch(project, feed, reach=reach)

    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in (first.sidecar, first.path)] == before


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (cut, "the connection ended before all of it had come"),
        (die, "the connection ended before all of it had come"),
        (lambda talk: talk.whole(b"no", 404), "the server answered 404"),
        (lambda talk: talk.whole(b"no", 503), "the server answered 503"),
        (lambda talk: talk.head(304), "the server answered 304"),
        (lambda talk: talk.send(b"what?\r\n\r\n"), "the connection ended before all of it had come"),
    ],
)
def test_what_does_not_come_whole_leaves_nothing(feeds, reach: Reach, answer, sentence: str):
    """
    A server that cuts off, dies or refuses is one sentence, and no file is left.
    """
    with serving(answer) as server:
        project, feed = feeds(server.address)
        with pytest.raises(FeedNotFetched, match=sentence):
            fetch(project, feed, reach=reach)

    assert files(project) == []


@pytest.mark.parametrize(
    ("answer", "patience", "sentence"),
    [
        (silent, {"read": 0.3}, "the server stopped answering"),
        (drip, {"whole": 0.5}, "it came too slowly"),
        (drip_head, {"whole": 0.5}, "it came too slowly"),
    ],
)
def test_nobody_waits_for_ever(feeds, reach: Reach, answer, patience: dict[str, float], sentence: str):
    """
    A server that says nothing, and one that sends a byte now and then, are one sentence; no file is left.
    """
    impatient = replace(reach, **patience)
    with serving(answer) as server:
        project, feed = feeds(server.address)
        with pytest.raises(FeedNotFetched, match=sentence):
            fetch(project, feed, reach=impatient)

    assert files(project) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "it is a web page"),
        (b"\n <HTML>", "it is a web page"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html></html>', "it is a web page"),
        (b'[{"date": "2023-06-04"', "it is no JSON, or it was cut off"),
        (b"", "it is empty"),
        (b"  \n", "it is empty"),
    ],
)
def test_what_is_not_the_feed_is_not_kept(feeds, reach: Reach, content: bytes, sentence: str):
    """
    A page in place of JSON, half of it and nothing at all are refused, and no file is left.
    """
    with serving(sends(content, content_type="application/json")) as server:
        project, feed = feeds(server.address)
        with pytest.raises(FeedRefused, match=sentence):
            fetch(project, feed, reach=reach)

    assert files(project) == []


def test_a_length_that_is_too_short_is_found(feeds, reach: Reach):
    """
    A server that announces less than it sends gives half a document, which is refused.
    """

    def lie(talk: Talk) -> None:
        talk.head(200, content_length=10)
        talk.send(FIRST)

    with serving(lie) as server:
        project, feed = feeds(server.address)
        with pytest.raises(FeedRefused, match="cut off"):
            fetch(project, feed, reach=reach)


def test_a_passing_failure_is_tried_again(feeds, reach: Reach):
    """
    A connection that dies once and a server that is busy once are asked again.
    """
    with serving(die, sends(FIRST)) as server:
        project, feed = feeds(server.address)
        assert fetch(project, feed, reach=reach).is_new
    for status, content in ((503, SECOND), (429, FIRST)):
        with serving(lambda talk, status=status: talk.whole(b"", status), sends(content)) as server:
            project, feed = feeds(server.address)
            assert fetch(project, feed, reach=reach).is_new
        assert len(server.asked) == 2


def test_an_answer_that_is_too_large_is_not_kept(feeds, reach: Reach):
    """
    An answer that announces too much is not read, one that does not announce it is stopped on the way.
    """
    small = Reach(schemes=("http",), into_this_machine=True, most_bytes=20, tries=1)

    def unannounced(talk: Talk) -> None:
        talk.head(200)
        talk.send(FIRST)

    for answer in (sends(FIRST), unannounced):
        with serving(answer) as server:
            project, feed = feeds(server.address)
            with pytest.raises(FeedRefused, match="larger than 20 bytes"):
                fetch(project, feed, reach=small)
        assert files(project) == []


@pytest.mark.parametrize(
    "target",
    [
        "http://example.org/feed.json",
        "https://127.0.0.1/feed.json",
        "//169.254.169.254/latest",
        "file:///etc/passwd",
        "http://127.0.0.1:1/feed.json",
        "http://[",
    ],
)
def test_no_redirect_leads_to_another_place(feeds, reach: Reach, target: str):
    """
    Another host, scheme or port is not followed, and the sentence names it.
    """
    with serving(lambda talk: talk.head(302, location=target)) as server:
        project, feed = feeds(server.address)
        with pytest.raises(RedirectRefused, match="is not followed"):
            fetch(project, feed, reach=reach)

    assert len(server.asked) == 1
    assert files(project) == []


def test_a_redirect_on_the_same_host_is_followed(feeds, reach: Reach):
    """
    A path that moved on its own host is followed; a ring of them ends in a sentence.
    """
    with serving(lambda talk: talk.head(301, location="/new.json"), sends(FIRST)) as server:
        project, feed = feeds(server.address)
        assert fetch(project, feed, reach=reach).is_new
        assert [talk.path for talk in server.asked] == ["/feed.json", "/new.json"]
    with serving(lambda talk: talk.head(301, location="/again")) as server:
        project, feed = feeds(server.address)
        with pytest.raises(FeedNotFetched, match="leads on more than"):
            fetch(project, feed, reach=reach)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://example.org/a.json", "it begins with http, not https"),
        ("ftp://example.org/a.json", "it begins with ftp"),
        ("https://127.0.0.1/a.json", "127.0.0.1, which is not public"),
        ("https://[::1]/a.json", "::1, which is not public"),
        ("https://10.1.2.3/a.json", "which is not public"),
        ("https://169.254.169.254/latest", "which is not public"),
        ("https://localhost/a.json", "which is not public"),
        ("https://2130706433/a.json", "127.0.0.1, which is not public"),
        ("https://user:secret@example.org/a.json", "user name or a password"),
        ("https:///a.json", "it names no host"),
        ("https://example.org:99999/a.json", "is no address"),
    ],
)
def test_only_public_https_is_asked(feeds, address: str, sentence: str):
    """
    Other schemes, addresses of this machine or its network under any spelling, and passwords are refused.
    """
    project, feed = feeds(address)

    with pytest.raises(AddressRefused, match=sentence):
        fetch(project, feed, reach=REACH)


def test_a_file_by_hand_is_kept_like_any_other(feeds, tmp_path: Path):
    """
    A file that was downloaded by hand is a snapshot, told as such; the same file again is none.
    """
    project, feed = feeds("https://example.org/feed.json")
    file = tmp_path / "download.json"
    file.write_bytes(FIRST)
    first, again = take_file(project, feed, file), take_file(project, feed, file)

    assert (first.is_new, again.is_new) == (True, False)
    assert first.snapshot.facts["by"] == "hand"
    assert first.snapshot.check().read_bytes() == FIRST
    assert file.read_bytes() == FIRST
    with pytest.raises(FeedNotFetched, match=r"No such file"):
        take_file(project, feed, tmp_path / "nowhere.json")


def test_a_snapshot_that_was_changed_is_told(feeds, reach: Reach):
    """
    A content that is no more what came is named, and not used.
    """
    with serving(sends(FIRST)) as server:
        project, feed = feeds(server.address)
        snapshot = fetch(project, feed, reach=reach).snapshot
    snapshot.path.chmod(0o644)
    snapshot.path.write_bytes(SECOND)

    with pytest.raises(SnapshotDamaged, match="was changed"):
        snapshot.check()
    snapshot.sidecar.write_text("{")
    with pytest.raises(SnapshotDamaged, match="cannot be read"):
        find_latest(project, "staff")


def test_what_a_killed_run_left_is_cleared(feeds, reach: Reach):
    """
    A half that a killed run left behind is removed by the next, and was never a snapshot.
    """
    with serving(sends(FIRST)) as server:
        project, feed = feeds(server.address)
        folder = folder_of(project, "staff")
        folder.mkdir(parents=True)
        (folder / ".partial-left").write_bytes(b"half")
        assert list_snapshots(project, "staff") == []
        fetch(project, feed, reach=reach)

    assert not list(folder.glob(".partial*"))
