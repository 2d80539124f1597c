"""An independent reading of a brief: every number of every sentence held against the recorded row behind it.

Nothing of what composes a sentence is used here: rows are read from the sheets as text, names from the
register's YAML, and a sentence from its words. `python tests/support/reading_sentences.py` reads all weeks.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import yaml

from casualty_ledger.publishing.document import Brief, Picture, Table
from casualty_ledger.wording.traced_text import Sentence, Span

HOME = Path(__file__).resolve().parents[2]
Row = Mapping[str, str]
DAY = len("2022-02-24")
MONTHS = [date(2022, month, 1).strftime("%B") for month in range(1, 13)]
NUMBER = re.compile(r"\d[\d,]*")
SPAN = re.compile(rf"(\d{{1,2}})(?: ({'|'.join(MONTHS)}))? to (\d{{1,2}}) ({'|'.join(MONTHS)})")
PUBLISHED = re.compile(r"published (?:again )?(?:on )?((?:\d{1,2} )?[A-Z][a-z]+ \d{4}|an unknown day)")
HEDGES = {
    "exact": ("",),
    "at_least": ("at least",),
    "more_than": ("more than",),
    "about": ("about", "nearly"),
    "nearly": ("nearly",),
    "up_to": ("up to",),
    "range": ("between", ""),
}
OPEN = ("at_least", "more_than")
HEDGE_WORDS = re.compile(r"(at least|more than|about|nearly|up to|between)?\s*$", re.IGNORECASE)
VERIFIED = ("verified", "named_count", "individually_verified")
# In the words of a sheet: whom a monitor met it knows exactly; and how a claimant says that more were harmed.
PART = re.compile(r"children|women|\bmen|all_on_board|subset|part of")
MONITORS = ("un_body", "humanitarian_organisation", "monitor")
MET = ("visited", "interviewed")
NOT_ALL = re.compile("real figures are considerably higher|figures are not final|identified cases only")
CHECKED = (*VERIFIED, "corroborated", "visually_confirmed", "acknowledged_by_perpetrator")
NOUNS = {
    "civilian_women": ("women", "woman"),
    "civilian_men": ("men", "man"),
    "civilian_children": ("child", "children"),
    "children": ("child", "children"),
    "civilians": ("civilian", "civilians"),
    "civilian": ("civilian", "civilians"),
}
PEOPLE = re.compile(r"\b(civilians?|women|woman|men|man|child|children|girls?|boys?|soldiers?|people)\b")
OWNERS = {"ukraine": "Ukrainian", "russia": "Russian"}
SPEAKERS = {
    "ukraine": ("Ukrain", "both sides"),
    "russia": ("Russia", "both sides", "DPR/LPR", "Wagner"),
    "un": ("UN ",),
    "media": ("media",),
}
SHORT = {"OHCHR HRMMU": ("OHCHR",), "OHCHR": ("OHCHR",)}
HEADLINE, KEY = "Headline", "Key figures"
RECORDED = "as recorded with the figure"


def read_rows(folder: Path) -> dict[str, Row]:
    """Read every recorded row, by its id."""
    rows: dict[str, Row] = {}
    for sheet in sorted(folder.glob("*.csv")):
        with sheet.open(encoding="utf-8", newline="") as lines:
            rows |= {row["id"]: row for row in csv.DictReader(lines)}
    return rows


@lru_cache
def names_of(claimant: str) -> tuple[str, ...]:
    """Return the names under which a claimant of a sheet may be printed."""
    found = _spellings().get(claimant, claimant)
    return (claimant, found, found.partition(" (")[0], *SHORT.get(found, ()))


@lru_cache
def _register() -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load((HOME / "data" / "sources.yml").read_text(encoding="utf-8"))[
        "claimants"
    ]
    return found


@lru_cache
def _kinds() -> dict[str, str]:
    return {entry["name"]: entry.get("kind", "") for entry in _register()}


@lru_cache
def _spellings() -> dict[str, str]:
    return {
        spelling: entry["name"]
        for entry in _register()
        for spelling in (entry["name"], *entry.get("aliases", ()))
    }


@lru_cache
def _conflict(name: str) -> Mapping[str, list[dict[str, str]]]:
    """Read the file of a conflict; what is recorded without one is of the default conflict."""
    told = [
        (path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in (HOME / "data" / "conflicts").glob("*.yml")
    ]
    return next(file for stem, file in told if (stem == name if name else file.get("is_default")))


def is_minimum(row: Row) -> bool:
    """Say whether a row is a minimum, whatever its page repeats: by its scope, measure or claimant."""
    file, names = _conflict(row.get("conflict", "")), names_of(row["claimant"])
    if row["measure"] == "named_dead_confirmed" or NOT_ALL.search(row["scope"]):
        return True
    monitors = {each["claimant"] for each in file.get("monitors", ())}
    is_monitor = monitors.intersection(names) or _kinds().get(names[1]) in MONITORS
    if is_monitor and row["verification"] in VERIFIED and row["measure"] not in MET:
        return True
    stated = {"population": row["population"].removeprefix("civilian_"), "basis": row["basis"]}
    return any(
        each["claimant"] in names and stated.items() >= (each.items() - {("claimant", each["claimant"])})
        for each in file.get("minimums", ())
    )


def bounds_of(row: Row) -> tuple[float, float]:
    """Return the least and the most that a row's words allow."""
    if row["lower"] or row["upper"]:
        return float(row["lower"] or 0), float(row["upper"] or math.inf)
    if not row["value"]:
        return 0, math.inf
    number, hedge = int(re.sub(r"\D", "", row["value"])), row["hedge"]
    if hedge in OPEN:
        return number + (hedge == "more_than"), math.inf
    if hedge == "up_to":
        return 0, number
    digits = len(str(number)) - len(str(number).rstrip("0"))
    wide = 10 ** min(digits, 3) if hedge in ("about", "nearly") else 0
    return number - wide, number + (wide if hedge == "about" else -1 if hedge == "nearly" else 0)


def sentences_of(brief: Brief) -> Iterator[tuple[str, Sentence]]:
    """Yield each sentence and each row of a table as one, with the words of the heading over a row."""
    yield HEADLINE, brief.front.headline
    yield HEADLINE, brief.front.standfirst
    yield from ((KEY, figure.sentence) for figure in brief.front.key_figures.items)
    yield from (("", sentence) for sentence in brief.bottom_line)
    for section in (*brief.front.sections, *brief.sections):
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    spans = tuple(span for cell in row for span in (*cell.spans, Span(" | ")))
                    yield block.caption, Sentence(spans)
            elif not isinstance(block, Picture):
                said = getattr(block, "sentences", getattr(block, "items", ()))
                # What is new is said in the words of headlines.
                yield from ((HEADLINE if each.text.startswith("New: ") else "", each) for each in said)


def find_faults(sentence: Sentence, rows: Mapping[str, Row], heading: str = "") -> list[str]:
    """Say what in a sentence is not in the rows behind its numbers."""
    faults: list[str] = []
    at = 0
    for span in sentence.spans:
        before, after = sentence.text[:at], sentence.text[at + len(span.text) :]
        at += len(span.text)
        if not span.figure_ids:
            continue
        behind = [rows[figure] for figure in span.figure_ids]
        if span.how == RECORDED:
            faults += _of_a_text(span, behind[0])
        elif any(span.text in names_of(row["claimant"]) for row in behind):
            continue  # A source's name leads to what it said.
        elif span.how.startswith("sources "):
            faults += _of_a_count_of_sources(span, behind)
        elif span.text.split()[0] in MONTHS:
            faults += _of_a_worst_month(span, behind, rows)
        elif span.how:
            faults += _of_a_difference(span, behind, after, is_short=heading in (HEADLINE, KEY))
        else:
            for row in behind:
                is_short = heading in (HEADLINE, KEY)
                faults += _of_a_count(span, row, before, after, may_be_part=is_short)
                faults += _of_whom(row, after)
                is_alone = len(behind) == 1
                faults += _of_a_finding(row, sentence.text, is_alone) if heading == HEADLINE else []
                faults += _of_the_whole(row, f"{heading} | {sentence.text}") if heading != HEADLINE else []
    return faults


def _of_a_finding(row: Row, text: str, is_alone: bool) -> list[str]:
    """Hold a headline against the row: it names the claimant, or the side for which it speaks."""
    side = row["claimant_side"]
    named = (*names_of(row["claimant"]), *SPEAKERS.get(side, ()), "several")
    faults = [] if any(name in text for name in named) else [f"{row['id']}: nobody is said to say so"]
    if "verified" in _said_of(row, text) and row["verification"] not in VERIFIED:
        faults.append(f"{row['id']}: called verified, recorded {row['verification']}")
    if is_alone and row["verification"] == "estimate" and "estimate" not in text:
        faults.append(f"{row['id']}: an estimate that is not called one")
    return faults


def _said_of(row: Row, text: str) -> str:
    """Leave out what a line says of others: "OHCHR verified" is nothing that the mayor beside it did."""
    names = " ".join(names_of(row["claimant"]))
    return re.sub(r"\b([A-Z]\w+) verified\b", lambda said: said[0] if said[1] in names else "", text)


def _of_a_worst_month(span: Span, behind: list[Row], rows: Mapping[str, Row]) -> list[str]:
    """Hold "than in any month since" against every month that the claimant had stated by then."""
    first = behind[0]
    known: dict[str, dict[str, tuple[str, int]]] = {}
    for row in rows.values():
        is_month = row["covers_from"].endswith("-01") and row["covers_until"][:7] == row["covers_from"][:7]
        same = all(row[name] == first[name] for name in ("claimant", "place", "population", "basis"))
        if is_month and same and row["value"] and "" < row["published_on"] <= first["published_on"]:
            stated = known.setdefault(row["covers_from"][:7], {})
            before = stated.get(row["measure"], ("", 0))
            stated[row["measure"]] = max(before, (row["published_on"], int(row["value"])))
    sums = {
        month: stated["killed"][1] + stated["injured"][1]
        for month, stated in known.items()
        if {"killed", "injured"} <= set(stated)
    }
    name, year = span.text.split()
    since = f"{year}-{MONTHS.index(name) + 1:02}"
    last = first["covers_from"][:7]
    worse = [month for month, count in sums.items() if since <= month < last and count > sums[last]]
    return [f"{month} was worse than {last}" for month in worse] if since in sums else [f"no {since}"]


def _of_a_text(span: Span, row: Row) -> list[str]:
    texts = " ".join(row[name] for name in ("scope", "overlaps", "place", "admin1", "method", "note"))
    texts += " ".join(NUMBER.findall(row["population"]))
    return [] if span.text in texts else [f"{row['id']}: no text of it holds {span.text}"]


def _of_a_count_of_sources(span: Span, behind: list[Row]) -> list[str]:
    """Hold a number of sources against whoever said the figures behind it, each counted once."""
    sources = {names_of(row["claimant"])[1] for row in behind}
    return [] if _number(span.text) == len(sources) else [f"{span.text} sources are {len(sources)}"]


def _of_a_difference(span: Span, behind: list[Row], after: str, *, is_short: bool) -> list[str]:
    if "it can be" in span.how:
        return []
    said = _number(span.text)
    now, before = (int(row["value"]) for row in behind)
    opened = [is_minimum(row) for row in behind]
    if len(set(opened)) > 1:
        return _of_a_bound(span, behind, "" if is_short else after)
    faults = [] if said == abs(now - before) else [f"{span.text} is not {now} less {before}"]
    if is_short:
        return faults
    word = "more" if now >= before else "less"
    return faults if f" {word} than a week before" in after[:40] else [*faults, f"not called {word}"]


def _of_a_bound(span: Span, behind: list[Row], after: str) -> list[str]:
    """Hold a difference of which one end is a minimum: it has one bound, and says which."""
    now, before = behind
    words = ("more than", "at least") if is_minimum(now) else ("less than", "at most")
    strict = [row["hedge"] == "more_than" for row in behind]
    bound = int(now["value"]) + strict[0] - int(before["value"]) - strict[1]
    about = "about" in span.text
    number = int(now["value"]) - int(before["value"]) if about else bound
    faults = [] if span.text.startswith(words[0 if about else 1]) else [f"{span.text}: not {words}"]
    if _number(span.text) != number:
        faults.append(f"{span.text} is not {number}")
    return faults if not after or after.startswith(" in a week") else [*faults, "not called a rise"]


def _of_a_count(span: Span, row: Row, before: str, after: str, *, may_be_part: bool) -> list[str]:
    """Hold number and hedge against the row, and the day of publication that follows the number."""
    faults = []
    numbers = [_number(found) for found in NUMBER.findall(span.text)]
    stated = {int(row[name]) for name in ("value", "lower", "upper") if row[name]}
    if not numbers and span.text != "no number" and row["value"]:
        faults.append(f"{row['id']}: {span.text!r} says no number, the row {row['value']}")
    faults += [f"{row['id']}: {number} is not in the row" for number in numbers if number not in stated]
    hedge = HEDGE_WORDS.search((before + span.text)[: len(before) + _place(span.text)])
    said = (hedge or [""])[0].strip().lower()
    bounds = not row["value"] and row["lower"] and row["upper"]
    allowed = ("between", "") if bounds else HEDGES.get(row["hedge"], (said,))
    if row["hedge"] == "exact" and is_minimum(row):
        allowed = ("at least",)
    # Of an incident whose whole nobody tells, a part makes it as many or more.
    is_least = may_be_part and said == "at least" and PART.search(f"{row['population']} {row['scope']}")
    if numbers and said not in allowed and not is_least:
        faults.append(f"{row['id']}: said {said!r}, recorded {row['hedge']}")
    if (day := PUBLISHED.search(_until_closed(after))) and day[1] != _day(row["published_on"]):
        faults.append(f"{row['id']}: published {row['published_on']}, said {day[1]}")
    return faults


def _until_closed(text: str) -> str:
    """Return a text up to where the parenthesis ends in which it begins, if it begins in one."""
    depth = 0
    for at, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            return text[:at]
    return text


def _place(text: str) -> int:
    found = NUMBER.search(text)
    return found.start() if found else len(text)


def _of_whom(row: Row, after: str) -> list[str]:
    """Hold the people named directly behind a number against the row."""
    words = " ".join(after.split()[:4])
    said = PEOPLE.search(re.split(r"[(,|]| and ", words)[0])
    nouns = NOUNS.get(row["population"])
    faults = []
    if said and nouns and said[1] not in nouns:
        faults.append(f"{row['id']}: {said[1]} said, {row['population']} recorded")
    first = words.split(" ")[0]
    for party, adjective in OWNERS.items():
        soldiers = said and said[1].startswith("soldier")
        if soldiers and first == adjective and not row["party"].startswith((party, "both")):
            faults.append(f"{row['id']}: {adjective} said, party {row['party'] or 'not stated'} recorded")
    return faults


def _days_within(text: str) -> set[tuple[str, str]]:
    """Return the days between those that a text names: 15 April in "14 to 16 April"."""
    found = set()
    for first, month, last, end in SPAN.findall(text):
        year = 2024 if MONTHS.index(end) >= MONTHS.index(month or end) else 2023
        with suppress(ValueError):  # "31 to 2 June" names no days.
            begins = date(year, MONTHS.index(month or end) + 1, int(first))
            count = (date(2024, MONTHS.index(end) + 1, int(last)) - begins).days + 1
            days = (begins + timedelta(days=nth) for nth in range(count))
            found |= {(str(day.day), MONTHS[day.month - 1]) for day in days}
    return found


def _names_whole_month(row: Row, text: str) -> bool:
    """Say whether a row counts a month from its first day to its last, and a text says "in" that month."""
    begins, ends = row["covers_from"], row["covers_until"]
    if len(begins) != DAY or len(ends) != DAY or begins[:8] + "01" != begins or begins[:7] != ends[:7]:
        return False
    is_last = (date.fromisoformat(ends) + timedelta(days=1)).day == 1
    return is_last and re.search(rf"\bin {MONTHS[int(ends[5:7]) - 1]}\b", text) is not None


def _of_the_whole(row: Row, text: str) -> list[str]:
    """Hold claimant, last day and verification against the sentence as a whole."""
    faults = []
    named = any(name.casefold() in text.casefold() for name in names_of(row["claimant"]))
    # Who gives the same number as others may be counted: "and 3 more".
    if not named and not re.search(r"and \d+ more", text):
        faults.append(f"{row['id']}: {row['claimant']} is not named")
    ends = _day(row["covers_until"]).rsplit(" ", 1)[0] if len(row["covers_until"]) == DAY else ""
    named = ends in text or tuple(ends.split(" ")) in _days_within(text) or _names_whole_month(row, text)
    if ends and not named:
        faults.append(f"{row['id']}: its last day, {ends}, is not said")
    checked = row["verification"] in CHECKED
    if "not verified" in text and "in part" not in text and checked:
        faults.append(f"{row['id']}: called not verified, recorded {row['verification']}")
    claims = re.search(r"(?<!not )\bverified\b", _said_of(row, text), re.IGNORECASE)
    if claims and "not verified" not in text and not checked:
        faults.append(f"{row['id']}: called verified, recorded {row['verification']}")
    if "considerably higher" in text and "considerably higher" not in row["scope"]:
        faults.append(f"{row['id']}: does not call the true numbers higher")
    return faults


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _day(iso: str) -> str:
    """Write a day of a sheet out: "4 June 2023", "June 2023", "an unknown day"."""
    parts = [int(part) for part in iso.split("-") if part]
    if not parts:
        return "an unknown day"
    return (
        " ".join([*map(str, parts[2:]), MONTHS[parts[1] - 1], str(parts[0])]) if parts[1:] else str(parts[0])
    )


def read_briefs(briefs: Iterator[tuple[str, Brief]], rows: Mapping[str, Row]) -> tuple[int, int, list[str]]:
    """Read briefs; return how many sentences hold numbers, how many numbers, and what is wrong."""
    sentences = numbers = 0
    faults: list[str] = []
    for week, brief in briefs:
        for heading, sentence in sentences_of(brief):
            traced = [span for span in sentence.spans if span.figure_ids]
            sentences, numbers = sentences + bool(traced), numbers + len(traced)
            faults += [f"{week}: {each}: {sentence.text}" for each in find_faults(sentence, rows, heading)]
    return sentences, numbers, faults


def main() -> None:
    """Read the briefs of all weeks and print what was found."""
    from casualty_ledger.ledger.opening import open_ledger
    from casualty_ledger.parsing.weeks import parse_vintage
    from casualty_ledger.project import Project
    from casualty_ledger.publishing.week.brief import compose_without_changes
    from casualty_ledger.publishing.week.edition import Edition
    from casualty_ledger.running.plan import plan_editions

    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("--raw", default="")
    asked.add_argument("--weeks", nargs=2, default=("2022-W08", "2026-W10"))
    asked.add_argument("--every", type=int, default=1)
    options = asked.parse_args()
    project = Project.at(raw=options.raw)
    ledger = open_ledger(project)
    weeks = [week for week, _ in plan_editions(*options.weeks, "each-week")][:: options.every]
    editions = (Edition(week, ledger.as_of(parse_vintage("", week))) for week in weeks)
    briefs = ((str(edition.week), compose_without_changes(edition)) for edition in editions)
    sentences, numbers, faults = read_briefs(briefs, read_rows(project.recorded))
    print(*faults, sep="\n")
    print(f"{len(weeks)} weeks, {sentences} sentences and rows with {numbers} numbers, {len(faults)} faults")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
