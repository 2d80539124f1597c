"""Installed packages: one that nobody edited counts by its name, an edited file by what it holds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from casualty_ledger import installed

FILES = {"drawing/__init__.py": "x = 1\n", "drawing/font.ttf": "glyphs", "drawing/tests/test_x.py": "y = 1\n"}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a package into an environment of its own."""
    info = tmp_path / "drawing-1.0.dist-info"
    info.mkdir()
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (1, 1))
    record = "".join(f"{name},sha256=0,{len(text)}\n" for name, text in FILES.items())
    (info / "RECORD").write_text(record + "drawing-1.0.dist-info/RECORD,,\n")
    os.utime(info / "RECORD", (2, 2))
    monkeypatch.setattr("sysconfig.get_paths", lambda: {"purelib": str(tmp_path), "platlib": str(tmp_path)})
    return tmp_path


@pytest.fixture
def digest(package: Path) -> Callable[[], str]:
    """Digest that environment, as a process that begins now."""
    return installed.digest_packages.__wrapped__


def test_the_same_packages_count_the_same(digest: Callable[[], str]):
    """Where nobody edited anything, the digest follows from names and versions."""
    assert digest() == digest()


@pytest.mark.parametrize("name", ["drawing/__init__.py", "drawing/font.ttf"])
@pytest.mark.parametrize("edit", [lambda path: path.write_text("edited"), lambda path: path.unlink()])
def test_an_edited_or_lost_file_counts(name, edit, package: Path, digest: Callable[[], str]):
    """A module or a font that was edited or is gone changes the digest."""
    before = digest()
    edit(package / name)
    assert digest() != before


def test_an_edit_of_the_same_length_counts(package: Path, digest: Callable[[], str]):
    """It is by its time, too, that a file is known to be edited; and by what it holds, that it is another."""
    before = digest()
    (package / "drawing/font.ttf").write_text("GLYPHS")
    edited = digest()
    (package / "drawing/font.ttf").write_text("gLYPHS")
    assert len({before, edited, digest()}) == 3


def test_what_no_report_reads_does_not_count(package: Path, digest: Callable[[], str]):
    """A package's own tests may be edited; no report is made of them."""
    before = digest()
    (package / "drawing/tests/test_x.py").write_text("edited")
    assert digest() == before


def test_another_version_counts(package: Path, digest: Callable[[], str]):
    """Another version is another package."""
    before = digest()
    (package / "drawing-1.0.dist-info").rename(package / "drawing-1.1.dist-info")
    assert digest() != before
