"""What changed in what we printed: last week's brief as it went out, held against the ledger of today."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.publishing.document import Brief, Paragraph, Section, Table
from casualty_ledger.publishing.printed import Printed, list_printed
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.changes import COLUMNS, WARNINGS, find_changes, name_subjects
from casualty_ledger.vocabulary import ChangeKind
from casualty_ledger.wording.labels import (
    label_count,
    label_day,
    label_figure,
    label_publication,
    label_where_and_when,
)
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.sentences import number
from casualty_ledger.wording.traced_text import Sentence, Span, sentence, words

KINDS = {str(kind): kind for kind in ChangeKind}
MISTAKES = (ChangeKind.REFUSED, ChangeKind.CORRECTED)
HARMLESS = (ChangeKind.PART, ChangeKind.WARNED, ChangeKind.MISPRINT)
# With what a language puts between thousands.
DIGITS = re.compile(r"[\d,]+|(?<=\d)[\xa0\u202f](?=\d)")
HEADING = mark("What changed since last week’s brief")
Compose = Callable[[Edition], Brief]


@dataclass(frozen=True)
class Change:
    """A printed number that is told otherwise now.

    `now` is the figure that changed it, absent where nothing took its place; `anew` is a derived number
    as it comes out now, and `cause` how the figure behind it changed.
    """

    printed: Printed
    then: ReportedFigure
    now: ReportedFigure | None
    kind: ChangeKind
    why: str
    anew: Printed | None = None
    cause: ChangeKind | None = None


def compose_changes(edition: Edition, compose: Compose) -> Section:
    """Compose the section; `compose` makes the brief of an edition without this section."""
    last = edition.week.before()
    if edition.vintage.day is not None and edition.vintage.day < last.brief_day:
        return _one_sentence(
            sentence("The brief of the week before, {week}, was not due by this day.", week=last)
        )
    earlier = Edition(last, edition.ledger.as_printed(Vintage(last.brief_day)))
    printed = list_printed(compose(earlier))
    # Whether anybody made that brief is not known here: it is composed as it would have come out.
    when = phrase("{week}, reconstructed as of {day}", week=last, day=label_day(last.brief_day))
    if not printed:
        return _one_sentence(sentence("The brief of the week before ({when}) held no figure.", when=when))
    changes = find_changed(printed, earlier, edition) + find_recomputed(printed, earlier, edition, compose)
    if not changes:
        none = mark("No number in last week’s brief ({when}) was corrected or restated.")
        return _one_sentence(sentence(none, when=when))
    return Section(translate(HEADING), (tabulate_changes(changes, edition, when),))


def _one_sentence(said: Sentence) -> Section:
    return Section(translate(HEADING), (Paragraph((said,)),))


def find_changed(printed: tuple[Printed, ...], earlier: Edition, edition: Edition) -> list[Change]:
    """Find the printed statements of `earlier` that are told otherwise in `edition`."""
    stated = {each.figure_ids[0]: each for each in reversed(printed) if not each.how}
    found = find_changes([*stated][::-1], earlier.figures, edition.figures)
    then, now = _by_id(earlier, found["figure_id"]), _by_id(edition, found["now_id"])
    reasons = _reasons(edition)
    changes = []
    for figure_id, now_id, word, said in found[COLUMNS].itertuples(index=False):
        kind = KINDS[word]
        why = reasons.get(figure_id, "") if kind in MISTAKES else said
        changes.append(Change(stated[figure_id], then[figure_id], now.get(now_id), kind, why))
    return sorted(changes, key=lambda change: change.kind is ChangeKind.MISPRINT)


def _by_id(edition: Edition, ids: pd.Series) -> dict[str, ReportedFigure]:
    figures = edition.figures
    chosen = figures[figures["figure_id"].isin(ids)]
    return {figure["figure_id"]: figure for figure in figures_of(chosen)}


def _reasons(edition: Edition) -> dict[str, str]:
    """Say by row why our record of it was corrected."""
    misrecorded = edition.ledger.misrecorded
    if misrecorded.empty:
        return {}
    return dict(zip(misrecorded["row_id"], misrecorded["reason"], strict=True))


def find_recomputed(
    printed: tuple[Printed, ...], earlier: Edition, edition: Edition, compose: Compose
) -> list[Change]:
    """Find the derived numbers of `earlier` that come out otherwise from the ledger of `edition`.

    The brief is composed anew only where a figure behind a derived number has changed.
    """
    derived = [each for each in printed if each.how]
    behind = [figure for each in derived for figure in each.figure_ids]
    changed = find_changes(behind, earlier.figures, edition.figures)
    causes = changed[~changed["kind"].isin(HARMLESS)].set_index("figure_id")
    anew, kinds = causes["now_id"].to_dict(), causes["kind"].map(KINDS).to_dict()
    touched = [each for each in derived if anew.keys() & set(each.figure_ids)]
    if not touched:
        return []
    again = list_printed(compose(Edition(earlier.week, edition.ledger)))
    same = dict(zip(_as_worded(again, edition), again, strict=True))
    keys = _as_worded(tuple(touched), earlier)
    then, now = _by_id(earlier, changed["figure_id"]), _by_id(edition, changed["now_id"])
    return [
        Change(
            each, then[cause], now.get(anew[cause]), ChangeKind.RECOMPUTED, "", same.get(key), kinds[cause]
        )
        for each, key in zip(touched, keys, strict=True)
        for cause in [next(figure for figure in each.figure_ids if figure in anew)]
        if key not in same or same[key].text != each.text
    ]


def _as_worded(printed: tuple[Printed, ...], edition: Edition) -> list[tuple[str, str]]:
    """Name what each printed number says, with its words around the number: a chart leaves "about" out."""
    names = name_printed(printed, edition.figures)
    return [(name, DIGITS.sub("", each.text)) for name, each in zip(names, printed, strict=True)]


def name_printed(printed: tuple[Printed, ...], figures: pd.DataFrame) -> list[str]:
    """Name what each printed number says, the same in every vintage: how, and of which subjects."""
    cited = figures[figures["figure_id"].isin({id_ for each in printed for id_ in each.figure_ids})]
    subjects = dict(zip(cited["figure_id"], name_subjects(cited), strict=True))
    return [" ".join([each.how, *(subjects[id_] for id_ in each.figure_ids)]).strip() for each in printed]


def tabulate_changes(changes: list[Change], edition: Edition, when: str) -> Table:
    """Set the changes as a table: what was printed, what is told now, which figure changed it, and why."""
    known = set(edition.figures["figure_id"])
    return Table(
        phrase("Numbers of last week’s brief ({when}) that changed or have a new warning", when=when),
        (translate("In that brief"), translate("Now"), translate("Changed by"), translate("Why")),
        tuple((_then(each, known), _now(each), words(_by(each)), words(_why(each))) for each in changes),
        widths=(3.2, 1.3, 2.4, 2.4),
    )


def tell(change: Change) -> dict[str, str]:
    """Return a change as plain words, for the record of a brief."""
    return {
        "printed": _then(change, set()).text,
        "now": _now(change).text,
        "by": _by(change),
        "why": _why(change),
    }


def say_printed(printed: Printed, figure: ReportedFigure) -> str:
    """Say a printed number with what it counts; a derived one with how it was derived."""
    if printed.how:
        return f"{printed.text}, {printed.how} ({label_figure(figure, '').strip()})"
    return label_figure(figure, label_count(figure))


def _then(change: Change, known: set[str]) -> Sentence:
    """Say what was printed, and where; a figure that is refused since is no source to lead to."""
    printed = change.printed
    ids = tuple(id_ for id_ in printed.figure_ids if id_ in known)
    said = printed.text if printed.how else label_count(change.then)
    before, after = say_printed(printed, change.then).split(said, 1)
    count = Span(said, ids, printed.how or translate("as it stood in that brief"))
    parts = [phrase("“{part}”", part=part) for part in printed.parts]
    told = sentence(
        "{printed}, {where}; in {parts}",
        printed=Sentence((Span(before), count, Span(after))),
        where=label_where_and_when(change.then),
        parts=", ".join(parts),
    )
    return Sentence(tuple(span for span in told.spans if span.text))


def _now(change: Change) -> Sentence:
    if change.printed.how:
        anew = change.anew
        derived = sentence("not derived any more")
        return derived if anew is None else Sentence((Span(anew.text, anew.figure_ids, anew.how),))
    if change.now is None:
        return sentence("left out")
    count = number(change.now)
    if change.kind is ChangeKind.WARNED:
        return sentence("{count} still, with a new warning", count=count)
    return sentence("{count}, in doubt", count=count) if change.kind is ChangeKind.MISPRINT else count


def _by(change: Change) -> str:
    """Name the figure that changed it: who said it, who printed it, and when.

    What our record says anew of a printed number is no word of its claimant, or of the outlet.
    """
    if change.now is None or (change.cause or change.kind) in MISTAKES:
        return translate("a correction of our record")
    if change.now["figure_id"] == change.then["figure_id"]:
        return translate("a note in our record")
    now = change.now
    return phrase(
        "{claimant}, printed by {publisher}, {day}",
        claimant=now["claimant"],
        publisher=now["publisher"],
        day=label_publication(now),
    )


def _why(change: Change) -> str:
    kind = translate(change.kind.definition)
    return capital(f"{kind}: {_reason(change)}" if change.why else kind)


def _reason(change: Change) -> str:
    """Say a reason in the words of this ledger; what was recorded stays as it is."""
    if change.kind is ChangeKind.WARNED:
        return "; ".join(translate(text) for text in WARNINGS.values() if text in change.why)
    return translate(change.why)
