"""What code a notebook can reach: this package and what lies beside the notebooks, and nothing else."""

from pathlib import Path

import pytest

from casualty_ledger.running import reach


def test_packages_that_are_installed_beside_this_one_are_not_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """
    Installed into the folder of all packages, the ledger counts its own modules; the others are in the lock.
    """
    package, notebooks = tmp_path / "site-packages" / "casualty_ledger", tmp_path / "notebooks"
    for folder in (package, package.parent / "IPython", notebooks):
        folder.mkdir(parents=True)
    (package / "__init__.py").write_text("import IPython\nfrom casualty_ledger import desk\n")
    (package / "desk.py").write_text("word = 1\n")
    (package.parent / "IPython" / "__init__.py").write_text("")
    (notebooks / "helper.py").write_text("import IPython\n")
    monkeypatch.setattr(reach, "PACKAGE", package)

    found = reach.Reach(notebooks).find_code(["import casualty_ledger, helper, IPython"])

    assert sorted(found) == ["casualty_ledger/__init__.py", "casualty_ledger/desk.py", "helper.py"]
