"""The Makefile is the developer's manual."""

import re
import subprocess
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
WANTED = {"report", "ledger", "test", "lint", "lab", "help"}


def test_every_target_has_a_line_of_help():
    """
    Each target that a person calls says what it does, and `make help` lists them all.
    """
    text = (HOME / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    helped = set(re.findall(r"^([a-z]+):.*## \S", text, re.MULTILINE))
    listed = subprocess.run(["make", "help"], cwd=HOME, capture_output=True, text=True, check=True).stdout

    assert targets == helped >= WANTED
    assert all(f"make {target} " in listed for target in targets)
