"""Civilian harm: its tables, its sentences, its charts and its section of a brief."""
