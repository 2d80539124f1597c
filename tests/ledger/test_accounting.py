"""Accounting: rows read = appearances + refused, sheet by sheet and in any vintage."""

from datetime import date

import pytest
from rows import make_rows

from casualty_ledger.ledger.accounting import account_for_rows
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import Register, read_register


@pytest.mark.parametrize("vintage", [LATEST, Vintage(date(2023, 6, 5)), Vintage(date(2022, 1, 1))], ids=str)
def test_no_recorded_row_is_lost(project, vintage: Vintage):
    """
    The rows read are the appearances and the refused, and the undated are those without a day, in each sheet.
    """
    rows = read_sheets(project.recorded)
    account = account_for_rows(rows, clean_rows(rows, read_register(project.sources)), vintage)
    dayless = (rows["published_on"] == "").groupby(rows["sheet"]).sum()

    assert (account["rows_read"] == account["appearances"] + account["refused"]).all()
    assert account["undated"].to_dict() == dayless.reindex(account.index, fill_value=0).to_dict()


def test_a_refused_row_is_counted_once():
    """
    Three rows of which one is wrong are two appearances and one refusal.
    """
    rows = make_rows({}, {"value": "?", "hedge": "?"}, {"value": "7"})
    account = account_for_rows(rows, clean_rows(rows, Register({}, {})), LATEST)

    assert account.loc["made_up.csv", ["rows_read", "appearances", "refused"]].tolist() == [3, 2, 1]
