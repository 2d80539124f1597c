"""The words of the ledger, each with its definition.

A reader who meets a word in a table, a chart or a brief finds here what it means.
The words of the recorded sheets map to these words in one place only: `recorded_words`.
"""

from __future__ import annotations

from casualty_ledger.vocabulary.compared import (
    ChangeKind,
    Merging,
    Reading,
    Relation,
    RevisionKind,
    Strength,
    Verdict,
)
from casualty_ledger.vocabulary.counted import (
    AgeGroup,
    Basis,
    DatePrecision,
    Hedge,
    IntervalKind,
    Measure,
    Party,
    Population,
    Role,
    Sex,
    Side,
    Subject,
)
from casualty_ledger.vocabulary.judged import Caveat, Credibility, Interest, Reliability, Verification
from casualty_ledger.vocabulary.word import Word

__all__ = [
    "CIVIL_POPULATIONS",
    "HARM_MEASURES",
    "LEVEL_MEASURES",
    "MONITOR_KINDS",
    "PARTS_OF_CIVILIANS",
    "AgeGroup",
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
    "Sex",
    "Side",
    "Strength",
    "Subject",
    "Verdict",
    "Verification",
    "Word",
]

# Counted among civilians unless a source says otherwise, so never added to them.
PARTS_OF_CIVILIANS = (
    Population.CHILDREN,
    Population.MEDICAL,
    Population.HUMANITARIAN,
    Population.JOURNALISTS,
    Population.RESCUERS,
)
CIVIL_POPULATIONS = (Population.CIVILIAN, *PARTS_OF_CIVILIANS)

# What befalls people in an attack.
HARM_MEASURES = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES)
# Who is missing or held may be found or let go: such a number may fall by itself.
LEVEL_MEASURES = (Measure.MISSING, Measure.HELD, Measure.DETAINED, Measure.HOSPITALISED)

MONITOR_KINDS = frozenset({"un_body", "humanitarian_organisation", "monitor"})
