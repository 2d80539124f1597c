"""Parameters: the cell tagged `parameters` is a notebook's signature, and is held to it.

papermill alone only warns of a parameter that a notebook does not have, and then runs the default.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat

from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.running.notebook_errors import (
    IllTypedParameter,
    NoParameters,
    NotebookUnreadable,
    ParameterWithoutValue,
    UnknownParameter,
)
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
    """Read the parameters of a notebook from its cell tagged `parameters`. Errors: NotebookUnreadable."""
    cells = nbformat.read(notebook, as_version=4).cells
    sources = [cell.source for cell in cells if "parameters" in cell.metadata.get("tags", [])]
    try:
        return {each.name: each for source in sources for each in _parse(source)}
    except (SyntaxError, ValueError) as error:
        problem = f"a value in its cell of parameters is not read ({error})"
        raise NotebookUnreadable(notebook=notebook.name, problem=problem) from None


def _parse(source: str) -> list[Parameter]:
    lines = source.splitlines()
    found = []
    for node in ast.parse(source).body:
        name = _named(node)
        if name and isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value:
            default = ast.literal_eval(node.value)
            kind = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else type(default).__name__
            comment = lines[node.lineno - 1].partition("#")[2].strip()
            found.append(Parameter(name, kind, default, comment))
    return found


def _named(node: ast.stmt) -> str:
    """Return the one name that a statement gives a value to, with or without its type."""
    targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else ""


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
    it would show the wrong figures. One that knows nothing of languages speaks that of the settings.
    Errors: NotebookUnreadable, NoParameters, UnknownParameter, IllTypedParameter.
    """
    given: dict[str, object] = dict(task.parameters)
    known = read_parameters(task.notebook)
    for name in ("week", "as_of"):
        if name not in known and not did_you_mean(name, known):
            raise NoParameters(notebook=task.notebook.name, found=name)
    if not task.about.folder and "conflict" not in known and not did_you_mean("conflict", known):
        del given["conflict"]
    if "language" not in known and not did_you_mean("language", known):
        del given["language"]
    return check_parameters(task.notebook, given)


def split_given(written: Iterable[str]) -> dict[str, str]:
    """Split parameters as a command is given them: `name=value`.

    Errors: ParameterWithoutValue.
    """
    pairs = {text: text.partition("=") for text in written}
    for text, (_, sign, _) in pairs.items():
        if not sign:
            raise ParameterWithoutValue(found=text)
    return {name: value for name, _, value in pairs.values()}


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
