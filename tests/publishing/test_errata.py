"""Errata: what one record of a brief tells otherwise than another of the same week."""

from pathlib import Path

import pytest
from reports_made_up import make_record, put_report

from casualty_ledger.publishing.errata import compare_records, find_superseded
from casualty_ledger.publishing.shelf import read_shelf

OLDER = make_record("2023-W22", {})
SAME = {"figures": ["t-1"]}
LATER = {"figures": ["t-2"], "said": "25", "published": "6 June 2023", "follows": "t-1", "kind": "restated"}


def told(*numbers, older=OLDER) -> list[tuple[str, str]]:
    """Return what is told otherwise, and why, where the later record holds these numbers."""
    errata, _ = compare_records(older, make_record("2023-W22@latest", *numbers))
    return [(each.now, each.why) for each in errata]


def test_a_number_that_its_claimant_restated_is_an_erratum():
    """
    22, then 25 of the same subject: what was printed, what is told now, who changed it, when and why.
    """
    overtaken = SAME | {"stands": False}
    newer = make_record("2023-W22@latest", LATER | {"why": "more was found"}, overtaken)
    ((erratum,), left_out) = compare_records(OLDER, newer)

    assert erratum.printed == "22 civilians injured, Pidhorodne, 3 June 2023; in “In short”"
    assert (erratum.now, erratum.by) == ("25", "Governor, printed by Suspilne, 6 June 2023")
    assert erratum.why == "The source revised it: more was found"
    assert left_out == ()


def test_a_reading_is_given_only_for_the_step_that_it_reads():
    """
    Where more than one statement lies between, the last step's reading is not that of the whole way.
    """
    newer = LATER | {"follows": "t-3", "kind": "misprint", "why": "a digit seems dropped"}

    assert told(newer) == [("25", "The source revised it")]


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ({"said": "220"}, "The row was recorded wrongly and is corrected since"),
        ({"is_part": True}, "It is known since to be counted inside another figure"),
        ({"warnings": ["a mistake"]}, "A warning is known since that was not known then: a mistake"),
    ],
)
def test_the_same_figure_may_be_told_otherwise(now, why: str):
    """
    The figure itself was corrected, became a part, or has a warning that it had not.
    """
    assert told(SAME | now) == [(now.get("said", "22"), why)]


@pytest.mark.parametrize(
    "now",
    [
        SAME,
        SAME | {"text": "at least 22", "parts": ["Civilian harm"]},
        SAME | {"is_part": False, "subject": "injured, renamed"},
    ],
)
def test_another_place_in_the_brief_changes_nothing(now):
    """
    The same figure said the same way is no erratum, wherever the brief prints it.
    """
    assert told(now) == []


def test_a_rival_changes_nothing_and_what_is_not_printed_is_left_out():
    """
    Another claimant's number has another subject; a number that the later brief lacks is listed apart.
    """
    newer = make_record("2023-W22@latest", LATER | {"subject": "injured, says another"})

    assert compare_records(OLDER, newer) == (
        (),
        ("22 civilians injured, Pidhorodne, 3 June 2023; in “In short”",),
    )


def test_a_derived_number_is_compared_with_what_was_derived_alike():
    """
    A difference of two totals is compared with the same difference, and said to be recomputed.
    """
    how = {"how": "the total less that of a week before", "subject": "increment", "stands": False}
    older = make_record("2023-W22", how | {"said": "about 3,340", "what": "about 3,340, the total less …"})

    assert told(how | {"said": "about 3,340"}, older=older) == []
    assert told(how | {"said": "about 3,240"}, older=older) == [
        ("about 3,240", "A number from which it was computed has changed")
    ]


def test_every_older_vintage_is_superseded_by_the_one_that_knows_most(tmp_path: Path):
    """
    Of three vintages of a week two are superseded by the third, and a lone one by nothing.
    """
    for name in ("2023-W21", "2023-W22", "2023-W22@2024-01-01", "2023-W22@latest"):
        put_report(tmp_path, make_record(name, LATER if "@" in name else {}))
    found = {
        each.report.name: (each.by.name, len(each.errata)) for each in find_superseded(read_shelf(tmp_path))
    }

    assert found == {"2023-W22": ("2023-W22@latest", 1), "2023-W22@2024-01-01": ("2023-W22@latest", 0)}
