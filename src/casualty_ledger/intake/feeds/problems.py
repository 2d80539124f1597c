"""What can be wrong with a feed, each as a sentence with what to do."""

from __future__ import annotations

from casualty_ledger.errors import CasualtyLedgerError

BY_HAND = "Or download it in a browser, and keep it: casualty-ledger fetch {feed} --from FILE."


class NoSuchFeed(CasualtyLedgerError):
    """A feed that no mapping declares."""

    template = (
        "There is no feed {found!r}{hint}. The feeds: {allowed}. "
        "A feed is declared by the key address of data/mappings/<feed>.yml."
    )


class AddressRefused(CasualtyLedgerError):
    """An address that is never asked, whoever names it."""

    template = "The address of the feed {feed} is not asked: {problem}. Mend it in data/mappings/{feed}.yml."


class RedirectRefused(CasualtyLedgerError):
    """An answer that leads elsewhere."""

    template = (
        "The feed {feed} leads to another place, {target}, and is not followed there. "
        "If you trust it, write that address into data/mappings/{feed}.yml."
    )


class FeedNotFetched(CasualtyLedgerError):
    """A feed that did not come, or did not come whole."""

    template = "The feed {feed} could not be fetched: {problem}. " + BY_HAND


class FeedRefused(CasualtyLedgerError):
    """An answer that came and is not what the feed should be: nothing of it is kept."""

    template = "What came for the feed {feed} is not kept: {problem}. " + BY_HAND


class NoSnapshot(CasualtyLedgerError):
    """A feed of which nothing is kept, or not enough."""

    template = "The feed {feed} has {found}. {advice}"


class SnapshotDamaged(CasualtyLedgerError):
    """A snapshot whose content is not what its sidecar says."""

    template = (
        "The snapshot {name} of the feed {feed} is not as it came: {problem}. "
        "Bring it back from a backup, or move its sidecar away."
    )
