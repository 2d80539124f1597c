"""Promises: what a notebook said it would keep, and each of its cells, is looked for before it counts."""

from pathlib import Path

import nbformat
import pytest

from casualty_ledger.promises import find_broken, find_unrun, promise

# A whole file of every kind, and how each looks where its writing was stopped.
WHOLE = {
    "charts/losses.svg": b"<svg></svg>\n",
    "charts/losses.png": b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82",
    "tables/losses.csv": b"a,b\n1,2\n",
    "03_losses.html": b"<!doctype html><html></html>\n",
    "brief.pdf": b"%PDF-1.7\n...\n%%EOF\n",
    "record.json": b'{"a": 1}',
}


def write(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_a_promise_that_was_kept_is_not_told_of(tmp_path: Path):
    """Nothing is said of files that are there and whole, and of a folder that promised nothing."""
    assert list(find_broken(tmp_path)) == []
    promise(tmp_path, *WHOLE)
    for name, content in WHOLE.items():
        write(tmp_path, name, content)
    assert list(find_broken(tmp_path)) == []


@pytest.mark.parametrize("name", WHOLE)
def test_each_promised_file_that_is_missing_is_named(name: str, tmp_path: Path):
    """A file promised and not made is named once, however often it was promised."""
    promise(tmp_path, *WHOLE)
    promise(tmp_path, name)
    for other, content in WHOLE.items():
        if other != name:
            write(tmp_path, other, content)
    assert list(find_broken(tmp_path)) == [f"{name} is missing"]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("share", [0, 0.5, 0.9])
def test_each_kind_of_file_cut_short_is_not_whole(name: str, share: float, tmp_path: Path):
    """A file of which only the beginning was written is not whole, and neither is an empty one."""
    promise(tmp_path, name)
    write(tmp_path, name, WHOLE[name][: int(len(WHOLE[name].rstrip()) * share)])
    assert list(find_broken(tmp_path)) == [f"{name} is not whole"]


def test_what_a_run_needs_is_looked_for_though_nobody_promised_it(tmp_path: Path):
    """The page of a notebook counts whether its cells promised it or not."""
    assert list(find_broken(tmp_path, "05_brief.html")) == ["05_brief.html is missing"]


def execute(path: Path, *counts: int | None, **first: object) -> Path:
    """Write a notebook whose code cells ran with these counts; the first has these tags or outputs."""
    cells = [nbformat.v4.new_code_cell("1", execution_count=count) for count in counts]
    cells[0].metadata["tags"] = first.get("tags", [])
    cells[0].outputs = first.get("outputs", [])
    cells[0].source = first.get("source", "1")
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


ERROR = nbformat.v4.new_output("error", ename="ValueError", evalue="no", traceback=[])


@pytest.mark.parametrize(
    ("counts", "first", "told"),
    [
        ((1, 2), {}, []),
        ((1, None), {}, ["code cell 2 did not run"]),
        ((None, 1), {"tags": ["skip-execution"]}, []),
        ((None, 1), {"source": " \n"}, []),
        ((1, 2), {"outputs": [ERROR]}, ["code cell 1 ended with an error"]),
        ((1, 2), {"outputs": [ERROR], "tags": ["raises-exception"]}, []),
    ],
)
def test_each_cell_must_have_run_to_its_end(counts, first, told, tmp_path: Path):
    """
    A cell that did not run, or ended with an error, is told by its number; not one that may fail or be left.
    """
    assert list(find_unrun(execute(tmp_path / "a.ipynb", *counts, **first))) == told
