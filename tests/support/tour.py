"""The tour's cells: read from the page, run in order, and set as text as the page shows them."""

from __future__ import annotations

import ast
import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pandas as pd

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tour.md"
CELL = re.compile(r"```python\n(?P<code>.*?)```(?:\n\n```text\n(?P<shown>.*?)```)?", re.DOTALL)


def cells_of(page: str) -> list[tuple[str, str]]:
    """List the cells of a page with the text that it shows under each."""
    return [(cell["code"], cell["shown"] or "") for cell in CELL.finditer(page)]


def run_cell(code: str, names: dict[str, Any]) -> tuple[Any, str]:
    """Run a cell as a notebook does; return the worth of its last line, and all that it shows."""
    *before, last = ast.parse(code).body
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(before, []), "cell", "exec"), names)
        if not isinstance(last, ast.Expr):
            exec(compile(ast.Module([last], []), "cell", "exec"), names)
            return None, printed.getvalue()
        worth = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return worth, printed.getvalue() + set_as_text(worth)


def set_as_text(worth: Any) -> str:
    """Set a result as the page shows it."""
    if isinstance(worth, pd.DataFrame):
        lines = worth.to_string(index=False).splitlines()
        return "".join(f"{line.rstrip()}\n" for line in lines)
    return "" if worth is None else f"{worth}\n"


def write_shown() -> None:
    """Write under each cell of the page what it gives now; for a person to read before it is committed."""
    names: dict[str, Any] = {}

    def shown(cell: re.Match[str]) -> str:
        _, text = run_cell(cell["code"], names)
        return f"```python\n{cell['code']}```" + (f"\n\n```text\n{text}```" if text else "")

    PAGE.write_text(CELL.sub(shown, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write_shown()
