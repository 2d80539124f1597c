"""What can be wrong, one class per way: facts go in, a sentence comes out.

A person reads the sentence; a program reads `facts`.
In a notebook the sentence is shown alone, without a traceback.
"""

from __future__ import annotations

from typing import Any, ClassVar

# What a sentence quotes of a cell or a file, and how much of it; `facts` keeps it whole.
QUOTED, MOST_QUOTED = {"found", "expect"}, 80


class CasualtyLedgerError(ValueError):
    """Something a person can mend; the base of every error that this package raises on purpose."""

    template: ClassVar[str] = "{problem}"

    def __init__(self, **facts: Any) -> None:
        """Render the sentence of this class from `facts`."""
        self.facts = facts
        super().__init__(
            self.template.format(**facts | {name: _shorten(facts[name]) for name in QUOTED & {*facts}})
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error cross from a worker process with its facts."""
        return _rebuild, (type(self), self.facts)

    def _render_traceback_(self) -> list[str]:
        """Show IPython one sentence in place of a traceback."""
        return [f"{type(self).__name__}: {self}"]


def _shorten(fact: Any) -> Any:
    return f"{fact[:MOST_QUOTED]}…" if isinstance(fact, str) and len(fact) > MOST_QUOTED else fact


def _rebuild(kind: type[CasualtyLedgerError], facts: dict[str, Any]) -> CasualtyLedgerError:
    return kind(**facts)


class UnreadableCount(CasualtyLedgerError):
    """A text that should be a count is none."""

    template = "{found!r} is not a count. Write a whole number such as 1240 or 1,240, or leave it empty."


class UnreadableDate(CasualtyLedgerError):
    """A text that should be a date is none."""

    template = "{found!r} is not a date. Write 2023-06-04, 2023-06 or 2023, or leave it empty."


class CellToRewrite(CasualtyLedgerError):
    """A cell that a person understands, but that could be mistaken: the cell to write is named."""

    template = "{found!r} is not read as it stands. {advice}"


class YearOutOfRange(UnreadableDate):
    """A date of a year that no table of the ledger can hold."""

    template = "{found!r} lies outside the years {first} to {last}. Write a day, month or year within them."


class UnreadablePhrase(CasualtyLedgerError):
    """A text states no count that can be read."""

    template = "{found!r} states no count. Write it as the source does, such as: at least 22, понад 200."


class UnreadableWeek(CasualtyLedgerError):
    """A text that should be an ISO week is none."""

    template = "{found!r} is not a week{detail}. Write an ISO week such as 2023-W22."


class UnreadableVintage(CasualtyLedgerError):
    """A text that should be a vintage is none."""

    template = (
        "{found!r} is not a vintage. Write a date such as 2024-01-01, the word latest, "
        "or nothing for the Monday after the week."
    )


class UnknownWord(CasualtyLedgerError):
    """A word that the vocabulary does not hold."""

    template = "{found!r} is not a known {what}{hint}. Allowed: {allowed}."


class UnknownInConflict(UnknownWord):
    """A party or a side that a conflict's file does not hold."""

    template = (
        "{found!r} is no {what} of the conflict {conflict}{hint}. Known: {allowed}. "
        "If it is one, add it to data/conflicts/{conflict}.yml."
    )


class BoundsCross(CasualtyLedgerError):
    """A lower bound above its upper bound, or a number outside its own bounds."""

    template = "lower {lower}, value {value}, upper {upper}: they must rise in this order."


class FolderMissing(CasualtyLedgerError):
    """A folder that should be there is not."""

    template = "There is no folder {folder} ({purpose}). {advice}"


class SheetUnreadable(CasualtyLedgerError):
    """A file that should be a sheet of figures cannot be read as one."""

    template = "{file} cannot be read as a sheet: {problem}. {advice}"


class YamlUnreadable(CasualtyLedgerError):
    """A file in which something is declared cannot be read."""

    template = "{file} cannot be read: {problem}."


class RegisterUnreadable(YamlUnreadable):
    """The register of sources cannot be read."""

    template = (
        "{file} cannot be read as the register of sources: {problem}. "
        "The lines at the head of data/sources.yml describe its keys."
    )


class CorrectionUnreadable(YamlUnreadable):
    """A file of corrections cannot be read."""

    template = (
        "{file} cannot be read as corrections: {problem}. data/corrections/README.md describes the keys."
    )


class ConflictUnreadable(YamlUnreadable):
    """A conflict's file cannot be read."""

    template = (
        "{file} cannot be read as a conflict's file: {problem}. docs/conflict_file.md describes its keys."
    )


class ConflictMisnamed(CasualtyLedgerError):
    """A text that should name a conflict and cannot."""

    template = (
        "{found!r} cannot name a conflict. Write small letters, digits and _, beginning with a letter or "
        "digit, such as {meant}."
    )


class ConflictExists(CasualtyLedgerError):
    """A new conflict that has a file already."""

    template = "There is a file of the conflict {found!r} already: {file}. Edit it, or choose another name."


class UnknownConflict(CasualtyLedgerError):
    """A conflict of which the sheets hold nothing, and that no file declares."""

    template = (
        "No sheet and no file names the conflict {found!r}{hint}: there are {allowed}, and "
        "casualty-ledger conflict new {meant} declares another."
    )


class ConflictNotChosen(CasualtyLedgerError):
    """Several conflicts, of which one must be named."""

    template = "The sheets hold several conflicts: {allowed}. Name one, such as --conflict {first}."


class CorrectionOutdated(CasualtyLedgerError):
    """A correction does not find what it expects."""

    template = (
        "{file}: the correction of {id}, column {column}, expects {expect!r} and finds {found}. {advice}"
    )


class NoProject(CasualtyLedgerError):
    """No project folder was found."""

    template = (
        "No Casualty Ledger project was found above {start}. "
        "Run inside the project, or set CASUALTY_LEDGER_HOME to its folder."
    )


class NotebookFailed(CasualtyLedgerError):
    """A notebook stopped with an error."""

    template = "{notebook} stopped: {problem}"


class CannotWrite(CasualtyLedgerError):
    """A folder or file that cannot be written."""

    template = (
        "{path} cannot be written: {problem}. Choose another folder with --out, or mend its permissions."
    )


class RecordUnreadable(CasualtyLedgerError):
    """The record of a brief cannot be read."""

    template = "{file} cannot be read as the record of a brief: {problem}. Make the report again."


class UnusableAddress(CasualtyLedgerError):
    """A text that should be the web address of a site is none."""

    template = "{found!r} is no address for a site. Write one such as https://example.org/reports/."


class WeeksCross(CasualtyLedgerError):
    """A first week that comes after the last."""

    template = "--from {first} comes after --to {last}. Name the earlier week first."


class ForbiddenSum(CasualtyLedgerError):
    """A sum that would mean nothing."""

    template = "These figures must not be added: {reason}. {advice}"
