"""Proposals: figures that an import, a feed or a reader of articles proposes; a person decides."""
