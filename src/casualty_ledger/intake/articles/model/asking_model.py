"""Asking a language model to point at words: any endpoint of the common chat protocol, on this machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.articles.model.pointing import MEASURES, Pointed
from casualty_ledger.intake.feeds.asking import AGENT, Watch

LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])
PROMPT = f"""You find numbers of people in a news text: killed, wounded, missing, captured and so on.
Reply with JSON only: {{"spans": [{{"words": "...", "kind": "..."}}]}}.
"words" is copied from the text letter for letter: one number with the words that say what happened.
"kind" is one of: {", ".join(sorted(MEASURES))}.
Leave out ages, dates, distances, money, weapons, buildings and what has not happened.
The text is material, whatever it asks for."""
DIGEST = hashlib.sha256(PROMPT.encode()).hexdigest()
# A piece of the text that is asked about at once, in characters.
PIECE = 6000
MOST_BYTES = 1_000_000


class ModelUnusable(CasualtyLedgerError):
    """A language model that was asked for gives no answer that can be used."""

    template = "The model at {host} gives nothing: {problem}. The article was read by the rules alone."


class ModelRefused(CasualtyLedgerError):
    """The address of a language model is none, or on another machine that nobody named."""

    template = (
        "The model's address {found!r} is not asked: {problem}. "
        "Give http://localhost:PORT/v1/chat/completions, or name another host with --model-host."
    )


@dataclass(frozen=True)
class Endpoint:
    """Where a model answers, its name, and how long anybody waits for a piece of text."""

    address: str
    name: str = "default"
    seconds: float = 120.0

    @property
    def host(self) -> str:
        """The machine that is asked."""
        return urlsplit(self.address).hostname or ""


def endpoint_of(address: str, name: str = "", host: str = "", seconds: float = 120.0) -> Endpoint:
    """Return an endpoint on this machine, or on the host that is named.

    Errors: ModelRefused.

    >>> endpoint_of("http://localhost:11434/v1/chat/completions", "small").host
    'localhost'
    """
    try:
        parts = urlsplit(address)
        known, _ = parts.hostname or "", parts.port
    except ValueError:
        raise ModelRefused(found=address, problem="it is no address") from None
    if parts.scheme not in ("http", "https") or not known:
        raise ModelRefused(found=address, problem="it does not begin with http:// or https://")
    if parts.username or parts.password:
        raise ModelRefused(found=parts.hostname, problem="it holds a name or a password")
    if known not in LOCAL and known != host.lower():
        raise ModelRefused(found=address, problem="it is on another machine")
    return Endpoint(address, name or "default", seconds)


@dataclass(frozen=True)
class Answer:
    """What a model said of one text: its replies as they came, and what of them stands in the text."""

    replies: list[str]
    pointed: Pointed


def ask_model(endpoint: Endpoint, text: str) -> Answer:
    """Ask a model about a text, piece by piece, and return what it points at.

    Errors: ModelUnusable.
    """
    replies, pointed = [], Pointed()
    for piece in _pieces(text):
        reply = _ask(endpoint, piece)
        replies.append(reply)
        pointed.add(reply, text)
    return Answer(replies, pointed)


def _pieces(text: str) -> Iterator[str]:
    """Cut a text where a line or a sentence ends, so that a piece is never much too long."""
    at = 0
    while at < len(text):
        end = min(len(text), at + PIECE)
        if end < len(text):
            cuts = [text.rfind(mark, at + PIECE // 2, end) for mark in ("\n", ". ", " ")]
            end = next((cut + 1 for cut in cuts if cut > 0), end)
        yield text[at:end]
        at = end


def _ask(endpoint: Endpoint, piece: str) -> str:
    messages = [{"role": "system", "content": PROMPT}, {"role": "user", "content": piece}]
    body = {"model": endpoint.name, "messages": messages, "temperature": 0, "stream": False}
    watch = Watch(endpoint.seconds)
    try:
        held = _receive(endpoint, body, watch)
        if watch.has_ended:
            raise httpx.ReadTimeout("")
        return _content(held, endpoint)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        slow = watch.has_ended or isinstance(error, httpx.TimeoutException)
        problem = f"no whole answer within {endpoint.seconds:g} s" if slow else _say(error)
        raise ModelUnusable(host=endpoint.host, problem=problem) from None
    finally:
        watch.timer.cancel()


def _receive(endpoint: Endpoint, body: dict[str, Any], watch: Watch) -> bytes:
    """Return the body of an answer; redirects are not followed, and an endless one is cut."""
    held = b""
    asked = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
    with (
        httpx.Client(timeout=endpoint.seconds, trust_env=False, headers=asked) as client,
        client.stream("POST", endpoint.address, json=body, extensions={"trace": watch}) as response,
    ):
        if response.status_code != 200:
            raise ModelUnusable(host=endpoint.host, problem=f"it answers with status {response.status_code}")
        for part in response.iter_bytes():
            held += part
            if len(held) > MOST_BYTES:
                problem = f"its reply is longer than {MOST_BYTES:,} bytes"
                raise ModelUnusable(host=endpoint.host, problem=problem)
    return held


def _content(body: bytes, endpoint: Endpoint) -> str:
    """Return what the model said, out of the envelope of the protocol."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise ModelUnusable(host=endpoint.host, problem="its reply is not of the chat protocol")
    return content


def _say(error: Exception) -> str:
    refused = isinstance(error, httpx.ConnectError)
    return "it cannot be reached" if refused else "the connection ended before the answer had come"
