"""Abbreviations: what the letters stand for that stand in a text, so that a newcomer need not ask."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casualty_ledger.conflicts.conflict import Conflict

# Those that any conflict may meet; a conflict's file adds its own.
MEANINGS = {
    "CIT": "Conflict Intelligence Team",
    "CSIS": "Center for Strategic and International Studies",
    "ICRC": "International Committee of the Red Cross",
    "ISW": "Institute for the Study of War",
    "MFA": "ministry of foreign affairs",
    "MoD": "ministry of defence",
    "OCHA": "United Nations Office for the Coordination of Humanitarian Affairs",
}
WORD = re.compile(r"\w+")


def explain_abbreviations(texts: Iterable[str], conflict: Conflict) -> str:
    """Say what each abbreviation in some texts stands for, or nothing where there is none.

    >>> from casualty_ledger.conflicts.known import conflict_of
    >>> explain_abbreviations(["shown by the PGO", "the LPR said"], conflict_of("russia_ukraine"))
    'LPR: self-styled Luhansk People’s Republic. PGO: Prosecutor General’s Office of Ukraine.'
    """
    used = {word for text in texts for word in WORD.findall(text)}
    meanings = sorted(
        {**MEANINGS, **conflict.file.abbreviations}.items(), key=lambda each: each[0].casefold()
    )
    return " ".join(f"{short}: {meaning}." for short, meaning in meanings if short in used)
