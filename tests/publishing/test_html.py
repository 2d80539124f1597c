"""Pages: self-contained, whole without JavaScript, hostile text inert."""

import re

import nbformat
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from casualty_ledger.publishing.content_policy import digest_inline
from casualty_ledger.publishing.html import clean_html, export_notebook
from casualty_ledger.publishing.marked_text import mark_text
from casualty_ledger.publishing.markup import mark_brief, mark_sentence
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.wording.traced_text import Sentence, Span


def page_of(*cells: nbformat.NotebookNode) -> str:
    return export_notebook(new_notebook(cells=list(cells)), title="T <i>", description="D")


def code(*outputs: nbformat.NotebookNode, tags: tuple[str, ...] = ()) -> nbformat.NotebookNode:
    return new_code_cell("1 + 1", outputs=list(outputs), metadata={"tags": list(tags)})


def display(**mimes: str) -> nbformat.NotebookNode:
    return new_output("display_data", data={name.replace("_", "/"): text for name, text in mimes.items()})


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="https://example.org/x.png">',
        '<img src="x" onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        "<iframe src='https://example.org'></iframe>",
        '<svg onload="alert(1)"></svg>',
        '<form action="https://example.org"><input></form>',
        '<p style="background:url(https://example.org)">x</p>',
    ],
)
def test_hostile_markup_is_removed(hostile: str):
    """
    Scripts, handlers, outside pictures, frames, forms and styles of an output never reach the page.
    """
    page = page_of(code(display(text_html=hostile)), new_markdown_cell(hostile)).split("</style>")[1]

    for danger in ("<script", "onerror", "onload", "javascript:", "<iframe", "<form", "example.org"):
        assert danger not in page


def test_headings_tables_and_figures_survive():
    """
    What a report needs passes the cleaning: headings, header cells with scope, details, captions.
    """
    good = (
        '<section class="x"><h2 id="a">H</h2><table><caption>C</caption>'
        '<thead><tr><th scope="col">A</th></tr>'
        "</thead>"
        "<tbody><tr><td>1</td></tr></tbody></table><figure><figcaption>F</figcaption></figure></section>"
    )

    assert clean_html(good) == good


def test_a_page_is_one_file_without_scripts():
    """
    The page has a language, a policy that forbids everything but its own styles and pictures, no script.
    """
    page = page_of(new_markdown_cell("# One"), code(display(text_plain="2")))

    assert '<html lang="en">' in page
    assert "default-src 'none'" in page
    assert re.findall(r"<script[^>]*>", page) == ['<script type="application/ld+json">']
    assert page.count("<h1") == 1
    assert "<title>T &lt;i&gt;</title>" in page


def test_a_page_with_a_table_of_figures_has_the_one_script_that_its_policy_names():
    """
    The policy lets exactly the inline script through that sorts and filters, by its hash.
    """
    page = page_of(
        code(display(text_html='<table class="figures"><tbody></tbody></table><script>x</script>'))
    )
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)

    assert len(scripts) == 1
    assert f"script-src {digest_inline(scripts[0])};" in page


def test_a_chart_is_an_image_with_alt_text():
    """
    An SVG output becomes an embedded image that carries its alt text and its caption.
    """
    shown = display(**{"image_svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    shown.metadata["image/svg+xml"] = {"alt": 'says "22" & more', "caption": "C"}
    page = BeautifulSoup(page_of(code(shown)), "html.parser")

    assert page.img["alt"] == 'says "22" & more'
    assert page.img["src"].startswith("data:image/svg+xml,%3Csvg")
    assert page.figcaption.text == "C"


def test_hidden_cells_are_left_out():
    """
    A cell tagged hide is not in the page; one tagged hide-input shows its output only.
    """
    hidden = code(display(text_plain="secret"), tags=("hide",))
    shown = code(display(text_plain="shown"), tags=("hide-input",))
    page = page_of(hidden, shown)

    assert "secret" not in page
    assert "shown" in page
    assert "<details" not in page


def test_an_error_is_shown_as_text():
    """
    The sentence of an error stands in the page, its markup escaped.
    """
    error = new_output("error", ename="E", evalue="v", traceback=["\x1b[31mE\x1b[0m: <b>no</b>"])

    assert "E: &lt;b&gt;no&lt;/b&gt;" in page_of(code(error))


def test_a_number_leads_to_its_figure(edition_of):
    """
    A traced number is a button that opens its figure's card; card and source entry are on the page.
    """
    edition = edition_of("2023-W22")
    brief = compose_brief(edition)
    references = References.of(edition.figures, brief.cited())
    html = mark_brief(brief, references)

    marked = mark_sentence(Sentence((Span("22", ("CIV-0813",)),)), references)

    assert marked.startswith('<button type="button" class="figure" popovertarget="card-CIV-0813">22<sup')
    assert all(f'id="card-{figure}" popover' in html for figure in brief.cited())
    assert all(f'id="figure-{figure}"' in html for figure in brief.cited())


def test_a_claimants_name_is_escaped(edition_of):
    """
    Markup in a source's words is set as text.
    """
    assert mark_sentence(Sentence((Span("<b>x</b>"),)), References(())) == "&lt;b&gt;x&lt;/b&gt;"


def test_a_name_from_right_to_left_keeps_its_place_before_a_number_and_another_name():
    """
    The mark that ends such a name reaches the page, whatever else is dropped that would turn text.
    """
    said = mark_text("\u202eKilled in ميناء, 19 March, لجنة, وكالة")
    page = export_notebook(
        new_notebook(cells=[new_code_cell("", outputs=[new_output("display_data", {"text/html": said})])]),
        title="x",
        description="y",
    )

    assert "Killed in ميناء&lrm;, 19 March, لجنة&lrm;, وكالة&lrm;" in page
    assert "\u202e" not in page


def shown_frame(frame: pd.DataFrame) -> BeautifulSoup:
    """Return the output of a cell that shows a DataFrame, as the page has it."""
    page = page_of(code(display(text_html=frame._repr_html_())))
    return BeautifulSoup(page, "html.parser").select_one(".output")


def test_a_plain_table_is_set_like_one_of_ours():
    """
    Headers in words, the first column names its row, nothing is a dash, and rows have no numbers.
    """
    frame = pd.DataFrame(
        {"claimant": ["A & <b>", "C"], "published_on": [pd.Timestamp("2023-06-04"), pd.NaT], "n": [1, 2]}
    )
    shown = shown_frame(frame)

    assert [head.text for head in shown.select("thead th[scope=col]")] == ["Reported by", "Published on", "N"]
    assert [head.text for head in shown.select("tbody th[scope=row]")] == ["A & <b>", "C"]
    assert [cell.text for cell in shown.select("td")] == ["2023-06-04", "1", "–", "2"]
    assert shown.select_one("table.stack") is not None


def test_a_named_index_stays():
    """
    What a group is named after is a column like any other, with its own header.
    """
    counted = pd.DataFrame({"claimant": ["A", "C", "A"]}).groupby("claimant").size().to_frame("statements")
    shown = shown_frame(counted)

    assert [head.text for head in shown.select("thead th")] == ["Reported by", "Statements"]
    assert [row.text for row in shown.select("tbody tr")] == ["A2", "C1"]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({("a", "b"): [1], ("a", "c"): [2]}),
        pd.DataFrame({"n": [1, 2]}, index=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")])),
    ],
    ids=["columns", "rows"],
)
def test_a_grouped_plain_table_stays_as_it_is(frame: pd.DataFrame):
    """
    Where rows or columns are grouped, the table of pandas stands with all its headers.
    """
    shown = shown_frame(frame)

    assert shown.select_one("table.dataframe") is not None
    assert {"a", "b", "c"} <= {head.text for head in shown.select("th")}


def test_numbers_that_name_rows_stay():
    """
    An index that does not count the rows from 0 may say something, such as a year.
    """
    shown = shown_frame(pd.DataFrame({"n": [5, 6]}, index=[2022, 2023]))

    assert [head.text for head in shown.select("tbody th")] == ["2022", "2023"]


def test_a_long_plain_table_says_how_long_it_is():
    """
    What pandas leaves out in the middle is still said, with the number of rows.
    """
    said = shown_frame(pd.DataFrame({"n": range(99)})).text

    assert "..." in said and "99 rows" in said


def test_a_range_its_brackets_and_commas_stay_on_the_line_of_their_number():
    """
    No line begins with the dash of a range or with a closing bracket; a number alone is held by nothing.
    """
    low, high, first = (Span(text, (text,)) for text in ("5", "9", "54"))
    said = (first, Span(" in all ("), low, Span("–"), high, Span(" children; first "), first, Span(")"))
    marked = mark_sentence(Sentence(said))
    held = re.findall(r'<span class="held">(.*?)</span>', marked)

    assert [re.sub("<.*?>", "", each) for each in held] == ["(5–9", "54)"]
    assert re.sub("<.*?>", "", marked) == "54 in all (5–9 children; first 54)"
