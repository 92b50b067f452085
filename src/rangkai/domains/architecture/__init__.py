"""SPBE architecture elements and their links (empty until the needs serve services)."""
