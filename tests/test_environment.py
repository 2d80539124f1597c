"""environment.yml, pyproject.toml and requirements.lock say the same."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

HOME = Path(__file__).resolve().parents[1]
CARD = {"jupyterlab", "pandas", "matplotlib", "seaborn", "papermill"}


def declared() -> dict[str, Requirement]:
    project = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return {Requirement(line).name: Requirement(line) for line in lines}


def locked() -> dict[str, str]:
    text = (HOME / "requirements.lock").read_text()
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE))


def conda() -> dict[str, Requirement]:
    listed = yaml.safe_load((HOME / "environment.yml").read_text())["dependencies"]
    lines = next(entry["pip"] for entry in listed if isinstance(entry, dict))
    return {Requirement(line).name: Requirement(line) for line in lines if not line.startswith("-")}


def test_the_lock_pins_every_direct_dependency_within_its_range():
    """
    Each declared dependency is locked at a version that its range allows.
    """
    pins = locked()

    wrong = [name for name, need in declared().items() if pins.get(name, "0") not in need.specifier]
    assert wrong == []


def test_every_locked_package_has_hashes():
    """
    Nothing in the lock can be installed without its hash being checked.
    """
    blocks = re.split(r"^(?=[A-Za-z0-9._-]+==)", (HOME / "requirements.lock").read_text(), flags=re.MULTILINE)

    assert len(blocks) > 100
    assert [block.split()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_environment_yml_pins_what_the_lock_pins():
    """
    Conda users get the locked versions of every dependency, JupyterLab included, tests left out.
    """
    project = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["lab"]
    pins = locked()

    assert set(conda()) == {Requirement(line).name for line in wanted}
    assert [name for name, need in conda().items() if str(need.specifier) != f"=={pins[name]}"] == []


@pytest.mark.parametrize("name", sorted(CARD))
def test_the_design_card_is_kept(name: str):
    """
    The packages of the design card are declared, locked and listed for conda.
    """
    assert name in declared()
    assert name in locked()
    assert name in conda()


def test_every_declared_package_is_in_use():
    """
    Each package that the report needs is imported, or named to run it.
    """
    sources = "\n".join(path.read_text() for path in (HOME / "src").rglob("*.py"))
    modules = {
        "beautifulsoup4": "bs4",
        "pyyaml": "yaml",
        "ipython": "IPython",
        "ipykernel": "python3",
        "pyarrow": "parquet",
        "charset-normalizer": "charset_normalizer",
        "python-calamine": "python_calamine",
    }
    project = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]
    names = [Requirement(line).name for line in project["dependencies"]]
    unused = [n for n in names if not re.search(rf"\b{modules.get(n, n)}\b|{modules.get(n, n)}\"", sources)]

    assert [name for name in unused if name not in ("jinja2", "pyarrow")] == []


def test_the_lock_names_no_host_and_no_path():
    """
    The lock can be used anywhere: it holds names, versions and hashes only.
    """
    text = (HOME / "requirements.lock").read_text()

    assert "://" not in text
    assert "file:" not in text
