"""What can be wrong with evidence, each as a sentence with what to do."""

from __future__ import annotations

from casualty_ledger.errors import CasualtyLedgerError


class EvidenceUnreadable(CasualtyLedgerError):
    """A page or text that cannot be kept or read."""

    template = "{file} cannot be kept as evidence: {problem}."


class NoSuchEvidence(CasualtyLedgerError):
    """A page that is not kept here."""

    template = (
        "No page with the sha256 {found} is kept in {folder}. Kept pages are outside git: "
        "bring the folder from where it is, or keep the page again."
    )


class NoSuchRow(CasualtyLedgerError):
    """A row that the ledger does not hold."""

    template = "The ledger holds no row {found!r}{hint}. Record it first: a pointer leads from a row."


class WordsNotFound(CasualtyLedgerError):
    """Words that do not stand in a page, or not once."""

    template = "The words {found!r} {how} in the text of {file}. {advice}"


class WordsSayOtherwise(CasualtyLedgerError):
    """Words that do not state the number of the row."""

    template = "The words {found!r} do not state the number of {row}, which is {number}. Quote those that do."
