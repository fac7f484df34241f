"""What stands in the register, what is agreed, and whether both are sound."""
