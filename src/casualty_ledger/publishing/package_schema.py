"""The derived tables of the data package: each column with its type and a line of purpose."""

from __future__ import annotations

from casualty_ledger.vocabulary import (
    Caveat,
    Reading,
    Relation,
    RevisionKind,
    Strength,
    Subject,
    Word,
)

# Columns of derived tables that hold words of one vocabulary.
WORDS: dict[tuple[str, str], type[Word]] = {
    ("coverage", "subject"): Subject,
    ("revisions", "kind"): RevisionKind,
    ("disagreements", "reading"): Reading,
    ("disagreements", "strength"): Strength,
    ("relations", "relation"): Relation,
    ("caveats", "caveat"): Caveat,
}
KEYS: dict[str, list[str]] = {
    "reported_figures": ["figure_id"],
    "appearances": ["row_id"],
    "caveats": ["row_id", "caveat"],
    "merged": ["row_id"],
    "coverage": ["conflict", "subject", "side", "week"],
    "relations": ["figure_id", "relation", "other_id"],
}

PEOPLE = {
    "population": ("string", "who is counted"),
    "sex": ("string", "sex, where it is counted apart"),
    "age_group": ("string", "age, where it is counted apart"),
    "subgroup": ("string", "a named part of the population"),
    "party": ("string", "whose people were harmed or held"),
}
PLACE = {
    "place": ("string", "settlement or incident site"),
    "admin1": ("string", "oblast or region"),
    "incident": ("string", "which event, where a place saw several in these days"),
}
COUNTED = {
    "conflict": ("string", "the conflict"),
    "claimant": ("string", "whose assertion it is"),
    "measure": ("string", "what is counted"),
    **PEOPLE,
    **PLACE,
}
FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "coverage": {
        "conflict": ("string", "the conflict"),
        "subject": ("string", "what the figures are about"),
        "side": ("string", "the side of the people counted"),
        "week": ("string", "ISO week in which the days counted lie, Monday to Sunday"),
        "figures": ("integer", "how many figures the ledger holds; 0 is none recorded, not no harm"),
        "by_monday": ("integer", "how many of them were published by the Monday after the week"),
        "usual": ("number", "the median of by_monday in the twelve weeks before; absent for the first four"),
        "is_thin": ("boolean", "by_monday is less than half of what is usual, and four or more are usual"),
    },
    "weekly": {
        "week": ("string", "ISO week, Monday to Sunday"),
        **COUNTED,
        "covers_from": ("date", "first day counted"),
        "lower": ("integer", "the least that the hedges of both totals allow; absent where they give none"),
        "value": ("integer", "the later total less the earlier"),
        "upper": ("integer", "the most that the hedges of both totals allow; absent where they give none"),
        "is_soft": ("boolean", "bounds are approximate"),
        "figure_id": ("string", "the later total"),
        "previous_figure_id": ("string", "the earlier total"),
        "claimant_side": ("string", "on whose side the claimant speaks"),
        "is_recount": ("boolean", "a total fell within the week or was recounted: not what the week added"),
        "is_restated": ("boolean", "more than one total was stated for one of its two Sundays"),
    },
    "revisions": {
        "revision_of": ("string", "the first figure said of this subject"),
        "claimant": ("string", "whose assertion it is"),
        "conflict": ("string", "the conflict"),
        **PLACE,
        "covers_from": ("date", "first day counted"),
        "covers_until": ("date", "last day counted"),
        "measure": ("string", "what is counted"),
        **PEOPLE,
        "basis": ("string", "how the number relates to the days"),
        "rate_unit": ("string", "of a rate: per"),
        "vintage": ("integer", "1 is the first number said; absent where its order is not known"),
        "figure_id": ("string", "the figure of this vintage"),
        "previous_figure_id": ("string", "the figure of the vintage before"),
        "published_on": ("date", "day of publication, absent where not known"),
        "published_precision": ("string", "how exactly that day is known"),
        "value": ("integer", "the number stated"),
        "previous_value": ("integer", "the number of the vintage before"),
        "size": ("integer", "what changed"),
        "kind": ("string", "why, as far as the record tells"),
        "order_known": ("boolean", "the order among the statements is recorded"),
    },
    "disagreements": {
        "disagreement": ("string", "the set that the figure belongs to"),
        "reading": ("string", "why they disagree, as far as the record tells"),
        "strength": ("string", "contradiction: bounds do not meet; difference: they do"),
        "figure_id": ("string", "one figure of the set"),
        "claimant": ("string", "whose assertion it is"),
        "measure": ("string", "what is counted"),
        "value": ("integer", "the number stated"),
        "what": ("string", "what the disagreement is, in words"),
        "reconciled_by": ("string", "what would reconcile the numbers"),
    },
    "backlog": {
        **COUNTED,
        "figure_id": ("string", "the running total that holds older cases"),
        "previous_figure_id": ("string", "the total from which it rose too far"),
        "from_day": ("date", "last day counted by the former total"),
        "to_day": ("date", "last day counted by the later total"),
        "size": ("integer", "the rise"),
        "own_figure_id": ("string", "the claimant's own figure for that month"),
        "own_value": ("integer", "its number, which the rise exceeds"),
    },
    "relations": {
        "figure_id": ("string", "the figure that bears a relation"),
        "relation": ("string", "what it is to the other"),
        "other_id": ("string", "the other figure; empty where the words name none of the ledger"),
        "known_on": ("date", "day on which the relation became known; absent: in hindsight only"),
        "said": ("string", "the words that it rests on; empty where it follows from order"),
    },
    "caveats": {
        "row_id": ("string", "the appearance that carries the warning"),
        "caveat": ("string", "the warning"),
        "known_on": ("date", "day on which it became known; absent: in hindsight only"),
        "given_by": ("string", "the column that gives it, or record"),
    },
    "merged": {
        "figure_id": ("string", "the figure"),
        "row_id": ("string", "a row that printed it again"),
        "claimant": ("string", "whose assertion it is"),
        "claimant_as_said": ("string", "the claimant as the sheet spells it"),
        "publisher": ("string", "who printed it"),
        "published_on": ("date", "day of publication of this row"),
        "first_on": ("date", "day of publication that dates the figure"),
        "why": ("string", "why the row joined the figure"),
    },
}
