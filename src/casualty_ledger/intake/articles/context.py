"""A text with all that is found in it, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.places.places import Place

# What was accepted so far: what was found, the sentence, and the candidate.
Kept = list[tuple[Found, int, Candidate]]


class Named(NamedTuple):
    """A claimant and the sentence that names it."""

    claimant: Attribution
    sentence: int


@dataclass
class Context:
    """A text, and who and where each sentence names; `default`: whose people it mostly speaks of.

    `third`: a party beside the two sides of which it speaks, and the sentences that do.
    """

    text: str
    language: str
    sentences: list[Sentence]
    attributions: list[list[Attribution]]
    places: list[list[Place]]
    default: str
    third: tuple[str, set[int]]
    # Whose prisoners it speaks of, where it names those of one party only.
    captives: str
    # The side of the main war that it names first.
    first_named: str = ""
    # Who wrote it all, where a line above or below it tells.
    author: Named | None = None
    tells_of_captives: bool = False
    tells_of_harm: bool = False
    tells_of_deported: bool = False
    # Whom words that name nobody point back at, once it was found.
    meant: dict[tuple[int, int, int], Named | None] = field(default_factory=dict)
    # The fullest name for one of a single word, once it was looked for.
    fuller: dict[str, str] = field(default_factory=dict)
