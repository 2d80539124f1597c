"""How well articles are read: labelled passages against what is proposed.

    python benchmarks/reading.py                       the development half
    python benchmarks/reading.py --part held_out       the other half
    python benchmarks/reading.py --scorer score.py     by another scorer, with its arguments behind

Prints detection, attributes, what measures are mistaken for each other, and the ten worst passages.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME / "tests" / "fixtures" / "articles"))

from labelled import read_passages  # noqa: E402

from casualty_ledger.intake.articles.reading import read_article  # noqa: E402


def main() -> None:
    """Read every passage of a half and score what is proposed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--part", default="development")
    parser.add_argument("--scorer", default="")
    parser.add_argument("--keep", default="")
    options, rest = parser.parse_known_args()
    passages = read_passages(options.part)
    started = time.perf_counter()
    read = {
        each["id"]: [c.as_record() for c in read_article(each["text"], each["lang"]).candidates]
        for each in passages
    }
    print(f"{len(passages)} passages read in {time.perf_counter() - started:.1f} s")
    folder = Path(options.keep or tempfile.mkdtemp())
    gold, predicted = folder / "gold.jsonl", folder / "predicted.jsonl"
    gold.write_text(
        "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in passages), encoding="utf-8"
    )
    lines = [
        json.dumps({"id": key, "figures": held}, ensure_ascii=False) + "\n" for key, held in read.items()
    ]
    predicted.write_text("".join(lines), encoding="utf-8")
    if options.scorer:
        subprocess.run(
            [sys.executable, options.scorer, "--gold", str(gold), str(predicted), *rest], check=False
        )


if __name__ == "__main__":
    main()
