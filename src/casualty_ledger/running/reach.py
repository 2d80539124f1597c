"""Reach: the code that a notebook can get to, found by reading imports, not by running them.

Every import counts, wherever it stands. What lies beside reached modules and is no Python (a style, a
template) counts too. A cell that is not plain Python is read without its magics; one that still cannot be
read reaches the whole package.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from casualty_ledger.whole_files import digest

PACKAGE = Path(__file__).resolve().parents[1]
MAGIC = re.compile(r"^\s*[%!?].*$", re.MULTILINE)
Modules = dict[str, Path]


def find_code(sources: Iterable[str], beside: Path, *, entries: Iterable[str] = ()) -> dict[str, str]:
    """Return the sha256 of every file that code cells can reach, by a path below its folder.

    Modules are looked for in this package and `beside` the notebook; `entries` are reached in any case.
    """
    roots = (PACKAGE.parent, beside)
    wanted = [name for source in sources for name in _imports_of_cell(source)] + list(entries)
    modules: Modules = {}
    while wanted:
        name = wanted.pop()
        for module, path in _locate(name, roots):
            if module not in modules:
                modules[module] = path
                wanted += _imports(path, module)
    return {str(path.relative_to(root)): _digest(path) for path, root in _files(modules, roots)}


def _files(modules: Modules, roots: tuple[Path, ...]) -> Iterator[tuple[Path, Path]]:
    found = set(modules.values())
    for folder in {path.parent for path in modules.values() if path.name == "__init__.py"}:
        found.update(_beside(folder))
    for path in sorted(found):
        yield path, next(root for root in roots if path.is_relative_to(root))


@cache
def _beside(package: Path) -> tuple[Path, ...]:
    """List what a package holds besides modules; a folder within that is no package belongs to it."""
    found: list[Path] = []
    for path in sorted(package.iterdir()):
        if path.is_dir() and path.name != "__pycache__" and not (path / "__init__.py").is_file():
            found += [inner for inner in sorted(path.rglob("*")) if inner.is_file()]
        elif path.is_file() and path.suffix not in (".py", ".pyc"):
            found.append(path)
    return tuple(found)


def _locate(name: str, roots: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """Yield a dotted module with the packages above it, as far as they are ours."""
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        module = ".".join(parts[:length])
        path = next((found for root in roots if (found := _file(root, tuple(parts[:length])))), None)
        if path is None:
            return
        yield module, path


@cache
def _file(root: Path, parts: tuple[str, ...]) -> Path | None:
    stem = root.joinpath(*parts)
    for path in (stem / "__init__.py", stem.with_name(f"{stem.name}.py")):
        if path.is_file():
            return path
    return None


def _imports_of_cell(source: str) -> list[str]:
    try:
        return list(_read_imports(MAGIC.sub("", source), ""))
    except SyntaxError:
        return [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in _everything()]


@cache
def _everything() -> tuple[Path, ...]:
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def _imports(path: Path, module: str) -> tuple[str, ...]:
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    return tuple(_read_imports(path.read_text(encoding="utf-8"), package))


def _read_imports(source: str, package: str) -> Iterator[str]:
    """Yield what is imported; `from a import b` may mean a module b, so both are looked for."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


@cache
def _digest(path: Path) -> str:
    return digest(path)
