"""The masterplan and its period, vision, phases, dimensions and strategies."""
