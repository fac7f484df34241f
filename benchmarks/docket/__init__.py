"""Groups of near-copies at full size, beside datasketch used directly on the same texts."""
