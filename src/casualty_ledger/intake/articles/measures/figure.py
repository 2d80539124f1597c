"""A number with what it counts and what befell those counted."""

from __future__ import annotations

from dataclasses import dataclass

from casualty_ledger.intake.articles.measures.triggers import Trigger
from casualty_ledger.intake.articles.numbers.counted import Counted
from casualty_ledger.intake.articles.numbers.number import Number


@dataclass
class Found:
    """A number with what it counts and why it is taken; `refusal` is empty where it is taken."""

    number: Number
    counted: Counted
    measure: str = ""
    trigger: Trigger | None = None
    cost: float = 0.0
    is_part: bool = False
    refusal: str = ""
    rule: str = ""
