"""The record of a brief: what it must tell whoever does not open a ledger."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from made_up_ledgers import VERIFIED, edition_with
from soak import in_soak

from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.parsing.weeks import LATEST, parse_vintage, parse_week
from casualty_ledger.publishing.errata import compare_records
from casualty_ledger.publishing.shelf import Number, Record, read_record
from casualty_ledger.publishing.trace import trace_brief
from casualty_ledger.publishing.week.brief import compose_brief, compose_without_changes
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.record import describe_brief, write_record
from casualty_ledger.wording.labels import label_day

HOME = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def record_of(edition_of):
    """Describe the brief of a week in a vintage; each is composed once."""
    made = {}

    def describe(week: str, as_of: str = ""):
        if (week, as_of) not in made:
            edition = edition_of(week, as_of)
            made[week, as_of] = describe_brief(compose_brief(edition), edition, compose_without_changes)
        return made[week, as_of]

    return describe


def test_the_record_says_what_the_brief_says_at_its_top(record_of, edition_of):
    """
    Edition, vintage and bottom line are those of the brief.
    """
    record = record_of("2023-W22")
    brief = compose_without_changes(edition_of("2023-W22"))

    assert (record["edition"], record["known_until"]) == ("2023-W22", "2023-06-05")
    assert record["known"] == "As known on 5 June 2023."
    assert record["bottom_line"] == [sentence.text for sentence in brief.bottom_line]


def test_every_number_of_the_brief_is_in_its_record(record_of, edition_of):
    """
    Each traced number in prose and tables is in the record, with the figures behind it.
    """
    edition = edition_of("2023-W22")
    traced = trace_brief(compose_without_changes(edition), edition.figures)
    on_paper = (traced["figure_id"] != "") & ~traced["place"].str.startswith("Table of the chart")
    printed = set(traced.loc[on_paper, ["number", "figure_id"]].itertuples(index=False, name=None))
    recorded = {(each["text"], id_) for each in record_of("2023-W22")["numbers"] for id_ in each["figures"]}

    assert len(printed) > 60
    assert printed <= recorded


def test_the_22_of_pidhorodne_stands_after_the_20(record_of):
    """
    The toll that stands is told with the statement that it followed; the ones before it do not stand.
    """
    numbers = {
        number["figures"][0]: number
        for number in record_of("2023-W22")["numbers"]
        if not number["how"] and len(number["figures"]) == 1
    }

    assert numbers["CIV-0813"]["what"] == "22 civilians injured"
    assert numbers["CIV-0813"]["follows"] == "CIV-0793"
    assert [numbers[id_]["stands"] for id_ in ("CIV-0787", "CIV-0789", "CIV-0793", "CIV-0813")] == [
        False,
        False,
        False,
        True,
    ]
    assert len({numbers[id_]["subject"] for id_ in ("CIV-0787", "CIV-0813")}) == 1


@pytest.mark.parametrize(
    ("week", "as_of", "printed", "now", "why"),
    [
        ("2023-W22", "latest", "22 civilians injured", "25", "no reason given"),
        *in_soak(
            (
                "2023-W40",
                "2023-11-01",
                "52 civilians killed, Hroza",
                "at least 59",
                "a monitor has verified more old cases",
            ),
            (
                "2022-W52",
                "2023-02-01",
                "63 Russian soldiers killed",
                "at least 89",
                "more was found of a recent",
            ),
        ),
    ],
)
def test_the_errata_of_real_weeks_follow_from_their_records(record_of, week, as_of, printed, now, why):
    """
    Dnipro 22 → 25, Hroza 52 → 59, Makiivka 63 → at least 89: found in two records, beside the months that
    OHCHR verified anew.
    """
    errata, _ = compare_records(record_of(week), record_of(week, as_of))
    (erratum,) = [each for each in errata if "civilians killed, Ukraine, 1 to" not in each.printed]

    assert erratum.printed.startswith(printed)
    assert erratum.now == now
    assert why in erratum.why


def test_a_digit_that_a_relay_dropped_is_an_erratum():
    """
    1,074 injured is printed while nothing is known against it; once its note is known, its warning is told.
    """
    monitor = VERIFIED | {"measure": "injured", "value": "10741", "published_on": "2023-06-01"}
    monitor |= {"covers_until": "2023-05-31", "publisher": "UN News"}
    relay = {"value": "1074", "publisher": "Euronews"}
    relay |= {"note": "misprint for 10,741", "note_known_on": "2023-06-10"}
    editions = [edition_with(monitor, monitor | relay, as_of=as_of) for as_of in ("", "2023-07-01")]
    then, now = (describe_brief(compose_brief(each), each, compose_without_changes) for each in editions)

    errata, _ = compare_records(then, now)
    assert {each.printed.split(" civilians")[0] for each in errata} == {"at least 1,074"}, errata
    assert all(each.why.endswith("the relay seems to have made a mistake") for each in errata)


def test_what_the_brief_says_of_last_weeks_is_in_the_record(record_of):
    """
    The five changes that the brief of 2022-W46 tells stand in its record as they stand in print.
    """
    changed = record_of("2022-W46")["changed"]

    numbers = ("312", "355", "3,326", "702", "1,074, in doubt")
    assert [each["now"] for each in changed] == [f"at least {number}" for number in numbers]
    assert {each["of"] for each in changed} == {"2022-W45"}


def test_hindsight_is_dated_by_what_it_knows(record_of):
    """
    The record in hindsight is dated by a day on which something was printed, not by the clock.
    """
    record = record_of("2023-W22", "latest")
    days = set()
    for sheet in (HOME / "data" / "raw" / "recorded").glob("*.csv"):
        with sheet.open(encoding="utf-8", newline="") as lines:
            days |= {row["published_on"] for row in csv.DictReader(lines)}

    last = max(day for day in days if len(day) == len("2023-06-05"))
    assert record["known_until"] == last
    assert record["known"] == f"In hindsight, up to {label_day(date.fromisoformat(last))}."


def test_a_record_that_was_written_is_read_again(record_of, edition_of, tmp_path: Path):
    """
    What is written is what the shelf reads: the two ends of the contract agree, key by key.
    """
    edition = edition_of("2023-W22")
    write_record(tmp_path / "brief.json", compose_brief(edition), edition, compose_without_changes)

    assert read_record(tmp_path / "brief.json", "brief.json") == record_of("2023-W22")
    assert json.loads((tmp_path / "brief.json").read_text()) == record_of("2023-W22")


def test_every_key_of_the_record_is_documented():
    """
    The description of the record names every key that its readers rely on.
    """
    text = (HOME / "docs" / "brief_record.md").read_text(encoding="utf-8")

    assert [key for key in (*Record.model_fields, *Number.model_fields) if f"| `{key}` |" not in text] == []


def test_a_mistake_of_ours_that_went_out_is_told_in_the_same_edition(made_up):
    """
    An edition made anew after a correction says what it had printed, and why that was wrong.
    """
    project = made_up({}, {"value": "206600", "covers_until": "2023-05-28", "published_on": "2023-05-28"})
    project.corrections.mkdir()
    mend = {"id": "t-1", "column": "value", "expect": "209940", "action": "replace", "value": "209900"}
    mend |= {"reason": "Read wrongly.", "declared_on": "2023-06-08"}
    (project.corrections / "ours.yml").write_text(yaml.safe_dump([mend]), encoding="utf-8")
    week = parse_week("2023-W22")
    edition = Edition(week, open_ledger(project, LATEST).as_of(parse_vintage("", week)))
    corrected = describe_brief(compose_brief(edition), edition, compose_without_changes)["corrected"]

    moved = {each["printed"].split(" Russian")[0]: each for each in corrected}

    assert moved["about 209,940"]["now"] == "about 209,900"
    assert moved["about 209,940"]["why"].endswith("is corrected since: Read wrongly.")
    derived = [each["now"] for each in corrected if each["printed"].startswith("about 3,340, the total less")]
    assert derived
    assert set(derived) == {"about 3,300"}
