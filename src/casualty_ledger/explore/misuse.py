"""What can be asked wrongly, each with the right call in its sentence."""

from __future__ import annotations

from casualty_ledger.errors import CasualtyLedgerError


class UnknownChoice(CasualtyLedgerError):
    """A word, a claimant or a place that the ledger does not hold."""

    template = "{found!r} is no {what} in this ledger{hint}. All of them: ledger.choices({what!r})."


class NoSuchCriterion(CasualtyLedgerError, TypeError):
    """A name by which no figures are chosen."""

    template = "Figures are not chosen by {found!r}{hint}. They are by {allowed}."


class UnreadableDays(CasualtyLedgerError):
    """A text that should name weeks or days and does not."""

    template = "{found!r} does not name {what}. Write {example}."


class NoSuchVintage(CasualtyLedgerError):
    """A text that should be a vintage and is none."""

    template = "{found!r} is not a vintage. Write a date such as '2023-06-05', or 'latest' for hindsight."


class NoSuchCall(CasualtyLedgerError, AttributeError):
    """A name that a selection does not have."""

    template = "A selection has no {found!r}. {advice}"


class NobodySaid(CasualtyLedgerError):
    """A number that leads to no figure of the selection."""

    template = (
        'No figure of this selection states {found}{hint}. Look in all of them: ledger.trace("{found}").'
    )


class NothingToDraw(CasualtyLedgerError):
    """A kind of chart that does not exist."""

    template = "{found!r} is no kind of chart. The kinds: {allowed}; nothing lets the selection choose."
