"""An article for a reader's eye: its figures coloured by kind, and a table of them."""

from __future__ import annotations

from html import escape

import pandas as pd

from casualty_ledger.intake.articles.reading import Reading

# One colour a kind of harm; each has a word beside it, so that nothing is told by colour alone.
COLOURS = {
    "killed": "#c04a00",
    "injured": "#b07a00",
    "killed_and_injured": "#8a5a2b",
    "losses": "#5f6975",
    "missing": "#7a4fa3",
}
CAPTIVITY = "#00755a"
COLUMNS = (
    "words", "measure", "value", "low", "high", "hedge", "population", "party", "claimant", "relayed_by",
    "place", "day", "part_of", "confidence", "rule",
)  # fmt: skip


def coloured_text(text: str, reading: Reading) -> str:
    """Return a text as HTML with each figure marked by its kind and number; everything is escaped.

    >>> from casualty_ledger.intake.articles.reading import read_article
    >>> said = "Two were killed <b>."
    >>> "&lt;b&gt;" in coloured_text(said, read_article(said))
    True
    """
    parts, at = [], 0
    for number, each in enumerate(reading.candidates, 1):
        if each.start < at:
            continue
        colour = COLOURS.get(each.measure, CAPTIVITY)
        label = escape(f"{number} {each.measure.replace('_', ' ')}")
        parts.append(escape(text[at : each.start]))
        parts.append(
            f'<mark style="background:none;border-bottom:2px solid {colour}">'
            f'{escape(text[each.start : each.end])}</mark><sub style="color:{colour}">{label}</sub>'
        )
        at = each.end
    parts.append(escape(text[at:]))
    return f'<div style="white-space:pre-wrap;max-width:46rem;line-height:1.6">{"".join(parts)}</div>'


def table_of(reading: Reading) -> pd.DataFrame:
    """Return one row a candidate, numbered as in the coloured text. Columns: COLUMNS."""
    rows = [
        {
            "words": each.trigger, "measure": each.measure, "value": each.value, "low": each.low,
            "high": each.high, "hedge": each.hedge, "population": each.population, "party": each.party,
            "claimant": each.claimant, "relayed_by": each.relayed_by or "", "place": each.place or "",
            "day": each.date or "", "part_of": None if each.subset_of is None else each.subset_of + 1,
            "confidence": each.confidence, "rule": each.rule,
        }
        for each in reading.candidates
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=list(COLUMNS), index=range(1, len(rows) + 1))
    counts = ["value", "low", "high", "part_of"]
    return table.astype(dict.fromkeys(counts, "Int64"))


def refused_table(reading: Reading) -> pd.DataFrame:
    """Return every number that is no figure, with the reason."""
    rows = [{"words": each.text, "at": each.start, "reason": each.reason} for each in reading.refusals]
    return pd.DataFrame(rows, columns=["words", "at", "reason"])
