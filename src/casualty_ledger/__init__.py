"""Casualty Ledger: reported casualty and prisoner-of-war figures, with who says so and how sure it is."""

__version__ = "0.1.0"
