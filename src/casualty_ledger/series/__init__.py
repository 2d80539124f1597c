"""What comparable figures say together: weeks, running tolls, totals, rivals, exchanges.

Every function takes reported figures and returns a table that still names the claimant and the figures
behind each number. Nothing here is added across claimants, measures, populations or bases.
"""
