"""Reach: the code that a notebook can get to, found by reading imports, not by running them.

Every import counts, wherever it stands. What lies beside reached modules and is no Python (a style, a
template) counts too. A cell that is not plain Python is read without its magics; one that still cannot be
read reaches the whole package.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from casualty_ledger.whole_files import digest

PACKAGE = Path(__file__).resolve().parents[1]
OURS = (PACKAGE.name, "papermill_warm")
MAGIC = re.compile(r"^\s*[%!?].*$", re.MULTILINE)


@dataclass(frozen=True)
class Reach:
    """Finds modules in this package and in the folder of the notebooks, as they are now."""

    notebooks: Path
    _found: dict[str, Path | None] = field(default_factory=dict)
    _beside: dict[Path, list[Path]] = field(default_factory=dict)

    def find_code(self, cells: Iterable[str], entries: Iterable[str] = ()) -> dict[str, str]:
        """Return the sha256 of every file that code cells can reach, by its path below its folder.

        The modules named in `entries` are reached in any case.
        """
        wanted = [name for source in cells for name in _imports_of_cell(source)] + list(entries)
        modules: dict[str, Path] = {}
        while wanted:
            for module, path in self._locate(wanted.pop()):
                if module not in modules:
                    modules[module] = path
                    wanted += _imports(path, module, path.stat().st_mtime_ns)
        return {self._name(path): digest(path) for path in sorted(self._files(modules))}

    def _files(self, modules: dict[str, Path]) -> set[Path]:
        packages = {path.parent for path in modules.values() if path.name == "__init__.py"}
        return {*modules.values(), *(path for package in packages for path in self._list_beside(package))}

    def _name(self, path: Path) -> str:
        root = PACKAGE.parent if path.is_relative_to(PACKAGE.parent) else self.notebooks
        return path.relative_to(root).as_posix()

    def _locate(self, name: str) -> Iterator[tuple[str, Path]]:
        """Yield a dotted module with the packages above it, as far as they are ours."""
        parts = name.split(".")
        for length in range(1, len(parts) + 1):
            module = ".".join(parts[:length])
            if module not in self._found:
                self._found[module] = self._find(parts[:length])
            path = self._found[module]
            if path is None:
                return
            yield module, path

    def _find(self, parts: list[str]) -> Path | None:
        # What is installed beside this package is a package like any other: the lock stands for it.
        root = PACKAGE.parent if parts[0] in OURS else self.notebooks
        stem = root.joinpath(*parts)
        for path in (stem / "__init__.py", stem.with_name(f"{stem.name}.py")):
            if path.is_file():
                return path
        return None

    def _list_beside(self, package: Path) -> list[Path]:
        if package not in self._beside:
            self._beside[package] = list(_list_data(package))
        return self._beside[package]


def _list_data(package: Path) -> Iterator[Path]:
    """List what a package holds besides modules; a folder in it that is no package belongs to it."""
    for path in sorted(package.iterdir()):
        if path.is_dir() and path.name != "__pycache__" and not (path / "__init__.py").is_file():
            yield from (inner for inner in sorted(path.rglob("*")) if inner.is_file())
        elif path.is_file() and path.suffix not in (".py", ".pyc"):
            yield path


def _imports_of_cell(source: str) -> list[str]:
    try:
        return list(_read_imports(MAGIC.sub("", source), ""))
    except SyntaxError:
        everything = sorted(PACKAGE.rglob("*.py"))
        return [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in everything]


@lru_cache(maxsize=1024)
def _imports(path: Path, module: str, changed: int) -> tuple[str, ...]:
    """List what a module imports; read once for each time that its file was changed."""
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
    parts = package.split(".")
    above = parts[: len(parts) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])
