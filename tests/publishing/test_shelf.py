"""The shelf: which reports are found, in which order, and what a broken record says."""

import json
from pathlib import Path

import pytest
from reports_made_up import make_record, put_report

from casualty_ledger.errors import RecordUnreadable
from casualty_ledger.publishing.shelf import list_unrecorded, read_shelf


def test_the_newest_week_stands_first_and_hindsight_before_the_rest(tmp_path: Path):
    """
    Weeks fall from the newest; of one week, the vintage that knows most stands first.
    """
    names = ["2023-W22", "2023-W22@latest", "2024-W01", "2023-W22@2024-01-01", "2023-W22@2023-06-01"]
    for name in names:
        put_report(tmp_path, make_record(name))

    assert [report.name for report in read_shelf(tmp_path)] == [
        "2024-W01",
        "2023-W22@latest",
        "2023-W22@2024-01-01",
        "2023-W22",
        "2023-W22@2023-06-01",
    ]


def test_only_whole_reports_stand_on_the_shelf(tmp_path: Path):
    """
    Failed runs, half-made folders, other folders and reports without a record are not listed as reports.
    """
    put_report(tmp_path, make_record("2023-W22"))
    for name in ("failed/2023-W22", ".2023-W23.1.partial", "notes", "2023-W21"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "brief.html").write_text("")

    assert [report.name for report in read_shelf(tmp_path)] == ["2023-W22"]
    assert list_unrecorded(tmp_path) == ["2023-W21"]


def test_links_are_those_of_the_files_that_there_are(tmp_path: Path):
    """
    A report links to the PDF and the pages that it holds, and to no other.
    """
    put_report(tmp_path, make_record("2023-W22"), "brief.pdf", "military_losses.html", "extra.html")

    (report,) = read_shelf(tmp_path)
    links = {"PDF": "2023-W22/brief.pdf", "Military losses": "2023-W22/military_losses.html"}
    assert dict(report.links) == links


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "its format is not 1"),
        ('{"format": 2}', "its format is not 1"),
        (
            json.dumps(make_record("2023-W22") | {"coverage": []}),
            "coverage, keys with values is expected, found an empty list",
        ),
        (
            json.dumps(
                make_record("2023-W22") | {"coverage": {"by_monday": "<b>", "usual": 1.0, "is_thin": True}}
            ),
            "coverage, by_monday, a whole number is expected, found '<b>'",
        ),
        ('{"format": 1}', "the key 'edition' is missing"),
        (json.dumps(make_record("2023-W21")), "it is the record of 2023-W21"),
        (
            json.dumps(make_record("2023-W22", bottom_line=[1])),
            "bottom_line, 0, a text is expected, found '1'",
        ),
        (
            json.dumps(make_record("2023-W22", {"stands": "yes"})),
            "numbers, 0, stands, true or false is expected, found 'yes'",
        ),
        (
            json.dumps(make_record("2023-W22", {"figures": []})),
            "numbers, 0, figures, at least one entry is expected",
        ),
        (json.dumps(make_record("2023-W22", known_until="soon")), "Invalid isoformat string: 'soon'"),
        (
            json.dumps(make_record("2023-W22", numbers=["22"])),
            "numbers, 0, keys with values is expected, found '22'",
        ),
    ],
)
def test_a_broken_record_is_one_sentence(tmp_path: Path, text: str, problem: str):
    """
    A record that is not as described is named with what is wrong and what to do.
    """
    put_report(tmp_path, make_record("2023-W22"))
    (tmp_path / "2023-W22" / "brief.json").write_text(text)

    with pytest.raises(RecordUnreadable) as raised:
        read_shelf(tmp_path)
    assert problem in str(raised.value)
    assert str(raised.value).startswith("2023-W22/brief.json cannot be read as the record of a brief: ")
    assert str(raised.value).endswith(" Make the report again.")


def test_marks_that_no_page_may_print_are_gone(tmp_path: Path):
    """
    Control characters, half characters and marks that turn the direction of text are dropped on reading.
    """
    put_report(tmp_path, make_record("2023-W22", bottom_line=["a\u0000b\u202ec\ud800d\ufffee – Дніпро"]))

    assert read_shelf(tmp_path)[0].record["bottom_line"] == ["abcde – Дніпро"]
