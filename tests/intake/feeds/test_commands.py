"""The commands of feeds: what they print and how they end."""

from collections.abc import Callable

import pandas as pd
import pytest
from click.testing import Result
from local_server import serving, silent
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.intake.feeds.reach import Reach
from casualty_ledger.intake.feeds.snapshots import list_snapshots

FIRST = b'[{"date": "2023-06-04", "personnel": 209940}]'
SECOND = b'[{"date": "2023-06-04", "personnel": 209950}, {"date": "2023-06-05", "personnel": 210350}]'


@pytest.fixture
def run(monkeypatch, tmp_path, reach: Reach) -> Callable[..., Result]:
    """Run a command on the project of the test, which may ask this machine."""
    import sys

    monkeypatch.setattr(sys.modules["casualty_ledger.cli.fetch"], "REACH", reach)
    monkeypatch.setenv("CASUALTY_LEDGER_HOME", str(tmp_path))
    return lambda *words: CliRunner().invoke(app, list(words))


def test_a_feed_is_fetched_listed_and_compared(run, feeds):
    """
    Fetch keeps two snapshots, list names the last, diff tells what changed in silence and what is new.
    """
    with serving(lambda talk: talk.whole(FIRST), lambda talk: talk.whole(SECOND)) as server:
        project, _ = feeds(server.address)
        first, second, third = (run("fetch", "staff") for _ in range(3))
    listed, compared = run("feed", "list"), run("feed", "diff", "staff")

    assert "staff: 45 bytes kept" in first.output
    assert second.exit_code == 0
    assert "staff: unchanged since" in third.output
    assert "staff: 2 snapshots, the last of" in listed.output
    assert "changed: 2023-06-04, personnel: 209940 → 209950" in compared.output
    assert "1 change in silence, 1 new record." in compared.output
    assert len(list_snapshots(project, "staff")) == 2


def test_no_answer_is_one_sentence_and_the_last_snapshot_serves(run, feeds):
    """
    A server that does not answer ends with code 1, and the sentence says which snapshot serves.
    """
    with serving(silent) as server:
        feeds(server.address)
        alone = run("fetch")
    with serving(lambda talk: talk.whole(FIRST), silent) as server:
        feeds(server.address)
        run("fetch")
        served = run("fetch")

    assert alone.exit_code == served.exit_code == 1
    assert "No snapshot of it is kept yet." in alone.output
    assert "The feed staff could not be fetched" in served.output
    assert "Its last snapshot, of " in served.output
    assert "Traceback" not in served.output


def test_a_file_by_hand_is_kept(run, feeds, tmp_path):
    """
    `--from` keeps a file that was downloaded elsewhere, of one feed.
    """
    feeds("https://example.org/feed.json")
    (tmp_path / "download.json").write_bytes(FIRST)
    kept = run("fetch", "staff", "--from", str(tmp_path / "download.json"))
    unnamed = run("fetch", "--from", str(tmp_path / "download.json"))

    assert "45 bytes kept" in kept.output
    assert "Write: casualty-ledger fetch FEED --from FILE" in str(unnamed.exception)


def test_a_feed_that_is_not_declared_is_told(run, feeds):
    """
    A misspelt feed is told with the nearest name; one snapshot cannot be compared; a broken mapping is named.
    """
    project, _ = feeds("https://example.org/feed.json")

    assert "no feed 'staf' (did you mean 'staff'?)" in str(run("fetch", "staf").exception)
    assert "has no snapshot" in str(run("feed", "diff", "staff").exception)
    (project.home / "data" / "mappings" / "odd.yml").write_text("address: [1")
    assert "odd.yml cannot be read as a mapping" in str(run("feed", "list").exception)


def test_a_feed_that_was_fetched_is_imported_by_its_name(run, feeds):
    """
    `import FEED` reads the last snapshot by the feed's own mapping, and says when it was retrieved.
    """
    with serving(lambda talk: talk.whole(SECOND)) as server:
        project, _ = feeds(server.address)
        early = run("import", "staff")
        run("fetch", "staff")
    told = run("import", "staff")
    [sheet] = (project.raw / "proposed").glob("staff-????????.csv")
    rows = pd.read_csv(sheet, dtype=str, keep_default_na=False)
    day = list_snapshots(project, "staff")[0].day.date().isoformat()

    assert "The feed staff has no snapshot" in str(early.exception)
    assert "2 figures read = 2 proposed + 0 refused" in told.output
    assert rows[["value", "retrieved_on"]].to_numpy().tolist() == [["209950", day], ["210350", day]]
