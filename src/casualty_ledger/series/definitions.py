"""Definition traps: one number under several measures, and losses that a relay prints as deaths."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from casualty_ledger.ledger.renamed import counts_deaths_of_soldiers
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Caveat, Measure

OF_LOSSES = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.CASUALTIES,
    Measure.LOSSES,
    Measure.IRRECOVERABLE,
    Measure.NAMED_DEAD,
)
OF_CAPTIVITY = (
    Measure.CAPTURED,
    Measure.SURRENDERED,
    Measure.HELD,
    Measure.EXCHANGED,
    Measure.RETURNED,
    Measure.DIED_IN_CAPTIVITY,
)
# Below this a number that stands under two measures may be chance.
TELLING = {OF_LOSSES: 100, OF_CAPTIVITY: 20}
# From here on the same number within a month is no chance.
CHANCE = 1000
DEATHS = r"\b(?:killed|died|dead|death)\b"
ONE_NUMBER = "one number under different measures"
AS_DEATHS = "losses, printed as deaths by a relay"
AS_OTHERS = "losses, glossed by a relay as a mix of its own"
AS_CASUALTIES = "losses and casualties, one printed as the other by a relay"
ALSO_LOST = r"\b(?:captured|missing)\b"
ALSO_HURT = r"\b(?:wounded|injured|captured|missing)\b"
# What a recorder notes of a relay's word for the number.
GLOSSED = r"\brelay (?:says|prints|reads|writes|glosses \w+ as)((?: \w+,?){1,2}? (?:and|or) \w+)"


def definition_traps(figures: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, str]]:
    """Yield the figures of each trap, and what it is."""
    told: set[str] = set()
    for measures, least in TELLING.items():
        for said in _one_number(figures[figures["measure"].isin(measures) & (figures["value"] >= least)]):
            told.update(said["figure_id"])
            yield said, ONE_NUMBER
    stated = figures[figures["value"] >= TELLING[OF_LOSSES]]
    as_deaths = (stated["measure"] == Measure.LOSSES) & stated["measure_as_said"].str.contains(DEATHS)
    relayed = stated[(as_deaths | losses_called_deaths(stated)) & ~stated["figure_id"].isin(told)]
    mixed = relayed["measure"].eq(Measure.CASUALTIES) | _says_mix(relayed)
    for is_mixed, (_, said) in zip(mixed, relayed.groupby("figure_id", sort=False), strict=True):
        others = said["measure_as_said"].str.contains(ALSO_LOST).any()
        yield said, AS_OTHERS if others else AS_CASUALTIES if is_mixed else AS_DEATHS


def _says_mix(relayed: pd.DataFrame) -> pd.Series:
    """Say which relays print more than deaths under the number, by their word or by what is noted of it."""
    noted = relayed["note"].str.extract(GLOSSED, expand=False).fillna("")
    return (relayed["measure_as_said"] + "; " + noted).str.contains(ALSO_HURT)


def word_of_relay(figure: ReportedFigure) -> str:
    """Return in recorded words what a relay calls the people of a number; nothing where no row says it."""
    glossed = re.search(GLOSSED, str(figure["note"]))
    return glossed[1].strip() if glossed else str(figure["measure_as_said"])


def _one_number(stated: pd.DataFrame) -> Iterator[pd.DataFrame]:
    if stated.empty:
        return
    last = stated["covers_until"].fillna(stated["published_on"])
    month = last.dt.strftime("%Y-%m").where(stated["value"] >= CHANCE, last.dt.strftime("%Y-%m-%d"))
    number = ["conflict", "claimant", "party", "value", "month", "population"]
    keyed = stated.assign(month=month)
    several = keyed.groupby(number, sort=False)["measure"].transform("nunique") > 1
    if not several.any():
        return
    for _, said in keyed[several].groupby(number, sort=False):
        yield said.drop(columns="month")


def losses_called_deaths(figures: pd.DataFrame) -> pd.Series:
    """Say which figures print as killed or as casualties what their claimant counts as losses.

    Either the record says so, or the number is the one that the claimant's own series of losses has about
    that day.
    """
    renamed = figures["caveats"].str.contains(str(Caveat.LOSSES_RENAMED), regex=False)
    return renamed | _is_of_the_series(figures, counts_deaths_of_soldiers(figures))


NEAR_DAYS = 2
NEARLY_EQUAL = 0.01


def _is_of_the_series(figures: pd.DataFrame, named: pd.Series) -> pd.Series:
    """Find running totals that lie on their claimant's own series of losses."""
    total = (
        (figures["basis"] == Basis.CUMULATIVE) & figures["value"].notna() & figures["covers_until"].notna()
    )
    keys = ["conflict", "claimant", "party"]
    columns = [*keys, "covers_until", "value"]
    if not (named & total).any():
        return pd.Series(False, index=figures.index)
    # By place, not by label: tables set one under the other have labels twice.
    place = pd.Series(range(len(figures)), index=figures.index)
    deaths = figures.assign(place=place).loc[named & total, [*columns, "place"]].sort_values("covers_until")
    losses = figures.loc[total & (figures["measure"] == Measure.LOSSES), columns].sort_values("covers_until")
    if deaths.empty or losses.empty:
        return pd.Series(False, index=figures.index)
    near = pd.merge_asof(
        deaths,
        losses.rename(columns={"value": "lost"}),
        on="covers_until",
        by=keys,
        direction="nearest",
        tolerance=pd.Timedelta(days=NEAR_DAYS),
    )
    value, lost = near["value"].astype(float), near["lost"].astype("Float64").astype(float)
    same = (value - lost).abs() <= NEARLY_EQUAL * lost
    return place.isin(near.loc[same, "place"])
