"""Captions from the figures that a chart draws: who says, who relays, which days, checked by whom."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.vocabulary import Basis, Measure, Population, Verification
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.labels import label_days
from casualty_ledger.wording.language import mark, phrase, translate, write_number
from casualty_ledger.wording.sentences import listed

BOUNDS = mark("those that the words give; at least has none above (open arrow), about is soft (dashed)")
IN_TABLE = mark("{names} and {count} more, in the chart’s table")
MOST_NAMED = 3
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
        period=_days_of(drawn),
        basis=_defined(drawn["basis"], BASES),
        as_of=edition.known,
        verification=listed([translate(CHECKS[word]) for word in _distinct(drawn["verification"])], most=4),
        interval=translate(interval),
        excludes=excludes,
    )


def credit(caption: Caption, table: pd.DataFrame) -> Caption:
    """Return the caption of a chart that prints few of its numbers: it names those who gave them first.

    A figure of each of them is among the sources; everybody else stands in the table behind the chart.
    """
    told = table[table["claimant"] != ""]
    names = dict.fromkeys([*told.loc[told["labelled"], "claimant"], *told["claimant"]])
    left = len(names) - MOST_NAMED
    if left <= 0:
        return caption
    named = ", ".join([*names][:MOST_NAMED])
    return replace(caption, who_says=phrase(IN_TABLE, names=named, count=write_number(left)))


def _days_of(drawn: pd.DataFrame) -> str:
    """Say of which days a chart is: a running total stands on its last day, whenever it began."""
    totals = drawn["basis"] == Basis.CUMULATIVE
    first = drawn["covers_from"].mask(totals, drawn["covers_until"])
    return label_days(first.min(), drawn["covers_until"].max())


def _publishers(drawn: pd.DataFrame) -> pd.Series:
    unknown = translate("a publisher that is not recorded")
    return drawn["publishers"].str.split("; ").explode().replace("", unknown)


def _distinct(texts: pd.Series) -> list[str]:
    return list(dict.fromkeys(map(str, texts)))


def _defined(found: pd.Series, definitions: dict[str, str]) -> str:
    return "; ".join(translate(definitions[word]) for word in _distinct(found))
