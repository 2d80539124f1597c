"""Whose word a number is, over a whole text."""
