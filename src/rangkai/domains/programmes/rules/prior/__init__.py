"""The old plan: what was read of it, how a corrected file is matched, which sasaran a programme may serve now."""
