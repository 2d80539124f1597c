"""Claimants in a sentence: "the General Staff of Ukraine", but "OHCHR HRMMU" and "Ramzan Kadyrov"."""

from __future__ import annotations

import re

# First words of offices and bodies; people, countries, plurals and acronyms go without an article.
OFFICES = re.compile(
    r"(?:acting|adviser|chairman|commissioner|coordination|deputy|exiled|general|governor|head|interior"
    r"|investigative|main|mayor|minister|ministry|national|office|ombudsman|president|presidential"
    r"|prosecutor|senator|state|verkhovna)\b",
    re.IGNORECASE,
)
PHRASES = (
    "Russian Defence Minister",
    "Russian Foreign Ministry",
    "Russian Health Ministry",
    "Russian Ministry",
    "Russian Volunteer Corps",
    "Russian Federation",
    "Russian-installed head",
    "Russian-installed mayor",
    "Russian-installed Kherson government",
    "Moscow-installed administrator",
    "Moscow-installed coordination centre",
    "UN Commission",
    "UN Deputy",
    "UN Secretary",
    "UN Under-Secretary",
    "United Nations",
    "World Health Organization",
    "ICRC",
    "Ukrainian military",
    "Children of War platform",
    "Media Center Ukraine",
    "DPR mission",
    "DPR ombudswoman",
    "LPR office",
)


def with_article(claimant: str) -> str:
    """Name a claimant as it stands inside a sentence.

    >>> with_article("General Staff of Ukraine"), with_article("Ramzan Kadyrov")
    ('the General Staff of Ukraine', 'Ramzan Kadyrov')
    """
    takes = bool(OFFICES.match(claimant)) or claimant.startswith(PHRASES)
    return f"the {claimant}" if takes else claimant


def begin_with(claimant: str) -> str:
    """Name a claimant at the head of a sentence.

    >>> begin_with("General Staff of Ukraine"), begin_with("local officials")
    ('The General Staff of Ukraine', 'Local officials')
    """
    named = with_article(claimant)
    return named[:1].upper() + named[1:]
