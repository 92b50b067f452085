"""Service surveys and respondents (empty until surveys are built)."""
