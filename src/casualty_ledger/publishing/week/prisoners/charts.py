"""Charts of prisoners of war: exchanges with rival counts, and who says how many are held or taken."""

from __future__ import annotations

from typing import Any

import pandas as pd

from casualty_ledger.charts.captivity import captivity_of
from casualty_ledger.charts.exchanges import exchanges_of
from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.conflicts.conflict import as_recorded
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.publishing.week.captions import caption_of, credit
from casualty_ledger.publishing.week.chart_columns import ends_of, in_words, said_of, totals_to_week
from casualty_ledger.publishing.week.edition import Edition, captive
from casualty_ledger.publishing.week.prisoners.tables import captivity_statements
from casualty_ledger.publishing.week.prisoners.titles import of_captivity, of_exchanges
from casualty_ledger.publishing.week.statement_ladder import draw_ladder
from casualty_ledger.publishing.week.titles import lead
from casualty_ledger.series.prisoners import (
    count_prisoners,
    directions_of,
    exchanges,
    hold_civilians,
    is_event,
)
from casualty_ledger.series.rival_returns import agreed_returns, rival_returns
from casualty_ledger.vocabulary import Basis, Measure, Population
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.conflict_words import say_adjective
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_day, label_number
from casualty_ledger.wording.language import counted_phrase, mark, phrase, translate

HALF_YEAR = 26
WITHOUT_CIVILIANS = mark(
    "of single days: civilians, plans, returns outside an exchange, both directions in one number; a "
    "running total may hold civilians"
)
ALONE = mark(
    "of single days: civilians alone, plans, returns outside an exchange, both directions in one number; a "
    "running total may hold civilians"
)
FLOWS = {str(Measure.HELD): "held", str(Measure.CAPTURED): "taken", str(Measure.SURRENDERED): "taken"}


def draw_recent_exchanges(edition: Edition, *, weeks: int = HALF_YEAR) -> Chart | NoChart:
    """Draw the exchanges of the weeks up to the end of the week, with gaps and running totals."""
    sunday = pd.Timestamp(edition.week.sunday)
    recent = _returns(edition)
    first, span = _window(edition, weeks)
    recent = recent[recent["day"].between(first, sunday)].reset_index(drop=True)
    if not (recent["measure"] == Measure.EXCHANGED).any():
        empty = phrase("This ledger has recorded no exchange of prisoners {span}.", span=span)
        return NoChart("exchanges", empty)
    totals = running_returns(edition)
    totals = totals[totals["day"].between(recent["day"].min(), sunday)]
    caption = caption_of(
        edition,
        pd.concat([recent, totals], ignore_index=True),
        phrase("Prisoners of war returned, by day and direction, {span}", span=span),
        excludes=translate(ALONE if (recent["population"] == Population.MIXED).any() else WITHOUT_CIVILIANS),
    )
    counts = recent[recent["measure"] == Measure.EXCHANGED]
    parts = [_agreed(recent), _gaps(recent), tabulate_returns(totals, "total")]
    table = pd.concat([tabulate_returns(counts, "return"), *parts], ignore_index=True)
    caption = lead(caption, counts, of_exchanges(table))
    directions = list(
        dict.fromkeys([*map(say_direction, edition.conflict.returns.values()), *table["direction"]])
    )
    return compose(
        exchanges_of(directions, edition.conflict.file.start, (first, sunday), with_totals=not totals.empty),
        table,
        caption,
        name="exchanges",
        height=2.2 if totals.empty else 3.5,
    )


def _window(edition: Edition, weeks: int) -> tuple[pd.Timestamp, str]:
    """Return the first day that is drawn, none before the conflict, and how the days are named."""
    first = pd.Timestamp(edition.week.sunday) - pd.Timedelta(days=7 * weeks - 1)
    start = edition.conflict.file.start
    if start is not None and pd.Timestamp(start) > first:
        return pd.Timestamp(start), phrase("since {day}", day=label_day(start))
    if weeks == HALF_YEAR:
        return first, translate("in the half year up to the week")
    return first, counted_phrase(
        "in the {count} week up to the week", "in the {count} weeks up to the week", weeks
    )


def _returns(edition: Edition) -> pd.DataFrame:
    """Return counts of prisoners; a number that holds civilians is one of both, whatever its words."""
    returns = exchanges(captive(edition.figures))
    population = returns["population"].mask(hold_civilians(returns), Population.MIXED)
    return returns.assign(population=population)[returns["value"].notna() & count_prisoners(returns)]


def running_returns(edition: Edition) -> pd.DataFrame:
    """Return running totals of prisoners returned since the start, as stated, with `day` and `direction`."""
    told = captive(edition.figures)
    told = told[
        (told["measure"] == Measure.EXCHANGED)
        & (told["basis"] == Basis.CUMULATIVE)
        & (told["population"] == Population.PRISONERS_OF_WAR)
        & _of_sides(edition, told)
        & is_event(told)
        & ~is_doubtful(told)
    ]
    totals = totals_to_week(edition, told)
    return totals.assign(direction=directions_of(totals))


def _of_sides(edition: Edition, told: pd.DataFrame) -> pd.Series:
    """Say which figures count a side's people as a whole."""
    return told["party"].map(lambda party: edition.conflict.side_of(party) == party).astype(bool)


def tabulate_returns(figures: pd.DataFrame, role: str) -> pd.DataFrame:
    """Return returns or totals as rows of the chart; `role` says which they are."""
    days = figures["day"]
    table = said_of(
        figures,
        mark=role,
        day=days,
        day_label=in_words(days),
        direction=figures["direction"].map(say_direction),
        previous_figure_id="",
        how="",
    )
    mixed = (figures["population"] == Population.MIXED).tolist()
    said = zip(table["words"], mixed, strict=True)
    named = [phrase("{count} with civilians", count=count) if told else count for count, told in said]
    return table.assign(words=named)


def _agreed(returns: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of one return that both sides gave, a row each."""
    found = agreed_returns(returns)
    counts = found["value"].map(label_number)
    return _compared(
        found,
        "agreed",
        claimant=[
            f"{name_claimant(one)}; {name_claimant(other)}"
            for one, other in zip(found["claimant"], found["other"], strict=True)
        ],
        value=found["value"],
        lower=found["value"],
        upper=found["value"],
        figure_id=found["figure_id"],
        words=[phrase("both: {count}", count=count) for count in counts],
        previous_figure_id=found["other_id"],
        how=translate("the number that both sides gave"),
    )


def _gaps(returns: pd.DataFrame) -> pd.DataFrame:
    """Return how far the two sides' counts of one return are apart, a row each."""
    found = rival_returns(returns)
    return _compared(
        found,
        "gap",
        claimant=[
            phrase("{high} against {low}", high=name_claimant(high), low=name_claimant(low))
            for high, low in zip(found["high_claimant"], found["low_claimant"], strict=True)
        ],
        value=found["gap"],
        lower=found["low"],
        upper=found["high"],
        figure_id=found["high_id"],
        words=[phrase("{count} apart", count=label_number(gap)) for gap in found["gap"]],
        previous_figure_id=found["low_id"],
        how=translate("the higher count less the lower"),
    )


def _compared(found: pd.DataFrame, role: str, **columns: Any) -> pd.DataFrame:
    """Return what two counts of one return come to, as rows of the chart; `role` says what they are."""
    days = pd.to_datetime(found["day"])
    common = {"claimant_side": "unstated", "is_soft": False, "mark": role, "day": days}
    said = {"day_label": in_words(days), "direction": found["direction"].map(say_direction)}
    return pd.DataFrame(columns | common | said, index=found.index)


def draw_captivity(edition: Edition) -> Chart | NoChart:
    """Draw who said how many are held, and how many were taken since the start, up to the week."""
    told = captivity_figures(edition)
    if told.empty:
        empty = translate("This ledger has recorded no number of prisoners held or taken up to this week.")
        return NoChart("captivity", empty)
    caption = caption_of(
        edition,
        told,
        translate("Prisoners of war held, and soldiers taken, according to whom"),
        excludes=translate(
            "single places and groups, civilians; a level and a running total are never added"
        ),
    )
    sides = list(edition.conflict.sides) or list(dict.fromkeys(told["party"]))
    whose = {side: say_adjective(edition.conflict, side) or as_recorded(side) for side in sides}
    table = said_of(
        told,
        whose=[whose[party] for party in told["party"]],
        flow=told["measure"].map(FLOWS),
        day=told["day"],
        day_label=in_words(told["day"]),
    )
    table = table.assign(labelled=ends_of(table, ["whose", "flow"]))
    caption = lead(credit(caption, table), told, of_captivity(table))
    return compose(captivity_of([*whose.values()]), table, caption, name="captivity", height=3.1)


def captivity_figures(edition: Edition) -> pd.DataFrame:
    """Return levels of prisoners held and running totals of soldiers taken, of every side, with `day`."""
    told = edition.figures
    level = (told["measure"] == Measure.HELD) & (told["basis"] == Basis.STOCK)
    taken = told["measure"].isin([Measure.CAPTURED, Measure.SURRENDERED]) & (
        told["basis"] == Basis.CUMULATIVE
    )
    soldiers = told["population"].isin([Population.PRISONERS_OF_WAR, Population.ARMED_FORCES])
    return totals_to_week(edition, told[(level | taken) & soldiers & _of_sides(edition, told)])


def draw_captives(edition: Edition) -> Chart | NoChart:
    """Draw who says how many prisoners were taken or are held in the week."""
    return draw_ladder(
        edition,
        captivity_statements(edition),
        translate("Prisoners of war: taken and held, according to whom"),
        name="captivity_statements",
        empty=translate("This ledger has recorded no number of prisoners taken or held in this week."),
    )
