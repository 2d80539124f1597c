"""Parameters: a notebook's signature, and held to."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from casualty_ledger.parsing.weeks import LATEST, parse_week
from casualty_ledger.running.notebook_errors import IllTypedParameter, UnknownParameter
from casualty_ledger.running.parameters import check_parameters, fit_parameters, parse_given, read_parameters
from casualty_ledger.running.plan import About, Task

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("0*.ipynb"))


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    cell = new_code_cell('week: str = "2023-W22"  # ISO week\nweeks: int = 3  # how many')
    cell.metadata["tags"] = ["parameters"]
    path = tmp_path / "one.ipynb"
    nbformat.write(new_notebook(cells=[cell]), path)
    return path


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_numbered_notebook_has_the_same_signature(path: Path):
    """
    Week, vintage and folders are typed, have a default and a line of help, the same in each notebook.
    """
    parameters = read_parameters(path)

    assert list(parameters) == ["week", "conflict", "as_of", "language", "raw", "processed", "out"]
    assert {p.kind for p in parameters.values()} == {"str"}
    assert all(p.help for p in parameters.values())
    assert parameters["week"].default == "2023-W22"


def test_a_misspelt_parameter_is_named_with_the_nearest(notebook: Path):
    """
    A parameter that the notebook does not have is an error that names it and the nearest.
    """
    with pytest.raises(UnknownParameter, match=r"'wek' \(did you mean 'week'\?\)"):
        check_parameters(notebook, {"wek": "2023-W22"})


@pytest.mark.parametrize("wrong", [{"week": 22}, {"weeks": "3"}, {"weeks": True}, {"weeks": 1.5}])
def test_an_ill_typed_parameter_is_named(notebook: Path, wrong: dict[str, object]):
    """
    A value of another type is an error that names the parameter.
    """
    with pytest.raises(IllTypedParameter, match=next(iter(wrong))):
        check_parameters(notebook, wrong)


def test_text_is_turned_into_the_declared_type(notebook: Path):
    """
    What the command line gives as text becomes what the notebook declares.
    """
    assert parse_given(notebook, {"week": "2024-W01", "weeks": "5"}) == {"week": "2024-W01", "weeks": 5}
    with pytest.raises(IllTypedParameter, match="weeks"):
        parse_given(notebook, {"weeks": "five"})


def make_task(tmp_path: Path, cell: str, folder: str) -> Task:
    source = new_code_cell(cell)
    source.metadata["tags"] = ["parameters"]
    path = tmp_path / "06_own.ipynb"
    nbformat.write(new_notebook(cells=[source]), path)
    return Task(parse_week("2023-W22"), LATEST, path, {}, About("river_war", folder))


STANDARD = 'week: str = ""  # w\nas_of: str = ""  # v'


def test_a_notebook_without_a_conflict_runs_for_the_default_one(tmp_path: Path):
    """
    A notebook that has week and vintage alone is run; it opens the default conflict by itself.
    """
    assert fit_parameters(make_task(tmp_path, STANDARD, "")) == {"week": "2023-W22", "as_of": "latest"}


def test_a_notebook_without_a_conflict_is_refused_for_another(tmp_path: Path):
    """
    For a conflict that is not the default one it would show the wrong figures.
    """
    with pytest.raises(UnknownParameter, match="conflict"):
        fit_parameters(make_task(tmp_path, STANDARD, "river_war"))


def test_a_misspelt_conflict_is_not_a_notebook_without_one(tmp_path: Path):
    """
    A parameter that is nearly called conflict is a mistake, and named.
    """
    with pytest.raises(UnknownParameter, match="did you mean 'conflct'"):
        fit_parameters(make_task(tmp_path, STANDARD + '\nconflct: str = ""  # c', ""))
