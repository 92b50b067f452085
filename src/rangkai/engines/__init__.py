"""Pure computation, no framework."""
