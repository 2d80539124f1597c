"""The places that a sentence names."""
