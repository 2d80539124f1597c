"""Tables: somebody's spreadsheet or data file, in whatever shape, as named columns of text."""
