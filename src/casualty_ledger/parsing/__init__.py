"""Text to value: counts, dates, weeks and hedges. Pure functions; each raises only its declared error."""
