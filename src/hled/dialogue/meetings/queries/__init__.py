"""Questions about meetings, delegations and the next agenda."""
