"""Charts, one module each: an Axes, a validated table and a caption in; the artists out.

A chart draws the table that it is given and computes nothing that a reader would call a result.
"""
