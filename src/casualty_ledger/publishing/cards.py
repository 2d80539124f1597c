"""Cards: behind every number stands who said it, where and when, and a sentence that can be copied.

A card is a popover of HTML: a number opens it with a click or the Enter key, Escape closes it, and no
JavaScript is needed. One figure has one card, whatever the numbers that cite it; a number that was
derived has a card that says how, and leads on to the cards of the figures behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.identity import most_of
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.plain_text import inert
from casualty_ledger.parsing.web_addresses import safe_address
from casualty_ledger.publishing.marked_text import mark_attribute, mark_text
from casualty_ledger.publishing.quotable import DOUBTS, quote
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.sources.evidence import parse_pointer
from casualty_ledger.vocabulary import (
    Caveat,
    Credibility,
    Hedge,
    IntervalKind,
    Reliability,
    Verification,
    Word,
)
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import (
    label_count,
    label_day,
    label_days,
    label_figure,
    label_number,
    label_place,
    label_publication,
)
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.traced_text import AS_RECORDED, Span

PLAIN_ID = re.compile(r"[A-Za-z0-9][\w.-]{0,60}\Z", re.ASCII)
# These stand on the card of the one figure behind them: no card of their own says how.
BOUND = mark("the bound that its words give")
REPORTED_BY, DAYS_COUNTED = mark("Reported by"), mark("Days counted")


def _definitions(*vocabularies: type[Word]) -> dict[str, str]:
    return {str(word): word.definition for vocabulary in vocabularies for word in vocabulary}


RELIABLE, CREDIBLE = _definitions(Reliability), _definitions(Credibility)
CHECKED, WARNINGS = _definitions(Verification), _definitions(Caveat)
HEDGES, KINDS = _definitions(Hedge), _definitions(IntervalKind)


@dataclass(frozen=True)
class Card:
    """What is known of one figure, as a title, lines of facts, its address and a sentence to copy.

    The names of the facts are marked phrases.
    """

    figure_id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    address: str
    sentence: str


def cards_of(figures: pd.DataFrame, figure_ids: Iterable[str]) -> dict[str, Card]:
    """Make the card of each figure named; `figures` is the ledger's table of reported figures."""
    wanted = dict.fromkeys(figure_ids)
    rows = figures_of(figures[figures["figure_id"].isin(list(wanted))])
    made = {str(row["figure_id"]): _card(row) for row in rows}
    return {figure_id: made[figure_id] for figure_id in wanted}


def _card(figure: ReportedFigure) -> Card:
    conflict = conflict_of(str(figure["conflict"]))
    facts = {
        REPORTED_BY: name_claimant(str(figure["claimant"])),
        mark("Printed by"): str(figure["publishers"]),
        mark("Published"): label_publication(figure),
        DAYS_COUNTED: label_days(figure["covers_from"], figure["covers_until"]),
        mark("Place"): label_place(figure),
        mark("Word used"): _in_quotes(say_text(conflict, str(figure["measure_as_said"]))),
        mark("Done by, in the source’s word"): _in_quotes(str(figure["perpetrator_as_said"])),
        mark("How firmly"): f"{translate(HEDGES[str(figure['hedge'])])} ({_bounds(figure)})",
        mark("Checked"): translate(CHECKED[str(figure["verification"])]),
        mark("Grade"): label_grade(figure),
        mark("Caveats"): "; ".join(translate(WARNINGS[word]) for word in str(figure["caveats"]).split()),
        mark("Warning"): _warning(figure),
        mark("Scope"): str(figure["scope"]),
        mark("Overlaps"): str(figure["overlaps"]),
        mark("Evidence"): label_evidence(str(figure["evidence"])),
        mark("Recorded in"): f"{figure['sheet']}, {', '.join(str(figure['row_ids']).split())}",
    }
    return Card(
        figure_id=str(figure["figure_id"]),
        title=label_figure(figure, label_count(figure)),
        facts=tuple((name, said) for name, said in facts.items() if said),
        address=safe_address(str(figure["address"])),
        sentence=quote(figure),
    )


def _in_quotes(word: str) -> str:
    return phrase("“{word}”", word=word) if word else ""


def label_evidence(pointer: str) -> str:
    """Say that the page is kept, as what, and since when; nothing where none is.

    >>> label_evidence(f"sha256:{'ab' * 32} chars:10-12 words:{'c' * 16} kept:2026-11-27")
    'kept on 27 November 2026, sha256 abababababab…'
    """
    kept = parse_pointer(pointer)
    if not kept:
        return ""
    return phrase("kept on {day}, sha256 {digest}…", day=label_day(kept.kept_on), digest=kept.sha256[:12])


def _warning(figure: ReportedFigure) -> str:
    """Return what the record says of a number that it puts in doubt."""
    doubted = DOUBTS.keys() & str(figure["caveats"]).split()
    return "; ".join(str(figure[told]) for told in ("flag", "note") if doubted and figure[told])


def label_grade(figure: ReportedFigure) -> str:
    """Write a grade out: "C3: fairly reliable; possibly true"."""
    claimant, told = str(figure["reliability"]), str(figure["credibility"])
    return f"{claimant}{told}: {translate(RELIABLE[claimant])}; {translate(CREDIBLE[told])}"


def _bounds(figure: ReportedFigure) -> str:
    lower, upper = figure["lower"], most_of(figure)
    if pd.isna(lower) and pd.isna(upper):
        return translate("no bounds")
    if pd.isna(upper):
        return phrase("{number} or more", number=label_number(lower))
    whole = phrase("{lower} to {upper}", lower=label_number(lower), upper=label_number(upper))
    return f"{whole}: {translate(KINDS[str(figure['interval_kind'])])}"


def name_card(span: Span) -> str:
    """Name the card that a number opens: that of its one figure, or one that says how it was derived."""
    if len(span.figure_ids) == 1 and span.how in ("", translate(BOUND), translate(AS_RECORDED)):
        return name_figure(span.figure_ids[0])
    key = "\0".join([span.text, span.how, *span.figure_ids])
    return f"derived-{sha256(key.encode()).hexdigest()[:12]}"


def name_figure(figure_id: str) -> str:
    """Name the card of a figure by an id that HTML can hold, whatever a sheet calls its rows.

    >>> name_figure("CIV-0813")
    'card-CIV-0813'
    """
    plain = figure_id if PLAIN_ID.match(figure_id) else sha256(figure_id.encode()).hexdigest()[:12]
    return f"card-{plain}"


def mark_number(span: Span, marks: str = "") -> str:
    """Set a number as a button that opens its card; `marks` are printed behind it on paper."""
    behind = f'<sup class="ref">{marks}</sup>' if marks else ""
    name = name_card(span)
    text = mark_text(span.text)
    return f'<button type="button" class="figure" popovertarget="{name}">{text}{behind}</button>'


def mark_cards(spans: Iterable[Span], cards: Mapping[str, Card]) -> str:
    """Set the card of each figure and of each derived number among `spans`, once."""
    numbers = {name_card(span): span for span in spans if span.figure_ids}
    figures = dict.fromkeys(figure for span in numbers.values() for figure in span.figure_ids)
    marked = [mark_card(cards[figure]) for figure in figures if figure in cards]
    marked += [_mark_derived(n, span, cards) for n, span in numbers.items() if n.startswith("derived-")]
    return "".join(marked)


def mark_card(card: Card) -> str:
    """Set one card."""
    facts = "".join(
        f"<dt>{mark_text(translate(name))}</dt><dd>{mark_text(said)}</dd>" for name, said in card.facts
    )
    opened = mark_text(translate("Open the source"))
    link = (
        f'<a href="{mark_attribute(card.address)}">{opened}</a>'
        if card.address
        else mark_text(translate("No address recorded."))
    )
    return _box(
        name_figure(card.figure_id),
        card.title,
        f'<p class="copy">{mark_text(card.sentence)}</p><p>{link}</p><dl>{facts}</dl>',
    )


def _mark_derived(name: str, span: Span, cards: Mapping[str, Card]) -> str:
    known = [cards[figure] for figure in span.figure_ids if figure in cards]
    behind = "".join(f"<li>{_mark_parent(card)}</li>" for card in known)
    how = span.how or translate("more than one figure states this number")
    told, follow = phrase("How: {how}.", how=how), translate("Figures behind it:")
    return _box(name, span.text, f"<p>{mark_text(told)}</p><p>{mark_text(follow)}</p><ul>{behind}</ul>")


def _mark_parent(card: Card) -> str:
    facts = dict(card.facts)
    said = f"{card.title}, {facts[REPORTED_BY]}, {facts[DAYS_COUNTED]}"
    return mark_number(Span(inert(said), (card.figure_id,)))


def _box(name: str, title: str, content: str) -> str:
    close = mark_text(translate("Close"))
    return (
        f'<div class="card" id="{name}" popover="auto" role="dialog" aria-label="{mark_attribute(title)}">'
        f'<p class="said">{mark_text(title)}</p>{content}'
        f'<p><button type="button" class="close" popovertarget="{name}" popovertargetaction="hide">'
        f"{close}</button></p></div>"
    )
