"""From what a kernel said to the notebook: nbclient's own rules, fed from a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any, cast

from nbclient import NotebookClient
from nbclient.client import timestamp
from nbclient.exceptions import CellExecutionComplete
from nbformat import NotebookNode

from papermill_warm.cells import mark_failed, may_fail
from papermill_warm.jobs import Failure
from papermill_warm.record import Message, Reply, cell_of


def assemble(notebook: NotebookNode, messages: Iterable[Message]) -> tuple[Failure, ...]:
    """Put into each cell of `notebook` what the messages say it gave, up to the end of its run.

    What a cell's threads say after it has ended is left out, as any client leaves it out. Cells whose
    reply was an error are returned, and marked as papermill marks them where they had no leave to fail.
    """
    client = NotebookClient(notebook)
    # An output widget answers the kernel, which is gone by now.
    client.kc = cast(Any, SimpleNamespace(shell_channel=SimpleNamespace(send=lambda message: None)))
    replies: dict[int, Reply] = {}
    begun, ended = set(), set()
    for message in messages:
        index = cell_of(message)
        if index is None or index in ended:
            continue
        cell = notebook.cells[index]
        if index not in begun:
            begun.add(index)
            _begin(client, cell)
        if message["msg_type"] == "execute_reply":
            replies[index] = message["content"]
            cell.metadata["execution"]["shell.execute_reply"] = timestamp(message)
        elif _ends(client, message, index):
            ended.add(index)
    client.set_widgets_metadata()
    return tuple(judge(notebook, replies))


def judge(notebook: NotebookNode, replies: dict[int, Reply]) -> Iterator[Failure]:
    """Mark the cells that failed by their replies, and yield their failures."""
    for index, reply in sorted(replies.items()):
        if reply["status"] != "error":
            continue
        cell = notebook.cells[index]
        if not may_fail(cell):
            mark_failed(cell)
        yield Failure(index, cell.execution_count, reply.get("ename", ""), reply.get("evalue", ""))


def _begin(client: NotebookClient, cell: NotebookNode) -> None:
    cell.metadata["execution"] = {}
    client.clear_before_next_output = False


def _ends(client: NotebookClient, message: Message, index: int) -> bool:
    try:
        client.process_message(message, client.nb.cells[index], index)
    except CellExecutionComplete:
        return True
    return False
