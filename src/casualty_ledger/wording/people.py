"""Nouns for people, one and many: by population, and by sex and age."""

from __future__ import annotations

from casualty_ledger.vocabulary import AgeGroup, Population, Sex
from casualty_ledger.wording.language import mark_counted

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
