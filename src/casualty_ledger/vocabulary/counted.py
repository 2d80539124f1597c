"""What is counted, of whom, over which days, and how firmly it was put."""

from __future__ import annotations

from casualty_ledger.vocabulary.word import Word


class Measure(Word):
    """What is counted."""

    KILLED = "killed", "people said to have died"
    INJURED = "injured", "people said to be injured or wounded"
    CASUALTIES = "casualties", "killed and injured together; never stored as killed"
    LOSSES = "losses", "“eliminated”, “liquidated”, “lost”: an undefined mix, never called killed"
    IRRECOVERABLE = "irrecoverable", "killed, missing and captured together"
    MISSING = "missing", "people whose fate is not known"
    NAMED_DEAD = "named_dead", "deaths confirmed name by name from open sources; a floor"
    DIED_OF_HUNGER = "died_of_hunger", "deaths by hunger; never added to deaths in fighting"
    DIED_OF_DISEASE = "died_of_disease", "deaths by disease; never added to deaths in fighting"
    DIED_OF_HUNGER_OR_DISEASE = (
        "died_of_hunger_or_disease",
        "deaths by hunger and by disease in one number; never added to deaths in fighting",
    )
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
    SEXUAL_VIOLENCE = "sexual_violence", "people subjected to sexual violence; never added to a toll"


class Population(Word):
    """Who is counted."""

    CIVILIAN = "civilian", "people who take no part in the fighting"
    CHILDREN = "children", "people under 18; a part of civilian unless said otherwise"
    MEDICAL = "medical", "medical and health staff; a part of civilian unless said otherwise"
    HUMANITARIAN = "humanitarian", "aid workers; a part of civilian unless said otherwise"
    JOURNALISTS = "journalists", "journalists and media workers; a part of civilian unless said otherwise"
    RESCUERS = "rescuers", "rescue and emergency workers; a part of civilian unless said otherwise"
    ARMED_FORCES = "armed_forces", "members of armed forces or of a formation beside them"
    PRISONERS_OF_WAR = "prisoners_of_war", "members of armed forces in the hands of the other side"
    CIVILIAN_DETAINEES = "civilian_detainees", "civilians in the hands of a party to the conflict"
    MIXED = "mixed", "more than one population in one number"
    UNSTATED = "unstated", "the source does not say who is counted"


class Subject(Word):
    """What a figure is about, as a reader asks for it."""

    CIVILIANS = "civilians", "harm to civilians and children"
    LOSSES = "losses", "losses of armed forces, under whatever word"
    CAPTIVITY = "captivity", "prisoners and detainees: captured, held, returned"
    MIXED = "mixed", "more than one population in one number, or none stated"


class Sex(Word):
    """The sex of the people counted, where the source counts it apart."""

    FEMALE = "female", "women or girls"
    MALE = "male", "men or boys"


class AgeGroup(Word):
    """The age of the people counted, where the source counts it apart."""

    CHILD = "child", "under 18"
    ADULT = "adult", "18 or older"


class Party(Word):
    """Whose people were harmed or held, in any conflict; a conflict's file names its own parties."""

    BOTH = "both", "several sides in one number; never split, never added to one of them"
    UNSTATED = "unstated", "the source does not say whose people"


class Side(Word):
    """On whose side a claimant speaks, in any conflict; a conflict's file names the sides that fight."""

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
