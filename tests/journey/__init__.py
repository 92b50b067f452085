"""One long walk in a real browser."""
