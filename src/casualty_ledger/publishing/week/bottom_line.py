"""The bottom line: the week in at most five sentences, each with its claimant and its hedge."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.labels import label_day, label_days, label_end, label_short_days
from casualty_ledger.publishing.claimant_names import begin_with
from casualty_ledger.publishing.document import Sentence, Span, recorded, words
from casualty_ledger.publishing.week import tables
from casualty_ledger.publishing.week.civilian import say_verified
from casualty_ledger.publishing.week.edition import Edition, captive, people_harmed
from casualty_ledger.publishing.week.losses import say_followed
from casualty_ledger.publishing.week.prisoners import say_captives
from casualty_ledger.publishing.week.say import counts_by_number, join, number, said_of_check, say, what
from casualty_ledger.series.prisoners import exchanges
from casualty_ledger.vocabulary import Interest, Measure, Population

MOST_SENTENCES, MOST_OTHERS = 5, 3
# In the order of the vocabulary: who was killed comes first.
RANKS = {word: rank for rank, word in enumerate(Measure.words())}
# A longer period says too little of the week to stand at the top.
CONTEXT_DAYS = 45
NOTHING = words(
    "The ledger holds no figure about this week as known on this day. "
    "That is an absence of figures, not of harm."
)


def bottom_line(edition: Edition) -> tuple[Sentence, ...]:
    """Say the week in at most five sentences, each with its claimant and its hedge."""
    if edition.in_week.empty:
        return (NOTHING,)
    said = [
        say_incident(edition),
        say_verified(edition) if len(tables.verified_totals(edition)) else None,
        *say_followed(edition),
        *say_enemy_claims(edition),
        say_prisoners(edition),
    ]
    stated = tuple(sentence for sentence in said if sentence is not None)[:MOST_SENTENCES]
    return stated or tuple(say_totals(edition) or say_others(edition))


def say_incident(edition: Edition) -> Sentence | None:
    """Say the toll that was restated most often, or else the report with the highest number."""
    toll = tables.longest_running_toll(edition)
    found = tables.incidents(edition)
    if toll.empty:
        wholes = found[~found["is_part"] & (found["value"] > 0)]
        if wholes.empty:
            return None
        toll = wholes.sort_values("value", kind="stable").tail(1)
    last = toll.iloc[-1]
    counted = [what(last) + _restated(toll), *_also(found, last)]
    when = label_short_days(last["covers_from"], last["covers_until"])
    said = words(f"{begin_with(last['claimant'])} counted ") + join(counted, " and ")
    return said + words(f" in {last['place']} on {when}; not verified.")


def _restated(toll: pd.DataFrame) -> Sentence:
    earlier = [number(row) for _, row in toll.iloc[:-1].iterrows()]
    return words(" (after ") + join(earlier, ", then ") + words(")") if earlier else words("")


def _also(found: pd.DataFrame, toll: pd.Series) -> list[Sentence]:
    """Say what the same claimant counted of the same incident under the other measures."""
    same = found[
        (found["claimant"] == toll["claimant"])
        & (found["place"] == toll["place"])
        & (found["covers_from"] == toll["covers_from"])
        & (found["measure"] != toll["measure"])
    ]
    children = same[same["is_part"] & (same["population"] == Population.CHILDREN)]
    return [
        what(row) + _of_whom(children[children["measure"] == row["measure"]])
        for _, row in same[~same["is_part"]].iterrows()
    ]


def _of_whom(children: pd.DataFrame) -> Sentence:
    if children.empty:
        return words("")
    figure = children.iloc[-1]
    if figure["value"] == 1:
        return words(" (") + Sentence((Span("a child", (str(figure["figure_id"]),)),)) + words(")")
    return words(" (of whom ") + number(figure) + words(" children)")


def say_enemy_claims(edition: Edition) -> list[Sentence]:
    """Say what is claimed of the other sides' losses, of each side of whose losses no total is followed."""
    followed = {series.party for series in edition.conflict.file.followed}
    said = tables.military_statements(edition)
    claims = said[said["interest"] == Interest.ENEMY_LOSS]
    others = [side for side in edition.conflict.sides if side not in followed]
    found = [_say_widest(claims[claims["party"] == side]) for side in others]
    return [sentence for sentence in found if sentence is not None]


def _say_widest(claims: pd.DataFrame) -> Sentence | None:
    """Say the claim about the most days, of those that say something of the week."""
    days = (claims["covers_until"] - claims["covers_from"]).dt.days
    short = claims[~(days > CONTEXT_DAYS) & (claims["measure"] != Measure.REMAINS_REPATRIATED)]
    if short.empty:
        return None
    length = days[short.index].fillna(-1)
    widest = short.assign(days=length).sort_values("days", ascending=False, kind="stable").iloc[0]
    where = f" at {widest['place']}" if widest["place"] else ""
    period = label_days(widest["covers_from"], widest["covers_until"])
    claimant = begin_with(widest["claimant"])
    return words(f"{claimant} spoke of ") + what(widest) + words(f"{where} ({period}); not verified.")


def say_totals(edition: Edition) -> list[Sentence]:
    """Say the running totals of people harmed that were given in the week, where nothing else stands."""
    totals = tables.running_totals(people_harmed(edition.in_week))
    stated = totals[totals["value"].notna() & ~totals["is_part"]]
    killed_first = stated.sort_values("measure", key=lambda words: words.map(RANKS), kind="stable")
    return [_say_total(total) for _, total in killed_first.head(MOST_SENTENCES).iterrows()]


def say_others(edition: Edition) -> list[Sentence]:
    """Say the first figures of the week, where none is of those that stand at the top."""
    return [say(row) for _, row in edition.in_week.head(MOST_OTHERS).iterrows()]


def _say_total(total: pd.Series) -> Sentence:
    where = f" in {total['place']}" if total["place"] else ""
    since = "" if pd.isna(total["covers_from"]) else f" since {label_day(total['covers_from'])}"
    counted = words(f"{begin_with(total['claimant'])} counted ") + what(total)
    return counted + words(f"{where}{since}, up to {label_end(total)}; {said_of_check(total)}.")


def say_prisoners(edition: Edition) -> Sentence | None:
    """Say the week's exchange, or else the statement about captives that was printed last."""
    returned = exchanges(captive(tables.exchanges_in_week(edition)))
    of_war = returned["population"] == Population.PRISONERS_OF_WAR
    returned = returned[of_war & ~returned["is_part"] & returned["value"].notna()]
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
    numbers = join([what(row) for _, row in told.iterrows()], ", then ")
    warnings = [
        recorded(f"; {row['overlaps']}", str(row["figure_id"]))
        for _, row in told.iterrows()
        if row["overlaps"]
    ]
    claimant = begin_with(told.iloc[0]["claimant"])
    said = words(f"{claimant} showed ") + numbers + join(warnings)
    return said + words("; not verified; the numbers are not added.")
