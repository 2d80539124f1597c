"""What is asked of the engine, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

KERNEL = "python3"
CELL_SECONDS = 600.0


@dataclass(frozen=True)
class Job:
    """One notebook to run.

    `parameters` go into a cell tagged injected-parameters, as papermill does it. `environment` is laid
    over the pool's. `cwd` is the folder to run in: nothing means the caller's. `timeout` is how many
    seconds one cell may take, and `memory` how many bytes the notebook may hold beyond what the engine
    holds already.

    Three functions may be named, by their dotted names. `before_forking` gets the parameters, in the warm
    process, and makes ready what several notebooks share; it may start no thread, and what it raises is left
    to the notebook to find. The others are called in the process that ran the notebook: `before_writing` gets
    the executed notebook, or as much of it as was, and returns what is written; `after_writing` gets a
    notebook that was written without a failure, and what it returns comes back with the outcome.
    """

    notebook: Path
    output: Path
    parameters: Mapping[str, object] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None
    timeout: float = CELL_SECONDS
    memory: int | None = None
    before_forking: str = ""
    before_writing: str = ""
    after_writing: str = ""

    def anchored(self) -> Job:
        """Return the same job so that it means the same in another process."""
        return replace(
            self,
            notebook=self.notebook.absolute(),
            output=self.output.absolute(),
            parameters=dict(self.parameters),
            environment=dict(self.environment),
            cwd=(self.cwd or Path()).absolute(),
        )


@dataclass(frozen=True)
class Failure:
    """A cell whose reply was an error, whatever its outputs say: its index, number, and what was wrong."""

    cell: int
    number: int | None
    name: str
    message: str


@dataclass(frozen=True)
class Outcome:
    """A notebook that papermill would call completed.

    `failures` are its cells that failed all the same: they had leave to, or left by `sys.exit(0)`.
    `seconds` are those from the start of its process to the end; `peak_memory` is the most that the
    process held at one time, in bytes, memory shared with the engine included; nothing where a standard
    kernel ran it without a fork.
    """

    output: Path
    seconds: float
    peak_memory: int | None
    failures: tuple[Failure, ...] = ()
    returned: object = None


@dataclass(frozen=True)
class Settings:
    """How the warm process is to be set up; see `WarmPool`."""

    workers: int
    preload: tuple[str, ...]
    prepare: str
    environment: Mapping[str, str]
