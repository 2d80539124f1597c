"""Feeds: public files fetched as they are, each snapshot kept whole with where and when it came from."""
