"""One reported figure has the columns of the ledger, and nobody writes to it."""

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.schema import ReportedFigures, columns_of


def test_a_reported_figure_has_every_column_of_the_ledger():
    """
    Who takes a figure finds every column of the table by its name, in its order.
    """
    assert list(ReportedFigure.__annotations__) == columns_of(ReportedFigures)


def test_no_column_of_a_figure_is_written_to():
    """
    Every key is read-only to the type checker, in kinds of figures with more columns, too.
    """
    declared = [str(kind.__forward_arg__) for kind in ReportedFigure.__annotations__.values()]

    assert all(kind.startswith("ReadOnly[") for kind in declared)
