"""The engine beside its peers: the same answer to the same job in one run, as ratios."""
