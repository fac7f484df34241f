"""The register at the size of a century: a million entries."""
