"""Every number of a sentence: its words, its bounds, and whether it counts people."""
