"""Reach: which addresses may be asked, and how much patience an answer gets.

The name of a host is resolved here, once, and the connection goes to the address that was looked at: a name
that leads into the machine's own network is refused, also where it led elsewhere a moment ago.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from casualty_ledger.intake.feeds.problems import AddressRefused, FeedNotFetched

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
# Addresses of the old Internet inside those of the new: what counts is what is inside.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Reach:
    """What may be asked, for how long (seconds), how often, and how large an answer may be (bytes).

    Only tests reach into this machine.
    """

    schemes: tuple[str, ...] = ("https",)
    into_this_machine: bool = False
    connect: float = 10.0
    read: float = 30.0
    whole: float = 600.0
    tries: int = 3
    pause: float = 1.0
    most_bytes: int = 200_000_000
    most_redirects: int = 5


REACH = Reach()


def check_address(feed: str, address: str, reach: Reach) -> SplitResult:
    """Return the parts of an address that may be asked.

    Errors: AddressRefused.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise AddressRefused(feed=feed, problem=f"{address[:80]!r} is no address") from None
    if parts.scheme not in reach.schemes:
        allowed = " or ".join(reach.schemes)
        raise AddressRefused(feed=feed, problem=f"it begins with {parts.scheme or 'nothing'}, not {allowed}")
    if not parts.hostname or port == 0:
        raise AddressRefused(feed=feed, problem="it names no host")
    if parts.username or parts.password:
        raise AddressRefused(feed=feed, problem="it holds a user name or a password")
    return parts


def resolve(feed: str, host: str, port: int, reach: Reach) -> str:
    """Return the address of a host, once all that its name leads to are seen to be public.

    Errors: AddressRefused, FeedNotFetched.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        problem = f"the name {host} leads nowhere; there may be no network"
        raise FeedNotFetched(feed=feed, problem=problem) from None
    addresses = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    if not reach.into_this_machine:
        for address in addresses:
            if not is_public(address):
                raise AddressRefused(feed=feed, problem=f"{host} leads to {address}, which is not public")
    return str(addresses[0])


def is_public(address: IPAddress) -> bool:
    """Say whether an address is one of the public Internet, whatever it is wrapped in.

    >>> [is_public(ipaddress.ip_address(each)) for each in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1")]
    [True, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.sixtofour or address.teredo:
            return False
        if address in TRANSLATED:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
    return address.is_global and not address.is_multicast and not address.is_reserved
