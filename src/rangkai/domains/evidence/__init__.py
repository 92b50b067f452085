"""Documents: one file, many uses (empty until the evidence library is built)."""
