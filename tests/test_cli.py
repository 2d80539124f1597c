"""The command line: what it prints and how it ends."""

import csv
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from reports_made_up import make_record, put_report

from casualty_ledger.cli import main
from casualty_ledger.cli.console import Progress

HOME = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def call(capsys, monkeypatch) -> Callable[..., Ended]:
    """Give a command to the command line in this process: to start another takes longer."""

    def give(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["casualty-ledger", *words])
        with pytest.raises(SystemExit) as end:
            main()
        return Ended(int(end.value.code or 0), *capsys.readouterr())

    return give


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["report", "--week", "2023-W60"], "'2023-W60' is not a week: 2023 has no week 60."),
        (["report", "--week", "soon"], "'soon' is not a week."),
        (["report", "--week", "2023-W22", "--as-of", "2023-13-01"], "'2023-13-01' is not a vintage."),
        (["report", "--week", "2023-W22", "--raw", "nowhere"], "There is no folder nowhere"),
        (["build", "--raw", "nowhere"], "There is no folder nowhere"),
        (["run", "02", "-p", "wek=2023-W22"], "has no parameter 'wek' (did you mean 'week'?)"),
        (["run", "99"], "There is no notebook '99'."),
        (["run", "02", "-p", "week"], "-p 'week' gives no value."),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(call, words: list[str], sentence: str):
    """
    Bad input prints one sentence to the error stream, no traceback, and ends with exit code 2.
    """
    ended = call(*words)

    assert ended.returncode == 2
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert len(ended.stderr.strip().splitlines()) == 1


def test_an_unreadable_sheet_leaves_the_former_report(call, tmp_path: Path):
    """
    A sheet that cannot be read stops the report with exit code 2, and the former report stands.
    """
    recorded = tmp_path / "data" / "raw" / "recorded"
    recorded.mkdir(parents=True)
    (recorded / "broken.csv").write_bytes(b"\xff\xfe\x81")
    former = tmp_path / "reports" / "2023-W22" / "brief.html"
    former.parent.mkdir(parents=True)
    former.write_text("former")
    out = str(tmp_path / "reports")
    ended = call("report", "--week", "2023-W22", "--raw", str(recorded.parent), "--out", out)

    assert ended.returncode == 2
    assert "broken.csv cannot be read as a sheet" in ended.stderr
    assert former.read_text() == "former"
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["2023-W22"]


def test_building_says_where_every_row_went(call, made_up):
    """
    The build prints rows read = appearances + refused.
    """
    project = made_up({}, {"value": "?"}, {"value": "5"})
    ended = call("build", "--raw", str(project.raw))

    assert ended.returncode == 0
    assert "3 rows read = 2 appearances + 1 refused; 2 reported figures." in ended.stdout


@pytest.mark.soak
def test_an_impossible_value_is_one_sentence_in_the_notebook(call, tmp_path: Path):
    """
    A notebook that is given an impossible week stops with one sentence; exit code 1 names it.
    """
    output = tmp_path / "out.ipynb"
    ended = call("run", "02", "-p", "week=2023-W60", "--output", str(output))

    assert ended.returncode == 1
    assert "02_civilian_casualties.ipynb stopped: cell In [4] raised UnreadableWeek" in ended.stderr
    assert "site-packages" not in output.read_text()


def test_work_that_is_stopped_is_told_so(capsys):
    """
    Whoever stops a command is told in one sentence that nothing is half done.
    """
    with pytest.raises(KeyboardInterrupt), Progress("Report of 2023-W22"):
        raise KeyboardInterrupt

    assert capsys.readouterr().err == "Report of 2023-W22: stopped. What stood before stands as it was.\n"


def test_the_version_is_told():
    """
    `--version` prints the version and ends, in a process of its own as from a terminal.
    """
    command = [sys.executable, "-m", "casualty_ledger.cli", "--version"]

    assert (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
        == "casualty-ledger 0.1.0\n"
    )


@pytest.mark.soak
def test_a_report_from_made_up_sheets(call, made_up, tmp_path: Path):
    """
    Other sheets give a report in another folder, which lists what it made and where, and what it asks.
    """
    earlier = {"value": "206600", "covers_until": "2023-05-28", "published_on": "2023-05-28"}
    project = made_up({}, earlier, {"value": "?"}, {"value": "209941", "party": ""})
    out = tmp_path / "elsewhere"
    ended = call("report", "--week", "2023-W22", "--raw", str(project.raw), "--out", str(out))

    assert ended.returncode == 0, ended.stderr
    assert f"{out}/2023-W22" in ended.stdout
    assert "1 recorded row was refused; " in ended.stdout
    assert "brief.pdf" in ended.stdout
    assert f"questions about rows of this week: casualty-ledger check --raw {project.raw}" in ended.stdout
    assert (out / "2023-W22" / "brief.html").read_text().count("about 209,940") >= 1


def test_check_tells_every_problem_and_ends_with_1(call, made_up, tmp_path: Path):
    """
    `check` lists file, row, column, what was found and what to do, and ends with 1 if a row would be refused.
    """
    project = made_up({}, {"value": "?", "hedge": "maybe"})
    ended = call("check", "--raw", str(project.raw))

    assert ended.returncode == 1
    assert "made_up.csv, row 3 (t-2), column value: found '?'." in ended.stdout
    assert "made_up.csv, row 3 (t-2), column hedge: found 'maybe'." in ended.stdout
    assert "1 row would be refused" in ended.stdout


def test_a_sheet_that_cannot_be_read_costs_no_other(call, made_up):
    """
    `check` and `build` name a sheet that cannot be read, go on with the others, and end with 1.
    """
    project = made_up({})
    (project.recorded / "other.csv").write_text("colour;id\nred;1\n")
    checked = call("check", "--raw", str(project.raw))
    built = call("build", "--raw", str(project.raw))
    again = call("build", "--if-needed", "--raw", str(project.raw))

    assert [checked.returncode, built.returncode, again.returncode] == [1, 1, 1]
    assert "other.csv cannot be read as a sheet: unknown column 'colour'" in checked.stdout
    assert "1 sheet checked; 0 rows would be refused." in checked.stdout
    assert "1 rows read = 1 appearances + 0 refused" in built.stdout
    for told in (built.stderr, again.stderr):
        assert "other.csv cannot be read and is left out: unknown column 'colour'" in told


def test_check_of_a_copy_of_a_sheet_is_short(call, tmp_path: Path):
    """
    Many rows with one problem are told by the first five and how many more, and all are counted.
    """
    copy = tmp_path / "copy.csv"
    copy.write_bytes((HOME / "data" / "raw" / "recorded" / "prisoners.csv").read_bytes())
    rows = len(list(csv.DictReader(copy.open(encoding="utf-8", newline=""))))
    ended = call("check", str(copy))
    said = ended.stdout.splitlines()

    assert ended.returncode == 1
    assert said[5] == f"copy.csv: {rows - 5:,} more rows like these in id, up to row {rows + 1}."
    assert said[6:] == [f"1 sheet checked; {rows} rows would be refused."]


def test_check_passes_the_recorded_sheets(call):
    """
    The recorded sheets pass, and `check` ends with 0 although it asks questions, each kind a few times.
    """
    sheets = len(list((HOME / "data" / "raw" / "recorded").glob("*.csv")))
    ended = call("check")
    *questions, last = ended.stdout.splitlines()

    assert ended.returncode == 0
    assert re.fullmatch(
        rf"{sheets} sheets checked; 0 rows would be refused; \d+ questions(: .+ in \w+)?\.", last
    )
    assert len(questions) < 100


def test_a_build_tells_the_first_of_many_names_that_nobody_registered(call, made_up):
    """
    Of many unregistered claimants the first five are named, the rest counted, and told where they stand.
    """
    project = made_up(*({"claimant": f"Mayor {n}", "covers_until": f"2023-06-{n:02}"} for n in range(1, 10)))
    ended = call("build", "--raw", str(project.raw))
    said = " ".join(ended.stdout.split())

    assert "9 claimants not in data/sources.yml: " + "; ".join(f"Mayor {n}" for n in range(1, 6)) in said
    assert "Mayor 5 and 4 more." in said and "Mayor 6" not in said
    assert "casualty-ledger check" in ended.stdout


def test_check_asks_about_an_odd_row(call, made_up):
    """
    A row that looks odd is asked about, and ends `check` with 0.
    """
    project = made_up({"party": ""}, {"covers_until": "2023-06-11", "published_on": "2023-06-11"})
    checked = call("check", "--raw", str(project.raw))

    assert checked.returncode == 0
    assert "row 2 (t-1), column party: found ''. Nobody says whose soldiers" in checked.stdout
    assert checked.stdout.endswith("0 rows would be refused; 1 question.\n")


def test_the_site_lists_the_reports_of_a_folder(call, tmp_path: Path):
    """
    `site` writes index, errata and feed into the folder of reports and says how many it lists.
    """
    put_report(tmp_path, make_record("2023-W22"))
    ended = call("site", "--out", str(tmp_path), "--base-url", "https://desk.example.org/r/")

    assert (ended.returncode, ended.stdout) == (0, f"1 report listed in {tmp_path}/index.html\n")
    assert {path.name for path in tmp_path.iterdir()} == {"2023-W22", "index.html", "errata.html", "feed.xml"}
    assert "https://desk.example.org/r/2023-W22/brief.html" in (tmp_path / "feed.xml").read_text()


def test_the_site_says_which_record_is_broken(call, tmp_path: Path):
    """
    A record that cannot be read ends the site with one sentence and exit code 2.
    """
    (put_report(tmp_path, make_record("2023-W22")) / "brief.json").write_text("{")
    ended = call("site", "--out", str(tmp_path))

    assert ended.returncode == 2
    assert "2023-W22/brief.json cannot be read as the record of a brief: it is no JSON" in ended.stderr
    assert "Traceback" not in ended.stderr
