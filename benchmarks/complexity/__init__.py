"""Complexity and relatedness beside the program of the Growth Lab."""
