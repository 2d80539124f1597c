"""The words of the ledger, each with its definition.

A reader who meets a word in a table, a chart or a brief finds here what it means.
"""

from __future__ import annotations

from enum import Enum
from typing import Self


class Word(str, Enum):
    """A word with a definition: ``Measure.LOSSES.definition``."""

    definition: str

    def __new__(cls, word: str, definition: str) -> Self:
        """Make a member that equals its own text."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        return member

    def __str__(self) -> str:
        """Return the word itself."""
        return str(self.value)

    @classmethod
    def words(cls) -> list[str]:
        """List the words in the order of their declaration."""
        return [str(member) for member in cls]


class Measure(Word):
    """What is counted."""

    KILLED = "killed", "people said to have died"
    INJURED = "injured", "people said to be injured or wounded"
    CASUALTIES = "casualties", "killed and injured together; never stored as killed"
    LOSSES = "losses", "“eliminated”, “liquidated”, “lost”: an undefined mix, never called killed"
    IRRECOVERABLE = "irrecoverable", "killed, missing and captured together"
    MISSING = "missing", "people whose fate is not known"
    NAMED_DEAD = "named_dead", "deaths confirmed name by name from open sources; a floor"
    EXCESS_DEATHS = "excess_deaths", "deaths above an expected number; always an estimate"
    REMAINS_REPATRIATED = "remains_repatriated", "bodies handed over; not deaths in the period"
    HOSPITALISED = "hospitalised", "people taken to hospital; a part of the injured"
    CAPTURED = "captured", "people taken prisoner or surrendered, counted as they are taken"
    SURRENDERED = "surrendered", "people who gave themselves up"
    EXCHANGED = "exchanged", "people returned in an exchange of prisoners"
    RELEASED_OTHERWISE = "released_otherwise", "people returned outside an exchange"
    HELD = "held", "prisoners held on a day, according to the claimant"
    REGISTERED_BY_ICRC = "registered_by_icrc", "prisoners registered by the Red Cross"
    DIED_IN_CAPTIVITY = "died_in_captivity", "prisoners said to have died while held"
    EXECUTED_ALLEGED = "executed_alleged", "prisoners said to have been executed; alleged"
    EXECUTED_VERIFIED = "executed_verified", "executions of prisoners verified by a monitor"
    VISITED = "visited", "prisoners visited by a monitor; never added to a toll"
    INTERVIEWED = "interviewed", "prisoners interviewed by a monitor; never added to a toll"
    DETAINED = "detained", "civilians detained; never added to a toll"
    DEPORTED = "deported", "people said to be deported or abducted; never added to a toll"
    RETURNED = "returned", "deported people brought back; not an exchange of prisoners"


class Population(Word):
    """Who is counted."""

    CIVILIAN = "civilian", "people who take no part in the fighting"
    CHILDREN = "children", "people under 18; a part of civilian unless said otherwise"
    ARMED_FORCES = "armed_forces", "members of armed forces or of a formation beside them"
    PRISONERS_OF_WAR = "prisoners_of_war", "members of armed forces in the hands of the other side"
    CIVILIAN_DETAINEES = "civilian_detainees", "civilians in the hands of a party to the conflict"
    MIXED = "mixed", "more than one population in one number"
    UNSTATED = "unstated", "the source does not say who is counted"


class Party(Word):
    """Whose people were harmed or held."""

    UKRAINE = "ukraine", "people of Ukraine, or on its recognised territory"
    RUSSIA = "russia", "people of Russia, or on its recognised territory"
    RUSSIAN_MOD_FORCES = "russian_mod_forces", "forces of the Russian ministry of defence alone"
    WAGNER = "wagner", "the Wagner Group"
    DPR_LPR = "dpr_lpr", "formations of the self-declared Donetsk and Luhansk republics"
    NORTH_KOREA = "north_korea", "North Korean forces fighting for Russia"
    RAIDERS = "ukraine_backed_raiders", "raiders into Russia who fight on Ukraine's side"
    RDK_LSR = "rdk_lsr", "Russian Volunteer Corps and Freedom of Russia Legion"
    FOREIGN_FIGHTERS_UKRAINE = "foreign_fighters_ukraine", "foreign fighters on Ukraine's side"
    BOTH = "both", "both sides in one number; never split, never added to either"
    UNSTATED = "unstated", "the source does not say whose people"


class Side(Word):
    """On whose side a claimant speaks."""

    UKRAINE = "ukraine", "bodies and officials of Ukraine"
    RUSSIA = "russia", "bodies and officials of Russia and of areas that it controls"
    UN = "un", "bodies of the United Nations"
    THIRD_STATE = "third_state", "another state, or an alliance of states"
    INDEPENDENT = "independent", "monitors, researchers and humanitarian organisations"
    MEDIA = "media", "news media in their own words, or with a source they do not name"
    UNSTATED = "unstated", "not known"


class Basis(Word):
    """How a number relates to the days that it covers."""

    CUMULATIVE = "cumulative", "a running total from a start to a day"
    PERIOD = "period", "what happened between two days"
    INCREMENT = "increment", "so many more, added to a total that the source names"
    STOCK = "stock", "a level on a day"
    RATE = "rate", "so many a day, a week or a month; not a toll"


class Hedge(Word):
    """How firmly the claimant put the number."""

    EXACT = "exact", "a bare number"
    AT_LEAST = "at_least", "at least, no fewer than, so far: no upper bound"
    MORE_THAN = "more_than", "more than, over: no upper bound"
    ABOUT = "about", "about, some, around: soft bounds on either side"
    NEARLY = "nearly", "nearly, almost: soft bounds just below"
    UP_TO = "up_to", "up to, as many as: only an upper bound is stated"
    RANGE = "range", "between two numbers"
    SEVERAL = "several", "several, a few: soft, 3 to 9"
    DOZENS = "dozens", "tens, dozens: 20 to 99"
    HUNDREDS = "hundreds", "hundreds: 200 to 999"
    THOUSANDS = "thousands", "thousands: 2,000 to 9,999"
    UNQUANTIFIED = "unquantified", "words without a number; never zero"


class Role(Word):
    """What a number in a text is to the total."""

    TOTAL = "total", "a count of its own"
    INCREMENT = "increment", "so many more, not a total"
    PART = "part", "a part of the number before it"
    SUPERSEDES = "supersedes", "a total that takes the place of the claimant's last"


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
    SINGLE_SOURCE = "single_source", "one source that belongs to neither side; not checked"
    BELLIGERENT_OWN = "belligerent_own", "a side's word about its own people; not checked"
    BELLIGERENT_ENEMY = "belligerent_enemy", "a side's word about the other side; not checked"
    MODEL_ESTIMATE = "model_estimate", "computed by somebody from other numbers"
    CONTESTED = "contested", "another source says otherwise"
    DISCOUNTED = "discounted", "shown not to hold"
    RETRACTED = "retracted", "taken back by the claimant"


class IntervalKind(Word):
    """Where the bounds come from."""

    LOGICAL = "logical", "bounds that follow from the words used"
    STATED_RANGE = "stated_range", "bounds that the source states"
    CONFIDENCE = "confidence", "a confidence interval that the source states"


class DatePrecision(Word):
    """How exactly a day is known."""

    DAY = "day", "the day is stated"
    INFERRED_DAY = "inferred_day", "the day was inferred from the page or its address"
    MONTH = "month", "only the month is known"
    YEAR = "year", "only the year is known"
    UNKNOWN = "unknown", "no date"


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
    VERIFIED_MINIMUM = "verified_minimum", "a verified count; the claimant says the true number is higher"
    PART = "part_of_a_larger_figure", "already counted inside another figure"
    PLANNED = "planned_not_carried_out", "announced or promised; not an event"
    BOTH_SIDES = "both_sides_together", "counts both sides in one number"
    SCOPE_EXCLUDES = "scope_excludes", "the source leaves areas or people out"
    OTHER_WORD = "measure_said_otherwise", "the source or its relay uses another word for the measure"
    END_UNSTATED = "end_day_unstated", "the last day counted is not stated"
    MACHINE_TRANSLATED = "machine_translated_relay", "read in a machine translation"
    RELAY_ERROR = "relay_error_suspected", "the relay seems to have made a mistake"
    FLAGGED = "flagged_by_correction", "a declared correction flags it"
    UNREGISTERED = "claimant_unregistered", "the claimant is not in the register of sources"


class RevisionKind(Word):
    """Why a later number about the same thing differs."""

    FIRST = "first", "the first number said"
    NEW_EVENTS = "new_events", "more was found of a recent incident"
    BACKLOG_VERIFIED = "backlog_verified", "a monitor has verified more old cases"
    DEFINITION = "definition", "the source uses another word for what it counts"
    ERROR = "error", "the number fell: a correction"
    SCOPE = "scope", "the source counts other areas or people"
    UNKNOWN = "unknown", "nothing tells why"


class ChangeKind(Word):
    """What became of a number that was printed."""

    REFUSED = "refused", "the row was recorded wrongly and is left out since"
    CORRECTED = "corrected", "the row was recorded wrongly and is corrected since"
    RESTATED = "restated", "its claimant has restated it since"
    MISPRINT = "misprint", "a relay prints another number since, probably by mistake"
    RECOMPUTED = "recomputed", "a number from which it was computed has changed"
    PART = "part", "it is known since to be counted inside another figure"
    WARNED = "warned", "a warning is known since that was not known then"


class Strength(Word):
    """How strongly figures about the same thing disagree."""

    CONTRADICTION = "contradiction", "bounds that do not meet"
    DIFFERENCE = "difference", "numbers that differ although their bounds meet"


class Reading(Word):
    """Why figures about the same thing disagree, as far as the record tells."""

    RIVAL_CLAIMANTS = "rival_claimants", "different claimants say different numbers"
    SAME_CLAIMANT_SAME_DAY = "same_claimant_same_day", "one claimant says two numbers on one day"
    DEFINITION = "definition", "one number circulates under different measures"
    POPULATION = "population", "the same thing counted of different populations"
    OVERTAKEN = "overtaken", "one number was restated by its claimant before the other was said"
    MISPRINT_PROBABLE = "misprint_probable", "a digit, a label or a sum seems to be wrong in print"


SIDE_OF_PARTY: dict[str, Side] = {
    Party.UKRAINE: Side.UKRAINE,
    Party.RAIDERS: Side.UKRAINE,
    Party.RDK_LSR: Side.UKRAINE,
    Party.FOREIGN_FIGHTERS_UKRAINE: Side.UKRAINE,
    Party.RUSSIA: Side.RUSSIA,
    Party.RUSSIAN_MOD_FORCES: Side.RUSSIA,
    Party.WAGNER: Side.RUSSIA,
    Party.DPR_LPR: Side.RUSSIA,
    Party.NORTH_KOREA: Side.RUSSIA,
}

MONITOR_KINDS = frozenset({"un_body", "humanitarian_organisation", "monitor"})
