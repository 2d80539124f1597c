"""Reports and builds of folders with one parent, all at once, against the same reports made alone.

`python tests/support/side_by_side.py --rounds 10` starts two reports and two builds together, a random moment
apart, and compares every file but the manifest, byte by byte, with what each folder gives when nothing else
runs. The run after says that nothing has changed. The tests do so once, with small sheets.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from paths import HOME
from small import contents

Files = dict[str, bytes]
WEEK = "2023-W22"
UNCHANGED = "Nothing has changed since it was made"


def make_folders(home: Path) -> dict[str, Path]:
    """Copy the recorded sheets twice; in the second, every total of the example week is another."""
    folders = {name: Path(shutil.copytree(HOME / "data" / "raw", home / name)) for name in ("a", "b")}
    for sheet in (folders["b"] / "recorded").glob("*.csv"):
        text = sheet.read_text(encoding="utf-8")
        sheet.write_text(text.replace(",209940,", ",209947,"), encoding="utf-8")
    return folders


def start(raw: Path, out: Path, *words: str) -> subprocess.Popen[str]:
    """Start a command on a folder, with a place of its own for what it makes."""
    command = [sys.executable, "-m", "casualty_ledger.cli", *words, "--raw", str(raw)]
    command += ["--out", str(out)] if words[0] == "report" else []
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=os.environ, stdout=pipe, stderr=subprocess.STDOUT, text=True)


def report(raw: Path, out: Path) -> subprocess.Popen[str]:
    """Start the report of the example week."""
    return start(raw, out, "report", "--week", WEEK)


def go_round(
    folders: dict[str, Path], alone: dict[str, dict[str, bytes]], home: Path, seed: int
) -> list[str]:
    """Run everything at once; return what went wrong."""
    dice = random.Random(seed)
    starts = [(name, kind) for name in folders for kind in ("report", "build")]
    dice.shuffle(starts)
    running = []
    for name, kind in starts:
        raw, out = folders[name], home / f"{seed}-{name}"
        running.append((name, kind, report(raw, out) if kind == "report" else start(raw, out, "build")))
        time.sleep(dice.random() * 2)
    said = [(name, kind, process.communicate()[0], process.returncode) for name, kind, process in running]
    wrong = [f"{kind} of {name} ended with {code}: {text}" for name, kind, text, code in said if code]
    for name, raw in folders.items():
        out = home / f"{seed}-{name}"
        made = contents(out)
        differ = {
            path for path in made.keys() | alone[name].keys() if made.get(path) != alone[name].get(path)
        }
        wrong += [f"{name}: {path} differs" for path in sorted(differ)]
        again = report(raw, out).communicate()[0]
        wrong += [] if UNCHANGED in again else [f"{name}: the next run said {again}"]
        shutil.rmtree(out)
    return wrong


def main() -> int:
    """Go so many rounds; exit with 1 where anything differed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        folders, alone = make_folders(Path(home)), {}
        for name, raw in folders.items():
            report(raw, Path(home) / f"alone-{name}").communicate()
            alone[name] = contents(Path(home) / f"alone-{name}")
        changed = sum(alone["a"].get(path) != content for path, content in alone["b"].items())
        print(f"{len(alone['a'])} files a report, {changed} of which differ between the two folders")
        assert changed, "the two folders must give different reports"
        wrong = [flaw for seed in range(rounds) for flaw in go_round(folders, alone, Path(home), seed)]
    print(*wrong, f"{rounds} rounds: {len(wrong)} flaws", sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
