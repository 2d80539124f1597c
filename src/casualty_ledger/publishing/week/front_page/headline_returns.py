"""Who returned in exchanges, in the few words of a headline: each way, or each direction by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from casualty_ledger.ledger.rows import rows_by
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.series.prisoners import Returned
from casualty_ledger.vocabulary import Hedge
from casualty_ledger.week.badges import sides_contradict
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_count, number_of
from casualty_ledger.wording.language import mark, mark_counted, translate_counted
from casualty_ledger.wording.sentences import merge, number
from casualty_ledger.wording.tolls import say_speaks
from casualty_ledger.wording.traced_text import Sentence, Span, fill, sentence

# Whether civilians are among those returned.
EACH_WAY = {
    False: mark_counted(
        "{speaks} {count} prisoners returned each way", "{speaks} {count} prisoners returned each way"
    ),
    True: mark_counted(
        "{speaks} {count} prisoners and civilians returned each way",
        "{speaks} {count} prisoners and civilians returned each way",
    ),
}
RETURNED = {
    False: mark_counted(
        "{speaks} {count} prisoners returned {direction}", "{speaks} {count} prisoners returned {direction}"
    ),
    True: mark_counted(
        "{speaks} {count} prisoners and civilians returned {direction}",
        "{speaks} {count} prisoners and civilians returned {direction}",
    ),
}
ALSO = mark("{returned}, {speaks} {count}")
OTHERWISE = mark("{returned}, {speaks} {count} {direction}")


def say_returns(edition: Edition) -> Iterator[Sentence]:
    """Say a number that one source gives in both directions, or else each direction's."""
    returned = edition.facts.returns
    for same in rows_by(returned, "claimant", "value", "hedge", "with_civilians"):
        if len({row["direction"] for row in same}) > 1:
            ids = tuple(str(row["figure_id"]) for row in same)
            said = translate_counted(*EACH_WAY[same[0]["with_civilians"]], number_of(same[0]))
            count = Sentence((Span(label_count(same[0]), ids),))
            yield _with_rivals(fill(said, speaks=say_speaks(same[0]), count=count), same[0], returned)
            return
    for told in rows_by(returned, "direction", "with_civilians"):
        yield _say_direction(told)


def _with_rivals(said: Sentence, first: Returned, returned: list[Returned]) -> Sentence:
    """Say beside a number of each way in which direction the other side gives another one."""
    rivals = [row for row in returned if sides_contradict([first, row])]
    for same in rows_by(rivals, "direction", "value", "claimant_side"):
        count, direction = merge([number(row) for row in same]), say_direction(same[0]["direction"])
        said = sentence(
            OTHERWISE, returned=said, speaks=say_speaks(same[0]), count=count, direction=direction
        )
    return said


def _say_direction(told: list[Returned]) -> Sentence:
    """Say what is counted in one direction: of one exchange, who gives another number says only that."""
    # Bodies of one side that give one number say it once, and a number comes before a bound of it.
    told = sorted(told, key=lambda row: (row["hedge"] != Hedge.EXACT, _say_return(row).text))
    first, *others = (list(same) for _, same in groupby(told, key=lambda row: _say_return(row).text))
    said = merge([_say_return(row) for row in first])
    for same in others:
        count = merge([number(row) for row in same])
        said = sentence(ALSO, returned=said, speaks=say_speaks(same[0]), count=count)
    return said


def _say_return(row: Returned) -> Sentence:
    said = translate_counted(*RETURNED[row["with_civilians"]], number_of(row))
    return fill(said, speaks=say_speaks(row), count=number(row), direction=say_direction(row["direction"]))
