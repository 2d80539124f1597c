"""Every word that a reader sees of what the vocabulary names: one row a word."""
