"""Nouns for people, one and many: by population, and by sex and age."""

from __future__ import annotations

from casualty_ledger.vocabulary import AgeGroup, Population, Sex

PEOPLE: dict[str, tuple[str, str]] = {
    Population.CIVILIAN: ("civilian", "civilians"),
    Population.CHILDREN: ("child", "children"),
    Population.MEDICAL: ("medical worker", "medical workers"),
    Population.HUMANITARIAN: ("aid worker", "aid workers"),
    Population.JOURNALISTS: ("journalist", "journalists"),
    Population.RESCUERS: ("rescue worker", "rescue workers"),
    Population.ARMED_FORCES: ("soldier", "soldiers"),
    Population.PRISONERS_OF_WAR: ("prisoner of war", "prisoners of war"),
    Population.CIVILIAN_DETAINEES: ("civilian detainee", "civilian detainees"),
    Population.MIXED: ("person", "people"),
    Population.UNSTATED: ("person", "people"),
}

# People of a sex or an age have a noun of their own; of a population beside these, an adjective.
OF_SEX_AND_AGE: dict[tuple[str, str], tuple[str, str]] = {
    (Sex.FEMALE, AgeGroup.CHILD): ("girl", "girls"),
    (Sex.MALE, AgeGroup.CHILD): ("boy", "boys"),
    (Sex.FEMALE, AgeGroup.ADULT): ("woman", "women"),
    (Sex.MALE, AgeGroup.ADULT): ("man", "men"),
    (Sex.FEMALE, ""): ("woman", "women"),
    (Sex.MALE, ""): ("man", "men"),
    ("", AgeGroup.CHILD): ("child", "children"),
    ("", AgeGroup.ADULT): ("adult", "adults"),
}
PEOPLE_OF_ANY_KIND = (Population.CIVILIAN, Population.CHILDREN, Population.UNSTATED)
