"""Many editors at joint texts of one server, over HTTP."""
