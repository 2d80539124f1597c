"""Reading a news text: the figures of people that it reports, each pointing at its words."""
