"""Merging: one statement of many publishers is one figure, and each row says why it joined."""

import pandas as pd
import pytest
from conftest import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.merging import list_merged
from casualty_ledger.sources.registry import Register, Source

STAFF = Source("General Staff of Ukraine", "military_command", "ukraine")
REGISTER = Register({"General Staff of Ukraine": STAFF, "Ukrainian General Staff": STAFF}, {})


def merged(*changes: dict[str, str]) -> pd.DataFrame:
    appearances = clean_rows(make_rows(*changes), REGISTER).appearances
    return list_merged(gather_figures(appearances)[0], appearances)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"publisher": "Interfax"}, "relayed"),
        ({"published_on": "2023-07-01"}, "printed_again"),
        ({"publisher": "Interfax", "claimant": "Ukrainian General Staff"}, "relayed respelled"),
    ],
)
def test_a_row_says_why_it_joined(change: dict[str, str], why: str):
    """
    A relay, a number printed again later, and another spelling of the claimant are told apart.
    """
    [row] = merged({}, change).to_dict("records")

    assert (row["figure_id"], row["row_id"], row["why"]) == ("t-1", "t-2", why)
    assert row["first_on"] == pd.Timestamp("2023-06-04")


@pytest.mark.parametrize(
    "change", [{"value": "210350"}, {"hedge": "at_least"}, {"covers_until": "2023-06-05"}]
)
def test_another_statement_joins_nothing(change: dict[str, str]):
    """
    Another number, hedge or last day is another figure.
    """
    assert merged({}, change).empty


def test_every_row_is_an_appearance_of_one_figure(ledger):
    """
    Figures and the rows merged into them are all the rows: 2,735 + 202 = 2,937.
    """
    listed = list_merged(ledger.figures, ledger.appearances)

    assert len(ledger.figures) + len(listed) == len(ledger.appearances) == 2937
    assert (listed["published_on"].isna() | ~(listed["published_on"] < listed["first_on"])).all()
