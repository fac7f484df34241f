"""The generated pages of the documentation: each module says, in either language, what the code says."""
