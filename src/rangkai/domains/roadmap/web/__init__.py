"""Pages of roadmap."""
