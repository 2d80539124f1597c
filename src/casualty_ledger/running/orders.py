"""Orders: what is to be run, as whoever runs it must know it: here, or on another machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casualty_ledger.project import Project
from casualty_ledger.running.plan import Task

# What a notebook is given of the environment; whatever else is set, such as a password or a setting that
# would change what it shows, stays outside.
PASSED_ON = ("HOME", "PATH", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Order:
    """One notebook to be run: no folder of any machine is in it."""

    notebook: str
    parameters: dict[str, object]

    @classmethod
    def of(cls, task: Task) -> Order:
        """Write the order for a task."""
        from casualty_ledger.running.parameters import fit_parameters

        return cls(task.notebook.name, fit_parameters(task))

    @property
    def output(self) -> str:
        """Where the executed notebook stands in the result."""
        return f"notebooks/{self.notebook}"

    def tell(self, folder: Path) -> dict[str, str]:
        """Tell a notebook and its page which notebook it is, and the folder for what it makes."""
        return {"CASUALTY_LEDGER_NOTEBOOK": Path(self.notebook).stem, "CASUALTY_LEDGER_OUT": str(folder)}


def tell_folders(project: Project) -> dict[str, str]:
    """Tell notebooks where the project is, so that no path stands in them."""
    return {
        "CASUALTY_LEDGER_HOME": str(project.home),
        "CASUALTY_LEDGER_RAW": str(project.raw),
        "CASUALTY_LEDGER_PROCESSED": str(project.processed),
    }


def pass_on(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the part of an environment that notebooks are given.

    >>> pass_on({"PATH": "/bin", "PYTHONSTARTUP": "mine.py", "API_TOKEN": "secret"})
    {'PATH': '/bin'}
    """
    return {name: text for name, text in environment.items() if name in PASSED_ON}
