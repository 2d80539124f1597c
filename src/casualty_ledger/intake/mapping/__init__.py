"""Mappings: how to read somebody's table, declared in a file, without a line of code."""
