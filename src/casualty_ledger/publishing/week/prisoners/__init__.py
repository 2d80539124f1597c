"""Prisoners of war: tables, sentences, charts and section."""
