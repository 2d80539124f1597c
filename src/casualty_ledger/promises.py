"""Promises: what a notebook says it will keep, written down before it is, so that a report can be checked.

A desk promises each file before it makes it. Whoever runs the notebook then looks whether each is there and
whole, and whether every cell ran.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROMISED = ".promised"
TAGS_NOT_RUN, TAGS_MAY_FAIL = "skip-execution", "raises-exception"


def promise(folder: Path, *names: str) -> None:
    """Write down files that a notebook is going to make, by their paths in its result."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / PROMISED).open("a", encoding="utf-8") as lines:
        lines.writelines(f"{name}\n" for name in names)


def find_broken(folder: Path, *also: str) -> Iterator[str]:
    """Say what is missing or not whole, of what was promised in a folder and of what is named here."""
    promised = folder / PROMISED
    names = promised.read_text(encoding="utf-8").splitlines() if promised.is_file() else []
    for name in dict.fromkeys((*names, *also)):
        path = folder / name
        if not path.is_file():
            yield f"{name} is missing"
        elif not _is_whole(path):
            yield f"{name} is not whole"


def _is_whole(path: Path) -> bool:
    content = path.read_bytes()
    return bool(content) and WHOLE.get(path.suffix, bool)(content)


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True


# How each kind of file ends that was written to its end.
WHOLE: dict[str, Callable[[bytes], bool]] = {
    ".csv": lambda content: content.endswith(b"\n"),
    ".html": lambda content: content.rstrip().endswith(b"</html>"),
    ".json": _is_json,
    ".ipynb": _is_json,
    ".pdf": lambda content: content.startswith(b"%PDF") and b"%%EOF" in content[-32:],
    ".png": lambda content: content.startswith(b"\x89PNG") and content.endswith(b"IEND\xaeB`\x82"),
    ".svg": lambda content: content.rstrip().endswith(b"</svg>"),
}


def find_unrun(notebook: Path) -> Iterator[str]:
    """Say which cells of an executed notebook did not run to their end."""
    number = 0
    for cell in json.loads(notebook.read_bytes())["cells"]:
        if cell["cell_type"] != "code":
            continue
        number += 1
        tags = cell["metadata"].get("tags", [])
        if TAGS_NOT_RUN in tags or not "".join(cell["source"]).strip():
            continue
        if cell.get("execution_count") is None:
            yield f"code cell {number} did not run"
        elif TAGS_MAY_FAIL not in tags and any(_is_error(output) for output in cell["outputs"]):
            yield f"code cell {number} ended with an error"


def _is_error(output: dict[str, Any]) -> bool:
    return bool(output["output_type"] == "error")
