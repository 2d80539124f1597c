"""Labels: words for readers, a count said as firmly as its source said it, and everything around it.

Rules: "at least 485" never loses its hedge; a loss is never a death; a loss stands in quotation marks;
one is singular; a day is written out.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.conflict import as_recorded
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Hedge, Party, Population
from casualty_ledger.wording.conflict_words import name_place_of, say_adjective, say_place
from casualty_ledger.wording.counted_days import (
    begins_late,
    has_vague_end,
    label_counted_days,
    label_end,
    label_publication,
    label_start,
    label_until,
)
from casualty_ledger.wording.counts import label_count, label_number, measure_to_say
from casualty_ledger.wording.days import label_day, label_days, label_short_days
from casualty_ledger.wording.language import (
    is_singular,
    mark,
    mark_counted,
    phrase,
    translate_counted,
)
from casualty_ledger.wording.measures import WORDS
from casualty_ledger.wording.people import OF_SEX_AND_AGE, PEOPLE, PEOPLE_OF_ANY_KIND, say_part

__all__ = [
    "begins_late",
    "has_vague_end",
    "label_count",
    "label_counted_days",
    "label_day",
    "label_days",
    "label_end",
    "label_figure",
    "label_number",
    "label_owner",
    "label_people",
    "label_place",
    "label_publication",
    "label_short_days",
    "label_start",
    "label_until",
    "label_where_and_when",
    "measure_to_say",
]

# Words that need an "of": "dozens of civilians".
WORDS_OF_PEOPLE = tuple(map(str, (Hedge.DOZENS, Hedge.HUNDREDS, Hedge.THOUSANDS, Hedge.UNQUANTIFIED)))
# Populations whose party is part of the phrase: "Northern soldiers", but "civilians".
SEVERAL = 5
WITH_PARTY = (Population.ARMED_FORCES, Population.PRISONERS_OF_WAR, Population.MIXED)


def label_people(figure: ReportedFigure) -> str:
    """Name the people counted by sex and age as far as they are, singular where the count is one.

    >>> label_people({"conflict": "russia_ukraine", "population": "civilian", "sex": "female",
    ...               "age_group": "adult", "party": "ukraine", "subgroup": "", "hedge": "exact",
    ...               "value": 48})
    'women'
    """
    return _join(_people(figure), _subgroup(figure))


def _people(figure: ReportedFigure) -> str:
    noun = translate_counted(*_nouns(figure), number_of(figure))
    if figure["population"] not in WITH_PARTY and not _counts_a_side(figure):
        return noun
    return _join(_of_party(figure, noun), _as_recorded(figure))


def _counts_a_side(figure: ReportedFigure) -> bool:
    """Say whether a total of no place counts people of one side: another side's are not in it."""
    nowhere = not figure.get("place", "-") and not figure.get("admin1", "-")
    return nowhere and figure["basis"] == Basis.CUMULATIVE


def _of_party(figure: ReportedFigure, noun: str) -> str:
    adjective = label_party(figure, of_one=is_singular(number_of(figure)))
    if not adjective:
        return noun
    if _is_formation(figure):
        return phrase("{adjective} {fighters}", adjective=adjective, fighters=noun)
    return phrase("{adjective} {people}", adjective=adjective, people=noun)


def number_of(figure: ReportedFigure) -> int:
    """Return the number with which nouns agree: the one that is said, and several where there is none."""
    return SEVERAL if figure["value"] is None or pd.isna(figure["value"]) else int(figure["value"])


def _nouns(figure: ReportedFigure) -> tuple[str, str]:
    population, sex, age = (str(figure[name]) for name in ("population", "sex", "age_group"))
    if population in PEOPLE_OF_ANY_KIND and (sex, age) in OF_SEX_AND_AGE:
        return OF_SEX_AND_AGE[sex, age]
    one, many = PEOPLE[population]
    if population == Population.ARMED_FORCES and _is_formation(figure):
        one, many = mark_counted("fighter", "fighters")
    which = " ".join(word for word in (age, sex) if word)
    return (f"{which} {one}", f"{which} {many}") if which else (one, many)


def _is_formation(figure: ReportedFigure) -> bool:
    return conflict_of(str(figure["conflict"])).is_formation(str(figure["party"]))


def _beside(figure: ReportedFigure) -> str:
    """Name whom the words of the measure leave out: a sex, an age, a named part of the people."""
    sex_and_age = (str(figure["sex"]), str(figure["age_group"]))
    named = f"({OF_SEX_AND_AGE[sex_and_age][1]})" if sex_and_age in OF_SEX_AND_AGE else ""
    return _join(named, _subgroup(figure))


def _subgroup(figure: ReportedFigure) -> str:
    return f"({say_part(str(figure['subgroup']))})" if figure["subgroup"] else ""


def label_party(figure: ReportedFigure, *, of_one: bool = False) -> str:
    """Return the adjective of the party whose people are counted; nothing where none is known.

    >>> label_party({"conflict": "russia_ukraine", "party": "both"})
    'Ukrainian and Russian'
    """
    return say_adjective(conflict_of(str(figure["conflict"])), str(figure["party"]), of_one=of_one)


def _as_recorded(figure: ReportedFigure) -> str:
    """Return a party for which there are no words as the sheet has it, in brackets."""
    party = str(figure["party"])
    return "" if label_party(figure) or party == Party.UNSTATED else f"({as_recorded(party)})"


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def label_figure(figure: ReportedFigure, count: str = "{count}") -> str:
    """Say what was counted, with `{count}` left open unless a count is given.

    >>> figure = {"conflict": "russia_ukraine", "measure": "losses", "population": "armed_forces", "sex": "",
    ...           "age_group": "", "party": "russia", "subgroup": "", "hedge": "about", "value": 209940}
    >>> label_figure(figure, "about 209,940")
    'about 209,940 Russian “losses”'
    """
    is_word = str(figure["hedge"]) in WORDS_OF_PEOPLE
    said = phrase(
        WORDS[measure_to_say(figure)].counted,
        count=phrase("{word} of", word=count) if count and is_word else count,
        people=_people(figure),
        owner=label_owner(figure),
        beside=_join(_beside(figure), _as_recorded(figure)),
    )
    if "{beside}" not in WORDS[measure_to_say(figure)].counted:
        said = _join(said, _subgroup(figure))
    return said.replace("  ", " ").rstrip()


def label_owner(figure: ReportedFigure) -> str:
    """Name whose losses they are.

    >>> label_owner({"conflict": "russia_ukraine", "party": "wagner"})
    'Wagner fighters’'
    """
    adjective = label_party(figure)
    of_whom = mark("{adjective} fighters’") if _is_formation(figure) else mark("{adjective}")
    return phrase(of_whom, adjective=adjective) if adjective else ""


def label_place(figure: ReportedFigure) -> str:
    """Name the place, and the event where the place saw several.

    >>> label_place({"conflict": "russia_ukraine", "place": "Kherson", "incident": "bus stop"})
    'Kherson (bus stop)'
    """
    conflict, event = conflict_of(str(figure["conflict"])), str(figure["incident"])
    return name_place_of(figure) + (f" ({say_place(conflict, event)})" if event else "")


def label_where_and_when(figure: ReportedFigure) -> str:
    """Say where, and in which days."""
    days = label_counted_days(figure)
    return f"{label_place(figure)}, {days}" if figure["place"] or figure["admin1"] else days
