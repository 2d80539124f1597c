"""What stands above the tables of the notebooks, and what is said where this ledger has recorded nothing.

One row a table, by the name of its file; a sentence that stands for another has a row of its own kind.
"""

from __future__ import annotations

from typing import NamedTuple

from casualty_ledger.wording.language import mark, translate


class TableWords(NamedTuple):
    """The caption of a table, and the sentence that stands for an empty one."""

    caption: str
    empty: str


LEARNED = TableWords(
    mark("First published in the week"),
    mark(
        "This ledger has recorded nothing that was first published in this week about earlier days or longer "
        "periods."
    ),
)
TABLES = {
    "running_toll": TableWords(
        mark("Statements of the running toll"),
        mark("This ledger has recorded no toll of this week that was restated."),
    ),
    "civilian_incidents": TableWords(
        mark("Reported for days of the week"), mark("No incident is in the ledger for this week.")
    ),
    "civilian_totals": TableWords(
        mark("Running totals that end in the week"),
        mark("This ledger has recorded no running total that ends in this week."),
    ),
    "civilian_context": TableWords(
        mark("Longer periods"), mark("This ledger has recorded no longer period that touches this week.")
    ),
    "civilian_learned": LEARNED,
    "civilian_compiled": TableWords(
        mark("Sums by media of officials' reports"), mark("No such sum is in the ledger for this week.")
    ),
    "military_statements": TableWords(
        mark("Said for days of the week"),
        mark("This ledger has recorded no figure of military losses for days of this week."),
    ),
    "military_kinds": TableWords(
        mark("How many statements there are of each kind"),
        mark("This ledger has recorded nothing to compare in this week."),
    ),
    "military_learned": LEARNED,
    "exchanges": TableWords(
        mark("Returned in the week"), mark("No return of prisoners is in the ledger for this week.")
    ),
    "captivity": TableWords(
        mark("Captured and held, according to whom"),
        mark("This ledger has recorded no number of prisoners taken or held in this week."),
    ),
    "captivity_totals": TableWords(
        mark("Running totals of captivity"),
        mark("This ledger has recorded no running total of captivity that ends in this week."),
    ),
    "captivity_learned": LEARNED,
}
# For what a sentence tells of, the words that stand where there is nothing to tell.
NOTHING = {
    "incidents": mark("This ledger has recorded no incident of this week."),
    "followed_totals": mark("This ledger has recorded no total that people follow for the end of this week."),
    "captivity": mark("This ledger has recorded no word of prisoners taken or held in this week."),
}


def words_of_table(name: str, caption: str, empty: str) -> TableWords:
    """Return what stands above a table and for an empty one: what is given, or else what is registered.

    >>> words_of_table("exchanges", "", "").caption
    'Returned in the week'
    """
    none = mark("This ledger has recorded none.")
    known = TABLES.get(name, TableWords(name.replace("_", " ").capitalize(), none))
    return TableWords(caption or translate(known.caption), empty or translate(known.empty))


def say_nothing(otherwise: str) -> str:
    """Say that there is nothing to tell: a registered sentence by its name, or the one that is given."""
    return translate(NOTHING[otherwise]) if otherwise in NOTHING else otherwise
