"""Publishing: one content, in HTML and in PDF, in which every number leads to its figures.

Nothing here knows any one notebook.
"""
