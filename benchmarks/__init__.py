"""Speed and size: the engine beside its peers, in one run; never part of the test run."""
