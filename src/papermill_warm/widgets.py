"""Whether a notebook will have live widgets, found by reading its imports, not by running them.

Every import of a cell counts. Of a module only those that run when it is imported count, and of installed
packages only what they declare to require. What this reading misses is noticed when it happens: see
`kernel.WarmKernel`.
"""

from __future__ import annotations

import ast
import contextlib
import os
import re
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec, PathFinder
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import resolve_name
from pathlib import Path

from nbformat import NotebookNode

from papermill_warm.jobs import Job

LIVE = "ipywidgets"
MAGIC = re.compile(r"^\s*[%!?].*$", re.MULTILINE)
INSTALLED = re.compile(r"[/\\](site|dist)-packages([/\\]|$)")


def imports_widgets(notebook: NotebookNode, job: Job) -> bool:
    """Tell whether code of a notebook names live widgets, or reaches a module that imports them."""
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    if any(LIVE in source for source in sources):
        return True
    folders = [str(job.cwd), *job.environment.get("PYTHONPATH", "").split(os.pathsep), *sys.path]
    wanted = [name for source in sources for name in _imports(_parse(MAGIC.sub("", source)))]
    seen: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in seen:
            continue
        seen.add(name)
        if name == LIVE:
            return True
        wanted += _reached_from(name, [folder for folder in folders if folder])
    return False


def _reached_from(name: str, folders: list[str]) -> Iterator[str]:
    """Yield what a module imports when it is imported, its parents included."""
    for length in range(1, name.count(".") + 2):
        module = ".".join(name.split(".")[:length])
        if module in sys.modules:  # It is here already, and what it imports too.
            continue
        spec = PathFinder.find_spec(module, folders)
        if spec is None or not spec.origin or not spec.origin.endswith(".py"):
            return
        if INSTALLED.search(spec.origin):
            yield from [LIVE] if _requires_widgets(module) else []
            return
        yield from _imports_of(spec, module)
        folders = spec.submodule_search_locations or []


def _requires_widgets(distribution: str) -> bool:
    try:
        lines = requires(distribution) or []
    except PackageNotFoundError:
        return False
    return any(re.match(rf"{LIVE}\b", line) and "extra" not in line for line in lines)


def _imports_of(spec: ModuleSpec, module: str) -> Iterator[str]:
    """Yield what the statements of a module import, with those inside its functions left out."""
    is_package = spec.submodule_search_locations is not None
    package = module if is_package else module.rpartition(".")[0]
    tree = _parse(Path(str(spec.origin)).read_text(encoding="utf-8", errors="replace"))
    return _imports(tree, package, within_functions=False)


def _parse(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def _imports(tree: ast.AST, package: str = "", *, within_functions: bool = True) -> Iterator[str]:
    """Yield the modules that code imports by name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            with contextlib.suppress(ImportError):
                module = resolve_name("." * node.level + (node.module or ""), package)
                yield from (module, *(f"{module}.{alias.name}" for alias in node.names))
        elif within_functions or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _imports(node, package, within_functions=within_functions)
