"""How a selection shows itself: what it is, how many, whose, which vintage; everything escaped."""

import re

import pandas as pd

from casualty_ledger.explore.sections import SECTIONS

HOSTILE = '<img src=x onerror="alert(1)">'


def test_a_selection_says_what_it_is(whole):
    """
    Count, criteria, claimants and vintage stand in the text and in the HTML.
    """
    chosen = whole.as_of("2023-06-05").select(measure="losses", weeks="2023-W22")

    for shown in (repr(chosen), chosen._repr_html_()):
        assert f"{len(chosen)} figures: measure losses; weeks 2023-W22" in shown
        assert "General Staff of Ukraine" in shown
        assert "as known on 5 June 2023" in shown


def test_an_empty_selection_says_what_became_known_later(whole):
    """
    Nothing known yet is not nothing said: the display counts what became known later.
    """
    march = whole.select(claimant="OHCHR HRMMU", measure="killed", days="2022-03").as_of("2022-03-01")

    assert repr(march).startswith("0 figures")
    assert re.search(r"\d+ became known later: \.as_of\('latest'\)", repr(march))


def test_hostile_text_is_escaped_everywhere(opened):
    """
    No section of a panel, no table and no display lets a text of a source become markup.
    """
    hostile = {"publisher": HOSTILE, "method": HOSTILE, "measure_as_said": HOSTILE, "claimant": HOSTILE}
    earlier = hostile | {"covers_until": "2023-05-28", "value": "206600"}
    rival = hostile | {"claimant": "NATO", "value": "5"}
    chosen = opened(hostile, earlier, rival)
    shown = [SECTIONS[name](chosen, "") for name in SECTIONS]
    pages = [chosen._repr_html_(), chosen.table()._repr_html_(), *(html.data for html in shown)]

    assert sum("&lt;img src=x" in page for page in pages) > 4
    assert not [page for page in pages if "<img src=x" in page]


def test_a_link_leads_to_the_web_only(opened):
    """
    An address is linked; anything else is text.
    """
    html = SECTIONS["figures"](opened({}), "").data

    assert '<a href="https://example.org/a">Ukrinform</a>' in html
    assert "javascript:" not in html


def test_a_filter_keeps_the_rows_that_hold_its_text(whole):
    """
    The filter looks in every column, in any case of the letters, and says how many rows it keeps.
    """
    chosen = whole.select(weeks="2023-W22")
    kept = chosen.having("pidhorodne")

    assert 0 < len(kept) < len(chosen)
    assert f"{len(kept)} of {len(chosen)} figures hold" in SECTIONS["figures"](chosen, "pidhorodne").data
    assert kept.apply(lambda row: "pidhorodne" in " ".join(map(str, row)).casefold(), axis=1).all()


def test_what_is_chosen_leaves_as_a_workbook_and_as_pictures(opened, tmp_path):
    """
    Paths are texts, as one types them in a cell; a folder that is not there is made.
    """
    chosen = opened({}, {"covers_until": "2023-05-28", "value": "206600"})
    chosen.to_excel(f"{tmp_path}/figures.xlsx")
    chosen.chart("statements").save(f"{tmp_path}/charts")

    assert len(pd.read_excel(tmp_path / "figures.xlsx", sheet_name="figures", engine="calamine")) == 2
    assert {path.suffix for path in (tmp_path / "charts").iterdir()} == {".svg", ".png", ".csv"}
