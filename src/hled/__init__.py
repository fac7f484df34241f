"""hled runs a measured dialogue between two governments."""

__version__ = "0.1.0"
