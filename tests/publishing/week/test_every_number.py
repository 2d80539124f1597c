"""Every number of the briefs, read independently of what composes them, is what its recorded row says."""

import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with
from paths import HOME
from reading_sentences import find_faults, read_briefs, read_rows
from rows import make_rows

from casualty_ledger.publishing.week.bottom_line import bottom_line
from casualty_ledger.publishing.week.brief import compose_without_changes

WEEKS = ["2022-W12", "2022-W46", "2023-W22", "2024-W22", "2025-W46"]
INJURED = INCIDENT | {"measure": "injured", "value": "9"}
TOTAL = {"value": "206600", "covers_until": "2023-05-28", "published_on": "2023-05-28"}
MONTH = VERIFIED | {"basis": "period", "covers_from": "2023-05-01", "covers_until": "2023-05-31"}
SOLDIERS = INCIDENT | {"population": "military", "party": "russia", "value": "63"}


def test_sentences_and_tables_say_what_their_rows_say(edition_of):
    """
    Value, hedge, day, publication, verification, party, people and claimant of every number are the row's.
    """
    briefs = ((week, compose_without_changes(edition_of(week))) for week in WEEKS)
    sentences, numbers, faults = read_briefs(briefs, read_rows(HOME / "data" / "raw" / "recorded"))

    assert faults == []
    assert sentences > 100
    assert numbers > 200


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ((INCIDENT,), {"value": "5"}),
        ((INCIDENT,), {"hedge": "at_least"}),
        ((INCIDENT,), {"claimant": "Kherson police"}),
        ((INCIDENT,), {"covers_until": "2023-05-31"}),
        ((INCIDENT,), {"verification": "verified"}),
        ((INCIDENT,), {"population": "civilian_women"}),
        ((INCIDENT | {"verification": "verified"},), {"verification": "official_claim"}),
        ((SOLDIERS,), {"party": ""}),
        ((SOLDIERS,), {"party": "ukraine"}),
        ((MONTH | {"value": "143", "published_on": "2023-06-02"},), {"published_on": "2023-06-03"}),
        ((VERIFIED | {"scope": "figures are considerably higher"},), {"scope": ""}),
        ((VERIFIED | {"hedge": "about"},), {"hedge": "exact"}),
        (({}, TOTAL), {"value": "200000"}),
    ],
)
def test_a_planted_fault_is_found(rows: tuple[dict[str, str], ...], fault: dict[str, str]):
    """
    Where a row is not what a sentence made of it, the reading says so, whatever is wrong.
    """
    recorded = {row["id"]: row for row in make_rows(*rows).astype(str).to_dict("records")}
    said = bottom_line(edition_with(*rows))
    planted = recorded | {"t-1": recorded["t-1"] | fault}

    assert [find_faults(sentence, recorded) for sentence in said] == [[]] * len(said)
    assert any(find_faults(sentence, planted) for sentence in said)
