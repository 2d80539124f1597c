"""Intake: tables, feeds and articles become proposals that a person accepts or rejects."""
