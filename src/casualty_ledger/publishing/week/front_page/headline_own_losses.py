"""A side's word on its own losses, in the few words of a headline; a total says since when it counts."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Measure
from casualty_ledger.wording.conflict_words import say_adjective
from casualty_ledger.wording.language import mark
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import number, since
from casualty_ledger.wording.tolls import name_side, say_speaks, short_place
from casualty_ledger.wording.traced_text import Sentence, sentence, words

# Of soldiers of a side itself, and of others who fight for it; the first of each as briefly as a headline.
OWN_SOLDIERS = (
    mark("{side}: {count} own soldiers {measure}"),
    mark("{speaks} {count} {adjective} soldiers {measure}"),
)
# Of a total, where there is no room to say since when it counts.
OWN_DEAD = (mark("{side}: {count} own dead (total)"), mark("{side}: {count} {adjective} dead (total)"))
OWN_TOTAL = (
    mark("{side}: {count} own soldiers {measure} (total)"),
    mark("{side}: {count} {adjective} soldiers {measure} (total)"),
)
OWN_SOLDIERS_WERE = (
    mark("{speaks} {count} of its own soldiers were {measure}"),
    mark("{speaks} {count} {adjective} soldiers were {measure}"),
)
OWN_LOSSES = (
    mark("{speaks} its own {measure} were {count}"),
    mark("{speaks} {adjective} {measure} were {count}"),
)


def say_own_loss(figure: ReportedFigure) -> Sentence:
    """Say a side's word on its own losses, and since when a total counts."""
    return _say(figure, OWN_SOLDIERS_WERE) + words(_since(figure))


def say_own_loss_briefly(figure: ReportedFigure) -> Iterator[Sentence]:
    """Say it as a headline does; of a total, in fewer words yet that it is one."""
    yield _say(figure, OWN_SOLDIERS) + words(_since(figure))
    if figure["basis"] == Basis.CUMULATIVE:
        yield _say(figure, OWN_DEAD if figure["measure"] == Measure.KILLED else OWN_TOTAL)


def _since(figure: ReportedFigure) -> str:
    """Say since when a total counts: without it, it reads as the toll of the week."""
    return since(figure) if figure["basis"] == Basis.CUMULATIVE else ""


def _say(figure: ReportedFigure, of_soldiers: tuple[str, str]) -> Sentence:
    conflict, party = conflict_of(str(figure["conflict"])), str(figure["party"])
    adjective = "" if party in conflict.sides else say_adjective(conflict, party)
    own, others = OWN_LOSSES if figure["measure"] == Measure.LOSSES else of_soldiers
    said = sentence(
        others if adjective else own,
        side=name_side(figure),
        speaks=say_speaks(figure),
        adjective=adjective,
        count=number(figure),
        measure=name_measure(str(figure["measure"])),
    )
    return at_place(said, figure)


def at_place(said: Sentence, figure: ReportedFigure) -> Sentence:
    """Say where what is counted happened, unless it is the whole conflict."""
    conflict, named = conflict_of(str(figure["conflict"])), str(figure["place"] or figure["admin1"])
    if conflict.is_everywhere(named):
        return said
    return sentence("{counted} in {place}", counted=said, place=short_place(conflict.name, named))
