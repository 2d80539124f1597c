"""What the figures of one text are to each other: lists, parts, totals, and what is told twice."""
