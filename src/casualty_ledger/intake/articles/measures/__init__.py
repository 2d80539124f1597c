"""What happened to the people counted: the word that says so, and what it makes of a number."""
