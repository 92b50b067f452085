"""Pages of regions."""
