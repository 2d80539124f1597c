"""Asking: one request for a feed, on a connection that goes where its name was seen to lead.

Redirects are followed by hand, and only within the same host: whoever answers does not choose who is asked.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from casualty_ledger import __version__
from casualty_ledger.intake.feeds.problems import FeedNotFetched, RedirectRefused
from casualty_ledger.intake.feeds.reach import Reach, check_address, resolve

AGENT = f"casualty-ledger/{__version__}"
MOVED = (301, 302, 303, 307, 308)
PORTS = {"https": 443, "http": 80}


class TooSlow(Exception):
    """The whole answer takes longer than anybody waits."""


class Watch:
    """Ends a connection once a whole answer takes too long, at whatever byte of its head or body it is."""

    def __init__(self, seconds: float) -> None:
        """Begin to wait."""
        self.has_ended = False
        self.stream: Any = None
        self.timer = threading.Timer(seconds, self._end)
        self.timer.daemon = True
        self.timer.start()

    def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of the connection as it is made, and made secure."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self.stream = info["return_value"]
            if self.has_ended:
                self._end()

    def _end(self) -> None:
        self.has_ended = True
        with suppress(OSError, AttributeError):
            self.stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)


class PinnedTransport(httpx.BaseTransport):
    """Connects to the address that was looked at; the host keeps its name in the request and in TLS."""

    def __init__(self, feed: str, reach: Reach, inner: httpx.BaseTransport | None = None) -> None:
        """Ask on behalf of a feed."""
        self.feed, self.reach = feed, reach
        self.inner = inner or httpx.HTTPTransport(trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the address behind its host."""
        host = request.url.host
        port = request.url.port or PORTS[request.url.scheme]
        address = resolve(self.feed, host, port, self.reach)
        literal = f"[{address}]" if ":" in address else address
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=literal),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )
        return self.inner.handle_request(pinned)

    def close(self) -> None:
        """Close the connections."""
        self.inner.close()


@contextmanager
def ask(
    feed: str,
    address: str,
    headers: Mapping[str, str],
    reach: Reach,
    inner: httpx.BaseTransport | None = None,
) -> Iterator[httpx.Response]:
    """Lend the answer to a request for a feed, its body not yet read.

    Errors: AddressRefused, RedirectRefused, FeedNotFetched, TooSlow; httpx.TransportError, which is worth
    another try.
    """
    transport = PinnedTransport(feed, reach, inner)
    watch = Watch(reach.whole)
    try:
        yield from _ask(feed, address, headers, reach, transport, watch)
    except httpx.TransportError:
        if watch.has_ended:
            raise TooSlow from None
        raise
    finally:
        watch.timer.cancel()


def _ask(
    feed: str,
    address: str,
    headers: Mapping[str, str],
    reach: Reach,
    transport: PinnedTransport,
    watch: Watch,
) -> Iterator[httpx.Response]:
    patience = httpx.Timeout(reach.read, connect=reach.connect)
    # What is kept are the bytes of the file, so that nobody is asked to pack them.
    asked = {"User-Agent": AGENT, "Accept-Encoding": "identity", **headers}
    with httpx.Client(transport=transport, timeout=patience, trust_env=False, headers=asked) as client:
        for _ in range(reach.most_redirects + 1):
            check_address(feed, address, reach)
            with client.stream("GET", address, extensions={"trace": watch}) as response:
                if response.status_code not in MOVED or "location" not in response.headers:
                    yield response
                    return
                address = _follow(feed, address, response.headers["location"])
    raise FeedNotFetched(feed=feed, problem=f"it leads on more than {reach.most_redirects} times")


def _follow(feed: str, address: str, location: str) -> str:
    """Return where an answer leads, if that is on the same host.

    Errors: RedirectRefused.
    """
    try:
        target = urljoin(address, location)
        same = _place(target) == _place(address)
    except ValueError:
        raise RedirectRefused(feed=feed, target=repr(location[:80])) from None
    if not same:
        raise RedirectRefused(feed=feed, target=target[:200])
    return target


def _place(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or PORTS.get(parts.scheme)
