"""The cache: what each report in a folder was made of, and whether it still stands as it was made.

A record stands beside the reports, one file per report, written after the report is in its place: a report
without its record counts as not made. A file is taken to be as it was made where its size and its time of
change are the recorded ones, else it is read and its sha256 compared.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casualty_ledger.running.plan import Ingredients, Plan, Task
from casualty_ledger.whole_files import digest, write_text

FOLDER = ".cache"
MANIFEST = "manifest.json"
SAID = {
    "notebook": "the notebook has changed",
    "parameters": "its parameters have changed",
    "pages": "a page was added to the report, taken away or renamed",
    "packages": "the installed packages have changed",
    "settings": "the project's settings have changed",
    "inputs": "the register of sources or the conflict's file has changed",
}
Record = dict[str, Any]


@dataclass(frozen=True)
class Cache:
    """The records of the reports in one folder."""

    reports: Path
    _records: dict[str, Record] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder of everything that is kept between runs."""
        return self.reports / FOLDER

    def why(self, task: Task, plan: Plan) -> list[str]:
        """Say why a task must run; nothing where its result stands as it was made."""
        result = self._record(task.edition).get("results", {}).get(task.notebook.stem)
        if result is None:
            return ["not made yet"]
        reasons = compare(result["ingredients"], task.ingredients, self._modules(result, task, plan))
        changed = [name for name in result["files"] if not self._stands(task.edition, name)]
        return reasons + [f"{name} is missing or was changed" for name in changed[:1]]

    def stands(self, edition: str, stems: set[str]) -> bool:
        """Say whether a report is made of these notebooks and its manifest is as it was made."""
        record = self._record(edition)
        return set(record.get("results", {})) == stems and self._stands(edition, MANIFEST)

    def files_of(self, task: Task) -> list[str]:
        """List the files of a result, by their paths in the report."""
        return list(self._record(task.edition)["results"][task.notebook.stem]["files"])

    def keep(self, edition: str, results: dict[str, tuple[Ingredients, list[str]]]) -> None:
        """Write down what a report, now in its place, is made of."""
        folder = self.reports / edition
        sha256 = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["outputs"]
        sha256[MANIFEST] = digest(folder / MANIFEST)
        stamps = {name: [*_stamp(folder / name), sha] for name, sha in sha256.items()}
        told = {
            stem: {"ingredients": ingredients, "files": files}
            for stem, (ingredients, files) in results.items()
        }
        record = {"results": told, "stamps": stamps}
        write_text(self._path(edition), json.dumps(record) + "\n")
        self._records[edition] = record

    def keep_code(self, plan: Plan) -> None:
        """Keep the digests of all code that was reached, so that a later run can name what has changed."""
        for name, files in plan.code.items():
            path = self._code(name)
            if not path.is_file():
                write_text(path, json.dumps(files, indent=1) + "\n")

    def clear_unfinished(self) -> None:
        """Remove files that runs that were killed left half written; only for whoever holds the lock."""
        own = [self.folder, *(self.folder / "made").glob("**/"), self.folder / "code"]
        for path in (path for folder in own for path in folder.glob(".*")):
            path.unlink(missing_ok=True)

    def _record(self, edition: str) -> Record:
        if edition not in self._records:
            self._records[edition] = _read(self._path(edition))
        return self._records[edition]

    def _stands(self, edition: str, name: str) -> bool:
        """Say whether one file of a report is as it was made."""
        stamp = self._record(edition).get("stamps", {}).get(name)
        path = self.reports / edition / name
        try:
            return bool(stamp) and (_stamp(path) == stamp[:2] or digest(path) == stamp[2])
        except OSError:
            return False

    def _modules(self, result: Record, task: Task, plan: Plan) -> list[str]:
        """Name the files of code that differ between a result and what its task would be made of now."""
        before = _read(self._code(result["ingredients"].get("code", "")))
        now = plan.code[task.ingredients["code"]]
        return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))

    def _path(self, edition: str) -> Path:
        return self.folder / "made" / f"{edition}.json"

    def _code(self, name: str) -> Path:
        return self.folder / "code" / f"{name}.json"


def compare(before: Ingredients, now: Ingredients, modules: list[str]) -> list[str]:
    """Say in words what differs between what a result was made of and what it would be made of now."""
    changed = [name for name in now if before.get(name) != now[name]]
    return [_say(name, before, now, modules) for name in changed]


def _say(name: str, before: Ingredients, now: Ingredients, modules: list[str]) -> str:
    if name == "rows":
        then, here = (made[name].partition(" ")[2].strip("()") for made in (before, now))
        said = f"{then}, now {here}" if then != here else f"{here}, not all the same"
        return f"the rows that it sees have changed ({said})"
    if name == "code":
        return f"code that it reaches has changed ({_list_few(modules)})"
    return SAID[name]


def _list_few(names: list[str]) -> str:
    short = [name.removeprefix("casualty_ledger/") for name in names[:3]]
    more = f" and {len(names) - 3} more files" if len(names) > 3 else ""
    return ", ".join(short) + more


def _stamp(path: Path) -> list[int]:
    state = path.stat()
    return [state.st_size, state.st_mtime_ns]


def _read(path: Path) -> Record:
    """Read a record; one that is not there or cannot be read is none."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
