"""Who was counted, and whose people they are."""
