"""Policy of keeping: pure."""
