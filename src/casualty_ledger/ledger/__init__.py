"""The ledger: rows become appearances, appearances become figures, and a vintage is a query."""
