"""Doors for machines: version 1 of the JSON interface."""
