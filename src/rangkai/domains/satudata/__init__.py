"""Datasets, standards, metadata and harvest (empty until the catalogue is built)."""
