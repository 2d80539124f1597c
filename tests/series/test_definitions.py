"""Definition traps: what a relay makes of losses."""

import pytest
from small_ledger import ENEMY, TOTAL, tabulate

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
