"""Labels: words for readers, a count said as firmly as its source said it, and everything around it.

Rules: "at least 485" never loses its hedge; a loss is never a death; a loss stands in quotation marks;
one is singular; a day is written out.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from casualty_ledger.conflicts.conflict import as_recorded
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.vocabulary import Basis, Hedge, IntervalKind, Measure, Party, Population

HEDGE_WORDS: dict[str, str] = {
    Hedge.EXACT: "{value}",
    Hedge.AT_LEAST: "at least {value}",
    Hedge.MORE_THAN: "more than {value}",
    Hedge.ABOUT: "about {value}",
    Hedge.NEARLY: "nearly {value}",
    Hedge.UP_TO: "up to {value}",
    Hedge.RANGE: "between {lower} and {upper}",
    Hedge.SEVERAL: "several",
    Hedge.DOZENS: "dozens",
    Hedge.HUNDREDS: "hundreds",
    Hedge.THOUSANDS: "thousands",
    Hedge.UNQUANTIFIED: "no number",
}

PEOPLE: dict[str, tuple[str, str]] = {
    Population.CIVILIAN: ("civilian", "civilians"),
    Population.CHILDREN: ("child", "children"),
    Population.ARMED_FORCES: ("soldier", "soldiers"),
    Population.PRISONERS_OF_WAR: ("prisoner of war", "prisoners of war"),
    Population.CIVILIAN_DETAINEES: ("civilian detainee", "civilian detainees"),
    Population.MIXED: ("person", "people"),
    Population.UNSTATED: ("person", "people"),
}

# Populations whose party is part of the phrase: "Northern soldiers", but "civilians".
WITH_PARTY = (Population.ARMED_FORCES, Population.PRISONERS_OF_WAR, Population.MIXED)

PHRASES: dict[str, str] = {
    Measure.KILLED: "{count} {people} killed",
    Measure.INJURED: "{count} {people} injured",
    Measure.CASUALTIES: "{count} {people} killed or injured",
    Measure.LOSSES: "{count} {owner} “losses”",
    Measure.IRRECOVERABLE: "{count} {people} killed, missing or captured",
    Measure.MISSING: "{count} {people} missing",
    Measure.NAMED_DEAD: "{count} {people} confirmed dead by name",
    Measure.EXCESS_DEATHS: "{count} excess deaths",
    Measure.REMAINS_REPATRIATED: "{count} bodies handed over",
    Measure.HOSPITALISED: "{count} {people} in hospital",
    Measure.CAPTURED: "{count} {people} captured",
    Measure.SURRENDERED: "{count} {people} surrendered",
    Measure.EXCHANGED: "{count} {people} returned in an exchange",
    Measure.RELEASED_OTHERWISE: "{count} {people} returned outside an exchange",
    Measure.HELD: "{count} {people} held",
    Measure.REGISTERED_BY_ICRC: "{count} {people} registered by the ICRC",
    Measure.DIED_IN_CAPTIVITY: "{count} {people} died in captivity",
    Measure.EXECUTED_ALLEGED: "{count} {people} allegedly executed",
    Measure.EXECUTED_VERIFIED: "{count} {people} executed, verified",
    Measure.VISITED: "{count} {people} visited",
    Measure.INTERVIEWED: "{count} {people} interviewed",
    Measure.DETAINED: "{count} {people} detained",
    Measure.DEPORTED: "{count} {people} deported or abducted",
    Measure.RETURNED: "{count} deported {people} brought back",
}


def label_number(number: Any) -> str:
    """Write a number with its thousands apart; a missing one is a dash, never 0.

    >>> label_number(209940), label_number(None)
    ('209,940', '–')
    """
    return "–" if number is None or pd.isna(number) else f"{int(number):,}"


def label_count(figure: Any) -> str:
    """Say a figure's count as firmly as its source did.

    >>> figure = {"hedge": "at_least", "value": 485, "lower": 485, "upper": None,
    ...           "interval_kind": "logical", "basis": "cumulative", "rate_unit": ""}
    >>> label_count(figure)
    'at least 485'
    """
    said = HEDGE_WORDS[str(figure["hedge"])].format(
        value=label_number(figure["value"]),
        lower=label_number(figure["lower"]),
        upper=label_number(figure["upper"]),
    )
    if figure["interval_kind"] != IntervalKind.LOGICAL and figure["hedge"] != Hedge.RANGE:
        said += f" ({label_number(figure['lower'])} to {label_number(figure['upper'])})"
    return f"{said} a {figure['rate_unit']}" if figure["basis"] == Basis.RATE else said


SEXES = {"": "", "female": "women", "male": "men"}


def label_people(figure: Any) -> str:
    """Name the people counted, singular where the count is one."""
    conflict, party, population = (str(figure[name]) for name in ("conflict", "party", "population"))
    one, many = PEOPLE[population]
    if population == Population.ARMED_FORCES and conflict_of(conflict).is_formation(party):
        one, many = "fighter", "fighters"
    is_one = figure["hedge"] == Hedge.EXACT and not pd.isna(figure["value"]) and figure["value"] == 1
    adjective = label_party(figure) if population in WITH_PARTY else ""
    recorded = _as_recorded(figure) if population in WITH_PARTY else ""
    return _join(adjective, one if is_one else many, _subgroup(figure), recorded)


def _subgroup(figure: Any) -> str:
    named = ", ".join(part for part in (SEXES[figure.get("sex", "")], figure["subgroup"]) if part)
    return f"({named})" if named else ""


def label_party(figure: Any) -> str:
    """Return the adjective of the party whose people are counted; nothing where none is known.

    >>> label_party({"conflict": "russia_ukraine", "party": "both"})
    'Ukrainian and Russian'
    """
    return conflict_of(str(figure["conflict"])).adjective_of(str(figure["party"]))


def _as_recorded(figure: Any) -> str:
    """Return a party for which there are no words as the sheet has it, in brackets."""
    party = str(figure["party"])
    return "" if label_party(figure) or party == Party.UNSTATED else f"({as_recorded(party)})"


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def label_figure(figure: Any, count: str = "{count}") -> str:
    """Say what was counted, with `{count}` left open unless a count is given.

    >>> figure = {"conflict": "russia_ukraine", "measure": "losses", "population": "armed_forces",
    ...           "party": "russia", "subgroup": "", "hedge": "about", "value": 209940}
    >>> label_figure(figure, "about 209,940")
    'about 209,940 Russian “losses”'
    """
    phrase = PHRASES[str(figure["measure"])]
    people = label_people(figure)
    if "{owner}" not in phrase:
        return phrase.format(count=count, people=people)
    owned = phrase.format(count="", owner=label_owner(figure)).strip()
    return f"{count} {_join(owned, _as_recorded(figure))}"


def label_owner(figure: Any) -> str:
    """Name whose losses they are.

    >>> label_owner({"conflict": "russia_ukraine", "party": "wagner"})
    'Wagner fighters’'
    """
    adjective = label_party(figure)
    is_formation = conflict_of(str(figure["conflict"])).is_formation(str(figure["party"]))
    return f"{adjective} fighters’" if is_formation else adjective


def label_day(day: Any) -> str:
    """Write a day out; an unknown one is called so.

    >>> label_day(pd.Timestamp("2023-06-04")), label_day(None)
    ('4 June 2023', 'an unknown day')
    """
    return "an unknown day" if day is None or pd.isna(day) else f"{day.day} {day:%B %Y}"


def label_days(first: Any, last: Any) -> str:
    """Write the days counted, as short as they can be said.

    >>> label_days(pd.Timestamp("2023-05-29"), pd.Timestamp("2023-06-04"))
    '29 May to 4 June 2023'
    """
    if pd.isna(first) and pd.isna(last):
        return "days not stated"
    if pd.isna(first):
        return f"up to {label_day(last)}"
    if pd.isna(last):
        return f"since {label_day(first)}, end not stated"
    if first == last:
        return label_day(last)
    start = label_day(first)
    if first.year == last.year:
        start = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
    return f"{start} to {label_day(last)}"


def label_short_days(first: Any, last: Any) -> str:
    """Write the days without their year, for a page that names it.

    >>> label_short_days(pd.Timestamp("2023-06-03"), pd.Timestamp("2023-06-03"))
    '3 June'
    """
    years = {day.year for day in (first, last) if not pd.isna(day)}
    whole = label_days(first, last)
    return whole.replace(f" {years.pop()}", "") if len(years) == 1 else whole


def label_until(figure: Any) -> str:
    """Say up to which day a running total counts, or which days a period covers."""
    if figure["basis"] != Basis.CUMULATIVE:
        return label_days(figure["covers_from"], figure["covers_until"])
    if pd.isna(figure["covers_until"]):
        return f"end not stated; published {label_day(figure['published_on'])}"
    return f"to {label_day(figure['covers_until'])}"


def label_end(figure: Any) -> str:
    """Name the last day that a total counts, or say that it is not stated.

    >>> label_end({"covers_until": pd.Timestamp("2023-06-04")}), label_end({"covers_until": None})
    ('4 June 2023', 'end not stated')
    """
    return "end not stated" if pd.isna(figure["covers_until"]) else label_day(figure["covers_until"])


def label_where_and_when(figure: Any) -> str:
    """Say where, and in which days."""
    days = label_days(figure["covers_from"], figure["covers_until"])
    return f"{figure['place']}, {days}" if figure["place"] else days
