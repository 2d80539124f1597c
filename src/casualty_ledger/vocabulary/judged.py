"""How sure a figure is, and what a reader must be warned of."""

from __future__ import annotations

from casualty_ledger.vocabulary.word import Word


class Interest(Word):
    """What the claimant has to do with the people counted."""

    OWN_LOSS = "own_loss", "a side speaks of its own people"
    ENEMY_LOSS = "enemy_loss", "a side speaks of the other side's people"
    MONITOR = "monitor", "a body that counts cases itself and belongs to no side"
    THIRD_PARTY = "third_party", "anyone else"


class Verification(Word):
    """Who has checked the number."""

    ACKNOWLEDGED_BY_PERPETRATOR = "acknowledged_by_perpetrator", "the side that did it agrees"
    INDIVIDUALLY_VERIFIED = "individually_verified", "counted case by case by a monitor; a minimum"
    VISUALLY_CONFIRMED = "visually_confirmed", "seen in pictures that were checked"
    CORROBORATED = "corroborated", "confirmed by a second, independent source"
    SINGLE_SOURCE = "single_source", "one source; nobody else has checked it"
    BELLIGERENT_OWN = "belligerent_own", "a side's word about its own people; not checked"
    BELLIGERENT_ENEMY = "belligerent_enemy", "a side's word about the other side; not checked"
    BELLIGERENT_OTHER = (
        "belligerent_other",
        "a side's word about people of several sides, or whose side is not stated; not checked",
    )
    MODEL_ESTIMATE = "model_estimate", "computed by somebody from other numbers"
    CONTESTED = "contested", "another source says otherwise"
    DISCOUNTED = "discounted", "shown not to hold"
    RETRACTED = "retracted", "taken back by the claimant"


class Reliability(Word):
    """How far the claimant can be relied on: first axis of the Admiralty code."""

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "reliability cannot be judged"


class Credibility(Word):
    """How far this figure is borne out: second axis of the Admiralty code."""

    ONE = "1", "confirmed by other sources"
    TWO = "2", "probably true"
    THREE = "3", "possibly true"
    FOUR = "4", "doubtful"
    FIVE = "5", "improbable"
    SIX = "6", "truth cannot be judged"


class Caveat(Word):
    """A warning from a fixed list, shown beside the figure."""

    ROUNDED = "rounded", "a round number"
    UNDATED = "publication_undated", "the day of publication is not known"
    DAY_INFERRED = "publication_day_inferred", "the day of publication was inferred"
    MONTH_ONLY = "publication_month_only", "only the month or year of publication is known"
    RATE = "rate_not_a_toll", "a rate; never added up"
    NO_NUMBER = "no_number", "the source gives words, not a number"
    VERIFIED_MINIMUM = (
        "verified_minimum",
        "a minimum: cases that were not verified or identified are not in it",
    )
    PART = "part_of_a_larger_figure", "already counted inside another figure"
    PLANNED = "planned_not_carried_out", "announced, promised or forecast; not an event"
    BOTH_SIDES = "both_sides_together", "counts both sides in one number"
    SCOPE_EXCLUDES = "scope_excludes", "the source leaves areas or people out"
    PARTIAL_MONTH = "partial_month", "a part of a calendar month; not the month"
    KILLED_IN_INJURED = "killed_may_be_inside_injured", "the injured may hold people who were killed"
    PRELIMINARY = "preliminary", "called preliminary, or not yet verified"
    WITHDRAWN = "withdrawn", "the claimant took the number back"
    REPLACED = "replaced_on_its_page", "the page itself gives a later number in its place"
    SECOND_HAND = "second_hand", "the publisher had it from another publisher"
    OTHER_WORD = (
        "measure_said_otherwise",
        "the source or its relay uses another word for the measure",
    )
    LOSSES_RENAMED = (
        "losses_renamed",
        "its relay says killed, or killed and injured; its claimant counts losses",
    )
    DAYS_AHEAD = (
        "days_ahead",
        "counts days after its publication: announced or forecast, else a day that is wrong",
    )
    END_VAGUE = "end_day_vague", "only the month or the year of the last day is known"
    END_UNSTATED = "end_day_unstated", "the last day counted is not stated"
    MACHINE_TRANSLATED = "machine_translated_relay", "read in a machine translation"
    RELAY_ERROR = "relay_error_suspected", "the relay seems to have made a mistake"
    FLAGGED = "flagged_by_correction", "a declared correction flags it"
    UNREGISTERED = "claimant_unregistered", "the claimant is not in the register of sources"
