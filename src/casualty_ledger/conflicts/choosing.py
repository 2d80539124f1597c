"""Choosing the one conflict that a report is about, from those of which the sheets hold rows."""

from __future__ import annotations

from collections.abc import Iterable

from casualty_ledger.conflicts.conflict import UNSTATED
from casualty_ledger.conflicts.known import known_conflicts
from casualty_ledger.conflicts.reading import name_like
from casualty_ledger.errors import ConflictNotChosen, UnknownConflict
from casualty_ledger.parsing.near_words import did_you_mean


def take_conflict(asked: str, held: Iterable[str]) -> str:
    """Return the conflict that is asked for, or else the default one of sheets that hold these conflicts.

    The default is the project's where the sheets hold rows of it, else the only one that they hold.
    Errors: UnknownConflict, ConflictNotChosen.
    """
    conflicts = sorted(set(held) - {""})
    name = asked.strip().lower()
    if not name:
        return default_conflict(conflicts)
    known = sorted({*conflicts, *known_conflicts()})
    if name not in known:
        facts = {"hint": did_you_mean(name, known), "allowed": ", ".join(known) or "none"}
        raise UnknownConflict(found=name, meant=name_like(name), **facts)
    return name


def default_conflict(held: Iterable[str]) -> str:
    """Return the default conflict of sheets that hold these conflicts.

    Errors: ConflictNotChosen.
    """
    stated = sorted(set(held) - {"", UNSTATED})
    declared = [name for name, conflict in known_conflicts().items() if conflict.file.is_default]
    for name in declared:
        if name in stated or not stated:
            return UNSTATED if UNSTATED in held and not stated else name
    if len(stated) > 1:
        raise ConflictNotChosen(allowed=", ".join(stated), first=stated[0])
    return stated[0] if stated else UNSTATED


def place_of(conflict: str, held: Iterable[str]) -> str:
    """Return the folder below the reports in which a conflict's reports stand: none for the default one."""
    try:
        return "" if conflict == default_conflict(held) else conflict
    except ConflictNotChosen:
        return conflict
