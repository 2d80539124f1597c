"""Claimants in a sentence: "the General Staff", but "local officials" and a person's name."""

from __future__ import annotations

import re

from casualty_ledger.conflicts.known import known_conflicts
from casualty_ledger.parsing.plain_text import capital

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


def with_article(claimant: str) -> str:
    """Name a claimant as it stands inside a sentence.

    >>> with_article("General Staff of Ukraine"), with_article("Ramzan Kadyrov")
    ('the General Staff of Ukraine', 'Ramzan Kadyrov')
    """
    office = claimant.partition(" (")[0]
    named = any(office in conflict.file.with_article for conflict in known_conflicts().values())
    return f"the {claimant}" if named or WITH_ARTICLE.match(office) else claimant


def total_of(claimant: str) -> str:
    """Name a claimant's total within a sentence.

    >>> total_of("OHCHR"), total_of("Mayor of Kyiv (Klitschko)")
    ('OHCHR’s total', 'the total of the Mayor of Kyiv (Klitschko)')
    """
    name = with_article(claimant)
    return f"the total of {name}" if name.endswith(")") else f"{name}’s total"


def begin_with(claimant: str) -> str:
    """Name a claimant at the head of a sentence.

    >>> begin_with("General Staff of Ukraine"), begin_with("local officials")
    ('The General Staff of Ukraine', 'Local officials')
    """
    return capital(with_article(claimant))
