"""Captions from the figures that a chart draws: who says, who relays, which days, checked by whom."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.vocabulary import Basis, Measure, Population, Verification
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.labels import label_days
from casualty_ledger.wording.language import mark, translate
from casualty_ledger.wording.sentences import listed

BOUNDS = mark("those that the words give; at least has none above (open arrow), about is soft (dashed)")
BASES = {str(word): word.definition for word in Basis}
MEASURES = {str(word): word.definition for word in Measure}
POPULATIONS = {str(word): word.definition for word in Population}
CHECKS = {str(word): word.definition for word in Verification}


def caption_of(
    edition: Edition, drawn: pd.DataFrame, title: str, *, excludes: str, interval: str = BOUNDS
) -> Caption:
    """Write the caption of a chart that draws these figures."""
    return Caption(
        conflict=edition.conflict.name,
        title=title,
        measure=_defined(drawn["measure"], MEASURES),
        population=_defined(drawn["population"], POPULATIONS),
        who_says=listed([*map(name_claimant, _distinct(drawn["claimant"]))], most=3),
        who_relays=listed(_distinct(_publishers(drawn)), most=3),
        period=label_days(drawn["covers_from"].min(), drawn["covers_until"].max()),
        basis=_defined(drawn["basis"], BASES),
        as_of=edition.known,
        verification=listed([translate(CHECKS[word]) for word in _distinct(drawn["verification"])], most=4),
        interval=translate(interval),
        excludes=excludes,
    )


def _publishers(drawn: pd.DataFrame) -> pd.Series:
    unknown = translate("a publisher that is not recorded")
    return drawn["publishers"].str.split("; ").explode().replace("", unknown)


def _distinct(texts: pd.Series) -> list[str]:
    return list(dict.fromkeys(map(str, texts)))


def _defined(found: pd.Series, definitions: dict[str, str]) -> str:
    return "; ".join(translate(definitions[word]) for word in _distinct(found))
