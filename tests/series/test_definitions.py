"""Definition traps: what a relay makes of losses."""

import pytest
from small_ledger import ENEMY, MONITOR, TOTAL, tabulate

from casualty_ledger.series.definitions import AS_CASUALTIES, AS_DEATHS, definition_traps

LOSSES = TOTAL | {"measure": "losses_unspecified", "value": "1000000", "claimant": ENEMY}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"measure_as_said": "killed"}, AS_DEATHS),
        ({"measure_as_said": "killed and wounded"}, AS_CASUALTIES),
        ({"measure_as_said": "killed", "note": "relay says killed, wounded and captured"}, AS_CASUALTIES),
        ({"measure_as_said": "killed", "note": "relay says killed; others have wounded, too"}, AS_DEATHS),
    ],
)
def test_a_total_that_a_relay_glosses_as_more_than_deaths_is_not_printed_as_deaths(
    change: dict[str, str], what: str
):
    """
    Losses that a relay calls killed, wounded and captured are printed as casualties, not as deaths.
    """
    figures, _ = tabulate(LOSSES | change)

    assert [said for _, said in definition_traps(figures)] == [what]


def test_only_the_row_on_its_series_of_losses_is_a_trap_whatever_the_labels_of_the_table():
    """
    Two tables set one under the other have their labels twice: a row is told by its place, not its label.
    """
    deaths = LOSSES | {"measure": "killed", "covers_until": "2024-05-10", "basis": "cumulative"}
    injured = TOTAL | {"measure": "injured", "value": "458", "claimant": MONITOR, "population": "civilians"}
    figures, _ = tabulate(LOSSES | {"covers_until": "2024-05-11"}, deaths | {"value": "999000"}, injured)
    alike = figures.set_axis([0, 1, 1])

    traps = [set(trap["value"]) for trap, _ in definition_traps(alike)]

    assert traps == [set(trap["value"]) for trap, _ in definition_traps(figures)] == [{999000}]
