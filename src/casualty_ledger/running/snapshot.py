"""A snapshot: what a run works on, so that nobody edits it meanwhile: a stored ledger, and the notebooks.

Notebooks and the modules beside them are copied; other files beside them are linked. What is planned, run
and written down is the copy, and the run says at its end what differs from it by then.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casualty_ledger.errors import CannotWrite
from casualty_ledger.ledger.freshness import digest_data, read_data_inputs
from casualty_ledger.project import NUMBERED, Project
from casualty_ledger.running.notebook_errors import NamesCollide, NoOwnNotebooks
from casualty_ledger.running.settings_checked import check_settings
from casualty_ledger.settings import FILE, read_settings
from casualty_ledger.whole_files import digest

LOCK = "requirements.lock"
COPIED = (".ipynb", ".py")
# What matplotlib would read in the folder where a notebook runs: ours run with our own.
UNSEEN = ("matplotlibrc", "__pycache__")


@contextmanager
def snapshot(project: Project, stored: Project, home: Path) -> Iterator[Project]:
    """Lend a project in `home`, which has copies of the notebooks and the data of a stored ledger.

    One's own notebooks stand among the project's there. Errors: CannotWrite, NamesCollide, NoOwnNotebooks,
    SettingsUnreadable.
    """
    _check_own(project)
    _make(project, stored, home)
    try:
        yield Project(home, stored.raw, stored.processed)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _check_own(project: Project) -> None:
    """Refuse a folder of one's own that has no numbered notebook, or a name that the project's has."""
    if project.own is None:
        return
    if not any(project.own.glob(NUMBERED)):
        raise NoOwnNotebooks(folder=project.own)
    ours, own = ({path.name.casefold() for path in _list_entries(each)} for each in project.notebook_folders)
    if both := sorted(ours & own):
        raise NamesCollide(folder=project.own, names=", ".join(both))


def _make(project: Project, stored: Project, home: Path) -> None:
    """Copy the settings and the notebooks that they do not leave out, beside a link to the data."""
    settings = check_settings(project)
    try:
        shutil.rmtree(home, ignore_errors=True)
        (home / "notebooks").mkdir(parents=True)
        (home / "data").symlink_to(stored.raw.parent)
        _copy_settings(project.home, home)
        for folder in project.notebook_folders:
            _copy(folder, home / "notebooks", settings.leave_out)
        if (project.home / LOCK).is_file():
            shutil.copy2(project.home / LOCK, home / LOCK)
    except OSError as error:
        raise CannotWrite(path=home, problem=error.strerror or error) from None


def _copy_settings(home: Path, folder: Path) -> None:
    for name in (FILE, *read_settings(home).files):
        if (home / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(home / name, folder / name)


def _copy(notebooks: Path, folder: Path, leave_out: tuple[str, ...]) -> None:
    """Copy what a run is made of, and link what else there is."""
    for path in _list_entries(notebooks):
        if path.suffix == ".ipynb" and path.stem in leave_out:
            continue
        if path.is_dir() and _is_copied(path):
            shutil.copytree(path, folder / path.name, ignore=shutil.ignore_patterns(*UNSEEN))
        elif _is_copied(path):
            shutil.copy2(path, folder / path.name)
        else:
            (folder / path.name).symlink_to(path)


def _list_entries(notebooks: Path) -> list[Path]:
    found = sorted(notebooks.iterdir()) if notebooks.is_dir() else []
    return [path for path in found if not path.name.startswith(".") and path.name not in UNSEEN]


def _is_copied(path: Path) -> bool:
    return path.suffix in COPIED or (path / "__init__.py").is_file()


def list_changes(project: Project, begun: Project) -> list[str]:
    """Name the sheets, corrections, notebooks and modules that are no longer as when a run began."""
    then = read_data_inputs(begun.processed) | _digest_notebooks(begun.notebooks) | _digest_file(begun)
    now = digest_data(project) | _digest_file(project)
    left_out = {f"notebooks/{stem}.ipynb" for stem in read_settings(begun.home).leave_out}
    for folder in project.notebook_folders:
        now |= {name: sha for name, sha in _digest_notebooks(folder).items() if name not in left_out}
    return sorted(name for name in {*then, *now} if then.get(name) != now.get(name))


def _digest_file(project: Project) -> dict[str, str]:
    path = project.home / FILE
    return {FILE: digest(path)} if path.is_file() else {}


def _digest_notebooks(notebooks: Path) -> dict[str, str]:
    copied = [path for path in _list_entries(notebooks) if _is_copied(path)]
    inner = [each for path in copied for each in path.rglob("*") if each.is_file() and path.is_dir()]
    files = [path for path in (*copied, *inner) if path.is_file() and "__pycache__" not in path.parts]
    return {f"notebooks/{path.relative_to(notebooks).as_posix()}": digest(path) for path in files}
