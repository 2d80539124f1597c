"""Mutated inputs for every door: sheets, the register, corrections, conflicts' files, parameters of a run.

`python tests/support/fuzzing.py --inputs 100000` makes so many, each from its own number, and tells the kinds
of what went wrong: an exception that is not declared, a row that is neither accepted nor refused, an
untouched row that is not there. `--only 4711` shows one input. The tests make some thousand.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pandas as pd
from paths import HOME
from rows import make_rows

from casualty_ledger.conflicts.choosing import take_conflict
from casualty_ledger.conflicts.reading import read_conflict
from casualty_ledger.errors import CasualtyLedgerError, SheetUnreadable
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import check_corrections, list_corrections, read_corrections
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import LATEST, Vintage, parse_vintage, parse_week
from casualty_ledger.publishing.cards import cards_of
from casualty_ledger.publishing.package import derive_tables
from casualty_ledger.publishing.trace import trace_brief
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.schema import REQUIRED_COLUMNS, SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import open_sheet
from casualty_ledger.sources.registry import Register, read_register

CIVIL = {"population": "civilians", "measure": "killed", "party": "", "place": "Kherson", "basis": "period"}
TOTAL = {"claimant": "OHCHR HRMMU", "claimant_side": "un", "place": "Ukraine", "verification": "verified"}
CORPUS = (
    {},
    {"value": "206600", "covers_until": "2023-05-28", "published_on": "2023-05-28"},
    CIVIL | {"covers_from": "2023-06-03", "covers_until": "2023-06-03", "value": "4", "hedge": "exact"},
    CIVIL | TOTAL | {"basis": "cumulative", "value": "9083", "hedge": "at_least"},
    {"population": "pow", "measure": "held", "basis": "stock", "value": "12", "note": 'said "twelve"'},
    {"population": "pow", "measure": "exchanged_returned", "basis": "period", "covers_from": "2023-06-01"},
)
HONEST = make_rows(*CORPUS)[list(SHEET_COLUMNS)].to_numpy().tolist()
# What stands in cells and values that somebody typed, pasted, exported or broke.
NASTY = (
    "", " ", "\xa0", "0", "-1", "+5", "12-15", "1.234", "8983.0", "1e9", "12 so far", "at least 20",
    "понад 200", "9" * 30, "9" * 5000, "NaN", "nan", "None", "null", "TRUE", "#REF!", "=1+1", "@SUM(A1)",
    "'12", "٣", "½", "∞", "1023-01-01", "2300", "9999-12-31", "0001-01-01", "2023-02-30", "03/06/2023",
    "2023-06", "2023-W22", "45081", "2023-06-04T00:00:00", "4 June 2023", "24:00", "exact", "range",
    "unquantified", "cumulative", "stock", "rate", "held", "killed", "losses_unspecified", "both", "russia",
    "verified", "Kyiv (both sides)", "OHCHR HRMMU", "a b", "a\tb", "a\nb", "a,b,,,,c", "a;b", 'a"b', '"',
    '""', "a\x00b", "\ufeff", "\u202eabc", "é", "💥", "<b>&", "[x](javascript:x)", "#id", "{{x}}", "$x$",
    "w" * 40_000, "http://x", "https://x.org/a?b=<c>", "\x85", "\u2028",
)  # fmt: skip
VALUES = (
    "[a, b]", "{a: b}", "2023-02-30", "9999-01-01", "!!float ''", "!!python/name:os.system", "&a x", "*a",
    "~", "''", '"\\0"', '"\\ud800"', "[" * 500, "- - - x", "|\n  a\n  b", "0x1F", "1_000", ".inf", "yes",
    "<<: *a", "\t", "%TAG", "? a", "a: b: c", "'", '"', "---", "...", "# x", "\x07", "é", "\u2028",
    "x" * 5000, "1e999",
)  # fmt: skip
REGISTER = """claimants:
- name: General Staff of Ukraine
  side: ukraine
  kind: military_command
  aliases: [Генштаб ЗСУ, "General Staff"]
- name: OHCHR HRMMU
  side: un
  kind: un_body
  reliability: B
  reason: Counts case by case.
publishers:
- name: Ukrinform
  kind: news_agency
  relays: {Ukrinform (Генштаб): General Staff}
"""
CORRECTIONS = """- id: t-1
  column: value
  expect: "209940"
  action: replace
  value: "209950"
  reason: Two digits were swapped.
  declared_on: 2023-06-06
- id: t-2
  column: hedge
  expect: about
  action: flag
  reason: The page was withdrawn.
  declared_on: 2023-06-07
"""
NOBODY = Register({}, {})
CONFLICT = (HOME / "data" / "conflicts" / "russia_ukraine.yml").read_text(encoding="utf-8")
PARAMETERS = ("2023-W22", "latest", "2023-06-05", "", "9999-W52", "1023-W01", "2023-W53", "2023W1", *NASTY)


MOST_CULPRITS = 5


@dataclass
class Findings:
    """What went wrong: kinds, each with the numbers of inputs that show it; and how many were looked at."""

    kinds: dict[str, list[int]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def note(self, kind: str, number: int) -> None:
        """Note one thing that went wrong."""
        self.kinds.setdefault(kind, []).append(number)

    def add(self, other: Findings) -> None:
        """Add what was found elsewhere."""
        for kind, numbers in other.kinds.items():
            self.kinds.setdefault(kind, []).extend(numbers)
        self.counts += other.counts


def mutate_sheet(number: int) -> tuple[bytes, set[str]]:
    """Make one sheet from its number; return its bytes, and the ids of the rows whose lines are untouched."""
    luck = random.Random(number)
    table = [list(SHEET_COLUMNS), *([f"f{number}-{n}", *cells[1:]] for n, cells in enumerate(HONEST))]
    for _ in range(luck.choice((0, 1, 1, 2, 3))):
        luck.choice(CELL_MUTATIONS)(luck, table)
    delimiter = luck.choice((",", ",", ",", ";", "\t"))
    # Where the header no longer begins with the id, no row is named as it was.
    named = table[1:] if "".join(table[0][:1]).strip().lower() == "id" else []
    honest = {row[0]: _line(row, delimiter) for row in named if _is_whole(row, number)}
    lines = [_line(row, delimiter) for row in table]
    for _ in range(luck.choice((0, 0, 1, 1, 2))):
        luck.choice(LINE_MUTATIONS)(luck, lines, delimiter)
    end = luck.choice(("\n", "\n", "\r\n", "\r"))
    encoding = luck.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1251", "latin-1"))
    content = (end.join(lines) + luck.choice((end, ""))).encode(encoding, "replace")
    if luck.random() < 0.2:
        content = _break_bytes(luck, content)
    return content, _untouched(content, honest, encoding)


def _line(row: list[str], delimiter: str) -> str:
    quoted = {delimiter, '"', "\n", "\r"}
    return delimiter.join(
        f'"{cell.replace(chr(34), chr(34) * 2)}"' if quoted & {*cell} else cell for cell in row
    )


def _is_whole(row: list[str], number: int) -> bool:
    return (
        len(row) == len(SHEET_COLUMNS)
        and row[0].startswith(f"f{number}-")
        and not {*"\n\r"} & {*"".join(row)}
    )


def _untouched(content: bytes, honest: dict[str, str], encoding: str) -> set[str]:
    lines = content.decode(encoding, "replace").replace("\r", "\n").split("\n")
    # A header that something was put in front of names no row as it was.
    if not any(line.lstrip('\ufeff" ').lower().startswith("id") for line in lines):
        return set()
    return {name for name, line in honest.items() if line in lines and line.startswith(name)}


def _set_cell(luck: random.Random, table: list[list[str]]) -> None:
    row = luck.choice(table[1:] or table)
    if row:
        row[luck.randrange(len(row))] = luck.choice(NASTY)


def _set_name(luck: random.Random, table: list[list[str]]) -> None:
    names = ("surname", "Published On", "", "unit", "geo", "valeu", " id ", "ID", "retrieved_on", *NASTY[:20])
    if table[0]:
        table[0][luck.randrange(len(table[0]))] = luck.choice(names)


def _drop_column(luck: random.Random, table: list[list[str]]) -> None:
    column = luck.randrange(len(table[0]) or 1)
    if luck.random() < 0.5 or not {*table[0][column : column + 1]} & {*REQUIRED_COLUMNS}:
        for row in table:
            del row[column : column + 1]


def _change_row(luck: random.Random, table: list[list[str]]) -> None:
    row = luck.choice(table)
    place = luck.randrange(len(row) + 1)
    luck.choice((lambda: row.insert(place, ""), lambda: row.__delitem__(slice(place, None))))()


def _shuffle(luck: random.Random, table: list[list[str]]) -> None:
    luck.shuffle(table) if luck.random() < 0.3 else table.append(list(luck.choice(table)))


CELL_MUTATIONS = (_set_cell, _set_cell, _set_cell, _set_name, _drop_column, _change_row, _shuffle)


def _insert_text(luck: random.Random, lines: list[str], delimiter: str) -> None:
    place = luck.randrange(len(lines))
    at = luck.randrange(len(lines[place]) + 1)
    text = luck.choice(('"', '"', '"', delimiter, ",", "\n", "\0", luck.choice(NASTY)))
    lines[place] = lines[place][:at] + text + lines[place][at:]


def _insert_line(luck: random.Random, lines: list[str], delimiter: str) -> None:
    blank = ("", "   ", delimiter * (len(SHEET_COLUMNS) - 1), "Losses of the war", f"#a{delimiter}#b+c")
    lines.insert(luck.randrange(len(lines) + 1), luck.choice(blank))


def _cut_line(luck: random.Random, lines: list[str], delimiter: str) -> None:
    place = luck.randrange(len(lines))
    lines[place] = lines[place][: luck.randrange(len(lines[place]) + 1)]


def _change_case(luck: random.Random, lines: list[str], delimiter: str) -> None:
    lines[0] = luck.choice((str.upper, str.title, str.swapcase))(lines[0])


LINE_MUTATIONS = (_insert_text, _insert_text, _insert_line, _insert_line, _cut_line, _change_case)


def _break_bytes(luck: random.Random, content: bytes) -> bytes:
    at = luck.randrange(len(content) or 1)
    broken = (content[:at], content[:at] + bytes([luck.randrange(256)]) + content[at + 1 :], content * 2)
    return luck.choice(broken)


def mutate_yaml(number: int, text: str) -> bytes:
    """Make one file of declarations from its number."""
    luck = random.Random(number)
    lines = text.splitlines()
    for _ in range(luck.randint(1, 3)):
        place = luck.randrange(len(lines))
        line, value = lines[place], luck.choice((*VALUES, *VALUES, *NASTY))
        lines[place] = luck.choice(
            (
                f"{line.partition(':')[0]}: {value}",
                f"{line}\n{line}",
                "",
                f"  {line}",
                line.strip(),
                f"- {value}",
            )
        )
    content = "\n".join(lines).encode("utf-8", "replace")
    return _break_bytes(luck, content) if luck.random() < 0.2 else content


def try_sheets(numbers: list[int], folder: Path, *, brief: bool) -> Findings:
    """Read each sheet, then take all rows that were read through the ledger and into a brief together."""
    found, read, path = Findings(), {}, folder / "fuzzed.csv"
    for number in numbers:
        content, untouched = mutate_sheet(number)
        path.write_bytes(content)
        try:
            rows = open_sheet(path).rows.assign(sheet=f"f{number}.csv")
        except SheetUnreadable as error:
            found.counts["sheets refused"] += 1
            _check_sentence(found, error, number)
            continue
        except Exception as error:
            found.note(_kind("sheet", error), number)
            continue
        read[number] = rows
        if untouched - set(rows["id"]):
            found.note("sheet: an untouched row is not there", number)
    _search(found, read, partial(_through_the_ledger, found, brief=brief))
    return found


def _search(found: Findings, read: dict[int, pd.DataFrame], work: Callable[[pd.DataFrame], None]) -> None:
    """Do something with all rows at once; where it fails, find a sheet to blame, and go on without it."""
    for _ in range(MOST_CULPRITS):
        if not (error := _attempt_all(read, work)):
            return
        few = dict(read)
        while len(few) > 1:
            half = dict(list(few.items())[: len(few) // 2])
            former, few = few, half if _attempt_all(half, work) else {n: few[n] for n in few if n not in half}
            if not _attempt_all(few, work):
                few = former
                break
        found.note(_kind("ledger", _attempt_all(few, work) or error), min(few))
        read = {number: rows for number, rows in read.items() if number not in few}


def _attempt_all(read: dict[int, pd.DataFrame], work: Callable[[pd.DataFrame], None]) -> Exception | None:
    try:
        if read:
            work(pd.concat(read.values(), ignore_index=True))
    except Exception as error:
        return error
    return None


def _through_the_ledger(found: Findings, rows: pd.DataFrame, *, brief: bool) -> None:
    appearances, refused = clean_rows(rows, NOBODY)
    kept = Counter([*appearances["sheet"], *refused["sheet"]])
    for sheet, count in Counter(rows["sheet"]).items():
        if kept[sheet] != count:
            found.note("ledger: read is not accepted + refused", int(sheet[1:-4]))
    ledger = Ledger(LATEST, appearances, int(appearances["published_on"].isna().sum()))
    derive_tables(ledger)
    if brief:
        week = parse_week("2023-W22")
        chosen = ledger.of_conflict(take_conflict("russia_ukraine", ledger.conflicts))
        composed = compose_brief(Edition(week, chosen.as_of(Vintage(week.brief_day))))
        trace_brief(composed, ledger.figures)
        cards_of(ledger.figures, ledger.figures["figure_id"])
    found.counts["rows accepted"] += len(appearances)
    found.counts["rows refused"] += len(refused)


def try_declared(numbers: list[int], folder: Path) -> Findings:
    """Read a register, corrections and a conflict's file made from each number."""
    found, rows = Findings(), make_rows({}, {})
    (folder / "declared").mkdir(exist_ok=True)
    for number in numbers:
        register, corrections = folder / "sources.yml", folder / "declared" / "ours.yml"
        register.write_bytes(mutate_yaml(number, REGISTER))
        corrections.write_bytes(mutate_yaml(number, CORRECTIONS))
        conflict = folder / f"war_{number}.yml"
        conflict.write_bytes(mutate_yaml(number, CONFLICT))
        for door, read in (
            ("register", lambda path=register: read_register(path)),
            ("conflict", lambda path=conflict: read_conflict(path)),
            ("corrections", lambda path=corrections.parent: _read_declared(rows, path)),
        ):
            _attempt(found, door, number, read)
    return found


def _read_declared(rows: pd.DataFrame, folder: Path) -> None:
    corrections = read_corrections(folder)
    list_corrections(corrections)
    check_corrections(rows, corrections)
    if corrections and random.Random(len(corrections[0].reason)).random() < 0.1:
        clean_rows(rows, NOBODY, corrections)


def try_parameters(numbers: list[int], folder: Path) -> Findings:
    """Read weeks and vintages."""
    found = Findings()
    for number in numbers:
        luck = random.Random(number)
        text = luck.choice(PARAMETERS)
        _attempt(found, "week", number, partial(_read_week, text))
        _attempt(found, "vintage", number, partial(parse_vintage, text, parse_week("2023-W22")))
    return found


def _read_week(text: str) -> None:
    week = parse_week(text)
    pd.Timestamp(week.brief_day), pd.Timestamp(week.before().monday)


def _attempt(found: Findings, door: str, number: int, read: Callable[[], object]) -> None:
    try:
        read()
        found.counts[f"{door} read"] += 1
    except CasualtyLedgerError as error:
        found.counts[f"{door} refused"] += 1
        _check_sentence(found, error, number)
    except Exception as error:
        found.note(_kind(door, error), number)


def _check_sentence(found: Findings, error: CasualtyLedgerError, number: int) -> None:
    said = str(error)
    if len(said) > 3000 or not said.endswith((".", "?")) or "\n" in said:
        found.note(f"a sentence of {type(error).__name__} that is none", number)


def _kind(door: str, error: Exception) -> str:
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "casualty_ledger" in frame.filename
    ]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "elsewhere"
    return f"{door}: {type(error).__name__} in {where}: {str(error)[:80]!r}"


def fuzz(numbers: list[int], *, brief: bool = True) -> Findings:
    """Try one input per number: most are sheets, one in five is of another door."""
    doors: dict[Callable[[list[int], Path], Findings], list[int]] = {
        partial(try_sheets, brief=brief): [n for n in numbers if n % 5],
        try_declared: [n for n in numbers if n % 10 == 0],
        try_parameters: [n for n in numbers if n % 10 == 5],
    }
    found = Findings()
    with tempfile.TemporaryDirectory() as folder:
        for door, chosen in doors.items():
            found.add(door(chosen, Path(folder)))
    return found


def _in_parts(inputs: int, first: int, size: int = 500) -> Iterator[list[int]]:
    for start in range(first, first + inputs, size):
        yield list(range(start, min(start + size, first + inputs)))


def main() -> None:
    """Try many inputs in parallel; end with 1 where anything is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=int, help="show the input of one number")
    given = parser.parse_args()
    if given.only is not None:
        sys.stdout.buffer.write(mutate_sheet(given.only)[0])
        return
    found = Findings()
    with ProcessPoolExecutor(given.jobs) as workers:
        for done in workers.map(fuzz, _in_parts(given.inputs, given.first)):
            found.add(done)
    print(
        f"{given.inputs:,} inputs: " + ", ".join(f"{n:,} {what}" for what, n in sorted(found.counts.items()))
    )
    for kind, numbers in found.kinds.items():
        print(f"  {len(numbers):>6,} × {kind} (such as {numbers[0]})")
    print(f"{len(found.kinds)} kinds of findings")
    sys.exit(bool(found.kinds))


if __name__ == "__main__":
    main()
