"""A server on this machine that answers as a script says: slowly, cut off, lying, leading elsewhere."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = Callable[["Talk"], None]


class Talk:
    """One request, and the raw connection on which it is answered."""

    def __init__(self, connection: socket.socket) -> None:
        """Read the request's head."""
        self.connection = connection
        head = b""
        while b"\r\n\r\n" not in head and (piece := connection.recv(4096)):
            head += piece
        lines = head.decode("latin-1").split("\r\n")
        self.path = [*lines[0].split(" "), "", ""][1]
        pairs = (line.partition(":") for line in lines[1:] if ":" in line)
        self.headers = {name.strip().lower(): value.strip() for name, _, value in pairs}

    def send(self, content: bytes) -> None:
        """Send bytes as they are."""
        self.connection.sendall(content)

    def head(self, status: int, **headers: object) -> None:
        """Send the head of an answer."""
        lines = [f"HTTP/1.1 {status} Told", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode())

    def whole(self, content: bytes, status: int = 200, **headers: object) -> None:
        """Send a whole answer."""
        self.head(status, content_length=len(content), **headers)
        self.send(content)


@dataclass
class Server:
    """Answers each request with the next answer of its script, the last one again and again."""

    script: list[Answer]
    port: int = 0
    asked: list[Talk] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The address of a feed on this server."""
        return f"http://127.0.0.1:{self.port}/feed.json"


@contextmanager
def serving(*script: Answer) -> Iterator[Server]:
    """Serve a script until the block ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    server = Server(list(script), listening.getsockname()[1])
    ended = threading.Event()

    def answer(connection: socket.socket, number: int) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            talk = Talk(connection)
            server.asked.append(talk)
            server.script[min(number, len(server.script) - 1)](talk)

    def serve() -> None:
        number = 0
        while not ended.is_set():
            with suppress(TimeoutError):
                connection, _ = listening.accept()
                threading.Thread(target=answer, args=(connection, number), daemon=True).start()
                number += 1

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        ended.set()
        thread.join()
        listening.close()


def silent(talk: Talk) -> None:
    """Say nothing for longer than anybody waits."""
    time.sleep(0.6)


def drip(talk: Talk) -> None:
    """Send a byte at a time, never so slowly that one of them is late."""
    talk.head(200, content_length=1000)
    with suppress(OSError):
        for _ in range(40):
            talk.send(b" ")
            time.sleep(0.03)


def drip_head(talk: Talk) -> None:
    """Send the head of an answer a byte at a time."""
    talk.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    with suppress(OSError):
        for _ in range(40):
            talk.send(b"x")
            time.sleep(0.03)


def cut(talk: Talk) -> None:
    """Announce more than is sent."""
    talk.head(200, content_length=1000)
    talk.send(b'[{"date": "2023-06-04"')


def die(talk: Talk) -> None:
    """End in the midst of a chunk."""
    talk.head(200, transfer_encoding="chunked")
    talk.send(b"40\r\n[1, 2")
    talk.connection.shutdown(socket.SHUT_RDWR)
