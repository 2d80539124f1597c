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
from casualty_ledger.wording.labels import (
    label_count,
    label_day,
    label_days,
    label_minimum,
    label_people,
    label_place,
)
from casualty_ledger.wording.measures import MEASURES

# Words that claimants use of the other side's losses; any other word would say more than is known.
LOST = ("eliminated", "liquidated", "destroyed", "lost")
AREA = re.compile(r"^[^,(]*\b(?:oblast|region|district)s?$", re.IGNORECASE)
WORDS_OF: dict[str, str] = {
    Hedge.DOZENS: "dozens of",
    Hedge.HUNDREDS: "hundreds of",
    Hedge.THOUSANDS: "thousands of",
    Hedge.UNQUANTIFIED: "an unstated number of",
}
STANDING: dict[str, str] = {
    Verification.ACKNOWLEDGED_BY_PERPETRATOR: "The side that did it agrees.",
    Verification.INDIVIDUALLY_VERIFIED: "The count is a minimum.",
    Verification.VISUALLY_CONFIRMED: "Pictures of it were checked.",
    Verification.CORROBORATED: "A second source confirms it.",
    Verification.SINGLE_SOURCE: "It is not verified.",
    Verification.BELLIGERENT_OWN: "It is not verified.",
    Verification.BELLIGERENT_ENEMY: "It is not verified.",
    Verification.BELLIGERENT_OTHER: "It is not verified.",
    Verification.MODEL_ESTIMATE: "It is an estimate.",
    Verification.CONTESTED: "Another source says otherwise.",
    Verification.DISCOUNTED: "It was shown not to hold.",
    Verification.RETRACTED: "The claimant has taken it back.",
}
DOUBTS: dict[str, str] = {
    Caveat.RELAY_ERROR: "Its relay seems to have made a mistake: look at the source before you quote it.",
    Caveat.WITHDRAWN: "The number was withdrawn.",
    Caveat.FLAGGED: "A declared correction flags it.",
}


def quote(figure: ReportedFigure) -> str:
    """Compose the sentence; `figure` is a row of `schema.ReportedFigures`."""
    said = (
        f"{begin_with(figure['claimant'])} {_says(figure)} {_clause(figure)}{_where(figure)}{_when(figure)}"
    )
    return " ".join([f"{said}, {_published(figure)}.", *_remarks(figure)])


def _says(figure: ReportedFigure) -> str:
    if _is_planned(figure):
        return "announced, as a plan and not as an event, that"
    if figure["verification"] == Verification.MODEL_ESTIMATE:
        return "estimated that"
    verified = figure["verification"] == Verification.INDIVIDUALLY_VERIFIED
    return "verified that" if verified and figure["measure"] != Measure.NAMED_DEAD else "said that"


def _clause(figure: ReportedFigure) -> str:
    one = _is_one(figure)
    were = "would be" if _is_planned(figure) else "was" if one else "were"
    people = label_people({**figure, "hedge": Hedge.EXACT} if one else figure)
    if figure["measure"] == Measure.LOSSES and figure["population"] == Population.ARMED_FORCES:
        people = people.replace("soldiers", "personnel").replace("soldier", "member of the military")
    return MEASURES[str(figure["measure"])].clause.format(
        count=_count(figure),
        people=people + (f" a {figure['rate_unit']}" if figure["basis"] == Basis.RATE else ""),
        were=were,
        bodies="body" if one else "bodies",
        lost=_lost(str(figure["measure_as_said"])),
    )


def _is_planned(figure: ReportedFigure) -> bool:
    return Caveat.PLANNED in str(figure["caveats"]).split()


def _is_one(figure: ReportedFigure) -> bool:
    return bool(not pd.isna(figure["value"]) and figure["value"] == 1 and figure["hedge"] != Hedge.RANGE)


def _count(figure: ReportedFigure) -> str:
    hedge = str(figure["hedge"])
    label = label_minimum if figure["is_floor"] else label_count
    said = WORDS_OF.get(hedge) or label({**figure, "basis": Basis.PERIOD})
    if figure["basis"] != Basis.INCREMENT:
        return said
    return f"{said.removesuffix(' of')} more" + (" of the" if hedge == Hedge.UNQUANTIFIED else "")


def _lost(word: str) -> str:
    return f"“{word}”" if word in LOST else "counted as “losses”"


def _when(figure: ReportedFigure) -> str:
    first, last = figure["covers_from"], figure["covers_until"]
    if pd.isna(first) and pd.isna(last):
        return " (days not stated)"
    if figure["basis"] == Basis.CUMULATIVE and not pd.isna(first):
        ended = "with no last day stated" if pd.isna(last) else f"as of {label_day(last)}"
        return f" since {label_day(first)}, {ended}"
    if figure["basis"] == Basis.STOCK and (pd.isna(first) or first == last):
        return f" as of {label_day(last)}"
    if pd.isna(first) or pd.isna(last):
        return f" {label_days(first, last)}"
    if first == last:
        return f" on {label_day(first)}"
    return f" from {label_days(first, last)}"


def _where(figure: ReportedFigure) -> str:
    place = str(figure["place"])
    if not place:
        return ""
    counts_an_area = figure["basis"] in (Basis.CUMULATIVE, Basis.STOCK)
    is_area = conflict_of(str(figure["conflict"])).is_everywhere(place) or AREA.search(place)
    return f" {'in' if is_area or counts_an_area else 'at'} {label_place(figure)}"


def _published(figure: ReportedFigure) -> str:
    first, *others = str(figure["publishers"]).split("; ")
    also = f" and {len(others)} more" if others else ""
    day = figure["published_on"]
    if pd.isna(day):
        return f"as printed by {first}{also} on a day that is not known"
    if figure["published_precision"] == DatePrecision.DAY:
        return f"as printed by {first}{also} on {label_day(day)}"
    return f"as printed by {first}{also} by {label_day(day)}"


def _remarks(figure: ReportedFigure) -> list[str]:
    remarks = [STANDING[str(figure["verification"])]]
    if figure["measure"] == Measure.LOSSES:
        remarks.append("“Losses” are an undefined mix, not a number of dead.")
    if figure["perpetrator_as_said"]:
        remarks.append(f"It names as responsible: “{figure['perpetrator_as_said']}”.")
    if figure["is_part"]:
        remarks.append("It is part of a larger number.")
    return remarks + [said for word, said in DOUBTS.items() if word in str(figure["caveats"]).split()]
