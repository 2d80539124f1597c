"""The settings of a project: one file, read or refused in a sentence, and all that is made of it."""

import re
from pathlib import Path

import pytest
from matplotlib import get_data_path
from paths import HOME
from small import make_small, run

from casualty_ledger import typefaces
from casualty_ledger.charts.palette import APART, hands_of
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.desk import open_desk
from casualty_ledger.project import Project
from casualty_ledger.publishing.linked_data import describe_page
from casualty_ledger.publishing.site import set_errata
from casualty_ledger.running.parcel import Parcel
from casualty_ledger.running.settings_checked import check_settings
from casualty_ledger.running.snapshot import list_changes, snapshot
from casualty_ledger.settings import FILE, Settings, SettingsUnreadable, digest_settings, read_settings

FACES = Path(get_data_path()) / "fonts" / "ttf"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1" width="30" height="10"/>'


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A small project with a logo, which this process works in."""
    project = make_small(tmp_path)
    (tmp_path / "logo.svg").write_text(LOGO)
    monkeypatch.setenv("CASUALTY_LEDGER_HOME", str(tmp_path))
    return project


def declare(project: Project, text: str) -> Project:
    (project.home / FILE).write_text(text, encoding="utf-8")
    return project


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel = 'Ours'", "titel, there is no such key (did you mean 'title'?)"),
        ("title = 5", "title, a text is expected, found '5'"),
        ("title = ", "it is no TOML (Invalid value (at end"),
        ("language = 'tlh'", "language, one of en, uk is expected, found 'tlh'"),
        ("logo = 'logo.gif'", "logo, an SVG or PNG file is expected, found 'logo.gif'"),
        (
            "licence.address = 'javascript:alert(1)'",
            "an address such as https://example.org/terms is expected",
        ),
        ("logo = 'other.svg'", "there is no file other.svg beside it"),
        ("logo = '../logo.svg'", "../logo.svg lies outside the project"),
        ("[colours]\nukraine = 'blue'", "colours, ukraine, a colour such as #00488c is expected"),
        ("[colours]\nukraine = '#ffff00'", "colours, ukraine, #ffff00 is too pale to be read on white"),
        ("[colours]\nun = '#00488c'\nmedia = '#00488C'", "media and un have one colour, #00488c"),
        ("[colours]\nukrane = '#00488c'", "nobody speaks for 'ukrane' (did you mean 'ukraine'?)"),
        (
            "leave_out = ['05_weekly_brief']",
            "05_weekly_brief cannot be left out: the brief leads to its page",
        ),
        ("leave_out = ['01_row']", "there is no numbered notebook 01_row (did you mean '01_rows'?)"),
        ("[typeface]\nregular = 'logo.svg'\nbold = 'logo.svg'", "logo.svg is no TrueType or OpenType face"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(mine: Project, text: str, said: str):
    """
    The key, what is expected there and what was found, before anything is made.
    """
    with pytest.raises(SettingsUnreadable, match=re.escape(said)):
        check_settings(declare(mine, text))


def test_without_the_file_everything_is_as_it_comes(mine: Project):
    """
    No file and an empty file are the same settings.
    """
    assert read_settings(mine.home) == Settings() == check_settings(declare(mine, ""))


def test_title_logo_and_licence_stand_on_a_page(mine: Project):
    """
    A page names who publishes, holds the logo in itself, and states no licence that is not the project's.
    """
    declare(mine, "title = 'Desk & Co'\nlogo = 'logo.svg'\nlicence.line = 'All rights reserved.'")
    page = set_errata([], [])

    assert "<p>Desk &amp; Co</p>" in page
    assert 'src="data:image/svg+xml;base64,' in page
    assert "img-src data:" in page
    assert "license" not in {*_described()}
    assert "license" in {*_described(declare(mine, "title = 'Desk'"))}


def _described(_: object = None) -> dict[str, object]:
    from nbformat.v4 import new_notebook

    return describe_page(new_notebook(), title="t", description="d")


def test_a_colour_of_the_project_is_drawn(mine: Project):
    """
    A side that is named takes the colour; the others keep theirs, and every marker stays.
    """
    conflict = conflict_of("russia_ukraine")
    before = hands_of(conflict)
    declare(mine, "[colours]\nukraine = '#7A1FA2'")
    after = hands_of(conflict)

    assert after["ukraine"] == before["ukraine"]._replace(colour="#7a1fa2")
    assert after["un"] == APART["un"]


def test_a_misspelt_side_is_told_at_the_desk(mine: Project):
    """
    Whoever tries a colour in a notebook is told what a report would be refused for.
    """
    declare(mine, "[colours]\nukrane = '#7A1FA2'")

    with pytest.raises(SettingsUnreadable, match="nobody speaks for 'ukrane'"):
        open_desk("2023-W22")


def test_a_typeface_of_the_project_sets_charts_and_paper(mine: Project, monkeypatch: pytest.MonkeyPatch):
    """
    Both cuts come from the project's files, of one family; two families are refused.
    """
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif-Bold.ttf"):
        (mine.home / name).write_bytes((FACES / name).read_bytes())
    declare(mine, "[typeface]\nregular = 'DejaVuSans.ttf'\nbold = 'DejaVuSans-Bold.ttf'")
    check_settings(mine)
    own = typefaces.own_files.__wrapped__()
    monkeypatch.setattr(typefaces, "own_files", lambda: own)

    assert typefaces.file_of("Bold") == str(mine.home / "DejaVuSans-Bold.ttf")
    assert mine.home in typefaces.font_folders()
    with pytest.raises(SettingsUnreadable, match="of two families, DejaVu Sans and DejaVu Serif"):
        check_settings(declare(mine, (mine.home / FILE).read_text().replace("Sans-B", "Serif-B")))


def test_settings_count_in_the_key_of_every_result(mine: Project):
    """
    A change of the look runs every notebook and says why; one of what is left out only what links.
    """
    weeks = ("2023-W22", "2023-W22")
    run(mine, mine.reports, weeks=weeks)
    again, why = run(declare(mine, "title = 'Desk'"), mine.reports, weeks=weeks)
    none, _ = run(mine, mine.reports, weeks=weeks)

    assert {task.notebook.stem for task in again} == {"01_rows", "02_helped"}
    assert why[again[0]] == ["the project's settings have changed"]
    assert none == []


def test_the_digest_follows_the_files_that_are_named(mine: Project):
    """
    Another logo under one name is another look; what is left out is none.
    """
    plain = digest_settings(declare(mine, "logo = 'logo.svg'").home)
    left_out = digest_settings(declare(mine, "logo = 'logo.svg'\nleave_out = ['01_rows']").home)
    (mine.home / "logo.svg").write_text(LOGO.replace("3 1", "6 2"))

    assert plain == left_out != digest_settings(mine.home)


def test_a_run_works_on_a_copy_of_the_settings(mine: Project):
    """
    What is left out is not there; the file and what it names are, and an edit meanwhile is told.
    """
    declare(mine, "logo = 'logo.svg'\nleave_out = ['01_rows.ipynb']")
    stored = Project(mine.home, mine.raw, mine.home)
    with snapshot(mine, stored, mine.home / "copy") as begun:
        assert [path.stem for path in begun.numbered] == ["02_helped"]
        assert (begun.home / "logo.svg").read_text() == LOGO
        assert {FILE, "logo.svg"} <= {*Parcel.of(begun).files}
        assert not {FILE, "notebooks/01_rows.ipynb"} & {*list_changes(mine, begun)}
        declare(mine, "title = 'Later'")
        assert FILE in list_changes(mine, begun)


def test_the_page_on_settings_shows_a_file_that_holds(mine: Project):
    """
    The example in the documentation is read as it stands, and names every key.
    """
    page = (HOME / "docs" / "settings.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    for name in ("house/logo.svg", "house/Regular.ttf", "house/Bold.ttf"):
        (mine.home / "house").mkdir(exist_ok=True)
        (mine.home / name).write_text(LOGO)
    found = read_settings(declare(mine, example).home)

    assert found.model_fields_set == {*Settings.model_fields}
