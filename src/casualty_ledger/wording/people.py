"""Nouns for people, one and many: by population, and by sex and age; and a part of them."""

from __future__ import annotations

import re

from casualty_ledger.vocabulary import AgeGroup, Population, Sex
from casualty_ledger.wording.language import ENGLISH, mark, mark_counted, now_spoken, phrase

PEOPLE: dict[str, tuple[str, str]] = {
    Population.CIVILIAN: mark_counted("civilian", "civilians"),
    Population.CHILDREN: mark_counted("child", "children"),
    Population.MEDICAL: mark_counted("medical worker", "medical workers"),
    Population.HUMANITARIAN: mark_counted("aid worker", "aid workers"),
    Population.JOURNALISTS: mark_counted("journalist", "journalists"),
    Population.RESCUERS: mark_counted("rescue worker", "rescue workers"),
    Population.ARMED_FORCES: mark_counted("soldier", "soldiers"),
    Population.PRISONERS_OF_WAR: mark_counted("prisoner of war", "prisoners of war"),
    Population.CIVILIAN_DETAINEES: mark_counted("civilian detainee", "civilian detainees"),
    Population.MIXED: mark_counted("person", "people"),
    Population.UNSTATED: mark_counted("person", "people"),
}

# People of a sex or an age have a noun of their own; of a population beside these, an adjective.
OF_SEX_AND_AGE: dict[tuple[str, str], tuple[str, str]] = {
    (Sex.FEMALE, AgeGroup.CHILD): mark_counted("girl", "girls"),
    (Sex.MALE, AgeGroup.CHILD): mark_counted("boy", "boys"),
    (Sex.FEMALE, AgeGroup.ADULT): mark_counted("woman", "women"),
    (Sex.MALE, AgeGroup.ADULT): mark_counted("man", "men"),
    (Sex.FEMALE, ""): mark_counted("woman", "women"),
    (Sex.MALE, ""): mark_counted("man", "men"),
    ("", AgeGroup.CHILD): mark_counted("child", "children"),
    ("", AgeGroup.ADULT): mark_counted("adult", "adults"),
}
PEOPLE_OF_ANY_KIND = (Population.CIVILIAN, Population.CHILDREN, Population.UNSTATED)

PART = re.compile(r"(?:subset|part) of (?:the )?(?P<count>\d+)(?: (?P<measure>killed|injured|wounded))?")
PART_OF: dict[str | None, str] = {
    None: mark("part of the {count}"),
    "killed": mark("part of the {count} killed"),
    "injured": mark("part of the {count} injured"),
    "wounded": mark("part of the {count} injured"),
}


def say_part(recorded: str) -> str:
    """Say of which number a recorded part is one; any other part stays as it was recorded.

    >>> say_part("subset of the 34 killed"), say_part("miners")
    ('subset of the 34 killed', 'miners')
    """
    found = PART.fullmatch(recorded)
    if found is None or now_spoken() == ENGLISH:
        return recorded
    return phrase(PART_OF[found["measure"]], count=found["count"])
