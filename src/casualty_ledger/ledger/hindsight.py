"""Columns that may be known later than their row, and those that are read from them."""

# Each has its day beside it, in a column named after it.
HINDSIGHT = ("overlaps", "note", "flag")
# Read from a note where it says more than its row: `notes.forget_notes` puts them back.
READ_FROM_NOTES = ("measure", "hedge", "lower", "upper", "is_soft", "published_precision", "interval_kind")
