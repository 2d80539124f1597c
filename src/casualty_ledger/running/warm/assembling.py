"""From what a kernel said to the notebook: nbclient's own rules, fed from a record."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, cast

from nbclient import NotebookClient
from nbclient.client import timestamp
from nbclient.exceptions import CellExecutionComplete
from nbformat import NotebookNode
from nbformat.v4 import new_output

from casualty_ledger.running.warm.record import Message

DIED = "KernelDied"


def assemble(notebook: NotebookNode, messages: Iterable[Message]) -> None:
    """Put into each cell of `notebook` what the messages say it gave, up to the end of its run.

    What a cell's threads say after it has ended is left out, as any client leaves it out.
    """
    client = NotebookClient(notebook)
    # An output widget answers the kernel, which is gone by now.
    client.kc = cast(Any, SimpleNamespace(shell_channel=SimpleNamespace(send=lambda message: None)))
    begun, ended = set(), set()
    for message in messages:
        index = int(message["parent_header"].get("msg_id", -1))
        if index < 0 or index in ended:
            continue
        if index not in begun:
            begun.add(index)
            _begin(client, notebook.cells[index])
        if _ends(client, message, index):
            ended.add(index)
    client.set_widgets_metadata()


def _begin(client: NotebookClient, cell: NotebookNode) -> None:
    cell.metadata["execution"] = {}
    client.clear_before_next_output = False


def _ends(client: NotebookClient, message: Message, index: int) -> bool:
    cell = client.nb.cells[index]
    if message["msg_type"] == "execute_reply":
        cell.metadata["execution"]["shell.execute_reply"] = timestamp(message)
        return False
    try:
        client.process_message(message, cell, index)
    except CellExecutionComplete:
        return True
    return False


def note_death(cell: NotebookNode, number: int, cause: str) -> None:
    """Put into a cell that its process died in it, and why, in place of what it said while it was ended."""
    told = f"{cause[0].upper()}{cause[1:]}."
    death = new_output("error", ename=DIED, evalue=told, traceback=[f"{DIED}: {told}"])
    cell["execution_count"] = number
    cell["outputs"] = [output for output in cell.outputs if output.output_type != "error"] + [death]


def cause_of_death(told: str) -> str:
    """Return the cause that `note_death` told."""
    return f"{told[0].lower()}{told[1:-1]}"
