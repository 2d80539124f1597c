"""A report, made once from the recorded sheets and read back."""

import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from hindsight import without_what_came_later
from reading_back import names_with_digits, numbers_of, read_page, untraced, words_of
from small import make_small, write_notebook

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.running.report import make_report
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheets

PAGES = ["brief.html", "civilian_casualties.html", "military_losses.html", "prisoners_of_war.html"]
HOME = Path(__file__).resolve().parents[2]


def report_of(project: Project, week: str, as_of: str, reports: Path) -> Path:
    stated = parse_week(week)
    return make_report(project, stated, parse_vintage(as_of, stated), reports=reports)


@pytest.fixture
def folder(report: Path) -> Path:
    return report


def test_the_report_holds_what_it_promises(folder: Path):
    """
    A report is a brief as PDF and page, a page per topic, notebooks, charts, tables and a manifest.
    """
    names = {path.name for path in folder.iterdir()}

    beside = {"brief.pdf", "brief.json", "trace.csv", "manifest.json"}
    assert names == {*PAGES, *beside, "notebooks", "charts", "tables"}
    assert len(list((folder / "notebooks").glob("0*.ipynb"))) == 5
    assert {path.suffix for path in (folder / "charts").iterdir()} == {".svg", ".png", ".csv", ".json"}
    assert list((folder / "tables").glob("*.csv"))


def test_the_manifest_tells_the_inputs_and_outputs(folder: Path):
    """
    The manifest's sha256 are those of the files, and it holds no absolute path.
    """
    text = (folder / "manifest.json").read_text()
    manifest = json.loads(text)
    outputs = {name: sha256((folder / name).read_bytes()).hexdigest() for name in manifest["outputs"]}

    assert manifest["outputs"] == outputs
    told = {"as_of": "2023-06-05", "week": "2023-W22", "conflict": "russia_ukraine"}
    assert manifest["parameters"] == told | {"language": "en"}
    assert "conflicts/russia_ukraine.yml" in manifest["inputs"]
    assert "recorded/civilian.csv" in manifest["inputs"]
    assert str(HOME) not in text


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_self_contained_and_readable(folder: Path, name: str):
    """
    Each page has one h1, alt text on every picture, no script from elsewhere, under 1.5 MB.
    """
    page = BeautifulSoup((folder / name).read_text(encoding="utf-8"), "html.parser")

    assert len(page.find_all("h1")) == 1
    assert page.find_all("img")
    assert all(len(img["alt"]) > 40 and img["src"].startswith("data:") for img in page.find_all("img"))
    assert {script.get("type") for script in page.find_all("script")} <= {"application/ld+json", None}
    assert not page.find_all("script", src=True)
    assert not page.find_all(["link", "iframe"])
    assert (folder / name).stat().st_size < 1_500_000


@pytest.mark.parametrize("name", PAGES)
def test_every_number_of_a_page_opens_its_card_or_is_declared(folder: Path, edition_of, name: str):
    """
    The topic pages trace their numbers as the brief does, in prose, tables and the tables behind charts.
    """
    page = read_page(folder / name)
    names = names_with_digits(edition_of("2023-W22"))
    opened = {card for _, card in numbers_of(page)}

    assert len(opened) > 20
    assert opened <= {card["id"] for card in page.select(".card")}
    assert [text for text in words_of(page) if untraced(text, names)] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_a_page_leads_somewhere(folder: Path, name: str):
    """
    A number's link ends at an entry of the same page.
    """
    page = BeautifulSoup((folder / name).read_text(encoding="utf-8"), "html.parser")
    targets = {link["href"][1:] for link in page.find_all("a", href=re.compile("^#"))}

    assert targets <= {tag["id"] for tag in page.find_all(id=True)}


def test_no_path_of_this_machine_is_in_the_report(folder: Path):
    """
    No notebook, page, table or manifest names a folder of the machine that made it.
    """
    texts = [p for p in folder.rglob("*") if p.suffix in (".ipynb", ".html", ".csv", ".json", ".svg")]
    named = [p.name for p in texts if str(folder.parent) in p.read_text() or str(HOME) in p.read_text()]

    assert len(texts) > 20
    assert named == []


def test_executed_notebooks_have_no_error(folder: Path):
    """
    Each notebook ran to its end.
    """
    for path in (folder / "notebooks").iterdir():
        cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        assert all(cell.execution_count for cell in cells)
        assert not [out for cell in cells for out in cell.outputs if out.output_type == "error"]


@pytest.fixture(scope="module")
def of_4_june(project, tmp_path_factory) -> Path:
    return report_of(project, "2023-W22", "2023-06-04", tmp_path_factory.mktemp("of_4_june"))


@pytest.mark.soak
def test_as_of_4_june_nothing_later_is_in_any_file(of_4_june: Path):
    """
    In the vintage of 4 June no file holds the rows of the 500, of the 12, or of the article.
    """
    texts = [p for p in of_4_june.rglob("*") if p.suffix in (".ipynb", ".html", ".csv", ".json", ".svg")]
    later = re.compile(r"CIV-0835|pw-0169|pw-0170|pw-0171|art-000|ml-0216|at least 500\b|210,350")

    assert of_4_june.name == "2023-W22@2023-06-04"
    assert [path.name for path in texts if later.search(path.read_text())] == []


def test_a_failing_notebook_keeps_the_former_report(tmp_path: Path):
    """
    Where a notebook fails, it is named and kept, and the former report stands untouched.
    """
    broken = make_small(tmp_path)
    write_notebook(broken.notebooks / "02_helped.ipynb", "1 / 0")
    former = broken.reports / "2023-W22"
    former.mkdir(parents=True)
    (former / "brief.html").write_text("former")

    with pytest.raises(NotebookFailed, match=r"02_helped.*ZeroDivisionError"):
        report_of(broken, "2023-W22", "", broken.reports)

    assert (former / "brief.html").read_text() == "former"
    assert (broken.reports / "failed" / "2023-W22" / "02_helped.ipynb").is_file()


@pytest.mark.soak
def test_a_report_is_blind_to_what_came_later(project, of_4_june: Path, tmp_path: Path):
    """
    A report as of a day is the same, file by file, after everything later is deleted from the sheets.
    """
    rows = read_sheets(project.recorded)
    recorded = tmp_path / "data" / "raw" / "recorded"
    recorded.mkdir(parents=True)
    for sheet, kept in without_what_came_later(rows, date(2023, 6, 4)).groupby("sheet"):
        kept[list(SHEET_COLUMNS)].to_csv(recorded / str(sheet), index=False)
    earlier = Project(HOME, recorded.parent, tmp_path / "data" / "processed")
    pruned = report_of(earlier, "2023-W22", "2023-06-04", tmp_path / "pruned")
    outputs = [
        json.loads((folder / "manifest.json").read_text())["outputs"] for folder in (pruned, of_4_june)
    ]

    assert len(rows) > sum(len(path.read_text().splitlines()) - 1 for path in recorded.glob("*.csv"))
    assert outputs[0] == outputs[1]
