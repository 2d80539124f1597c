"""What figures are to each other."""

from __future__ import annotations

from casualty_ledger.vocabulary.word import Word


class RevisionKind(Word):
    """Why a later number about the same thing differs."""

    FIRST = "first", "the first number said"
    UNDATED = "undated", "its day of publication is not known: it has no place in the order"
    NEW_EVENTS = "new_events", "more was found of a recent incident"
    BACKLOG_VERIFIED = "backlog_verified", "a monitor has verified more old cases"
    DEFINITION = "definition", "the source uses another word for what it counts"
    ERROR = "error", "the number fell: a correction"
    HEDGED = "hedged", "the number is lower, and by their hedges both can hold"
    MISPRINT = "misprint", "its relay seems to have garbled it: it is not its claimant’s word"
    SCOPE = "scope", "the source counts other areas or people"
    UNKNOWN = "unknown", "no reason given"


class ChangeKind(Word):
    """What became of a number that was printed."""

    REFUSED = "refused", "the row was recorded wrongly and is left out since"
    CORRECTED = "corrected", "the row was recorded wrongly and is corrected since"
    RESTATED = "restated", "the source revised it"
    MISPRINT = "misprint", "a relay prints another number since, probably by mistake"
    RECOMPUTED = "recomputed", "a number from which it was computed has changed"
    PART = "part", "it is known since to be counted inside another figure"
    WARNED = "warned", "a warning is known since that was not known then"


class Strength(Word):
    """How strongly figures about the same thing disagree."""

    CONTRADICTION = "contradiction", "bounds that do not meet"
    DIFFERENCE = "difference", "numbers that differ although their bounds meet"
    UNCOMPARED = "uncompared", "bounds that tell nothing: of unlike measures, or of a probable misprint"


class Verdict(Word):
    """Whether those who speak of one incident say the same of it."""

    ONE_SOURCE = "one_source", "only one claimant gives numbers of it that stand"
    ONE_SOURCE_EACH = "one_source_each", "several speak of it, each number of it by one claimant alone"
    AGREE = "agree", "all who speak of it state one number now"
    DIFFER = "differ", "the last numbers of those who speak of it are not the same"
    DISPUTED = (
        "disputed",
        "what is said of it cannot all be so, or was denied",
    )


class Reading(Word):
    """Why figures about the same thing disagree, as far as the record tells."""

    RIVAL_CLAIMANTS = "rival_claimants", "different claimants say different numbers; cause unknown"
    SAME_CLAIMANT_SAME_DAY = "same_claimant_same_day", "one claimant says two numbers, and nothing says why"
    DEFINITION = "definition", "one number circulates under different measures"
    SCOPE = "scope", "the claimants count different areas, cases or people, and say so"
    POPULATION = "population", "one claimant counts civilians where another counts soldiers"
    OVERTAKEN = "overtaken", "one claimant restated the number for one last day"
    PARTS = "parts", "a part, or its parts together, are more than the whole"
    FALL = "fall", "a claimant’s later total is lower, and nothing says why"
    FLOWS = "flows", "more were held or returned than were taken"
    MISPRINT_PROBABLE = "misprint_probable", "a digit, a label, a side or a sum seems to be wrong in print"


class Relation(Word):
    """How one figure bears on another."""

    PART_OF = "part_of", "already counted inside the other"
    ADDS_TO = "adds_to", "so many more than the other; the two may be added"
    SAME_ORIGIN_AS = "same_origin_as", "the same statement or report in another form; counts once"
    SUPERSEDES = "supersedes", "the same claimant's later word about the same thing"
    OVERLAPS = "overlaps", "counts some of the same people"


class Merging(Word):
    """Why a printed row joined a figure that was there already."""

    RELAYED = "relayed", "another publisher printed the same statement"
    PRINTED_AGAIN = "printed_again", "the same publisher printed it again: no new vintage"
    RESPELLED = "respelled", "claimant or place stand there under another spelling"
    REHEDGED = "rehedged", "the number stands there without its hedge, or with another one"
