"""Parameters: a notebook's signature, and held to."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from casualty_ledger.errors import IllTypedParameter, UnknownParameter
from casualty_ledger.running.parameters import check_parameters, parse_given, read_parameters

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

    assert list(parameters) == ["week", "conflict", "as_of", "raw", "processed", "out"]
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
