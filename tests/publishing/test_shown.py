"""What a notebook shows beside charts and tables of figures."""

from bs4 import BeautifulSoup

from casualty_ledger.publishing.shown import ShownTally
from casualty_ledger.publishing.week.losses import tables


def test_a_tally_names_parties_as_a_reader_would_and_counts_every_statement(edition_of):
    """
    No word of the record stands in a tally, and its counts come to all statements that are tallied.
    """
    said = tables.military_statements(edition_of("2023-W22"))
    shown = BeautifulSoup(
        ShownTally(said, ("party", "relation"), "Kinds", "None")._repr_html_(), "html.parser"
    )
    rows = [[cell.text for cell in row.select("th, td")] for row in shown.select("tbody tr")]

    assert {row[0] for row in rows} == {"Russian", "Ukrainian", "Cross-border"}
    assert sum(int(row[-1]) for row in rows) == len(said)
