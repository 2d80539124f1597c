"""A candidate: a figure that a text seems to report, with the words that it stands on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

NARRATOR = "narrator"


@dataclass
class Candidate:
    """A reported figure; what the text does not support is None, with a reason."""

    trigger: str
    start: int
    end: int
    measure: str
    value: int | None
    low: int | None
    high: int | None
    hedge: str
    population: str = "unspecified"
    party: str = "unspecified"
    claimant: str = NARRATOR
    relayed_by: str | None = None
    place: str | None = None
    date: str | None = None
    cumulative: bool = False
    increment: bool = False
    subset_of: int | None = None
    negated: bool = False
    quoted: bool = False
    superseded: bool = False
    optional: bool = False
    conflict: str = ""
    confidence: float = 0.0
    rule: str = ""
    reasons: dict[str, str] = field(default_factory=dict)

    def as_record(self) -> dict[str, Any]:
        """Return the candidate under the keys of the labels, with offsets, rule path and confidence."""
        return asdict(self)


@dataclass(frozen=True)
class Refusal:
    """A number that is no reported figure, and why."""

    text: str
    start: int
    end: int
    reason: str
