"""Tracing: a number leads to its figures, and those to rows and addresses."""

import csv

import pytest

from casualty_ledger.explore.misuse import NobodySaid


def test_210000_leads_to_its_claimant_and_its_word(whole):
    """
    Ukraine said more than 210,000 losses; the page printed it as killed.
    """
    found = whole.trace("210,000")
    said = found[found["how"] == "as said"].iloc[0]

    assert (said["claimant"], said["measure"], said["measure_as_said"]) == ("Ukraine", "losses", "killed")


def test_every_row_traced_is_the_row_of_the_sheet(whole):
    """
    Sheet and row of each trace hold the id and the address that it names.
    """
    found = whole.trace(22)
    folder = whole.source.project.recorded
    rows = {path.name: list(csv.DictReader(path.open(encoding="utf-8"))) for path in folder.glob("*.csv")}

    assert len(found) > 1
    for told in found.to_dict("records"):
        row = rows[told["sheet"]][told["row"] - 2]
        assert (row["id"], row["address"]) == (told["row_id"], told["address"])


def test_a_derived_number_leads_to_both_its_totals(whole):
    """
    3,340 is no figure of anybody; it leads to the totals of both Sundays.
    """
    found = whole.trace(3340)
    derived = found[found["how"] == "difference of two totals, 2023-W22"]

    assert set(derived["said"]) == {"about 206,600 Russian “losses”", "about 209,940 Russian “losses”"}


@pytest.mark.parametrize("asked", ["ml-0215", "art-0007"])
def test_an_id_leads_to_its_row(whole, asked):
    """
    The id of a figure or of a row is traced like a number.
    """
    assert asked in set(whole.trace(asked)["row_id"])


def test_a_number_that_nobody_said_is_told_the_nearest(whole):
    """
    A number without a figure raises, and names the nearest that were said.
    """
    with pytest.raises(NobodySaid, match="209,940"):
        whole.select(claimant="General Staff of Ukraine").trace(209941 + 20)
    with pytest.raises(NobodySaid, match="did you mean 'ml-0215'"):
        whole.trace("ml-0215x")
