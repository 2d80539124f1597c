"""Page 1 of a brief: what leads, the key figures, both sides, and what to watch."""
