"""Sentences about civilian harm in a week: what was verified, and the toll that was restated most often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from casualty_ledger.ledger.rows import Row, figures_of
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.publishing.week.civilian.tables import (
    latest_verified,
    verified_periods,
)
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Measure, Population, Verification
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import begin_with, with_article
from casualty_ledger.wording.labels import (
    label_counted_days,
    label_place,
    label_publication,
    label_short_days,
    label_where_and_when,
    number_of,
)
from casualty_ledger.wording.language import mark, phrase, translate_counted
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import (
    checked,
    claims,
    enumerated,
    is_one_statement,
    join,
    joined,
    number,
    published,
    what,
)
from casualty_ledger.wording.tolls import begin
from casualty_ledger.wording.traced_text import Sentence, sentence, words

BOTH, THEN = mark("{first} and {last}"), mark("{first}, then {last}")
COUNTED = mark("{claimant} counted {counts} on {days}; {checked}.")
COUNTED_AT = mark("{claimant} counted {counts} in {place} on {days}; {checked}.")
ESTIMATED = mark("{claimant} estimated {counts} on {days}.")
ESTIMATED_AT = mark("{claimant} estimated {counts} in {place} on {days}.")
OTHERS = mark("Other counts of the {measure}: {claims}.")
SOLDIERS_THERE = mark("{claimant} claims {counted} there; {checked}.")
VERIFIED = mark("Verified: {claimant} had counted {counts}.")
STATED = mark("Verified: {claimant} stated {counts}.")
INCIDENT = ("claimant", "place", "admin1", "incident", "covers_from", "covers_until", "party")


def say_verified_period(edition: Edition) -> Sentence | None:
    """Say the latest period that a monitor verified in the week, the numbers of one statement together."""
    periods = verified_periods(edition)
    if periods.empty:
        return None
    last = figures_of(periods)[-1]
    told = [
        row for row in figures_of(periods) if is_one_statement(row, last) and row["place"] == last["place"]
    ]
    counted = enumerated([what(row) for row in told])
    said = sentence(
        "{claimant} verified {counts} ({days}; {published}).",
        claimant=with_article(last["claimant"]),
        counts=counted,
        days=label_where_and_when(last),
        published=published(last),
    )
    return begin(said)


def say_incident(edition: Edition) -> Sentence | None:
    """Say the incident that harmed most people: the highest number, then who gives other ones."""
    leading = next((each for each in edition.facts.separate if any(each.weight)), None)
    if leading is None:
        return None
    toll = next(each for each in leading.tolls if each.size)
    last = toll.parts[-1] if toll.parts else toll.highest
    found = [figure for figure in leading.figures if figure["stands"]]
    earlier = [figure for figure in toll.earlier if figure["claimant"] == last["claimant"]]
    beside = _also(found, last)
    apart = not all(is_one_statement(row, last) for row in beside)
    counted = [_counted(earlier, last, apart=apart), *(_beside(row, found, apart=apart) for row in beside)]
    place = label_place(last)
    known = [*earlier, last, *beside]
    estimated = all(row["verification"] == Verification.MODEL_ESTIMATE for row in known)
    there, anywhere = (ESTIMATED_AT, ESTIMATED) if estimated else (COUNTED_AT, COUNTED)
    said = sentence(
        there if place else anywhere,
        claimant=with_article(last["claimant"]),
        counts=joined(BOTH, counted),
        place=place,
        days=label_short_days(last["covers_from"], last["covers_until"], edition.facts.monday),
        checked=checked(known),
    )
    return join([begin(said), *_say_others(leading, known), *map(_say_soldiers, leading.rivals[:1])], " ")


def _say_others(incident: Incident, known: list[ReportedFigure]) -> Iterator[Sentence]:
    """Say of each measure what others count, where it is another number than the one that is told."""
    who = known[-1]["claimant"]
    for toll in incident.tolls:
        measure = toll.highest["measure"]
        told = {size_of(figure) for figure in known if figure["measure"] == measure} or {toll.size}
        others = [each for each in toll.figures if size_of(each) not in told and each["claimant"] != who]
        if others:
            yield sentence(OTHERS, measure=name_measure(measure), claims=claims(others))


def _say_soldiers(claim: ReportedFigure) -> Sentence:
    """Say what a side claims of the other's soldiers there: the reader must see what is in dispute."""
    claimant = with_article(claim["claimant"])
    return begin(sentence(SOLDIERS_THERE, claimant=claimant, counted=what(claim), checked=checked([claim])))


def _counted(before: list[ReportedFigure], last: ReportedFigure, *, apart: bool) -> Sentence:
    """Say a toll with the numbers before it, and its publication where others of the sentence came apart."""
    earlier = [number(row) for row in before]
    told = [words(published(last))] if apart else []
    told += [sentence("after {counts}", counts=joined(THEN, earlier))] if earlier else []
    return what(last) + (words(" (") + join(told) + words(")") if told else words(""))


def _also(found: Iterable[ReportedFigure], toll: ReportedFigure) -> list[ReportedFigure]:
    """Return what the same claimant counted of the same incident under the other measures."""
    return [
        row
        for row in found
        if _is_of_one_incident(row, toll) and row["measure"] != toll["measure"] and not row["is_part"]
    ]


def _is_of_one_incident(one: Row, other: Row) -> bool:
    return all(one[column] == other[column] for column in INCIDENT)


def _beside(row: ReportedFigure, found: Iterable[ReportedFigure], *, apart: bool) -> Sentence:
    """Say another count of the incident and the children in it; another publication is dated by itself."""
    dated = f" ({published(row)})" if apart else ""
    return what(row) + _of_whom(found, row) + words(dated)


def _of_whom(found: Iterable[ReportedFigure], whole: ReportedFigure) -> Sentence:
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
    of_whom = translate_counted("of whom {count} child", "of whom {count} children", number_of(figure))
    return words(" (") + sentence(of_whom, count=number(figure)) + words(")")


HARM = (Measure.KILLED, Measure.INJURED)


# The words with which a monitor says so; no other claimant's count is called too low in its name.
CALLED_HIGHER = "considerably higher"


def say_verified(edition: Edition) -> Sentence:
    """Say the last verified totals, as a minimum: those of one statement together, others each by itself."""
    killed, injured = (latest_verified(edition, measure) for measure in HARM)
    last = [figures_of(found)[-1] for found in (killed, injured) if len(found)]
    if not last:
        return sentence("This ledger has recorded no verified running total of civilian harm by this day.")
    said = sentence(
        VERIFIED if any(not pd.isna(each["value"]) for each in last) else STATED,
        claimant=with_article(str(last[0]["claimant"])),
        counts=enumerated(_minimums(last)),
    )
    falls = [_fall(found) for found in (killed, injured) if len(found) > 1]
    return join([said, *falls, *_say_higher(last)], " ")


def _minimums(last: list[ReportedFigure]) -> list[Sentence]:
    """Say each total; the days and the publication stand once behind totals of one statement."""
    said = [what(figure) for figure in last]
    if len(last) > 1 and is_one_statement(*last):
        return [enumerated(said) + words(f" ({_dated(last[0])})")]
    return [each + words(f" ({_dated(figure)})") for each, figure in zip(said, last, strict=True)]


def _dated(figure: ReportedFigure) -> str:
    days = label_counted_days(figure)
    return phrase("{days}; published {day}", days=days, day=label_publication(figure))


def _fall(found: pd.DataFrame) -> Sentence:
    """Say from what a running total fell."""
    before, now = figures_of(found)
    return sentence(
        "The running total of the {measure} fell, from {before} ({dated}) to {now}: a revision.",
        measure=name_measure(now["measure"]),
        before=number(before),
        dated=_dated(before),
        now=number(now),
    )


def _say_higher(last: list[ReportedFigure]) -> list[Sentence]:
    """Say that the claimant calls the true numbers higher, where the rows of all of them say so."""
    if not all(CALLED_HIGHER in str(figure["scope"]) for figure in last):
        return []
    claimant = begin_with(str(last[0]["claimant"]))
    return [sentence("{claimant} says the true toll is considerably higher.", claimant=claimant)]
