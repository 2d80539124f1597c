"""Lists of claimants: who gives a number, named or counted, with a figure of each to check it by."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.week.tolls import Toll, size_of
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.labels import label_count
from casualty_ledger.wording.language import translate, write_number
from casualty_ledger.wording.sentences import join
from casualty_ledger.wording.traced_text import Sentence, Span, sentence


def figures_as_told(toll: Toll) -> tuple[ReportedFigure, ...]:
    """Return the figures that make a toll's number as it is printed: of one number, those with its hedge.

    Who says "at least 34" is no source of a flat 34.
    """
    if size_of(toll.lowest) != size_of(toll.highest):
        return toll.figures
    usual = label_count(toll.highest)
    return tuple(figure for figure in toll.figures if label_count(figure) == usual)


def sources_of(figures: Iterable[ReportedFigure], how: str) -> Sentence:
    """Count the claimants of figures; the number leads to a figure of each, for readers to count them."""
    first = {str(figure["claimant"]): str(figure["figure_id"]) for figure in reversed([*figures])}
    return Sentence((Span(write_number(len(first)), tuple(reversed(first.values())), how),))


def list_sources(figures: Iterable[ReportedFigure], cited: Collection[str], most: int = 2) -> Sentence:
    """Name who gives these numbers, the first few and how many more, each with a figure that is cited.

    Whose figure is `cited` beside them is named first; of everybody else, name or count leads to one.
    """
    by_claimant = {name: told[0] for name, told in _by_claimant(figures, cited).items()}
    names, others = [*by_claimant][:most], [*by_claimant.values()][most:]
    said = []
    for name in names:
        figure = str(by_claimant[name]["figure_id"])
        said.append(Sentence((Span(name_claimant(name), () if figure in cited else (figure,)),)))
    named = join(said)
    if not others:
        return named
    count = sources_of(others, translate("sources that are not named beside it"))
    return sentence("{names} and {count} more", names=named, count=count)


def _by_claimant(
    figures: Iterable[ReportedFigure], cited: Collection[str]
) -> dict[str, list[ReportedFigure]]:
    """Gather figures by claimant, those that are cited first."""
    found: dict[str, list[ReportedFigure]] = {}
    for figure in sorted(figures, key=lambda each: str(each["figure_id"]) not in cited):
        found.setdefault(str(figure["claimant"]), []).append(figure)
    return found
