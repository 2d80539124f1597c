"""Guessing: a mapping for a table that nobody has described, from its columns and what stands in them."""
