"""Errors are sentences for people and facts for programs."""

import pickle

import pytest

from casualty_ledger import errors
from casualty_ledger.errors import CasualtyLedgerError, UnreadableWeek

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, CasualtyLedgerError) and kind is not CasualtyLedgerError
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_renders_its_facts(kind):
    """
    Every kind of error is a sentence made of its facts, and keeps them.
    """
    import string

    names = [name for _, name, _, _ in string.Formatter().parse(kind.template) if name]
    facts = {name: f"<{name}>" for name in names}

    error = kind(**facts)

    assert error.facts == facts
    assert all(f"<{name}>" in str(error) for name in names)


def test_an_error_survives_a_process():
    """
    An error that crosses from a worker process keeps its kind, its facts and its sentence.
    """
    error = UnreadableWeek(found="2023-W60", detail=": 2023 has no week 60")
    again = pickle.loads(pickle.dumps(error))

    assert (type(again), again.facts, str(again)) == (UnreadableWeek, error.facts, str(error))


def test_a_notebook_shows_one_sentence():
    """
    IPython is given one line in place of a traceback.
    """
    error = UnreadableWeek(found="x", detail="")

    assert error._render_traceback_() == [f"UnreadableWeek: {error}"]
