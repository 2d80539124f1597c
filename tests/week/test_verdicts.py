"""Verdicts: an incident is in dispute where the brief lists numbers of it that cannot all be so."""

import pytest
from made_up_ledgers import INCIDENT, edition_with
from small_ledger import ENEMY, GOVERNOR, MAYOR, TOLL, tabulate

from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.vocabulary import Verdict
from casualty_ledger.week.incidents import find_incidents

SOLDIERS = TOLL | {"claimant": ENEMY, "population": "military", "party": "ukraine", "value": "90"}
LATER = TOLL | {"claimant": MAYOR, "published_on": "2024-05-11"}
CHILDREN = TOLL | {"population": "civilian_children", "value": "6"}


def judged(*rows: dict[str, str]) -> tuple[list[Verdict], set[str]]:
    """Return the verdicts of the incidents of rows, and the readings of what disagrees in them."""
    figures, appearances = tabulate(*rows)
    found = find_disagreements(figures, appearances)
    return [each.verdict for each in find_incidents(figures)], set(found["reading"])


@pytest.mark.parametrize(
    ("rows", "verdict", "readings"),
    [
        # A side whose other body repeats the rival's number is no longer in dispute with it.
        (
            (
                TOLL | {"value": "40"},
                TOLL | {"value": "50", "hedge": "more_than", "claimant": MAYOR},
                TOLL | {"value": "53", "claimant": ENEMY},
            ),
            Verdict.DIFFER,
            set(),
        ),
        ((TOLL | {"value": "40"}, TOLL | {"value": "53", "claimant": ENEMY}), Verdict.DISPUTED,
         {"rival_claimants"}),
        # Who only says on the next day what it had said before disputes nothing said since.
        (
            (
                TOLL | {"value": "11", "hedge": "at_least"},
                TOLL | {"value": "13", "hedge": "at_least", "claimant": MAYOR},
                TOLL | {"value": "11", "published_on": "2024-05-11"},
            ),
            Verdict.DIFFER,
            set(),
        ),
        # Soldiers lost in the attack in which the other side counts civilians killed.
        ((TOLL | {"value": "24"}, SOLDIERS | {"measure": "losses_unspecified"}), Verdict.DISPUTED,
         {"population"}),
        # Nobody was hurt, and six children were.
        ((LATER | {"value": "0"}, CHILDREN), Verdict.DISPUTED, {"parts"}),
        ((LATER | {"value": "9"}, CHILDREN), Verdict.ONE_SOURCE, set()),
    ],
)  # fmt: skip
def test_verdict_and_list_of_disagreements_say_the_same(
    rows: tuple[dict[str, str], ...], verdict: Verdict, readings: set[str]
):
    """
    What the list holds of an incident puts it in dispute; what the list does not hold leaves it out of one.
    """
    assert judged(*rows) == ([verdict], readings)


def test_losses_of_a_day_at_the_front_dispute_no_toll_of_a_region():
    """
    Soldiers whom a side says the other lost in a region on a day are not those of an attack there.
    """
    region = {"place": "Kherson Oblast", "value": "4"}
    lost = SOLDIERS | region | {"measure": "losses_unspecified"}

    assert judged(TOLL | region | {"claimant": GOVERNOR}, lost) == ([Verdict.ONE_SOURCE], set())


@pytest.mark.parametrize("is_told_again", [True, False])
def test_what_was_known_of_an_incident_of_the_week_is_compared_with_what_came_out(is_told_again: bool):
    """
    Where more injured came out in the week, beside fewer killed, what was known of these before is compared.
    """
    day = "2023-05-20"
    before = INCIDENT | {"covers_from": day, "covers_until": day, "published_on": day, "value": "9"}
    after = before | {"claimant": "Mayor of Kherson", "published_on": "2023-05-31"}
    again = [after | {"value": "4"}, after | {"measure": "injured", "value": "30"}]
    edition = edition_with(before, *again) if is_told_again else edition_with(before)

    assert {*edition.compared["figure_id"]} == ({"t-1", "t-2", "t-3"} if is_told_again else set())
    assert [*edition.compared["is_new"]] == ([True, True, False] if is_told_again else [])
