"""Sentences about the prisoners of a week: each number with its claimant, none added."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.identity import everybody, whole
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.publishing.week.edition import Edition, captive
from casualty_ledger.publishing.week.prisoners.tables import (
    captivity_statements,
    directions_untold,
    exchanges_in_week,
)
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.prisoners import (
    Returned,
    count_prisoners,
    exchanges,
    hold_civilians,
    hold_other_returns,
)
from casualty_ledger.vocabulary import Measure, Population
from casualty_ledger.wording.claimant_names import begin_with
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_counted_days, label_place, label_publication
from casualty_ledger.wording.language import DAY_AND_MONTH, mark, write_day
from casualty_ledger.wording.sentences import (
    checked,
    counts_by_number,
    counts_of,
    either,
    join,
    joined,
    published,
    what,
)
from casualty_ledger.wording.traced_text import Sentence, recorded, sentence, words

SAID = mark("{claimant}: {counted} ({days}; published {day})")
SAID_AT = mark("{claimant}: {counted} in {place} ({days}; published {day})")
WITH_CIVILIANS = mark("{count} with civilians")


def count_returned(told: list[Returned]) -> Sentence:
    """Say each number of those returned once, and of which ones civilians are among them."""
    counts = [
        sentence(WITH_CIVILIANS, count=counts_of(same)) if same[0]["with_civilians"] else counts_of(same)
        for same in rows_by(told, "with_civilians")
    ]
    return either(counts)


def say_captives(figure: ReportedFigure) -> Sentence:
    """Say one statement about prisoners, with what it may overlap."""
    place = label_place(figure)
    said = sentence(
        SAID_AT if place else SAID,
        claimant=begin_with(figure["claimant"]),
        counted=what(figure),
        place=place,
        days=label_counted_days(figure),
        day=label_publication(figure),
    )
    overlap = f"; {figure['overlaps']}" if figure["overlaps"] else ""
    return said + recorded(f"{overlap}.", str(figure["figure_id"]))


def say_prisoners(edition: Edition) -> Sentence | None:
    """Say the week's exchange, or else the statement about captives that was printed last."""
    returned = exchanges(captive(exchanges_in_week(edition)))
    returned = returned.assign(with_civilians=hold_civilians(returned))
    returned = returned[returned["measure"].eq(Measure.EXCHANGED) & returned["value"].notna()]
    returned = returned[count_prisoners(returned) & ~hold_other_returns(returned)]
    together = returned["population"] == Population.MIXED
    returned = returned[everybody(returned) | returned["is_part"] | together]
    if len(returned):
        return _say_returned(edition, returned)
    said = captivity_statements(edition)
    stated = said[said["value"].notna()]
    # Parts among the numbers of their wholes are no further ones.
    wholes = stated[whole(stated)]
    told = wholes if len(wholes) else stated
    return _say_shown(told) if len(told) else None


def _say_returned(edition: Edition, returned: pd.DataFrame) -> Sentence:
    """Say how many returned in each direction, every number with who counted it."""
    directions = []
    for _, told in returned.groupby(["direction", "day"], sort=False):
        first = told.iloc[0]
        whom = f" ({first['subgroup']})" if first["subgroup"] and not first["is_part"] else ""
        counts = [
            counts_by_number(same, WITH_CIVILIANS if mixed and not whom else "{count}", most=3)
            for mixed, same in told.groupby("with_civilians")
        ]
        one = sentence(
            "{direction} on {day}, {counts}",
            direction=say_direction(first["direction"]) + whom,
            day=write_day(first["day"], DAY_AND_MONTH),
            counts=join(counts, ", "),
        )
        directions.append(one)
    untold = directions_untold(edition, returned["day"])
    silent = [sentence("{direction}, no number recorded", direction=say_direction(way)) for way in untold]
    return sentence(
        "Prisoners of war returned in exchanges: {directions}.",
        directions=join([*directions[:6], *silent]),
    )


def _say_shown(stated: pd.DataFrame) -> Sentence:
    by_claimant = stated.groupby("claimant", sort=False)["figure_id"].transform("size")
    most = stated[by_claimant == by_claimant.max()]
    told = most[most["claimant"] == most.iloc[0]["claimant"]].drop_duplicates("value")
    if len(told) == 1:
        return say_captives(figures_of(told)[0])
    rows = figures_of(told)
    alone = len({label_publication(row) for row in rows}) == 1
    numbers = [what(row) + words("" if alone else f" ({published(row)})") for row in rows]
    warnings = [recorded(f"; {row['overlaps']}", str(row["figure_id"])) for row in rows if row["overlaps"]]
    return sentence(
        "{claimant} spoke of {counts}{published}; {checked}; the numbers are not added.",
        claimant=begin_with(rows[0]["claimant"]),
        counts=joined(mark("{first}, then {last}"), numbers),
        published=words(f", {published(rows[0])}" if alone else "") + join(warnings),
        checked=checked(rows),
    )
