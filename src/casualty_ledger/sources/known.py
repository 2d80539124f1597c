"""Claimants' names in other languages, as the project's register has them; read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from casualty_ledger.errors import NoProject
from casualty_ledger.project import MARK, find_home
from casualty_ledger.sources.registry import read_register


@lru_cache
def claimants_in(language: str) -> Mapping[str, str]:
    """Return the names that the register gives in a language, by the registered name.

    Errors: RegisterUnreadable.
    """
    try:
        return read_register(find_home() / MARK).names.get(language, {})
    except NoProject:
        return {}
