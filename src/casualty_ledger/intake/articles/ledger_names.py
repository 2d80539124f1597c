"""Names as the ledger has them: places of a conflict's file, claimants of the register; else nominatives."""

from __future__ import annotations

import re

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.intake.articles.candidate import NARRATOR, Candidate
from casualty_ledger.intake.articles.language.forms import nominative
from casualty_ledger.sources.registry import Register

NO_REGISTER = Register({}, {})
ARTICLE = re.compile(r"\Athe ", re.IGNORECASE)
MOST_NEAR = 3
# So many letters begin a word in all of its cases.
STEM, WORDS = 5, re.compile(r"[^\W\d_]{3,}")


def place_in_ledger(candidate: Candidate, language: str) -> str:
    """Return the place of a candidate as the file of its conflict names it, else in the nominative."""
    place = candidate.place or ""
    own = conflict_of(candidate.conflict).name_place(place)
    return own if own != place or not place else nominative(place, language)


def claimant_in_ledger(candidate: Candidate, language: str, register: Register) -> str:
    """Return the claimant of a candidate as the register names it, else in the nominative; "" for nobody."""
    if candidate.claimant == NARRATOR:
        return ""
    plain = nominative(candidate.claimant, language)
    bare = ARTICLE.sub("", candidate.claimant)
    found = (register.claimant(each) for each in (candidate.claimant, bare, plain))
    return next((source.name for source in found if source.is_registered), plain)


def near_claimants(claimant: str, place: str, register: Register) -> list[str]:
    """List registered names that share half of the words of a claimant or more; those of its place first.

    >>> from casualty_ledger.sources.registry import Source
    >>> names = ("Mayor of Northton (Ivanenko)", "Mayor of Southton (Petrenko)", "Police of the North")
    >>> register = Register({name: Source(name, "police") for name in names}, {})
    >>> near_claimants("Ivanenko", "", register), near_claimants("the mayor", "Southton", register)[:1]
    (['Mayor of Northton (Ivanenko)'], ['Mayor of Southton (Petrenko)'])
    """
    wanted, there = _stems(claimant), _stems(place)
    near: dict[str, tuple[int, int]] = {}
    for spelling, source in register.claimants.items():
        words = _stems(f"{spelling} {source.name}")
        shared = len(wanted & words)
        if shared and 2 * shared >= len(wanted):
            near[source.name] = max(near.get(source.name, (0, 0)), (len(there & words), shared))
    return sorted(near, key=lambda name: (*(-count for count in near[name]), len(name)))[:MOST_NEAR]


def _stems(name: str) -> set[str]:
    return {word[:STEM] for word in WORDS.findall(ARTICLE.sub("", name).casefold())}
