"""A number of a sentence, before anybody knows what it counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A number of a sentence by its tokens; `refusal` says why it counts no people, empty where it may."""

    first: int
    last: int
    value: int | None
    low: int | None
    high: int | None
    hedge: str = "exact"
    begin: int = 0
    refusal: str = ""
    is_increment: bool = False
    is_one: bool = False
    is_zero: bool = False
