"""Our engine beside its peers, in one run, as ratios; never part of the test run."""
