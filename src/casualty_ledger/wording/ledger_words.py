"""The words of lower rooms that a reader is told, marked for translation: no room below imports this one.

A definition of the vocabulary and a reason of the series stand in English where they are declared, and are
translated where they are said. A test holds this list to those tables.
"""

from __future__ import annotations

from casualty_ledger.wording.language import mark

MEASURES = (
    mark("people said to have died"),
    mark("people said to be injured or wounded"),
    mark("killed and injured together; never stored as killed"),
    mark("“eliminated”, “liquidated”, “lost”: an undefined mix, never called killed"),
    mark("killed, missing and captured together"),
    mark("people whose fate is not known"),
    mark("deaths confirmed name by name from open sources; a floor"),
    mark("deaths by hunger; never added to deaths in fighting"),
    mark("deaths by disease; never added to deaths in fighting"),
    mark("deaths by hunger and by disease in one number; never added to deaths in fighting"),
    mark("deaths above an expected number; always an estimate"),
    mark("bodies handed over; not deaths in the period"),
    mark("people taken to hospital; a part of the injured"),
    mark("people taken prisoner or surrendered, counted as they are taken"),
    mark("people who gave themselves up"),
    mark("people returned in an exchange of prisoners"),
    mark("people returned outside an exchange"),
    mark("prisoners held on a day, according to the claimant"),
    mark("prisoners registered by the Red Cross"),
    mark("prisoners said to have died while held"),
    mark("prisoners said to have been executed; alleged"),
    mark("executions of prisoners verified by a monitor"),
    mark("prisoners visited by a monitor; never added to a toll"),
    mark("prisoners interviewed by a monitor; never added to a toll"),
    mark("civilians detained; never added to a toll"),
    mark("people said to be deported or abducted; never added to a toll"),
    mark("deported people brought back; not an exchange of prisoners"),
    mark("people subjected to sexual violence; never added to a toll"),
)
POPULATIONS = (
    mark("people who take no part in the fighting"),
    mark("people under 18; a part of civilian unless said otherwise"),
    mark("medical and health staff; a part of civilian unless said otherwise"),
    mark("aid workers; a part of civilian unless said otherwise"),
    mark("journalists and media workers; a part of civilian unless said otherwise"),
    mark("rescue and emergency workers; a part of civilian unless said otherwise"),
    mark("members of armed forces or of a formation beside them"),
    mark("members of armed forces in the hands of the other side"),
    mark("civilians in the hands of a party to the conflict"),
    mark("more than one population in one number"),
    mark("the source does not say who is counted"),
)
BASES = (
    mark("a running total from a start to a day"),
    mark("what happened between two days"),
    mark("so many more, added to a total that the source names"),
    mark("a level on a day"),
    mark("so many a day, a week or a month; not a toll"),
)
VERIFICATION = (
    mark("the side that did it agrees"),
    mark("counted case by case by a monitor; a minimum"),
    mark("seen in pictures that were checked"),
    mark("confirmed by a second, independent source"),
    mark("one source; nobody else has checked it"),
    mark("a side's word about its own people; not checked"),
    mark("a side's word about the other side; not checked"),
    mark("a side's word about people of several sides, or whose side is not stated; not checked"),
    mark("computed by somebody from other numbers"),
    mark("another source says otherwise"),
    mark("shown not to hold"),
    mark("taken back by the claimant"),
)
CAVEATS = (
    mark("a round number"),
    mark("the day of publication is not known"),
    mark("the day of publication was inferred"),
    mark("only the month or year of publication is known"),
    mark("a rate; never added up"),
    mark("the source gives words, not a number"),
    mark("a minimum: cases that were not verified or identified are not in it"),
    mark("already counted inside another figure"),
    mark("announced, promised or forecast; not an event"),
    mark("counts both sides in one number"),
    mark("the source leaves areas or people out"),
    mark("a part of a calendar month; not the month"),
    mark("the injured may hold people who were killed"),
    mark("called preliminary, or not yet verified"),
    mark("the claimant took the number back"),
    mark("the page itself gives a later number in its place"),
    mark("the publisher had it from another publisher"),
    mark("the source or its relay uses another word for the measure"),
    mark("its relay says killed, or killed and injured; its claimant counts losses"),
    mark("counts days after its publication: announced or forecast, else a day that is wrong"),
    mark("only the month or the year of the last day is known"),
    mark("the last day counted is not stated"),
    mark("read in a machine translation"),
    mark("the relay seems to have made a mistake"),
    mark("a declared correction flags it"),
    mark("the claimant is not in the register of sources"),
)
REVISIONS = (
    mark("the first number said"),
    mark("its day of publication is not known: it has no place in the order"),
    mark("more was found of a recent incident"),
    mark("a monitor has verified more old cases"),
    mark("the source uses another word for what it counts"),
    mark("the number fell: a correction"),
    mark("the number is lower, and by their hedges both can hold"),
    mark("its relay seems to have garbled it: it is not its claimant’s word"),
    mark("the source counts other areas or people"),
    mark("no reason given"),
)
CHANGES = (
    mark("the row was recorded wrongly and is left out since"),
    mark("the row was recorded wrongly and is corrected since"),
    mark("the source revised it"),
    mark("a relay prints another number since, probably by mistake"),
    mark("a number from which it was computed has changed"),
    mark("it is known since to be counted inside another figure"),
    mark("a warning is known since that was not known then"),
)
REASONS = (
    mark("a digit seems dropped, added or swapped"),
    mark("the number is the same, put with another firmness"),
)
VERDICTS = (
    mark("one source"),
    mark("one source each"),
    mark("agree"),
    mark("differ"),
    mark("disputed"),
)

RELIABILITY = (
    mark("completely reliable"),
    mark("usually reliable"),
    mark("fairly reliable"),
    mark("not usually reliable"),
    mark("unreliable"),
    mark("reliability cannot be judged"),
)
CREDIBILITY = (
    mark("confirmed by other sources"),
    mark("probably true"),
    mark("possibly true"),
    mark("doubtful"),
    mark("improbable"),
    mark("truth cannot be judged"),
)
HEDGES = (
    mark("a bare number"),
    mark("at least, no fewer than, so far: no upper bound"),
    mark("more than, over: no upper bound"),
    mark("about, some, around: soft bounds on either side"),
    mark("nearly, almost: soft bounds just below"),
    mark("up to, as many as: only an upper bound is stated"),
    mark("between two numbers"),
    mark("several, a few: soft, 3 to 9"),
    mark("tens, dozens: 20 to 99"),
    mark("hundreds: 200 to 999"),
    mark("thousands: 2,000 to 9,999"),
    mark("words without a number; never zero"),
)
INTERVALS = (
    mark("bounds that follow from the words used"),
    mark("bounds that the source states"),
    mark("a confidence interval that the source states"),
)
