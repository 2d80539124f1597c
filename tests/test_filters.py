"""Notebooks in git: stripped on commit and compared by cell where registered, plain where not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest

HOME = Path(__file__).resolve().parents[1]
TOOLS = HOME / ".venv-lab"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Make a repository with one notebook and this project's way with notebooks."""
    for name in ("Makefile", ".gitattributes", ".ci/notebooks"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(HOME / name, tmp_path / name)
    save(tmp_path, "1 + 1")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "user.email", "test@example.org")
    git(tmp_path, "config", "user.name", "Test")
    commit(tmp_path)
    return tmp_path


@pytest.fixture
def registered(clone: Path) -> Path:
    """Register the filters there, as `make filters` does, with the tools of the lab."""
    if not (TOOLS / "bin" / "nbstripout").is_file():
        pytest.skip("the lab's environment is not installed: make .venv-lab/.ready")
    (clone / ".venv-lab").symlink_to(TOOLS)
    told = ["make", "filters", "--assume-old=.venv-lab/.ready"]
    subprocess.run(told, cwd=clone, check=True, capture_output=True)
    return clone


def git(folder: Path, *command: str) -> str:
    ended = subprocess.run(["git", *command], cwd=folder, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def commit(folder: Path) -> str:
    """Commit everything and return the notebook as it was committed."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Record", "--allow-empty")
    return git(folder, "show", "HEAD:one.ipynb")


def save(folder: Path, *sources: str) -> None:
    """Save a notebook as it is after its cells were run."""
    output = nbformat.v4.new_output("execute_result", {"text/plain": "a secret of the screen"})
    cells = [
        nbformat.v4.new_code_cell(source, id=f"cell-{n}", execution_count=7 + n, outputs=[output])
        for n, source in enumerate(sources)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "one.ipynb")


def test_outputs_stay_out_of_commits(registered: Path):
    """
    What is committed holds neither outputs nor counts; the file on disk keeps them.
    """
    save(registered, "2 + 2")
    committed = commit(registered)

    assert "2 + 2" in committed
    assert "a secret" not in committed and '"execution_count": null' in committed
    assert "a secret" in (registered / "one.ipynb").read_text()


@pytest.mark.soak
def test_a_difference_is_told_cell_by_cell(registered: Path):
    """
    The difference of a notebook names the cell and its source, not lines of JSON.
    """
    commit(registered)
    save(registered, "3 + 3")
    told = git(registered, "diff")

    assert "nbdiff" in told
    assert "3 + 3" in told
    assert '"cell_type"' not in told


@pytest.mark.soak
def test_changes_of_different_cells_are_merged(registered: Path):
    """
    Two branches that each changed a cell of one notebook merge without a conflict, whatever their outputs.
    """
    save(registered, "1 + 1", "2 + 2")
    commit(registered)
    git(registered, "checkout", "--quiet", "-b", "other")
    save(registered, "1 + 1  # theirs", "2 + 2")
    commit(registered)
    git(registered, "checkout", "--quiet", "-")
    save(registered, "1 + 1", "2 + 2  # ours")
    commit(registered)
    git(registered, "merge", "--quiet", "--no-edit", "other")
    merged = git(registered, "show", "HEAD:one.ipynb")

    assert "# theirs" in merged and "# ours" in merged


def test_a_clone_that_has_not_registered_them_works(clone: Path):
    """
    Where nothing is registered git takes, shows and compares notebooks as plain text.
    """
    save(clone, "2 + 2")

    assert "2 + 2" in git(clone, "diff")
    assert "a secret" in commit(clone)


def test_a_clone_whose_tools_are_gone_works(registered: Path):
    """
    When the lab's environment is removed, notebooks pass as they are and nothing fails.
    """
    (registered / ".venv-lab").unlink()
    save(registered, "2 + 2")

    assert "2 + 2" in git(registered, "diff")
    assert "2 + 2" in commit(registered)
