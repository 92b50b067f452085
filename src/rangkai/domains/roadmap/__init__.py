"""Scenarios, ceilings, phases and the decisions taken on them."""
