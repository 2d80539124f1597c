"""Losses that a relay prints as deaths are said as losses, with the doubt; days that cannot be are told."""

import pytest
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.sources.registry import Register
from casualty_ledger.wording.labels import label_until
from casualty_ledger.wording.sentences import what

KILLED = {"measure": "killed", "hedge": "exact"}


def figure_of(change: dict[str, str]) -> dict[str, object]:
    [figure] = gather_figures(clean_rows(make_rows(change), Register({}, {})).appearances)[0].to_dict(
        "records"
    )
    return figure


@pytest.mark.parametrize(
    ("change", "is_renamed"),
    [
        (KILLED, True),
        (KILLED | {"party": "ukraine"}, False),
        (KILLED | {"claimant": "Ministry"}, False),
        (KILLED | {"claimant": "Ministry", "note": "relay renders losses as killed"}, True),
        (KILLED | {"claimant": "Ministry", "note": "the other side's losses were a little less"}, False),
        (KILLED | {"population": "civilians"}, False),
        ({}, False),
    ],
)
def test_what_a_relay_calls_killed_stays_its_claimants_losses(change: dict[str, str], is_renamed: bool):
    """
    Of a claimant whose followed series counts losses, or where the record says so, killed is said as losses.
    """
    figure = figure_of(change)
    said = what(figure).text

    assert ("losses_renamed" in figure["caveats"].split()) == is_renamed
    assert ("“losses” (printed as killed by Ukrinform)" in said) == is_renamed
    if is_renamed:
        assert "killed" not in said.partition("(")[0]


@pytest.mark.parametrize(
    ("part", "is_renamed"),
    [
        ({"overlaps": "part of the 20,000"}, False),
        ({"overlaps": "part of the 30,000"}, True),
        ({"overlaps": "part of the 20,000", "claimant": "Another ministry"}, True),
        ({"overlaps": "part of the 20,000", "note": "relay renders losses as killed"}, True),
        ({"overlaps": "part of the 20,000", "measure": "wounded"}, True),
    ],
)
def test_a_number_of_which_parts_are_counted_killed_is_one_of_killed(part: dict[str, str], is_renamed: bool):
    """
    Where a claimant counts a part of its number as killed, a relay's "lost" makes no losses of the whole.
    """
    whole = KILLED | {"claimant": "Ministry", "value": "20000", "note": "headline says died, body says lost"}
    rows = make_rows(whole, KILLED | {"claimant": "Ministry", "value": "10000"} | part)
    figures = gather_figures(clean_rows(rows, Register({}, {})).appearances)[0]
    [caveats] = figures.loc[figures["value"] == 20000, "caveats"]

    assert ("losses_renamed" in caveats.split()) == is_renamed


def test_a_vague_last_day_is_said_as_its_month_and_a_day_ahead_is_in_doubt():
    """
    A total "to February 2025", said on the 16th, is not "to 28 February"; one to a later day is in doubt.
    """
    vague = figure_of({"covers_until": "2025-02", "published_on": "2025-02-16"})
    ahead = figure_of({"covers_until": "2025-02-28", "published_on": "2025-02-16"})

    assert label_until(vague) == "to February 2025"
    assert "end_day_vague" in vague["caveats"]
    assert "one of the two is wrong" in what(ahead).text
    assert "in doubt" not in what(vague).text


@pytest.mark.parametrize("note", ["a projection to the end of the month", "planned, not yet carried out"])
def test_what_is_forecast_or_planned_is_said_as_such_and_is_no_count(note: str):
    """
    A number for days to come is told from one whose day is wrong; words of a forecast alone mark no count.
    """
    days = {"covers_until": "2025-02-28", "published_on": "2025-02-16", "note": note}
    to_come, past = figure_of(days), figure_of(days | {"published_on": "2025-03-01", "note": "as projected"})

    assert "announced or forecast" in what(to_come).text
    assert "in doubt" not in what(to_come).text
    assert "planned_not_carried_out" in to_come["caveats"].split()
    assert "planned_not_carried_out" not in past["caveats"].split()
