"""Asking: the connection goes where the name was seen to lead."""

import socket

import httpx
import pytest

from casualty_ledger.intake.feeds.asking import ask
from casualty_ledger.intake.feeds.problems import AddressRefused, FeedNotFetched
from casualty_ledger.intake.feeds.reach import REACH

PUBLIC = "93.184.216.34"


def resolving(*answers: str):
    """Resolve every name to the next of these addresses."""
    left = list(answers)

    def resolve(host, port, **_):
        address = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in address.split()]

    return resolve


def test_the_name_is_resolved_once_and_the_connection_pinned(monkeypatch):
    """
    The request goes to the address that was looked at, with the host's name in the request and in TLS.
    """
    monkeypatch.setattr(socket, "getaddrinfo", resolving(PUBLIC, "127.0.0.1"))
    seen = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, content=b"[]")

    with ask("staff", "https://example.org/a.json", {}, REACH, httpx.MockTransport(answer)) as response:
        assert response.read() == b"[]"

    [request] = seen
    assert request.url.host == PUBLIC
    assert request.headers["host"] == "example.org"
    assert request.extensions["sni_hostname"] == "example.org"
    assert request.headers["accept-encoding"] == "identity"


def test_a_name_that_also_leads_inside_is_refused(monkeypatch):
    """
    One private address among several of a name is enough to refuse it, before anything is sent.
    """
    monkeypatch.setattr(socket, "getaddrinfo", resolving(f"{PUBLIC} 10.0.0.1"))

    with (
        pytest.raises(AddressRefused, match=r"10\.0\.0\.1, which is not public"),
        ask("staff", "https://example.org/a.json", {}, REACH, httpx.MockTransport(pytest.fail)),
    ):
        pass


def test_a_redirect_is_looked_at_again(monkeypatch):
    """
    A name that leads inside at the second look is refused, though the first was public.
    """
    monkeypatch.setattr(socket, "getaddrinfo", resolving(PUBLIC, "192.168.1.1"))
    moved = httpx.MockTransport(lambda _: httpx.Response(302, headers={"location": "/b.json"}))

    with pytest.raises(AddressRefused, match="192"), ask("s", "https://example.org/a", {}, REACH, moved):
        pass


def test_no_network_is_one_sentence(monkeypatch):
    """
    A name that cannot be resolved is told as what it may be.
    """

    def nowhere(*_, **__):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)

    with (
        pytest.raises(FeedNotFetched, match="may be no network"),
        ask("s", "https://example.org/", {}, REACH),
    ):
        pass


def test_settings_of_the_environment_are_not_used(monkeypatch):
    """
    A proxy named in the environment is not asked: the connection could not be pinned through it.
    """
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setattr(socket, "getaddrinfo", resolving(PUBLIC))
    answer = httpx.MockTransport(lambda _: httpx.Response(200, content=b"[]"))

    with ask("staff", "https://example.org/a.json", {}, REACH, answer) as response:
        assert response.status_code == 200
