"""The facts of one week in one vintage: what happened, what leads, how sure it is. No words, no ink."""
