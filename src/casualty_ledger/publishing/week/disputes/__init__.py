"""Figures that disagree, and figures that only seem to: charts and section."""
