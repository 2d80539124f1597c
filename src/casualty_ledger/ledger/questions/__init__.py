"""Questions: what a careful colleague would ask about rows that the ledger accepts."""
