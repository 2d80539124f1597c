"""A week's content: its sentences, tables, charts and brief, composed from the ledger in one vintage."""
