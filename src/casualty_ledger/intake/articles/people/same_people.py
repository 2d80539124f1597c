"""Whose people a number counts where its sentence tells no place of its own: those counted just before."""

from __future__ import annotations

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Context, Kept
from casualty_ledger.intake.articles.language.forms import forms_of
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import HARM, Found
from casualty_ledger.intake.articles.measures.totals import ON_LIST
from casualty_ledger.intake.articles.numbers.counted import NOTHING, PERSON
from casualty_ledger.intake.articles.numbers.unlisted_people import is_pronoun
from casualty_ledger.intake.articles.people.continuing import are_such
from casualty_ledger.intake.articles.people.parties import OWN_WORD, PLACE, SUBJECT, TEXT
from casualty_ledger.intake.articles.people.subjects import enemy_of_side, is_of_bodies
from casualty_ledger.intake.articles.places.places import Place
from casualty_ledger.intake.articles.wars.sides import namings

IN_RETURN = ("взамен", "натомість", "навзаєм", "взаємін", "обмін на", "замість")
TOLD, NEAR, FARTHEST_FIGHTERS, NEAR_NOUN = (OWN_WORD, SUBJECT), 2, 6, 4


def party_told_before(
    found: Found,
    why: str,
    place: Place | None,
    claimant: str,
    same: Candidate | None,
    at: int,
    context: Context,
    kept: Kept,
) -> tuple[str, str] | None:
    """Return whose people were told before, and by which rule; `same`: the figure before in one sentence."""
    if kept and at - kept[-1][1] <= 1 and why != OWN_WORD and are_such(found, at, context):
        return kept[-1][2].party, OWN_WORD
    if swapped := _in_return(found, why, same, at, context, kept):
        return swapped
    before = party_before(found, why, place, claimant, at, kept)
    why = before[1] if before else why
    more = party_of_more(found, same, why)
    why = more[1] if more else why
    return fighters_before(found, why, place, at, context) or more or before


def _in_return(
    found: Found, why: str, same: Candidate | None, at: int, context: Context, kept: Kept
) -> tuple[str, str] | None:
    """Return the other side of those just handed over, for those given in return: «взамен получено 35»."""
    if same is None or why == OWN_WORD or not kept:
        return None
    between = context.sentences[at].tokens[kept[-1][0].number.last + 1 : found.number.first]
    told = any(token.low.startswith(IN_RETURN) for token in between) or [
        token.low for token in between if token.low in ("in", "return", "exchange")
    ][:2] in (["in", "return"], ["in", "exchange"])
    moved = found.measure in ("returned", "exchanged") or is_of_bodies(found, context.sentences[at])
    return (enemy_of_side(same.party), OWN_WORD) if told and moved and enemy_of_side(same.party) else None


def party_before(
    found: Found, why: str, place: Place | None, claimant: str, at: int, kept: Kept
) -> tuple[str, str] | None:
    """Return the party of the figure before, where only a place carried from elsewhere speaks for another."""
    carried = why == TEXT or (why == PLACE and place is not None and place.sentence is not None)
    if not carried or not kept or found.measure not in HARM or found.number.is_zero:
        return None
    last, where = kept[-1][2], kept[-1][1]
    alike = last.measure in HARM and last.claimant == claimant and last.reasons["party"] in TOLD
    return (last.party, last.reasons["party"]) if alike and at - where <= NEAR else None


def fighters_before(
    found: Found, why: str, place: Place | None, at: int, context: Context
) -> tuple[str, str] | None:
    """Return whose fighters a text named last, where only a place or its language tells of those counted.

    So "How many Northern soldiers have died? The ministry said 5,937 servicemen had been killed."
    """
    listed = ON_LIST in found.rule
    here = place is not None and place.sentence is None and not (place.is_country or place.is_whole)
    if (
        (why == PLACE and here)
        or why not in (PLACE, TEXT)
        or not (listed or found.counted.population in ("military", "mercenary"))
    ):
        return None
    if found.counted.population == "mercenary" and context.third[0]:
        return context.third[0], TEXT
    for step in range(at, max(-1, at - FARTHEST_FIGHTERS), -1):
        sentence = context.sentences[step]
        for one in reversed(namings(sentence)):
            before = step < at or one.last < found.number.begin
            if before and _are_fighters(sentence, one.last + 1):
                return one.party, TEXT
    return None


def _are_fighters(sentence: Sentence, at: int) -> bool:
    return any(sentence.starts(tag, at) is not None for tag in ("persons/military", "persons/pow"))


def party_of_more(found: Found, same: Candidate | None, why: str) -> tuple[str, str] | None:
    """Return the party of the figure before for more people of its sentence: "hit 31 men, 19 more hurt"."""
    more = found.number.is_increment and found.counted.kind in (NOTHING, PERSON)
    if same is None or not more or why == OWN_WORD or same.reasons["party"] != OWN_WORD:
        return None
    fought = {same.measure, found.measure} <= {"killed", "injured", "losses", "captured"}
    return (same.party, OWN_WORD) if fought and found.counted.population in ("", "person") else None


def is_told_again(found: Found, at: int, context: Context, kept: Kept) -> bool:
    """Say whether one person was counted by the same noun just before: «…и одна девочка. Девочку увезли»."""
    one = found.number
    if one.is_one and is_pronoun(context.sentences[at].tokens[one.first].low):
        before = [last for last, where, _ in kept[-NEAR_NOUN:] if at - where <= NEAR]
        return any(last.measure == found.measure for last in before)
    if context.language == "en" or not one.is_one or one.is_increment or found.refusal:
        return False
    noun = forms_of(context.sentences[at].tokens[one.last].low, context.language)[:1]
    near = [last for last, where, _ in kept[-NEAR_NOUN:] if at - where == 1 and last.number.value == 1]
    return any(
        noun == forms_of(context.sentences[at - 1].tokens[last.counted.last].low, context.language)[:1]
        for last in near
    )
