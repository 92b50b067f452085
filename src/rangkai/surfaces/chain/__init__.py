"""The chain forward and back from any record."""
