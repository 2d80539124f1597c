"""How well articles are read: labelled passages against what is proposed.

    python benchmarks/reading.py                       the development half
    python benchmarks/reading.py --part held_out       the other half
    python benchmarks/reading.py --part fresh_1        (to 7) passages written later, which no rule had seen
    python benchmarks/reading.py --agreement           the second labels against the first, as if read
    python benchmarks/reading.py --scorer score.py     by another scorer, with its arguments behind

Prints detection by language, attributes, what measures are mistaken for each other, whether confidence is
what it says, and the ten worst passages. `reading_speed.py` measures time.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME / "tests" / "fixtures" / "articles"))

from labelled import read_passages, read_second  # noqa: E402

from casualty_ledger.intake.articles.reading import read_article  # noqa: E402

Record = dict[str, Any]
EQUAL = ("hedge", "population", "party", "cumulative")
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> None:
    """Read every passage of a half and score what is proposed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--part", default="development")
    parser.add_argument("--scorer", default="")
    parser.add_argument("--keep", default="")
    parser.add_argument("--agreement", action="store_true")
    options, rest = parser.parse_known_args()
    passages = read_passages(options.part)
    started = time.process_time()
    if options.agreement:
        read = {name: [each | {"confidence": 1.0} for each in held] for name, held in read_second().items()}
        passages = [each for each in passages if each["id"] in read]
    else:
        read = {each["id"]: _read(each) for each in passages}
    taken = time.process_time() - started
    if options.scorer:
        _ask(options.scorer, passages, read, Path(options.keep or tempfile.mkdtemp()), rest)
        return
    print(f"{len(passages)} passages: {taken:.1f} s")
    _report(passages, read)


def _read(passage: Record) -> list[Record]:
    return [each.as_record() for each in read_article(passage["text"], passage["lang"]).candidates]


def _ask(
    scorer: str, passages: list[Record], read: dict[str, list[Record]], folder: Path, rest: list[str]
) -> None:
    gold, predicted = folder / "gold.jsonl", folder / "predicted.jsonl"
    gold.write_text(
        "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in passages), encoding="utf-8"
    )
    lines = [json.dumps({"id": key, "figures": held}, ensure_ascii=False) for key, held in read.items()]
    predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([sys.executable, scorer, "--gold", str(gold), str(predicted), *rest], check=False)


def _same(gold: Record, found: Record) -> bool:
    """Say whether a candidate is the labelled figure: the measure or an accepted one, and the number."""
    if found["measure"] != gold["measure"] and found["measure"] not in gold["alt"].get("measure", ()):
        return False
    if gold["hedge"] == "range":
        return (found["low"], found["high"]) == (gold["low"], gold["high"])
    if gold["hedge"] == "vague":
        return found["value"] is None and found["start"] < gold["end"] and gold["start"] < found["end"]
    return bool(found["value"] == gold["value"])


def _match(gold: list[Record], found: list[Record]) -> Iterator[tuple[int, int]]:
    """Pair labelled figures with candidates one to one, those whose words overlap first."""
    near = sorted(
        (abs(g["start"] - f["start"]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if _same(g, f)
    )
    taken: set[tuple[str, int]] = set()
    for _, i, j in near:
        if not {("g", i), ("f", j)} & taken:
            taken |= {("g", i), ("f", j)}
            yield i, j


def _report(passages: list[Record], read: dict[str, list[Record]]) -> None:
    counts: dict[str, Counter[str]] = {}
    right, confused, sure, worst = Counter(), Counter(), [], []
    for passage in passages:
        gold, found = passage["figures"], read[passage["id"]]
        pairs = dict(_match(gold, found))
        missed = [g for i, g in enumerate(gold) if i not in pairs and not g["optional"]]
        extra = [f for j, f in enumerate(found) if j not in pairs.values()]
        tally = counts.setdefault(passage["lang"], Counter())
        kept = [(gold[i], found[j]) for i, j in pairs.items() if not gold[i]["optional"]]
        tally.update(right=len(kept), missed=len(missed), extra=len(extra))
        for g, f in kept:
            right.update({key: f[key] in [g[key], *g["alt"].get(key, [])] for key in EQUAL})
            confused[g["measure"], f["measure"]] += g["measure"] != f["measure"]
        for g in missed:
            near = [f["measure"] for f in extra if f["start"] < g["end"] and g["start"] < f["end"]]
            confused[g["measure"], near[0] if near else "nothing"] += 1
        sure += [(f["confidence"], j in pairs.values()) for j, f in enumerate(found)]
        worst.append((len(missed) + len(extra), passage["id"], missed, extra))
    _print(counts, right, confused, sure)
    for number, name, missed, extra in sorted(worst, key=lambda each: -each[0])[:10]:
        if number:
            print(
                f"  {name}: missed {[g['trigger'] for g in missed]}, too many {[f['trigger'] for f in extra]}"
            )


def _print(counts: Any, right: Counter[str], confused: Counter[Any], sure: list[tuple[float, bool]]) -> None:
    total: Counter[str] = Counter()
    for language, tally in sorted(counts.items()):
        total.update(tally)
        print(f"{language}: {_say(tally)}")
    print(f"all: {_say(total)}")
    print("attributes:", ", ".join(f"{key} {right[key] / max(total['right'], 1):.3f}" for key in EQUAL))
    print("measures mistaken (labelled → read):")
    for (labelled, told), number in confused.most_common(12):
        if number:
            print(f"  {number} × {labelled} → {told}")
    print("confidence, and how many were right:")
    for low, high in pairwise(BINS):
        held = [was for confidence, was in sure if low <= confidence < high]
        if held:
            print(f"  {low:.1f} to {min(high, 1):.1f}: {sum(held) / len(held):.2f} of {len(held)}")
    print("the worst passages:")


def _say(tally: Counter[str]) -> str:
    precision = tally["right"] / max(tally["right"] + tally["extra"], 1)
    recall = tally["right"] / max(tally["right"] + tally["missed"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


if __name__ == "__main__":
    main()
