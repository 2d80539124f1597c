"""The site of all reports: what its pages list, and that nothing in them can run or reach out."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from reports_made_up import make_record, put_report

from casualty_ledger.parsing.weeks import parse_week
from casualty_ledger.publishing.content_policy import digest_inline
from casualty_ledger.publishing.site import ensure_index, write_site
from casualty_ledger.running.pages import OURS, link_pages

LATER = {"figures": ["t-2"], "said": "25", "follows": "t-1", "kind": "restated", "why": "more was found"}
TOLD = {"printed": "63 killed", "now": "at least 89", "by": "The ministry", "why": "It restated it"}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports: a week in two vintages, and the week after, which tells of a change."""
    put_report(tmp_path, make_record("2023-W22", {}), "brief.pdf", "military_losses.html")
    later = [LATER, {"stands": False}]
    put_report(tmp_path, make_record("2023-W22@latest", *later, bottom_line=["It counted 25."]))
    put_report(tmp_path, make_record("2023-W23", changed=[TOLD], corrected=[TOLD | {"printed": "7 killed"}]))
    return tmp_path


def words_of(page: Path) -> str:
    """Return what a page says, with markup left out and blanks as one."""
    told: list[str] = []
    reader = HTMLParser()
    reader.handle_data = told.append
    reader.feed(page.read_text(encoding="utf-8"))
    return " ".join(" ".join(told).split())


def test_the_index_says_what_each_report_says_at_its_top(reports: Path):
    """
    Each report is listed with its vintage, its bottom line, and links to its brief, PDF and pages.
    """
    listed = [report.name for report in write_site(reports)]
    page = (reports / "index.html").read_text()

    assert listed == ["2023-W23", "2023-W22@latest", "2023-W22"]
    assert words_of(reports / "index.html").count("A claimant counted 22 civilians injured.") == 2
    assert "It counted 25." in page
    for href in ("2023-W22/brief.html", "2023-W22/brief.pdf", "2023-W22/military_losses.html", "feed.xml"):
        assert f'href="{href}"' in page


def test_every_conflict_has_an_index_and_one_leads_to_all(reports: Path):
    """
    Reports of another conflict are listed in its own folder; the index above names it and lists none of them.
    """
    river = {"conflict": "river_war", "conflict_title": "River <war>", "bottom_line": ["On the river."]}
    put_report(reports / "river_war", make_record("2023-W22", {}, **river))
    listed = write_site(reports)
    above, own = reports / "index.html", reports / "river_war" / "index.html"

    assert len(listed) == 4
    assert "River <war> (1 brief)" in words_of(above)
    assert 'href="river_war/index.html"' in above.read_text()
    assert "On the river." not in words_of(above)
    assert "On the river." in words_of(own)
    assert (reports / "river_war" / "feed.xml").is_file()


@pytest.mark.parametrize(
    ("coverage", "told"),
    [
        (
            {"by_monday": 18, "usual": 60.0, "is_thin": True},
            "Thin: 18 figures recorded by its Monday, usually 60.",
        ),
        ({"by_monday": 1, "usual": 1.5, "is_thin": False}, "1 figure recorded by its Monday, usually 2."),
        ({"by_monday": 18, "usual": None, "is_thin": False}, ""),
        (None, ""),
    ],
)
def test_the_index_says_how_much_is_recorded_of_a_week(tmp_path: Path, coverage: dict | None, told: str):
    """
    Each report says how many figures its week has and how many are usual, where its record knows that.
    """
    record = make_record("2023-W22") | {"coverage": coverage}
    put_report(tmp_path, record if coverage else {key: record[key] for key in record if key != "coverage"})
    write_site(tmp_path)
    page = words_of(tmp_path / "index.html")

    assert told in page
    assert ("recorded by its Monday" in page) is bool(told)


def test_a_superseded_report_is_marked_and_leads_to_its_errata(reports: Path):
    """
    The earlier vintage says by what it is superseded and how many numbers changed; the later does not.
    """
    write_site(reports)
    page = words_of(reports / "index.html")

    assert "Brief 2023-W22 As known on 5 June 2023. Superseded by 2023-W22@latest : 1 number is told" in page
    assert page.count("Superseded by") == 1
    assert 'href="errata.html#2023-W22"' in (reports / "index.html").read_text()
    assert 'id="2023-W22"' in (reports / "errata.html").read_text()


def test_the_errata_list_what_changed_who_changed_it_and_why(reports: Path):
    """
    The errata hold what a later vintage, a later brief and a correction of our record changed.
    """
    write_site(reports)
    page = words_of(reports / "errata.html")

    assert "22 civilians injured, Pidhorodne, 3 June 2023; in “In short” 25 Governor, printed by" in page
    assert "Brief 2022-W22" not in page
    assert "Brief 2023-W22 As told a week later in 2023-W23 ." in page
    assert "63 killed at least 89 The ministry It restated it" in page
    assert "7 killed at least 89 The ministry" in page


def test_where_nothing_changed_the_pages_say_so(tmp_path: Path):
    """
    Without reports, and without errata, each page says so in a sentence.
    """
    write_site(tmp_path)

    assert "There is no report yet." in words_of(tmp_path / "index.html")
    assert "No later vintage of a week tells a number otherwise" in words_of(tmp_path / "errata.html")


@pytest.mark.parametrize("name", ["index.html", "errata.html"])
def test_only_the_pages_own_style_and_script_are_let_through(reports: Path, name: str):
    """
    The policy lets through the very style and script in the page, by their hashes, and nothing else.
    """
    write_site(reports)
    page = (reports / name).read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    for kind in ("style", "script"):
        inline = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        assert rules.pop(f"{kind}-src") == (digest_inline(inline[0]) if inline else "'none'")
    assert rules == {}


def test_hostile_text_is_text(tmp_path: Path):
    """
    Markup, quotes and script in a record stand as text on both pages; no element or attribute comes of it.
    """
    hostile = '"><img src=x onerror=alert(1)></script><script>alert(1)</script>{{ 7*7 }}'
    put_report(tmp_path, make_record("2023-W22", {"what": hostile}, bottom_line=[hostile], period=hostile))
    put_report(tmp_path, make_record("2023-W22@latest", LATER | {"claimant": hostile}, known=hostile))
    write_site(tmp_path)

    for name in ("index.html", "errata.html"):
        page = (tmp_path / name).read_text(encoding="utf-8")
        assert "<img" not in page
        assert page.count("<script>") == (1 if name == "index.html" else 0)
        assert hostile in words_of(tmp_path / name)


def test_the_same_reports_give_the_same_bytes(reports: Path, tmp_path_factory: pytest.TempPathFactory):
    """
    Written again, and for the same reports in another folder, made in another order, nothing differs.
    """
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for folder in sorted(reports.iterdir(), reverse=True):
        shutil.copytree(folder, elsewhere / folder.name)
    for folder in (reports, elsewhere, elsewhere):
        write_site(folder)

    for name in ("index.html", "errata.html", "feed.xml"):
        assert (reports / name).read_bytes() == (elsewhere / name).read_bytes()


def test_a_broken_record_leaves_the_former_site(reports: Path):
    """
    Nothing is written where a record cannot be read.
    """
    write_site(reports)
    before = {path: path.read_bytes() for path in reports.glob("*.*ml")}
    (reports / "2023-W23" / "brief.json").write_text("{")
    with pytest.raises(ValueError, match=r"2023-W23/brief\.json"):
        write_site(reports)

    assert len(before) == 3
    assert {path: path.read_bytes() for path in reports.glob("*.*ml")} == before


def test_a_folder_of_reports_in_ukrainian_has_its_pages_in_ukrainian(tmp_path: Path):
    """
    The newest report's language is that of index, errata and feed; one that nobody translated is English.
    """
    put_report(tmp_path / "uk", make_record("2023-W22", {}, language="uk"))
    put_report(tmp_path / "uk", make_record("2023-W22@latest", LATER, {"stands": False}, language="uk"))
    put_report(tmp_path, make_record("2023-W22", language="tlh"))
    write_site(tmp_path)

    assert '<html lang="uk">' in (tmp_path / "uk" / "index.html").read_text(encoding="utf-8")
    assert "1 число подано інакше" in words_of(tmp_path / "uk" / "index.html")
    assert "Замінені пізнішою редакцією" in words_of(tmp_path / "uk" / "errata.html")
    assert 'lang="uk"' in (tmp_path / "uk" / "feed.xml").read_text(encoding="utf-8")
    assert "українська (2 briefs)" in words_of(tmp_path / "index.html")
    assert "Weekly briefs" in words_of(tmp_path / "index.html")


@pytest.mark.parametrize("neighbours", [(), ("2023-W21",), ("2023-W21", "2023-W23")])
def test_no_link_at_the_top_of_a_page_leads_into_nothing(tmp_path: Path, neighbours: tuple[str, ...]):
    """
    Whichever weeks are made, every link of a page opens a file; the week beside it is found where it stands.
    """
    pages = [page for page in OURS.values() if page]
    put_report(tmp_path, make_record("2023-W22"), *(page.file for page in pages))
    for week in neighbours:
        put_report(tmp_path, make_record(week))
    ensure_index(tmp_path)
    links = [href.partition("#") for _, href in link_pages(parse_week("2023-W22"), pages)]
    index = (tmp_path / "index.html").read_text()

    assert all((tmp_path / "2023-W22" / file).is_file() for file, _, _ in links)
    assert [week for _, _, week in links if week and f'id="{week}"' in index] == [*neighbours]


def test_an_index_that_is_there_stays_as_it_is(reports: Path):
    """
    Making a report writes an index where there is none, and leaves one made for a public address alone.
    """
    write_site(reports, base_url="https://desk.example.org/r/")
    before = (reports / "index.html").read_bytes(), (reports / "feed.xml").read_bytes()
    ensure_index(reports)

    assert ((reports / "index.html").read_bytes(), (reports / "feed.xml").read_bytes()) == before


def test_a_report_that_cannot_be_read_stops_no_other(reports: Path):
    """
    Where the record of some report is broken, making another one writes no index and does not fail.
    """
    (reports / "2023-W23" / "brief.json").write_text("{")
    ensure_index(reports)

    assert not (reports / "index.html").exists()
