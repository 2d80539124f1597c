"""Where the project is, and the ledger that stays as it is."""

from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
FIXED_LEDGER = HOME / "tests" / "fixtures" / "fixed_ledger"
