"""From what others publish to rows that a person may accept."""
