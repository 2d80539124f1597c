"""Evidence: pages and texts kept as received, and the words in them on which a figure rests."""
