"""The weekly brief: at most five sentences at the top, then the sections, then every source."""

from __future__ import annotations

import unicodedata
from datetime import timedelta

from casualty_ledger import __version__
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.document import Brief, Picture, Section, Table, sentences_of
from casualty_ledger.publishing.printable import find_unset
from casualty_ledger.publishing.week.absences import compose_left_out, compose_missing
from casualty_ledger.publishing.week.bottom_line import bottom_line
from casualty_ledger.publishing.week.changes import compose_changes
from casualty_ledger.publishing.week.civilian.incidents import ids_of_incidents
from casualty_ledger.publishing.week.civilian.section import compose_civilian, compose_mixed
from casualty_ledger.publishing.week.cutting import CIVILIAN, LOSSES, PRISONERS, cut_items, cut_section
from casualty_ledger.publishing.week.disputes.section import compose_disputes
from casualty_ledger.publishing.week.edition import Edition, about, once
from casualty_ledger.publishing.week.front_page.page import compose_front
from casualty_ledger.publishing.week.losses.section import compose_losses
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.publishing.week.prisoners.section import compose_prisoners
from casualty_ledger.settings import settings
from casualty_ledger.vocabulary import Subject
from casualty_ledger.wording.abbreviations import explain_abbreviations
from casualty_ledger.wording.labels import label_day
from casualty_ledger.wording.language import (
    mark,
    now_spoken,
    phrase,
    translate,
    translate_counted,
    write_number,
)
from casualty_ledger.wording.sentences import say
from casualty_ledger.wording.traced_text import Sentence, counted, fill, words

# Our own line is said in every language; what a desk sets in its place stands as it was written.
OUR_LICENCE = mark("Text and charts: CC BY 4.0. Each figure is its claimant’s statement.")
# The page that holds all that was first published of each subject.
PAGES = {
    CIVILIAN: (Subject.CIVILIANS, Subject.MIXED),
    LOSSES: (Subject.LOSSES,),
    PRISONERS: (Subject.CAPTIVITY,),
}


@once
def compose_brief(edition: Edition) -> Brief:
    """Compose the brief of an edition."""
    changes, said = compose_changes(edition, compose_without_changes), bottom_line(edition)
    # Page 1 says that nothing changed: a section of that one sentence would say it again.
    told_again = edition.is_silent or any(isinstance(block, Table) for block in changes.blocks)
    shown = (changes,) if told_again else ()
    return _compose(edition, said, (*_sections(edition, said), *shown, *_missing(edition)), changes)


@once
def compose_without_changes(edition: Edition) -> Brief:
    """Compose the brief of an edition as far as it is about its own week."""
    said = bottom_line(edition)
    return _compose(edition, said, (*_sections(edition, said), *_missing(edition)))


def _compose(
    edition: Edition,
    said: tuple[Sentence, ...],
    sections: tuple[Section, ...],
    changes: Section | None = None,
) -> Brief:
    front = compose_front(edition, changes)
    texts = [*(each.text for each in said), *_texts_of((*front.sections, *sections))]
    texts += [front.headline.text, front.standfirst.text]
    return Brief(
        title=translate("Reported casualties and prisoners of war"),
        edition=edition.name,
        period=edition.period,
        vintage=_vintage(edition),
        next_issue=_next_issue(edition),
        front=front,
        bottom_line=said,
        sections=sections,
        notes=(
            *_notes(edition),
            *_abbreviations(edition, [*texts, *_drawn_in((*front.sections, *sections))]),
            *_unset(texts),
        ),
        cite_as=phrase(
            "Cite as: {title}, weekly brief {edition}, version {version}.",
            title=settings().title,
            edition=edition.name,
            version=__version__,
        ),
        licence=translate(settings().licence.line),
        language=now_spoken().code,
    )


def _vintage(edition: Edition) -> str:
    if edition.vintage.is_latest:
        return translate("As known today, in hindsight: undated figures included.")
    return phrase("As known {known}: no figure published later is in it.", known=edition.known)


def _next_issue(edition: Edition) -> str:
    if edition.vintage.day != edition.week.brief_day:
        return ""
    return phrase("Next issue: {day}.", day=label_day(edition.week.brief_day + timedelta(days=7)))


def _sections(edition: Edition, said: tuple[Sentence, ...]) -> tuple[Section, ...]:
    if edition.is_silent:
        return ()  # The headline and the sentence under it have said so.
    composed = [
        cut_section(compose_civilian(edition), CIVILIAN),
        compose_mixed(edition),
        cut_section(compose_losses(edition), LOSSES),
        cut_section(compose_prisoners(edition), PRISONERS),
        compose_disputes(edition),
        compose_learned(edition, said),
    ]
    return tuple(section for section in composed if section is not None)


def _missing(edition: Edition) -> tuple[Section, ...]:
    """Compose what the ledger lacks, where no page 1 has said it: of a week of which it holds nothing."""
    if not edition.is_silent:
        return ()
    section = compose_missing(edition) if edition.coverage.is_thin else compose_left_out(edition)
    return (section,) if section else ()


def compose_learned(edition: Edition, said: tuple[Sentence, ...] = ()) -> Section | None:
    """Compose what first came out in the week about earlier days and longer periods.

    What has a row on page 1 or is `said` in a sentence of the week is not told again.
    """
    told = ids_of_incidents(edition.facts.incidents)
    told |= {figure for each in said for span in each.spans for figure in span.figure_ids}
    told |= {str(figure["figure_id"]) for figure in edition.facts.own_losses[:1]}
    # What longer periods that touch the week count of soldiers stands in the table of losses.
    told |= set(military_statements(edition)["figure_id"])
    learned = edition.newly_published
    # That a page gave no number is no news of earlier days: the record of it is no more than that page.
    stated = learned[["lower", "value", "upper"]].notna().any(axis=1)
    learned = learned[stated & ~learned["figure_id"].isin(told)]
    if learned.empty:
        return None
    rows = {page: figures_of(about(learned, *subjects)) for page, subjects in PAGES.items()}
    blocks = (cut_items(tuple(map(say, told)), page) for page, told in rows.items() if told)
    return Section(translate("Learned this week about earlier days"), tuple(blocks))


def _texts_of(sections: tuple[Section, ...]) -> list[str]:
    blocks = [block for section in sections for block in section.blocks if not isinstance(block, Picture)]
    return [each.text for block in blocks for each in sentences_of(block)]


def _drawn_in(sections: tuple[Section, ...]) -> list[str]:
    """Return the words of the pictures: who is named in them only is explained as well."""
    blocks = [block for section in sections for block in section.blocks]
    return [block.chart.alt for block in blocks if isinstance(block, Picture)]


def _abbreviations(edition: Edition, texts: list[str]) -> tuple[Sentence, ...]:
    explained = explain_abbreviations(texts, edition.conflict)
    return (words(explained),) if explained else ()


def _unset(texts: list[str]) -> tuple[Sentence, ...]:
    """Warn of characters that the typefaces lack, so that nobody takes what stands for them for a name."""
    missing = find_unset(texts)
    if not missing:
        return ()
    first = unicodedata.name(missing[0], "a character without a name").lower()
    said = translate_counted(
        "On paper, {count} characters that our typefaces lack stand in Latin letters or as “?”, "
        "the first being {first}. The page shows them as they were recorded.",
        "On paper, {count} characters that our typefaces lack stand in Latin letters or as “?”, "
        "the first being {first}. The page shows them as they were recorded.",
        len(missing),
    )
    return (fill(said, count=write_number(len(missing)), first=first),)


NOTES = (
    mark("A figure is what its claimant said, printed with the firmness with which it was said."),
    mark("A verified count is a minimum. “At least” has no upper bound. Missing is never zero."),
    mark("Never added: figures of rival claimants, losses and deaths, people held and people returned."),
)


LACKS_STAND = mark("What this ledger lacks of this week stands at the front, under that name.")


def _notes(edition: Edition) -> tuple[Sentence, ...]:
    notes = NOTES if edition.is_silent else (*NOTES, LACKS_STAND)
    return (*(words(translate(note)) for note in notes), _undated(edition))


def _undated(edition: Edition) -> Sentence:
    """Say where rows without a day are; a dated brief counts none, for the sheets may get more of them."""
    if not edition.vintage.is_latest:
        return words(
            translate(
                "A figure whose day of publication is not known is left out. “Inferred”: the day was "
                "inferred from the page or its address."
            )
        )
    count = edition.ledger.undated
    said = translate_counted(
        "{count} recorded rows without a known day of publication are included.",
        "{count} recorded rows without a known day of publication are included.",
        count,
    )
    return fill(said, count=counted(count, translate("rows without a day of publication")))
