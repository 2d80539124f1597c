"""The Atom feed, read by an independent reader of feeds."""

from pathlib import Path

import feedparser
import pytest
from reports_made_up import make_record, put_report

from casualty_ledger.errors import UnusableAddress
from casualty_ledger.publishing.feed import MOST, write_feed
from casualty_ledger.publishing.shelf import read_shelf

HOSTILE = '<script>alert(1)</script> & "quotes" ]]> \u0007\u202e Дніпро 💥'


@pytest.fixture
def shelf(tmp_path: Path):
    """Two vintages of a week, one with hostile text in it."""
    put_report(tmp_path, make_record("2023-W22", bottom_line=["One.", "Two."]), "brief.pdf")
    put_report(tmp_path, make_record("2023-W22@latest", bottom_line=[HOSTILE], known_until="2024-02-29"))
    return read_shelf(tmp_path)


def test_the_feed_is_well_formed_and_holds_what_each_brief_says(shelf):
    """
    An independent reader finds both briefs, newest first, with period, vintage and bottom line.
    """
    feed = feedparser.parse(write_feed(shelf))
    first, second = feed.entries

    assert not feed.bozo
    assert feed.version == "atom10"
    assert (second.title, second.summary) == ("Week 2023-W22. As known on 5 June 2023.", "One. Two.")
    assert first.updated == feed.feed.updated == "2024-02-29T00:00:00Z"
    assert second.updated == "2023-06-05T00:00:00Z"


def test_hostile_text_is_text_in_the_feed(shelf):
    """
    Markup in a brief's words is escaped text; marks that XML forbids are gone.
    """
    written = write_feed(shelf)

    assert "<script" not in written
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in written
    assert "Дніпро 💥" in written


def test_ids_are_stable_tag_uris(shelf, tmp_path: Path):
    """
    Ids name the edition, not its content: they stay when the record changes, and differ between editions.
    """
    before = [entry.id for entry in feedparser.parse(write_feed(shelf)).entries]
    shelf[0].record["bottom_line"] = ["Changed."]
    after = [entry.id for entry in feedparser.parse(write_feed(shelf)).entries]

    assert (
        before
        == after
        == [
            "tag:casualty-ledger.invalid,2026:reports/2023-W22@latest",
            "tag:casualty-ledger.invalid,2026:reports/2023-W22",
        ]
    )


def test_links_are_relative_or_under_the_given_address(shelf):
    """
    Without an address links are relative; with one they are under it, and ids are of its host.
    """
    entry = feedparser.parse(write_feed(shelf, base_url="https://desk.example.org/r/")).entries[1]
    links = {link.rel: link.href for link in entry.links}

    assert '"2023-W22/brief.html"' in write_feed(shelf)
    assert links["alternate"] == "https://desk.example.org/r/2023-W22/brief.html"
    assert links["enclosure"] == "https://desk.example.org/r/2023-W22/brief.pdf"
    assert entry.id == "tag:desk.example.org,2026:reports/2023-W22"


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "javascript:alert(1)//",
        "https://",
        "https:///x/",
        "https://x.org/?a=/",
        "https://x.org/r",
        "https://x.org/ y/",
        "http://[x/",
    ],
)
def test_an_unusable_address_is_refused(shelf, address: str):
    """
    A base address is a web address that ends with a slash, and nothing else.
    """
    with pytest.raises(UnusableAddress, match="is no address for a site"):
        write_feed(shelf, base_url=address)


def test_the_feed_holds_the_newest_only(tmp_path: Path):
    """
    Of seventy briefs the feed holds the sixty that are newest.
    """
    for number in range(70):
        name = f"{2022 + number // 50}-W{number % 50 + 1:02d}"
        day = f"{2022 + number // 50}-{1 + number % 50 // 5:02d}-{1 + number % 5:02d}"
        put_report(tmp_path, make_record(name, known_until=day))
    entries = feedparser.parse(write_feed(read_shelf(tmp_path))).entries

    assert len(entries) == MOST
    assert entries[0].id.endswith("/2023-W20")
    assert entries[-1].id.endswith("/2022-W11")
