"""Acts on observations and targets."""
