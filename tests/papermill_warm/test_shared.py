"""Memory that outlives the process that wrote it."""

import os
import time

import pytest

from papermill_warm.record import RecordingSession, read_messages
from papermill_warm.shared import Progress, SharedBytes


def test_what_a_dead_process_wrote_is_there():
    """
    Bytes and progress that a process left before it was killed are read by another.
    """
    content, progress = SharedBytes(), Progress(patience=10)
    if (pid := os.fork()) == 0:
        content.append(b"said before")
        progress.enter(3)
        os.kill(os.getpid(), 9)
    os.waitpid(pid, 0)

    assert content.read() == b"said before"
    assert progress.cell == 3


def test_a_cell_has_its_usual_time_unless_another_is_given():
    """
    The deadline of a cell is its beginning and the usual seconds, or those that are given.
    """
    progress = Progress(patience=10)
    usual = progress.deadline - time.monotonic()
    progress.enter(1, seconds=100)

    assert usual == pytest.approx(10, abs=1)
    assert progress.deadline - time.monotonic() == pytest.approx(100, abs=1)


def test_a_message_that_a_death_cut_off_is_left_out():
    """
    A record is read up to its last whole message, buffers included.
    """
    session, record = RecordingSession(), SharedBytes()
    session.record = record
    session.send(None, "stream", {"name": "stdout", "text": "a\nb"}, buffers=[b"\x00\xff"])
    session.send(None, "stream", {"name": "stdout", "text": "cut"})
    whole = record.read()
    cut = SharedBytes()
    cut.append(whole[:-5])

    (message,) = read_messages(cut)
    assert message["content"]["text"] == "a\nb"
    assert message["buffers"] == [b"\x00\xff"]
