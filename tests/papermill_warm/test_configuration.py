"""Under papermill a user's own configuration is obeyed as by a standard kernel."""

from pathlib import Path

import papermill
import pytest
from odd_notebooks import write_cells

from papermill_warm.configuration import configured, settings_of_start

SHOWS = "print(type(get_ipython().kernel).__name__, globals().get('planted'))"
CONFIG = "c = get_config()\nc.InteractiveShellApp.exec_lines = ['planted = 1']\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with an empty home."""
    for name in ("IPYTHONDIR", "PYTHONSTARTUP", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.mark.parametrize(
    "name",
    [
        ".ipython/profile_default/startup/00-mine.py",
        ".ipython/profile_default/startup/mine.ipy",
        ".ipython/profile_default/ipython_config.py",
        ".ipython/profile_default/ipython_kernel_config.json",
        ".config/ipython/profile_default/ipython_config.py",
        "../matplotlibrc",
    ],
)
def test_a_file_that_a_kernel_would_read_is_found(name: str, home: Path):
    """
    Configuration and start-up files count wherever a standard kernel looks for them.
    """
    assert not configured()
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    (home / name).write_text("")

    assert configured()


def test_a_start_up_file_and_a_configuration_are_obeyed(home: Path, tmp_path: Path, monkeypatch):
    """
    What they set is there in a notebook under the warm engine, and a plain notebook stays warm without them.
    """

    def run() -> str:
        path = write_cells([SHOWS], tmp_path / "here")
        made = papermill.execute_notebook(path, path, engine_name="warm", progress_bar=False)
        return made.cells[0].outputs[0].text

    assert run() == "WarmKernel None\n"
    profile = home / ".ipython" / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "ipython_config.py").write_text(CONFIG)
    assert run() == "IPythonKernel 1\n"
    (profile / "ipython_config.py").unlink()
    (home / "startup.py").write_text("planted = 2")
    monkeypatch.setenv("PYTHONSTARTUP", str(home / "startup.py"))
    assert run() == "IPythonKernel 2\n"


def test_what_counts_at_the_start_is_told_from_what_a_job_may_bring():
    """
    A time zone or an import path asks for another warm process, a variable of the user's does not.
    """
    assert settings_of_start({"PYTHONPATH": "lib", "LC_ALL": "C", "TOKEN": "x"}) == {
        "PYTHONPATH": "lib",
        "LC_ALL": "C",
    }
