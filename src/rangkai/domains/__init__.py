"""One noun a package."""
