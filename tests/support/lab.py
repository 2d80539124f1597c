"""JupyterLab as `make lab` starts it, on copies of the notebooks and the sheets, and what one does there."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from playwright.sync_api import Page

HOME = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"(?P<url>http://(?:localhost|127\.0\.0\.1):\d+)/lab\?token=(?P<token>\w+)")
# The first cell has its number, and none waits or runs: all have ended, or one has failed and ended the rest.
ENDED = """() => {
  const prompts = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')];
  const said = prompts.map(prompt => prompt.textContent);
  return said.length > 0 && /\\d/.test(said[0]) && !said.some(text => text.includes('*'));
}"""
# The lab is to start where a sheet cannot be read, so that the tests begin with one.
UNREADABLE = "saved_as_a_picture.csv"
PRIVATE = (
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "IPYTHONDIR",
)


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address and token as printed, and the folder of its copies."""

    url: str
    token: str
    folder: Path
    process: subprocess.Popen[str]

    def open(self, page: Page, notebook: str) -> None:
        """Open a notebook alone and wait for its kernel."""
        self.end_kernels(page)
        page.goto(f"{self.url}/lab/tree/{notebook}?token={self.token}&reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        page.get_by_text(re.compile(r"Python 3.*\| Idle")).first.wait_for(timeout=90_000)

    def run_all(self, page: Page) -> None:
        """Choose Run, Run All Cells, and wait until every cell has ended."""
        page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Run$")).click()
        page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Run All Cells$")).click()
        page.wait_for_function(ENDED, timeout=180_000)

    def outputs(self, page: Page, notebook: str) -> list[list[nbformat.NotebookNode]]:
        """Save the notebook and return the outputs of each code cell, as JupyterLab wrote them."""
        page.keyboard.press("Control+s")
        page.locator(".lm-TabBar-tab.jp-mod-current.jp-mod-dirty").wait_for(state="detached")
        saved = nbformat.read(self.folder / "notebooks" / notebook, as_version=4)
        return [cell.outputs for cell in saved.cells if cell.cell_type == "code"]

    def end_kernels(self, page: Page) -> None:
        """Shut down every kernel, so that only one runs at a time."""
        said = {"headers": {"Authorization": f"token {self.token}"}}
        for session in page.request.get(f"{self.url}/api/sessions", **said).json():
            page.request.delete(f"{self.url}/api/sessions/{session['id']}", **said)

    def processes(self) -> list[psutil.Process]:
        """List the server and its kernels."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def strangers(self) -> list[str]:
        """List whom the server and its kernels talk to that is not this machine."""
        peers = [link.raddr.ip for each in self.processes() for link in each.net_connections() if link.raddr]
        return [ip for ip in peers if ip not in ("127.0.0.1", "::1", "::ffff:127.0.0.1")]


def tracked_changes() -> str:
    """Return which files that git tracks differ from the commit, and in what."""
    command = ["git", "diff", "HEAD", "--", "notebooks", "data", "reports", ".lab", ".gitattributes"]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True).stdout


@contextmanager
def start_lab(folder: Path) -> Iterator[Lab]:
    """Start `make lab` on copies in `folder`; end it, kernels and all, when the block ends."""
    shutil.copytree(HOME / "notebooks", folder / "notebooks")
    shutil.copytree(HOME / "data" / "raw", folder / "data" / "raw")
    (folder / "data" / "raw" / "recorded" / UNREADABLE).write_bytes(b"\x89PNG")
    own = {name: str(folder / "jupyter" / name.lower()) for name in PRIVATE}
    own |= {"CASUALTY_LEDGER_OUT": str(folder / "report"), "CASUALTY_LEDGER_PROCESSED": ""}
    flags = f"LAB_FLAGS=--no-browser --ServerApp.port={_free_port()}"
    folders = [f"RAW={folder / 'data' / 'raw'}", f"NOTEBOOKS={folder / 'notebooks'}"]
    process = subprocess.Popen(
        ["make", "lab", flags, *folders],
        cwd=HOME,
        env=_without_make(os.environ) | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield _await_address(process, folder)
    finally:
        _end(process)


def _await_address(process: subprocess.Popen[str], folder: Path) -> Lab:
    said: list[str] = []
    for line in process.stdout or ():
        said.append(line)
        if found := ADDRESS.search(line):
            return Lab(found["url"], found["token"], folder, process)
    raise AssertionError("make lab ended without an address:\n" + "".join(said[-20:]))


def _end(process: subprocess.Popen[str]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(timeout=20)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def _without_make(environment: Mapping[str, str]) -> dict[str, str]:
    """Keep what a `make test` around this says to its own makes away from `make lab`."""
    return {name: text for name, text in environment.items() if not name.startswith(("MAKE", "MFLAGS"))}


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
