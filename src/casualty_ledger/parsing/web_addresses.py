"""Addresses that a page or a brief may link to: those of the web, and no other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Anything else in an address is written with a percent sign; what is not may hide where it leads.
ADDRESS = re.compile(r"[!#$%&'()*+,./:;=?@\[\]_~\w-]+\Z")
# No browser's limit is lower, and a PDF refuses longer links.
LONGEST = 2000


def safe_address(address: str) -> str:
    """Return a web address, or nothing where it is not one that a page may link to.

    >>> safe_address("javascript:alert(1)"), safe_address("https://example.org/a")
    ('', 'https://example.org/a')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    known = parts.scheme in ("http", "https") and parts.netloc
    return address if known and len(address) <= LONGEST and ADDRESS.match(address) else ""
