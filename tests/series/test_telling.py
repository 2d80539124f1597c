"""The order of telling: what an hour of another claimant says of the order within a day."""

from small_ledger import GOVERNOR, MAYOR, POLICE, TOLL, tabulate

from casualty_ledger.series.statements import order_statements
from casualty_ledger.series.telling import order_by_telling


def order_of(*rows: dict[str, str]) -> list[int]:
    figures = order_statements(tabulate(*(TOLL | row for row in rows))[0])
    return order_by_telling(figures)["value"].tolist()


def test_a_later_hour_of_another_claimant_is_not_set_before_an_earlier_one():
    """
    The ministry at 13:50 stands behind the governor at 13:30, and before the governor at 14:35.
    """
    rows = (
        {"claimant": POLICE, "value": "6", "scope": "as of 13:50"},
        {"claimant": GOVERNOR, "value": "5", "scope": "as of 13:30", "published_sequence": "1"},
        {"claimant": GOVERNOR, "value": "7", "scope": "update 14:35", "published_sequence": "2"},
    )

    assert order_of(*rows) == [5, 6, 7]


def test_each_claimants_own_statements_keep_their_order():
    """
    Without hours nothing is moved, and a claimant's recorded order stands whatever others say.
    """
    rows = (
        {"claimant": GOVERNOR, "value": "5", "published_sequence": "1"},
        {"claimant": GOVERNOR, "value": "4", "published_sequence": "2"},
        {"claimant": MAYOR, "value": "6", "published_sequence": "1"},
    )
    own = [value for value in order_of(*rows) if value != 6]

    assert own == [5, 4]
