"""Pages of the delegations."""
