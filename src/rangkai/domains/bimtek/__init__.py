"""Stages, sessions, seats and attendance (empty until workshops are built)."""
