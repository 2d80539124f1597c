"""The words of the ledger, each with its definition.

A reader who meets a word in a table, a chart or a brief finds here what it means.
The words of the recorded sheets map to these words in one place only: `recorded_words`.
"""

from __future__ import annotations

from casualty_ledger.vocabulary.compared import ChangeKind, Merging, Reading, Relation, RevisionKind, Strength
from casualty_ledger.vocabulary.counted import (
    Basis,
    DatePrecision,
    Hedge,
    IntervalKind,
    Measure,
    Party,
    Population,
    Role,
    Side,
    Subject,
)
from casualty_ledger.vocabulary.judged import Caveat, Credibility, Interest, Reliability, Verification
from casualty_ledger.vocabulary.word import Word

__all__ = [
    "MONITOR_KINDS",
    "Basis",
    "Caveat",
    "ChangeKind",
    "Credibility",
    "DatePrecision",
    "Hedge",
    "Interest",
    "IntervalKind",
    "Measure",
    "Merging",
    "Party",
    "Population",
    "Reading",
    "Relation",
    "Reliability",
    "RevisionKind",
    "Role",
    "Side",
    "Strength",
    "Subject",
    "Verification",
    "Word",
]

MONITOR_KINDS = frozenset({"un_body", "humanitarian_organisation", "monitor"})
