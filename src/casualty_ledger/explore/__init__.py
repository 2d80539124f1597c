"""Exploring: the ledger as an analyst asks it, in a notebook or at a prompt.

`import casualty_ledger as cl; ledger = cl.open_ledger()` opens everything; `as_of` and `select` narrow it;
`figures`, `compare`, `weekly`, `revisions`, `disagreements`, `trace` and `chart` answer.
Every table is an ordinary DataFrame that names the claimant and the address of each of its rows.
"""
