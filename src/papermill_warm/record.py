"""What a kernel says, kept as it is said: one JSON message a line.

A kernel with sockets sends its messages to a client that makes the notebook of them. Here they are
recorded first and made into the notebook afterwards, by nbclient's own rules (see `assembling`). So a run
that dies midway leaves a notebook as complete as its record.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from typing import Any

from jupyter_client.jsonutil import extract_dates
from jupyter_client.session import Session

from papermill_warm.shared import SharedBytes

Message = dict[str, Any]
Reply = dict[str, Any]


class RecordingSession(Session):
    """A Jupyter session that keeps what the kernel sends instead of sending it."""

    def __init__(self) -> None:
        """Start without a signing key: nothing leaves the process."""
        super().__init__(key=b"")
        self.record: SharedBytes | None = None
        self.reply: Reply | None = None
        self.needs_client: Callable[[], object] = lambda: None

    def send(
        self,
        stream: object,
        msg_or_type: Message | str,
        content: Message | None = None,
        parent: Message | None = None,
        ident: object = None,
        buffers: list[Any] | None = None,
        track: bool = False,
        header: Message | None = None,
        metadata: Message | None = None,
    ) -> Message:
        """Append a message to the record. The signature is that of Jupyter's session."""
        message: Message = (
            msg_or_type
            if isinstance(msg_or_type, dict)
            else self.msg(msg_or_type, content=content, parent=parent, header=header, metadata=metadata)
        )
        if message["header"]["msg_type"] == "execute_reply":
            self.reply = message["content"]
        if self.record is not None:
            packed = [base64.b64encode(bytes(buffer)).decode() for buffer in buffers or []]
            self.record.append(self.pack({**message, "buffers": packed}) + b"\n")
            if _opens_output_widget(message):
                self.needs_client()
        return message


def _opens_output_widget(message: Message) -> bool:
    """Tell whether a message opens the one kind of widget that nbclient answers while a cell runs."""
    if message["header"]["msg_type"] != "comm_open":
        return False
    state = message["content"].get("data", {}).get("state", {})
    return bool(state.get("_model_name") == "OutputModel")


def cell_of(message: Message) -> int | None:
    """Return the index of the cell that a message is about: the engine numbers its requests by it."""
    number = message["parent_header"].get("msg_id", "")
    return int(number) if number.isdecimal() else None


def read_messages(record: SharedBytes) -> Iterator[Message]:
    """Read the messages of a record in their order; one that a death cut off is left out."""
    session = Session(key=b"")
    for line in record.read().split(b"\n")[:-1]:
        message = session.unpack(line)
        message["header"] = extract_dates(message["header"])
        message["msg_type"] = message["header"]["msg_type"]
        message["buffers"] = [base64.b64decode(packed) for packed in message["buffers"]]
        yield message
