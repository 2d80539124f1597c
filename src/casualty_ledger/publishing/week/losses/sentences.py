"""Sentences about what each side claims of the losses of the others."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.vocabulary import Interest, Measure
from casualty_ledger.wording.claimant_names import begin_with
from casualty_ledger.wording.labels import label_counted_days, label_place
from casualty_ledger.wording.language import mark
from casualty_ledger.wording.sentences import checked, what
from casualty_ledger.wording.traced_text import Sentence, sentence

# A longer period says too little of the week to stand at the top.
CONTEXT_DAYS = 45
SPOKE = mark("{claimant} spoke of {counted} ({days}); {checked}.")
SPOKE_OF_PLACE = mark("{claimant} spoke of {counted} at {place} ({days}); {checked}.")


def say_enemy_claims(edition: Edition) -> list[Sentence]:
    """Say what is claimed of the other sides' losses, of each side of whose losses no total is followed."""
    followed = {series.party for series in edition.conflict.file.followed if series.of_losses}
    said = military_statements(edition)
    claims = said[said["interest"] == Interest.ENEMY_LOSS]
    others = [side for side in edition.conflict.sides if side not in followed]
    found = [_say_widest(claims[claims["party"] == side]) for side in others]
    return [sentence for sentence in found if sentence is not None]


def _say_widest(claims: pd.DataFrame) -> Sentence | None:
    """Say the claim about the most days, of those that say something of the week."""
    days = (claims["covers_until"] - claims["covers_from"]).dt.days
    short = claims[~(days > CONTEXT_DAYS) & (claims["measure"] != Measure.REMAINS_REPATRIATED)]
    short = short[~is_doubtful(short)]
    if short.empty:
        return None
    length = days[short.index].fillna(-1)
    wide = short.assign(days=length).sort_values("days", ascending=False, kind="stable").head(1)
    widest = figures_of(wide)[0]
    place = label_place(widest)
    return sentence(
        SPOKE_OF_PLACE if place else SPOKE,
        claimant=begin_with(widest["claimant"]),
        counted=what(widest),
        place=place,
        days=label_counted_days(widest),
        checked=checked([widest]),
    )
