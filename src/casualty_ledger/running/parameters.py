"""Parameters: the cell tagged `parameters` is a notebook's signature, and is held to it.

papermill alone only warns of a parameter that a notebook does not have, and then runs the default.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat

from casualty_ledger.errors import IllTypedParameter, UnknownParameter
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.running.plan import Task

TYPES: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool}


@dataclass(frozen=True)
class Parameter:
    """One typed parameter: `name: kind = default  # help`."""

    name: str
    kind: str
    default: object
    help: str


def read_parameters(notebook: Path) -> dict[str, Parameter]:
    """Read the parameters of a notebook from its cell tagged `parameters`."""
    cells = nbformat.read(notebook, as_version=4).cells
    sources = [cell.source for cell in cells if "parameters" in cell.metadata.get("tags", [])]
    return {each.name: each for source in sources for each in _parse(source)}


def _parse(source: str) -> list[Parameter]:
    lines = source.splitlines()
    found = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            default = ast.literal_eval(node.value)
            comment = lines[node.lineno - 1].partition("#")[2].strip()
            found.append(Parameter(node.target.id, ast.unparse(node.annotation), default, comment))
    return found


def check_parameters(notebook: Path, given: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters given, once each is known and of its type.

    Errors: UnknownParameter (with the nearest name that there is), IllTypedParameter.
    """
    known = read_parameters(notebook)
    for name, value in given.items():
        if name not in known:
            hint = did_you_mean(name, known)
            raise UnknownParameter(notebook=notebook.name, found=name, hint=hint, allowed=", ".join(known))
        kind = TYPES.get(known[name].kind, object)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise IllTypedParameter(notebook=notebook.name, name=name, expected=known[name].kind, found=value)
    return dict(given)


def fit_parameters(task: Task) -> dict[str, object]:
    """Return the parameters that the notebook of a task runs with.

    A notebook that knows nothing of conflicts runs for the default one, which it opens anyway; of another
    it would show the wrong figures.
    Errors: UnknownParameter, IllTypedParameter.
    """
    given: dict[str, object] = dict(task.parameters)
    known = read_parameters(task.notebook)
    if not task.about.folder and "conflict" not in known and not did_you_mean("conflict", known):
        del given["conflict"]
    return check_parameters(task.notebook, given)


def parse_given(notebook: Path, given: Mapping[str, str]) -> dict[str, object]:
    """Turn parameters given as text into the types that the notebook declares.

    Errors: UnknownParameter, IllTypedParameter.
    """
    known = read_parameters(notebook)
    typed = {
        name: _typed(notebook, known[name], text) if name in known else text for name, text in given.items()
    }
    return check_parameters(notebook, typed)


def _typed(notebook: Path, parameter: Parameter, text: str) -> object:
    if parameter.kind == "str":
        return text
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        raise IllTypedParameter(
            notebook=notebook.name, name=parameter.name, expected=parameter.kind, found=text
        ) from None
