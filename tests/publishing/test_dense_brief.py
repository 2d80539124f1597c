"""A brief stays a brief: a crowded week keeps to its pages and its size, and says how much it leaves out."""

from itertools import product

from made_up_ledgers import INCIDENT, edition_with

from casualty_ledger.charts.frame import Chart
from casualty_ledger.publishing.figures_table import FiguresTable
from casualty_ledger.publishing.markup import mark_brief
from casualty_ledger.publishing.pdf import MOST_PAGES, count_pages, set_brief
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.week.brief import compose_without_changes
from casualty_ledger.publishing.week.charts import draw_calendar, draw_civilian_totals, draw_rivals

MOST_BYTES = 1_500_000
# A topic page has eight charts and seven tables at most.
MOST_OF_A_CHART, MOST_OF_A_TABLE = 130_000, 80_000


def test_a_crowded_week_keeps_to_four_pages_and_says_what_it_leaves_out():
    """
    A hundred incidents, each by two sources: four pages, a page below 1.5 MB, and the rest counted.
    """
    rows = [
        INCIDENT
        | {"place": f"Village {nth}", "claimant": f"Official {who} of Village {nth}", "value": str(nth)}
        for nth, who in product(range(1, 101), (1, 2))
    ]
    edition = edition_with(*rows)
    brief = compose_without_changes(edition)
    references = References.of(edition.figures, brief.cited())
    page = mark_brief(brief, references)
    charts = [draw_calendar(edition), draw_civilian_totals(edition), draw_rivals(edition)]
    table = FiguresTable(edition.in_week, "All", "None", "tables/all.csv")._repr_html_()

    assert count_pages(set_brief(brief, references, dated=edition.vintage.day)) <= MOST_PAGES
    assert len(page.encode()) < MOST_BYTES
    assert ">93</span> more incidents" in page
    assert max(len(each.svg) for each in charts if isinstance(each, Chart)) < MOST_OF_A_CHART
    assert len(table) < MOST_OF_A_TABLE and "160</span> more, in the table’s data" in table
