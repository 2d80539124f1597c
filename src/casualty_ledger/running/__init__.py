"""Running: which notebooks, with which parameters, into which folder. Whole or not at all."""
