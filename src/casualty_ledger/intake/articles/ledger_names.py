"""Names as the ledger has them: places of a conflict's file, claimants of the register; else nominatives."""

from __future__ import annotations

import re

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.intake.articles.candidate import NARRATOR, Candidate
from casualty_ledger.intake.articles.forms import nominative
from casualty_ledger.sources.registry import Register

NO_REGISTER = Register({}, {})
ARTICLE = re.compile(r"\A[Tt]he ")
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


def near_claimants(claimant: str, register: Register) -> list[str]:
    """List registered names that share half of the words of a claimant or more, in whichever case.

    >>> from casualty_ledger.sources.registry import Source
    >>> sources = (Source(name, "police") for name in ("Police of the North", "Mayor of Southton (Ivanenko)"))
    >>> near_claimants("mayor Ivanenko", Register({each.name: each for each in sources}, {}))
    ['Mayor of Southton (Ivanenko)']
    """
    wanted = _stems(claimant)
    shared = {
        source.name: len(wanted & _stems(f"{spelling} {source.name}"))
        for spelling, source in register.claimants.items()
    }
    near = [name for name, count in shared.items() if count and 2 * count >= len(wanted)]
    return sorted(near, key=lambda name: (-shared[name], len(name)))[:MOST_NEAR]


def _stems(name: str) -> set[str]:
    return {word[:STEM].casefold() for word in WORDS.findall(name)}
