"""A notebook of ours runs with our own configuration: whoever runs it, the bytes are the same."""

import os
from pathlib import Path

import nbformat
import pytest
from odd_notebooks import write_cells
from small import make_small
from soak import in_soak

from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.configuration import configure
from casualty_ledger.running.engine import TIDY, run_job, run_notebook
from casualty_ledger.running.executor import Local
from casualty_ledger.running.orders import pass_on
from papermill_warm import Job, WarmPool, pool

LOUD_STYLE = "lines.linewidth: 9\nfont.size: 30\nfigure.facecolor: red\nsvg.fonttype: none\n"
PLANTED = "planted = 'by a start-up file'\nprint('planted')\n"
CONFIGURED = (
    "c.InteractiveShellApp.exec_lines = ['planted = 1']\nc.InteractiveShell.ast_node_interactivity = 'all'\n"
)
CUSTOMIZED = "import builtins\nbuiltins.planted = 'by site'\n"
# What a configuration could be seen by.
SHOWS = [
    "1\n2",
    "'planted' in globals(), 'planted' in dir(__builtins__)",
    "import datetime, locale, time\n"
    "print(datetime.datetime.fromtimestamp(0), time.tzname, locale.setlocale(locale.LC_ALL, ''))\n"
    "print(datetime.date(2023, 3, 5).strftime('%A %d %B'), f'{1234567.5:n}', set('abcdefgh'))",
    "%matplotlib inline\n%config InlineBackend.figure_formats = ['svg', 'png']\n"
    "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2]);",
    "plt.style.use('ggplot')\nplt.plot([1, 3, 2]);",
    "import matplotlib\nsorted((k, v) for k, v in matplotlib.rcParams.items() if k[0] != '_')",
    "import subprocess, sys\n"
    "told = 'import locale, time, sys; print(time.tzname, locale.setlocale(locale.LC_ALL, str()), planted)'\n"
    "print(subprocess.run([sys.executable, '-c', told], capture_output=True, text=True).stdout)",
]


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Lay settings wherever Python, IPython and matplotlib look for them, once that is asked for."""

    def lay(folder: Path) -> None:
        home = tmp_path / "another home"
        profile = home / ".ipython" / "profile_default"
        planted = {
            folder / "matplotlibrc": LOUD_STYLE,
            home / ".config/matplotlib/matplotlibrc": LOUD_STYLE,
            home / ".config/matplotlib/stylelib/ggplot.mplstyle": LOUD_STYLE,
            tmp_path / "mine.rc": LOUD_STYLE,
            tmp_path / "mpl/matplotlibrc": LOUD_STYLE,
            tmp_path / "mpl/stylelib/ggplot.mplstyle": LOUD_STYLE,
            profile / "startup/00-mine.py": PLANTED,
            profile / "ipython_config.py": CONFIGURED,
            profile / "ipython_kernel_config.py": CONFIGURED,
            tmp_path / "startup.py": PLANTED,
            tmp_path / "lib/sitecustomize.py": CUSTOMIZED,
            tmp_path / "lib/usercustomize.py": CUSTOMIZED,
        }
        for path, text in planted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        settings = {
            "HOME": home,
            "IPYTHONDIR": home / ".ipython",
            "MATPLOTLIBRC": tmp_path / "mine.rc",
            "MPLCONFIGDIR": tmp_path / "mpl",
            "MPLBACKEND": "svg",
            "PYTHONSTARTUP": tmp_path / "startup.py",
            "PYTHONPATH": tmp_path / "lib",
            "PYTHONHASHSEED": "4711",
            "PYTHONWARNDEFAULTENCODING": "1",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "de_DE.UTF-8",
            "SOURCE_DATE_EPOCH": "1234567890",
            "XDG_CONFIG_HOME": home / ".config",
        }
        for name, value in settings.items():
            monkeypatch.setenv(name, str(value))
        monkeypatch.chdir(folder)

    return lay


@pytest.mark.parametrize("forks", [True, *in_soak(False)], ids=["warm", "standard"])
def test_no_setting_changes_the_bytes_of_a_notebook(forks: bool, hostile, tmp_path: Path, monkeypatch):
    """
    Start-up files, settings of matplotlib, time zone, locale and their like change nothing in any kernel.
    """
    monkeypatch.setattr(pool, "can_fork", lambda: forks)

    def run() -> bytes:
        job = Job(write_cells(SHOWS, tmp_path / "here"), tmp_path / "here" / "out.ipynb", before_writing=TIDY)
        environment = configure(pass_on(os.environ))
        with WarmPool(workers=1, preload=("matplotlib.pyplot",), environment=environment) as ours:
            run_job(ours, job)
        return job.output.read_bytes()

    before = run()
    hostile(tmp_path / "here")

    assert b"<svg" in before
    assert run() == before


def test_what_a_report_runs_is_so_configured(hostile, tmp_path: Path):
    """
    The notebooks of a report, and one that is run alone, see our configuration and nobody else's.
    """
    shows = "print(os.environ['TZ'], [n for n in ('PYTHONPATH', 'PYTHONSTARTUP') if n in os.environ])"
    project = make_small(tmp_path / "home", f"import os\n{shows}\nprint('planted' in globals())")
    hostile(project.notebooks)
    week = parse_week("2023-W22")
    with open_backfill(project, [(week, parse_vintage("", week))], project.reports) as backfill:
        assert [step.failure for step in backfill.run(Local)].count(None) == 2
    alone = run_notebook(write_cells(["import os", shows], tmp_path / "alone"), {}, tmp_path / "out.ipynb")

    made = nbformat.reads(next(project.reports.rglob("01_*.ipynb")).read_text(), as_version=4)
    assert "UTC []\nFalse\n" in str([cell.get("outputs") for cell in made.cells]).replace("\\n", "\n")
    assert alone.cells[1].outputs[0].text == "UTC ['PYTHONPATH']\n"
