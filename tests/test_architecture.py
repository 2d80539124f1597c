"""Imports point one way, and nothing of one machine is in the tree."""

import ast
import importlib
import re
import subprocess
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
PACKAGE = HOME / "src" / "casualty_ledger"
ENGINE = HOME / "src" / "papermill_warm"

# A room may import itself and any room further down.
RANKS = {
    "cli": 0,
    "desk": 0,
    "explore": 1,
    "running": 1,
    "publishing": 2,
    "charts": 3,
    "intake": 3,
    "wording": 4,
    "week": 5,
    "series": 6,
    "ledger": 7,
    "typefaces": 7,
    "sources": 8,
    "conflicts": 8,
    "settings": 8,
    "parsing": 9,
    "schema": 10,
    "reported_figure": 10,
    "recorded_words": 10,
    "installed": 10,
    "vocabulary": 11,
    "promises": 11,
    "project": 11,
    "whole_files": 11,
    "whole_folders": 11,
    "locks": 11,
    "string_storage": 11,
    "declared": 11,
    "__init__": 13,
    "loaded_code": 14,
    "errors": 15,
}
# The same within the reading of articles: first what a sentence holds, then what a text makes of it.
ARTICLE_RANKS = {
    "adding": 0,
    "proposing": 0,
    "showing": 0,
    "ledger_words": 1,
    "reading": 2,
    "ledger_names": 2,
    "when": 2,
    "attribution": 3,
    "location": 3,
    "wholes": 3,
    "model": 3,
    "days": 3,
    "people": 4,
    "context": 5,
    "claimants": 6,
    "measures": 7,
    "places": 8,
    "numbers": 8,
    "wars": 9,
    "language": 10,
    "candidate": 10,
    "texts": 10,
    "marked_up": 11,
    "__init__": 12,
}
ARTICLES = PACKAGE / "intake" / "articles"
LOADS = re.compile(r"(?<![\w:./])/(?:work|tmp|root|home|Users)/[\w.]")


def rooms_imported(source: str, home: str = "casualty_ledger") -> set[str]:
    """Return the rooms of a package, or of a room of it, that a source imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == home:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{home}."):
            found.add(node.module.removeprefix(f"{home}.").split(".")[0])
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if alias.name.startswith(f"{home}.")]
            found |= {name.removeprefix(f"{home}.").split(".")[0] for name in names}
    return found


def against_the_arrows(room: str, source: str) -> set[str]:
    others = rooms_imported(source) & RANKS.keys() - {room}
    return {other for other in others if RANKS[other] <= RANKS[room]}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path):
    """
    No module imports a room that stands before its own.
    """
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    assert room in RANKS, f"{room} is a room without a place"
    assert against_the_arrows(room, path.read_text()) == set()


@pytest.mark.parametrize("path", sorted(ARTICLES.rglob("*.py")), ids=lambda p: str(p.relative_to(ARTICLES)))
def test_the_rooms_of_articles_point_one_way(path: Path):
    """
    What is found in a sentence knows nothing of what is made of it over a whole text.
    """
    room = path.relative_to(ARTICLES).parts[0].removesuffix(".py")
    others = rooms_imported(path.read_text(), "casualty_ledger.intake.articles") - {room}

    assert room in ARTICLE_RANKS, f"{room} is a room without a place"
    assert [other for other in others if ARTICLE_RANKS[other] <= ARTICLE_RANKS[room]] == []


def test_an_import_against_the_arrows_is_found():
    """
    The walk notices a ledger that imports charts, in either way of writing it.
    """
    assert against_the_arrows("ledger", "from casualty_ledger.charts.frame import Chart") == {"charts"}
    assert against_the_arrows("parsing", "import casualty_ledger.ledger.build") == {"ledger"}
    assert against_the_arrows("charts", "from casualty_ledger.ledger import storage") == set()


def names_imported(source: str) -> set[str]:
    """Return the top-level packages that a source imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
    return found


def test_the_engine_knows_nothing_of_casualties():
    """
    The warm engine imports nothing of the ledger, and of the ledger only the running room imports it.
    """
    engine = {path.name: names_imported(path.read_text()) for path in ENGINE.rglob("*.py")}
    users = {p.parent.name for p in PACKAGE.rglob("*.py") if ENGINE.name in names_imported(p.read_text())}

    assert "papermill" in engine["engine.py"]
    assert [name for name, imported in engine.items() if PACKAGE.name in imported] == []
    assert users == {"running"}


def test_no_path_of_one_machine_is_in_the_tree():
    """
    Nothing that is tracked names a folder of one machine.
    """
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, capture_output=True, text=True, check=True)
    paths = [HOME / name for name in listed.stdout.split("\0") if name and not name.startswith("tests/")]
    texts = [path for path in paths if path.suffix not in {".png", ".pdf", ".svg", ".ttf"} and path.is_file()]

    assert texts
    assert [path.name for path in texts if LOADS.search(path.read_text(encoding="utf-8"))] == []


def test_modules_stay_readable():
    """
    No module is longer than 280 lines and no function longer than 40.
    """
    for path in [*PACKAGE.rglob("*.py"), *ENGINE.rglob("*.py")]:
        tree = ast.parse(path.read_text())
        functions = [n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
        assert len(path.read_text().splitlines()) <= 280, path
        assert max((f.end_lineno - f.lineno + 1 for f in functions), default=0) <= 40, path


@pytest.mark.parametrize("folder", ["benchmarks", "tests"])
def test_what_is_imported_from_the_package_exists(folder: str):
    """
    A benchmark that nobody runs every day breaks when what it times moves; its imports are held here.
    """
    missing = [
        f"{path.name}: {node.module}.{alias.name}"
        for path in (HOME / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "casualty_ledger"
        for alias in node.names
        if not _exists(node.module, alias.name)
    ]
    assert missing == []


def _exists(module: str, name: str) -> bool:
    try:
        room = importlib.import_module(module)
        return hasattr(room, name) or bool(importlib.import_module(f"{module}.{name}"))
    except ModuleNotFoundError:
        return False
