"""What `make test` tries of a kind, and what it leaves to `make soak`."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet


def in_soak(*tried: object) -> list[ParameterSet]:
    """Leave what is tried like these to `make soak`: `make test` tries one or two of the kind."""
    several = (each if isinstance(each, tuple) else (each,) for each in tried)
    return [pytest.param(*each, marks=pytest.mark.soak) for each in several]


def one_in(step: int, tried: Iterable[object]) -> list[object]:
    """Try one in so many of a kind, and leave the others to `make soak`."""
    return [each if nth % step == 0 else in_soak(each)[0] for nth, each in enumerate(tried)]
