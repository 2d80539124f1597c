"""A language model that points at words, and is believed only as far as the text bears it out."""
