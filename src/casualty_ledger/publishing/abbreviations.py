"""Abbreviations: what the letters stand for that stand in a text, so that a newcomer need not ask."""

from __future__ import annotations

import re
from collections.abc import Iterable

MEANINGS = {
    "CIT": "Conflict Intelligence Team",
    "CSIS": "Center for Strategic and International Studies",
    "DPR": "self-styled Donetsk People’s Republic",
    "FSB": "Federal Security Service of Russia",
    "HRMMU": "Human Rights Monitoring Mission in Ukraine, of OHCHR",
    "ICRC": "International Committee of the Red Cross",
    "ISW": "Institute for the Study of War",
    "LPR": "self-styled Luhansk People’s Republic",
    "LSR": "Freedom of Russia Legion, fighting on Ukraine’s side",
    "MFA": "ministry of foreign affairs",
    "MoD": "ministry of defence",
    "OCHA": "United Nations Office for the Coordination of Humanitarian Affairs",
    "OHCHR": "Office of the United Nations High Commissioner for Human Rights",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "PGO": "Prosecutor General’s Office of Ukraine",
    "RDK": "Russian Volunteer Corps, fighting on Ukraine’s side",
    "SBU": "Security Service of Ukraine",
}
WORD = re.compile(r"\w+")


def explain_abbreviations(texts: Iterable[str]) -> str:
    """Say what each abbreviation in some texts stands for, or nothing where there is none.

    >>> explain_abbreviations(["shown by the PGO", "the LPR said"])
    'LPR: self-styled Luhansk People’s Republic. PGO: Prosecutor General’s Office of Ukraine.'
    """
    used = {word for text in texts for word in WORD.findall(text)}
    return " ".join(f"{short}: {meaning}." for short, meaning in MEANINGS.items() if short in used)
