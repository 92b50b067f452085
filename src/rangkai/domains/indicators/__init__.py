"""Definitions, targets and actuals of indicators."""
