"""`python -m casualty_ledger.cli`."""

from casualty_ledger.cli import main

main()
