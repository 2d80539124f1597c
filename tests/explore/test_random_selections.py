"""Selections made by chance: every chart that the explorer offers can be read, of whatever was chosen."""

from __future__ import annotations

import random

import pytest
from layout import faults_of
from soak import in_soak

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.explore.charting import KINDS
from casualty_ledger.explore.choices import KINDS as CRITERIA
from casualty_ledger.explore.selection import Selection

VINTAGES = ("2022-06-06", "2023-06-05", "2024-06-03", "latest")
SPANS = (
    {"weeks": "2023-W12/2023-W22"},
    {"weeks": "2022-W08/2026-W10"},
    {"weeks": "2024-W22"},
    {"days": "2022"},
    {"days": "2024"},
    {"days": "2022-03"},
    {},
)


def choose_by_chance(whole: Selection, chance: random.Random) -> Selection:
    """Narrow the ledger by up to three criteria, each a word that what is left holds, and by some days."""
    chosen = whole.as_of(chance.choice(VINTAGES)).select(conflict="russia_ukraine")
    for kind in chance.sample(CRITERIA[1:], chance.randint(0, 3)):
        words = chosen.choices(kind)["word"].tolist()
        chosen = chosen.select(**{kind: chance.choice(words)}) if words else chosen
    return chosen.select(**chance.choice(SPANS))


@pytest.mark.parametrize("seed", [0, *in_soak(*range(1, 40))])
def test_every_chart_of_a_selection_made_by_chance_can_be_read(whole, seed: int):
    """
    Five selections a seed, the chart that suits and one of each other kind: no text on another, none cut off.
    """
    chance = random.Random(seed)
    found = {}
    for _ in range(5):
        chosen = choose_by_chance(whole, chance)
        drawn = [chosen.chart(kind) for kind in ("", chance.choice(list(KINDS)))]
        faults = [(each.name, faults_of(each.figure)) for each in drawn if isinstance(each, Chart)]
        found |= {f"{name}: {chosen.code}": each for name, each in faults if each}

    assert found == {}


def test_weeks_that_are_all_gaps_are_a_sentence(whole):
    """
    Where no week of a span has a total on both its Sundays there is nothing to draw, and it is said.
    """
    chosen = whole.select(conflict="russia_ukraine", days="2024").as_of("2024-06-03")

    assert isinstance(chosen.chart("weekly"), (Chart, NoChart))
