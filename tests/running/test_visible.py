"""What is visible in a vintage: all that was known by then, and nothing that came later."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hindsight import without_what_came_later
from paths import HOME
from rows import make_rows
from small import SHEET, make_small, see, write_rows
from soak import in_soak

from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.project import Project
from casualty_ledger.running.visible import find_visible, index_rows
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheets


@pytest.mark.parametrize("day", [date(2023, 6, 4), *in_soak(date(2022, 6, 6), date(2024, 12, 2))])
def test_a_vintage_is_blind_to_what_came_later(project: Project, tmp_path: Path, day: date):
    """
    With everything later deleted from the recorded sheets, a vintage has the same digest and as many rows.
    """
    recorded = tmp_path / "data" / "raw" / "recorded"
    recorded.mkdir(parents=True)
    rows = read_sheets(project.recorded)
    for sheet, kept in without_what_came_later(rows, day).groupby("sheet"):
        kept[list(SHEET_COLUMNS)].to_csv(recorded / str(sheet), index=False)
    pruned = Project(HOME, recorded.parent, tmp_path / "data" / "processed")
    build_ledger(pruned)
    then, now = index_rows(pruned), index_rows(project)

    assert then.seen_in(Vintage(day)) == now.seen_in(Vintage(day))
    assert then.latest != now.latest


def test_the_rows_counted_are_those_that_the_ledger_holds(project: Project, ledger):
    """
    For fifty weeks over four years the count beside the digest is that of the ledger's own vintages.
    """
    visible = index_rows(project)
    vintages = [Vintage(date(2022, 3, 7) + timedelta(weeks=4 * n)) for n in range(50)]

    assert len({visible.seen_in(vintage).digest for vintage in vintages}) > 40
    for vintage in vintages:
        assert visible.seen_in(vintage).rows == len(as_of(ledger.appearances, vintage))
    assert visible.seen_in(LATEST).rows == len(ledger.appearances)


def test_the_same_digest_means_the_same_tables(tmp_path: Path):
    """
    Over many made-up sheets, vintages with one digest show notebooks the same tables, and others do not.
    """
    project = make_small(tmp_path)
    tables: dict[str, set[str]] = {}
    for n in range(6):
        days = ("2023-05-28", "2023-06-01", "2023-06-0" + str(n % 4 + 1), "2023-06-11", "")[: 2 + n % 4]
        rows = make_rows(
            *({"published_on": day, "value": str(10 + (n + k) % 3)} for k, day in enumerate(days))
        )
        write_rows(project.recorded / SHEET, rows.iloc[:: 1 if n % 2 else -1])
        build_ledger(project)
        for week, monday in (("2023-W21", "2023-05-29"), ("2023-W22", "2023-06-05")):
            seen = index_rows(project).seen_in(Vintage(date.fromisoformat(monday)))
            tables.setdefault(seen.digest, set()).add(see(project, {"week": week, "as_of": monday}))

    assert len(tables) > 5
    assert {len(told) for told in tables.values()} == {1}


def test_the_digests_are_kept_until_the_ledger_changes(project: Project, tmp_path: Path):
    """
    They are read back as they were found; a file that cannot be read, or is of another ledger, is made anew.
    """
    kept = tmp_path / "visible.json"
    found = find_visible(project, kept)
    again = find_visible(project, kept)
    kept.write_text(kept.read_text().replace(found.ledger, "0" * 64))
    third = find_visible(project, kept)
    kept.write_text("{")

    assert found.latest == again.seen_in(LATEST) == third.latest == find_visible(project, kept).latest
    assert again.days == found.days
