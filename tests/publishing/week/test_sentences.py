"""Sentences of a brief over made-up rows: none says more than its rows, and none less firmly."""

import re

import pytest
from made_up_ledgers import INCIDENT, VERIFIED, edition_with, said_in

from casualty_ledger.publishing.cards import cards_of
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.trace import trace_brief
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.disputes.section import tabulate_disputes

PRISONERS = {"population": "pow", "party": "ukraine", "measure": "exchanged_returned", "basis": "period"}
MONTH = VERIFIED | {"basis": "period", "covers_from": "2023-05-01", "covers_until": "2023-05-31"}
ABSENT = re.compile(r"\b(?:No|Nobody|Nothing|no (?:claimant|exchange|report))\b(?! new)")


def total(day: str, value: str, **more: str) -> dict[str, str]:
    return {"covers_until": day, "published_on": day, "value": value} | more


def said(*rows: dict[str, str], week: str = "2023-W22", as_of: str = "") -> str:
    return said_in(edition_with(*rows, week=week, as_of=as_of))


def test_numbers_of_one_publication_share_its_day_and_others_have_their_own():
    """
    Killed and injured of one publication are dated once; of two, each has its own days and its own day.
    """
    injured = VERIFIED | {"measure": "injured", "value": "15442"}
    other = injured | {"published_on": "2023-05-12", "covers_until": ""}
    together, apart = said(VERIFIED, injured).splitlines()[0], said(VERIFIED, other).splitlines()[0]

    assert together == (
        "Verified: OHCHR HRMMU had counted at least 8,983 civilians killed and at least 15,442 civilians "
        "injured (24 February 2022 to 4 June 2023; published 4 June 2023)."
    )
    assert "8,983 civilians killed (24 February 2022 to 4 June 2023; published 4 June 2023) and" in apart
    assert (
        "15,442 civilians injured (since 24 February 2022, end not stated; published 12 May 2023)." in apart
    )


def test_counts_of_one_incident_that_came_out_apart_are_dated_apart():
    """
    The dead of one day's statement and the injured of the next one's do not read as one statement.
    """
    injured = INCIDENT | {"measure": "injured", "value": "3", "published_on": "2023-05-31"}
    line = said(INCIDENT, injured).splitlines()[0]

    assert "4 civilians killed (published 30 May 2023) and 3 civilians injured (published 31 May 20" in line


def test_numbers_of_captives_of_different_days_are_dated_apart():
    """
    Two taken, said on Saturday, and twelve held, said on Monday, each stand with their day.
    """
    corps = PRISONERS | {
        "claimant": "Russian Volunteer Corps",
        "hedge": "exact",
        "covers_until": "2023-06-03",
    }
    held = corps | {"measure": "held", "basis": "stock", "value": "12", "published_on": "2023-06-05"}
    days = {"covers_from": "2023-06-03", "published_on": "2023-06-03"}
    line = said(corps | {"measure": "captured", "value": "2"} | days, held).splitlines()[0]

    assert "captured (published 3 June 2023), then 12 Ukrainian prisoners of war held (published 5" in line


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("206600", "205100", "about 1,500 less than a week before (1,300–1,700, allowing for rounding"),
        (
            "206600",
            "206580",
            "about 20 less than a week before (130 less to 90 more, allowing for rounding",
        ),
        ("206600", "209940", "about 3,340 more than a week before (3,230–3,450, allowing for rounding"),
    ],
)
def test_a_fall_is_less_and_called_a_fall(before: str, after: str, words: str):
    """
    A running total that fell is so much less, without a sign, and the brief says that it fell.
    """
    line = said(total("2023-05-28", before), total("2023-06-04", after)).splitlines()[0]

    assert words in line
    assert ("the running total fell, which is a revision" in line) == (int(after) < int(before))
    assert "-" not in line


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            {"hedge": "more_than"},
            {"hedge": "about"},
            "about 209,940 on 4 June, a rise of less than about 3,340 in",
        ),
        ({"hedge": "more_than"}, {"hedge": "exact"}, "209,940 on 4 June, a rise of at most 3,339 in a week"),
        ({"hedge": "at_least"}, {"hedge": "exact"}, "209,940 on 4 June, a rise of at most 3,340 in a week"),
        ({"hedge": "about"}, {"hedge": "more_than"}, "a rise of more than about 3,340 in a week"),
        ({"hedge": "exact"}, {"hedge": "at_least"}, "a rise of at least 3,340 in a week"),
    ],
)
def test_what_a_week_added_to_or_from_a_minimum_is_a_bound(before, after, words: str):
    """
    A total less "more than" an earlier one is less than their difference, and the reverse; never a number.
    """
    rows = total("2023-05-28", "206600") | before, total("2023-06-04", "209940") | after

    assert words in said(*rows)
    assert "more than a week before" not in said(*rows)


def test_a_lower_number_after_or_before_a_minimum_is_not_called_a_fall():
    """
    "More than 206,580" after 206,600 may be a rise: nothing is said of what the week added.
    """
    line = said(
        total("2023-05-28", "206600") | {"hedge": "exact"},
        total("2023-06-04", "206580") | {"hedge": "more_than"},
    )

    assert "206,580" in line
    assert "total fell" not in line and "a week before" not in line


@pytest.mark.parametrize(
    "between",
    [
        (total("2023-05-31", "210900"), total("2023-06-01", "208000")),
        (total("2023-06-01", "208000", note="recounted without missing", note_known_on="2023-06-01"),),
    ],
)
def test_a_weekly_difference_that_holds_a_recount_says_so(between):
    """
    A total that fell or was recounted between two Sundays makes their difference no number of the week.
    """
    rows = [total("2023-05-28", "206600"), *between, total("2023-06-04", "209940")]

    assert "fell or was recounted within the week, so this is not what the week added" in said(*rows)
    assert "recounted within the week" not in said(rows[0], rows[-1])


def test_a_verified_total_that_fell_is_told():
    """
    OHCHR's 8,983 after 9,083: the brief says from what it fell, each number with its own days.
    """
    earlier = VERIFIED | {"value": "9083", "covers_until": "2023-05-28", "published_on": "2023-05-28"}
    text = said(earlier, VERIFIED)

    assert (
        "The running total of the killed fell, from at least 9,083 (24 February 2022 to 28 May 2023; "
        "published 28 May 2023) to at least 8,983: a revision." in text
    )
    assert "total of the killed fell" not in said(earlier | {"value": "8895"}, VERIFIED)


def test_equal_bounds_are_one_number():
    """
    A row that states 4 with the bounds 4 and 4 is printed as 4.
    """
    text = said(INCIDENT | {"lower": "4", "upper": "4"})

    assert "counted 4 civilians killed" in text
    assert "4 to 4" not in text


@pytest.mark.parametrize(
    ("hedge", "words"),
    [("about", "about 15,000"), ("at_least", "at least 15,000"), ("more_than", "more than 15,000")],
)
def test_a_verified_number_gets_no_second_hedge(hedge: str, words: str):
    """
    "About 15,000" that a monitor verified is not "at least about 15,000".
    """
    text = said(VERIFIED | {"value": "15000", "hedge": hedge}).splitlines()[0]

    assert f"had counted {words} civilians killed" in text


@pytest.mark.parametrize(
    ("verification", "words"),
    [
        ("verified", "; verified."),
        ("corroborated", "; confirmed by a second source."),
        ("estimate", ") estimated 4 civilians killed in Kherson on 30 May."),
        ("contested", "; contested."),
        ("official_claim", "; not verified."),
    ],
)
def test_what_was_verified_is_not_called_unverified(verification: str, words: str):
    """
    The sentence and the table of an incident say of a number what its row says of who checked it.
    """
    text = said(INCIDENT | {"verification": verification})
    unverified = [line for line in text.splitlines() if "not verified" in line]

    assert text.splitlines()[0].endswith(words)
    assert bool(unverified) == (verification == "official_claim")


def test_numbers_of_which_one_is_verified_are_not_verified_together():
    """
    Dead that were verified and injured that were not stand in one sentence only as "in part".
    """
    injured = INCIDENT | {"measure": "injured", "value": "3"}

    assert "in part" in said(INCIDENT | {"verification": "verified"}, injured).splitlines()[0]


@pytest.mark.parametrize(
    ("scope", "is_said"), [("OHCHR says real figures are considerably higher", True), ("", False)]
)
def test_a_floor_is_said_in_a_claimants_name_only_where_a_row_says_it(scope: str, is_said: bool):
    """
    "It calls the true numbers considerably higher" needs a row in which it does.
    """
    edition = edition_with(VERIFIED | {"scope": scope})
    cards = cards_of(edition.figures, edition.figures["figure_id"])

    assert ("considerably higher" in said_in(edition)) == is_said
    assert all("the true number is higher" not in str(card.facts) for card in cards.values())


@pytest.mark.parametrize(
    ("population", "value", "words"),
    [
        ("civilian_women", "48", "48 women"),
        ("civilian_men", "90", "90 men"),
        ("civilian_women", "1", "1 woman"),
        ("civilian_children", "5", "5 children"),
    ],
)
def test_women_and_men_are_printed_as_such(population: str, value: str, words: str):
    """
    A verified count of women is a minimum of women in brief, card, citation and trace.
    """
    row = MONTH | {"population": population, "value": value, "published_on": "2023-06-07"}
    edition = edition_with(row, week="2023-W23")
    brief = compose_brief(edition)
    (card,) = cards_of(edition.figures, ["t-1"]).values()
    (entry,) = References.of(edition.figures, brief.cited()).entries

    assert f"reported at least {words} killed" in said_in(edition)
    assert words in card.title and words in card.sentence and words in entry.figures[0].said
    assert trace_brief(brief, edition.figures)["sentence"].str.contains(words).any()
    assert "civilian" not in card.title + card.sentence


def test_a_month_that_ends_in_the_week_stands_in_the_brief():
    """
    A verified month that came out in the week leads, and the ledger is not said to hold nothing.
    """
    text = said(MONTH | {"value": "143", "published_on": "2023-06-02"})

    assert text.splitlines()[0] == (
        "OHCHR HRMMU verified at least 143 civilians killed "
        "(Ukraine, 1 to 31 May 2023; published 2 June 2023)."
    )
    assert "holds no figure" not in text


def test_what_the_ledger_lacks_is_not_said_of_the_world():
    """
    Over an empty week every sentence of absence speaks of this ledger.
    """
    text = said(total("2023-06-04", "209940"), week="2023-W24", as_of="latest")
    absences = [line for line in text.splitlines() if ABSENT.search(line)]

    assert all("ledger" in line for line in absences)
    assert re.search(r"This ledger has recorded .*no exchange of prisoners", said(INCIDENT))
    assert re.search(
        r"This ledger has recorded .*no report of civilian harm", said(total("2023-06-04", "209940"))
    )


def test_harm_to_people_not_told_apart_is_no_absence_of_harm():
    """
    A number of people who may be civilians or soldiers stands in the brief, as what it is.
    """
    text = said(INCIDENT | {"population": "civilians_and_military", "claimant": "Ministry of Public Health"})

    assert "counted 4 people killed in Kherson on 30 May" in text
    assert "no report of civilian harm" not in text


def test_a_soldiers_side_is_not_read_from_a_place():
    """
    89 soldiers killed at Makiivka, without a party, are nobody's soldiers, whoever holds the town.
    """
    row = INCIDENT | {"population": "military", "place": "Makiivka", "value": "89"}
    text = said(row | {"claimant": "Ministry of Defence of Russia", "claimant_side": "russia"})

    assert "reported 89 soldiers killed (Makiivka" in text
    assert "Ukrainian soldiers" not in text
    assert "Side not stated: losses, as a side of the conflict puts them" in text


def test_a_number_that_its_relay_seems_to_have_garbled_never_leads_and_stands_with_a_warning():
    """
    A relay error noted by the recorder is told in the table and on the card, and leads no sentence.
    """
    note = {"note": "almost certainly a relay error for casualties", "note_known_on": "2023-06-04"}
    row = {"party": "russia", "measure": "killed", "basis": "period", "covers_from": "2023-06-01"}
    edition = edition_with(row | {"value": "260000", "hedge": "exact"} | note, total("2023-06-04", "209940"))
    (card,) = cards_of(edition.figures, ["t-1"]).values()
    text = said_in(edition)

    assert "“losses” 260,000 (in doubt: the relay seems to have made a mistake) (printed as killed" in text
    assert "260,000" not in text.splitlines()[0]
    assert "look at the source before you quote it" in card.sentence
    assert dict(card.facts)["Warning"] == note["note"]


def test_a_verified_total_without_a_number_is_shown_as_one():
    """
    A verified running total without a number, or as a range, costs no report.
    """
    assert "stated no number of civilians killed" in said(VERIFIED | {"value": ""})
    ranged = VERIFIED | {"value": "", "lower": "8000", "upper": "9000", "hedge": "range"}
    assert "between 8,000 and 9,000 civilians killed" in said(ranged)


@pytest.mark.parametrize(
    ("week", "words"),
    [
        ("2021-W05", "This week ended before 24 February 2022, when this conflict began."),
        ("2026-W40", "This week lies after everything that the ledger holds as known on this day"),
    ],
)
def test_a_week_outside_the_ledger_says_so(week: str, words: str):
    """
    A week before the war and one after the last publication open with that.
    """
    assert said(INCIDENT, week=week).startswith(words)


def test_a_brief_that_nobody_is_known_to_have_made_was_not_printed():
    """
    Last week's brief is called reconstructed: whether it was made is not known.
    """
    text = said_in(edition_with(total("2023-05-28", "206600"), total("2023-06-04", "209940")), compose_brief)

    assert "(2023-W21, reconstructed as of 29 May 2023) was corrected or restated." in text
    assert "printed on" not in text


def test_a_return_outside_an_exchange_is_no_exchange():
    """
    Prisoners who came home by another way are not said to have returned in exchanges.
    """
    row = PRISONERS | {"covers_from": "2023-06-01", "covers_until": "2023-06-01", "value": "5"}

    assert "returned in exchanges" in said(row | {"hedge": "exact"})
    assert "returned in exchanges" not in said(row | {"method": "goodwill transfer"})


def test_a_month_of_publication_is_not_called_a_day():
    """
    A publication of which only the month is known is dated by that month.
    """
    text = said(MONTH | {"value": "143", "published_on": "2023-05"}, week="2023-W22", as_of="latest")

    assert "published 31 May 2023" not in text


HUNGER = {"population": "unstated", "party": "ukraine", "measure": "died_of_hunger", "value": "57"}


def test_a_running_total_of_hunger_says_whose_people_it_counts():
    """
    A total of people of whom civilians and fighters are not told apart is printed, whatever it counts.
    """
    assert "Ukrainian people dead of hunger | General Staff of Ukraine: 57" in said(
        HUNGER | {"hedge": "exact"}
    )


def test_a_return_of_prisoners_with_civilians_is_the_other_direction_of_an_exchange():
    """
    Where nobody counts the prisoners of war of one direction alone, the number that holds them is told.
    """
    day = {"covers_from": "2023-06-03", "covers_until": "2023-06-03", "hedge": "exact"}
    back = PRISONERS | day | {"value": "12"}
    other = back | {"population": "pow_and_civilian_detainee", "party": "russia", "value": "15"}

    assert "to Russia (prisoners of war and civilian detainees) on 3 June, 15 according to" in said(
        back, other
    )
    alone = other | {"population": "pow", "value": "14"}
    assert "15 according to" not in said(back, other, alone)


def test_a_row_with_only_a_region_is_printed_with_it():
    """
    Soldiers captured somewhere in a region, whose place nobody names.
    """
    captured = PRISONERS | {
        "measure": "captured",
        "admin1": "Kherson Oblast",
        "value": "17",
        "hedge": "exact",
    }

    assert "17 Ukrainian prisoners of war captured in Kherson Oblast" in said(
        captured | {"covers_from": "2023-06-03", "covers_until": "2023-06-03"}
    )


def test_the_sentence_of_an_incident_tells_every_number_and_every_claim_of_it():
    """
    Others' counts of the injured stand beside those of the killed, and what is claimed of soldiers.
    """
    other = INCIDENT | {"claimant": "Mayor of Kherson"}
    enemy = INCIDENT | {
        "claimant": "Russian Ministry of Defence", "claimant_side": "russia", "party": "ukraine",
        "population": "military", "value": "60", "hedge": "more_than",
    }  # fmt: skip
    hurt = {"measure": "injured"}
    text = said(INCIDENT, other | {"value": "3"}, INCIDENT | hurt, other | hurt | {"value": "9"}, enemy)

    assert "Other counts of the killed: Mayor of Kherson: 3." in text
    assert "Other counts of the injured: Mayor of Kherson: 9." in text
    assert "The Russian Ministry of Defence claims more than 60 Ukrainian soldiers killed there; not " in text


EXCHANGE = PRISONERS | dict.fromkeys(("covers_from", "covers_until", "published_on"), "2023-06-02")
EXCHANGE |= {"hedge": "exact", "value": "75", "claimant": "President of Ukraine (Zelensky)"}


def test_civilians_returned_are_not_called_prisoners():
    """
    Of 75 returned four were civilians: no line of the brief calls all 75 prisoners of war.
    """
    civilians = EXCHANGE | {"population": "civilian_detainee", "value": "4", "scope": "subset of the 75"}
    lines = [line for line in said(EXCHANGE, civilians).splitlines() if re.search(r"\b75\b", line)]

    assert lines
    assert all(re.search("civilian", line) for line in lines)
    assert "75 prisoners and civilians returned to Ukraine" in said(EXCHANGE, civilians)
    assert "civilian" not in " ".join(line for line in said(EXCHANGE).splitlines() if " 75 " in line)


def test_an_exchange_of_one_recorded_direction_says_that_the_other_is_missing():
    """
    Where only those who returned to one side are recorded, the sentence and the key figure say so.
    """
    back = EXCHANGE | {"party": "russia", "claimant": "Russian MoD", "claimant_side": "russia"}
    alone, both = said(EXCHANGE), said(EXCHANGE, back)

    assert "to Russia, no number recorded." in alone
    assert "to Russia: no number recorded" in alone
    assert "no number recorded" not in both
    assert "Russia: no figure recorded" not in both


def test_earlier_numbers_of_a_toll_do_not_read_as_those_of_its_children():
    """
    "4 (1 child), first 3": what was said first stands outside the bracket of the children.
    """
    first, last = INCIDENT | {"value": "3"}, INCIDENT | {"published_on": "2023-05-31"}
    child = last | {"population": "children", "value": "1", "scope": "subset of the 4 killed"}

    assert "| 4 (1 child), first 3 |" in said(first, last, child)
    assert "| 4 (first 3) |" in said(first, last)


def test_parts_of_a_number_of_captives_are_no_further_numbers_of_it():
    """
    Of 959 taken 29 were wounded and 694 came on one day: the sentence tells the 959 alone.
    """
    taken = PRISONERS | {"measure": "captured", "covers_from": "2023-06-01", "covers_until": "2023-06-02"}
    taken |= {"hedge": "exact", "value": "959", "published_on": "2023-06-02"}
    parts = ({"value": "694"}, {"value": "29", "population": "pow_wounded"})
    first = said(taken, *(taken | part | {"scope": "part of the 959"} for part in parts)).splitlines()[0]

    assert "959" in first
    assert "694" not in first
    assert "29 " not in first


def test_that_a_page_gave_no_number_is_not_learned_about_earlier_days():
    """
    A record without a number says what a page held, not what a claimant refused to say.
    """
    earlier = INCIDENT | {"covers_from": "2023-05-20", "covers_until": "2023-05-20", "place": "Ukraine"}
    told = said(earlier | {"value": "", "hedge": "unquantified"}, INCIDENT)

    assert "gave no number" not in told.partition("Learned this week")[2].partition("\nWhat")[0]


@pytest.mark.parametrize(
    ("day", "published", "is_new"),
    [
        ("2023-05-27", "2023-05-29", False),
        ("2023-05-27", "2023-05-30", True),
        ("2023-05-10", "2023-05-29", True),
    ],
)
def test_what_last_weeks_brief_held_is_not_learned_in_the_week(day: str, published: str, is_new: bool):
    """
    Last week's brief knew what came out on its Monday about its own days: that is no news of this week, as
    what came out a day later is, or on that Monday about days before its week.
    """
    earlier = {"covers_from": day, "covers_until": day, "published_on": published, "place": ""}
    told = said(PRISONERS | {"measure": "captured"} | earlier, INCIDENT, week="2023-W22")

    assert ("not in last week’s brief: 1 figure by 1 source" in told) == is_new
    assert ("Learned this week" in told) == is_new


def test_a_disputed_total_whose_end_is_not_stated_says_so():
    """
    One total ends on 2 June, the other came out on that day with no end: the days may differ, and it is said.
    """
    general = total("2023-06-02", "208910")
    counted = total("", "150000", claimant="Mediazona and BBC Russian") | {"published_on": "2023-06-02"}
    table = tabulate_disputes(edition_with(general, counted).figures.assign(dispute=0))
    dated = tabulate_disputes(edition_with(general, general | {"value": "9"}).figures.assign(dispute=0))

    assert table.caption.endswith("for days that are or may be the same; different numbers")
    assert "Mediazona and BBC Russian: end not stated; published 2 June 2023" in table.rows[0][2].text
    assert "end not stated" not in dated.rows[0][2].text


def test_a_note_says_what_a_relay_printed_of_losses():
    """
    Losses that a relay prints as killed are losses, and its own note does not hide its word.
    """
    edition = edition_with({"measure": "killed", "note": "relay renders losses as killed"})
    ids = list(edition.figures["figure_id"])
    (entry,) = References.of(edition.figures, ids).entries

    assert "“losses” (printed as killed)" in entry.figures[0].said


def test_a_row_of_civilians_returned_says_to_whom_they_came_back():
    """
    Eleven and nineteen civilians of one day: each row says which way, as the words for prisoners do.
    """
    back = PRISONERS | {"population": "civilian_detainees", "covers_from": "2023-06-01", "place": ""}
    told = said(back | {"value": "19"}, back | {"value": "11", "party": "russia"}, PRISONERS)

    assert "19 civilian detainees returned in an exchange to Ukraine" in told
    assert "11 civilian detainees returned in an exchange to Russia" in told


@pytest.mark.parametrize(
    "told",
    [
        {"scope": "promise", "note": "pledged, not delivered count: do not add"},
        {"method": "agreement, not yet carried out", "hedge": "at_least"},
        {"scope": "planned for both days together"},
    ],
)
def test_nobody_is_told_as_returned_whom_a_promise_or_an_agreement_counts(told: dict[str, str]):
    """
    A number that was pledged, agreed or planned is of people to be returned, and was announced, not reported.
    """
    promise = PRISONERS | {"claimant": "Russian MoD", "published_on": "2023-05-30", "value": "23"} | told
    lines = [line for line in said(promise).splitlines() if "23 " in line]

    assert [line for line in lines if "announced or promised" in line and "to be returned in an" in line]
    assert not [line for line in lines if re.search(r"\breported\b|(?<!to be )returned in an exchange", line)]


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({"measure": "killed", "measure_as_said": "killed", "note": "relay says killed; losses"}, "killed"),
        ({"measure": "killed_and_wounded", "note": "relay reads losses as killed and wounded"}, "killed"),
        (
            {"measure_as_said": "killed", "note": "relay says killed, wounded and captured"},
            "killed, wounded and captured",
        ),
    ],
)
def test_a_relay_of_losses_is_told_with_its_own_word_and_nothing_that_it_did_not_say_is_quoted(
    told: dict[str, str], word: str
):
    """
    Of losses that a relay prints under another word, that word stands there, and “deaths” in quotes nowhere.
    """
    losses = {
        "claimant": "General Staff of Ukraine",
        "party": "russia",
        "population": "military",
        "measure": "losses_unspecified",
        "covers_from": "2022-02-24",
        "basis": "cumulative",
    }
    same = total("2023-06-03", "209000") | losses
    relayed = total("2023-06-04", "209940", publisher="Babel") | losses | told
    text = said(same, relayed)

    assert f"which Babel prints as {word}" in text
    assert "“deaths”" not in text
