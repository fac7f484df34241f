"""Tools of the people who work on the project; no part of the package."""
