"""Claimants in a sentence: "the General Staff", but "local officials" and a person's name."""

from __future__ import annotations

import re

from casualty_ledger.conflicts.known import known_conflicts
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.sources.known import claimants_in
from casualty_ledger.wording.language import ENGLISH, mark, now_spoken, phrase, translate

# Bodies and office-holders take an article; persons, media, projects, countries and plurals do not.
OFFICE = (
    r"ministry|minister|general staff|office|president|governor|head|mayor|ombudsman|ombudswoman|"
    r"coordination headquarters|commissioner|state emergency service|national police|police|prosecutor|"
    r"secretary-general|directorate|committee|council|adviser|chairman|commander|delegation|mission|"
    r"federation|national resistance center|intelligence agency|intelligence service|commission|"
    r"press service|military source|administration|government"
)
RANKED = r"acting|deputy|former|exiled|first|chief|main|presidential|interior|foreign"
NAMES = (
    r"United (?:Nations|States)$|World |Wall Street|ICRC$|UN (?:Commission|Deputy|Secretary|Under-Secretary)|"
    r"Senator|US Department"
)
WITH_ARTICLE = re.compile(
    rf"^(?:{NAMES}|(?:(?:{RANKED}) )*(?:[\w’'-]+ ){{0,5}}?(?:{OFFICE})\b(?! officials))", re.IGNORECASE
)
# What the register notes in brackets of a medium that speaks for itself, or of many in one.
NOTES = (
    mark("as relayed"),
    mark("background"),
    mark("compiled"),
    mark("headline"),
    mark("own words"),
    mark("report"),
    mark("social media"),
    mark("unattributed"),
)


def name_claimant(claimant: str) -> str:
    """Name a claimant in the language that is spoken, where the register gives a name in it.

    Of one without a name of its own, what stands before the brackets and our note in them are said apart.
    """
    language = now_spoken()
    if language == ENGLISH:
        return claimant
    names = claimants_in(language.code)
    name, bracket, note = claimant.removesuffix(")").partition(" (")
    if claimant in names or not bracket or note not in NOTES:
        return names.get(claimant, claimant)
    return f"{names.get(name, name)} ({translate(note)})"


def short_claimant(claimant: str) -> str:
    """Name a claimant without the person in brackets.

    >>> short_claimant("Mayor of Kyiv (Klitschko)")
    'Mayor of Kyiv'
    """
    return name_claimant(claimant).partition(" (")[0]


def with_article(claimant: str) -> str:
    """Name a claimant as it stands inside a sentence.

    >>> with_article("General Staff of Ukraine"), with_article("Ramzan Kadyrov")
    ('the General Staff of Ukraine', 'Ramzan Kadyrov')
    """
    office = claimant.partition(" (")[0]
    named = any(office in conflict.file.with_article for conflict in known_conflicts().values())
    name = name_claimant(claimant)
    return phrase("the {claimant}", claimant=name) if named or WITH_ARTICLE.match(office) else name


def total_of(claimant: str) -> str:
    """Name a claimant's total within a sentence.

    >>> total_of("OHCHR"), total_of("Mayor of Kyiv (Klitschko)")
    ('OHCHR’s total', 'the total of the Mayor of Kyiv (Klitschko)')
    """
    name = with_article(claimant)
    if name.endswith(")"):
        return phrase("the total of {claimant}", claimant=name)
    return phrase("{claimant}’s total", claimant=name)


def begin_with(claimant: str) -> str:
    """Name a claimant at the head of a sentence.

    >>> begin_with("General Staff of Ukraine"), begin_with("local officials")
    ('The General Staff of Ukraine', 'Local officials')
    """
    return capital(with_article(claimant))
