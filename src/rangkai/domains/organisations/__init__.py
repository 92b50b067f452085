"""Offices, posts, people, appointments, teams and roles."""
