"""Labels: words for readers, a count said as firmly as its source said it, and everything around it.

Rules: "at least 485" never loses its hedge; a loss is never a death; a loss stands in quotation marks;
one is singular; a day is written out.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from casualty_ledger.charts.counts import label_count, label_minimum, label_number
from casualty_ledger.conflicts.conflict import as_recorded
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.vocabulary import Basis, DatePrecision, Hedge, Measure, Party, Population

__all__ = [
    "label_count",
    "label_day",
    "label_days",
    "label_end",
    "label_figure",
    "label_minimum",
    "label_number",
    "label_owner",
    "label_people",
    "label_publication",
    "label_short_days",
    "label_until",
    "label_where_and_when",
]

PEOPLE: dict[str, tuple[str, str]] = {
    Population.CIVILIAN: ("civilian", "civilians"),
    Population.CHILDREN: ("child", "children"),
    Population.ARMED_FORCES: ("soldier", "soldiers"),
    Population.PRISONERS_OF_WAR: ("prisoner of war", "prisoners of war"),
    Population.CIVILIAN_DETAINEES: ("civilian detainee", "civilian detainees"),
    Population.MIXED: ("person", "people"),
    Population.UNSTATED: ("person", "people"),
}

# Where the sex is recorded it is said: of some people by a noun of its own, of others beside theirs.
PEOPLE_BY_SEX: dict[tuple[str, str], tuple[str, str]] = {
    (Population.CIVILIAN, "female"): ("woman", "women"),
    (Population.CIVILIAN, "male"): ("man", "men"),
    (Population.CHILDREN, "female"): ("girl", "girls"),
    (Population.CHILDREN, "male"): ("boy", "boys"),
}
SEXES = {"female": "women", "male": "men"}

# Words that need an "of": "dozens of civilians".
WORDS_OF_PEOPLE = tuple(map(str, (Hedge.DOZENS, Hedge.HUNDREDS, Hedge.THOUSANDS, Hedge.UNQUANTIFIED)))

# Populations whose party is part of the phrase: "Northern soldiers", but "civilians".
WITH_PARTY = (Population.ARMED_FORCES, Population.PRISONERS_OF_WAR, Population.MIXED)

PHRASES: dict[str, str] = {
    Measure.KILLED: "{count} {people} killed",
    Measure.INJURED: "{count} {people} injured",
    Measure.CASUALTIES: "{count} {people} killed or injured",
    Measure.LOSSES: "{count} {owner} “losses” {beside}",
    Measure.IRRECOVERABLE: "{count} {people} killed, missing or captured",
    Measure.MISSING: "{count} {people} missing",
    Measure.NAMED_DEAD: "{count} {people} confirmed dead by name",
    Measure.EXCESS_DEATHS: "{count} excess deaths {beside}",
    Measure.REMAINS_REPATRIATED: "{count} bodies handed over {beside}",
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


def label_people(figure: Any) -> str:
    """Name the people counted with their sex where it is recorded, singular where the count is one.

    >>> label_people({"conflict": "russia_ukraine", "population": "civilian", "sex": "female",
    ...               "party": "ukraine", "subgroup": "", "hedge": "exact", "value": 48})
    'women'
    """
    conflict, party, population = (str(figure[name]) for name in ("conflict", "party", "population"))
    sex = str(figure.get("sex", ""))
    one, many = PEOPLE_BY_SEX.get((population, sex), PEOPLE[population])
    if population == Population.ARMED_FORCES and conflict_of(conflict).is_formation(party):
        one, many = "fighter", "fighters"
    is_one = figure["hedge"] == Hedge.EXACT and not pd.isna(figure["value"]) and figure["value"] == 1
    adjective = label_party(figure) if population in WITH_PARTY else ""
    recorded = _as_recorded(figure) if population in WITH_PARTY else ""
    beside = _beside(figure, is_said=(population, sex) in PEOPLE_BY_SEX)
    return _join(adjective, one if is_one else many, beside, recorded)


def _beside(figure: Any, *, is_said: bool = False) -> str:
    """Name the sex where the noun does not say it, and the named part of the people."""
    sex = "" if is_said else SEXES.get(str(figure.get("sex", "")), "")
    return " ".join(f"({word})" for word in (sex, figure["subgroup"]) if word)


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
    is_word = str(figure["hedge"]) in WORDS_OF_PEOPLE
    said = PHRASES[str(figure["measure"])].format(
        count=f"{count} of" if count and is_word else count,
        people=label_people(figure),
        owner=label_owner(figure),
        beside=_join(_beside(figure), _as_recorded(figure)),
    )
    # An owner or a part that nobody names leaves its blank behind.
    return said.replace("  ", " ").rstrip()


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


def label_publication(figure: Any) -> str:
    """Say when a figure was published, as exactly as that is known."""
    day, precision = figure["published_on"], figure["published_precision"]
    if pd.isna(day):
        return "an unknown day"
    if precision == DatePrecision.MONTH:
        return f"{day:%B %Y}"
    if precision == DatePrecision.YEAR:
        return f"{day:%Y}"
    return f"{label_day(day)} (inferred)" if precision == DatePrecision.INFERRED_DAY else label_day(day)


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
        return f"end not stated; published {label_publication(figure)}"
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
