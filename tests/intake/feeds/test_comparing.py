"""What upstream changed in silence, told by record and column."""

from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger.intake.feeds.comparing import (
    CHANGED,
    GONE,
    LATE,
    WITHHELD,
    compare,
    find_key,
    read_records,
)
from casualty_ledger.intake.feeds.problems import FeedRefused

DAYS = pd.DataFrame(
    {
        "date": ["2023-06-03", "2023-06-04", "2023-06-05"],
        "personnel": ["209470", "209940", "210350"],
        "note": ["", "", ""],
    }
)


def told(before: pd.DataFrame, now: pd.DataFrame, **asked: list[str]) -> list[tuple]:
    return list(compare("staff", before, now, **asked).changes.itertuples(index=False, name=None))


def test_a_record_that_says_something_else_is_told():
    """
    A day whose number is another now stands with both; the days that stayed are not told.
    """
    now = DAYS.assign(personnel=["209470", "209950", "210350"])

    assert told(DAYS, now) == [(CHANGED, "2023-06-04", "personnel", "209940", "209950")]


def test_new_days_are_news_and_no_change():
    """
    Records after the last known day are counted, and no change is told.
    """
    found = compare("staff", DAYS.head(2), DAYS)

    assert (len(found.changes), found.new, found.key) == (0, 1, ("date",))


def test_what_is_gone_or_put_in_between_is_told():
    """
    A day that is gone, and a day that appears among earlier ones, are changes in silence.
    """
    assert told(DAYS, DAYS.drop(index=1)) == [(GONE, "2023-06-04", "whole record", "", "")]
    assert told(DAYS.drop(index=1), DAYS) == [(LATE, "2023-06-04", "whole record", "", "")]


def test_records_that_nothing_names_are_compared_whole():
    """
    Where no column names a record, those that are no more there are told, however often they stood.
    """
    twice = pd.DataFrame({"a": ["1", "1", "1"], "b": ["x", "x", "y"]})
    found = compare("staff", twice, twice.drop(index=0))

    assert found.key == ()
    assert found.changes["change"].tolist() == [GONE]


def test_a_day_names_a_record_before_a_number_does():
    """
    Of several columns that differ in every record, an id or a day is the key.
    """
    assert find_key(DAYS[["personnel", "date"]], DAYS[["personnel", "date"]]) == ("date",)
    with pytest.raises(FeedRefused, match="no column 'dat'"):
        compare("staff", DAYS, DAYS, ["dat"])


def test_a_column_that_came_or_went_is_told():
    """
    A column that a snapshot has not is empty there.
    """
    now = DAYS.drop(columns="note").assign(source=["", "", "a"])

    assert told(DAYS, now) == [(CHANGED, "2023-06-05", "source", "", "a")]


def test_nobody_is_named():
    """
    Cells of a column of names, and cells that may name a person, are withheld.
    """
    before = pd.DataFrame({"id": ["1", "2"], "full_name": ["a", "b"], "text": ["", ""]})
    now = before.assign(full_name=["c", "b"], text=["", "among the dead: Ivan Petrenko, 34"])
    cells = [cell for row in told(before, now) for cell in row]

    assert WITHHELD in cells
    assert not {"a", "c"} & set(cells)
    assert not [cell for cell in cells if "Petrenko" in cell]


def test_a_hostile_cell_cannot_steer_the_screen():
    """
    Control characters and line breaks are taken out of what is told, and a long cell is cut.
    """
    now = DAYS.assign(note=["\x1b[2Jx\ny", "z" * 500, ""])
    cells = [row[4] for row in told(DAYS, now)]

    assert cells[0] == "[2Jx y"
    assert len(cells[1]) <= 81


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '[{"date": "2023-06-04", "n": 5}]'),
        ("c.csv", "date,n\n2023-06-04,5\n"),
        ("d.csv", "date;n\n2023-06-04;5\n"),
    ],
)
def test_records_are_read_as_an_import_reads_them(feeds, tmp_path: Path, name: str, content: str):
    """
    JSON and tables of text give the same records as text.
    """
    _, feed = feeds("https://example.org/feed.json")
    (tmp_path / name).write_text(content)

    assert read_records(tmp_path / name, feed.mapping).to_dict("records") == [
        {"date": "2023-06-04", "n": "5"}
    ]


def test_what_is_counted_names_no_record():
    """
    A column of numbers is no key, though each number stands once; it may be called one.
    """
    counted = pd.DataFrame({"destroyed": ["1", "2", "3.5"], "kind": ["a", "a", "b"]})

    assert find_key(counted, counted) == ()
    assert find_key(counted.assign(kind=["a", "b", "c"]), counted.assign(kind=["a", "b", "c"])) == ("kind",)
    coded = counted.assign(gwcode=["1", "2", "3"])
    assert find_key(coded, coded) == ("gwcode",)


def test_several_columns_may_name_a_record():
    """
    A day and a side together name a record that neither names alone.
    """
    sides = pd.DataFrame({"date": ["d1", "d1", "d2"], "side": ["a", "b", "a"], "n": ["1", "1", "2"]})
    found = compare("staff", sides, sides.assign(n=["1", "7", "2"]))

    assert found.key == ("date", "side")
    assert found.changes[["key", "before", "now"]].to_numpy().tolist() == [["d1 | b", "1", "7"]]


def test_a_feed_that_held_nothing_has_only_news():
    """
    Every record is new where the earlier snapshot had the columns and no record.
    """
    found = compare("staff", DAYS.head(0), DAYS)

    assert (len(found.changes), found.new) == (0, 3)


def test_a_key_that_names_two_records_loses_neither():
    """
    Records of one name are told apart by their order: a change of the second is found.
    """
    twice = pd.DataFrame({"date": ["d1", "d1"], "n": ["1", "2"]})
    changes = told(twice, twice.assign(n=["1", "3"]), key=["date"])

    assert changes == [(CHANGED, "d1 (2)", "n", "2", "3")]
