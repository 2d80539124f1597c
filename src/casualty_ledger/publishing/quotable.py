"""A figure as one sentence, ready to copy: who said it, how firmly, of which days, printed by whom.

Losses stand in quotation marks and are never called deaths; a plan is not an event; a verified count is
a minimum; what nobody checked is called unverified.
"""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import (
    Basis,
    Caveat,
    DatePrecision,
    Hedge,
    Measure,
    Population,
    Verification,
)
from casualty_ledger.wording.claimant_names import begin_with
from casualty_ledger.wording.counts import is_planned
from casualty_ledger.wording.labels import (
    label_count,
    label_day,
    label_days,
    label_people,
    label_place,
)
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.measures import MEASURES
from casualty_ledger.wording.sentences import and_more

# Words that claimants use of the other side's losses; any other word would say more than is known.
LOST = {
    "eliminated": mark("“eliminated”"),
    "liquidated": mark("“liquidated”"),
    "destroyed": mark("“destroyed”"),
    "lost": mark("“lost”"),
}
COUNTED_AS_LOSSES = mark("counted as “losses”")
AREA = re.compile(r"^[^,(]*\b(?:oblast|region|district)s?$", re.IGNORECASE)
WORDS_OF: dict[str, str] = {
    Hedge.DOZENS: mark("dozens of"),
    Hedge.HUNDREDS: mark("hundreds of"),
    Hedge.THOUSANDS: mark("thousands of"),
    Hedge.UNQUANTIFIED: mark("an unstated number of"),
}
MORE_OF: dict[str, str] = {
    Hedge.DOZENS: mark("dozens more"),
    Hedge.HUNDREDS: mark("hundreds more"),
    Hedge.THOUSANDS: mark("thousands more"),
    Hedge.UNQUANTIFIED: mark("an unstated number more of the"),
}
A_UNIT = {"day": mark("{people} a day"), "week": mark("{people} a week"), "month": mark("{people} a month")}
NOT_VERIFIED = mark("It is not verified.")
STANDING: dict[str, str] = {
    Verification.ACKNOWLEDGED_BY_PERPETRATOR: mark("The side that did it agrees."),
    Verification.INDIVIDUALLY_VERIFIED: mark("The count is a minimum."),
    Verification.VISUALLY_CONFIRMED: mark("Pictures of it were checked."),
    Verification.CORROBORATED: mark("A second source confirms it."),
    Verification.SINGLE_SOURCE: NOT_VERIFIED,
    Verification.BELLIGERENT_OWN: NOT_VERIFIED,
    Verification.BELLIGERENT_ENEMY: NOT_VERIFIED,
    Verification.BELLIGERENT_OTHER: NOT_VERIFIED,
    Verification.MODEL_ESTIMATE: mark("It is an estimate."),
    Verification.CONTESTED: mark("Another source says otherwise."),
    Verification.DISCOUNTED: mark("It was shown not to hold."),
    Verification.RETRACTED: mark("The claimant has taken it back."),
}
DOUBTS: dict[str, str] = {
    Caveat.RELAY_ERROR: mark(
        "Its relay seems to have made a mistake: look at the source before you quote it."
    ),
    Caveat.WITHDRAWN: mark("The number was withdrawn."),
    Caveat.REPLACED: mark("Its page gives a later number in its place."),
    Caveat.FLAGGED: mark("A declared correction flags it."),
}


def quote(figure: ReportedFigure) -> str:
    """Compose the sentence; `figure` is a row of `schema.ReportedFigures`."""
    said = phrase(
        _says(figure),
        claimant=begin_with(figure["claimant"]),
        happened=_dated(figure, _placed(figure, _clause(figure))),
        published=_published(figure),
    )
    return " ".join([said, *_remarks(figure)])


def _says(figure: ReportedFigure) -> str:
    if is_planned(figure):
        return mark("{claimant} announced, as a plan and not as an event, that {happened}, {published}.")
    if figure["verification"] == Verification.MODEL_ESTIMATE:
        return mark("{claimant} estimated that {happened}, {published}.")
    verified = figure["verification"] == Verification.INDIVIDUALLY_VERIFIED
    if verified and figure["measure"] != Measure.NAMED_DEAD:
        return mark("{claimant} verified that {happened}, {published}.")
    return mark("{claimant} said that {happened}, {published}.")


def _clause(figure: ReportedFigure) -> str:
    one = _is_one(figure)
    were = "would be" if is_planned(figure) else "was" if one else "were"
    people = label_people({**figure, "hedge": Hedge.EXACT} if one else figure)
    if figure["measure"] == Measure.LOSSES and figure["population"] == Population.ARMED_FORCES:
        people = people.replace("soldiers", "personnel").replace("soldier", "member of the military")
    if figure["basis"] == Basis.RATE:
        people = phrase(A_UNIT[str(figure["rate_unit"])], people=people)
    return phrase(
        MEASURES[str(figure["measure"])].clause,
        count=_count(figure),
        people=people,
        were=were,
        bodies="body" if one else "bodies",
        lost=_lost(str(figure["measure_as_said"])),
    )


def _is_one(figure: ReportedFigure) -> bool:
    return bool(not pd.isna(figure["value"]) and figure["value"] == 1 and figure["hedge"] != Hedge.RANGE)


def _count(figure: ReportedFigure) -> str:
    hedge = str(figure["hedge"])
    added = figure["basis"] == Basis.INCREMENT
    if hedge in WORDS_OF:
        return translate((MORE_OF if added else WORDS_OF)[hedge])
    said = label_count({**figure, "basis": Basis.PERIOD})
    return phrase("{number} more", number=said) if added else said


def _lost(word: str) -> str:
    return translate(LOST.get(word, COUNTED_AS_LOSSES))


def _dated(figure: ReportedFigure, clause: str) -> str:
    first, last = figure["covers_from"], figure["covers_until"]
    if pd.isna(first) and pd.isna(last):
        return phrase("{clause} (days not stated)", clause=clause)
    if figure["basis"] == Basis.CUMULATIVE and not pd.isna(first):
        if pd.isna(last):
            return phrase(
                "{clause} since {first}, with no last day stated", clause=clause, first=label_day(first)
            )
        return phrase(
            "{clause} since {first}, as of {last}",
            clause=clause,
            first=label_day(first),
            last=label_day(last),
        )
    if figure["basis"] == Basis.STOCK and (pd.isna(first) or first == last):
        return phrase("{clause} as of {day}", clause=clause, day=label_day(last))
    if pd.isna(first) or pd.isna(last):
        return phrase("{clause} {days}", clause=clause, days=label_days(first, last))
    if first == last:
        return phrase("{clause} on {day}", clause=clause, day=label_day(first))
    return phrase("{clause} from {days}", clause=clause, days=label_days(first, last))


def _placed(figure: ReportedFigure, clause: str) -> str:
    place = str(figure["place"])
    if not place and not figure["admin1"]:
        return clause
    counts_an_area = figure["basis"] in (Basis.CUMULATIVE, Basis.STOCK)
    is_area = not place or conflict_of(str(figure["conflict"])).is_everywhere(place) or AREA.search(place)
    where = label_place(figure)
    if is_area or counts_an_area:
        return phrase("{clause} in {place}", clause=clause, place=where)
    return phrase("{clause} at {place}", clause=clause, place=where)


def _published(figure: ReportedFigure) -> str:
    first, *others = str(figure["publishers"]).split("; ")
    printed = and_more(first, len(others))
    day = figure["published_on"]
    if pd.isna(day):
        return phrase("as printed by {publisher} on a day that is not known", publisher=printed)
    if figure["published_precision"] == DatePrecision.DAY:
        return phrase("as printed by {publisher} on {day}", publisher=printed, day=label_day(day))
    return phrase("as printed by {publisher} by {day}", publisher=printed, day=label_day(day))


def _remarks(figure: ReportedFigure) -> list[str]:
    remarks = [translate(STANDING[str(figure["verification"])])]
    if figure["measure"] == Measure.LOSSES:
        remarks.append(translate("“Losses” are an undefined mix, not a number of dead."))
    if figure["perpetrator_as_said"]:
        remarks.append(phrase("It names as responsible: “{side}”.", side=figure["perpetrator_as_said"]))
    if figure["is_part"]:
        remarks.append(translate("It is part of a larger number."))
    warned = str(figure["caveats"]).split()
    return remarks + [translate(said) for word, said in DOUBTS.items() if word in warned]
