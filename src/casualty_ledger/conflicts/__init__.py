"""What is special to one conflict, read from its file: the only door to it."""
