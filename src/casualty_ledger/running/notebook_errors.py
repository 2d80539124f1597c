"""What can be wrong with a notebook, its parameters, and the folder of one's own that it stands in."""

from __future__ import annotations

from casualty_ledger.errors import CasualtyLedgerError


class NotebookUnreadable(CasualtyLedgerError):
    """A file that should be a notebook is none."""

    template = (
        "{notebook} cannot be read as a notebook: {problem}. Mend it in JupyterLab, or take the two digits "
        "from the beginning of its name to leave it out."
    )


class NoParameters(CasualtyLedgerError):
    """A numbered notebook that cannot be told which week it is to show."""

    template = (
        "{notebook} has no parameter {found!r}, and cannot join a report. Give it a cell tagged "
        'parameters with `week: str = "2023-W22"` and `as_of: str = ""` (see casualty-ledger notebook new).'
    )


class NoOwnNotebooks(CasualtyLedgerError):
    """A folder of one's own notebooks that holds none with a number."""

    template = (
        "{folder} holds no notebook whose name begins with two digits, such as 06_my_question.ipynb. "
        'Rename one, or make one: casualty-ledger notebook new "Title" --notebooks {folder}.'
    )


class NamesCollide(CasualtyLedgerError):
    """A file beside one's own notebooks that is called as one of the project's."""

    template = "{folder} and the project's notebooks both hold {names}. Rename yours."


class PagesCollide(CasualtyLedgerError):
    """Two notebooks whose pages would be one file."""

    template = "{one} and {other} would both be set as the page {page}. Rename one of them."


class NotebookUnnamed(CasualtyLedgerError):
    """A title of which no file name can be made."""

    template = (
        "{found!r} holds no letter or digit to name a notebook by. Write a title such as Injured by month."
    )


class NumbersUsedUp(CasualtyLedgerError):
    """A new notebook where the last is 99."""

    template = "The last notebook, {last}, has the last number there is. Give it a lower one, and try again."


class ParameterWithoutValue(CasualtyLedgerError):
    """A parameter that is given without a value."""

    template = "-p {found!r} gives no value. Write the name, = and the value: -p week=2023-W22."


class UnknownParameter(CasualtyLedgerError):
    """A parameter that the notebook does not have."""

    template = "{notebook} has no parameter {found!r}{hint}. Its parameters: {allowed}."


class IllTypedParameter(CasualtyLedgerError):
    """A parameter of the wrong type."""

    template = "{notebook}: parameter {name} must be {expected}, found {found!r}."


class NoSuchNotebook(CasualtyLedgerError):
    """A notebook that the project does not have."""

    template = "There is no notebook {found!r}. The notebooks: {allowed}."
