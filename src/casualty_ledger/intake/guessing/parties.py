"""Parties: whose people a column or a header names, by the words of the conflict's file."""

from __future__ import annotations

import re

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.intake.guessing.columns import texts_of
from casualty_ledger.intake.guessing.words import says
from casualty_ledger.intake.mapping.model import Cell
from casualty_ledger.intake.tables.table import Table


def name_parties(table: Table, name: str, conflict: str) -> Cell:
    """Map each text of a column of sides to a party of the conflict, or to a word where it has no file."""
    known = conflict_of(conflict)
    if not known.is_filed:
        return Cell(column=(name,), read="slug")
    meant = _words_of(known)
    texts = texts_of(table.rows[name])
    return Cell(
        column=(name,), words={text: meant[text.casefold()] for text in texts if text.casefold() in meant}
    )


def _words_of(known: Conflict) -> dict[str, str]:
    """Return what the file of a conflict calls its parties, in small letters, and which each is."""
    meant = {word.casefold(): party for word, party in known.file.other_words.items()}
    for party, declared in known.parties.items():
        named = getattr(declared, "name", "")
        meant |= {word.casefold(): party for word in (party, declared.adjective, named) if word}
    return meant


def party_in(header: str, conflict: str) -> str:
    """Return the party that a header names, by the words of the conflict's file; none where it names two."""
    known = conflict_of(conflict)
    if not known.is_filed:
        return ""
    words = _words_of(known)
    named = {
        party
        for word, party in words.items()
        if party in known.parties and says(header, rf"{re.escape(word)}\b")
    }
    return named.pop() if len(named) == 1 else ""
