"""Governments and areas by validity, batches and boundaries."""
