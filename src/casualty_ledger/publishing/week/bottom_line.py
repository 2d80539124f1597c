"""The bottom line: the week in at most five sentences, each with its claimant and its hedge."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.labels import (
    label_day,
    label_days,
    label_end,
    label_place,
    label_publication,
    label_short_days,
    label_where_and_when,
)
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.identity import whole
from casualty_ledger.ledger.rows import Figure, rows_of
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.publishing.claimant_names import begin_with
from casualty_ledger.publishing.document import Sentence, Span, recorded, words
from casualty_ledger.publishing.week import harm_tables, tables
from casualty_ledger.publishing.week.civilian import say_verified
from casualty_ledger.publishing.week.edition import Edition, captive, people_harmed
from casualty_ledger.publishing.week.followed import say_followed
from casualty_ledger.publishing.week.prisoners import say_captives
from casualty_ledger.publishing.week.say import (
    checked,
    counts_by_number,
    enumerated,
    is_one_statement,
    join,
    minimum,
    number,
    published,
    say,
    since,
    what,
)
from casualty_ledger.series.prisoners import exchanges, hold_other_returns
from casualty_ledger.series.totals import last_totals
from casualty_ledger.vocabulary import Hedge, Interest, Measure, Population

MOST_SENTENCES = 5
INCIDENT = ("claimant", "place", "admin1", "incident", "covers_from", "covers_until", "party")
# A longer period says too little of the week to stand at the top.
CONTEXT_DAYS = 45
NOTHING = words(
    "The ledger holds no figure about this week as known on this day. "
    "That is an absence of figures, not of harm."
)
NOT_ALONE = words(
    "The ledger holds no number of the days of this week alone as known on this day; "
    "what else it holds stands below, and on the pages of the report."
)


def bottom_line(edition: Edition) -> tuple[Sentence, ...]:
    """Say the week in at most five sentences, each with its claimant and its hedge."""
    if edition.is_silent:
        return (*say_outside(edition), NOTHING)
    said = [
        say_incident(edition),
        say_verified(edition) if len(tables.verified_totals(edition)) else None,
        say_verified_period(edition),
        *say_followed(edition),
        *say_enemy_claims(edition),
        say_prisoners(edition),
    ]
    told = [sentence for sentence in said if sentence is not None]
    stated = told or say_totals(edition) or say_most(edition)
    return tuple([*say_outside(edition), *stated][:MOST_SENTENCES])


def say_outside(edition: Edition) -> list[Sentence]:
    """Say that a week lies before the war, or after everything that the ledger holds."""
    start = edition.conflict.file.start
    if start and edition.week.sunday < start:
        return [words(f"This week ended before {label_day(start)}, when this conflict began.")]
    last = edition.figures["published_on"].max()
    if pd.isna(last) or last >= pd.Timestamp(edition.week.monday):
        return []
    said = "This week lies after everything that the ledger holds as known on this day: its last publication"
    return [words(f"{said} is of {label_day(last)}.")]


def say_most(edition: Edition) -> list[Sentence]:
    """Say the highest numbers of the week, where it holds nothing that has a sentence of its own."""
    told = edition.in_week
    stated = told[told["value"].notna() & ~told["is_part"] & ~is_doubtful(told)]
    most = stated.sort_values("value", ascending=False, kind="stable").head(2)
    return [say(row) for row in rows_of(most)] or [NOT_ALONE]


def say_verified_period(edition: Edition) -> Sentence | None:
    """Say the latest period that a monitor verified in the week, the numbers of one statement together."""
    periods = tables.verified_periods(edition)
    if periods.empty:
        return None
    last = rows_of(periods)[-1]
    told = [row for row in rows_of(periods) if is_one_statement(row, last) and row["place"] == last["place"]]
    counted = enumerated([minimum(row) for row in told])
    where = f"{label_where_and_when(last)}; {published(last)}"
    return words(f"{begin_with(last['claimant'])} verified ") + counted + words(f" ({where}).")


def say_incident(edition: Edition) -> Sentence | None:
    """Say the toll that was restated most often, or else the report with the highest number."""
    toll = tables.longest_running_toll(edition)
    found = tables.incidents(edition)
    if toll.empty:
        wholes = found[~found["is_part"] & (found["value"] > 0) & ~is_doubtful(found)]
        if wholes.empty:
            return None
        toll = wholes.sort_values("value", kind="stable").tail(1)
    last = rows_of(toll)[-1]
    beside = _also(rows_of(found), last)
    apart = not all(is_one_statement(row, last) for row in beside)
    counted = [_counted(toll, last, apart=apart), *(_beside(row, found, apart=apart) for row in beside)]
    when = label_short_days(last["covers_from"], last["covers_until"])
    place = f" in {label_place(last)}" if last["place"] else ""
    said = words(f"{begin_with(last['claimant'])} counted ") + join(counted, " and ")
    return said + words(f"{place} on {when}; {checked([*rows_of(toll), *beside])}.")


def _counted(toll: pd.DataFrame, last: Figure, *, apart: bool) -> Sentence:
    """Say a toll with the numbers before it, and its publication where others of the sentence came apart."""
    earlier = [number(row) for row in rows_of(toll)[:-1]]
    told = [words(published(last))] if apart else []
    told += [words("after ") + join(earlier, ", then ")] if earlier else []
    return what(last) + (words(" (") + join(told) + words(")") if told else words(""))


def _also(found: list[Figure], toll: Figure) -> list[Figure]:
    """Return what the same claimant counted of the same incident under the other measures."""
    return [
        row
        for row in found
        if all(row[column] == toll[column] for column in INCIDENT)
        and row["measure"] != toll["measure"]
        and not row["is_part"]
    ]


def _beside(row: Figure, found: pd.DataFrame, *, apart: bool) -> Sentence:
    """Say another count of the incident and the children in it; another publication is dated by itself."""
    dated = f" ({published(row)})" if apart else ""
    return what(row) + _of_whom(rows_of(found), row) + words(dated)


def _of_whom(found: list[Figure], whole: Figure) -> Sentence:
    """Say the children in a count, where they were told in the same statement."""
    children = [
        row
        for row in found
        if row["population"] == Population.CHILDREN
        and row["is_part"]
        and row["measure"] == whole["measure"]
        and row["place"] == whole["place"]
        and is_one_statement(row, whole)
        and whole_of(row["scope"], row["overlaps"]) in (None, whole["value"])
    ]
    if not children:
        return words("")
    figure = children[-1]
    if figure["value"] == 1 and figure["hedge"] == Hedge.EXACT:
        return words(" (") + Sentence((Span("a child", (str(figure["figure_id"]),)),)) + words(")")
    return words(" (of whom ") + number(figure) + words(" children)")


def say_enemy_claims(edition: Edition) -> list[Sentence]:
    """Say what is claimed of the other sides' losses, of each side of whose losses no total is followed."""
    followed = {series.party for series in edition.conflict.file.followed if series.of_losses}
    said = tables.military_statements(edition)
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
    widest = short.assign(days=length).sort_values("days", ascending=False, kind="stable").iloc[0]
    where = f" at {widest['place']}" if widest["place"] else ""
    period = label_days(widest["covers_from"], widest["covers_until"])
    claimant = begin_with(widest["claimant"])
    spoke = words(f"{claimant} spoke of ") + what(widest)
    return spoke + words(f"{where} ({period}); {checked([widest])}.")


def say_totals(edition: Edition) -> list[Sentence]:
    """Say the running totals of people harmed that were given in the week, where nothing else stands."""
    totals = last_totals(people_harmed(edition.in_week))
    stated = totals[totals["value"].notna() & ~totals["is_part"]]
    return [
        _say_total(total) for _, total in harm_tables.killed_first(stated).head(MOST_SENTENCES).iterrows()
    ]


def _say_total(total: pd.Series) -> Sentence:
    where = f" in {total['place']}" if total["place"] else ""
    counted = words(f"{begin_with(total['claimant'])} counted ") + what(total)
    return counted + words(f"{where}{since(total)}, up to {label_end(total)}; {checked([total])}.")


def say_prisoners(edition: Edition) -> Sentence | None:
    """Say the week's exchange, or else the statement about captives that was printed last."""
    returned = exchanges(captive(tables.exchanges_in_week(edition)))
    of_war = (returned["population"] == Population.PRISONERS_OF_WAR) & whole(returned)
    exchanged = returned["measure"] == Measure.EXCHANGED
    returned = returned[of_war & exchanged & returned["value"].notna() & ~hold_other_returns(returned)]
    if len(returned):
        return _say_returned(returned)
    said = tables.captivity_statements(edition)
    stated = said[said["value"].notna()]
    return _say_shown(stated) if len(stated) else None


def _say_returned(returned: pd.DataFrame) -> Sentence:
    """Say how many returned in each direction, every number with who counted it."""
    directions = []
    for _, told in returned.groupby(["direction", "day"], sort=False):
        first = told.iloc[0]
        when = f"{first['direction']} on {first['day'].day} {first['day']:%B}, "
        directions.append(words(when) + counts_by_number(told, most=3))
    return (
        words("Prisoners of war returned in exchanges: ")
        + join(directions[:4])
        + words(". The counts are not added.")
    )


def _say_shown(stated: pd.DataFrame) -> Sentence:
    by_claimant = stated.groupby("claimant", sort=False)["figure_id"].transform("size")
    most = stated[by_claimant == by_claimant.max()]
    told = most[most["claimant"] == most.iloc[0]["claimant"]].drop_duplicates("value")
    if len(told) == 1:
        return say_captives(told.iloc[0])
    rows = rows_of(told)
    alone = len({label_publication(row) for row in rows}) == 1
    numbers = [what(row) + words("" if alone else f" ({published(row)})") for row in rows]
    warnings = [recorded(f"; {row['overlaps']}", str(row["figure_id"])) for row in rows if row["overlaps"]]
    came_out = f", {published(rows[0])}" if alone else ""
    said = words(f"{begin_with(rows[0]['claimant'])} spoke of ") + join(numbers, ", then ") + words(came_out)
    return said + join(warnings) + words(f"; {checked(rows)}; the numbers are not added.")
