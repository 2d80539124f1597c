"""A client of a standard kernel that looks again for an answer of which it may not have been told.

jupyter_client sends past the socket that it listens on, which then may not notice what has come meanwhile:
a client that answers a widget while its cell runs would wait for the cell's reply until its time is up.
"""

from __future__ import annotations

import math
import time
from typing import Any

from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from traitlets import Type

LOOK_AGAIN = 0.5


class _Attentive(AsyncZMQSocketChannel):
    async def get_msg(self, timeout: float | None = None) -> dict[str, Any]:  # type: ignore[override]
        """Get a message, looking for it every half second. Errors: queue.Empty after `timeout` seconds."""
        until = math.inf if timeout is None else time.monotonic() + timeout
        while (left := until - time.monotonic()) > LOOK_AGAIN:
            if await self.socket.poll(int(LOOK_AGAIN * 1000)):
                break
        return await super().get_msg(max(0.0, min(left, LOOK_AGAIN)))


class AttentiveClient(AsyncKernelClient):
    """The client that a kernel manager makes where its configuration names this class."""

    shell_channel_class = Type(_Attentive)
    iopub_channel_class = Type(_Attentive)
