"""Where a number belongs, over a whole text."""
