"""Captions: a chart cannot be drawn without saying what it shows, who says so and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.parsing.plain_text import shorten
from casualty_ledger.wording.language import phrase

# As many letters as two lines hold under a chart.
SHORT = 260
OPTIONAL = ("finding", "unseen")


class CaptionIncomplete(CasualtyLedgerError):
    """A caption leaves a part empty."""

    template = "The caption {title!r} does not say: {missing}. Fill every part; write what is not known."


@dataclass(frozen=True)
class Caption:
    """What every chart must say, and of which conflict. Errors: CaptionIncomplete, where a part is empty.

    `title` says what is drawn; a `finding` leads it where the table has one. `unseen` says what has no room.
    """

    conflict: str
    title: str
    measure: str
    population: str
    who_says: str
    who_relays: str
    period: str
    basis: str
    as_of: str
    verification: str
    interval: str
    excludes: str
    finding: str = ""
    unseen: str = ""

    def __post_init__(self) -> None:
        """Refuse an empty part."""
        parts = [part.name for part in fields(self) if part.name not in OPTIONAL]
        missing = [name for name in parts if not getattr(self, name).strip()]
        if missing:
            raise CaptionIncomplete(title=self.title, missing=", ".join(missing))

    def led_by(self, finding: str) -> Caption:
        """Return the caption with a finding before what is drawn."""
        return replace(self, finding=finding)

    @property
    def headline(self) -> str:
        """The line over the chart: its finding, or what is drawn."""
        return self.finding or self.title

    @property
    def said(self) -> str:
        """Finding and what is drawn, for those who cannot see the picture."""
        return f"{self.finding}. {self.title}" if self.finding else self.title

    def subtitle(self, note: str) -> str:
        """Return what stands under the headline: what is drawn, unless the headline says it, and a note."""
        return f"{self.title}. {note}".rstrip() if self.finding else note

    @property
    def text(self) -> str:
        """The caption in sentences, as it is printed under the chart."""
        return phrase(
            "Counted: {measure}; {population}. Reported by {who_says}; "
            "printed by {who_relays}. {period}, {basis}; as known {as_of}. "
            "Checked: {verification}. Bounds: {interval}. Left out: {excludes}.",
            **{part.name: getattr(self, part.name) for part in fields(self)}
            | {"excludes": self.excludes + self.unseen},
        )

    @property
    def short(self) -> str:
        """What a reader of the picture must know, in two lines; the rest stands under the chart's facts."""
        left = self.excludes + self.unseen
        return shorten(phrase("{period}. Left out: {excludes}.", period=self.period, excludes=left), SHORT)

    @property
    def attribution(self) -> str:
        """The short line drawn under the axes, for a picture that travels alone."""
        return phrase("Reported by {who_says}; as known {as_of}.", who_says=self.who_says, as_of=self.as_of)
