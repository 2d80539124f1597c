"""What is counted, without its number."""

from __future__ import annotations

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.wording.labels import SEVERAL, label_figure, number_of


def label_counted(figure: ReportedFigure) -> str:
    """Name what a figure counts, in the singular where it counts one, without the number beside it.

    >>> figure = {"conflict": "russia_ukraine", "measure": "killed", "population": "civilian", "sex": "",
    ...           "age_group": "", "party": "ukraine", "subgroup": "", "hedge": "exact", "value": 241}
    >>> label_counted(figure)
    'civilians killed'
    """
    # A language may say "241 woman" of what it calls women without the number.
    value = 1 if number_of(figure) == 1 else SEVERAL
    return label_figure({**figure, "value": value}, "").strip()
