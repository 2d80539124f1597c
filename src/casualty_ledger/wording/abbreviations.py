"""Abbreviations and local words: what those that stand in a text mean, so that a newcomer need not ask."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.language import mark, translate

# Those that any conflict may meet; a conflict's file adds its own.
MEANINGS = {
    "ACLED": mark("Armed Conflict Location and Event Data, a body of research"),
    "CIT": mark("Conflict Intelligence Team"),
    "CSIS": mark("Center for Strategic and International Studies"),
    "ICRC": mark("International Committee of the Red Cross"),
    "ISW": mark("Institute for the Study of War"),
    "MFA": mark("ministry of foreign affairs"),
    "MoD": mark("ministry of defence"),
    "OCHA": mark("United Nations Office for the Coordination of Humanitarian Affairs"),
    "Oblast": mark("region"),
    "hromada": mark("municipality, a town or village with those around it"),
}
WORD = re.compile(r"\w+")


def explain_abbreviations(texts: Iterable[str], conflict: Conflict) -> str:
    """Say what each abbreviation in some texts stands for, or nothing where there is none.

    >>> from casualty_ledger.conflicts.known import conflict_of
    >>> explain_abbreviations(["shown by the PGO", "the LPR said"], conflict_of("russia_ukraine"))
    'LPR: self-styled Luhansk People’s Republic. PGO: Prosecutor General’s Office of Ukraine.'
    """
    used = {word for text in texts for word in WORD.findall(text)}
    meanings = {short: translate(meaning) for short, meaning in MEANINGS.items()}
    for short, meaning in conflict.file.abbreviations.items():
        # What sheets say in English stands beside names that the page says in its own language.
        meanings |= dict.fromkeys((short, say_text(conflict, short)), say_text(conflict, meaning))
    ordered = sorted(meanings.items(), key=lambda each: each[0].casefold())
    return " ".join(f"{short}: {meaning}." for short, meaning in ordered if short.split()[0] in used)
