"""Pages of books."""
