"""Every word that a reader sees: names, counts, days, and sentences about figures."""
