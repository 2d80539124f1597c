"""The client of a standard kernel hears answers that its socket was not told of."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from queue import Empty

import pytest
import zmq
import zmq.asyncio
from jupyter_client.session import Session

from papermill_warm.client import AttentiveClient

Channel = AttentiveClient().shell_channel_class


async def answer_unnoticed(session: Session) -> str:
    """Let an answer arrive in the moment in which something else asks the listening socket for its events."""
    context = zmq.asyncio.Context()
    ours, theirs = context.socket(zmq.PAIR), zmq.Socket(zmq.Context.shadow(context.underlying), zmq.PAIR)
    ours.bind("inproc://kernel")
    theirs.connect("inproc://kernel")
    waiting = asyncio.ensure_future(Channel(ours, session).get_msg(timeout=30))
    await asyncio.sleep(0.05)
    session.send(theirs, "execute_reply")
    assert zmq.Socket.shadow(ours.underlying).getsockopt(zmq.EVENTS) & zmq.POLLIN
    told = await asyncio.wait_for(waiting, 5)
    theirs.close()
    ours.close()
    context.term()
    return told["msg_type"]


async def wait_for_nothing(session: Session, timeout: float) -> None:
    context = zmq.asyncio.Context()
    socket = context.socket(zmq.PAIR)
    try:
        await Channel(socket, session).get_msg(timeout=timeout)
    finally:
        socket.close()
        context.term()


def run(told: Coroutine) -> object:
    """Run in a thread of its own: this one may have a loop that runs already, of the browser's tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, told).result()


def test_an_answer_that_came_unnoticed_is_found():
    """
    An answer is found within seconds though the socket's notice of it was used up by somebody else.
    """
    assert run(answer_unnoticed(Session())) == "execute_reply"


@pytest.mark.parametrize("timeout", [0, 0.2, 0.8])
def test_where_no_answer_comes_the_time_is_up(timeout: float):
    """
    Where nothing comes the channel is empty, after no longer than was asked for.
    """
    with pytest.raises(Empty):
        run(wait_for_nothing(Session(), timeout))
